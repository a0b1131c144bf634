// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemrandom.h"

#include <random>

#include <QRandomGenerator>

namespace psolog {

std::uint32_t SystemRandom::below(std::uint32_t choices)
{
    // Not QRandomGenerator::bounded(): it scales, so that some numbers come a little more often.
    return std::uniform_int_distribution<std::uint32_t>(0, choices - 1)(*QRandomGenerator::system());
}

}  // namespace psolog
