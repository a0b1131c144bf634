// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/ports/iintake.h"

namespace psolog {

/// For the bytes of a file and its values together: of a larger file nothing is read.
inline constexpr std::int64_t kMostForeignBytes = 48LL * 1024 * 1024;

/// What an Intake works with.
struct IntakeOptions {
    /// The databases that this process has open, asked for at each inspection; they and their journals are refused
    /// without being opened, because that would drop their locks. May be called from several threads at once.
    std::function<std::vector<std::string>()> ownFiles;
    /// Whether to work out InspectedFile::digest, an eighth of the whole work; it is empty otherwise.
    bool digests = true;
};

/// Judges files from elsewhere in this order, and stops at the first objection: what the file is, without opening it;
/// its header; then, in a copy of its bytes in memory, so that no file is made: SQLite's settings against hostile
/// files; the schema, which must be exactly the one of its version; the structure of its pages; each value of each row.
///
/// Within 0.8 s of processor time and 48 MiB for the bytes and the values of a file (TooSlow, TooLarge). Holds no
/// state: any number of threads may use one Intake.
class Intake final : public IIntake {
public:
    explicit Intake(IntakeOptions options = {});

    [[nodiscard]] Result<InspectedFile> inspect(const std::string& path) const override;

    /// Judges bytes as inspect() judges those of a file, without a path; touches no file at all.
    [[nodiscard]] static Result<InspectedFile> inspectBytes(std::span<const std::byte> bytes);

private:
    IntakeOptions m_options;
};

}  // namespace psolog
