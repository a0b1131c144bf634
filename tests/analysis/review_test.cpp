// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/review.h"

#include <gtest/gtest.h>

#include "support/memorylog.h"

namespace psolog {
namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};
constexpr Site kGlute{Muscle::Glute, Side::Left};
constexpr Site kCalf{Muscle::Calf, Side::Right};

const LocalDay kFirst(2026, 10, 1);

/// One score a day from a day on; -1: not asked.
std::vector<DayValue> series(const std::vector<int>& scores, LocalDay first = kFirst)
{
    std::vector<ScorePoint> points;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] >= 0)
            points.push_back({0, first.number() + static_cast<int>(i), scores[i]});
    return daySeries(points);
}

/// Two weeks of one score, then two of another.
std::vector<int> twoLevels(int before, int since)
{
    std::vector<int> scores(14, before);
    scores.resize(28, since);
    return scores;
}

/// Four weeks with the first release on day 15, without a score.
ReviewFacts fourWeeks()
{
    ReviewFacts facts;
    facts.firstRelease = kFirst + 14;
    facts.today = kFirst + 27;
    return facts;
}

std::vector<DayValue>& at(ReviewFacts& facts, Site site)
{
    return facts.days[indexOf(site)];
}

TestPoint gluteTest(LocalDay day, double left, double right)
{
    return {day.number(), TestValue{left, 0, 4}, TestValue{right, 0, 4}};
}

DayActivity runs(LocalDay day, int count, int metres = 0, int minutes = 0, int load = 0)
{
    DayActivity activity;
    activity.day = day;
    activity.runs = count;
    activity.runMetres = metres;
    activity.measuredRuns = metres > 0 ? count : 0;
    activity.runMinutes = minutes;
    activity.timedRuns = minutes > 0 ? count : 0;
    activity.runLoad = load;
    activity.loadedRuns = load > 0 ? count : 0;
    return activity;
}

TEST(Review, NamesTheSorerHamstringOfTheBaseline)
{
    ReviewFacts facts = fourWeeks();
    EXPECT_EQ(primarySite(facts), std::nullopt);
    at(facts, kGlute) = series(twoLevels(9, 9));
    EXPECT_EQ(primarySite(facts), std::nullopt) << "no hamstring was asked";
    at(facts, kLeft) = series(twoLevels(4, 9));
    at(facts, kRight) = series(twoLevels(6, 2));
    EXPECT_EQ(primarySite(facts), kRight);
    at(facts, kRight) = series(twoLevels(4, 2));
    EXPECT_EQ(primarySite(facts), kLeft) << "the first of equals";
    facts.firstRelease = kFirst;
    EXPECT_EQ(primarySite(facts), kLeft) << "without a baseline the sorer one since";
}

TEST(Review, JudgesASiteByThePhasesAroundTheFirstRelease)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(7, 3));
    const Verdict verdict = judgeSite(facts, kLeft);
    EXPECT_EQ(verdict.kind, VerdictKind::Better);
    EXPECT_EQ(verdict.phases.m, 14U);
    EXPECT_EQ(verdict.phases.n, 14U);
    EXPECT_EQ(verdict.missing, 0);
    EXPECT_TRUE(verdict.cautions.empty());
}

TEST(Review, CountsTheDaysMissingInEachPhase)
{
    ReviewFacts facts = fourWeeks();
    // From the first score to the day before the release, and from the release to today.
    at(facts, kLeft) = series({-1, -1, 6, -1, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, -1, 3, 3, 3, 3, 3, 3, 3, 3, 3});
    const Verdict verdict = judgeSite(facts, kLeft);
    EXPECT_EQ(verdict.missing, 1 + 1 + 3) << "today may still get its score";
    facts.today = kFirst + 28;
    EXPECT_EQ(judgeSite(facts, kLeft).missing, 1 + 1 + 4);
    EXPECT_TRUE(judgeSite(facts, kLeft).has(Caution::ManyDaysMissing)) << "5 of 14 days since";
    facts.today = kFirst + 23;
    EXPECT_EQ(judgeSite(facts, kLeft).missing, 1 + 1);
    EXPECT_FALSE(judgeSite(facts, kLeft).has(Caution::ManyDaysMissing));
    facts.today = kFirst;
    EXPECT_EQ(judgeSite(facts, kLeft).missing, 2) << "scores dated after today count";
}

TEST(Review, SaysHowManyDaysAreNeeded)
{
    ReviewFacts facts = fourWeeks();
    EXPECT_EQ(judgeSite(facts, kLeft).neededBefore, kLeastPhaseDays) << "never asked";
    EXPECT_EQ(judgeSite(facts, kLeft).missing, 0);
    facts.firstRelease.reset();
    at(facts, kLeft) = series({6, 6, 6, 6, 6, 6, 6, 6});
    const Verdict baseline = judgeSite(facts, kLeft);
    EXPECT_EQ(baseline.kind, VerdictKind::TooLittleData);
    EXPECT_EQ(baseline.neededBefore, 0);
    EXPECT_EQ(baseline.neededSince, kLeastPhaseDays);
    EXPECT_EQ(baseline.missing, 19) << "the baseline lasts until yesterday";
}

TEST(Review, ComparesRunsInTheBestUnitThatNearlyAllOfThemHave)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(7, 3));
    EXPECT_EQ(weeklyLoads(facts, kLeft), std::nullopt) << "no run";
    EXPECT_FALSE(judgeSite(facts, kLeft).has(Caution::RunsChanged));

    // The last day has an entry, but no run.
    facts.activity = {runs(kFirst, 10, 100'000, 500, 2000), runs(kFirst + 20, 10, 100'000, 500, 2800),
                      runs(kFirst + 27, 0)};
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::SessionLoad, 1000, 1400}));
    EXPECT_TRUE(judgeSite(facts, kLeft).has(Caution::RunsChanged));

    facts.activity[1].loadedRuns = 9;
    EXPECT_EQ(weeklyLoads(facts, kLeft)->unit, LoadUnit::SessionLoad);
    facts.activity[1].loadedRuns = 8;
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::Minutes, 250, 250}));
    EXPECT_FALSE(judgeSite(facts, kLeft).has(Caution::RunsChanged));
    facts.activity[0].timedRuns = 8;
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::Metres, 50'000, 50'000}));
    facts.activity[0].measuredRuns = 8;
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::Runs, 5, 5}));

    facts.activity[1] = runs(kFirst + 20, 0);
    EXPECT_TRUE(judgeSite(facts, kLeft).has(Caution::RunsChanged)) << "stopped running";
}

TEST(Review, ComparesNoRunsOfAPhaseShorterThanAWeek)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(7, 3));
    facts.activity = {runs(kFirst, 10), runs(kFirst + 14, 2)};
    facts.firstRelease = kFirst + 6;
    EXPECT_EQ(weeklyLoads(facts, kLeft), std::nullopt);
    facts.firstRelease = kFirst + 7;
    EXPECT_TRUE(weeklyLoads(facts, kLeft));
    facts.firstRelease = kFirst + 9;
    EXPECT_EQ(weeklyLoads(facts, kLeft), std::nullopt) << "nothing was logged after six days";
}

TEST(Review, DoesNotTakeDaysAfterTheLastEntryForDaysWithoutARun)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(7, 3));
    facts.activity = {runs(kFirst, 10), runs(kFirst + 20, 5)};
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::Runs, 5, 5}));
    facts.today = kFirst + 90;
    EXPECT_EQ(weeklyLoads(facts, kLeft), (WeeklyLoads{LoadUnit::Runs, 5, 5}));
}

TEST(EarlySigns, AreAlwaysAllFourAndTooEarlyWithoutData)
{
    const auto signs = earlySigns(ReviewFacts());
    ASSERT_EQ(signs.size(), 4U);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        EXPECT_EQ(signs[i].sign, static_cast<Sign>(i));
        EXPECT_EQ(signs[i].state, SignState::TooEarly);
        EXPECT_EQ(signs[i].before, std::nullopt);
    }
}

TEST(EarlySigns, AreSeenInThePromisedDirectionOnly)
{
    ReviewFacts facts = fourWeeks();
    facts.today = kFirst + 14 + kEarlyDays;
    at(facts, kGlute) = series(twoLevels(1, 2));
    at(facts, kLeft) = series(twoLevels(6, 5));
    at(facts, kCalf) = series(twoLevels(3, 4));
    const auto signs = earlySigns(facts);
    EXPECT_EQ(signs[0].state, SignState::Seen);
    EXPECT_EQ(signs[0].before, 1.0);
    EXPECT_EQ(signs[0].early, 2.0);
    EXPECT_EQ(signs[1].state, SignState::Seen);
    EXPECT_EQ(signs[2].state, SignState::NotSeen);
    EXPECT_EQ(signs[2].side, Side::Right);
    EXPECT_EQ(signs[2].firstDay, std::nullopt);
    EXPECT_EQ(signs[3].state, SignState::Unknown) << "no test";
}

TEST(EarlySigns, MayStillComeUntilTheTwoWeeksAreOver)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(6, 6));
    at(facts, kCalf) = series(std::vector<int>(20, 4), kFirst + 9);
    facts.glute = {gluteTest(kFirst + 3, 3, 1), gluteTest(kFirst + 14, 3, 1)};
    ASSERT_EQ(facts.today, *facts.firstRelease + (kEarlyDays - 1)) << "day 14";
    auto signs = earlySigns(facts);
    EXPECT_EQ(signs[0].state, SignState::Unknown) << "a baseline that is over does not grow";
    EXPECT_EQ(signs[1].state, SignState::TooEarly);
    EXPECT_EQ(signs[2].state, SignState::Unknown) << "five days before";
    EXPECT_EQ(signs[3].state, SignState::TooEarly);
    facts.today = facts.today + 1;
    signs = earlySigns(facts);
    EXPECT_EQ(signs[0].state, SignState::Unknown) << "never asked";
    EXPECT_EQ(signs[1].state, SignState::NotSeen);
    EXPECT_EQ(signs[2].state, SignState::Unknown) << "five days before";
    EXPECT_EQ(signs[3].state, SignState::NotSeen);
    facts.firstRelease.reset();
    for (const SignFinding& sign : earlySigns(facts))
        EXPECT_EQ(sign.state, SignState::TooEarly) << nameOf(sign.sign);
}

TEST(EarlySigns, RestOnTheSorerSideOfTheBaseline)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series(twoLevels(5, 5));
    at(facts, kRight) = series(twoLevels(6, 3));
    EXPECT_EQ(earlySigns(facts)[1].side, Side::Right);
    at(facts, kRight) = series(twoLevels(5, 3));
    EXPECT_EQ(earlySigns(facts)[1].side, Side::Left);
}

TEST(EarlySigns, NeedSevenDaysOnBothSides)
{
    ReviewFacts facts = fourWeeks();
    at(facts, kLeft) = series({6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2});
    facts.firstRelease = kFirst + 6;
    EXPECT_EQ(earlySigns(facts)[1].state, SignState::Unknown);
    facts.firstRelease = kFirst + 7;
    EXPECT_EQ(earlySigns(facts)[1].state, SignState::Unknown);
    at(facts, kLeft) = series({6, 6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2});
    EXPECT_EQ(earlySigns(facts)[1].state, SignState::Seen);
}

TEST(EarlySigns, SayOnWhichDaysTheWeeksMedianShowedIt)
{
    ReviewFacts facts = fourWeeks();
    std::vector<int> scores = twoLevels(6, 3);
    at(facts, kLeft) = series(scores);
    SignFinding sign = earlySigns(facts)[1];
    EXPECT_EQ(sign.firstDay, 4) << "four of seven days are lower";
    EXPECT_EQ(sign.lastDay, kEarlyDays);
    for (std::size_t day = 22; day < 28; ++day)
        scores[day] = 6;
    at(facts, kLeft) = series(scores);
    sign = earlySigns(facts)[1];
    EXPECT_EQ(sign.state, SignState::Seen);
    EXPECT_EQ(sign.firstDay, 4);
    EXPECT_EQ(sign.lastDay, 11) << "from day 12 on the week is as before";
    scores.resize(60, 0);
    at(facts, kLeft) = series(scores);
    EXPECT_EQ(earlySigns(facts)[1], sign) << "what comes after two weeks is not early";
}

TEST(EarlySigns, OfActivationRestOnTheWeakerSideAndOneTestInEach)
{
    ReviewFacts facts = fourWeeks();
    facts.glute = {gluteTest(kFirst + 3, 3, 1)};
    EXPECT_EQ(earlySigns(facts)[3].state, SignState::TooEarly);
    EXPECT_EQ(earlySigns(facts)[3].before, 1.0);
    facts.glute.push_back(gluteTest(kFirst + 28, 4, 4));
    facts.today = kFirst + 28;
    EXPECT_EQ(earlySigns(facts)[3].state, SignState::Unknown) << "day 15 is not early";
    facts.glute = {gluteTest(kFirst + 3, 3, 1), gluteTest(kFirst + 14, 3, 1), gluteTest(kFirst + 20, 3, 2),
                   gluteTest(kFirst + 27, 3, 3)};
    const SignFinding sign = earlySigns(facts)[3];
    EXPECT_EQ(sign.state, SignState::Seen);
    EXPECT_EQ(sign.side, Side::Right);
    EXPECT_EQ(sign.early, 2.0);
    EXPECT_EQ(sign.firstDay, 7);
    EXPECT_EQ(sign.lastDay, 14);
    facts.glute[2] = gluteTest(kFirst + 20, 3, 1);
    EXPECT_EQ(earlySigns(facts)[3].state, SignState::NotSeen);
}

TEST(OtherOutcomes, AreSecondaryThenExploratoryWithoutThePrimary)
{
    ReviewFacts facts = fourWeeks();
    EXPECT_TRUE(otherOutcomes(facts).empty());
    for (const Site site : {kLeft, kRight, kGlute, kCalf, Site{Muscle::Psoas, Side::Left}})
        at(facts, site) = series(twoLevels(site == kLeft ? 7 : 5, 3));
    facts.glute = {gluteTest(kFirst, 2, 1), gluteTest(kFirst + 20, 3, 3)};
    facts.tilt = {gluteTest(kFirst, 2, 1)};
    const auto outcomes = otherOutcomes(facts);
    ASSERT_EQ(outcomes.size(), 8U);
    const auto expect = [&](std::size_t i, OutcomeMeasure measure, Site site, OutcomeRole role,
                            Improvement improvement) {
        EXPECT_EQ(outcomes[i].measure, measure) << i;
        EXPECT_EQ(outcomes[i].site, site) << i;
        EXPECT_EQ(outcomes[i].role, role) << i;
        EXPECT_EQ(outcomes[i].improvement, improvement) << i;
    };
    using enum OutcomeMeasure;
    expect(0, Soreness, kCalf, OutcomeRole::Secondary, Improvement::Decrease);
    expect(1, Soreness, kGlute, OutcomeRole::Secondary, Improvement::Increase);
    expect(2, GluteActivation, kGlute, OutcomeRole::Secondary, Improvement::Increase);
    expect(3, GluteActivation, {Muscle::Glute, Side::Right}, OutcomeRole::Secondary, Improvement::Increase);
    EXPECT_EQ(outcomes[4].measure, TiltArched);
    EXPECT_EQ(outcomes[5].measure, TiltTucked);
    expect(6, Soreness, kRight, OutcomeRole::Exploratory, Improvement::Decrease);
    expect(7, Soreness, {Muscle::Psoas, Side::Left}, OutcomeRole::Exploratory, Improvement::Decrease);
    EXPECT_EQ(outcomes[0].phases.difference, -2.0);
    EXPECT_EQ(outcomes[0].phases.nap, 1.0);
    EXPECT_EQ(outcomes[1].phases.nap, 0.0) << "less sore glutes are not what is expected";
    EXPECT_EQ(outcomes[3].phases.difference, 2.0);
    EXPECT_EQ(outcomes[5].phases.medianB, std::nullopt);
    EXPECT_TRUE(outcomes[0].line);
    EXPECT_FALSE(outcomes[4].line) << "one test";
}

/// Two days of every site, and a log that fails on demand.
class FakeTrends : public ITrendLog {
public:
    int callsUntilFailure = 1000;
    std::optional<LogSpan> kept = LogSpan{kFirst, kFirst + 3};

    Result<std::vector<ScorePoint>> scores(Site, LocalDay, LocalDay) override { return fail(ErrorCode::Internal); }
    Result<std::vector<DayScores>> dayScores(Site, LocalDay first, LocalDay last) override
    {
        std::vector<DayScores> days{{first.number(), {}}, {last.number(), {}}};
        days[0].counts[6] = 1;
        days[1].counts[2] = 1;
        return orFailure(days);
    }
    Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay) override
    {
        return orFailure(std::vector{runs(first, 1)});
    }
    Result<std::optional<LogSpan>> span() override { return orFailure(kept); }
    Result<std::optional<LocalDay>> firstReleaseDay() override { return orFailure(std::optional(kFirst + 2)); }

private:
    template <class T>
    Result<T> orFailure(const T& value)
    {
        return --callsUntilFailure < 0 ? Result<T>(fail(ErrorCode::Locked)) : Result<T>(value);
    }
};

TEST(ReviewFactsOfALog, HoldTheSitesAskedFor)
{
    FakeTrends trends;
    test::MemorySelfTestLog tests;
    const auto facts = readReviewFacts(trends, tests, kFirst + 9, {kLeft, kCalf});
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->today, kFirst + 9);
    EXPECT_EQ(facts->firstRelease, kFirst + 2);
    EXPECT_EQ(facts->activity.size(), 1U);
    ASSERT_EQ(facts->days[indexOf(kCalf)].size(), 2U);
    EXPECT_EQ(facts->days[indexOf(kCalf)].back().day, (kFirst + 9).number()) << "read until today";
    EXPECT_TRUE(facts->days[indexOf(kRight)].empty());

    trends.kept.reset();
    const auto nothing = readReviewFacts(trends, tests, kFirst, {kLeft});
    ASSERT_TRUE(nothing);
    EXPECT_EQ(nothing->firstRelease, std::nullopt);
    EXPECT_TRUE(nothing->days[indexOf(kLeft)].empty());
}

TEST(ReviewFactsOfALog, CanLeaveOutWhatCameAfterToday)
{
    FakeTrends trends;
    test::MemorySelfTestLog tests;
    const auto later = readReviewFacts(trends, tests, kFirst + 1, {kLeft});
    ASSERT_TRUE(later);
    EXPECT_EQ(later->days[indexOf(kLeft)].back().day, (kFirst + 3).number()) << "the end of the log";
    EXPECT_EQ(later->firstRelease, kFirst + 2);
    const auto facts = readReviewFacts(trends, tests, kFirst + 1, {kLeft}, LaterDays::LeaveOut);
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->days[indexOf(kLeft)].back().day, (kFirst + 1).number());
    EXPECT_EQ(facts->firstRelease, std::nullopt);
    const auto before = readReviewFacts(trends, tests, kFirst - 1, {kLeft}, LaterDays::LeaveOut);
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->days[indexOf(kLeft)].empty());
    EXPECT_TRUE(before->activity.empty());
}

TEST(ReviewFactsOfALog, AreNotReadHalfway)
{
    test::MemorySelfTestLog tests;
    for (int calls = 0; calls < 4; ++calls) {
        FakeTrends trends;
        trends.callsUntilFailure = calls;
        const auto facts = readReviewFacts(trends, tests, kFirst, {kLeft});
        ASSERT_FALSE(facts) << calls;
        EXPECT_EQ(facts.error().code, ErrorCode::Locked);
    }
}

}  // namespace
}  // namespace psolog
