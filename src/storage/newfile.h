// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace psolog {

/// A new, empty file that vanishes again, with the folders made for it, unless it is kept. Nobody but the owner can
/// read it: files 0600, folders 0700.
class NewFile {
public:
    /// Makes the file and the folders missing above it. ReadOnly, DiskFull or CannotOpen; then nothing is left behind.
    [[nodiscard]] static Result<NewFile> make(const std::string& path);

    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    NewFile& operator=(NewFile&&) = delete;

    /// The file has content worth keeping.
    void keep();

private:
    NewFile() = default;

    std::string m_path;                  // empty: nothing to remove
    std::vector<std::string> m_folders;  // made by us, outermost first
};

}  // namespace psolog
