// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace psolog {

/// What a media key, or a headset, asks for.
enum class MediaCommand { PlayPause, Play, Pause, Stop, Next, Previous };

/// The running flow as the desktop's media controls show it.
struct MediaSession {
    std::string title;     ///< "Middle zone", UTF-8
    bool playing = false;  ///< false: paused

    friend bool operator==(const MediaSession&, const MediaSession&) = default;
};

/// What the desktop tells. Every function may be empty; all are called in the GUI thread.
struct DesktopListener {
    std::function<void(MediaCommand)> mediaCommand;
    std::function<void()> aboutToSleep;         ///< the machine is about to sleep; there is a moment to save
    std::function<void()> awake;                ///< it slept and is back
    std::function<void()> notificationClicked;
    std::function<void()> changed;              ///< reducedMotion() changed
};

/// The desktop around the program. For the GUI thread; no call waits for another program, and every one may be without
/// effect, because there may be no desktop.
class IDesktop {
public:
    virtual ~IDesktop() = default;

    /// Connects to the desktop, in the background.
    virtual void start() = 0;
    /// While true the screen is not blanked.
    virtual void keepAwake(bool awake) = 0;
    /// Takes part in the media controls; nothing: leaves them.
    virtual void showMedia(const std::optional<MediaSession>& session) = 0;
    /// A desktop notification in plain text; a second one takes the place of the first.
    virtual void notify(const std::string& title, const std::string& text) = 0;
    /// The user asked the desktop for less motion. False until known.
    [[nodiscard]] virtual bool reducedMotion() const = 0;
    /// One listener.
    virtual void listen(DesktopListener listener) = 0;
};

}  // namespace psolog
