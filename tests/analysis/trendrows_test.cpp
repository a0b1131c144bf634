// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trendrows.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace psolog {
namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};

const LocalDay kFirst(2026, 11, 1);

std::vector<DayValue> series(const std::vector<std::vector<int>>& scores)
{
    std::vector<ScorePoint> points;
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (const int score : scores[i])
            points.push_back({0, kFirst.number() + static_cast<int>(i), score});
    return daySeries(points);
}

DayActivity activity(int day, int releases, int runs)
{
    DayActivity entry;
    entry.day = kFirst + day;
    entry.releases = releases;
    entry.runs = runs;
    return entry;
}

TrendRows sample()
{
    return TrendRows({kLeft, kRight}, {series({{6, 4}, {5}, {7}}), series({{}, {2}, {}})},
                     {activity(1, 0, 1), activity(2, 1, 0), activity(5, 1, 0)}, kFirst + 2);
}

TEST(TrendRows, HaveARowForEveryDayWithAScoreAReleaseOrARun)
{
    const TrendRows rows = sample();
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows.day(3), (TrendDay{kFirst.number() + 5, 1, 0}));
    EXPECT_EQ(rows.cell(3, 0).count, 0);
    EXPECT_EQ(rows.cell(1, 1).median, 2);
    EXPECT_TRUE(rows.isBaseline(1));
    EXPECT_FALSE(rows.isBaseline(2));
}

TEST(TrendRows, LeaveOutDaysWithACheckInOfOtherSitesOnly)
{
    DayActivity checkIn = activity(8, 0, 0);
    checkIn.checkIns = 1;
    EXPECT_EQ(TrendRows({kLeft}, {{}}, {checkIn}, std::nullopt).size(), 0U);
}

TEST(TrendRows, CanBeCutToDays)
{
    const TrendRows rows = sample();
    const TrendRows part = rows.between(kFirst.number() + 1, kFirst.number() + 2);
    ASSERT_EQ(part.size(), 2U);
    EXPECT_EQ(part.day(0), rows.day(1));
    EXPECT_EQ(part.cell(1, 0), rows.cell(2, 0));
    EXPECT_EQ(part.firstRelease(), rows.firstRelease());
    EXPECT_TRUE(rows.between(0, 10).empty());
    EXPECT_TRUE(rows.between(kFirst.number() + 2, kFirst.number()).empty());
}

TEST(TrendRows, AreFoundByDay)
{
    EXPECT_EQ(sample().find(kFirst.number() + 2), 2U);
    EXPECT_FALSE(sample().find(kFirst.number() + 3));
}

TEST(TrendSeries, HasADotForEveryDifferentScoreOfADay)
{
    const TrendSeries drawn = trendSeries(sample(), 0);
    const int day = kFirst.number();
    const std::vector<SeriesPoint> dots{{day, 4}, {day, 6}, {day + 1, 5}, {day + 2, 7}};
    EXPECT_EQ(drawn.dots, dots);
}

TEST(TrendSeries, BreaksItsLineAtGaps)
{
    const TrendRows rows({kLeft}, {series({{3}, {3}, {3}, {}, {3}, {}, {}, {3}})}, {}, std::nullopt);
    const TrendSeries drawn = trendSeries(rows, 0);
    ASSERT_EQ(drawn.lines.size(), 2U);
    EXPECT_EQ(drawn.lines[0].size(), 2U);  // the third and the fifth day, one missing between them
    EXPECT_EQ(drawn.lines[1].size(), 1U);
}

TEST(TrendSeries, BreaksItsLineWhereADayHasTooFewDaysBehindIt)
{
    const TrendRows rows({kLeft}, {series({{3}, {3}, {3}, {}, {}, {}, {}, {}, {}, {3}, {3}, {3}})}, {}, std::nullopt);
    const TrendSeries drawn = trendSeries(rows, 0);
    ASSERT_EQ(drawn.lines.size(), 2U);
    EXPECT_EQ(drawn.lines[1].front().day, kFirst.number() + 11);
}

TEST(TrendCsv, HoldsTheRows)
{
    EXPECT_EQ(trendCsv(sample()),
              "day,phase,releases,runs,hamstring-left scores,hamstring-left median,hamstring-left 7-day median,"
              "hamstring-right scores,hamstring-right median,hamstring-right 7-day median\r\n"
              "2026-11-01,baseline,0,0,4;6,5,,,,\r\n"
              "2026-11-02,baseline,0,1,5,5,,2,2,\r\n"
              "2026-11-03,release,1,0,7,7,5,,,\r\n"
              "2026-11-06,release,1,0,,,,,,\r\n");
}

TEST(MedianText, HasAtMostOneDecimal)
{
    EXPECT_EQ(medianText(3), "3");
    EXPECT_EQ(medianText(3.5), "3.5");
    EXPECT_EQ(medianText(2.25), "2.3");
    EXPECT_EQ(medianText(0), "0");
}

RC_GTEST_PROP(TrendRows, ShowInTheChartWhatTheyHold, ())
{
    const auto scores = *rc::gen::container<std::vector<std::vector<int>>>(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 11)));
    const auto values = series(scores);
    const TrendRows rows({kLeft}, {values}, {}, std::nullopt);
    RC_ASSERT(rows.size() == values.size());
    const TrendSeries drawn = trendSeries(rows, 0);
    std::size_t dots = 0;
    std::size_t points = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const int score : scoresIn(rows.cell(row, 0).scores))
            RC_ASSERT(drawn.dots[dots++] == (SeriesPoint{rows.day(row).day, static_cast<double>(score)}));
        points += rows.cell(row, 0).rolling ? 1 : 0;
    }
    RC_ASSERT(dots == drawn.dots.size());
    for (const auto& piece : drawn.lines) {
        RC_ASSERT(!piece.empty());
        for (std::size_t i = 1; i < piece.size(); ++i)
            RC_ASSERT(joined(piece[i - 1].day, piece[i].day));
        points -= piece.size();
    }
    RC_ASSERT(points == 0U);
}

}  // namespace
}  // namespace psolog
