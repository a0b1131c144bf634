// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>

namespace psolog {

/// Keeps the desktop from blanking the screen: org.freedesktop.ScreenSaver, or the portal where that is not there. On a
/// desktop with neither it is without effect.
///
/// Thread: the one of the desktop's connections. What it holds is given back when it is destroyed.
class ScreenWake : public QObject {
    Q_OBJECT
public:
    explicit ScreenWake(const QDBusConnection& bus, QObject* parent = nullptr);
    ~ScreenWake() override;

    void keepAwake(bool awake);

private:
    enum class Held {
        Nothing,
        Asked,  ///< a service was asked and has not answered
        ByScreenSaver,
        ByPortal,
    };

    void askScreenSaver();
    void askPortal();
    /// The answer came; it may be too late.
    void settle(Held held);
    void giveBack();

    QDBusConnection m_bus;
    bool m_wanted = false;
    Held m_held = Held::Nothing;
    uint m_cookie = 0;
    QDBusObjectPath m_request;
};

}  // namespace psolog
