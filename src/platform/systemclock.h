// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include <QByteArray>
#include <QTimeZone>

#include "core/ports/iclock.h"

namespace psolog {

/// The moment of a local date and time in a zone; see utcOfLocal() for times skipped or repeated by a clock change.
[[nodiscard]] Instant localInstantIn(const QTimeZone& zone, LocalDay date, std::chrono::minutes timeOfDay);

/// The clocks of this machine: CLOCK_REALTIME with the zone of the system, CLOCK_MONOTONIC and CLOCK_BOOTTIME, read
/// one right after the other. The zone is looked up again after `zoneLifetime`, so that a traveller's change of zone
/// is followed without a file access on every tick. Thread-safe; never fails (an unknown zone becomes a fixed offset).
class SystemClock : public IClock {
public:
    explicit SystemClock(Milliseconds zoneLifetime = Seconds(2));

    [[nodiscard]] ClockSample sample() const override;
    [[nodiscard]] Instant localInstant(LocalDay date, std::chrono::minutes timeOfDay) const override;

private:
    /// Brings the zone up to date; the mutex is held by the caller.
    const QTimeZone& zoneAt(Milliseconds steady) const;
    std::chrono::minutes offsetAt(UtcTime utc, const QTimeZone& zone) const;

    const Milliseconds m_zoneLifetime;
    mutable std::mutex m_mutex;
    mutable QByteArray m_zoneId;
    mutable QTimeZone m_zone;
    mutable Milliseconds m_zoneReadAt{0};
    mutable std::chrono::sys_time<std::chrono::minutes> m_offsetMinute{std::chrono::minutes::min()};
    mutable std::chrono::minutes m_offset{0};
};

}  // namespace psolog
