// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace psolog {

/// Whether a file that is there may be replaced.
enum class Replacing { Yes, No };

/// Creates a folder and its missing parents, mode 0700 whatever the umask. A folder that is there is left as it is.
/// ReadOnly, DiskFull or CannotOpen when the system refuses.
[[nodiscard]] Result<void> makePrivateFolder(const std::filesystem::path& folder);

/// Writes a file that is there whole or not at all, also after a power cut: a new file beside it is brought to the disk
/// and takes its name. Mode 0600. InvalidValue: something is there that must not be replaced, or is no regular file
/// but a folder or link; NotFound: its folder is missing; ReadOnly, DiskFull, WriteFailed, CannotOpen: the system
/// refuses. On an error what was there is untouched and nothing is left behind.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content, Replacing replacing);

/// What to do with a symbolic link in the place of a file.
enum class Links { Follow, Refuse };

/// Reads a whole regular file. NotFound; InvalidValue: it is a link to be refused, not a regular file, or longer than
/// `maxBytes`; CannotOpen: the system refuses. Never waits for a pipe or device.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes, Links links);

/// Reads a whole regular file that comes from elsewhere, as readFile() does but for its errors: NotFound; NotAFile: a
/// link, folder, pipe or device; TooLarge: longer than `maxBytes`; CannotOpen: the system refuses.
[[nodiscard]] Result<std::string> readForeignFile(const std::filesystem::path& path, std::size_t maxBytes);

/// A file name as it may stand in a message: one line of valid UTF-8, anything else is a question mark.
[[nodiscard]] std::string printableName(const std::filesystem::path& name);

}  // namespace psolog
