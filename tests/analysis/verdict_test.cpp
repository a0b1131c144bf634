// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/verdict.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/simulateddiary.h"

namespace psolog {
namespace {

using test::BadStart;
using test::Diary;
using test::DiarySimulator;
using test::judged;
using test::Truth;
using Values = std::vector<double>;

Values days(std::size_t count, double value)
{
    return Values(count, value);
}

Verdict judged(const Values& before, const Values& since, Improvement improvement = Improvement::Decrease)
{
    return test::judged(Diary{before, since}, improvement);
}

/// A verdict on two clear weeks with other facts around them.
Verdict judgedWith(const std::function<void(VerdictFacts&)>& change)
{
    const Values x{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    const Values y{6, 6, 6, 6, 6, 6, 6, 3, 3, 3, 3, 3, 3, 3};
    VerdictFacts facts;
    facts.baseline = {std::span(x).first(7), std::span(y).first(7)};
    facts.release = {std::span(x).subspan(7), std::span(y).subspan(7)};
    change(facts);
    return judge(facts);
}

TEST(Verdict, CallsAClearDropBetterAndAClearRiseWorse)
{
    const Values high{6, 7, 5, 6, 7, 6, 5, 6, 7, 6, 5, 6, 6, 7};
    const Values low{3, 2, 3, 4, 3, 2, 3, 3, 4, 3, 2, 3, 3, 2};
    const Verdict better = judged(high, low);
    EXPECT_EQ(better.kind, VerdictKind::Better);
    EXPECT_EQ(better.phases.difference, -3.0);
    EXPECT_EQ(better.share, -0.5);
    EXPECT_LT(*better.p, kSignificance);
    EXPECT_EQ(better.neededBefore + better.neededSince, 0);
    EXPECT_TRUE(better.cautions.empty());
    EXPECT_TRUE(better.trend && better.line && better.lag1);
    EXPECT_EQ(judged(low, high).kind, VerdictKind::Worse);
    EXPECT_EQ(judged(low, high, Improvement::Increase).kind, VerdictKind::Better);
    EXPECT_EQ(judged(high, high).kind, VerdictKind::NoClearChange);
}

TEST(Verdict, NeedsSevenDaysInEachPhase)
{
    const Verdict both = judged(days(5, 6), days(2, 1));
    EXPECT_EQ(both.kind, VerdictKind::TooLittleData);
    EXPECT_EQ(both.neededBefore, 2);
    EXPECT_EQ(both.neededSince, 5);
    EXPECT_TRUE(both.p) << "it is shown, but not judged by";
    EXPECT_EQ(judged(days(6, 6), days(20, 1)).kind, VerdictKind::TooLittleData);
    EXPECT_EQ(judged(days(20, 6), days(6, 1)).kind, VerdictKind::TooLittleData);
    EXPECT_EQ(judged(days(7, 6), days(7, 1)).kind, VerdictKind::Better);
}

TEST(Verdict, NeedsTwoPoints)
{
    EXPECT_EQ(judged(days(14, 6), days(14, 4)).kind, VerdictKind::Better);
    Values nearly = days(14, 4);
    for (std::size_t i = 0; i < nearly.size(); i += 2)
        nearly[i] = 5;
    const Verdict verdict = judged(days(28, 6), nearly);
    EXPECT_LT(*verdict.p, kSignificance);
    EXPECT_EQ(verdict.phases.difference, -1.5);
    EXPECT_EQ(verdict.kind, VerdictKind::NoClearChange);
}

TEST(Verdict, NeedsThirtyPercentOfTheBaselinesMedian)
{
    EXPECT_EQ(judged(days(14, 10), days(14, 7)).kind, VerdictKind::Better) << "30 % of 10";
    EXPECT_EQ(judged(days(14, 10), days(14, 7.5)).kind, VerdictKind::NoClearChange);
    EXPECT_LT(*judged(days(14, 10), days(14, 7.5)).p, kSignificance);
    EXPECT_EQ(judged(days(14, 9), days(14, 6)).kind, VerdictKind::Better);
    EXPECT_EQ(judged(days(14, 7), days(14, 9)).kind, VerdictKind::NoClearChange) << "worse mirrors it";
}

TEST(Verdict, TakesALimitForReachedThatDecimalsReachByRounding)
{
    EXPECT_EQ(judged(days(14, 7.0), days(14, 4.9)).kind, VerdictKind::Better) << "30 % of 7";
    EXPECT_EQ(judged(days(14, 5.1), days(14, 3.1)).kind, VerdictKind::Better) << "2 points";
    EXPECT_EQ(judged(days(14, 7.0), days(14, 4.901)).kind, VerdictKind::NoClearChange);
}

TEST(Verdict, GivesADifferenceAnIntervalThatFitsItsP)
{
    const auto widthOf = [](const PhaseComparison& phases) {
        return phases.differenceInterval->high - phases.differenceInterval->low;
    };
    const Verdict constant = judged(days(7, 6), days(7, 5));
    ASSERT_TRUE(constant.phases.differenceInterval);
    EXPECT_GT(constant.phases.differenceInterval->high, 0) << "p is " << *constant.p;
    EXPECT_NEAR((constant.phases.differenceInterval->high + constant.phases.differenceInterval->low) / 2, -1, 1e-12);
    EXPECT_LT(judged(days(14, 6), days(14, 3)).phases.differenceInterval->high, 0);
    EXPECT_FALSE(judged(days(2, 6), days(7, 5)).phases.differenceInterval);

    // Without an effect the interval leaves 0 out about as often as p falls below 5 %.
    DiarySimulator simulator(11);
    int without = 0;
    for (int i = 0; i < 400; ++i) {
        const Diary diary = simulator.draw({5, 0.5, 0, 0, 14, 14});
        const PhaseComparison phases = judged(diary).phases;
        without += phases.differenceInterval->low > 0 || phases.differenceInterval->high < 0 ? 1 : 0;
        const Values x(14);
        const PhaseComparison independent =
            comparePhases({x, diary.baseline}, {x, diary.release}, Improvement::Decrease);
        EXPECT_GE(widthOf(phases), widthOf(independent));
    }
    EXPECT_LE(without, 28);
}

TEST(Verdict, TrustsADiaryThatJumpsNoMoreThanItsJumpsAllow)
{
    DiarySimulator simulator(12);
    int significant = 0;
    for (int i = 0; i < 400; ++i)
        significant += judged(simulator.draw({5, 0.5, 0, 0, 14, 14, 2.5})).p < kSignificance ? 1 : 0;
    EXPECT_LE(significant, 33);
}

TEST(Verdict, TakesPointsAloneWhereTheBaselineIsZero)
{
    const Verdict verdict = judged(days(14, 0), days(14, 3));
    EXPECT_EQ(verdict.kind, VerdictKind::Worse);
    EXPECT_EQ(verdict.share, std::nullopt);
    EXPECT_EQ(judged(days(14, 0), days(14, 1)).kind, VerdictKind::NoClearChange);
}

TEST(Verdict, DoesNotRestOnTheFirstDaysOfTheBaseline)
{
    const Verdict onlyThen = judged({9, 9, 9, 3, 3, 3, 3}, days(14, 3));
    EXPECT_EQ(onlyThen.p, 1.0) << "without them nothing is left";
    const Verdict mostly = judged({10, 10, 10, 10, 5, 5, 5}, days(14, 5));
    EXPECT_EQ(mostly.phases.difference, -5.0);
    EXPECT_EQ(mostly.kind, VerdictKind::NoClearChange);
    EXPECT_TRUE(mostly.has(Caution::BeganInBadSpell));
}

TEST(Verdict, TrustsDaysThatHangTogetherLess)
{
    Values alternating;
    Values together;
    for (int day = 0; day < 14; ++day) {
        alternating.push_back(day % 2 == 0 ? 3 : 7);
        together.push_back(day < 7 ? 3 : 7);
    }
    EXPECT_LT(*judged(alternating, days(14, 2)).p, *judged(together, days(14, 2)).p);
}

TEST(Verdict, TrustsAQuietDiaryNoMoreThanAnOrdinaryOne)
{
    // Not one day differs within a phase; a spread of nothing would make a single point certain.
    EXPECT_GT(*judged(days(7, 6), days(7, 5)).p, 0.2);
}

TEST(Verdict, CautionsThatItWasAlreadyFalling)
{
    const Values falling{9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5};
    EXPECT_TRUE(judged(falling, days(14, 3)).has(Caution::AlreadyFalling));
    EXPECT_TRUE(judged(falling, {}).has(Caution::AlreadyFalling)) << "before any release";
    Values rising = falling;
    std::reverse(rising.begin(), rising.end());
    EXPECT_FALSE(judged(rising, days(14, 3)).has(Caution::AlreadyFalling));
    EXPECT_TRUE(judged(rising, days(14, 9), Improvement::Increase).has(Caution::AlreadyFalling));
    EXPECT_FALSE(judged(days(14, 7), days(14, 3)).has(Caution::AlreadyFalling));
}

TEST(Verdict, CautionsOfALeaningBaselineOnlyWithoutAStep)
{
    const Values leaning{7, 6, 7, 6, 6, 7, 6, 6, 6, 7, 6, 5, 6, 6};
    Values slowly{5, 5, 4, 5, 4, 5, 4, 4, 3, 3, 4, 3, 2, 2};
    EXPECT_TRUE(judged(leaning, slowly).has(Caution::AlreadyFalling)) << "the fall goes on";
    EXPECT_FALSE(judged(leaning, days(14, 2)).has(Caution::AlreadyFalling)) << "a step";
    EXPECT_FALSE(judged(leaning, days(14, 6)).has(Caution::AlreadyFalling)) << "no change to doubt";
}

TEST(Verdict, LooksForAFallInTheFourWeeksBeforeTheReleaseOnly)
{
    Values longAgo;
    for (int day = 0; day < 70; ++day)
        longAgo.push_back(std::max(6, 10 - day / 7));
    EXPECT_FALSE(judged(longAgo, days(14, 3)).has(Caution::AlreadyFalling));
    Values lately = days(70, 10);
    for (int day = 0; day < 28; ++day)
        lately.push_back(10 - day / 7);
    EXPECT_TRUE(judged(lately, days(14, 3)).has(Caution::AlreadyFalling));
}

TEST(Verdict, CountsThoseWeeksInCalendarDays)
{
    // A score a week: four of them are four weeks, and a fall of long ago is none of them.
    const Values before{10, 10, 9, 9, 8, 8, 7, 7, 6, 6, 6, 6};
    const Values since{2, 2, 2, 2, 2, 2, 2};
    Values x(before.size() + since.size());
    VerdictFacts facts;
    facts.baseline = {std::span(x).first(before.size()), before};
    facts.release = {std::span(x).subspan(before.size()), since};
    std::iota(x.begin(), x.end(), 0);
    EXPECT_TRUE(judge(facts).has(Caution::AlreadyFalling));
    for (double& day : x)
        day *= 7;
    EXPECT_FALSE(judge(facts).has(Caution::AlreadyFalling));
    // Of the release phase only one score lies within the four weeks.
    const Values leaning{6, 6, 6, 6, 7, 6, 6, 6, 6, 6, 6, 5};
    facts.baseline.y = leaning;
    const Values slowly{5, 4, 3, 3, 3, 3, 3};
    facts.release.y = slowly;
    for (std::size_t i = before.size(); i < x.size(); ++i)
        x[i] = 100 + 40 * static_cast<double>(i - before.size());
    EXPECT_TRUE(judge(facts).has(Caution::AlreadyFalling)) << "no step";
}

TEST(Verdict, CautionsThatTheLogBeganInABadSpell)
{
    EXPECT_TRUE(judged({8, 8, 8, 6, 6, 6, 6}, days(7, 3)).has(Caution::BeganInBadSpell));
    EXPECT_FALSE(judged({7, 7, 7, 6, 6, 6, 6}, days(7, 3)).has(Caution::BeganInBadSpell));
    EXPECT_FALSE(judged({6, 6, 6, 8, 8, 8, 8}, days(7, 3)).has(Caution::BeganInBadSpell));
    EXPECT_TRUE(judged({2, 2, 2, 4, 4, 4, 4}, days(7, 6), Improvement::Increase).has(Caution::BeganInBadSpell));
    EXPECT_FALSE(judged({9, 9, 9, 1, 1, 1}, days(7, 6)).has(Caution::BeganInBadSpell)) << "too short to say";
}

TEST(Verdict, CautionsThatManyDaysAreMissing)
{
    const auto missing = [](int before, int since) {
        const Verdict verdict = judgedWith([=](VerdictFacts& facts) {
            facts.missingBefore = before;
            facts.missingSince = since;
        });
        EXPECT_EQ(verdict.missing, before + since);
        return verdict.has(Caution::ManyDaysMissing);
    };
    EXPECT_FALSE(missing(3, 3)) << "30 % is not more than 30 %";
    EXPECT_TRUE(missing(4, 0));
    EXPECT_TRUE(missing(0, 4));
}

TEST(Verdict, CautionsThatRunsChanged)
{
    const auto changed = [](std::optional<double> before, std::optional<double> since) {
        return judgedWith([=](VerdictFacts& facts) {
                   facts.weeklyLoadBefore = before;
                   facts.weeklyLoadSince = since;
               })
            .has(Caution::RunsChanged);
    };
    EXPECT_FALSE(changed(100, 130));
    EXPECT_TRUE(changed(100, 131));
    EXPECT_FALSE(changed(100, 70));
    EXPECT_TRUE(changed(100, 69));
    EXPECT_FALSE(changed(0, 0));
    EXPECT_TRUE(changed(0, 5));
    EXPECT_FALSE(changed(std::nullopt, 5));
    EXPECT_FALSE(changed(5, std::nullopt));
}

TEST(Verdict, NamesCautionsInOrder)
{
    const Verdict verdict = judgedWith([](VerdictFacts& facts) {
        static const Values falling{9, 9, 8, 6, 6, 5, 5};
        facts.baseline.y = falling;
        facts.missingSince = 10;
        facts.weeklyLoadBefore = 10;
        facts.weeklyLoadSince = 20;
    });
    EXPECT_EQ(verdict.cautions,
              (std::vector{Caution::AlreadyFalling, Caution::BeganInBadSpell, Caution::ManyDaysMissing,
                           Caution::RunsChanged}));
}

void expectFinite(const Verdict& verdict)
{
    for (const auto& value : {verdict.share, verdict.lag1, verdict.p, verdict.phases.difference, verdict.phases.nap,
                              verdict.phases.napSe, verdict.phases.tauBaselineCorrected})
        EXPECT_TRUE(!value || std::isfinite(*value));
    EXPECT_TRUE(!verdict.p || (*verdict.p >= 0 && *verdict.p <= 1));
}

TEST(Verdict, HasAnAnswerForEveryDiary)
{
    const Verdict nothing = judge({});
    EXPECT_EQ(nothing.kind, VerdictKind::TooLittleData);
    EXPECT_EQ(nothing.neededBefore, kLeastPhaseDays);
    EXPECT_EQ(nothing.neededSince, kLeastPhaseDays);
    EXPECT_EQ(nothing.p, std::nullopt);
    EXPECT_TRUE(nothing.cautions.empty());

    for (const auto& [before, since] : {std::pair{days(1, 5), Values{}},
                                        {Values{}, days(1, 5)},
                                        {days(1, 5), days(1, 5)},
                                        {days(3, 5), days(1, 0)},
                                        {days(4, 5), days(1, 0)},
                                        {Values{}, days(30, 5)},
                                        {days(30, 5), Values{}}}) {
        const Verdict verdict = judged(before, since);
        EXPECT_EQ(verdict.kind, VerdictKind::TooLittleData);
        EXPECT_EQ(verdict.p.has_value(), !before.empty() && !since.empty());
        expectFinite(verdict);
    }
    for (const double value : {0.0, 10.0}) {
        const Verdict verdict = judged(days(14, value), days(14, value));
        EXPECT_EQ(verdict.kind, VerdictKind::NoClearChange);
        EXPECT_EQ(verdict.p, 1.0);
        EXPECT_TRUE(verdict.cautions.empty());
        expectFinite(verdict);
    }
}

TEST(Verdict, JudgesABaselineOfFourHundredDays)
{
    DiarySimulator simulator(3);
    const Truth still{6, 0.7, 0, 0, 400, 14};
    EXPECT_EQ(judged(simulator.draw(still)).kind, VerdictKind::NoClearChange);
    const Truth dropped{6, 0.3, 3, 0, 400, 700};
    const Verdict verdict = judged(simulator.draw(dropped));
    EXPECT_EQ(verdict.kind, VerdictKind::Better);
    expectFinite(verdict);
}

/// What a diary of scores may hold.
rc::Gen<Values> scores()
{
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 11)),
                        [](const std::vector<int>& values) { return Values(values.begin(), values.end()); });
}

RC_GTEST_PROP(VerdictProperty, MirrorsWhatIsBetter, ())
{
    const Values a = *scores();
    const Values b = *scores();
    const Verdict less = judged(a, b);
    const Verdict more = judged(a, b, Improvement::Increase);
    RC_ASSERT(less.p == more.p);
    RC_ASSERT((less.kind == VerdictKind::Better) == (more.kind == VerdictKind::Worse));
    RC_ASSERT((less.kind == VerdictKind::Worse) == (more.kind == VerdictKind::Better));
    RC_ASSERT((less.kind == VerdictKind::TooLittleData) == (more.kind == VerdictKind::TooLittleData));
    expectFinite(less);
    const auto turned = [](Values values) {
        for (double& value : values)
            value = 10 - value;
        return values;
    };
    RC_ASSERT(judged(turned(a), turned(b), Improvement::Increase).cautions == less.cautions);
}

RC_GTEST_PROP(VerdictProperty, DoesNotDependOnTheCalendar, ())
{
    const Values a = *scores();
    const Values b = *scores();
    const int shift = *rc::gen::inRange(-20'000, 20'000);
    Values x(a.size() + b.size());
    std::iota(x.begin(), x.end(), shift);
    VerdictFacts facts;
    facts.baseline = {std::span(x).first(a.size()), a};
    facts.release = {std::span(x).subspan(a.size()), b};
    const Verdict here = judged(a, b);
    const Verdict there = judge(facts);
    RC_ASSERT(here.kind == there.kind);
    RC_ASSERT(here.p == there.p);
    RC_ASSERT(here.cautions == there.cautions);
}

RC_GTEST_PROP(VerdictProperty, ComparesLevelsOnly, ())
{
    const Values a = *scores();
    const Values b = *scores();
    RC_PRE(!a.empty() && !b.empty());
    const int shift = *rc::gen::inRange(-10, 11);
    const auto moved = [shift](Values values) {
        for (double& value : values)
            value += shift;
        return values;
    };
    RC_ASSERT(std::abs(*judged(a, b).p - *judged(moved(a), moved(b)).p) < 1e-9);
}

RC_GTEST_PROP(VerdictProperty, GivesTheSameAnswerAgain, ())
{
    const Values a = *scores();
    const Values b = *scores();
    const Verdict first = judged(a, b);
    const Verdict second = judged(a, b);
    RC_ASSERT(first.p == second.p);
    RC_ASSERT(first.kind == second.kind);
    RC_ASSERT(first.cautions == second.cautions);
}

TEST(Verdict, HasTheSameKindAlone)
{
    std::map<VerdictKind, int> seen;
    const auto compare = [&](const Diary& diary) {
        for (const Improvement improvement : {Improvement::Decrease, Improvement::Increase}) {
            Values x(diary.baseline.size() + diary.release.size());
            std::iota(x.begin(), x.end(), 0);
            VerdictFacts facts;
            facts.improvement = improvement;
            facts.baseline = {std::span(x).first(diary.baseline.size()), diary.baseline};
            facts.release = {std::span(x).subspan(diary.baseline.size()), diary.release};
            const VerdictKind kind = judge(facts).kind;
            ASSERT_EQ(verdictKind(facts), kind);
            ++seen[kind];
        }
    };
    DiarySimulator simulator(5);
    for (const int baseline : {0, 1, 6, 7, 14, 40})
        for (const int release : {0, 1, 6, 7, 14, 40})
            for (const double drop : {-3.0, -2.0, 0.0, 2.0, 3.0})
                compare(simulator.draw({5, 0.3, drop, 0, baseline, release}));
    for (const auto& row : NameTable<VerdictKind>::rows)
        EXPECT_GT(seen[row.value], 20) << row.name;
}

/// Percent of 300 diaries that are better; the bench measures with thousands.
double percentBetter(const std::function<Diary(DiarySimulator&)>& draw, bool uncautioned = false)
{
    DiarySimulator simulator(7);
    int better = 0;
    for (int i = 0; i < 300; ++i) {
        const Verdict verdict = judged(draw(simulator));
        if (verdict.kind == VerdictKind::Better && !(uncautioned && verdict.has(Caution::AlreadyFalling)))
            ++better;
    }
    return better / 3.0;
}

TEST(VerdictCalibration, SeldomErrsAndMostlySees)
{
    const auto drawn = [](const Truth& truth) {
        return [truth](DiarySimulator& simulator) { return simulator.draw(truth); };
    };
    EXPECT_LE(percentBetter(drawn({5, 0.7, 0, 0, 14, 14})), 5);
    EXPECT_LE(percentBetter(drawn({6, 0.5, 0, 0, 7, 14})), 4);
    EXPECT_LE(percentBetter(drawn({6, 0.3, 0, 0.1, 14, 14}), true), 14);
    EXPECT_GE(percentBetter(drawn({6, 0.3, 3, 0, 14, 14})), 80);
    EXPECT_LE(percentBetter([](DiarySimulator& simulator) {
                  return simulator.drawBadStart({5, 0.5, 0, 0, 7, 14}, BadStart());
              }),
              10);
}

}  // namespace
}  // namespace psolog
