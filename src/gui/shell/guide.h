// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>
#include <QString>

#include "core/ports/idesktop.h"
#include "core/ports/isettings.h"
#include "core/ports/itones.h"
#include "core/ports/ivoice.h"

namespace psolog {

/// What is heard at one moment of a flow.
struct Heard {
    std::optional<Tone> tone;
    BodySide side = BodySide::Both;
    QString words;       ///< said at SoundLevel::Full
    QString briefWords;  ///< said at SoundLevel::Brief; empty: nothing
    Milliseconds useful{1'500};
    bool urgent = false;
};

/// Voice, tones, media controls and screen of a running flow, as pages use them: the settings decide what is heard.
/// Everything is without effect where the machine lacks it, and no call waits.
///
/// Thread: GUI. Ownership: the ports are borrowed and must outlive the guide; it is their one listener.
class Guide : public QObject {
    Q_OBJECT
public:
    Guide(IVoice& voice, ITones& tones, IDesktop& desktop, const ISettings& settings, QObject* parent = nullptr);
    ~Guide() override;

    /// Starts voice, tones and desktop. Call once after the first window was painted.
    void start();
    /// The settings changed.
    void applySettings();

    /// A flow begins: the screen stays on, and the media keys are its own. Counted, so each begin needs its end.
    void beginFlow(const QString& title);
    /// The flow goes on under another title, playing or paused. A paused flow lets the screen blank.
    void showFlow(const QString& title, bool playing);
    void endFlow();
    [[nodiscard]] bool isFlowRunning() const { return m_flows > 0; }

    void hear(const Heard& heard);
    /// Nothing more is said of what was begun.
    void hush();

    /// Says a test sentence and plays the tones' first, whatever the level is.
    void test();
    [[nodiscard]] SoundState voiceState() const;
    [[nodiscard]] SoundState toneState() const;
    [[nodiscard]] std::vector<VoiceChoice> voices() const;
    /// "Voice off: no speech service", for the user; empty when all that the settings ask for can be heard.
    [[nodiscard]] QString soundProblem() const;

    void notify(const QString& title, const QString& text);
    /// Pictures should stand still: by the setting or, if that follows the desktop, by the desktop.
    [[nodiscard]] bool reducedMotion() const;

Q_SIGNALS:
    void mediaCommand(psolog::MediaCommand command);
    /// The machine is about to sleep.
    void aboutToSleep();
    /// The machine slept and is back.
    void awake();
    /// voiceState(), toneState() or voices() changed.
    void soundChanged();
    void motionChanged();
    void notificationClicked();
    /// No flow runs any more. What it leaves may not be stored yet.
    void flowEnded();

private:
    IVoice& m_voice;
    ITones& m_tones;
    IDesktop& m_desktop;
    const ISettings& m_settings;
    int m_flows = 0;
    std::optional<MediaSession> m_shown;
};

}  // namespace psolog
