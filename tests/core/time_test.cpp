// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include <gtest/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

Instant at(int year, unsigned month, unsigned day, std::chrono::minutes utc, std::chrono::minutes offset)
{
    return Instant{UtcTime(LocalDay(year, month, day).days()) + utc, offset, "Test/Zone"};
}

TEST(LocalDay, ReadsWhatItWrites)
{
    const auto day = LocalDay::parse("2024-02-29");
    ASSERT_TRUE(day);
    EXPECT_EQ(day->toString(), "2024-02-29");
    EXPECT_EQ(LocalDay::fromNumber(day->number()), *day);
}

TEST(LocalDay, RefusesDaysThatDoNotExist)
{
    for (const char* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "", "2024-01-01 ", "20x4-01-01", "-024-01-01"})
        EXPECT_FALSE(LocalDay::parse(text)) << text;
}

TEST(LocalDay, CountsCalendarDaysAcrossClockChanges)
{
    // Berlin has 23 and 25 hours on these days; the calendar does not care.
    EXPECT_EQ(LocalDay(2026, 3, 30) - LocalDay(2026, 3, 28), 2);
    EXPECT_EQ(LocalDay(2026, 10, 24) + 2, LocalDay(2026, 10, 26));
}

TEST(LocalDayOf, StartsAtFourInTheMorning)
{
    EXPECT_EQ(localDayOf(at(2026, 11, 22, 2h + 59min, 60min)), LocalDay(2026, 11, 21));
    EXPECT_EQ(localDayOf(at(2026, 11, 22, 3h, 60min)), LocalDay(2026, 11, 22));
}

TEST(LocalDayOf, FollowsTheOffsetOfTheMoment)
{
    const auto noonUtc = at(2026, 1, 5, 12h, 0min);
    EXPECT_EQ(localDayOf(noonUtc), LocalDay(2026, 1, 5));
    EXPECT_EQ(localDayOf(at(2026, 1, 5, 22h, 13h)), LocalDay(2026, 1, 6));   // Apia
    EXPECT_EQ(localDayOf(at(2026, 1, 5, 6h, -8h)), LocalDay(2026, 1, 4));    // Los Angeles
}

TEST(LocalDayOf, HonoursTheChosenStartOfDay)
{
    EXPECT_EQ(localDayOf(at(2026, 1, 5, 0h, 0min), 0min), LocalDay(2026, 1, 5));
    EXPECT_EQ(localDayOf(at(2026, 1, 5, 11h, 0min), 12h), LocalDay(2026, 1, 4));
}

TEST(Instant, PrintsLocalTimeWithItsOffset)
{
    EXPECT_EQ(toIsoString(at(2026, 11, 22, 6h + 40min, 60min)), "2026-11-22T07:40:00.000+01:00");
    EXPECT_EQ(toIsoString(at(2026, 11, 22, 2h, -3h - 30min)), "2026-11-21T22:30:00.000-03:30");
    EXPECT_EQ(localTimeOfDay(at(2026, 11, 22, 2h, -3h - 30min)), 22h + 30min);
}

}  // namespace
