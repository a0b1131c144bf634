// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"

namespace psolog {

/// A folder of ours alone (0700), for what must not be seen before it is finished. It goes with everything in it; what
/// a program that was killed left behind goes with the next one made at the same place.
class PrivateFolder {
public:
    /// Makes it beside a file of ours, or in the system's temporary folder where that one refuses. ReadOnly, DiskFull,
    /// CannotOpen.
    [[nodiscard]] static Result<PrivateFolder> makeBeside(const std::string& file);

    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    PrivateFolder(std::filesystem::path path, int lock);

    std::filesystem::path m_path;  // empty: moved from
    int m_lock;                    // the open folder; held as long as we live, so that nobody else takes it for left
};

}  // namespace psolog
