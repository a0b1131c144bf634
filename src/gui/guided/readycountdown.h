// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "session/tickmeter.h"

namespace psolog {

/// The time before a guided flow starts by itself, so that nobody has to reach for a key when already lying down. It
/// can be held, and holds itself when the machine slept or stalled: a flow never starts in an empty room.
///
/// Call advance() with a fresh sample on each tick. Not thread-safe.
class ReadyCountdown {
public:
    void begin(Milliseconds total, const ClockSample& now)
    {
        m_total = m_remaining = total;
        m_held = false;
        m_meter.advance(now);
    }
    /// Waits until go().
    void hold() { m_held = true; }
    /// Counts on; from the start again when less than `least` is left.
    void go(const ClockSample& now, Milliseconds least = Seconds(5))
    {
        m_held = false;
        m_meter.advance(now);
        if (m_remaining < least)
            m_remaining = m_total;
    }
    /// The flow runs: nothing is counted or held any more.
    void end()
    {
        m_total = m_remaining = Milliseconds{0};
        m_held = false;
    }

    /// The last second that began since the call before, 3 to 1, or 0.
    int advance(const ClockSample& now)
    {
        const TickSpan span = m_meter.advance(now);
        if (m_held || m_remaining == Milliseconds{0})
            return 0;
        if (span.gap > Milliseconds{0}) {
            m_held = true;
            return 0;
        }
        const Milliseconds before = m_remaining;
        m_remaining = std::max(Milliseconds{0}, m_remaining - span.passed);
        for (int second = 1; second <= 3; ++second)
            if (before > Seconds(second) && m_remaining <= Seconds(second) && m_remaining > Milliseconds{0})
                return second;
        return 0;
    }

    [[nodiscard]] bool isRunning() const { return !m_held && m_remaining > Milliseconds{0}; }
    [[nodiscard]] bool isHeld() const { return m_held; }
    [[nodiscard]] bool isOver() const { return m_total > Milliseconds{0} && m_remaining == Milliseconds{0}; }
    [[nodiscard]] Milliseconds remaining() const { return m_remaining; }
    [[nodiscard]] Milliseconds total() const { return m_total; }

private:
    TickMeter m_meter;
    Milliseconds m_total{0};
    Milliseconds m_remaining{0};
    bool m_held = false;
};

}  // namespace psolog
