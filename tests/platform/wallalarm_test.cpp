// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/wallalarm.h"

#include <cerrno>
#include <optional>

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

#include "privatebus.h"

using namespace psolog;
using namespace std::chrono_literals;
using psolog::test::waitFor;

namespace {

UtcTime now()
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

TEST(WallAlarmTest, RingsOnceAtItsMoment)
{
    WallAlarm alarm;
    int rings = 0;
    std::optional<UtcTime> rungAt;
    alarm.onRing([&] {
        ++rings;
        rungAt = now();
    });
    const UtcTime moment = now() + 150ms;
    alarm.set(moment);
    ASSERT_TRUE(waitFor([&] { return rings > 0; }));
    EXPECT_GE(*rungAt, moment);
    // A second alarm, on another descriptor: the first would have rung again by then.
    WallAlarm later;
    bool laterRang = false;
    later.onRing([&] { laterRang = true; });
    later.set(now() + 100ms);
    ASSERT_TRUE(waitFor([&] { return laterRang; }));
    EXPECT_EQ(rings, 1);
}

TEST(WallAlarmTest, RingsSoonForAMomentThatHasPassed)
{
    WallAlarm alarm;
    int rings = 0;
    alarm.onRing([&] { ++rings; });
    alarm.set(now() - 24h);
    EXPECT_TRUE(waitFor([&] { return rings == 1; }));
    alarm.set(UtcTime{});
    EXPECT_TRUE(waitFor([&] { return rings == 2; }));
    alarm.set(UtcTime{} - 24h);
    EXPECT_TRUE(waitFor([&] { return rings == 3; }));
}

TEST(WallAlarmTest, KeepsQuietWhenItsMomentIsTakenBack)
{
    WallAlarm alarm;
    int rings = 0;
    alarm.onRing([&] { ++rings; });
    alarm.set(now() + 50ms);
    alarm.set(std::nullopt);
    WallAlarm later;
    bool laterRang = false;
    later.onRing([&] { laterRang = true; });
    later.set(now() + 150ms);
    ASSERT_TRUE(waitFor([&] { return laterRang; }));
    EXPECT_EQ(rings, 0);
}

/// What the kernel says of the one timer of this process.
QByteArray timerFlags()
{
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    for (const QString& descriptor : descriptors.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        QFile info(QStringLiteral("/proc/self/fdinfo/") + descriptor);
        if (!info.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray& line : info.readAll().split('\n'))
            if (line.startsWith("settime flags:"))
                return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

TEST(WallAlarmTest, WithoutAnAlarmAClockThatIsSetWakesNobody)
{
    WallAlarm alarm;
    alarm.set(now() + 24h);
    ASSERT_EQ(timerFlags(), "03") << "moment and cancel on set";
    alarm.set(std::nullopt);
    EXPECT_EQ(timerFlags(), "00");
}

TEST(WallAlarmTest, CallsWhenTheClockWasSetAndKeepsItsMoment)
{
    int readings = 0;
    WallAlarm alarm([&](int descriptor) { return ++readings == 1 ? ECANCELED : WallAlarm::readTimer(descriptor); });
    int rings = 0;
    alarm.onRing([&] { ++rings; });
    alarm.set(now() - 1s);
    // The first reading says that the clock was set and leaves the timer as it is; so it calls a second time.
    EXPECT_TRUE(waitFor([&] { return rings == 2; }));
}

TEST(WallAlarmTest, DoesNotCallForNothing)
{
    int readings = 0;
    WallAlarm alarm([&](int descriptor) { return ++readings == 1 ? EAGAIN : WallAlarm::readTimer(descriptor); });
    int rings = 0;
    alarm.onRing([&] { ++rings; });
    alarm.set(now() - 1s);
    EXPECT_TRUE(waitFor([&] { return readings == 2; }));
    EXPECT_EQ(rings, 1);
}

TEST(WallAlarmTest, MayBeSetAgainWhileItRings)
{
    WallAlarm alarm;
    int rings = 0;
    alarm.onRing([&] {
        if (++rings < 3)
            alarm.set(now() - 1s);
    });
    alarm.set(now() - 1s);
    EXPECT_TRUE(waitFor([&] { return rings == 3; }));
}

}  // namespace
