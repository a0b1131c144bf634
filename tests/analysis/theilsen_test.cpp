// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/theilsen.h"

#include <array>
#include <cmath>
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analysis/normal.h"
#include "statisticsinput.h"

namespace psolog {
namespace {

using data::Values;

/// Sum of t(t-1)(2t+5) over the groups of t equal values.
double tieTerm(Values values)
{
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (std::size_t i = 0; i < values.size();) {
        const auto end = std::upper_bound(values.begin(), values.end(), values[i]) - values.begin();
        const double t = static_cast<double>(end) - static_cast<double>(i);
        sum += t * (t - 1) * (2 * t + 5);
        i = static_cast<std::size_t>(end);
    }
    return sum;
}

/// What the definition says, by a list of all slopes.
std::optional<TheilSen> byDefinition(const Points& points, double confidence = 0.95)
{
    const auto& [x, y] = points;
    Values slopes;
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < x.size(); ++j)
            if (x[i] > x[j])
                slopes.push_back((y[i] - y[j]) / (x[i] - x[j]));
    if (slopes.empty())
        return std::nullopt;
    std::sort(slopes.begin(), slopes.end());
    const auto medianOf = [](Values values) {
        std::sort(values.begin(), values.end());
        const std::size_t n = values.size();
        return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    };
    TheilSen line;
    line.slope = medianOf(slopes);
    line.intercept = medianOf(y) - line.slope * medianOf(x);
    const auto n = static_cast<double>(x.size());
    const auto count = static_cast<double>(slopes.size());
    const double variance = (n * (n - 1) * (2 * n + 5) - tieTerm(x) - tieTerm(y)) / 18;
    line.intervalKnown = variance >= 0;
    if (line.intervalKnown) {
        const double reach = normalQuantile(0.5 + confidence / 2) * std::sqrt(variance);
        const double low = std::max(std::nearbyint((count - reach) / 2) - 1, 0.0);
        const double high = std::min(std::nearbyint((count + reach) / 2), count - 1);
        line.slopeInterval = {slopes[static_cast<std::size_t>(low)], slopes[static_cast<std::size_t>(high)]};
    }
    return line;
}

void expectSame(const Points& points)
{
    const auto found = theilSen(points.x, points.y);
    const auto expected = byDefinition(points);
    ASSERT_EQ(found.has_value(), expected.has_value());
    if (!found)
        return;
    const auto unit = [](double slope) { return 1e-13 * std::abs(slope); };
    EXPECT_NEAR(found->slope, expected->slope, unit(expected->slope));
    EXPECT_NEAR(found->intercept, expected->intercept, 1e-9 * std::max(1.0, std::abs(expected->intercept)));
    EXPECT_EQ(found->intervalKnown, expected->intervalKnown);
    if (expected->intervalKnown) {
        EXPECT_NEAR(found->slopeInterval.low, expected->slopeInterval.low, unit(expected->slopeInterval.low));
        EXPECT_NEAR(found->slopeInterval.high, expected->slopeInterval.high, unit(expected->slopeInterval.high));
    }
}

TEST(TheilSen, FindsThePublishedLineOfSen)
{
    const auto line = theilSen(data::kSenX, data::kSenY, 0.93);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->slope, 4);  // printed, like the intercept and the interval
    EXPECT_EQ(line->intercept, 4);
    EXPECT_NEAR(line->slopeInterval.low, 3.71, 0.005);
    EXPECT_NEAR(line->slopeInterval.high, 4.38, 0.0051);
    EXPECT_DOUBLE_EQ(line->slopeInterval.low, 3.7142857142857144);  // recomputed
    EXPECT_DOUBLE_EQ(line->slopeInterval.high, 4.375);
}

TEST(TheilSen, FindsThePublishedLineOfThreePoints)
{
    const auto line = theilSen(daysFrom(0, 3), Values{0, 1, 1});
    ASSERT_TRUE(line);
    EXPECT_EQ(line->slope, 0.5);
    EXPECT_EQ(line->intercept, 0.5);
}

TEST(TheilSen, FindsTheSlopesOfTheOtherPublishedSeries)
{
    EXPECT_DOUBLE_EQ(theilSen(daysFrom(1, 14), data::kHolyCross)->slope, 0.5666666666666667);
    const auto tarlow = theilSen(daysFrom(1, 7), data::kTarlowC.a);
    EXPECT_EQ(tarlow->slope, -3);
    // The source's 31 is the median of y - slope * x; ours goes through the medians of both, 17 and day 4.
    EXPECT_EQ(tarlow->intercept, 29);
}

TEST(TheilSen, NeedsTwoDistinctDays)
{
    EXPECT_FALSE(theilSen(Values{}, Values{}));
    EXPECT_FALSE(theilSen(Values{1}, Values{4}));
    EXPECT_FALSE(theilSen(Values(5, 3), daysFrom(0, 5)));
    const auto two = theilSen(Values{1, 3}, Values{5, 4});
    ASSERT_TRUE(two);
    EXPECT_EQ(two->slope, -0.5);
    EXPECT_EQ(two->intercept, 5.5);
    EXPECT_EQ(two->slopeInterval, (Interval{-0.5, -0.5}));
}

TEST(TheilSen, OfAConstantIsLevelAndCertain)
{
    for (const std::size_t n : {2U, 9U, 3'650U}) {
        const auto line = theilSen(daysFrom(20'000, n), Values(n, 0.1));
        ASSERT_TRUE(line);
        EXPECT_EQ(line->slope, 0);
        EXPECT_EQ(line->intercept, 0.1);
        EXPECT_EQ(line->slopeInterval, (Interval{0, 0}));
        EXPECT_TRUE(line->intervalKnown);
    }
}

TEST(TheilSen, KnowsNoIntervalWhereTiesMakeItsVarianceNegative)
{
    const Values groups{0, 0, 0, 0, 0, 1};
    const auto line = theilSen(groups, groups);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->slope, 1);
    EXPECT_FALSE(line->intervalKnown);
}

TEST(TheilSen, OfAStraightLineIsThatLine)
{
    for (const std::size_t n : {3U, 400U, 3'650U}) {
        const auto line = theilSen(daysFrom(0, n), times(daysFrom(0, n), -0.25, 7));
        ASSERT_TRUE(line);
        EXPECT_EQ(line->slope, -0.25);
        EXPECT_EQ(line->intercept, 7);
        EXPECT_EQ(line->slopeInterval, (Interval{-0.25, -0.25}));
    }
}

RC_GTEST_PROP(TheilSen, IsWhatTheDefinitionSays, ())
{
    expectSame(*gen::points(0, 60));
}

/// More slopes than are listed at once, so that ranks are closed in by counting.
struct LongSeries : testing::TestWithParam<const char*> {
    static Points make(const std::string& kind, unsigned seed, int n)
    {
        std::mt19937_64 random(seed);
        std::normal_distribution<> normal;
        std::uniform_real_distribution<> uniform;
        Points points;
        double state = 0;
        for (int i = 0; i < n; ++i) {
            state = 0.5 * state + normal(random);
            double x = i;
            double y = 5 + state;
            if (kind == "scores")
                y = std::clamp(std::round(y - 0.001 * i), 0.0, 10.0);
            else if (kind == "gaps" && uniform(random) < 0.4)
                continue;
            else if (kind == "dates")
                x = 20'000 + i;
            else if (kind == "yes or no")
                y = state > 0 ? 1 : 0;
            else if (kind == "several a day")
                x = i / 3;
            else if (kind == "two days")
                x = i % 2;
            else if (kind == "mostly the same")
                y = uniform(random) < 0.9 ? 3 : state;
            else if (kind == "tenths")
                y = std::round(10 * state) / 10 + 0.1 * i;
            else if (kind == "a step")
                y = i < n / 2 ? 8 : 2;
            else if (kind == "far away")
                y = 1e6 + 1e-3 * state;
            else if (kind == "moments apart")
                x = i + (i % 2 == 0 ? 0 : 1e-7);
            else if (kind == "one huge value" && i == n / 3)
                y = 1e14;
            else if (kind == "one value beyond all" && i == n - 1)
                y = -1e100;
            else if (kind == "one far day" && i == n - 1)
                x = 1e90;
            else if (kind == "a moment and an age")
                x = std::array{0.0, 1e-9, 1.0, 1 + 1e-9, 1e6}[static_cast<std::size_t>(i) % 5];
            else if (kind == "values of all sizes")
                y = std::exp(30 * normal(random));
            else if (kind == "days of all sizes")
                x = std::exp(30 * normal(random));
            else if (kind == "all of all sizes") {
                x = std::exp(40 * normal(random));
                y = std::exp(40 * normal(random));
            }
            points.x.push_back(x);
            points.y.push_back(y);
        }
        return points;
    }
};

TEST_P(LongSeries, HasTheLineOfTheDefinition)
{
    for (const int n : {350, 900})
        expectSame(make(GetParam(), 7, n));
}

TEST_P(LongSeries, HasTheSameLineInAnyOrder)
{
    Points points = make(GetParam(), 8, 700);
    const auto line = theilSen(points.x, points.y);
    std::vector<std::size_t> order(points.x.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), std::mt19937_64(3));
    Points shuffled;
    for (const std::size_t i : order) {
        shuffled.x.push_back(points.x[i]);
        shuffled.y.push_back(points.y[i]);
    }
    const auto again = theilSen(shuffled.x, shuffled.y);
    ASSERT_EQ(line.has_value(), again.has_value());
    EXPECT_EQ(line->slope, again->slope);
    EXPECT_EQ(line->intercept, again->intercept);
    EXPECT_EQ(line->slopeInterval, again->slopeInterval);
}

INSTANTIATE_TEST_SUITE_P(Kinds, LongSeries,
                         testing::Values("readings", "scores", "gaps", "dates", "yes or no", "several a day",
                                         "two days", "mostly the same", "tenths", "a step", "far away", "moments apart",
                                         "one huge value", "one value beyond all", "one far day", "a moment and an age",
                                         "values of all sizes", "days of all sizes", "all of all sizes"));

RC_GTEST_PROP(TheilSen, FollowsShiftAndScale, ())
{
    const Points points = *gen::points(2, 50);
    const auto line = theilSen(points.x, points.y);
    RC_PRE(line.has_value());
    const auto moved = theilSen(times(points.x, 2, 16), times(points.y, 4, 32));
    RC_ASSERT(moved.has_value());
    RC_ASSERT(moved->slope == 2 * line->slope);
    RC_ASSERT(moved->slopeInterval == (Interval{2 * line->slopeInterval.low, 2 * line->slopeInterval.high}));
    // y = a + s x becomes 4 y + 32 = (4 a + 32 - 2 s 16) + 2 s (2 x + 16)
    RC_ASSERT(std::abs(moved->intercept - (4 * line->intercept + 32 - 32 * line->slope)) < 1e-6);
}

RC_GTEST_PROP(TheilSen, HoldsItsSlopeInItsInterval, ())
{
    const Points points = *gen::points(2, 80);
    const auto line = theilSen(points.x, points.y);
    RC_PRE(line.has_value());
    RC_ASSERT((std::isfinite(line->slope) && std::isfinite(line->intercept)));
    RC_ASSERT((line->slopeInterval.low <= line->slope && line->slope <= line->slopeInterval.high));
    const auto wider = theilSen(points.x, points.y, 0.999);
    RC_ASSERT(wider->slopeInterval.low <= line->slopeInterval.low);
    RC_ASSERT(wider->slopeInterval.high >= line->slopeInterval.high);
}

}  // namespace
}  // namespace psolog
