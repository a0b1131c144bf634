// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QString>

#include "core/ports/idesktop.h"

class QThread;

namespace psolog {

class CallOff;
class DesktopWorker;

/// D-Bus addresses; an empty one stands for a bus that is not there.
struct DesktopBuses {
    QString session;
    QString system;

    /// Of this login: from the environment, else where systems have them.
    [[nodiscard]] static DesktopBuses ofLogin();
};

/// The desktop over D-Bus, on connections of its own:
/// - the screen stays on through org.freedesktop.ScreenSaver or the portal's Inhibit;
/// - media keys and headsets through MPRIS, while a session is shown;
/// - a notification through org.freedesktop.Notifications;
/// - sleep through logind's PrepareForSleep, which waits for the listener while a session is shown or the screen kept
/// on;
/// - less motion through the portal's settings.
/// Each is without effect where its service is not there. It runs no timer.
///
/// Thread: GUI, with an event loop; all work on the buses is done in a thread of its own, so that no call here waits
/// for a bus or a service. When it is destroyed that thread is given a moment; one that hangs in a bus is left to end
/// by itself.
class Desktop : public IDesktop {
public:
    explicit Desktop(DesktopBuses buses = DesktopBuses::ofLogin());
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;
    ~Desktop() override;

    /// Connects in the background; called again it tries a bus again that was not there or was lost.
    void start() override;
    void keepAwake(bool awake) override;
    void showMedia(const std::optional<MediaSession>& session) override;
    void notify(const std::string& title, const std::string& text) override;
    [[nodiscard]] bool reducedMotion() const override { return m_reducedMotion; }
    void listen(DesktopListener listener) override;

    /// Desktops of this process that are there, or left a thread behind; see endProcess(). Thread-safe.
    [[nodiscard]] static int running();

private:
    void hear();
    template <class Task>
    void post(Task task);

    DesktopListener m_listener;
    bool m_reducedMotion = false;
    std::shared_ptr<CallOff> m_callOff;
    std::unique_ptr<QThread> m_thread;
    DesktopWorker* m_worker;         ///< lives in the thread and ends with it
    std::unique_ptr<QObject> m_ear;  ///< receives what the worker tells, in the GUI thread
};

}  // namespace psolog
