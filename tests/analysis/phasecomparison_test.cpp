// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/phasecomparison.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analysis/kendall.h"
#include "analysis/normal.h"
#include "statisticsinput.h"

namespace psolog {
namespace {

using data::Values;

constexpr auto kMore = Improvement::Increase;
constexpr auto kLess = Improvement::Decrease;

TEST(PhaseComparison, FindsThePublishedTauUOfParker)
{
    const PhaseComparison found = compare(data::kParkerTauU.a, data::kParkerTauU.b, kMore);
    EXPECT_DOUBLE_EQ(*found.tau, 16.0 / 20);
    EXPECT_DOUBLE_EQ(*found.tauUMinusTrendA, 11.0 / 20);
}

TEST(PhaseComparison, FindsThePublishedTauUOfParkersBob)
{
    const auto& [a, b] = data::kParkerBob;
    const PhaseComparison found = compare(a, b, kMore);
    EXPECT_DOUBLE_EQ(*found.tau, 0.8);
    EXPECT_DOUBLE_EQ(*found.tauUMinusTrendA, 0.65);
    // z = S / SD(S), which the source prints as 2.0 and 1.53 with an SD of 8.16 and 8.48
    EXPECT_NEAR(*found.tau * 20 / 8.16, 2.0, 0.05);
    EXPECT_NEAR(*found.tauUMinusTrendA * 20 / 8.48, 1.53, 0.005);
    // The other two variants of the source, from the same parts.
    const auto s = [](const Values& y) { return static_cast<double>(kendall(daysFrom(1, y.size()), y).s); };
    const double sAB = *found.tau * 20;
    EXPECT_DOUBLE_EQ(sAB, 16);
    EXPECT_NEAR((sAB + s(b)) / (20 + 10), 0.77, 0.005);
    EXPECT_NEAR((sAB + s(b)) / 8.91, 2.58, 0.005);
    EXPECT_NEAR((sAB - s(a) + s(b)) / (20 + 10 + 6), 0.56, 0.005);
    EXPECT_NEAR((sAB - s(a) + s(b)) / 9.35, 2.14, 0.005);
}

TEST(PhaseComparison, SeesNoChangeInALineThatGoesOn)
{
    const PhaseComparison found = compare(data::kTarlowLinear.a, data::kTarlowLinear.b, kMore);
    EXPECT_EQ(*found.tau, 1);
    EXPECT_DOUBLE_EQ(*found.tauUMinusTrendA, 0.6);
    EXPECT_EQ(*found.tauBaselineCorrected, 0);
    EXPECT_EQ(*found.nap, 1);
}

TEST(PhaseComparison, TakesTheBaselinesLineOffAsTarlowDoes)
{
    // The published corrected tau_b, .69, is S over the root of mn and the pairs without ties; ours is S / mn.
    const auto& [a, b] = data::kTarlowC;
    const PhaseComparison found = compare(a, b, kMore);
    Values x(a.size(), 0);
    x.resize(a.size() + b.size(), 1);
    Values y = a;
    y.insert(y.end(), b.begin(), b.end());
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] -= 31.0 - 3.0 * static_cast<double>(i + 1);
    const double pairs = static_cast<double>(a.size() * b.size());
    EXPECT_NEAR(*found.tauBaselineCorrected, static_cast<double>(kendall(x, y).s) / pairs, 1e-12);
    EXPECT_LT(*found.tau, 0);
    EXPECT_GT(*found.tauBaselineCorrected, 0);
}

TEST(PhaseComparison, FindsNapAndItsErrorOfParkerAndVannest)
{
    const PhaseComparison found = compare(data::kParkerVannest.a, data::kParkerVannest.b, kMore);
    EXPECT_DOUBLE_EQ(*found.nap, 0.9636363636363636);
    EXPECT_NEAR(*found.napSe, 0.03192622349349315, 1e-14);
}

TEST(PhaseComparison, FindsThePublishedNapWhereLessIsBetter)
{
    const PhaseComparison found = compare(data::kMcKissick.a, data::kMcKissick.b, kLess);
    EXPECT_EQ(found.m, 9U);
    EXPECT_EQ(found.n, 4U);
    EXPECT_NEAR(*found.nap, 0.9166667, 5e-8);
    EXPECT_NEAR(*found.napSe, 0.0833333, 5e-8);
    // The source's root finder stops at 1e-4; that ours solves the equation is a property below.
    EXPECT_NEAR(found.napInterval->low, 0.5676324, 5e-5);
    EXPECT_NEAR(found.napInterval->high, 0.9874545, 5e-5);
}

TEST(PhaseComparison, FindsThePublishedSeparationOfJohanna)
{
    const PhaseComparison found = compare(data::kJohanna.a, data::kJohanna.b, kMore);
    EXPECT_EQ(*found.nap, 1);
    EXPECT_EQ(*found.tau * 5 * 15, 75);
    EXPECT_EQ(*found.tauUMinusTrendA, 1);
    EXPECT_EQ(found.napInterval->high, 1);
}

TEST(PhaseComparison, IsNotCertainOfCompleteSeparation)
{
    const Interval best = napInterval(1, 3, 7);
    EXPECT_NEAR(best.low, 0.600, 0.0005);
    EXPECT_EQ(best.high, 1);
    const Interval worst = napInterval(0, 3, 7);
    EXPECT_EQ(worst.low, 0);
    EXPECT_NEAR(worst.high, 0.400, 0.0005);
    EXPECT_GT(*compare({1, 2, 3}, {4, 5, 6, 7}, kMore).napSe, 0);
}

TEST(PhaseComparison, HasAMedianOfEachPhaseAndTheirDifference)
{
    const PhaseComparison found = compare({6, 7, 5, 6, 8, 6, 7}, {4, 3, 4, 2, 3, 4, 3, 3}, kLess);
    EXPECT_EQ(found.medianA, 6.0);
    EXPECT_EQ(found.medianB, 3.0);
    EXPECT_EQ(found.difference, -3.0);
    ASSERT_TRUE(found.differenceInterval);
    EXPECT_LT(found.differenceInterval->low, -3);
    EXPECT_LT(found.differenceInterval->high, 0);
    EXPECT_DOUBLE_EQ(found.differenceInterval->low + found.differenceInterval->high, -6);
}

TEST(PhaseComparison, FindsTheIntervalOfPriceAndBonettByHand)
{
    // n = 7: rank max(1, 4 - 2.65) = 1, P(no value below the median) = 1/128; n = 9: rank 2, (1 + 9) / 512.
    const Values a{1, 2, 3, 4, 5, 6, 9};
    const Values b{2, 3, 5, 7, 9, 10, 12, 15, 30};
    const double errorA = (9 - 1) / (2 * normalQuantile(1 - 1 / 128.0));
    const double errorB = (15 - 3) / (2 * normalQuantile(1 - 10 / 512.0));
    const double reach = kNormal95 * std::hypot(errorA, errorB);
    const PhaseComparison found = compare(a, b, kLess);
    EXPECT_EQ(found.difference, 5.0);
    EXPECT_NEAR(found.differenceInterval->low, 5 - reach, 1e-12);
    EXPECT_NEAR(found.differenceInterval->high, 5 + reach, 1e-12);
}

TEST(PhaseComparison, HasAnIntervalInAVeryLongLog)
{
    for (const std::size_t n : {900U, 1'100U, 40'000U}) {
        const PhaseComparison found = compare(daysFrom(0, n), daysFrom(5, n), kMore);
        ASSERT_TRUE(found.differenceInterval);
        const double width = found.differenceInterval->high - found.differenceInterval->low;
        // The error of the median of n evenly spread values is about n / 2 / sqrt(n).
        EXPECT_NEAR(width, 2 * kNormal95 * std::sqrt(static_cast<double>(n) / 2), 0.05 * width);
    }
}

TEST(PhaseComparison, LeavesOutWhatAShortPhaseCannotTell)
{
    const PhaseComparison none = compare({}, {}, kLess);
    EXPECT_FALSE(none.medianA || none.medianB || none.difference || none.nap || none.tau || none.napInterval);
    const PhaseComparison half = compare({4, 5, 6}, {}, kLess);
    EXPECT_EQ(half.medianA, 5.0);
    EXPECT_FALSE(half.medianB || half.difference || half.nap || half.tauUMinusTrendA);
    const PhaseComparison single = compare({4}, {2}, kLess);
    EXPECT_EQ(single.nap, 1.0);
    EXPECT_TRUE(single.napInterval);
    EXPECT_FALSE(single.napSe || single.differenceInterval || single.tauBaselineCorrected);
    const PhaseComparison pairs = compare({4, 5}, {2, 2}, kLess);
    EXPECT_TRUE(pairs.napSe);
    EXPECT_FALSE(pairs.differenceInterval);
}

TEST(PhaseComparison, OfAllTheSameIsInTheMiddle)
{
    const PhaseComparison found = compare(Values(7, 10), Values(9, 10), kLess);
    EXPECT_EQ(found.difference, 0.0);
    EXPECT_EQ(found.differenceInterval, (Interval{0, 0}));
    EXPECT_EQ(found.nap, 0.5);
    EXPECT_EQ(found.tau, 0.0);
    EXPECT_EQ(found.tauUMinusTrendA, 0.0);
    EXPECT_EQ(found.tauBaselineCorrected, 0.0);
    EXPECT_TRUE(std::isfinite(*found.napSe));
}

TEST(PhaseComparison, LeavesNoTraceOfRoundingWhereItIsNothing)
{
    // 5 wins, 4 losses and a rise of one pair in A.
    EXPECT_EQ(compare({0, 9, 3}, {4, 5, 1}, kMore).tauUMinusTrendA, 0.0);
    EXPECT_EQ(compare({0, 9, 3}, {4, 5, 1}, kLess).tauUMinusTrendA, 0.0);
}

TEST(PhaseComparison, TakesTheBaselinesLineOffBesideAHugeValue)
{
    const Values a{5, 6.5, 5.25, 6, 5.5, 7};
    const PhaseComparison found = compare(a, {5.5, 6, 5.75, 8, 6.25}, kMore);
    EXPECT_GT(*found.tauBaselineCorrected, -1);
    EXPECT_LT(*found.tauBaselineCorrected, 0);
    EXPECT_EQ(compare(a, {5.5, 6, 5.75, 1e14, 6.25}, kMore).tauBaselineCorrected, found.tauBaselineCorrected);
    EXPECT_EQ(compare({0, 0, 0, 0, 0, 1}, {0, 1, 0, 0, 0, 0}, kMore).tauBaselineCorrected, 0.0);
    EXPECT_EQ(compare({0, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 1}, kMore).tauBaselineCorrected, 1.0 / 3);
}

TEST(LagOne, IsThatOfTheDefinition)
{
    // Residuals -1, 1, -1, 1 and 0, 0 after the means 2 and 5.
    EXPECT_DOUBLE_EQ(*lagOne(Values{1, 3, 1, 3}, Values{5, 5}), -3.0 / 4);
    EXPECT_DOUBLE_EQ(*lagOne(Values{1, 2, 3}, {}), 0);
    // The step between the phases is not correlation.
    EXPECT_DOUBLE_EQ(*lagOne(Values{1, 3, 1, 3}, Values{105, 107, 105, 107}), -6.0 / 8);
    EXPECT_DOUBLE_EQ(*lagOne(Values{1e-9, 3e-9, 1e-9, 3e-9}, {}), -3.0 / 4);
}

TEST(LagOne, IsNotDefinedForConstantsOrTwoValues)
{
    EXPECT_FALSE(lagOne({}, {}));
    EXPECT_FALSE(lagOne(Values{1, 2}, {}));
    EXPECT_FALSE(lagOne(Values(100, 0.1), Values(50, 0.3)));
    EXPECT_FALSE(lagOne(Values{1}, Values{2}));
}

/// The pairs one by one.
struct ByPairs {
    double nap = 0;
    double tau = 0;
    double se = 0;

    ByPairs(const Values& a, const Values& b, Improvement improvement)
    {
        const auto m = static_cast<double>(a.size());
        const auto n = static_cast<double>(b.size());
        const auto win = [&](double before, double after) {
            return before == after ? 0.5 : (after > before) == (improvement == kMore) ? 1.0 : 0.0;
        };
        for (const double before : a)
            for (const double after : b) {
                nap += win(before, after) / (m * n);
                tau += 2 * win(before, after) - 1;
            }
        tau /= m * n;
        double rows = 0;
        double squares = 0;
        for (const double before : a) {
            double row = 0;
            for (const double after : b) {
                row += win(before, after) - nap;
                squares += std::pow(win(before, after) - nap, 2);
            }
            rows += row * row;
        }
        double columns = 0;
        for (const double after : b) {
            double column = 0;
            for (const double before : a)
                column += win(before, after) - nap;
            columns += column * column;
        }
        const double inside = std::clamp(nap, 0.5 / (m * n), 1 - 0.5 / (m * n));
        const double variance =
            (inside * (1 - inside) + (rows + columns - 2 * squares) / (m * n)) / ((m - 1) * (n - 1));
        se = std::sqrt(std::max(0.0, variance));
    }
};

RC_GTEST_PROP(PhaseComparison, CountsWhatALookAtEveryPairCounts, ())
{
    const Values a = *gen::phase(2, 30);
    const Values b = *gen::phase(2, 30);
    const auto improvement = *rc::gen::element(kMore, kLess);
    const PhaseComparison found = compare(a, b, improvement);
    const ByPairs expected(a, b, improvement);
    RC_ASSERT(std::abs(*found.nap - expected.nap) < 1e-12);
    RC_ASSERT(std::abs(std::pow(*found.napSe, 2) - std::pow(expected.se, 2)) < 1e-12);
    RC_ASSERT(*found.tau == expected.tau);
    const Values trend = improvement == kMore ? a : times(a, -1);
    const auto pairs = static_cast<double>(a.size() * b.size());
    const auto s = static_cast<double>(kendall(daysFrom(1, a.size()), trend).s);
    RC_ASSERT(*found.tauUMinusTrendA == (std::nearbyint(expected.tau * pairs) - s) / pairs);
}

RC_GTEST_PROP(PhaseComparison, SolvesNewcombesEquation, ())
{
    const Values a = *gen::phase(1, 20);
    const Values b = *gen::phase(1, 20);
    const PhaseComparison found = compare(a, b, kMore);
    const double nap = *found.nap;
    const auto m = static_cast<double>(a.size());
    const auto n = static_cast<double>(b.size());
    const double h = (m + n) / 2 - 1;
    RC_ASSERT((found.napInterval->low >= 0 && found.napInterval->low <= nap));
    RC_ASSERT((found.napInterval->high <= 1 && found.napInterval->high >= nap));
    for (const double x : {found.napInterval->low, found.napInterval->high}) {
        const double left = m * n * std::pow(nap - x, 2) * (2 - x) * (1 + x);
        const double right = kNormal95 * kNormal95 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
        RC_ASSERT(std::abs(left - right) < 1e-9 * m * n);
    }
    // Complete separation keeps the root inside.
    RC_ASSERT((nap < 1 || found.napInterval->low < 1));
    RC_ASSERT((nap > 0 || found.napInterval->high > 0));
}

RC_GTEST_PROP(PhaseComparison, StaysWhenShiftedAndScaled, ())
{
    const Values a = *gen::phase(1, 25);
    const Values b = *gen::phase(1, 25);
    const PhaseComparison found = compare(a, b, kLess);
    const PhaseComparison moved = compare(times(a, 8, 64), times(b, 8, 64), kLess);
    RC_ASSERT(moved.nap == found.nap);
    RC_ASSERT(moved.napSe == found.napSe);
    RC_ASSERT(moved.napInterval == found.napInterval);
    RC_ASSERT(moved.tauUMinusTrendA == found.tauUMinusTrendA);
    RC_ASSERT(moved.tauBaselineCorrected == found.tauBaselineCorrected);
    RC_ASSERT(*moved.difference == 8 * *found.difference);
    RC_ASSERT((moved.differenceInterval.has_value() == (a.size() >= 3 && b.size() >= 3)));
    if (moved.differenceInterval)
        RC_ASSERT(std::abs(moved.differenceInterval->low - 8 * found.differenceInterval->low)
                  < 1e-9 * (1 + std::abs(moved.differenceInterval->low)));
}

RC_GTEST_PROP(PhaseComparison, IsMirroredWhenThePhasesOrTheValuesAre, ())
{
    const Values a = *gen::phase(2, 25);
    const Values b = *gen::phase(2, 25);
    const PhaseComparison found = compare(a, b, kMore);
    const PhaseComparison negated = compare(times(a, -1), times(b, -1), kLess);
    RC_ASSERT(negated.nap == found.nap);
    RC_ASSERT(negated.napSe == found.napSe);
    RC_ASSERT(negated.tauUMinusTrendA == found.tauUMinusTrendA);
    RC_ASSERT(negated.tauBaselineCorrected == found.tauBaselineCorrected);
    RC_ASSERT(*negated.difference == -*found.difference);

    const PhaseComparison exchanged = compare(b, a, kMore);
    RC_ASSERT(std::abs(*exchanged.nap - (1 - *found.nap)) < 1e-12);
    RC_ASSERT(std::abs(*exchanged.napSe - *found.napSe) < 1e-9);
    RC_ASSERT(std::abs(exchanged.napInterval->low - (1 - found.napInterval->high)) < 1e-9);
    RC_ASSERT(*exchanged.difference == -*found.difference);
}

RC_GTEST_PROP(PhaseComparison, AsksNotForTheOrderOfWhatIsNotATrend, ())
{
    Values a = *gen::phase(2, 25);
    Values b = *gen::phase(2, 25);
    const PhaseComparison found = compare(a, b, kLess);
    std::reverse(b.begin(), b.end());
    const PhaseComparison turned = compare(a, b, kLess);
    RC_ASSERT(turned.tauUMinusTrendA == found.tauUMinusTrendA);
    std::sort(a.begin(), a.end());
    const PhaseComparison sorted = compare(a, b, kLess);
    RC_ASSERT(sorted.nap == found.nap);
    RC_ASSERT(sorted.napSe == found.napSe);
    RC_ASSERT(sorted.differenceInterval == found.differenceInterval);
}

RC_GTEST_PROP(PhaseComparison, IsNeverNaN, ())
{
    const Values a = *gen::phase(0, 12);
    const Values b = *gen::phase(0, 12);
    const PhaseComparison found = compare(a, b, *rc::gen::element(kMore, kLess));
    for (const auto& value : {found.medianA, found.medianB, found.difference, found.nap, found.napSe, found.tau,
                              found.tauUMinusTrendA, found.tauBaselineCorrected, lagOne(a, b)})
        RC_ASSERT((!value || std::isfinite(*value)));
    for (const auto& interval : {found.differenceInterval, found.napInterval})
        RC_ASSERT((!interval || (std::isfinite(interval->low) && std::isfinite(interval->high))));
    RC_ASSERT((found.nap.has_value() == (!a.empty() && !b.empty())));
}

}  // namespace
}  // namespace psolog
