// SPDX-License-Identifier: GPL-3.0-or-later
// Services of a desktop, as far as the program uses them. They live in the test's thread.
#pragma once

#include <array>
#include <map>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace psolog::test {

/// org.freedesktop.ScreenSaver: answers at once, when told, or never. Like real ones it forgets what a program asked
/// for that has left the bus.
class FakeScreenSaver : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    explicit FakeScreenSaver(QDBusConnection bus)
        : m_bus(std::move(bus)),
          m_leaving(QString(), m_bus, QDBusServiceWatcher::WatchForUnregistration)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(QStringLiteral("org.freedesktop.ScreenSaver"));
        connect(&m_leaving, &QDBusServiceWatcher::serviceUnregistered, this, [this](const QString& gone) {
            std::erase_if(held, [&](const auto& one) { return one.second == gone; });
        });
    }

    void answer()
    {
        for (const QDBusMessage& call : unanswered)
            m_bus.send(call.createReply(QVariant::fromValue(grant(call))));
        unanswered.clear();
    }

    bool silent = false;
    int asked = 0;
    std::map<uint, QString> held;  ///< cookies, with whose they are
    std::vector<QDBusMessage> unanswered;

public Q_SLOTS:
    uint Inhibit(const QString&, const QString&)
    {
        ++asked;
        if (!silent)
            return grant(message());
        setDelayedReply(true);
        unanswered.push_back(message());
        return 0;
    }
    void UnInhibit(uint cookie) { held.erase(cookie); }

private:
    uint grant(const QDBusMessage& call)
    {
        m_leaving.addWatchedService(call.service());
        held.emplace(++m_last, call.service());
        return m_last;
    }

    QDBusConnection m_bus;
    QDBusServiceWatcher m_leaving;
    uint m_last = 40;
};

/// The request of a portal: closing it gives the inhibition back.
class FakeRequest : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    bool open = false;

public Q_SLOTS:
    void Close() { open = false; }
};

class FakePortalInhibit : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    FakeRequest request;
    uint flags = 0;

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString&, uint what, const QVariantMap&)
    {
        flags = what;
        request.open = true;
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/portal/desktop/request/1"));
    }
};

class FakePortalSettings : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    std::map<QString, QVariant> values;  ///< by key
    bool old = false;                    ///< version 1: Read, which wraps its answer once more

    [[nodiscard]] QDBusVariant valueOf(const QString& key)
    {
        const auto found = values.find(key);
        if (found == values.end())
            sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"));
        return QDBusVariant(found == values.end() ? QVariant(0) : found->second);
    }

public Q_SLOTS:
    QDBusVariant ReadOne(const QString&, const QString& key)
    {
        if (old) {
            sendErrorReply(QDBusError::UnknownMethod);
            return QDBusVariant(0);
        }
        return valueOf(key);
    }
    QDBusVariant Read(const QString&, const QString& key) { return QDBusVariant(QVariant::fromValue(valueOf(key))); }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

/// The portal that inhibits.
class FakeInhibitPortal {
public:
    explicit FakeInhibitPortal(QDBusConnection bus)
    {
        bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &inhibit,
                           QDBusConnection::ExportAllSlots);
        bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop/request/1"), &inhibit.request,
                           QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    FakePortalInhibit inhibit;
};

/// The portal that tells settings.
class FakeSettingsPortal {
public:
    explicit FakeSettingsPortal(QDBusConnection bus) : m_bus(std::move(bus)) { }
    void appear()
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &settings,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    FakePortalSettings settings;

private:
    QDBusConnection m_bus;
};

/// org.freedesktop.Notifications
class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
    };

    explicit FakeNotifications(QDBusConnection bus)
    {
        bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    std::vector<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& body,
                const QStringList& actions, const QVariantMap&, int)
    {
        shown.push_back({replaces, title, body, actions});
        return replaces != 0 ? replaces : static_cast<uint>(6 + shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

/// org.freedesktop.login1
class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    explicit FakeLogin(QDBusConnection bus, bool owner = true)
    {
        bus.registerObject(QStringLiteral("/org/freedesktop/login1"), this,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        if (owner)
            bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~FakeLogin() override
    {
        if (m_readEnd >= 0)
            close(m_readEnd);
    }

    /// Whether somebody holds the lock given last: its pipe is open at the other end.
    [[nodiscard]] bool isHeld() const
    {
        char none = 0;
        return m_readEnd >= 0 && read(m_readEnd, &none, 1) < 0;
    }

    int asked = 0;
    QString what;
    QString mode;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& kind, const QString&, const QString&, const QString& how)
    {
        ++asked;
        what = kind;
        mode = how;
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        if (m_readEnd >= 0)
            close(m_readEnd);
        m_readEnd = ends[0];
        QDBusUnixFileDescriptor given(ends[1]);
        close(ends[1]);
        return given;
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);

private:
    int m_readEnd = -1;
};

/// Keeps what an object says about its properties.
class PropertyListener : public QObject {
    Q_OBJECT
public:
    PropertyListener(QDBusConnection bus, const QString& path)
    {
        bus.connect(QString(), path, QStringLiteral("org.freedesktop.DBus.Properties"),
                    QStringLiteral("PropertiesChanged"), this, SLOT(onChanged(QString, QVariantMap, QStringList)));
    }

    std::vector<QVariantMap> changes;

public Q_SLOTS:
    void onChanged(const QString&, const QVariantMap& changed, const QStringList&) { changes.push_back(changed); }
};

}  // namespace psolog::test
