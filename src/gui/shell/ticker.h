// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QObject>
#include <QTimer>

namespace psolog {

/// How often running flows look at the clock. A cue may come 50 ms late; the rest is for a tick that is late itself.
inline constexpr std::chrono::milliseconds kTickInterval{40};

/// Asks running flows to look at the clock. Runs only between start() and stop(): an idle program runs no timer.
/// Tests call ticked() themselves after moving a fake clock.
class Ticker : public QObject {
    Q_OBJECT
public:
    explicit Ticker(QObject* parent = nullptr);

    /// Begins to tick every kTickInterval; counted, so each start needs its stop.
    virtual void start();
    virtual void stop();
    /// One more tick in `wait`, if that is before the next one, so that what is due then comes at its moment and not up
    /// to kTickInterval late. Replaces the wish before; nothing, or a ticker that is stopped: no such tick.
    void wakeIn(std::optional<std::chrono::milliseconds> wait);
    [[nodiscard]] bool isRunning() const { return m_users > 0; }

Q_SIGNALS:
    void ticked();

protected:
    int m_users = 0;

private:
    QTimer m_timer;
    QTimer m_wake;
};

}  // namespace psolog
