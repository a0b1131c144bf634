// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/experimentsite.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

const LocalDay kFirst(2026, 11, 1);

std::vector<DayValue> scores(int firstIndex, const std::vector<double>& medians)
{
    std::vector<DayValue> days;
    for (std::size_t i = 0; i < medians.size(); ++i) {
        DayValue day;
        day.day = (kFirst + (firstIndex + static_cast<int>(i))).number();
        day.count = 1;
        day.median = medians[i];
        days.push_back(day);
    }
    return days;
}

Experiment randomStart(int baseline)
{
    Experiment plan;
    plan.firstDay = kFirst;
    plan.baseline = baseline;
    return plan;
}

Experiment weeks(std::vector<bool> releaseFirst)
{
    Experiment plan;
    plan.kind = ExperimentKind::AlternatingWeeks;
    plan.firstDay = kFirst;
    plan.releaseFirst = std::move(releaseFirst);
    return plan;
}

TEST(ExperimentSite, IsTheHamstringThatWasSorerBeforeAnyDrawCouldMatter)
{
    // Sorer on the right in the first seven days, on the left in all that follow.
    const auto left = scores(0, {3, 3, 3, 3, 3, 3, 3, 9, 9, 9, 9, 9, 9});
    const auto right = scores(0, {4, 4, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 1});
    for (const int baseline : {7, 10, 21})
        EXPECT_EQ(experimentSite(randomStart(baseline), left, right).side, Side::Right);
}

TEST(ExperimentSite, WithWeeksByTurnsTheDaysBeforeThePlanDecide)
{
    const auto left = scores(-3, {6, 6, 6, 1, 1, 1});
    const auto right = scores(-3, {5, 5, 5, 9, 9, 9});
    EXPECT_EQ(experimentSite(weeks({true, false}), left, right).side, Side::Left);
    EXPECT_EQ(experimentSite(weeks({false, true}), left, right).side, Side::Left);
}

TEST(ExperimentSite, WithoutScoresBeforeAllDaysOfThePlanDecide)
{
    const auto left = scores(1, {6, 1, 1});
    const auto right = scores(1, {1, 6, 6});
    EXPECT_EQ(experimentSite(weeks({true, false}), left, right).side, Side::Right);
    EXPECT_EQ(experimentSite(weeks({false, true}), left, right).side, Side::Right);
}

TEST(ExperimentSite, AHamstringThatWasNeverAskedIsNotChosen)
{
    EXPECT_EQ(experimentSite(randomStart(7), {}, scores(0, {0, 0})).side, Side::Right);
    EXPECT_EQ(experimentSite(randomStart(7), {}, {}).side, Side::Left);
}

}  // namespace
}  // namespace psolog
