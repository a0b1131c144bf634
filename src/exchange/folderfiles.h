// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/unusedfile.h"

namespace psolog {

/// The JSON files of a folder.
struct FolderFiles {
    std::vector<std::string> names;  ///< sorted
    std::vector<UnusedFile> unused;  ///< the folder itself when it cannot be read; the first file beyond the limit
};

/// The files of a folder whose names end in ".json" and do not begin with a dot, at most maxFiles of them. A folder
/// that does not exist is empty. Says nothing of what the files are: readFile() refuses what is no regular file.
[[nodiscard]] FolderFiles jsonFilesIn(const std::filesystem::path& folder, std::size_t maxFiles);

}  // namespace psolog
