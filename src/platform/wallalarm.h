// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QSocketNotifier>

#include "core/ports/ialarm.h"

namespace psolog {

/// An alarm of the kernel's wall clock (timerfd): it rings at its moment, or when the machine wakes after it, and wakes
/// the program also when the clock was set or the machine slept, for the listener to think again. Nothing runs in the
/// program until then. Without an alarm set it never calls.
///
/// Thread: GUI, with an event loop. Where the kernel gives no timer it never rings, and a message says so.
class WallAlarm : public IAlarm {
public:
    /// Takes what a timer that woke the program has to say: 0 it rang, ECANCELED the clock was set, EAGAIN nothing.
    using TimerReader = std::function<int(int descriptor)>;
    [[nodiscard]] static int readTimer(int descriptor);

    /// Tests, which cannot set the clock of the machine, give another reader.
    explicit WallAlarm(TimerReader reader = readTimer);
    ~WallAlarm() override;

    void set(std::optional<UtcTime> at) override;
    void onRing(std::function<void()> listener) override;

private:
    void wake();

    TimerReader m_reader;
    std::function<void()> m_listener;
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace psolog
