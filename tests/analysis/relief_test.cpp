// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/relief.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace psolog {
namespace {

const LocalDay kFirst(2026, 10, 1);

RecordedAt at(int day, int hour)
{
    const LocalDay date = kFirst + day;
    return {Instant{UtcTime(date.days()) + std::chrono::hours(hour), std::chrono::minutes(0), "UTC"}, date};
}

std::optional<Score> score(std::optional<int> value)
{
    return value ? std::optional(Score::clamped(*value)) : std::nullopt;
}

/// A session at 18:00 that was rated on the left alone.
ReleaseSession session(int day, std::optional<int> before, std::optional<int> after, int hour = 18)
{
    ReleaseSession made;
    made.recorded = at(day, hour);
    made.outcome = ReleaseOutcome::Completed;
    made.before.left = score(before);
    made.after.left = score(after);
    return made;
}

CheckIn morning(int day, std::optional<int> psoas, int hour = 7, Context context = Context::Morning)
{
    CheckIn made;
    made.recorded = at(day, hour);
    made.context = context;
    if (psoas)
        made.scores[{Muscle::Psoas, Side::Left}] = Score::clamped(*psoas);
    made.scores[{Muscle::Hamstring, Side::Left}] = Score::clamped(9);
    return made;
}

TEST(Relief, FollowsASideToTheMorningAndToTheNextSession)
{
    const auto rows = reliefRows({session(2, 5, 3), session(0, 6, 2)}, {morning(1, 3)});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (ReliefRow{kFirst, Side::Left, 6, 2, 3, 5, 2}));
    EXPECT_DOUBLE_EQ(*rows[0].kept(rows[0].morning), 0.75);
    EXPECT_DOUBLE_EQ(*rows[0].kept(rows[0].next), 0.25);
    EXPECT_EQ(rows[1], (ReliefRow{kFirst + 2, Side::Left, 5, 3, {}, {}, {}}));
}

TEST(Relief, LeavesOutWhatWasNotAsked)
{
    EXPECT_TRUE(reliefRows({session(0, 6, std::nullopt), session(1, std::nullopt, 2)}, {}).empty());
    const auto rows =
        reliefRows({session(0, 6, 2), session(1, std::nullopt, std::nullopt)}, {morning(1, std::nullopt)});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_FALSE(rows[0].morning) << "the psoas was not asked, and that is not zero";
    EXPECT_FALSE(rows[0].next);
    EXPECT_FALSE(rows[0].daysToNext);
}

TEST(Relief, TakesTheFirstMorningCheckInOfTheNextDayOnly)
{
    const auto one = [](std::vector<CheckIn> checkIns) { return reliefRows({session(0, 6, 2)}, checkIns)[0].morning; };
    EXPECT_EQ(one({morning(1, 5, 9), morning(1, 4, 7)}), 4);
    EXPECT_FALSE(one({morning(2, 4)}));
    EXPECT_FALSE(one({morning(0, 4)}));
    EXPECT_FALSE(one({morning(1, 4, 19, Context::AfterRun)}));
}

TEST(Relief, AMorningAfterAFurtherSessionTellsNothing)
{
    EXPECT_FALSE(reliefRows({session(0, 6, 2), session(0, 5, 3, 22)}, {morning(1, 3)})[0].morning);
    EXPECT_FALSE(reliefRows({session(0, 6, 2), session(1, 5, 3, 6)}, {morning(1, 3, 7)})[0].morning);
    EXPECT_EQ(reliefRows({session(0, 6, 2), session(1, 5, 3, 8)}, {morning(1, 3, 7)})[0].morning, 3);
}

TEST(Relief, ASessionAfterAWeekIsNotTheNext)
{
    EXPECT_EQ(reliefRows({session(0, 6, 2), session(7, 5, 3)}, {})[0].next, 5);
    EXPECT_FALSE(reliefRows({session(0, 6, 2), session(8, 5, 3)}, {})[0].next);
}

TEST(Relief, SessionsThatRunOrWereDiscardedHaveNoRow)
{
    ReleaseSession running = session(1, 5, 3);
    running.outcome = ReleaseOutcome::Running;
    ReleaseSession discarded = session(1, 7, 3, 12);
    discarded.outcome = ReleaseOutcome::Discarded;
    const auto rows = reliefRows({session(0, 6, 2), discarded, running}, {});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].next, 5) << "the running one was rated before it";
}

TEST(Relief, NoShareOfADropThatIsNone)
{
    const ReliefRow small{kFirst, Side::Left, 4, 3, 3, 3, 1};
    EXPECT_FALSE(small.kept(small.morning));
    const ReliefRow up{kFirst, Side::Left, 3, 5, 4, 4, 1};
    EXPECT_FALSE(up.kept(up.next));
}

TEST(Relief, SumsUpEachSideAndBoth)
{
    std::vector<ReliefRow> rows;
    for (const int morningScore : {2, 3, 4})
        rows.push_back({kFirst, Side::Left, 6, 2, morningScore, {}, {}});
    rows.push_back({kFirst, Side::Right, 3, 2, 2, 3, 1});
    const ReliefSummary left = reliefSummary(rows, Side::Left);
    EXPECT_EQ(left.before, (CountedMedian{6.0, 3}));
    EXPECT_EQ(left.morning, (CountedMedian{3.0, 3}));
    EXPECT_EQ(left.next, (CountedMedian{std::nullopt, 0}));
    EXPECT_EQ(left.drops, 3);
    EXPECT_EQ(left.keptMorning, (CountedMedian{0.75, 3}));
    const ReliefSummary both = reliefSummary(rows);
    EXPECT_EQ(both.before.count, 4);
    EXPECT_EQ(both.drops, 3);
    EXPECT_EQ(both.keptMorning.count, 3) << "the small drop has no share";
    EXPECT_EQ(reliefSummary({}).before, (CountedMedian{std::nullopt, 0}));
}

TEST(Relief, IsWrittenAsItIs)
{
    const std::vector<ReliefRow> rows{{kFirst, Side::Left, 6, 2, 3, {}, {}}, {kFirst, Side::Right, 3, 2, {}, 3, 1}};
    EXPECT_EQ(reliefCsv(rows),
              "day,side,before,after,next morning,before the next session,days to the next session,"
              "share kept next morning,share kept before the next session\r\n"
              "2026-10-01,left,6,2,3,,,0.75,\r\n"
              "2026-10-01,right,3,2,,3,1,,\r\n");
}

RC_GTEST_PROP(Relief, KeepsAllWhenNothingComesBackAndNoneWhenAllDoes, ())
{
    const int before = *rc::gen::inRange(2, 11);
    const int after = *rc::gen::inRange(0, before - 1);
    const ReliefRow row{kFirst, Side::Left, before, after, after, before, 1};
    RC_ASSERT(row.kept(row.morning) == 1.0);
    RC_ASSERT(row.kept(row.next) == 0.0);
}

}  // namespace
}  // namespace psolog
