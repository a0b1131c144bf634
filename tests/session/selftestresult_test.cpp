// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/selftestresult.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

using namespace std::chrono_literals;

SelfTest gluteTest(const std::string& id, int day, std::vector<int> left, std::vector<int> right)
{
    SelfTest test;
    test.id = SelfTestId(id);
    test.recorded.at.utc = UtcTime(LocalDay(2026, 11, static_cast<unsigned>(day)).days());
    test.complete = true;
    for (const auto& [side, ratings] : {std::pair(Side::Left, left), std::pair(Side::Right, right)}) {
        int repeat = 0;
        for (const int rating : ratings)
            test.readings.push_back(
                Reading{side, std::nullopt, ++repeat, static_cast<Contraction>(rating), std::nullopt});
    }
    return test;
}

SelfTest tiltTest(std::vector<int> arched, std::vector<int> tucked)
{
    SelfTest test;
    test.kind = SelfTestKind::PelvicTilt;
    test.complete = true;
    for (const auto& [posture, ratings] : {std::pair(Posture::Arched, arched), std::pair(Posture::Tucked, tucked)}) {
        int repeat = 0;
        for (const int rating : ratings)
            test.readings.push_back(
                Reading{std::nullopt, posture, ++repeat, static_cast<Contraction>(rating), std::nullopt});
    }
    return test;
}

TEST(SelfTestResult, GivesMedianAndSpreadOfEachSide)
{
    const SelfTestSummary summary = summarise(gluteTest("a", 1, {2, 1}, {3, 4, 4}));
    EXPECT_EQ(summary.left, (ReadingSpread{2, 1.5, 1, 2}));
    EXPECT_EQ(summary.right, (ReadingSpread{3, 4, 3, 4}));
    EXPECT_FALSE(summary.arched);
    EXPECT_FALSE(summary.tucked);
    EXPECT_EQ(summary.difference, -2.5);
    EXPECT_EQ(summary.weakerSide, Side::Left);
}

TEST(SelfTestResult, CallsNoSideWeakerBelowOneRating)
{
    EXPECT_EQ(summarise(gluteTest("a", 1, {3, 3}, {3, 2})).difference, 0.5);
    EXPECT_FALSE(summarise(gluteTest("a", 1, {3, 3}, {3, 2})).weakerSide);
    EXPECT_EQ(summarise(gluteTest("a", 1, {3, 3}, {2, 2})).weakerSide, Side::Right);
}

TEST(SelfTestResult, ComparesTuckedWithArched)
{
    const SelfTestSummary summary = summarise(tiltTest({1, 2}, {3, 3}));
    EXPECT_EQ(summary.arched, (ReadingSpread{2, 1.5, 1, 2}));
    EXPECT_EQ(summary.tucked, (ReadingSpread{2, 3, 3, 3}));
    EXPECT_EQ(summary.difference, 1.5);
    EXPECT_FALSE(summary.weakerSide);
}

TEST(SelfTestResult, LeavesOutWhatWasNotRated)
{
    const SelfTestSummary summary = summarise(gluteTest("a", 1, {2}, {}));
    EXPECT_TRUE(summary.left);
    EXPECT_FALSE(summary.right);
    EXPECT_FALSE(summary.difference);
    EXPECT_FALSE(summary.weakerSide);
    EXPECT_EQ(summarise(SelfTest{}), SelfTestSummary{});
}

TEST(SelfTestResult, TellsTheChangeSinceAnEarlierTest)
{
    const SelfTestSummary before = summarise(gluteTest("a", 1, {1, 1}, {}));
    const SelfTestSummary after = summarise(gluteTest("b", 2, {2, 3}, {4}));
    EXPECT_EQ(changeBetween(before, after), (SelfTestChange{1.5, std::nullopt, std::nullopt, std::nullopt}));
    EXPECT_EQ(changeBetween(summarise(tiltTest({2}, {4})), summarise(tiltTest({2}, {3}))),
              (SelfTestChange{std::nullopt, std::nullopt, 0.0, -1.0}));
}

TEST(SelfTestResult, FindsTheNewestTestThatCanBeCompared)
{
    const SelfTest now = gluteTest("now", 20, {2}, {2});
    EXPECT_EQ(previousComparable(now, {}), std::nullopt);
    EXPECT_EQ(previousComparable(now, {now}), std::nullopt);
    const SelfTest old = gluteTest("old", 5, {1}, {1});
    const SelfTest newer = gluteTest("newer", 9, {1}, {1});
    EXPECT_EQ(previousComparable(now, {old, newer, now}), newer);
    EXPECT_EQ(previousComparable(now, {newer, old}), newer);
    SelfTest other = newer;
    other.wordingVersion = 2;
    EXPECT_EQ(previousComparable(now, {old, other}), old) << "another wording";
    other = newer;
    other.pillow = true;
    EXPECT_EQ(previousComparable(now, {old, other}), old) << "another variant";
    other = newer;
    other.complete = false;
    EXPECT_EQ(previousComparable(now, {old, other}), old) << "incomplete";
    other = newer;
    other.kind = SelfTestKind::PelvicTilt;
    EXPECT_EQ(previousComparable(now, {old, other}), old) << "another test";
    EXPECT_EQ(previousComparable(now, {old, gluteTest("later", 21, {1}, {1})}), old) << "later";
}

TEST(SelfTestResult, AlternatesTheFirstSide)
{
    EXPECT_EQ(nextFirstSide({}), Side::Left);
    SelfTest last = gluteTest("a", 5, {1}, {1});
    EXPECT_EQ(nextFirstSide({last}), Side::Right);
    last.firstSide = Side::Right;
    EXPECT_EQ(nextFirstSide({gluteTest("b", 3, {1}, {1}), last, gluteTest("c", 4, {1}, {1})}), Side::Left);
    SelfTest empty = gluteTest("d", 9, {}, {});
    EXPECT_EQ(nextFirstSide({last, empty}), Side::Left) << "nothing was rated in the newest";
    SelfTest tilt = tiltTest({1}, {1});
    tilt.recorded.at.utc = UtcTime(LocalDay(2026, 12, 1).days());
    EXPECT_EQ(nextFirstSide({last, tilt}), Side::Left);
}

}  // namespace
}  // namespace psolog
