// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/motionwatch.h"

#include <algorithm>
#include <iterator>

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace psolog {

namespace {

const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");

struct Setting {
    QString group;
    QString key;
    bool (*asksForStillness)(const QVariant& value);
};

const Setting kKnown[] = {
    {QStringLiteral("org.freedesktop.appearance"), QStringLiteral("reduced-motion"),
     [](const QVariant& value) { return value.toUInt() == 1; }},
    {QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"),
     [](const QVariant& value) { return value.userType() == QMetaType::Bool && !value.toBool(); }},
    // A factor on the length of every animation; as text in the older portals.
    {QStringLiteral("org.kde.kdeglobals.KDE"), QStringLiteral("AnimationDurationFactor"),
     [](const QVariant& value) {
         bool isNumber = false;
         const double factor = value.toDouble(&isNumber);
         return isNumber && factor <= 0;
     }},
};

/// The old Read wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

MotionWatch::MotionWatch(const QDBusConnection& bus, QObject* parent)
    : QObject(parent),
      m_bus(bus),
      m_unread(static_cast<int>(std::size(kKnown)))
{
    m_bus.connect(QString(), kPath, kSettings, QStringLiteral("SettingChanged"), this,
                  SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    for (const Setting& setting : kKnown)
        read(setting.group, setting.key, QStringLiteral("ReadOne"));
}

void MotionWatch::read(const QString& group, const QString& key, const QString& method)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), kPath, kSettings, method);
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, group, key, method](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid())
                    take(group, key, reply.value().variant());
                else if (reply.error().type() == QDBusError::UnknownMethod && method != QStringLiteral("Read"))
                    return read(group, key, QStringLiteral("Read"));
                endRead();
            });
}

void MotionWatch::endRead()
{
    if (--m_unread == 0 && !m_hasTold) {
        m_hasTold = true;
        Q_EMIT reducedMotionChanged(m_reduced);
    }
}

void MotionWatch::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    take(group, key, value.variant());
}

void MotionWatch::take(const QString& group, const QString& key, const QVariant& value)
{
    for (const Setting& setting : kKnown)
        if (setting.group == group && setting.key == key)
            m_asks[{group, key}] = setting.asksForStillness(unwrapped(value));
    const bool reduced = std::any_of(m_asks.begin(), m_asks.end(), [](const auto& asked) { return asked.second; });
    if (reduced == m_reduced)
        return;
    m_reduced = reduced;
    m_hasTold = true;
    Q_EMIT reducedMotionChanged(reduced);
}

}  // namespace psolog
