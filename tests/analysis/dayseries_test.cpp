// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/dayseries.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analysis/median.h"

namespace psolog {
namespace {

using Points = std::vector<ScorePoint>;

/// Scores of consecutive days from day 100; empty: no score that day.
Points days(const std::vector<std::vector<int>>& scores)
{
    Points points;
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (const int score : scores[i])
            points.push_back(
                {static_cast<std::int64_t>(points.size()) * 1000, static_cast<std::int32_t>(100 + i), score});
    return points;
}

/// Arbitrary check-ins of 60 days in order of days.
rc::Gen<Points> anyPoints()
{
    const auto point = rc::gen::apply(
        [](int day, int score) {
            return ScorePoint{0, day, score};
        },
        rc::gen::inRange(19'000, 19'060), rc::gen::inRange(0, 11));
    return rc::gen::map(rc::gen::container<Points>(point), [](Points points) {
        std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
        return points;
    });
}

TEST(DaySeries, IsEmptyWithoutScores)
{
    EXPECT_TRUE(daySeries(Points{}).empty());
    EXPECT_TRUE(daySeries(std::vector<DayScores>{}).empty());
}

TEST(DaySeries, TakesTheMedianOfADayWithSeveralCheckIns)
{
    const auto series = daySeries(days({{2, 7, 3}, {4, 5}}));
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].median, 3.0);
    EXPECT_EQ(series[0].count, 3);
    EXPECT_EQ(series[0].scores, (1U << 2) | (1U << 3) | (1U << 7));
    EXPECT_EQ(series[1].median, 4.5);
}

TEST(DaySeries, DrawsNoRollingMedianFromFewerThanThreeDays)
{
    const auto series = daySeries(days({{6}, {2}, {4}}));
    EXPECT_FALSE(series[0].rolling);
    EXPECT_FALSE(series[1].rolling);
    EXPECT_EQ(series[2].rolling, 4.0);
}

TEST(DaySeries, LooksBackOverSevenCalendarDays)
{
    // Day 100 has left the window on day 107.
    const auto series = daySeries(days({{10}, {0}, {0}, {}, {}, {}, {1}, {2}}));
    ASSERT_EQ(series.size(), 5U);
    EXPECT_EQ(series[3].rolling, 0.5);  // 10 0 0 1
    EXPECT_EQ(series[4].rolling, 0.5);  // 0 0 1 2
}

TEST(DaySeries, DropsTheRollingMedianAfterALongGap)
{
    const auto series = daySeries(days({{5}, {5}, {5}, {}, {}, {}, {}, {}, {}, {}, {5}}));
    EXPECT_TRUE(series[2].rolling);
    EXPECT_FALSE(series[3].rolling);
}

TEST(DaySeries, BridgesOneMissingDayButNotTwo)
{
    EXPECT_TRUE(joined(10, 11));
    EXPECT_TRUE(joined(10, 12));
    EXPECT_FALSE(joined(10, 13));
}

TEST(DaySeries, AcceptsDaysOutOfOrder)
{
    Points points = days({{1}, {2}, {3}});
    std::swap(points[0], points[2]);
    EXPECT_EQ(daySeries(points), daySeries(days({{1}, {2}, {3}})));
}

RC_GTEST_PROP(DaySeries, DoesNotDependOnTheOrderWithinADay, ())
{
    const Points points = *anyPoints();
    Points shuffled = points;
    for (auto begin = shuffled.begin(); begin != shuffled.end();) {
        const auto end = std::find_if(begin, shuffled.end(), [&](const auto& p) { return p.day != begin->day; });
        std::reverse(begin, end);
        begin = end;
    }
    RC_ASSERT(daySeries(points) == daySeries(shuffled));
}

RC_GTEST_PROP(DaySeries, IsTheSameFromCountedScores, ())
{
    const Points points = *anyPoints();
    std::map<int, DayScores> byDay;
    for (const ScorePoint& point : points) {
        byDay[point.day].day = point.day;
        ++byDay[point.day].counts.at(static_cast<std::size_t>(point.score));
    }
    std::vector<DayScores> counted;
    for (const auto& entry : byDay)
        counted.push_back(entry.second);
    RC_ASSERT(daySeries(counted) == daySeries(points));
}

RC_GTEST_PROP(DaySeries, MovesWithItsDays, ())
{
    const Points points = *anyPoints();
    const int by = *rc::gen::inRange(-1000, 1000);
    Points moved = points;
    for (ScorePoint& point : moved)
        point.day += by;
    auto series = daySeries(points);
    for (DayValue& value : series)
        value.day += by;
    RC_ASSERT(series == daySeries(moved));
}

RC_GTEST_PROP(DaySeries, MirrorsWithItsScores, ())
{
    const Points points = *anyPoints();
    Points mirrored = points;
    for (ScorePoint& point : mirrored)
        point.score = 10 - point.score;
    const auto series = daySeries(points);
    const auto other = daySeries(mirrored);
    RC_ASSERT(series.size() == other.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        RC_ASSERT(series[i].median == 10 - other[i].median);
        RC_ASSERT(series[i].rolling.has_value() == other[i].rolling.has_value());
        if (series[i].rolling)
            RC_ASSERT(*series[i].rolling == 10 - *other[i].rolling);
    }
}

RC_GTEST_PROP(DaySeries, EqualsTheDefinitionSpeltOut, ())
{
    const Points points = *anyPoints();
    std::map<int, std::vector<double>> byDay;
    for (const ScorePoint& point : points)
        byDay[point.day].push_back(point.score);
    const auto series = daySeries(points);
    RC_ASSERT(series.size() == byDay.size());
    for (const DayValue& value : series) {
        RC_ASSERT(value.median == *medianOf(byDay.at(value.day)));
        std::vector<double> window;
        for (int day = value.day - 6; day <= value.day; ++day)
            if (byDay.contains(day))
                window.push_back(*medianOf(byDay.at(day)));
        RC_ASSERT(value.rolling == (window.size() >= 3 ? medianOf(window) : std::nullopt));
    }
}

}  // namespace
}  // namespace psolog
