// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace psolog::test {

/// Changes some of the bytes it gets, in place, and returns how many there are afterwards, at most `most`.
using ByteMutator = std::function<std::size_t(std::uint8_t* bytes, std::size_t size, std::size_t most)>;

/// A variation of a log that gets past the first checks more often than bytes changed by chance: values of rows
/// rewritten by SQLite, or bytes of one page changed, with a header that still names a log most of the time. The same
/// for the same seed and the same work of `mutate`.
[[nodiscard]] std::string variation(const std::string& log, std::uint64_t seed, const ByteMutator& mutate);

}  // namespace psolog::test
