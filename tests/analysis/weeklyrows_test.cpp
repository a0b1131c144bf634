// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/weeklyrows.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

WeeklyCheckIn week(unsigned day, std::array<std::optional<int>, kWeeklyItems> scores)
{
    WeeklyCheckIn made;
    made.recorded.day = LocalDay(2026, 11, day);
    made.scores = scores;
    return made;
}

TEST(WeeklyRows, ComeInOrderWithSeverityAndSubstance)
{
    const auto rows = weekRows({week(15, {17, 17, 8, 17}), week(8, {0, {}, {}, {}}), week(22, {8, {}, {}, {}})});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].day, LocalDay(2026, 11, 8));
    EXPECT_EQ(rows[0].severity, 0);
    EXPECT_EQ(rows[1].severity, 59);
    EXPECT_EQ(rows[1].substantial, true);
    EXPECT_FALSE(rows[2].severity) << "answers are missing, and that is not zero";
}

TEST(WeeklyRows, AreWrittenAsTheyAre)
{
    EXPECT_EQ(weekCsv(weekRows({week(15, {17, 17, 8, 17}), week(22, {8, {}, {}, {}})})),
              "day,version,participation,training,performance,symptoms,severity,substantial\r\n"
              "2026-11-15,ostrc-h2,17,17,8,17,59,yes\r\n"
              "2026-11-22,ostrc-h2,8,,,,,\r\n");
}

}  // namespace
}  // namespace psolog
