// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sleepwatch.h"

#include <limits>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace psolog {

namespace {

const QString kService = QStringLiteral("org.freedesktop.login1");
const QString kPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString kBus = QStringLiteral("org.freedesktop.DBus");
constexpr int kNoTimeout = std::numeric_limits<int>::max();

}  // namespace

SleepWatch::SleepWatch(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    // Without the service's name, for which Qt would have to ask the bus and wait.
    m_bus.connect(QString(), kPath, kManager, QStringLiteral("PrepareForSleep"), this,
                  SLOT(onPrepareForSleep(bool, QDBusMessage)));
    auto* restarts = new QDBusServiceWatcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(restarts, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString&, const QString&, const QString& owner) { m_owner = owner; });
    askOwner();
}

void SleepWatch::askOwner()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kBus, QStringLiteral("/org/freedesktop/DBus"), kBus,
                                                       QStringLiteral("GetNameOwner"));
    call << kService;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QString> reply = *done;
        if (reply.isValid())
            m_owner = reply.value();
    });
}

void SleepWatch::delaySleep(bool delay)
{
    m_wanted = delay;
    update();
}

void SleepWatch::letSleep()
{
    if (m_asleep)
        m_lock = {};
}

void SleepWatch::update()
{
    if (!m_wanted) {
        m_lock = {};
        return;
    }
    if (m_asleep || m_asked || m_lock.isValid())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kManager, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Psolog")
         << QCoreApplication::translate("Desktop", "A guided session is being saved") << QStringLiteral("delay");
    m_asked = true;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kNoTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        m_asked = false;
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        // A lock that comes too late is given back at once, by forgetting it.
        if (reply.isValid() && m_wanted && !m_asleep)
            m_lock = reply.value();
    });
}

void SleepWatch::onPrepareForSleep(bool begins, const QDBusMessage& message)
{
    if (m_owner.isEmpty() || message.service() != m_owner)
        return;
    m_asleep = begins;
    if (begins) {
        Q_EMIT aboutToSleep();
    } else {
        update();
        Q_EMIT awake();
    }
}

}  // namespace psolog
