// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"

namespace psolog {

/// The open log as a file.
class ILogFile {
public:
    virtual ~ILogFile() = default;

    /// Absolute path, UTF-8.
    [[nodiscard]] virtual std::string path() const = 0;
    /// True when the file was written by a newer Psolog, or the disk refuses writing: pages offer no change.
    [[nodiscard]] virtual bool readOnly() const = 0;
    /// True once after another program has changed the file since the last call.
    [[nodiscard]] virtual Result<bool> changedElsewhere() = 0;
};

}  // namespace psolog
