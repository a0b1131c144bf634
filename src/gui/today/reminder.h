// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QObject>

#include "core/time.h"

namespace psolog {

class IClock;
struct Services;

/// The next moment after now at which the clocks on the wall show this time (minutes since midnight). A time that a
/// clock change skips comes later that day by the length of the gap; of a time that comes twice the first counts.
[[nodiscard]] UtcTime nextReminder(const IClock& clock, std::chrono::minutes timeOfDay);

/// Reminds the user once a day, at the time set, of what is still open today: a notification on the desktop, and
/// due() for the window. While a guided flow runs it waits for its end. Nothing for a log that cannot be written or has
/// no athlete yet, or when the time came on a day that is over (the machine slept).
///
/// Thread: GUI. It takes over the alarm in `services`, which waits in the kernel; nothing runs until then.
class Reminder : public QObject {
    Q_OBJECT
public:
    explicit Reminder(Services& services, QObject* parent = nullptr);

    /// Sets the alarm by the settings and the clock of now.
    void arm();

Q_SIGNALS:
    /// It is time, and something is open: the question that asks for it.
    void due(const QString& question);

private:
    void wake();
    void remind();
    void remindAfterFlow();

    Services& m_services;
    std::optional<Instant> m_at;      ///< what the alarm is set to
    std::optional<LocalDay> m_waits;  ///< the day of a reminder that came during a flow
};

}  // namespace psolog
