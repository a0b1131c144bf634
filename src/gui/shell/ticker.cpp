// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ticker.h"

namespace psolog {

Ticker::Ticker(QObject* parent) : QObject(parent)
{
    // The default, coarse timer fires up to 5 % early.
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTickInterval);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::ticked);
    m_wake.setTimerType(Qt::PreciseTimer);
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &Ticker::ticked);
}

void Ticker::start()
{
    if (m_users++ == 0)
        m_timer.start();
}

void Ticker::stop()
{
    if (m_users > 0 && --m_users == 0) {
        m_timer.stop();
        m_wake.stop();
    }
}

void Ticker::wakeIn(std::optional<std::chrono::milliseconds> wait)
{
    if (m_timer.isActive() && wait && *wait < kTickInterval)
        m_wake.start(*wait);
    else
        m_wake.stop();
}

}  // namespace psolog
