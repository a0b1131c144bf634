// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace psolog {

/// The bytes of a file from elsewhere, in memory, whose header was judged. Nothing beside the file, such as a journal,
/// is looked at, and no file is made.
struct ForeignCopy {
    std::string bytes;
    int version = 0;  ///< of the schema, as the header says

    /// Copies a file. `ownFiles` are never opened, nor are their journals. Errors: NotFound, CannotOpen, NotAFile,
    /// TooLarge, NotALog, TooNew, Damaged, Changing, OwnLog.
    [[nodiscard]] static Result<ForeignCopy> make(const std::string& path, const std::vector<std::string>& ownFiles);
};

}  // namespace psolog
