// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktop.h"

#include <atomic>
#include <chrono>
#include <utility>

#include <QDeadlineTimer>
#include <QThread>

#include <spdlog/spdlog.h>

#include "platform/busprobe.h"
#include "platform/desktopworker.h"

namespace psolog {

namespace {

constexpr std::chrono::milliseconds kPatienceAtEnd{300};

std::atomic<int> g_running = 0;

/// A copy is called: the listener may be replaced meanwhile.
template <class Function, class... Arguments>
void call(Function function, Arguments... arguments)
{
    if (function)
        function(arguments...);
}

}  // namespace

DesktopBuses DesktopBuses::ofLogin()
{
    DesktopBuses buses{qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                       qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS")};
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (buses.session.isEmpty() && !runtime.isEmpty())
        buses.session = QStringLiteral("unix:path=%1/bus").arg(runtime);
    if (buses.system.isEmpty())
        buses.system = QStringLiteral("unix:path=/var/run/dbus/system_bus_socket");
    return buses;
}

Desktop::Desktop(DesktopBuses buses)
    : m_callOff(std::make_shared<CallOff>()),
      m_thread(std::make_unique<QThread>()),
      m_worker(new DesktopWorker(std::move(buses), m_callOff)),
      m_ear(std::make_unique<QObject>())
{
    m_thread->setObjectName(QStringLiteral("desktop"));
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    ++g_running;
    // In whatever thread the worker goes; with it go its connections.
    QObject::connect(m_worker, &QObject::destroyed, [] { --g_running; });
    hear();
}

Desktop::~Desktop()
{
    m_ear.reset();
    if (!m_thread->isRunning()) {
        delete m_worker;
        return;
    }
    m_callOff->callOff();
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(kPatienceAtEnd)))
        return;
    spdlog::warn("desktop: left behind in a bus that does not answer");
    QThread* thread = m_thread.release();
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    // It may have ended in between; deleting twice is not possible this way.
    if (thread->isFinished())
        thread->deleteLater();
}

void Desktop::hear()
{
    QObject* ear = m_ear.get();
    QObject::connect(m_worker, &DesktopWorker::mediaCommandGiven, ear,
                     [this](MediaCommand command) { call(m_listener.mediaCommand, command); });
    QObject::connect(m_worker, &DesktopWorker::notificationClicked, ear,
                     [this] { call(m_listener.notificationClicked); });
    QObject::connect(m_worker, &DesktopWorker::awake, ear, [this] { call(m_listener.awake); });
    QObject::connect(m_worker, &DesktopWorker::aboutToSleep, ear, [this] {
        call(m_listener.aboutToSleep);
        post([](DesktopWorker& worker) { worker.letSleep(); });
    });
    QObject::connect(m_worker, &DesktopWorker::reducedMotionChanged, ear, [this](bool reduced) {
        if (m_reducedMotion == reduced)
            return;
        m_reducedMotion = reduced;
        call(m_listener.changed);
    });
}

template <class Task>
void Desktop::post(Task task)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, task = std::move(task)] { task(*worker); }, Qt::QueuedConnection);
}

void Desktop::start()
{
    if (!m_thread->isRunning())
        m_thread->start();
    post([](DesktopWorker& worker) { worker.connectBuses(); });
}

void Desktop::keepAwake(bool awake)
{
    post([awake](DesktopWorker& worker) { worker.keepAwake(awake); });
}

void Desktop::showMedia(const std::optional<MediaSession>& session)
{
    post([session](DesktopWorker& worker) { worker.showMedia(session); });
}

void Desktop::notify(const std::string& title, const std::string& text)
{
    post([title = QString::fromStdString(title), text = QString::fromStdString(text)](DesktopWorker& worker) {
        worker.notify(title, text);
    });
}

void Desktop::listen(DesktopListener listener)
{
    m_listener = std::move(listener);
}

int Desktop::running()
{
    return g_running;
}

}  // namespace psolog
