// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <utility>

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QVariant>

class QDBusVariant;

namespace psolog {

/// Hears from the desktop portal whether the user asked for less motion: by the common setting, by GNOME's
/// enable-animations or by KDE's AnimationDurationFactor. Any of them is enough.
///
/// It tells once what holds when all have been read, and then what changes: who listens may know something older from a
/// connection that was lost.
///
/// Thread: the one of the desktop's connections. Without a portal nothing was asked for.
class MotionWatch : public QObject {
    Q_OBJECT
public:
    explicit MotionWatch(const QDBusConnection& bus, QObject* parent = nullptr);

Q_SIGNALS:
    void reducedMotionChanged(bool reduced);

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void read(const QString& group, const QString& key, const QString& method);
    void take(const QString& group, const QString& key, const QVariant& value);
    void endRead();

    QDBusConnection m_bus;
    std::map<std::pair<QString, QString>, bool> m_asks;  ///< which settings ask for less motion
    bool m_reduced = false;
    int m_unread;  ///< settings without an answer yet
    bool m_hasTold = false;
};

}  // namespace psolog
