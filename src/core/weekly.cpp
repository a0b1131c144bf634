// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weekly.h"

#include <algorithm>

namespace psolog {

bool isWeeklyScore(WeeklyVersion version, WeeklyItem item, int score)
{
    // The 2013 version has the same four where it has four.
    static constexpr const auto& fourAnswers = kOstrcH2Scores;
    static constexpr std::array fiveAnswers{0, 6, 13, 19, 25};
    const bool five =
        version == WeeklyVersion::Ostrc2013 && (item == WeeklyItem::Training || item == WeeklyItem::Performance);
    if (five)
        return std::find(fiveAnswers.begin(), fiveAnswers.end(), score) != fiveAnswers.end();
    return std::find(fourAnswers.begin(), fourAnswers.end(), score) != fourAnswers.end();
}

}  // namespace psolog
