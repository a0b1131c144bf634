// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"

namespace psolog {

/// The bytes of a file from elsewhere in a private folder of its own, whose header was judged. Nothing beside the file,
/// such as a journal, is looked at. File and folder are gone with the object, or before: see forget().
class ForeignCopy {
public:
    /// Copies a file. `ownFiles` are never opened, nor are their journals. Errors: NotFound, CannotOpen, NotAFile,
    /// TooLarge, NotALog, TooNew, Damaged, Changing, OwnLog, DiskFull.
    [[nodiscard]] static Result<ForeignCopy> make(const std::string& path, const std::vector<std::string>& ownFiles,
                                                  const std::string& baseFolder);

    ~ForeignCopy();
    ForeignCopy(ForeignCopy&& other) noexcept;
    ForeignCopy(const ForeignCopy&) = delete;
    ForeignCopy& operator=(const ForeignCopy&) = delete;
    ForeignCopy& operator=(ForeignCopy&&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }
    [[nodiscard]] int version() const { return m_version; }

    /// Removes file and folder; whoever has the file open keeps it, so that nothing is left after a crash either.
    void forget();
    /// The bytes as they were copied, also after forget(). CannotOpen.
    [[nodiscard]] Result<std::string> read() &&;

private:
    ForeignCopy() = default;

    Result<void> makeFile(const std::string& baseFolder);

    std::string m_folder;  // empty: nothing to remove
    std::string m_path;
    int m_file = -1;
    std::int64_t m_bytes = 0;
    int m_version = 0;
    std::string m_image;  // the bytes, unless there were too many to keep
};

}  // namespace psolog
