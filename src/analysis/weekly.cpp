// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/weekly.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace psolog {

namespace {

constexpr int kNoProblem = 0;
constexpr int kWorst = 25;           // of one item
constexpr int kWorstSeverity = 100;  // of all four
constexpr int kModerateOf2013 = 13;  // least score of a substantial item 2 or 3
constexpr int kModerateOfH2 = 17;

std::optional<int> scoreOf(const WeeklyCheckIn& checkIn, WeeklyItem item)
{
    return checkIn.scores[static_cast<std::size_t>(item)];
}

/// Whether this answer alone makes the week's problem substantial; nothing when it was not given.
std::optional<bool> reaches(std::optional<int> score, int least)
{
    return score ? std::optional(*score >= least) : std::nullopt;
}

}  // namespace

bool endsWeekly(WeeklyVersion version, int participation)
{
    return version == WeeklyVersion::OstrcH2 && (participation == kNoProblem || participation == kWorst);
}

std::optional<std::size_t> answerPosition(int score)
{
    const auto found = std::find(kOstrcH2Scores.begin(), kOstrcH2Scores.end(), score);
    if (found == kOstrcH2Scores.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - kOstrcH2Scores.begin());
}

std::optional<int> weeklySeverity(const WeeklyCheckIn& checkIn)
{
    int sum = 0;
    std::size_t answered = 0;
    for (const auto& score : checkIn.scores) {
        sum += score.value_or(0);
        answered += score ? 1 : 0;
    }
    if (answered == kWeeklyItems)
        return sum;
    const auto first = scoreOf(checkIn, WeeklyItem::Participation);
    if (answered == 1 && first && endsWeekly(checkIn.version, *first))
        return *first == kNoProblem ? 0 : kWorstSeverity;
    return std::nullopt;
}

std::optional<bool> weeklySubstantial(const WeeklyCheckIn& checkIn)
{
    const bool h2 = checkIn.version == WeeklyVersion::OstrcH2;
    const int moderate = h2 ? kModerateOfH2 : kModerateOf2013;
    const std::array decisive{
        h2 ? reaches(scoreOf(checkIn, WeeklyItem::Participation), kWorst) : std::optional(false),
        reaches(scoreOf(checkIn, WeeklyItem::Training), moderate),
        reaches(scoreOf(checkIn, WeeklyItem::Performance), moderate),
    };
    if (std::any_of(decisive.begin(), decisive.end(), [](const auto& answer) { return answer.value_or(false); }))
        return true;
    const bool aProblem = std::any_of(checkIn.scores.begin(), checkIn.scores.end(),
                                      [](const auto& score) { return score.value_or(kNoProblem) != kNoProblem; });
    const bool undecided =
        std::any_of(decisive.begin(), decisive.end(), [](const auto& answer) { return !answer.has_value(); });
    return aProblem && !undecided ? std::optional(false) : std::nullopt;
}

bool isSubstantial(const WeeklyCheckIn& checkIn)
{
    return weeklySubstantial(checkIn).value_or(false);
}

bool isWeeklyDue(const std::optional<LocalDay>& last, LocalDay today)
{
    return !last || today - *last >= kWeeklyIntervalDays;
}

}  // namespace psolog
