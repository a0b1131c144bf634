// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QString>

#include "core/ports/idesktop.h"
#include "platform/busprobe.h"
#include "platform/desktop.h"

namespace psolog {

class MediaControls;
class Notifier;
class ScreenWake;
class SleepWatch;

/// What Desktop does, in a thread of its own: connecting may wait for a bus, everything else asks and does not wait.
/// What is wanted is kept, so that it holds as soon as a bus is there.
class DesktopWorker : public QObject {
    Q_OBJECT
public:
    DesktopWorker(DesktopBuses buses, std::shared_ptr<CallOff> callOff);
    ~DesktopWorker() override;

    /// Connects to each bus that is not connected.
    void connectBuses();
    void keepAwake(bool awake);
    void showMedia(const std::optional<MediaSession>& session);
    void notify(const QString& title, const QString& text);
    void letSleep();

Q_SIGNALS:
    void mediaCommandGiven(psolog::MediaCommand command);
    void notificationClicked();
    void reducedMotionChanged(bool reduced);
    void aboutToSleep();
    void awake();

private:
    struct SessionBus;
    struct SystemBus;

    /// Hours may have passed since a bus was last needed; it may have been started anew.
    void connectAgainFor(bool wanted);
    void connectSession();
    void connectSystem();
    void applySleep();

    const DesktopBuses m_buses;
    const std::shared_ptr<CallOff> m_callOff;
    bool m_keepAwake = false;
    std::optional<MediaSession> m_media;
    std::unique_ptr<SessionBus> m_session;
    std::unique_ptr<SystemBus> m_system;
};

}  // namespace psolog
