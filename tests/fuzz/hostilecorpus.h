// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/result.h"

namespace psolog::test {

/// What must become of a file.
enum class Verdict {
    Accepted,  ///< a log as somebody may have it
    Refused,
    Either,  ///< nothing in it does harm; whatever is accepted must be valid
};

/// One file that does harm, or tries to, or only looks so.
struct HostileCase {
    std::string name;  ///< unique; "view-as-table"
    Verdict verdict = Verdict::Refused;
    std::vector<ErrorCode> reasons;  ///< of which one is given on refusal; empty: any that IIntake names
    /// Makes the file, with whatever belongs beside it, in a folder that exists, and returns the path to read. A file
    /// that it wants to harm is there as folder/victim*.
    std::function<std::string(const std::filesystem::path& folder)> make;
};

/// For messages of tests.
inline void PrintTo(const HostileCase& one, std::ostream* out)
{
    *out << one.name;
}

/// The victims of a case: made before it, as they were after it.
inline constexpr const char* kVictimName = "victim.txt";
inline constexpr const char* kVictimText = "nothing may happen to this text\n";

/// Every case, always the same ones in the same order.
[[nodiscard]] std::vector<HostileCase> hostileCases();

/// Groups of hostileCases().
[[nodiscard]] std::vector<HostileCase> soundCases();
[[nodiscard]] std::vector<HostileCase> schemaCases();
[[nodiscard]] std::vector<HostileCase> valueCases();
[[nodiscard]] std::vector<HostileCase> byteCases();
[[nodiscard]] std::vector<HostileCase> fileCases();

/// A case that is bytes alone.
[[nodiscard]] HostileCase bytesCase(std::string name, Verdict verdict, std::vector<ErrorCode> reasons,
                                    std::function<std::string()> bytes);
/// Writes bytes into a new file and returns its path.
std::string putFile(const std::filesystem::path& path, const std::string& bytes);

/// Number of ways in which systematicDamage() damages a log: cut at every page, and each
/// byte of the header with several values.
[[nodiscard]] std::size_t systematicDamages(const std::string& log);
/// The log with damage number `n` < systematicDamages().
[[nodiscard]] std::string systematicDamage(const std::string& log, std::size_t n);
/// The log with random damage, the same for the same seed: flipped bits, most of them where the structure of the
/// file stands, or pages that changed places.
[[nodiscard]] std::string randomDamage(const std::string& log, std::uint64_t seed);

}  // namespace psolog::test
