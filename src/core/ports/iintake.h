// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/logcopy.h"
#include "core/result.h"

namespace psolog {

/// A file from elsewhere that was accepted: what it says, as values, and what it is.
struct InspectedFile {
    std::string path;
    std::int64_t bytes = 0;
    std::string digest;  ///< of the bytes, hexadecimal: the same file is known again by it; empty: not asked for
    std::shared_ptr<const LogCopy> copy;  ///< never null
    /// The bytes as they were judged, a database of the schema copy->schema. Never null.
    std::shared_ptr<const std::string> image;
};

/// Judges files from elsewhere. Every file is treated as made to do harm: it is never opened in place, nothing in it is
/// run, and no other file is touched. May be used by several threads at once.
class IIntake {
public:
    virtual ~IIntake() = default;

    /// Reads one file. Errors: NotFound, CannotOpen, NotAFile, TooLarge, NotALog, TooNew, Damaged, ForeignContent,
    /// TooSlow, Changing, OwnLog. The detail says what is wrong and holds nothing of the content but names of tables
    /// and columns.
    [[nodiscard]] virtual Result<InspectedFile> inspect(const std::string& path) const = 0;
};

}  // namespace psolog
