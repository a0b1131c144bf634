// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "core/ports/iclock.h"
#include "core/time.h"

namespace psolog::test {

/// A clock that moves only when told. It can suspend (steady stands still), be set (wall jumps) and stall.
class ManualClock : public IClock {
public:
    explicit ManualClock(Instant start = defaultStart()) { m_now.wall = std::move(start); }

    /// Sunday 2026-11-22, 18:00 in Berlin.
    [[nodiscard]] static Instant defaultStart()
    {
        using namespace std::chrono_literals;
        return Instant{UtcTime(LocalDay(2026, 11, 22).days()) + 17h, 60min, "Europe/Berlin"};
    }

    [[nodiscard]] ClockSample sample() const override { return m_now; }

    [[nodiscard]] Instant localInstant(LocalDay date, std::chrono::minutes timeOfDay) const override
    {
        return Instant{UtcTime(date.days()) + timeOfDay - m_now.wall.offset, m_now.wall.offset, m_now.wall.zone};
    }

    /// Time passes for every clock.
    void advance(Milliseconds by)
    {
        m_now.wall.utc += by;
        m_now.steady += by;
        m_now.boot += by;
    }

    /// The machine sleeps: the steady clock stands still.
    void suspend(Milliseconds by)
    {
        m_now.wall.utc += by;
        m_now.boot += by;
    }

    /// Somebody sets the wall clock.
    void setWall(UtcTime utc) { m_now.wall.utc = utc; }

private:
    ClockSample m_now;
};

}  // namespace psolog::test
