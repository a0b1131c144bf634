// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktopworker.h"

#include <atomic>
#include <chrono>
#include <utility>

#include <QDBusConnection>

#include <spdlog/spdlog.h>

#include "platform/mediacontrols.h"
#include "platform/motionwatch.h"
#include "platform/notifier.h"
#include "platform/screenwake.h"
#include "platform/sleepwatch.h"

namespace psolog {

namespace {

constexpr std::chrono::seconds kPatience{3};

/// A connection of our own, closed with its owner. Qt's shared ones would keep what a session holds.
class PrivateBus {
public:
    explicit PrivateBus(const QString& address)
        : m_name(freeName()),
          m_connection(QDBusConnection::connectToBus(address, m_name))
    {
    }
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;
    ~PrivateBus() { QDBusConnection::disconnectFromBus(m_name); }

    [[nodiscard]] const QDBusConnection& connection() const { return m_connection; }
    [[nodiscard]] bool isConnected() const { return m_connection.isConnected(); }

private:
    static QString freeName()
    {
        static std::atomic<int> count{0};
        return QStringLiteral("psolog-desktop-%1").arg(++count);
    }

    const QString m_name;
    QDBusConnection m_connection;
};

}  // namespace

/// The parts go before the connection they use.
struct DesktopWorker::SessionBus {
    explicit SessionBus(const QString& address) : bus(address) { }

    PrivateBus bus;
    ScreenWake screen{bus.connection()};
    MediaControls media{bus.connection()};
    Notifier notifier{bus.connection()};
    MotionWatch motion{bus.connection()};
};

struct DesktopWorker::SystemBus {
    explicit SystemBus(const QString& address) : bus(address) { }

    PrivateBus bus;
    SleepWatch sleep{bus.connection()};
};

DesktopWorker::DesktopWorker(DesktopBuses buses, std::shared_ptr<CallOff> callOff)
    : m_buses(std::move(buses)),
      m_callOff(std::move(callOff))
{
}

DesktopWorker::~DesktopWorker() = default;

void DesktopWorker::connectBuses()
{
    connectSession();
    connectSystem();
}

void DesktopWorker::connectAgainFor(bool wanted)
{
    if (wanted)
        connectBuses();
}

void DesktopWorker::connectSession()
{
    if (m_session && m_session->bus.isConnected())
        return;
    m_session.reset();
    if (!busAnswers(m_buses.session, kPatience, *m_callOff)) {
        spdlog::debug("desktop: no session bus");
        return;
    }
    auto session = std::make_unique<SessionBus>(m_buses.session);
    if (!session->bus.isConnected()) {
        spdlog::info("desktop: the session bus refused");
        return;
    }
    connect(&session->media, &MediaControls::commandGiven, this, &DesktopWorker::mediaCommandGiven);
    connect(&session->notifier, &Notifier::clicked, this, &DesktopWorker::notificationClicked);
    connect(&session->motion, &MotionWatch::reducedMotionChanged, this, &DesktopWorker::reducedMotionChanged);
    m_session = std::move(session);
    m_session->screen.keepAwake(m_keepAwake);
    m_session->media.show(m_media);
}

void DesktopWorker::connectSystem()
{
    if (m_system && m_system->bus.isConnected())
        return;
    m_system.reset();
    if (!busAnswers(m_buses.system, kPatience, *m_callOff)) {
        spdlog::debug("desktop: no system bus");
        return;
    }
    auto system = std::make_unique<SystemBus>(m_buses.system);
    if (!system->bus.isConnected()) {
        spdlog::info("desktop: the system bus refused");
        return;
    }
    connect(&system->sleep, &SleepWatch::aboutToSleep, this, &DesktopWorker::aboutToSleep);
    connect(&system->sleep, &SleepWatch::awake, this, &DesktopWorker::awake);
    m_system = std::move(system);
    applySleep();
}

void DesktopWorker::keepAwake(bool awake)
{
    m_keepAwake = awake;
    connectAgainFor(awake);
    if (m_session)
        m_session->screen.keepAwake(awake);
    applySleep();
}

void DesktopWorker::showMedia(const std::optional<MediaSession>& session)
{
    m_media = session;
    connectAgainFor(session.has_value());
    if (m_session)
        m_session->media.show(session);
    applySleep();
}

void DesktopWorker::notify(const QString& title, const QString& text)
{
    connectSession();
    if (m_session)
        m_session->notifier.notify(title, text);
}

void DesktopWorker::letSleep()
{
    if (m_system)
        m_system->sleep.letSleep();
}

void DesktopWorker::applySleep()
{
    if (m_system)
        m_system->sleep.delaySleep(m_keepAwake || m_media.has_value());
}

}  // namespace psolog
