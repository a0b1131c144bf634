// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tickmeter.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;

class TickMeterTest : public ::testing::Test {
protected:
    TickMeterTest() { m_meter.advance(m_clock.sample()); }

    void expectSpan(Milliseconds passed, Milliseconds gap)
    {
        const TickSpan span = m_meter.advance(m_clock.sample());
        EXPECT_EQ(span.passed, passed);
        EXPECT_EQ(span.gap, gap);
    }

    test::ManualClock m_clock;
    TickMeter m_meter;
};

TEST_F(TickMeterTest, CountsSteadyTime)
{
    m_clock.advance(70ms);
    expectSpan(70ms, 0ms);
    expectSpan(0ms, 0ms);
    m_clock.advance(2000ms);
    expectSpan(2000ms, 0ms);
}

TEST_F(TickMeterTest, TakesAStallAsAGap)
{
    m_clock.advance(2001ms);
    expectSpan(0ms, 2001ms);
    m_clock.advance(50ms);
    expectSpan(50ms, 0ms);
}

TEST_F(TickMeterTest, TakesASleepAsAGap)
{
    m_clock.advance(30ms);
    m_clock.suspend(1001ms);
    expectSpan(0ms, 1031ms);
    m_clock.suspend(1000ms);
    expectSpan(0ms, 0ms);
}

TEST_F(TickMeterTest, IgnoresTheWallClock)
{
    m_clock.setWall(m_clock.sample().wall.utc - 5h);
    m_clock.advance(60ms);
    expectSpan(60ms, 0ms);
    m_clock.setWall(m_clock.sample().wall.utc + 50h);
    expectSpan(0ms, 0ms);
}

TEST_F(TickMeterTest, NeverRunsBackwards)
{
    TickMeter meter;
    ClockSample now;
    now.steady = 5s;
    now.boot = 5s;
    meter.advance(now);
    now.steady = 4s;
    now.boot = 4s;
    EXPECT_EQ(meter.advance(now).passed, 0ms);
}

TEST_F(TickMeterTest, TellsTheMomentOfWhatHappenedBeforeTheTick)
{
    m_clock.advance(100ms);
    m_meter.advance(m_clock.sample());
    EXPECT_EQ(m_meter.wall(), m_clock.sample().wall);
    EXPECT_EQ(m_meter.wall(30ms).utc, m_clock.sample().wall.utc - 30ms);
}

}  // namespace
}  // namespace psolog
