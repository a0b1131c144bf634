// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/ports/icoachlibrary.h"
#include "core/result.h"

namespace psolog {

// Files from elsewhere, seen from outside: nothing here opens one. Any thread.

/// A known file as it is now, without what was found in it; NotFound, CannotOpen. A link is not followed.
[[nodiscard]] Result<KnownFile> stampOf(const std::string& path);

/// Whether a file is as it was when it was seen before.
[[nodiscard]] bool isUnchanged(const KnownFile& now, const KnownFile& before);

/// Whether a refused file would be refused again as long as it does not change: what its content says, not what a
/// folder, a permission or a newer version of the program may change.
[[nodiscard]] bool lasts(const Error& refusal);

/// Files that may be logs, and those that are something else.
struct FileChoice {
    std::vector<std::string> logs;  ///< by name
    int others = 0;
};

/// The files directly in a folder; NotFound, CannotOpen (it may not be read), NotAFile (it is not a folder).
[[nodiscard]] Result<FileChoice> listFolder(const std::string& folder);

/// Files that somebody chose one by one: each is looked at whatever its name is, except in a folder among them.
[[nodiscard]] FileChoice chosenFiles(const std::vector<std::string>& paths);

}  // namespace psolog
