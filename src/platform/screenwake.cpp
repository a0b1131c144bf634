// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/screenwake.h"

#include <limits>

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace psolog {

namespace {

const QString kScreenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
/// Without an end: an answer that nobody waits for any more would leave the screen on for good.
constexpr int kNoTimeout = std::numeric_limits<int>::max();
constexpr uint kIdle = 8;

QDBusMessage screenSaverCall(const QString& method)
{
    return QDBusMessage::createMethodCall(kScreenSaver, QStringLiteral("/org/freedesktop/ScreenSaver"), kScreenSaver,
                                          method);
}

QString reason()
{
    return QCoreApplication::translate("Desktop", "A guided session is running");
}

}  // namespace

ScreenWake::ScreenWake(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus) { }

ScreenWake::~ScreenWake()
{
    giveBack();
}

void ScreenWake::keepAwake(bool awake)
{
    m_wanted = awake;
    if (!awake)
        giveBack();
    else if (m_held == Held::Nothing)
        askScreenSaver();
}

void ScreenWake::askScreenSaver()
{
    QDBusMessage call = screenSaverCall(QStringLiteral("Inhibit"));
    call << QStringLiteral("Psolog") << reason();
    m_held = Held::Asked;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kNoTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<uint> reply = *done;
        if (reply.isValid()) {
            m_cookie = reply.value();
            settle(Held::ByScreenSaver);
        } else if (m_wanted) {
            askPortal();
        } else {
            settle(Held::Nothing);
        }
    });
}

void ScreenWake::askPortal()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    call << QString() << kIdle << QVariantMap{{QStringLiteral("reason"), reason()}};
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kNoTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (reply.isValid())
            m_request = reply.value();
        settle(reply.isValid() ? Held::ByPortal : Held::Nothing);
    });
}

void ScreenWake::settle(Held held)
{
    m_held = held;
    if (!m_wanted)
        giveBack();
}

void ScreenWake::giveBack()
{
    switch (m_held) {
    case Held::Nothing:
    case Held::Asked:
        return;
    case Held::ByScreenSaver: {
        QDBusMessage call = screenSaverCall(QStringLiteral("UnInhibit"));
        call << m_cookie;
        m_bus.send(call);
        break;
    }
    case Held::ByPortal:
        m_bus.send(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), m_request.path(),
                                                  QStringLiteral("org.freedesktop.portal.Request"),
                                                  QStringLiteral("Close")));
        break;
    }
    m_held = Held::Nothing;
}

}  // namespace psolog
