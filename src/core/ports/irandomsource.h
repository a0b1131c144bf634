// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace psolog {

/// Chance, for what has to be drawn: a randomisation test is worth what its draw is worth. Every result must be
/// equally likely and not to be foreseen; ids are no source for it, nor is a generator with a seed.
class IRandomSource {
public:
    virtual ~IRandomSource() = default;

    /// A whole number 0 … choices - 1, each with the same chance. `choices` is at least 1.
    [[nodiscard]] virtual std::uint32_t below(std::uint32_t choices) = 0;
};

}  // namespace psolog
