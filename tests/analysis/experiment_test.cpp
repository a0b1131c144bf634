// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/experiment.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/scriptedrandom.h"

using namespace psolog;
using namespace psolog::test;

namespace {

const LocalDay kFirst(2026, 9, 1);
const ExperimentId kId("00000000-0000-4000-8000-000000000001");

Experiment startPlan(int baseline, int least = 7, int most = 21, int releaseDays = 28)
{
    Experiment plan;
    plan.id = kId;
    plan.recorded.day = kFirst;
    plan.firstDay = kFirst;
    plan.leastBaseline = least;
    plan.mostBaseline = most;
    plan.baseline = baseline;
    plan.releaseDays = releaseDays;
    return plan;
}

Experiment weeksPlan(const std::vector<bool>& releaseFirst)
{
    Experiment plan;
    plan.id = kId;
    plan.recorded.day = kFirst;
    plan.firstDay = kFirst;
    plan.kind = ExperimentKind::AlternatingWeeks;
    plan.releaseFirst = releaseFirst;
    return plan;
}

/// Scores of the plan's days in order; a negative one is a day without a score.
std::vector<DayValue> scored(const std::vector<double>& scores, LocalDay first = kFirst)
{
    std::vector<DayValue> days;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] < 0)
            continue;
        DayValue day;
        day.day = first.number() + static_cast<int>(i);
        day.count = 1;
        day.median = scores[i];
        days.push_back(day);
    }
    return days;
}

/// `without` on days without release and `with` on the others.
std::vector<double> following(const Experiment& plan, double without, double with)
{
    std::vector<double> scores;
    for (LocalDay day = plan.firstDay; day <= plan.lastDay(); day = day + 1)
        scores.push_back(plan.isReleaseDay(day) ? with : without);
    return scores;
}

ExperimentFinding afterwards(const Experiment& plan, const std::vector<double>& scores)
{
    return examine(plan, scored(scores), {}, plan.lastDay() + 1);
}

/// Scores for the days of a plan, one in six missing.
rc::Gen<std::vector<double>> scoresFor(const Experiment& plan)
{
    return rc::gen::container<std::vector<double>>(
        static_cast<std::size_t>(plan.length()),
        rc::gen::map(rc::gen::inRange(-4, 21), [](int half) { return half < 0 ? -1.0 : half / 2.0; }));
}

rc::Gen<Experiment> anyPlan()
{
    return rc::gen::exec([] {
        if (*rc::gen::arbitrary<bool>()) {
            const int least = *rc::gen::inRange(7, 22);
            const int most = *rc::gen::inRange(least, 22);
            return startPlan(*rc::gen::inRange(least, most + 1), least, most, *rc::gen::inRange(14, 57));
        }
        // Up to 64 assignments: each of them is the drawn one once.
        std::vector<bool> order(static_cast<std::size_t>(*rc::gen::inRange(2, 7)));
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = *rc::gen::arbitrary<bool>();
        return weeksPlan(order);
    });
}

TEST(Experiment, TheDrawOfAStartChoosesAmongAllBaselines)
{
    for (std::uint32_t draw = 0; draw < 15; ++draw) {
        ScriptedRandom random;
        random.script = {draw};
        const Experiment plan = drawn(startPlan(7), 0, random);
        EXPECT_EQ(plan.baseline, 7 + static_cast<int>(draw));
        EXPECT_EQ(random.asked, std::vector<std::uint32_t>{15});
        EXPECT_TRUE(validate(plan, plan.recorded.at));
    }
}

TEST(Experiment, TheDrawOfWeeksDecidesEachPair)
{
    ScriptedRandom random;
    random.script = {0, 1, 1, 0, 1};
    const Experiment plan = drawn(weeksPlan({}), 5, random);
    EXPECT_EQ(plan.releaseFirst, (std::vector<bool>{false, true, true, false, true}));
    EXPECT_EQ(random.asked, std::vector<std::uint32_t>(5, 2));
    EXPECT_TRUE(validate(plan, plan.recorded.at));
}

TEST(Experiment, TheNumberOfAssignmentsLimitsThePThatCanBeReached)
{
    EXPECT_EQ(assignmentCount(startPlan(7)), 15);
    EXPECT_NEAR(smallestP(startPlan(7)), 0.067, 0.001);
    EXPECT_GT(smallestP(startPlan(7)), 0.05) << "a start cannot get to 5 %";
    EXPECT_EQ(assignmentCount(startPlan(7, 7, 7)), 1);
    EXPECT_EQ(assignmentCount(weeksPlan({true, false})), 4);
    EXPECT_EQ(assignmentCount(weeksPlan(std::vector<bool>(5))), 32);
    EXPECT_LT(smallestP(weeksPlan(std::vector<bool>(5))), 0.05);
    EXPECT_EQ(assignmentCount(weeksPlan(std::vector<bool>(10))), 1024);
}

TEST(Experiment, TheCandidateDaysFollowTheShortestBaseline)
{
    const auto days = candidateDays(startPlan(9));
    ASSERT_EQ(days.size(), 15U);
    EXPECT_EQ(days.front(), kFirst + 7);
    EXPECT_EQ(days.back(), kFirst + 21);
    EXPECT_FALSE(startPlan(7).isReleaseDay(days.front() - 1));
    EXPECT_TRUE(startPlan(7).isReleaseDay(days.front()));
    EXPECT_TRUE(candidateDays(weeksPlan({true, true})).empty());
}

TEST(Experiment, WhatWasDrawnIsToldWhenItsTimeComes)
{
    Experiment start = startPlan(8, 7, 10);
    const auto told = [&](int day, int today) { return isDrawTold(start, kFirst + day, kFirst + today); };
    EXPECT_TRUE(told(6, 0)) << "before the first candidate there is no release";
    EXPECT_FALSE(told(7, 0));
    EXPECT_FALSE(told(9, 7));
    EXPECT_TRUE(told(7, 7));
    EXPECT_TRUE(told(9, 8)) << "it has begun";
    EXPECT_TRUE(told(10, 0)) << "from the last candidate on there is a release";
    EXPECT_FALSE(isStartTold(start, kFirst + 7));
    EXPECT_TRUE(isStartTold(start, kFirst + 8));
    start.ended = start.recorded;
    EXPECT_TRUE(told(9, 0));
    EXPECT_TRUE(isStartTold(startPlan(9, 9, 9), kFirst)) << "nothing was left to chance";

    const Experiment weeks = weeksPlan({true, false});
    EXPECT_FALSE(isDrawTold(weeks, kFirst + 14, kFirst + 13));
    EXPECT_TRUE(isDrawTold(weeks, kFirst + 27, kFirst + 14));
    EXPECT_FALSE(isDrawTold(weeks, kFirst, kFirst - 1));
}

TEST(Experiment, ThePlanEndsOnTheSameDayWhateverIsDrawn)
{
    for (int baseline = 7; baseline <= 21; ++baseline)
        EXPECT_EQ(startPlan(baseline).lastDay(), kFirst + 48) << baseline;
}

TEST(Experiment, TheAssignmentsAreAllDifferentAndOneOfThemIsThePlan)
{
    for (const Experiment& plan : {startPlan(12), weeksPlan({true, false, false, true})}) {
        const auto all = assignmentsOf(plan);
        EXPECT_EQ(static_cast<int>(all.size()), assignmentCount(plan));
        EXPECT_EQ(std::count(all.begin(), all.end(), plan), 1);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_NE(all[i], all[j]);
    }
}

TEST(Experiment, ADropExactlyAtTheDrawnStartHasTheSmallestP)
{
    const Experiment plan = startPlan(12);
    const auto finding = afterwards(plan, following(plan, 7, 3));
    EXPECT_EQ(finding.stage, ExperimentStage::Done);
    EXPECT_EQ(finding.daysWithout, 12);
    EXPECT_EQ(finding.daysWith, 37);
    EXPECT_EQ(finding.assignments, 15);
    EXPECT_EQ(finding.incomparable, 0);
    EXPECT_DOUBLE_EQ(*finding.meanWithout, 7);
    EXPECT_DOUBLE_EQ(*finding.meanWith, 3);
    EXPECT_DOUBLE_EQ(*finding.difference, 4);
    EXPECT_DOUBLE_EQ(*finding.p, 1.0 / 15);
}

TEST(Experiment, WeeksThatFollowThePlanHaveTheSmallestPAndTheReverseHasOne)
{
    const Experiment plan = weeksPlan({true, false, false, true, true});
    EXPECT_DOUBLE_EQ(*afterwards(plan, following(plan, 5, 2)).p, 1.0 / 32);
    const auto worse = afterwards(plan, following(plan, 2, 5));
    EXPECT_DOUBLE_EQ(*worse.p, 1);
    EXPECT_DOUBLE_EQ(*worse.difference, -3);
}

TEST(Experiment, TheTestAgreesWithACalculationByHand)
{
    // Two pairs, each week with one level: 6 2 | 5 4. Without minus with is ±4 ± 1, halved.
    std::vector<double> scores;
    for (const double level : {6, 2, 5, 4})
        scores.insert(scores.end(), 7, level);
    const auto p = [&](bool first, bool second) { return *afterwards(weeksPlan({first, second}), scores).p; };
    EXPECT_DOUBLE_EQ(p(false, false), 0.25);
    EXPECT_DOUBLE_EQ(p(false, true), 0.5);
    EXPECT_DOUBLE_EQ(p(true, false), 0.75);
    EXPECT_DOUBLE_EQ(p(true, true), 1);
    EXPECT_DOUBLE_EQ(*afterwards(weeksPlan({false, true}), scores).difference, 1.5);
}

TEST(Experiment, EqualDifferencesCountAgainstThePlan)
{
    std::vector<double> scores;
    for (const double level : {6, 2, 6, 2})
        scores.insert(scores.end(), 7, level);
    EXPECT_DOUBLE_EQ(*afterwards(weeksPlan({false, true}), scores).p, 0.75);
    EXPECT_DOUBLE_EQ(*afterwards(weeksPlan({true, false}), scores).p, 0.75);
}

RC_GTEST_PROP(ExperimentProperty, ConstantScoresGiveAPOfOne, ())
{
    const Experiment plan = *anyPlan();
    const double level = *rc::gen::inRange(0, 21) / 2.0;
    const auto finding = afterwards(plan, following(plan, level, level));
    RC_ASSERT(finding.stage == ExperimentStage::Done);
    RC_ASSERT(std::abs(*finding.difference) < 1e-12);
    RC_ASSERT(*finding.p == 1.0);
}

RC_GTEST_PROP(ExperimentProperty, WithoutAnEffectASmallPIsAsRareAsItSays, ())
{
    const Experiment plan = *anyPlan();
    const auto scores = *scoresFor(plan);
    // The same scores whatever was drawn: that is what no effect means.
    std::vector<double> ps;
    for (const Experiment& other : assignmentsOf(plan))
        ps.push_back(afterwards(other, scores).p.value_or(1));
    for (const double alpha : ps) {
        const auto hits = std::count_if(ps.begin(), ps.end(), [&](double p) { return p <= alpha + 1e-12; });
        RC_ASSERT(static_cast<double>(hits) <= alpha * static_cast<double>(ps.size()) + 1e-9);
    }
}

RC_GTEST_PROP(ExperimentProperty, DifferentScoresOfEveryPlanMakeEveryPOccurOnce, ())
{
    // Powers of two: no two plans have the same difference.
    const Experiment plan = weeksPlan(std::vector<bool>(static_cast<std::size_t>(*rc::gen::inRange(2, 7))));
    std::vector<double> scores;
    for (std::size_t week = 0; week < 2 * plan.releaseFirst.size(); ++week)
        scores.insert(scores.end(), 7, std::ldexp(1, static_cast<int>(week)) / 512);
    std::set<double> ps;
    for (const Experiment& other : assignmentsOf(plan))
        ps.insert(*afterwards(other, scores).p);
    RC_ASSERT(static_cast<int>(ps.size()) == assignmentCount(plan));
    RC_ASSERT(*ps.begin() == smallestP(plan));
    RC_ASSERT(*ps.rbegin() == 1.0);
}

RC_GTEST_PROP(ExperimentProperty, TheOrderOfScoresWithinAWeekDoesNotMatter, ())
{
    std::vector<bool> order(static_cast<std::size_t>(*rc::gen::inRange(2, 7)));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = *rc::gen::arbitrary<bool>();
    const Experiment plan = weeksPlan(order);
    auto scores = *scoresFor(plan);
    const auto before = afterwards(plan, scores);
    const auto week = scores.begin() + 7 * *rc::gen::inRange(0, static_cast<int>(2 * order.size()));
    std::rotate(week, week + *rc::gen::inRange(0, 7), week + 7);
    const auto after = afterwards(plan, scores);
    RC_ASSERT(after.p == before.p);
    RC_ASSERT(after.stage == before.stage);
}

RC_GTEST_PROP(ExperimentProperty, ShiftAndScaleDoNotChangeP, ())
{
    const Experiment plan = *anyPlan();
    auto scores = *scoresFor(plan);
    const auto before = afterwards(plan, scores);
    for (double& score : scores)
        score = score < 0 ? score : 3 + 2 * score;
    RC_ASSERT(afterwards(plan, scores).p == before.p);
}

RC_GTEST_PROP(ExperimentProperty, ScoresOutsideThePlanDoNotCount, ())
{
    const Experiment plan = *anyPlan();
    const auto scores = *scoresFor(plan);
    auto longer = scores;
    longer.insert(longer.begin(), 30, 10);
    longer.insert(longer.end(), 30, 0);
    RC_ASSERT(examine(plan, scored(longer, kFirst - 30), {}, plan.lastDay() + 90) == afterwards(plan, scores));
}

TEST(Experiment, AnAssignmentWithoutScoresOnOneSideCountsAgainstThePlan)
{
    // Scores only on days 8 to 30: the baseline of 7 days has none.
    const Experiment plan = startPlan(16);
    auto scores = following(plan, 7, 3);
    std::fill(scores.begin(), scores.begin() + 7, -1);
    std::fill(scores.begin() + 30, scores.end(), -1);
    const auto finding = afterwards(plan, scores);
    EXPECT_EQ(finding.stage, ExperimentStage::Done);
    EXPECT_EQ(finding.daysWithout, 9);
    EXPECT_EQ(finding.daysWith, 14);
    EXPECT_EQ(finding.incomparable, 1);
    EXPECT_DOUBLE_EQ(*finding.p, 2.0 / 15);
}

TEST(Experiment, SixDaysWithAScoreOnASideAreTooFew)
{
    const Experiment plan = startPlan(7);
    auto scores = following(plan, 7, 3);
    EXPECT_EQ(afterwards(plan, scores).stage, ExperimentStage::Done);
    scores[3] = -1;
    const auto finding = afterwards(plan, scores);
    EXPECT_EQ(finding.stage, ExperimentStage::TooFewDays);
    EXPECT_EQ(finding.daysWithout, 6);
    EXPECT_EQ(finding.plannedWithout, 7);
    EXPECT_FALSE(finding.p);
    EXPECT_FALSE(finding.difference);
    EXPECT_EQ(afterwards(plan, {}).stage, ExperimentStage::TooFewDays);
}

TEST(Experiment, NothingIsComparedBeforeTheLastDayHasPassed)
{
    const Experiment plan = startPlan(10);
    const auto days = scored(following(plan, 7, 3));
    const auto atEnd = examine(plan, days, {}, plan.lastDay());
    EXPECT_EQ(atEnd.stage, ExperimentStage::NotOver);
    EXPECT_FALSE(atEnd.p);
    EXPECT_FALSE(atEnd.difference);
    EXPECT_EQ(atEnd.daysWith, 39);
    EXPECT_EQ(examine(plan, days, {}, plan.lastDay() + 1).stage, ExperimentStage::Done);

    const auto before = examine(plan, days, {}, kFirst - 1);
    EXPECT_EQ(before.stage, ExperimentStage::NotOver);
    EXPECT_EQ(before.daysWithout + before.daysWith + before.plannedWithout + before.plannedWith, 0);
}

TEST(Experiment, AStoppedOrReplacedPlanHasNoP)
{
    for (const ExperimentState state : {ExperimentState::Stopped, ExperimentState::Replaced}) {
        Experiment plan = startPlan(10);
        plan.state = state;
        plan.ended = RecordedAt{{}, kFirst + 20};
        const auto finding = examine(plan, scored(following(plan, 7, 3)), {}, plan.lastDay() + 5);
        EXPECT_EQ(finding.stage,
                  state == ExperimentState::Stopped ? ExperimentStage::Stopped : ExperimentStage::Replaced);
        EXPECT_FALSE(finding.p);
        EXPECT_EQ(finding.plannedWithout, 10);
        EXPECT_EQ(finding.plannedWith, 10) << "the day it was ended on no longer belongs to it";
        EXPECT_EQ(finding.daysWith, 10);
    }
}

TEST(Experiment, AdherenceCountsBothWaysAndGivesTodayTime)
{
    const Experiment plan = startPlan(7);
    const auto released = [](int day) {
        DayActivity activity;
        activity.day = kFirst + day;
        activity.releases = 1;
        return activity;
    };
    DayActivity run;
    run.day = kFirst + 1;
    run.runs = 1;
    const std::vector<DayActivity> activity{released(-1), run, released(3), released(7), released(9), released(10)};
    const auto finding = examine(plan, {}, activity, kFirst + 11);
    EXPECT_EQ(finding.plannedWithout, 7);
    EXPECT_EQ(finding.releasedWithout, 1);
    EXPECT_EQ(finding.plannedWith, 5);
    EXPECT_EQ(finding.releasesMissed, 1) << "day 8; day 11 is not over";
    EXPECT_EQ(examine(plan, {}, activity, kFirst + 12).releasesMissed, 2);
}

}  // namespace
