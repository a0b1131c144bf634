// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace psolog::test {

/// Everything below a folder: name, kind, size, owner's rights, identity, time of change, and the bytes of small files.
[[nodiscard]] std::map<std::string, std::string> listing(const std::filesystem::path& folder);

/// Notices what any process does in a folder, not below it, from the moment it is made on.
class FolderWatch {
public:
    /// Throws std::runtime_error when the system cannot watch.
    explicit FolderWatch(const std::filesystem::path& folder);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// What happened, in words with the name of the file, but for reading files of the name `readable`.
    [[nodiscard]] std::vector<std::string> happened(const std::string& readable = {});

private:
    int m_descriptor;
};

}  // namespace psolog::test
