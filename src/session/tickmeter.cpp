// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tickmeter.h"

#include <algorithm>

namespace psolog {

TickSpan TickMeter::advance(const ClockSample& now)
{
    if (!m_last) {
        m_last = now;
        return {};
    }
    const Milliseconds steady = std::max(now.steady - m_last->steady, Milliseconds{0});
    const Milliseconds boot = std::max(now.boot - m_last->boot, Milliseconds{0});
    m_last = now;
    const Milliseconds slept = boot - steady > kSleepTolerance ? boot - steady : Milliseconds{0};
    if (slept > Milliseconds{0} || steady > kStallTolerance)
        return {Milliseconds{0}, std::max(boot, steady), slept};
    return {steady, Milliseconds{0}, Milliseconds{0}};
}

Instant TickMeter::wall(Milliseconds before) const
{
    Instant at = m_last ? m_last->wall : Instant{};
    at.utc -= before;
    return at;
}

}  // namespace psolog
