// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemclock.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/ids.h"
#include "platform/randomids.h"

using namespace psolog;
using namespace std::chrono_literals;

namespace {

/// Sets TZ for one test.
class ZoneGuard {
public:
    explicit ZoneGuard(const char* zone) : m_before(qgetenv("TZ")) { set(zone); }
    ~ZoneGuard() { set(m_before.constData()); }
    ZoneGuard(const ZoneGuard&) = delete;
    ZoneGuard& operator=(const ZoneGuard&) = delete;

    static void set(const char* zone)
    {
        qputenv("TZ", zone);
        tzset();
    }

private:
    QByteArray m_before;
};

std::string local(const char* zone, LocalDay day, std::chrono::minutes time)
{
    const Instant instant = localInstantIn(QTimeZone(QByteArray(zone)), day, time);
    EXPECT_EQ(instant.zone, zone);
    return toIsoString(instant);
}

TEST(LocalInstant, IsTheWallClockOfTheZone)
{
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 1, 5), 7h + 40min), "2026-01-05T07:40:00.000+01:00");
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 7, 5), 7h + 40min), "2026-07-05T07:40:00.000+02:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 1, 5), 23h), "2026-01-05T23:00:00.000-08:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 7, 5), 0h), "2026-07-05T00:00:00.000-07:00");
    EXPECT_EQ(local("Pacific/Apia", LocalDay(2026, 7, 5), 1h), "2026-07-05T01:00:00.000+13:00");
}

TEST(LocalInstant, MovesForwardWhenTheClockSkipsTheTime)
{
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 3, 29), 2h + 30min), "2026-03-29T03:30:00.000+02:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 3, 8), 2h + 15min), "2026-03-08T03:15:00.000-07:00");
    EXPECT_EQ(local("Pacific/Apia", LocalDay(2011, 12, 30), 12h), "2011-12-31T12:00:00.000+14:00");
}

TEST(LocalInstant, KeepsTheTimesAroundASkip)
{
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 3, 29), 1h + 59min), "2026-03-29T01:59:00.000+01:00");
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 3, 29), 3h), "2026-03-29T03:00:00.000+02:00");
    EXPECT_EQ(local("Pacific/Apia", LocalDay(2011, 12, 29), 23h + 59min), "2011-12-29T23:59:00.000-10:00");
    EXPECT_EQ(local("Pacific/Apia", LocalDay(2011, 12, 31), 1h), "2011-12-31T01:00:00.000+14:00");
}

TEST(LocalInstant, TakesTheFirstOfATimeThatComesTwice)
{
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 10, 25), 2h + 30min), "2026-10-25T02:30:00.000+02:00");
    EXPECT_EQ(local("Europe/Berlin", LocalDay(2026, 10, 25), 3h), "2026-10-25T03:00:00.000+01:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 11, 1), 1h + 30min), "2026-11-01T01:30:00.000-07:00");
    EXPECT_EQ(local("America/Los_Angeles", LocalDay(2026, 11, 1), 2h), "2026-11-01T02:00:00.000-08:00");
}

TEST(SystemClock, ReadsAllClocksAtOneMoment)
{
    const SystemClock clock;
    // The best of many: the test machine may be busy between two reads.
    auto spread = 10'000ms;
    for (int i = 0; i < 200; ++i) {
        const ClockSample a = clock.sample();
        const ClockSample b = clock.sample();
        spread = std::min(spread, std::chrono::abs((b.wall.utc - a.wall.utc) - (b.steady - a.steady)));
        EXPECT_GE(b.steady, a.steady);
        EXPECT_GE(b.boot, b.steady);
    }
    EXPECT_LE(spread, 1ms);
    EXPECT_LE(std::chrono::abs(std::chrono::system_clock::now() - clock.now().utc), 5s);
}

TEST(SystemClock, NamesTheZoneOfTheSystem)
{
    const ZoneGuard zone("Asia/Kathmandu");
    const Instant now = SystemClock().now();
    EXPECT_EQ(now.zone, "Asia/Kathmandu");
    EXPECT_EQ(now.offset, 5h + 45min);
}

TEST(SystemClock, FollowsAChangeOfZone)
{
    const ZoneGuard zone("Pacific/Apia");
    const SystemClock clock(0ms);
    EXPECT_EQ(clock.now().offset, 13h);
    ZoneGuard::set("Asia/Tokyo");
    EXPECT_EQ(clock.now().zone, "Asia/Tokyo");
    EXPECT_EQ(clock.now().offset, 9h);
    EXPECT_EQ(toIsoString(clock.localInstant(LocalDay(2026, 6, 1), 6h)), "2026-06-01T06:00:00.000+09:00");
}

TEST(SystemClock, KeepsTheZoneForItsLifetime)
{
    const ZoneGuard zone("Pacific/Apia");
    const SystemClock clock(24h);
    EXPECT_EQ(clock.now().zone, "Pacific/Apia");
    ZoneGuard::set("Asia/Tokyo");
    EXPECT_EQ(clock.now().zone, "Pacific/Apia");
}

TEST(SystemClock, GivesAFixedOffsetForAZoneWithoutAName)
{
    const ZoneGuard zone("XYZ-5:30");
    const Instant now = SystemClock().now();
    EXPECT_EQ(now.offset, 5h + 30min);
    EXPECT_FALSE(now.zone.empty());
}

TEST(SystemClock, MayBeReadFromSeveralThreads)
{
    const SystemClock clock(0ms);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&clock] {
            for (int n = 0; n < 500; ++n)
                EXPECT_FALSE(clock.now().zone.empty());
        });
}

TEST(RandomIds, AreDistinctCanonicalUuidsOfVersionFour)
{
    RandomIds ids;
    std::vector<std::string> made;
    for (int i = 0; i < 1000; ++i)
        made.push_back(ids.newUuid());
    for (const std::string& id : made) {
        EXPECT_TRUE(isUuid(id)) << id;
        EXPECT_EQ(id[14], '4') << id;
    }
    std::sort(made.begin(), made.end());
    EXPECT_EQ(std::adjacent_find(made.begin(), made.end()), made.end());
}

}  // namespace
