// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/beforeafter.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace psolog {
namespace {

using namespace std::chrono_literals;

const LocalDay kDay(2026, 11, 20);

/// A moment on kDay in UTC; the day may be another one's.
RecordedAt at(std::chrono::minutes time, LocalDay day = kDay)
{
    RecordedAt recorded;
    recorded.at.utc = UtcTime(kDay.days().time_since_epoch()) + time;
    recorded.day = day;
    return recorded;
}

SelfTest gluteTest(const char* id, std::chrono::minutes time, std::vector<int> left, std::vector<int> right)
{
    SelfTest test;
    test.id = SelfTestId(id);
    test.recorded = at(time);
    test.repeats = static_cast<int>(left.size());
    test.complete = true;
    const auto add = [&test](Side side, const std::vector<int>& ratings) {
        int repeat = 1;
        for (const int rating : ratings)
            test.readings.push_back({side, std::nullopt, repeat++, static_cast<Contraction>(rating), std::nullopt});
    };
    add(Side::Left, left);
    add(Side::Right, right);
    return test;
}

ReleaseSession release(const char* id, std::chrono::minutes time, int worked = 300)
{
    ReleaseSession session;
    session.id = ReleaseSessionId(id);
    session.recorded = at(time);
    session.outcome = ReleaseOutcome::Completed;
    session.planned = 300s;
    session.worked = Seconds(worked);
    return session;
}

void addPoints(ReleaseSession& session, int found, int released)
{
    for (int i = 0; i < found + released; ++i) {
        SessionEvent event;
        event.sequence = i;
        event.at = session.recorded.at;
        event.kind = i < found ? SessionEventKind::PointFound : SessionEventKind::PointReleased;
        session.events.push_back(event);
    }
}

TEST(BeforeAfter, TakesTheLastTestBeforeAndTheFirstOneAfter)
{
    const std::vector tests{gluteTest("late", 19h + 30min, {4, 4}, {4, 4}), gluteTest("first", 17h, {0, 0}, {0, 0}),
                            gluteTest("after", 18h + 10min, {3, 3}, {2, 2}),
                            gluteTest("before", 17h + 50min, {1, 1}, {2, 2})};
    const BeforeAfter found = beforeAfter(release("r", 18h), tests, {});
    ASSERT_TRUE(found.isComplete());
    EXPECT_EQ(found.before->id, SelfTestId("before"));
    EXPECT_EQ(found.after->id, SelfTestId("after"));
    EXPECT_EQ(found.left.change, 2.0);
    EXPECT_EQ(found.left.repeats, Repeats::Beyond);
    EXPECT_EQ(found.right.change, 0.0);
    EXPECT_EQ(found.right.repeats, Repeats::Within);
}

TEST(BeforeAfter, KnowsTheLimitsOfBothWindows)
{
    const auto with = [](std::chrono::minutes before, std::chrono::minutes after) {
        return beforeAfter(release("r", 18h),
                           {gluteTest("b", before, {1, 1}, {1, 1}), gluteTest("a", after, {1, 1}, {1, 1})}, {});
    };
    EXPECT_TRUE(with(-6h, 20h + 5min).isComplete());
    SelfTest dayBefore = gluteTest("b", -6h - 1min, {1, 1}, {1, 1});
    dayBefore.recorded.day = kDay - 1;
    EXPECT_FALSE(beforeAfter(release("r", 18h), {dayBefore}, {}).before);
    EXPECT_FALSE(with(-6h, 20h + 6min).after);
    // Still the same local day, however long ago: a day can be longer than 24 hours.
    EXPECT_TRUE(with(-6h - 30min, 19h).isComplete());
}

TEST(BeforeAfter, DoesNotTakeATestThatBeganWhileTheReleaseRan)
{
    const std::vector tests{gluteTest("b", 17h, {1, 1}, {1, 1}), gluteTest("a", 18h + 6min, {2, 2}, {2, 2})};
    ReleaseSession paused = release("r", 18h);
    SessionEvent end;
    end.at = at(18h + 7min).at;
    end.kind = SessionEventKind::Finished;
    paused.events = {end};
    EXPECT_EQ(endOf(paused), at(18h + 7min).at.utc);
    EXPECT_FALSE(beforeAfter(paused, tests, {}).after);
    EXPECT_TRUE(beforeAfter(release("r", 18h), tests, {}).after);
}

TEST(BeforeAfter, SaysWhyATestAfterCannotBeCompared)
{
    const SelfTest before = gluteTest("b", 17h, {1, 1}, {1, 1});
    const auto mismatch = [&](auto change) {
        SelfTest after = gluteTest("a", 18h + 10min, {3, 3}, {3, 3});
        change(after);
        const BeforeAfter found = beforeAfter(release("r", 18h), {before, after}, {});
        EXPECT_FALSE(found.after);
        return found.mismatch;
    };
    EXPECT_EQ(mismatch([](SelfTest& test) { test.wordingVersion = 2; }), Mismatch::Wording);
    EXPECT_EQ(mismatch([](SelfTest& test) { test.pillow = true; }), Mismatch::Pillow);
    EXPECT_EQ(mismatch([](SelfTest& test) { test.hold = 8s; }), Mismatch::Hold);
    EXPECT_EQ(mismatch([](SelfTest& test) { test.repeats = 3; }), Mismatch::Repeats);
}

TEST(BeforeAfter, LooksPastATestThatCannotBeCompared)
{
    SelfTest pillow = gluteTest("p", 18h + 10min, {4, 4}, {4, 4});
    pillow.pillow = true;
    const BeforeAfter found =
        beforeAfter(release("r", 18h),
                    {gluteTest("b", 17h, {1, 1}, {1, 1}), pillow, gluteTest("a", 18h + 20min, {2, 2}, {1, 1})}, {});
    ASSERT_TRUE(found.after);
    EXPECT_EQ(found.after->id, SelfTestId("a"));
    EXPECT_FALSE(found.mismatch);
}

TEST(BeforeAfter, DoesNotCompareWithATestThatWasBrokenOff)
{
    SelfTest cut = gluteTest("a", 18h + 10min, {3, 3}, {});
    cut.complete = false;
    const BeforeAfter found = beforeAfter(release("r", 18h), {gluteTest("b", 17h, {1, 1}, {1, 1}), cut}, {});
    EXPECT_FALSE(found.after);
    EXPECT_TRUE(found.brokenOff);
    EXPECT_FALSE(found.left.change);
    SelfTest cutBefore = gluteTest("b", 17h, {1, 1}, {});
    cutBefore.complete = false;
    EXPECT_FALSE(beforeAfter(release("r", 18h), {cutBefore}, {}).before);
}

TEST(BeforeAfter, LeavesTiltTestsOut)
{
    SelfTest tilt;
    tilt.kind = SelfTestKind::PelvicTilt;
    tilt.complete = true;
    tilt.recorded = at(17h);
    tilt.readings = {{std::nullopt, Posture::Arched, 1, Contraction::Hard, std::nullopt}};
    EXPECT_FALSE(beforeAfter(release("r", 18h), {tilt}, {}).before);
    tilt.recorded = at(18h + 10min);
    EXPECT_FALSE(releaseBefore(tilt, {release("r", 18h)}));
}

TEST(BeforeAfter, GivesATestAfterTwoReleasesToTheSecond)
{
    const ReleaseSession first = release("1", 18h, 0);
    const ReleaseSession second = release("2", 18h + 20min);
    const std::vector tests{gluteTest("b", 17h, {1, 1}, {1, 1}), gluteTest("a", 18h + 40min, {3, 3}, {1, 1})};
    EXPECT_FALSE(beforeAfter(first, tests, {first, second}).after);
    EXPECT_TRUE(beforeAfter(second, tests, {first, second}).after);
    EXPECT_EQ(releaseBefore(tests.back(), {second, first})->id, second.id);
}

TEST(BeforeAfter, DoesNotReachAcrossAnEarlierRelease)
{
    const ReleaseSession second = release("2", 18h);
    const std::vector tests{gluteTest("b", 9h, {1, 1}, {1, 1}), gluteTest("a", 18h + 10min, {3, 3}, {1, 1})};
    EXPECT_FALSE(beforeAfter(second, tests, {release("1", 9h + 5min), second}).before);
    EXPECT_FALSE(beforeAfter(second, tests, {release("1", 9h + 5min), second}).after);
    // One that was left before it began changed nothing.
    EXPECT_TRUE(beforeAfter(second, tests, {release("1", 9h + 5min, 0), second}).isComplete());
    EXPECT_TRUE(beforeAfter(second, tests, {release("1", 8h), second}).isComplete());
}

TEST(BeforeAfter, ARunningSessionHasNoAfter)
{
    ReleaseSession running = release("r", 18h, 0);
    running.outcome = ReleaseOutcome::Running;
    const SelfTest after = gluteTest("a", 18h + 10min, {3, 3}, {3, 3});
    EXPECT_FALSE(beforeAfter(running, {gluteTest("b", 17h, {1, 1}, {1, 1}), after}, {}).after);
    EXPECT_FALSE(releaseBefore(after, {running}));
    EXPECT_FALSE(releaseBefore(gluteTest("x", 21h, {1}, {1}), {release("r", 18h)}));
}

TEST(SideChange, OneLiftShowsNoSpread)
{
    const SideChange change = sideChange(gluteTest("b", 17h, {1}, {1}), gluteTest("a", 18h, {4}, {1}), Side::Left);
    EXPECT_EQ(change.change, 3.0);
    EXPECT_EQ(change.repeats, Repeats::Unknown);
}

TEST(SideChange, ASpreadThatTouchesIsWithinTheRepeats)
{
    const auto repeats = [](std::vector<int> before, std::vector<int> after) {
        return sideChange(gluteTest("b", 17h, std::move(before), {}), gluteTest("a", 18h, std::move(after), {}),
                          Side::Left)
            .repeats;
    };
    EXPECT_EQ(repeats({1, 2}, {2, 3}), Repeats::Within);
    EXPECT_EQ(repeats({1, 2}, {3, 3}), Repeats::Beyond);
    EXPECT_EQ(repeats({3, 3}, {1, 2}), Repeats::Beyond);
    EXPECT_EQ(repeats({2, 2}, {2, 2}), Repeats::Within);
}

std::vector<int> ratings()
{
    return *rc::gen::container<std::vector<int>>(2, rc::gen::inRange(0, 5));
}

RC_GTEST_PROP(SideChange, SwappingTheTestsTurnsTheChangeRound, ())
{
    const SelfTest one = gluteTest("1", 17h, ratings(), {});
    const SelfTest two = gluteTest("2", 18h, ratings(), {});
    const SideChange forth = sideChange(one, two, Side::Left);
    const SideChange back = sideChange(two, one, Side::Left);
    RC_ASSERT(*forth.change == -*back.change);
    RC_ASSERT(forth.repeats == back.repeats);
}

RC_GTEST_PROP(SideChange, BeyondMeansEveryRepeatMovedTheSameWay, ())
{
    const auto before = ratings();
    const auto after = ratings();
    const SideChange change = sideChange(gluteTest("1", 17h, before, {}), gluteTest("2", 18h, after, {}), Side::Left);
    const bool apart = *std::max_element(before.begin(), before.end()) < *std::min_element(after.begin(), after.end())
        || *std::max_element(after.begin(), after.end()) < *std::min_element(before.begin(), before.end());
    RC_ASSERT((change.repeats == Repeats::Beyond) == apart);
}

RC_GTEST_PROP(BeforeAfter, ATestAndItsReleaseFindEachOther, ())
{
    std::vector<SelfTest> tests;
    std::vector<ReleaseSession> sessions;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        tests.push_back(gluteTest(std::to_string(i).c_str(), std::chrono::minutes(*rc::gen::inRange(0, 600)), ratings(),
                                  ratings()));
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
        sessions.push_back(release(std::to_string(i).c_str(), std::chrono::minutes(*rc::gen::inRange(0, 600))));
    for (const ReleaseSession& session : sessions) {
        const BeforeAfter found = beforeAfter(session, tests, sessions);
        if (found.before)
            RC_ASSERT(found.before->recorded.at.utc < session.recorded.at.utc);
        if (!found.after)
            continue;
        RC_ASSERT(found.before);
        RC_ASSERT(found.after->recorded.at.utc >= endOf(session));
        const auto back = releaseBefore(*found.after, sessions);
        RC_ASSERT(back.has_value());
        RC_ASSERT((back->id == session.id || back->recorded.at.utc == session.recorded.at.utc));
    }
}

TEST(Standing, ComparesWithTheMedianOfEarlierSessions)
{
    std::vector<ReleaseSession> sessions;
    for (int i = 0; i < 5; ++i) {
        sessions.push_back(release(std::to_string(i).c_str(), std::chrono::hours(-24 * (i + 1))));
        sessions.back().before = {Score::clamped(6), std::nullopt};
        sessions.back().after = {Score::clamped(6 - i), std::nullopt};  // changes 0 -1 -2 -3 -4
        addPoints(sessions.back(), 3, 1);
    }
    ReleaseSession now = release("now", 18h);
    now.before.left = Score::clamped(8);
    now.after.left = Score::clamped(2);
    addPoints(now, 6, 1);
    const SessionStanding all = standing(now, sessions);
    EXPECT_EQ(all.leftTightness, (Standing{-6, -2, 5, Rank::Less}));
    EXPECT_EQ(all.pointsFound, (Standing{6, 3, 5, Rank::More}));
    EXPECT_EQ(all.pointsReleased, (Standing{1, 1, 5, Rank::Usual}));
    EXPECT_EQ(all.worked, (Standing{300, 300, 5, Rank::Usual}));
    EXPECT_EQ(all.rightTightness, (Standing{std::nullopt, std::nullopt, 0, Rank::TooFew}));
}

TEST(Standing, WithTwoEarlierSessionsNothingIsUsual)
{
    const SessionStanding all = standing(release("now", 18h), {release("1", 1h), release("2", 2h)});
    EXPECT_EQ(all.worked, (Standing{300, 300, 2, Rank::TooFew}));
}

TEST(Standing, KeepsOutLaterUnfinishedAndLongerSessions)
{
    ReleaseSession running = release("1", 1h, 900);
    running.outcome = ReleaseOutcome::Running;
    ReleaseSession longer = release("2", 2h, 900);
    longer.planned = 900s;
    const SessionStanding all =
        standing(release("now", 18h), {running, longer, release("3", 19h), release("now", 18h)});
    EXPECT_EQ(all.worked.earlier, 0);
}

std::vector<ReleaseSession> someSessions()
{
    std::vector<ReleaseSession> sessions;
    const auto score = [] {
        return *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional(Score::clamped(*rc::gen::inRange(0, 11)));
    };
    for (int i = *rc::gen::inRange(0, 15); i > 0; --i) {
        sessions.push_back(release(std::to_string(i).c_str(), std::chrono::hours(-i), *rc::gen::inRange(1, 301)));
        sessions.back().before = {score(), score()};
        sessions.back().after = {score(), score()};
        const int found = *rc::gen::inRange(0, 6);
        addPoints(sessions.back(), found, found == 0 ? 0 : *rc::gen::inRange(0, found + 1));
    }
    return sessions;
}

RC_GTEST_PROP(Standing, WhatWasNotAskedChangesNothing, ())
{
    auto sessions = someSessions();
    ReleaseSession now = release("now", 18h);
    now.before.left = Score::clamped(5);
    now.after.left = Score::clamped(*rc::gen::inRange(0, 11));
    addPoints(now, 2, 1);
    const SessionStanding before = standing(now, sessions);
    sessions.push_back(release("silent", 17h));
    const SessionStanding after = standing(now, sessions);
    RC_ASSERT(after.leftTightness == before.leftTightness);
    RC_ASSERT(after.pointsFound == before.pointsFound);
    RC_ASSERT(after.pointsReleased == before.pointsReleased);
}

RC_GTEST_PROP(Standing, DoesNotDependOnTheOrder, ())
{
    auto sessions = someSessions();
    const ReleaseSession now = release("now", 18h, *rc::gen::inRange(1, 301));
    const SessionStanding before = standing(now, sessions);
    std::reverse(sessions.begin(), sessions.end());
    RC_ASSERT(standing(now, sessions) == before);
}

RC_GTEST_PROP(Standing, WhoWorksLongerNeverRanksLower, ())
{
    const auto sessions = someSessions();
    const int worked = *rc::gen::inRange(1, 300);
    const Standing less = standing(release("now", 18h, worked), sessions).worked;
    const Standing more = standing(release("now", 18h, worked + 1), sessions).worked;
    RC_ASSERT(less.rank <= more.rank);
}

}  // namespace
}  // namespace psolog
