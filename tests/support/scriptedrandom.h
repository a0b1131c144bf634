// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/ports/irandomsource.h"

namespace psolog::test {

/// Draws what the test wrote down, then 0; remembers among how many each draw was made.
class ScriptedRandom : public IRandomSource {
public:
    [[nodiscard]] std::uint32_t below(std::uint32_t choices) override
    {
        asked.push_back(choices);
        const std::size_t draw = asked.size() - 1;
        return draw < script.size() ? std::min(script[draw], choices - 1) : 0;
    }

    std::vector<std::uint32_t> script;
    std::vector<std::uint32_t> asked;
};

}  // namespace psolog::test
