// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemclock.h"

#include <ctime>

#include <QDateTime>

#include "core/localtime.h"

namespace psolog {

namespace {

Milliseconds read(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::floor<Milliseconds>(Seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

std::chrono::minutes offsetOf(const QTimeZone& zone, UtcTime utc)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(utc.time_since_epoch().count(), Qt::UTC);
    return std::chrono::floor<std::chrono::minutes>(Seconds(zone.offsetFromUtc(moment)));
}

/// What the C library makes of a TZ that is no zone name ("CET-1CEST"): its offset of this moment.
QTimeZone fixedOffsetZone()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    const QTimeZone zone(static_cast<int>(local.tm_gmtoff));
    return zone.isValid() ? zone : QTimeZone::utc();
}

}  // namespace

Instant localInstantIn(const QTimeZone& zone, LocalDay date, std::chrono::minutes timeOfDay)
{
    const UtcTime utc = utcOfLocal(date, timeOfDay, [&zone](UtcTime at) { return offsetOf(zone, at); });
    return Instant{utc, offsetOf(zone, utc), zone.id().toStdString()};
}

SystemClock::SystemClock(Milliseconds zoneLifetime) : m_zoneLifetime(zoneLifetime) { }

ClockSample SystemClock::sample() const
{
    ClockSample sample;
    sample.wall.utc = UtcTime(read(CLOCK_REALTIME));
    sample.steady = read(CLOCK_MONOTONIC);
    sample.boot = read(CLOCK_BOOTTIME);

    const std::scoped_lock lock(m_mutex);
    const QTimeZone& zone = zoneAt(sample.steady);
    sample.wall.offset = offsetAt(sample.wall.utc, zone);
    sample.wall.zone = m_zoneId.toStdString();
    return sample;
}

Instant SystemClock::localInstant(LocalDay date, std::chrono::minutes timeOfDay) const
{
    const std::scoped_lock lock(m_mutex);
    return localInstantIn(zoneAt(read(CLOCK_MONOTONIC)), date, timeOfDay);
}

const QTimeZone& SystemClock::zoneAt(Milliseconds steady) const
{
    if (m_zone.isValid() && steady - m_zoneReadAt < m_zoneLifetime)
        return m_zone;
    m_zoneReadAt = steady;
    const QByteArray id = QTimeZone::systemTimeZoneId();
    if (m_zone.isValid() && id == m_zoneId)
        return m_zone;
    QTimeZone zone(id);
    m_zone = zone.isValid() ? zone : fixedOffsetZone();
    m_zoneId = m_zone.id();
    m_offsetMinute = std::chrono::sys_time<std::chrono::minutes>(std::chrono::minutes::min());
    return m_zone;
}

std::chrono::minutes SystemClock::offsetAt(UtcTime utc, const QTimeZone& zone) const
{
    const auto minute = std::chrono::floor<std::chrono::minutes>(utc);
    if (minute != m_offsetMinute) {
        m_offset = offsetOf(zone, utc);
        m_offsetMinute = minute;
    }
    return m_offset;
}

}  // namespace psolog
