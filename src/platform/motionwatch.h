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

    QDBusConnection m_bus;
    std::map<std::pair<QString, QString>, bool> m_asks;  ///< which settings ask for less motion
    bool m_reduced = false;
};

}  // namespace psolog
