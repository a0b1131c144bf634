// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/result.h"

namespace psolog {

/// What to do when the target exists.
enum class Existing {
    Refuse,
    Replace,  ///< only a regular file
};

/// A new file that appears at its place complete or not at all: it grows in a private folder beside its target, which
/// goes with everything in it unless the file was moved to its place.
class OutputFile {
public:
    /// Makes the private folder. InvalidValue: the target exists and must not be replaced, or is no regular file;
    /// NotFound: its folder is missing; ReadOnly, DiskFull, CannotOpen: the system refuses.
    [[nodiscard]] static Result<OutputFile> prepare(const std::filesystem::path& target, Existing existing);

    ~OutputFile();
    OutputFile(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    OutputFile& operator=(OutputFile&&) = delete;

    /// Where to write meanwhile; nothing is there yet.
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "new"; }

    /// Brings the closed file to the disk and moves it to its place; the errors of prepare(), and WriteFailed.
    [[nodiscard]] Result<void> moveIntoPlace();

private:
    OutputFile(std::filesystem::path target, std::filesystem::path folder, Existing existing);

    std::filesystem::path m_target;
    std::filesystem::path m_folder;  // empty: moved from
    Existing m_existing;
};

}  // namespace psolog
