// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hostclock.h"

#include <cstdlib>
#include <ctime>

#include <gtest/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

class HostClockTest : public testing::Test {
protected:
    void TearDown() override { useZone("Europe/Berlin"); }

    static void useZone(const char* zone)
    {
        setenv("TZ", zone, 1);
        tzset();
    }

    static std::string local(const char* zone, LocalDay day, std::chrono::minutes time)
    {
        useZone(zone);
        return toIsoString(cli::HostClock().localInstant(day, time));
    }
};

TEST_F(HostClockTest, NamesTheZone)
{
    useZone(":Asia/Kathmandu");
    const Instant now = cli::HostClock().now();
    EXPECT_EQ(now.zone, "Asia/Kathmandu");
    EXPECT_EQ(now.offset, 5h + 45min);
    EXPECT_LE(std::chrono::abs(std::chrono::system_clock::now() - now.utc), 5s);
}

TEST_F(HostClockTest, NamesAZoneWithoutANameByItsOffset)
{
    useZone("XYZ+3:30");
    EXPECT_EQ(cli::HostClock().now().zone, "UTC-03:30");
    useZone("../../../etc/hostname");
    EXPECT_EQ(cli::HostClock().now().zone, "UTC");
}

TEST_F(HostClockTest, FindsLocalTimesOnDaysOfClockChanges)
{
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 3, 29), 1h + 59min), "2026-03-29T01:59:00.000+01:00");
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 3, 29), 2h + 30min), "2026-03-29T03:30:00.000+02:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 11, 1), 1h + 30min), "2026-11-01T01:30:00.000-07:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 11, 1), 2h), "2026-11-01T02:00:00.000-08:00");
    EXPECT_EQ(local("Pacific/Apia", LocalDay(2011, 12, 30), 12h), "2011-12-31T12:00:00.000+14:00");
}

}  // namespace
