// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/localtime.h"

namespace psolog {

UtcTime utcOfLocal(LocalDay date, std::chrono::minutes timeOfDay,
                   const std::function<std::chrono::minutes(UtcTime)>& offsetAt)
{
    const UtcTime naive = UtcTime(date.days()) + timeOfDay;
    // No offset exceeds 14 h, so the moment wanted lies between these two, and at most one clock change with it.
    const auto before = offsetAt(naive - std::chrono::days(1));
    const auto after = offsetAt(naive + std::chrono::days(1));
    const auto fits = [&](std::chrono::minutes offset) { return offsetAt(naive - offset) == offset; };
    return fits(before) || !fits(after) ? naive - before : naive - after;
}

}  // namespace psolog
