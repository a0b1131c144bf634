// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/todayplan.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

const LocalDay kToday(2026, 11, 22);

DayActivity day(int daysAgo, int checkIns, int releases = 0)
{
    DayActivity activity;
    activity.day = kToday - daysAgo;
    activity.checkIns = checkIns;
    activity.releases = releases;
    return activity;
}

/// Everything done but what a test takes away.
TodayFacts facts()
{
    TodayFacts f;
    f.today = kToday;
    f.lock = ReleaseLock::Free;
    f.lastGluteTest = kToday - 1;
    f.lastTiltTest = kToday - 1;
    return f;
}

TodayFacts afterBaseline()
{
    TodayFacts f = facts();
    for (int ago = 7; ago >= 1; --ago)
        f.activity.push_back(day(ago, 1));
    return f;
}

using Steps = std::vector<NextStep>;

TEST(TodayPlan, BeginsWithACheckInOnAnEmptyLog)
{
    TodayFacts f = facts();
    f.lastGluteTest.reset();
    f.lastTiltTest.reset();
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::CheckIn);
    EXPECT_EQ(plan.later, (Steps{NextStep::GluteTest, NextStep::TiltTest}));
    EXPECT_TRUE(plan.inBaseline);
    EXPECT_EQ(plan.baselineDay, 1);
    EXPECT_FALSE(plan.releaseDay);
}

TEST(TodayPlan, HasNothingMoreOnABaselineDayThatIsDone)
{
    TodayFacts f = facts();
    f.activity = {day(2, 1), day(1, 2), day(0, 1)};
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::BaselineDay);
    EXPECT_EQ(plan.baselineDay, 3);
    EXPECT_EQ(plan.baselineDaysLogged, 3);
    EXPECT_TRUE(plan.later.empty());
}

TEST(TodayPlan, CountsOnlyDaysWithACheckInForTheBaseline)
{
    TodayFacts f = facts();
    f.activity = {day(9, 1), day(5, 0), day(1, 1)};
    EXPECT_EQ(planToday(f).baselineDay, 3);
}

TEST(TodayPlan, OffersTheFirstReleaseAfterSevenBaselineDays)
{
    TodayFacts f = afterBaseline();
    f.activity.push_back(day(0, 1));
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::Release);
    EXPECT_EQ(plan.releaseDay, 1);
    EXPECT_FALSE(plan.inBaseline);
}

TEST(TodayPlan, LetsTheSeventhBaselineDayBeABaselineDay)
{
    TodayFacts f = facts();
    for (int ago = 6; ago >= 0; --ago)
        f.activity.push_back(day(ago, 1));
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::BaselineDay);
    EXPECT_EQ(plan.baselineDay, 7);
}

TEST(TodayPlan, OffersTheReleaseAtOnceToThoseWhoChoseIt)
{
    TodayFacts f = facts();
    f.start = StartChoice::ReleaseToday;
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::CheckIn);
    EXPECT_EQ(plan.later, Steps{NextStep::Release});
}

TEST(TodayPlan, PutsALockInThePlaceOfTheReleaseOnly)
{
    TodayFacts f = afterBaseline();
    f.lock = ReleaseLock::ScreeningNeeded;
    EXPECT_EQ(planToday(f).step, NextStep::CheckIn);
    EXPECT_EQ(planToday(f).later, Steps{NextStep::Screening});
    f.activity.push_back(day(0, 1));
    EXPECT_EQ(planToday(f).step, NextStep::Screening);
    f.lock = ReleaseLock::RedStop;
    EXPECT_EQ(planToday(f).step, NextStep::Locked);
    f.lock = ReleaseLock::Screening;
    EXPECT_EQ(planToday(f).step, NextStep::Locked);
    EXPECT_EQ(planToday(f).lock, ReleaseLock::Screening);
}

TEST(TodayPlan, AReasonStillOwedIsOpenAlsoAfterTheReleaseOfTheDay)
{
    TodayFacts f = afterBaseline();
    f.activity.push_back(day(0, 1, 1));
    ASSERT_EQ(planToday(f).step, NextStep::Done);
    f.lock = ReleaseLock::RedStop;
    EXPECT_EQ(planToday(f).step, NextStep::Done);
    f.lock = ReleaseLock::Unanswered;
    EXPECT_EQ(planToday(f).step, NextStep::Locked);
    EXPECT_TRUE(planToday(f).releasedToday);
}

TEST(TodayPlan, AReasonStillOwedGoesBeforeEverythingElse)
{
    TodayFacts f = afterBaseline();
    f.lastGluteTest = std::nullopt;
    f.lock = ReleaseLock::Unanswered;
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::Locked);
    EXPECT_EQ(plan.later, (Steps{NextStep::CheckIn, NextStep::GluteTest}));
}

TEST(TodayPlan, OffersATestAgainAfterAWeek)
{
    TodayFacts f = afterBaseline();
    f.activity.push_back(day(0, 1));
    f.lastGluteTest = kToday - 6;
    f.lastTiltTest = kToday - 7;
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::TiltTest);
    EXPECT_EQ(plan.later, Steps{NextStep::Release});
}

TEST(TodayPlan, CountsReleaseDaysFromTheFirst)
{
    TodayFacts f = afterBaseline();
    f.firstReleaseDay = kToday - 8;
    for (const int ago : {8, 7, 6, 4, 3, 2, 1})
        f.activity.push_back(day(ago, 1, 1));
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.releaseDay, 9);
    EXPECT_EQ(plan.releaseDaysKept, 7);
    EXPECT_EQ(plan.releaseDaysPossible, 8);
}

TEST(TodayPlan, CountsTodayOnceItsReleaseIsDone)
{
    TodayFacts f = facts();
    f.firstReleaseDay = kToday - 30;
    f.activity = {day(20, 1, 1), day(1, 1, 1), day(0, 1, 2)};
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::Done);
    EXPECT_TRUE(plan.releasedToday);
    EXPECT_EQ(plan.releaseDaysKept, 2);
    EXPECT_EQ(plan.releaseDaysPossible, kRecentDays);
}

TEST(TodayPlan, IgnoresDaysAfterToday)
{
    TodayFacts f = facts();
    f.activity = {day(-1, 1, 1)};
    EXPECT_EQ(planToday(f).baselineDaysLogged, 0);
    EXPECT_EQ(planToday(f).releaseDaysKept, 0);
}

}  // namespace
}  // namespace psolog
