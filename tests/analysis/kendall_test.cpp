// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/kendall.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analysis/inversions.h"
#include "analysis/normal.h"
#include "statisticsinput.h"

namespace psolog {
namespace {

using data::Values;

Kendall trendOf(const Values& y)
{
    return kendall(daysFrom(1, y.size()), y);
}

int sign(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// z without the correction for continuity, as some sources print it.
double plainZ(const Kendall& found)
{
    return static_cast<double>(found.s) / std::sqrt(found.varS);
}

TEST(Kendall, FindsThePublishedTrendOfHolyCross)
{
    const Kendall trend = trendOf(data::kHolyCross);
    EXPECT_EQ(trend.n, 14U);
    EXPECT_EQ(trend.s, 54);  // printed, like the variance and z
    EXPECT_DOUBLE_EQ(trend.varS, 14 * 13 * 33 / 18.0 - 2 * 1 * 9 / 18.0);
    EXPECT_NEAR(trend.z, 2.9058, 0.00005);
    EXPECT_NEAR(trend.p / 2, 0.0018, 0.00005);
    EXPECT_DOUBLE_EQ(trend.varS, 332.6666666666667);  // recomputed, like all below
    EXPECT_DOUBLE_EQ(trend.z, 2.905836845996537);
    EXPECT_NEAR(trend.p, 0.003662723762882436, 1e-15);
    EXPECT_DOUBLE_EQ(*trend.tauA, 0.5934065934065934);
    EXPECT_DOUBLE_EQ(*trend.tauB, 0.5966941897186163);
}

TEST(Kendall, FindsThePublishedTauOfKendallsExampleWithTies)
{
    const Kendall tau = kendall(data::kKendallX, data::kKendallY);
    EXPECT_EQ(tau.s, 33);
    EXPECT_DOUBLE_EQ(*tau.tauB, 33 / std::sqrt(41.0 * 36.0));
    EXPECT_NEAR(*tau.tauB, 0.859, 0.0005);
}

TEST(Kendall, FindsTheTrendsOfParkersBobTakenApart)
{
    EXPECT_EQ(trendOf(data::kParkerBob.a).s, 3);
    EXPECT_EQ(trendOf(data::kParkerBob.b).s, 7);
    EXPECT_EQ(trendOf(data::kJohanna.a).s, 0);
    EXPECT_EQ(trendOf(data::kJohanna.b).s, 70);
}

TEST(Kendall, FindsTheVarianceOfParkersPhases)
{
    // SD of S of "A against B" in the manual of scan: without ties, mn(m + n + 1) / 3.
    const auto& [a, b] = data::kParkerBob;
    const double pairs = static_cast<double>(a.size() * b.size());
    EXPECT_NEAR(std::sqrt(pairs * static_cast<double>(a.size() + b.size() + 1) / 3), 8.16, 0.005);
    // That variance is Kendall's with ties in x, the phases.
    Values x(a.size(), 0);
    x.resize(a.size() + b.size(), 1);
    const Kendall distinct = kendall(x, Values{9, 2, 7, 4, 5, 6, 3, 8, 1});
    EXPECT_NEAR(std::sqrt(distinct.varS), 8.16, 0.005);
}

TEST(Kendall, FindsThePublishedTarlowTausOfABinaryPhase)
{
    // Tau of the values against the phase: the manual of scan prints -.58 and z -2.98.
    const auto& [a, b] = data::kTarlowC;
    Values x(a.size(), 0);
    x.resize(a.size() + b.size(), 1);
    Values y = a;
    y.insert(y.end(), b.begin(), b.end());
    const Kendall uncorrected = kendall(x, y);
    EXPECT_NEAR(*uncorrected.tauB, -0.58, 0.005);
    EXPECT_DOUBLE_EQ(*uncorrected.tauB, -0.5811858369929875);
    EXPECT_NEAR(plainZ(uncorrected), -2.98, 0.005);

    const Kendall baseline = trendOf(a);
    EXPECT_NEAR(*baseline.tauB, -0.75, 0.005);
    EXPECT_NEAR(plainZ(baseline), -2.31, 0.005);

    Values corrected = y;
    for (std::size_t i = 0; i < y.size(); ++i)
        corrected[i] -= 31.0 - 3.0 * static_cast<double>(i + 1);
    const Kendall after = kendall(x, corrected);
    EXPECT_NEAR(*after.tauB, 0.69, 0.005);
    EXPECT_NEAR(plainZ(after), 3.57, 0.005);
    EXPECT_NEAR(*after.tauB, 0.6899236143528155, 1e-12);
    EXPECT_NEAR(plainZ(after), 3.5699583747367925, 1e-12);
}

TEST(Kendall, IsDefinedForNoOneAndTwoValues)
{
    for (const Values& y : {Values{}, Values{4}}) {
        const Kendall trend = trendOf(y);
        EXPECT_EQ(trend.n, y.size());
        EXPECT_EQ(trend.s, 0);
        EXPECT_EQ(trend.varS, 0);
        EXPECT_EQ(trend.z, 0);
        EXPECT_EQ(trend.p, 1);
        EXPECT_FALSE(trend.tauA);
        EXPECT_FALSE(trend.tauB);
    }
    const Kendall two = trendOf({3, 5});
    EXPECT_EQ(two.s, 1);
    EXPECT_EQ(two.varS, 1);
    EXPECT_EQ(two.z, 0);
    EXPECT_EQ(two.p, 1);
    EXPECT_EQ(two.tauA, 1.0);
    EXPECT_EQ(two.tauB, 1.0);
}

TEST(Kendall, OfAConstantSaysNoTrend)
{
    for (const std::size_t n : {2U, 3U, 7U, 400U}) {
        for (const Kendall& trend : {trendOf(Values(n, 0.1)), kendall(Values(n, 0.1), daysFrom(0, n)),
                                     kendall(Values(n, 0.1), Values(n, 10))}) {
            EXPECT_EQ(trend.s, 0);
            EXPECT_EQ(trend.varS, 0);
            EXPECT_EQ(trend.z, 0);
            EXPECT_EQ(trend.p, 1);
            EXPECT_EQ(trend.tauA, 0.0);
            EXPECT_FALSE(trend.tauB);
        }
    }
}

TEST(Kendall, CountsALongSeriesExactly)
{
    const Kendall trend = trendOf(daysFrom(0, 100'000));
    EXPECT_EQ(trend.s, 4'999'950'000);
    EXPECT_EQ(trend.tauA, 1.0);
    EXPECT_EQ(trend.tauB, 1.0);
}

RC_GTEST_PROP(Kendall, CountsWhatALookAtEveryPairCounts, ())
{
    const Points points = *gen::points(0, 40);
    std::int64_t s = 0;
    std::int64_t sameX = 0;
    std::int64_t sameY = 0;
    const std::size_t n = points.x.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            s += sign(points.x[i] - points.x[j]) * sign(points.y[i] - points.y[j]);
            sameX += points.x[i] == points.x[j] ? 1 : 0;
            sameY += points.y[i] == points.y[j] ? 1 : 0;
        }
    }
    const Kendall found = kendall(points.x, points.y);
    RC_ASSERT(found.s == s);
    RC_ASSERT(found.varS >= 0);
    RC_ASSERT((std::isfinite(found.z) && found.p >= 0 && found.p <= 1));
    const auto pairs = static_cast<std::int64_t>(n) * (static_cast<std::int64_t>(n) - 1) / 2;
    RC_ASSERT((found.tauB.has_value() == (sameX < pairs && sameY < pairs)));
    if (found.tauB)
        RC_ASSERT(std::abs(*found.tauB
                           - static_cast<double>(s)
                               / std::sqrt(static_cast<double>(pairs - sameX) * static_cast<double>(pairs - sameY)))
                  < 1e-12);
}

RC_GTEST_PROP(Kendall, StaysWhenShiftedScaledOrShuffled, ())
{
    Points points = *gen::points(2, 60);
    const Kendall found = kendall(points.x, points.y);
    const Kendall moved = kendall(times(points.x, 0.5, -7), times(points.y, 4, 1000));
    RC_ASSERT(moved.s == found.s);
    RC_ASSERT(moved.varS == found.varS);
    RC_ASSERT(moved.p == found.p);
    RC_ASSERT(moved.tauB == found.tauB);

    const Kendall mirrored = kendall(points.x, times(points.y, -1));
    RC_ASSERT(mirrored.s == -found.s);
    RC_ASSERT(mirrored.varS == found.varS);
    RC_ASSERT(mirrored.p == found.p);

    const Kendall exchanged = kendall(points.y, points.x);
    RC_ASSERT(exchanged.s == found.s);
    RC_ASSERT(std::abs(exchanged.varS - found.varS) <= 1e-9 * found.varS);

    std::reverse(points.x.begin(), points.x.end());
    std::reverse(points.y.begin(), points.y.end());
    RC_ASSERT(kendall(points.x, points.y).s == found.s);
}

RC_GTEST_PROP(Inversions, AreCountedAndVisitedEachOnce, ())
{
    const auto n = *rc::gen::inRange<std::size_t>(0, 70);
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    const auto keys = *rc::gen::container<std::vector<int>>(n, rc::gen::arbitrary<int>());
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j)
            if (order[i] > order[j])
                expected.emplace_back(order[i], order[j]);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> visited;
    std::vector<std::uint32_t> work = order;
    std::vector<std::uint32_t> spare;
    forEachInversionBlock(work, spare, [&](const std::uint32_t* first, const std::uint32_t* last, std::uint32_t value) {
        for (; first != last; ++first)
            visited.emplace_back(*first, value);
    });
    RC_ASSERT(std::is_sorted(work.begin(), work.end()));
    std::sort(expected.begin(), expected.end());
    std::sort(visited.begin(), visited.end());
    RC_ASSERT(visited == expected);
    RC_ASSERT(countInversions(order, spare) == static_cast<std::int64_t>(expected.size()));
}

TEST(Normal, QuantilesAndTailsAreThoseOfTables)
{
    EXPECT_NEAR(normalQuantile(0.975), kNormal95, 1e-14);
    EXPECT_NEAR(normalQuantile(0.5), 0, 1e-15);
    EXPECT_NEAR(normalQuantile(0.995), 2.5758293035489004, 1e-13);
    EXPECT_NEAR(normalQuantile(1e-10), -6.361340902404056, 1e-10);
    EXPECT_NEAR(twoSidedNormal(kNormal95), 0.05, 1e-15);
    EXPECT_EQ(twoSidedNormal(0), 1);
}

}  // namespace
}  // namespace psolog
