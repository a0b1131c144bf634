// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace psolog {

/// The program's one notification on the desktop (org.freedesktop.Notifications). A second takes the place of the
/// first. Where there is no such service it is without effect.
///
/// Thread: the one of the desktop's connections.
class Notifier : public QObject {
    Q_OBJECT
public:
    explicit Notifier(const QDBusConnection& bus, QObject* parent = nullptr);

    /// Both are plain text.
    void notify(const QString& title, const QString& text);

Q_SIGNALS:
    void clicked();

private Q_SLOTS:
    void onActionInvoked(uint id, const QString& action);
    void onNotificationClosed(uint id, uint reason);

private:
    struct Notice {
        QString title;
        QString text;
    };
    void send(const Notice& notice);

    QDBusConnection m_bus;
    uint m_id = 0;                    ///< of the one that is shown; 0: none
    bool m_asked = false;             ///< its id is not known yet
    std::optional<Notice> m_waiting;  ///< to take its place
};

}  // namespace psolog
