// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mediacontrols.h"

#include <utility>

#include <unistd.h>

#include <QDBusMessage>

namespace psolog {

namespace {

const QString kPath = QStringLiteral("/org/mpris/MediaPlayer2");
const QString kBus = QStringLiteral("org.freedesktop.DBus");
constexpr uint kDoNotQueue = 4;

QDBusMessage busCall(const QString& method)
{
    return QDBusMessage::createMethodCall(kBus, QStringLiteral("/org/freedesktop/DBus"), kBus, method);
}

}  // namespace

MediaControls::MediaControls(const QDBusConnection& bus, QObject* parent)
    : QObject(parent),
      m_bus(bus),
      m_name(QStringLiteral("org.mpris.MediaPlayer2.psolog.instance%1").arg(getpid()))
{
    new MediaRootAdaptor(*this);
    new MediaPlayerAdaptor(*this);
}

MediaControls::~MediaControls()
{
    if (m_session)
        disappear();
}

void MediaControls::show(const std::optional<MediaSession>& session)
{
    const std::optional<MediaSession> before = std::exchange(m_session, session);
    if (before == session)
        return;
    if (!session) {
        disappear();
        return;
    }
    QVariantMap changed;
    if (!before || before->title != session->title) {
        ++m_track;
        changed.insert(QStringLiteral("Metadata"), metadata());
    }
    if (!before) {
        appear();
        return;
    }
    if (before->playing != session->playing)
        changed.insert(QStringLiteral("PlaybackStatus"), playbackStatus());
    announce(changed);
}

void MediaControls::appear()
{
    m_bus.registerObject(kPath, this, QDBusConnection::ExportAdaptors);
    // Not registerService(), which waits for the bus.
    QDBusMessage call = busCall(QStringLiteral("RequestName"));
    call << m_name << kDoNotQueue;
    m_bus.send(call);
}

void MediaControls::disappear()
{
    QDBusMessage call = busCall(QStringLiteral("ReleaseName"));
    call << m_name;
    m_bus.send(call);
    m_bus.unregisterObject(kPath);
}

void MediaControls::announce(const QVariantMap& changed)
{
    QDBusMessage signal = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.DBus.Properties"),
                                                     QStringLiteral("PropertiesChanged"));
    signal << QStringLiteral("org.mpris.MediaPlayer2.Player") << changed << QStringList();
    m_bus.send(signal);
}

QString MediaControls::playbackStatus() const
{
    if (!m_session)
        return QStringLiteral("Stopped");
    return m_session->playing ? QStringLiteral("Playing") : QStringLiteral("Paused");
}

QVariantMap MediaControls::metadata() const
{
    if (!m_session)
        return {};
    return {{QStringLiteral("mpris:trackid"),
             QVariant::fromValue(QDBusObjectPath(QStringLiteral("/psolog/session/%1").arg(m_track)))},
            {QStringLiteral("xesam:title"), QString::fromStdString(m_session->title)},
            {QStringLiteral("xesam:artist"), QStringList{QStringLiteral("Psolog")}}};
}

}  // namespace psolog
