// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weekly.h"

#include <algorithm>

namespace psolog {

bool isWeeklyScore(WeeklyVersion version, WeeklyItem item, int score)
{
    static constexpr std::array fourAnswers{0, 8, 17, 25};
    static constexpr std::array fiveAnswers{0, 6, 13, 19, 25};
    const bool five =
        version == WeeklyVersion::Ostrc2013 && (item == WeeklyItem::Training || item == WeeklyItem::Performance);
    if (five)
        return std::find(fiveAnswers.begin(), fiveAnswers.end(), score) != fiveAnswers.end();
    return std::find(fourAnswers.begin(), fourAnswers.end(), score) != fourAnswers.end();
}

}  // namespace psolog
