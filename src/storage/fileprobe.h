// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/result.h"
#include "storage/schema.h"

namespace psolog {

/// What lies at a path, judged without changing it, taking a lock or rolling anything back.
struct FileProbe {
    enum class Kind {
        Missing,
        Empty,  ///< a file of 0 bytes
        Log,    ///< its header says it is a Psolog log, or what else was asked for
    };

    Kind kind = Kind::Missing;
    int version = 0;       ///< schema version of a Log
    bool writable = true;  ///< the file and its folder accept writing by us
};

/// The path from the root, without "." and ".."; CannotOpen when it is none.
[[nodiscard]] Result<std::string> absolutePath(const std::string& path);

/// Looks at the file's header for an application id. NotALog for anything but the kinds above, Damaged for a log with a
/// broken header, CannotOpen when the file may not be read. The header is read by SQLite's own file layer: a second
/// descriptor on the file would drop the locks that this process may hold.
[[nodiscard]] Result<FileProbe> probeFile(const std::string& path, const std::string& vfs,
                                          std::int32_t applicationId = kApplicationId);

}  // namespace psolog
