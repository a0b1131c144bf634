// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include "core/ports/idesktop.h"

namespace psolog {

/// A running session among the media players of the desktop (MPRIS 2.2), so that media keys, headsets and the lock
/// screen reach it. On the bus only while a session is shown.
///
/// Thread: the one of the desktop's connections.
class MediaControls : public QObject {
    Q_OBJECT
public:
    explicit MediaControls(const QDBusConnection& bus, QObject* parent = nullptr);
    ~MediaControls() override;

    void show(const std::optional<MediaSession>& session);

    [[nodiscard]] QString playbackStatus() const;
    [[nodiscard]] QVariantMap metadata() const;

Q_SIGNALS:
    void commandGiven(psolog::MediaCommand command);

private:
    void appear();
    void disappear();
    void announce(const QVariantMap& changed);

    QDBusConnection m_bus;
    const QString m_name;
    std::optional<MediaSession> m_session;
    int m_track = 0;
};

/// org.mpris.MediaPlayer2
class MediaRootAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2")
    Q_PROPERTY(bool CanQuit READ no)
    Q_PROPERTY(bool CanRaise READ no)
    Q_PROPERTY(bool HasTrackList READ no)
    Q_PROPERTY(QString Identity READ identity)
    Q_PROPERTY(QString DesktopEntry READ desktopEntry)
    Q_PROPERTY(QStringList SupportedUriSchemes READ none)
    Q_PROPERTY(QStringList SupportedMimeTypes READ none)
public:
    explicit MediaRootAdaptor(MediaControls& controls) : QDBusAbstractAdaptor(&controls) { }

    [[nodiscard]] bool no() const { return false; }
    [[nodiscard]] QString identity() const { return QStringLiteral("Psolog"); }
    [[nodiscard]] QString desktopEntry() const { return QStringLiteral("psolog"); }
    [[nodiscard]] QStringList none() const { return {}; }

public Q_SLOTS:
    void Raise() { }
    void Quit() { }
};

/// org.mpris.MediaPlayer2.Player
class MediaPlayerAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    Q_PROPERTY(QString PlaybackStatus READ playbackStatus)
    Q_PROPERTY(QVariantMap Metadata READ metadata)
    Q_PROPERTY(double Rate READ one)
    Q_PROPERTY(double MinimumRate READ one)
    Q_PROPERTY(double MaximumRate READ one)
    Q_PROPERTY(double Volume READ one)
    Q_PROPERTY(qlonglong Position READ zero)
    Q_PROPERTY(bool CanGoNext READ yes)
    Q_PROPERTY(bool CanGoPrevious READ yes)
    Q_PROPERTY(bool CanPlay READ yes)
    Q_PROPERTY(bool CanPause READ yes)
    Q_PROPERTY(bool CanSeek READ no)
    Q_PROPERTY(bool CanControl READ yes)
public:
    explicit MediaPlayerAdaptor(MediaControls& controls) : QDBusAbstractAdaptor(&controls), m_controls(controls) { }

    [[nodiscard]] QString playbackStatus() const { return m_controls.playbackStatus(); }
    [[nodiscard]] QVariantMap metadata() const { return m_controls.metadata(); }
    [[nodiscard]] double one() const { return 1.0; }
    [[nodiscard]] qlonglong zero() const { return 0; }
    [[nodiscard]] bool yes() const { return true; }
    [[nodiscard]] bool no() const { return false; }

public Q_SLOTS:
    void Next() { Q_EMIT m_controls.commandGiven(MediaCommand::Next); }
    void Previous() { Q_EMIT m_controls.commandGiven(MediaCommand::Previous); }
    void Pause() { Q_EMIT m_controls.commandGiven(MediaCommand::Pause); }
    void PlayPause() { Q_EMIT m_controls.commandGiven(MediaCommand::PlayPause); }
    void Stop() { Q_EMIT m_controls.commandGiven(MediaCommand::Stop); }
    void Play() { Q_EMIT m_controls.commandGiven(MediaCommand::Play); }
    // The specification wants these also where there is nothing to seek or open; then they have no effect.
    void Seek(qlonglong) { }
    void SetPosition(const QDBusObjectPath&, qlonglong) { }
    void OpenUri(const QString&) { }

private:
    MediaControls& m_controls;
};

}  // namespace psolog
