// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/notifier.h"

#include <utility>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStringList>
#include <QVariantMap>

namespace psolog {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
/// What a click on the notification itself is called.
const QString kDefaultAction = QStringLiteral("default");
constexpr int kServerDecides = -1;

}  // namespace

Notifier::Notifier(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    // Without the service's name, for which Qt would have to ask the bus and wait.
    m_bus.connect(QString(), kPath, kService, QStringLiteral("ActionInvoked"), this,
                  SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(QString(), kPath, kService, QStringLiteral("NotificationClosed"), this,
                  SLOT(onNotificationClosed(uint, uint)));
}

void Notifier::notify(const QString& title, const QString& text)
{
    if (m_asked)
        m_waiting = Notice{title, text};
    else
        send({title, text});
}

void Notifier::send(const Notice& notice)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    // The body may be read as markup, the title never.
    call << QStringLiteral("Psolog") << m_id << QStringLiteral("psolog") << notice.title << notice.text.toHtmlEscaped()
         << QStringList{kDefaultAction, QCoreApplication::translate("Desktop", "Show Psolog")}
         << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("psolog")}} << kServerDecides;
    m_asked = true;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<uint> reply = *done;
        m_id = reply.isValid() ? reply.value() : 0;
        m_asked = false;
        if (const auto next = std::exchange(m_waiting, std::nullopt))
            send(*next);
    });
}

void Notifier::onActionInvoked(uint id, const QString& action)
{
    if (id != 0 && id == m_id && action == kDefaultAction)
        Q_EMIT clicked();
}

void Notifier::onNotificationClosed(uint id, uint)
{
    // The number may become that of another program's.
    if (id == m_id)
        m_id = 0;
}

}  // namespace psolog
