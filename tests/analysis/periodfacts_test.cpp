// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/periodfacts.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "support/memorylog.h"

namespace psolog {
namespace {

const LocalDay kFirst(2026, 10, 1);

/// Scores and activity by hand.
class HandTrends : public ITrendLog {
public:
    Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override
    {
        if (error)
            return tl::unexpected(*error);
        std::vector<ScorePoint> found;
        for (const ScorePoint& point : points[indexOf(site)])
            if (point.day >= first.number() && point.day <= last.number())
                found.push_back(point);
        return found;
    }
    Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override
    {
        const auto found = scores(site, first, last);
        if (!found)
            return tl::unexpected(found.error());
        std::map<std::int32_t, DayScores> byDay;
        for (const ScorePoint& point : *found) {
            byDay[point.day].day = point.day;
            ++byDay[point.day].counts.at(static_cast<std::size_t>(point.score));
        }
        std::vector<DayScores> sorted;
        for (const auto& [day, counted] : byDay)
            sorted.push_back(counted);
        return sorted;
    }
    Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override
    {
        std::vector<DayActivity> found;
        std::copy_if(days.begin(), days.end(), std::back_inserter(found),
                     [&](const DayActivity& day) { return day.day >= first && day.day <= last; });
        return found;
    }
    Result<std::optional<LogSpan>> span() override { return std::optional<LogSpan>(); }
    Result<std::optional<LocalDay>> firstReleaseDay() override { return release; }

    void score(Site site, LocalDay day, int value) { points[indexOf(site)].push_back({0, day.number(), value}); }

    std::array<std::vector<ScorePoint>, kSiteCount> points;
    std::vector<DayActivity> days;
    std::optional<LocalDay> release;
    std::optional<Error> error;
};

constexpr Site kLeft{Muscle::Hamstring, Side::Left};

TEST(PeriodFacts, CountsTheDaysAskedForAndNoOthers)
{
    HandTrends trends;
    test::MemorySelfTestLog tests;
    for (int day = 0; day < 10; ++day)
        trends.score(kLeft, kFirst + day, day);
    for (int day = 0; day < 10; ++day) {
        DayActivity activity;
        activity.day = kFirst + day;
        activity.releases = day % 2;
        activity.runs = 1;
        activity.runMinutes = 30;
        activity.timedRuns = 1;
        trends.days.push_back(activity);
    }
    const auto facts = readPeriod(trends, tests, Muscle::Hamstring, {kFirst + 2, kFirst + 6});
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->length(), 5);
    EXPECT_EQ(facts->soreness[0].median, 4.0);
    EXPECT_EQ(facts->soreness[0].days, 5);
    EXPECT_EQ(facts->soreness[0].missing, 0);
    EXPECT_FALSE(facts->soreness[1].median);
    EXPECT_EQ(facts->soreness[1].missing, 5);
    EXPECT_EQ(facts->releaseDays, 2);
    EXPECT_EQ(facts->runs.runs, 5);
    EXPECT_DOUBLE_EQ(facts->perWeek(facts->runs.minutes), 210);
    EXPECT_EQ(facts->rows->day(0).day, (kFirst + 2).number());
    EXPECT_EQ(facts->rows->size(), 5U);
}

TEST(PeriodFacts, TheLineOfTheFirstDaysLooksBackBeforeThem)
{
    HandTrends trends;
    test::MemorySelfTestLog tests;
    for (int day = 0; day < 8; ++day)
        trends.score(kLeft, kFirst + day, 6);
    const auto facts = readPeriod(trends, tests, Muscle::Hamstring, {kFirst + 7, kFirst + 20});
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->rows->cell(0, 0).rolling, 6.0);
}

TEST(PeriodFacts, AnErrorOfTheLogAndDaysThatEndBeforeTheyBeginArePassedOn)
{
    HandTrends trends;
    test::MemorySelfTestLog tests;
    EXPECT_EQ(readPeriod(trends, tests, Muscle::Calf, {kFirst, kFirst - 1}).error().code, ErrorCode::InvalidValue);
    trends.error = Error{ErrorCode::Damaged, {}};
    EXPECT_EQ(readPeriod(trends, tests, Muscle::Calf, {kFirst, kFirst}).error().code, ErrorCode::Damaged);
}

TEST(PeriodFacts, PeriodsAreThoseOfTheLog)
{
    const LocalDay today(2026, 11, 22);
    const LogSpan log{kFirst, today};
    EXPECT_EQ(periodDays(PeriodKind::LastFourWeeks, log, {}, today), (LogSpan{today - 27, today}));
    EXPECT_EQ(periodDays(PeriodKind::FourWeeksBefore, log, {}, today), (LogSpan{today - 55, today - 28}));
    EXPECT_EQ(periodDays(PeriodKind::Baseline, log, {}, today), log);
    EXPECT_EQ(periodDays(PeriodKind::Baseline, log, kFirst + 10, today), (LogSpan{kFirst, kFirst + 9}));
    EXPECT_EQ(periodDays(PeriodKind::SinceRelease, log, kFirst + 10, today), (LogSpan{kFirst + 10, today}));
    EXPECT_FALSE(periodDays(PeriodKind::SinceRelease, log, {}, today));
    EXPECT_FALSE(periodDays(PeriodKind::Baseline, log, kFirst, today));
    EXPECT_FALSE(periodDays(PeriodKind::LastFourWeeks, {}, {}, today));
    EXPECT_FALSE(periodDays(PeriodKind::LastFourWeeks, LogSpan{today + 3, today + 4}, {}, today));
}

TEST(RunTotals, AUnitCountsOnlyWhenNearlyAllRunsOfBothHaveIt)
{
    const RunTotals timed{10, 0, 9, 0, 0, 300, 0};
    const RunTotals measured{10, 0, 8, 10, 0, 240, 60'000};
    EXPECT_EQ(commonUnit(timed, timed), LoadUnit::Minutes);
    EXPECT_EQ(commonUnit(timed, measured), LoadUnit::Runs);
    EXPECT_EQ(commonUnit(measured, measured), LoadUnit::Metres);
    EXPECT_EQ(totalIn(LoadUnit::Metres, measured), 60'000);
    EXPECT_EQ(totalIn(LoadUnit::Runs, measured), 10);
}

}  // namespace
}  // namespace psolog
