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

/// Baseline of 8 days, then 14 with release; the first day lies `daysAgo` days back.
Experiment randomStart(int daysAgo)
{
    Experiment plan;
    plan.firstDay = kToday - daysAgo;
    plan.mostBaseline = 8;
    plan.baseline = 8;
    plan.releaseDays = 14;
    return plan;
}

TEST(TodayPlan, LeavesADayWithoutReleaseToAnExperiment)
{
    TodayFacts f = afterBaseline();
    f.activity.push_back(day(0, 1));
    f.experiments = {randomStart(7)};
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::BaselineDay);
    EXPECT_TRUE(plan.later.empty());
    EXPECT_FALSE(plan.inBaseline);
    EXPECT_FALSE(plan.releaseDay);
    EXPECT_EQ(plan.planDay, (PlanDay{ExperimentKind::RandomStart, 8, false, false}));
}

TEST(TodayPlan, ReleasesFromTheDrawnDayOnWhateverTheChosenBaseline)
{
    TodayFacts f = facts();
    f.start = StartChoice::BaselineFirst;
    f.activity = {day(0, 1)};
    f.experiments = {randomStart(8)};
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.step, NextStep::Release);
    EXPECT_FALSE(plan.inBaseline);
    EXPECT_EQ(plan.planDay, (PlanDay{ExperimentKind::RandomStart, 9, true, true}));
}

TEST(TodayPlan, SaysOnTheFirstDayOfAPlanNoTurn)
{
    TodayFacts f = facts();
    Experiment weeks;
    weeks.kind = ExperimentKind::AlternatingWeeks;
    weeks.firstDay = kToday;
    weeks.releaseFirst = {true, false};
    f.experiments = {weeks};
    EXPECT_EQ(planToday(f).planDay, (PlanDay{ExperimentKind::AlternatingWeeks, 1, true, false}));
    f.today = kToday + 7;
    EXPECT_EQ(planToday(f).planDay, (PlanDay{ExperimentKind::AlternatingWeeks, 8, false, true}));
}

TEST(TodayPlan, FollowsNoPlanThatIsOverStoppedReplacedOrToCome)
{
    TodayFacts f = facts();
    f.experiments = {randomStart(22)};
    EXPECT_FALSE(planToday(f).planDay);
    f.experiments = {randomStart(-1)};
    EXPECT_FALSE(planToday(f).planDay);
    Experiment stopped = randomStart(3);
    stopped.state = ExperimentState::Stopped;
    stopped.ended = RecordedAt{Instant{}, kToday};
    f.experiments = {stopped};
    EXPECT_FALSE(planToday(f).planDay);
    // The plan that took its place on the same day holds.
    stopped.state = ExperimentState::Replaced;
    f.experiments = {stopped, randomStart(0)};
    ASSERT_TRUE(planToday(f).planDay);
    EXPECT_EQ(planToday(f).planDay->number, 1);
}

TEST(TodayPlan, CountsNoReleaseDaysThatAnExperimentLeavesOut)
{
    TodayFacts f = facts();
    f.firstReleaseDay = kToday - 20;
    f.activity = {day(20, 0, 1)};
    // Seven days without release, then seven with it up to yesterday; one release on a day that was to have none.
    for (int ago = 7; ago >= 1; --ago)
        f.activity.push_back(day(ago, 1, 1));
    f.activity.push_back(day(10, 1, 1));
    Experiment weeks;
    weeks.kind = ExperimentKind::AlternatingWeeks;
    weeks.firstDay = kToday - 14;
    weeks.releaseFirst = {false, true};
    f.experiments = {weeks};
    const TodayPlan plan = planToday(f);
    EXPECT_EQ(plan.releaseDaysKept, 7);
    EXPECT_EQ(plan.releaseDaysPossible, 7);
}

TEST(TodayPlan, OffersTheWeeklyCheckInOnceAWeekToWhoWantsIt)
{
    TodayFacts f = facts();
    EXPECT_FALSE(planToday(f).weeklyDue);
    f.weeklyWanted = true;
    const NextStep step = planToday(f).step;
    EXPECT_TRUE(planToday(f).weeklyDue);
    EXPECT_EQ(planToday(f).step, step);
    f.lastWeekly = kToday - 6;
    EXPECT_FALSE(planToday(f).weeklyDue);
    f.lastWeekly = kToday - 7;
    EXPECT_TRUE(planToday(f).weeklyDue);
}

}  // namespace
}  // namespace psolog
