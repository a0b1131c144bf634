// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/wallalarm.h"

#include <cerrno>
#include <cstdint>
#include <utility>

#include <sys/timerfd.h>
#include <unistd.h>

#include <spdlog/spdlog.h>

namespace psolog {

namespace {

timespec toTimespec(UtcTime at)
{
    const auto seconds = std::chrono::floor<Seconds>(at);
    timespec moment{};
    moment.tv_sec = seconds.time_since_epoch().count();
    moment.tv_nsec = std::chrono::nanoseconds(at - seconds).count();
    // The kernel refuses what is before 1970 and takes its beginning for "no alarm".
    if (moment.tv_sec < 0 || (moment.tv_sec == 0 && moment.tv_nsec == 0))
        moment = {0, 1};
    return moment;
}

}  // namespace

int WallAlarm::readTimer(int descriptor)
{
    std::uint64_t times = 0;
    return read(descriptor, &times, sizeof(times)) < 0 ? errno : 0;
}

WallAlarm::WallAlarm(TimerReader reader)
    : m_reader(std::move(reader)),
      m_descriptor(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK))
{
    if (m_descriptor < 0) {
        spdlog::warn("alarm: no timer (errno {})", errno);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { wake(); });
}

WallAlarm::~WallAlarm()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void WallAlarm::set(std::optional<UtcTime> at)
{
    if (m_descriptor < 0)
        return;
    itimerspec moment{};
    if (at)
        moment.it_value = toTimespec(*at);
    // Without an alarm a clock that is set wakes nobody.
    const int flags = at ? TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET : 0;
    // ECANCELED: the clock was set since the last reading, and the new moment holds all the same.
    if (timerfd_settime(m_descriptor, flags, &moment, nullptr) != 0 && errno != ECANCELED)
        spdlog::warn("alarm: not set (errno {})", errno);
}

void WallAlarm::onRing(std::function<void()> listener)
{
    m_listener = std::move(listener);
}

void WallAlarm::wake()
{
    const int said = m_reader(m_descriptor);
    if ((said != 0 && said != ECANCELED) || !m_listener)
        return;
    // A copy, because the listener may set another one.
    const auto listener = m_listener;
    listener();
}

}  // namespace psolog
