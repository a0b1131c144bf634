// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rosterflags.h"

#include <bit>
#include <cmath>

#include <gtest/gtest.h>

#include "support/copybuilder.h"

namespace psolog {
namespace {

using test::CopyBuilder;

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kCalf{Muscle::Calf, Side::Right};
constexpr std::array kSites{kLeft, kCalf};

std::optional<Flag> redStop(CopyBuilder& log)
{
    return redStopFlag(log.copy().releases, log.today());
}

std::vector<Flag> highScores(CopyBuilder& log)
{
    return highScoreFlags(siteHighs(log.copy(), log.today()), log.today());
}

std::optional<Flag> rising(CopyBuilder& log)
{
    return risingFlag(copyFacts(log.copy(), log.today(), kSites).days[indexOf(kLeft)], kLeft, log.today());
}

std::optional<Flag> worse(const ReviewFacts& facts)
{
    return worseFlag(facts, kLeft, judgeSite(facts, kLeft));
}

std::optional<PlanKept> plan(CopyBuilder& log, std::optional<int> daysAWeek = {})
{
    return adherenceOf(copyFacts(log.copy(), log.today(), {}), log.copy().experiments, daysAWeek);
}

std::optional<SidesKept> sides(CopyBuilder& log)
{
    return sidesOf(copyFacts(log.copy(), log.today(), {}).glute);
}

// ---- RedStop ----

TEST(RedStopFlag, StandsForFourteenDaysWithItsReason)
{
    CopyBuilder log;
    log.release(13, StopReason::Pulsing);
    const auto flag = redStop(log);
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->reason, StopReason::Pulsing);
    EXPECT_EQ(flag->since, log.dayAgo(13));
    EXPECT_FALSE(redStopFlag(log.copy().releases, log.today() + 1));
}

TEST(RedStopFlag, StandsWhetherTheAthleteAcknowledgedItOrNot)
{
    CopyBuilder log;
    log.release(1, StopReason::SharpPain);
    log.copy().releases.front().record.redAcknowledged = true;
    EXPECT_TRUE(redStop(log));
}

TEST(RedStopFlag, IsOfTheLatestStop)
{
    CopyBuilder log;
    log.release(9, StopReason::Pulsing).release(2, StopReason::Numbness).release(1);
    EXPECT_EQ(redStop(log)->reason, StopReason::Numbness);
    EXPECT_EQ(redStop(log)->since, log.dayAgo(2));
}

TEST(RedStopFlag, PassesOverOtherReasonsAndWhatWasRemovedDiscardedOrIsStillToCome)
{
    CopyBuilder log;
    log.release(3, StopReason::FinishedEarly).release(2, StopReason::Interrupted).release(-1, StopReason::Pulsing);
    EXPECT_FALSE(redStop(log));
    log.release(1, StopReason::Pulsing);
    auto& stopped = log.copy().releases[2];
    ASSERT_EQ(stopped.record.stopReason, StopReason::Pulsing);
    EXPECT_TRUE(redStop(log));
    stopped.deletedMs = 1;
    EXPECT_FALSE(redStop(log));
    stopped.deletedMs.reset();
    stopped.record.outcome = ReleaseOutcome::Discarded;
    EXPECT_FALSE(redStop(log));
}

// ---- HighScore ----

TEST(HighScoreFlag, NeedsThreeDaysInARow)
{
    CopyBuilder two;
    two.scores(kCalf, {4, 7, 7});
    EXPECT_TRUE(highScores(two).empty());

    CopyBuilder three;
    three.scores(kCalf, {4, 7, 9, 7});
    const auto flags = highScores(three);
    ASSERT_EQ(flags.size(), 1U);
    EXPECT_EQ(flags.front().site, kCalf);
    EXPECT_EQ(flags.front().days, 3);
    EXPECT_EQ(flags.front().value, 9);
    EXPECT_EQ(flags.front().since, three.today());

    CopyBuilder belowSeven;
    belowSeven.scores(kCalf, {7, 6, 7});
    EXPECT_TRUE(highScores(belowSeven).empty());
}

TEST(HighScoreFlag, CountsADayByItsHighestScore)
{
    CopyBuilder log;
    log.scores(kCalf, {7, 7, 3}).checkIn(0, {{kCalf, 8}});
    EXPECT_EQ(highScores(log).size(), 1U);
}

TEST(HighScoreFlag, NeedsItsThreeDaysWithinAWeek)
{
    CopyBuilder within;
    within.scores(kCalf, {7, -1, -1, 7, -1, -1, 7});
    EXPECT_EQ(highScores(within).size(), 1U);
    EXPECT_TRUE(highScoreFlags(siteHighs(within.copy(), within.today()), within.today() + 1).empty());
}

TEST(HighScoreFlag, BeganOnTheThirdDayOfItsRow)
{
    CopyBuilder log;
    log.scores(kCalf, {7, 3, 8, 8, -1, 8, 8, 8});
    ASSERT_EQ(highScores(log).size(), 1U);
    EXPECT_EQ(highScores(log).front().since, log.dayAgo(2));
    EXPECT_EQ(highScores(log).front().days, 5);
}

TEST(HighScoreFlag, BeginsAnewAfterDaysThatLieTooFarApart)
{
    CopyBuilder log;
    log.scores(kCalf, {8, 8, 8}, 20).scores(kCalf, {8, 8, 8});
    ASSERT_EQ(highScores(log).size(), 1U);
    EXPECT_EQ(highScores(log).front().since, log.today());
    EXPECT_EQ(highScores(log).front().days, 3);
}

TEST(HighScoreFlag, IsOneForEachSiteTheHighestFirst)
{
    CopyBuilder log;
    log.scores(kLeft, {7, 7, 7}).scores(kCalf, {7, 9, 7});
    const auto flags = highScores(log);
    ASSERT_EQ(flags.size(), 2U);
    EXPECT_EQ(flags[0].site, kCalf);
    EXPECT_EQ(flags[1].site, kLeft);
}

// ---- Worse ----

TEST(WorseFlag, SaysSinceWhenTheVerdictIsWorse)
{
    CopyBuilder log;
    log.scores(kLeft, {2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3}, 30);
    log.scores(kLeft, std::vector<int>(30, 8)).releases(29, 0);
    const ReviewFacts facts = copyFacts(log.copy(), log.today(), kSites);
    const auto flag = worse(facts);
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->site, kLeft);
    EXPECT_EQ(flag->value, 5.5);
    const auto kindOn = [&](LocalDay day) { return judgeSite(copyFacts(log.copy(), day, kSites), kLeft).kind; };
    EXPECT_EQ(kindOn(flag->since), VerdictKind::Worse);
    EXPECT_NE(kindOn(flag->since - 1), VerdictKind::Worse);
    EXPECT_LT(flag->since, log.dayAgo(10));
}

TEST(WorseFlag, IsNotThereForAnyOtherVerdict)
{
    CopyBuilder log;
    log.scores(kLeft, std::vector<int>(14, 6), 14).scores(kLeft, std::vector<int>(14, 6)).releases(13, 0);
    EXPECT_FALSE(worse(copyFacts(log.copy(), log.today(), kSites)));
}

// ---- Rising ----

TEST(RisingFlag, NeedsALineThatClearlyRisesByAPoint)
{
    CopyBuilder clear;
    clear.scores(kLeft, {2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6});
    const auto flag = rising(clear);
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->site, kLeft);
    EXPECT_EQ(flag->days, 14);
    EXPECT_GT(flag->value, 3);
    EXPECT_LE(flag->since, clear.today());

    CopyBuilder level;
    level.scores(kLeft, std::vector<int>(14, 5));
    EXPECT_FALSE(rising(level));
    CopyBuilder falling;
    falling.scores(kLeft, {6, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2});
    EXPECT_FALSE(rising(falling));
    CopyBuilder upAndDown;
    upAndDown.scores(kLeft, {2, 6, 3, 5, 2, 6, 3, 6, 2, 5, 3, 6, 2, 6});
    EXPECT_FALSE(rising(upAndDown));
}

TEST(RisingFlag, NeedsAWholePoint)
{
    const auto ramp = [](double points) {
        std::vector<DayValue> days;
        for (int i = 0; i < 14; ++i) {
            DayValue value;
            value.day = LocalDay(2026, 11, 22).number() - 13 + i;
            value.median = 3 + points * i / 13;
            days.push_back(value);
        }
        return risingFlag(days, kLeft, LocalDay(2026, 11, 22)).has_value();
    };
    EXPECT_TRUE(ramp(1.01));
    EXPECT_FALSE(ramp(0.99));
}

TEST(RisingFlag, NeedsSevenDaysWithAScore)
{
    CopyBuilder six;
    six.scores(kLeft, {1, -1, 2, -1, 3, -1, 4, -1, 5, -1, 6});
    EXPECT_FALSE(rising(six));
    six.scores(kLeft, {0}, 12);
    EXPECT_TRUE(rising(six));
}

TEST(RisingFlag, KeepsTheDayItBeganWhileItGoesOn)
{
    CopyBuilder log;
    log.scores(kLeft, {2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8});
    const auto flag = rising(log);
    ASSERT_TRUE(flag);
    const ReviewFacts facts = copyFacts(log.copy(), log.today(), kSites);
    const auto& days = facts.days[indexOf(kLeft)];
    EXPECT_LT(flag->since, log.dayAgo(1));
    EXPECT_TRUE(risingFlag(days, kLeft, flag->since));
    EXPECT_FALSE(risingFlag(days, kLeft, flag->since - 1));
}

// ---- Silent ----

TEST(SilentFlag, CountsFromTheLastCheckInOrTheFirstStart)
{
    const LocalDay today(2026, 11, 22);
    EXPECT_FALSE(silentFlag(today - 2, today - 90, today));
    const auto flag = silentFlag(today - 5, today - 90, today);
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->days, 5);
    EXPECT_EQ(flag->since, today - 2);
    EXPECT_FALSE(silentFlag({}, today - 2, today));
    EXPECT_TRUE(silentFlag({}, today - 3, today));
    EXPECT_FALSE(silentFlag({}, today + 9, today));
}

// ---- PlanNotFollowed ----

TEST(Adherence, StartsWithTheFirstRelease)
{
    CopyBuilder log;
    log.scores(kLeft, {3, 3, 3});
    EXPECT_FALSE(plan(log));
    log.release(0);
    EXPECT_EQ(plan(log), (PlanKept{{1, 7, 1.0}, {}}));
}

TEST(Adherence, ForgivesASingleMiss)
{
    CopyBuilder log;
    log.releases(60, 2).release(0);
    const auto kept = plan(log);
    EXPECT_EQ(kept->adherence.done, 6);
    EXPECT_NEAR(kept->adherence.score, 1 - (1 - std::exp2(-1.0 / 7)) * std::exp2(-1.0 / 7), 0.001);
    EXPECT_FALSE(kept->brokenSince);
}

TEST(Adherence, OfADailyPlanGivenUpFallsShortOnTheSixthDay)
{
    const auto after = [](int missed) {
        CopyBuilder log;
        // A check-in today; its release may still come.
        log.releases(60, missed + 1).checkIn(0, {{kLeft, 3}});
        return planFlag(plan(log));
    };
    EXPECT_FALSE(after(5));
    const auto flag = after(6);
    ASSERT_TRUE(flag);
    EXPECT_LT(flag->value, 0.6);
    EXPECT_EQ(flag->since, LocalDay(2026, 11, 22) - 1);
    EXPECT_EQ(after(9)->since, LocalDay(2026, 11, 22) - 4);
}

TEST(Adherence, OfEveryOtherDayFallsShortOfADailyPlanAndKeepsOneOfFour)
{
    CopyBuilder log;
    for (int ago = 60; ago >= 0; ago -= 2)
        log.release(ago);
    EXPECT_TRUE(planFlag(plan(log)));
    EXPECT_FALSE(planFlag(plan(log, 4)));
    EXPECT_EQ(plan(log, 4)->adherence.planned, 4);
}

TEST(Adherence, OfDaysOfTheWeekThatAreKeptNeverFallsShort)
{
    // Every choice of weekdays, seen from every day of the week.
    for (unsigned weekdays = 1; weekdays < 128; ++weekdays)
        for (int shift = 0; shift < 7; ++shift) {
            CopyBuilder log;
            for (int ago = 70; ago >= 0; --ago)
                if ((weekdays >> ((ago + shift) % 7)) & 1U)
                    log.release(ago);
            log.checkIn(0, {{kLeft, 3}});
            const auto kept = plan(log, std::popcount(weekdays));
            ASSERT_TRUE(kept);
            ASSERT_FALSE(kept->brokenSince) << weekdays << " in " << shift << ": " << kept->adherence.score;
        }
}

TEST(Adherence, IsNotJudgedInTheFirstWeekNorByDaysThatAreNotLogged)
{
    CopyBuilder young;
    young.release(6).checkIn(0, {{kLeft, 3}});
    EXPECT_FALSE(planFlag(plan(young)));
    EXPECT_LT(plan(young)->adherence.score, 0.6);

    CopyBuilder silent;
    silent.releases(60, 20);
    EXPECT_EQ(plan(silent)->adherence.score, 1);
    EXPECT_EQ(plan(silent)->adherence.done, 0);
    EXPECT_FALSE(planFlag(plan(silent)));
}

TEST(Adherence, LeavesOutTheDaysOnWhichAnExperimentHasNoRelease)
{
    CopyBuilder log;
    log.weeksWithAndWithout(13, {true, true}).releases(40, 7).checkIn(0, {{kLeft, 3}});
    EXPECT_EQ(plan(log)->adherence.score, 1);
    EXPECT_FALSE(planFlag(plan(log)));
    log.copy().experiments.front().record.ended = log.daysAgo(7);
    EXPECT_TRUE(planFlag(plan(log)));
    log.copy().experiments.front().record.ended.reset();
    log.copy().experiments.front().deletedMs = 1;
    EXPECT_TRUE(planFlag(plan(log)));
}

// ---- Asymmetry ----

TEST(AsymmetryFlag, NeedsMoreThanAStepAndMoreThanTheRepeats)
{
    const auto flagged = [](const std::vector<int>& left, const std::vector<int>& right) {
        CopyBuilder log;
        log.gluteTest(1, left, right);
        return asymmetryFlag(sides(log), log.today());
    };
    EXPECT_FALSE(flagged({2, 2}, {3, 3})) << "one step";
    EXPECT_FALSE(flagged({0, 2}, {3, 3})) << "the repeats differ by as much";
    const auto flag = flagged({1, 1}, {3, 3});
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->site, (Site{Muscle::Glute, Side::Left}));
    EXPECT_EQ(flag->value, 2);
    EXPECT_EQ(flagged({4, 3}, {1, 1})->site, (Site{Muscle::Glute, Side::Right}));
}

TEST(AsymmetryFlag, NeedsMoreThanWhatChangesFromTestToTest)
{
    CopyBuilder restless;
    restless.gluteTest(22, {1, 1}, {3, 3}).gluteTest(15, {3, 3}, {1, 1}).gluteTest(8, {1, 1}, {3, 3});
    EXPECT_FALSE(asymmetryFlag(sides(restless), restless.today()));
    EXPECT_EQ(sides(restless)->difference.points, 2);

    CopyBuilder steady;
    steady.gluteTest(22, {1, 1}, {3, 3}).gluteTest(15, {1, 1}, {3, 3}).gluteTest(8, {1, 2}, {3, 3});
    const auto flag = asymmetryFlag(sides(steady), steady.today());
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->since, steady.dayAgo(22));
}

TEST(AsymmetryFlag, ForgetsATestThatIsLongAgo)
{
    CopyBuilder log;
    log.gluteTest(27, {1, 1}, {3, 3});
    EXPECT_TRUE(asymmetryFlag(sides(log), log.today()));
    EXPECT_FALSE(asymmetryFlag(sides(log), log.today() + 1));
    EXPECT_TRUE(sides(log)->difference.beyond);
}

TEST(AsymmetryFlag, LooksAtTestsOfBothSidesOnly)
{
    CopyBuilder log;
    log.gluteTest(9, {1, 1}, {3, 3}).gluteTest(2, {1, 1}, {});
    EXPECT_EQ(sides(log)->difference.day, log.dayAgo(9));
    EXPECT_FALSE(sidesOf({}));
}

TEST(FlagRules, HaveTheNumbersThatTheFlagsAreWorkedOutBy)
{
    for (const auto& row : NameTable<FlagKind>::rows)
        EXPECT_NE(ruleOf(row.value), FlagRule()) << row.name;
    EXPECT_EQ(ruleOf(FlagKind::HighScore).points, 7);
    EXPECT_EQ(ruleOf(FlagKind::Silent).days, 3);
    EXPECT_EQ(ruleOf(FlagKind::Worse).points, kLeastChange);
}

}  // namespace
}  // namespace psolog
