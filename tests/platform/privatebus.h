// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>

#include <sys/prctl.h>
#include <sys/types.h>

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace psolog::test {

/// Lets events run until the condition holds; false when it does not within half a minute.
inline bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 30'000);
}

/// A message bus of the test's own, that starts no services. It ends with the object, or with the test program.
class PrivateBus {
public:
    /// At this path, or at one of its own.
    explicit PrivateBus(const QString& path = {})
    {
        const QByteArray listen =
            path.isEmpty() ? "unix:dir=" + QFile::encodeName(m_folder.path()) : "unix:path=" + QFile::encodeName(path);
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return;
        config.write("<busconfig><type>session</type><listen>" + listen
                     + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.start(QStringLiteral("dbus-daemon"),
                        {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                         QStringLiteral("--config-file=") + config.fileName()});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(30'000);
        m_address = QString::fromLatin1(m_process.readLine().trimmed());
    }
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;
    ~PrivateBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Empty when the bus did not start.
    [[nodiscard]] QString address() const { return m_address; }

    /// It takes connections, and answers nothing until it goes on.
    void stop() { signalDaemon(SIGSTOP); }
    void goOn() { signalDaemon(SIGCONT); }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    void signalDaemon(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

/// A connection of a fake service, or of somebody who looks on.
class BusPeer {
public:
    BusPeer(const QString& address, const QString& name)
        : m_name(name),
          m_bus(QDBusConnection::connectToBus(address, name))
    {
    }
    BusPeer(const BusPeer&) = delete;
    BusPeer& operator=(const BusPeer&) = delete;
    ~BusPeer() { QDBusConnection::disconnectFromBus(m_name); }

    [[nodiscard]] QDBusConnection& bus() { return m_bus; }

private:
    QString m_name;
    QDBusConnection m_bus;
};

}  // namespace psolog::test
