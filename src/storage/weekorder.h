// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/sqliteerror.h"

namespace psolog {

/// The order of each pair of weeks of a plan as it is stored: a digit each, 1 when the week with release comes first.
[[nodiscard]] inline std::string toDigits(const std::vector<bool>& releaseFirst)
{
    std::string digits;
    for (const bool first : releaseFirst)
        digits += first ? '1' : '0';
    return digits;
}

/// And back. Throws UnreadableValue.
[[nodiscard]] inline std::vector<bool> fromDigits(std::string_view digits)
{
    std::vector<bool> releaseFirst;
    for (const char digit : digits) {
        if (digit != '0' && digit != '1')
            throw UnreadableValue("an order of weeks is unknown");
        releaseFirst.push_back(digit == '1');
    }
    return releaseFirst;
}

}  // namespace psolog
