// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>

class QDBusMessage;

namespace psolog {

/// Hears from logind that the machine goes to sleep, and while a session runs makes it wait for a moment.
///
/// Thread: the one of the desktop's connections. Without logind it is without effect.
class SleepWatch : public QObject {
    Q_OBJECT
public:
    explicit SleepWatch(const QDBusConnection& bus, QObject* parent = nullptr);

    /// While true, sleep waits until letSleep() or, at most, as long as logind lets it.
    void delaySleep(bool delay);
    /// All is saved after aboutToSleep().
    void letSleep();

Q_SIGNALS:
    void aboutToSleep();
    void awake();

private Q_SLOTS:
    void onPrepareForSleep(bool begins, const QDBusMessage& message);

private:
    void askOwner();
    void update();

    QDBusConnection m_bus;
    QString m_owner;  ///< unique name of logind: anybody on the system bus can send a signal of this name
    bool m_wanted = false;
    bool m_asked = false;
    bool m_asleep = false;
    QDBusUnixFileDescriptor m_lock;
};

}  // namespace psolog
