// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/testseries.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

SelfTest gluteTest(LocalDay day, std::vector<int> left, std::vector<int> right)
{
    SelfTest test;
    test.kind = SelfTestKind::GluteActivation;
    test.complete = true;
    test.recorded.day = day;
    for (const int rating : left)
        test.readings.push_back({Side::Left, std::nullopt, 1, static_cast<Contraction>(rating), std::nullopt});
    for (const int rating : right)
        test.readings.push_back({Side::Right, std::nullopt, 1, static_cast<Contraction>(rating), std::nullopt});
    return test;
}

SelfTest tiltTest(LocalDay day, int arched, int tucked)
{
    SelfTest test;
    test.kind = SelfTestKind::PelvicTilt;
    test.complete = true;
    test.recorded.day = day;
    test.readings.push_back({std::nullopt, Posture::Arched, 1, static_cast<Contraction>(arched), std::nullopt});
    test.readings.push_back({std::nullopt, Posture::Tucked, 1, static_cast<Contraction>(tucked), std::nullopt});
    return test;
}

const LocalDay kDay(2026, 11, 1);

TEST(TestSeries, KeepsMedianAndSpreadOfEachSide)
{
    const auto points = testSeries({gluteTest(kDay, {1, 2}, {3, 3})}, SelfTestKind::GluteActivation);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].first, (TestValue{1.5, 1, 2}));
    EXPECT_EQ(points[0].second, (TestValue{3, 3, 3}));
}

TEST(TestSeries, LeavesOutCancelledAndOtherTests)
{
    SelfTest cancelled = gluteTest(kDay, {1}, {});
    cancelled.complete = false;
    EXPECT_TRUE(testSeries({cancelled, tiltTest(kDay, 1, 2)}, SelfTestKind::GluteActivation).empty());
}

TEST(TestSeries, PutsThePosturesIntoTheLanes)
{
    const auto points = testSeries({tiltTest(kDay, 1, 3)}, SelfTestKind::PelvicTilt);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].first->median, 1);
    EXPECT_EQ(points[0].second->median, 3);
}

TEST(TestSeries, ComparesActivationBeforeAndSinceTheRelease)
{
    const auto points =
        testSeries({gluteTest(kDay, {1, 1}, {2}), gluteTest(kDay + 7, {3, 3}, {2}), gluteTest(kDay + 40, {4}, {4})},
                   SelfTestKind::GluteActivation);
    const TestChange left = activationChange(points, Side::Left, kDay.number() + 3, kDay.number() + 16);
    EXPECT_EQ(left.before, 1.0);
    EXPECT_EQ(left.since, 3.0);
    EXPECT_EQ(left.testsSince, 1);
}

TEST(TestSeries, WritesTheRowsOfTheDaysAsCsv)
{
    const auto glute =
        testSeries({gluteTest(kDay, {1, 2}, {3}), gluteTest(kDay + 30, {4}, {4})}, SelfTestKind::GluteActivation);
    const auto tilt = testSeries({tiltTest(kDay, 0, 4)}, SelfTestKind::PelvicTilt);
    const auto rows = testRows(glute, tilt, kDay.number(), kDay.number() + 7);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(testCsv(rows),
              "day,test,left or arched median,lowest,highest,right or tucked median,lowest,highest\r\n"
              "2026-11-01,glute-activation,1.5,1,2,3,3,3\r\n"
              "2026-11-01,pelvic-tilt,0,0,0,4,4,4\r\n");
}

}  // namespace
}  // namespace psolog
