// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/guide.h"

namespace psolog {

Guide::Guide(IVoice& voice, ITones& tones, IDesktop& desktop, const ISettings& settings, QObject* parent)
    : QObject(parent), m_voice(voice), m_tones(tones), m_desktop(desktop), m_settings(settings)
{
    m_voice.onChanged([this] { Q_EMIT soundChanged(); });
    m_tones.onChanged([this] { Q_EMIT soundChanged(); });
    DesktopListener listener;
    listener.mediaCommand = [this](MediaCommand command) { Q_EMIT mediaCommand(command); };
    listener.aboutToSleep = [this] { Q_EMIT aboutToSleep(); };
    listener.awake = [this] { Q_EMIT awake(); };
    listener.notificationClicked = [this] { Q_EMIT notificationClicked(); };
    listener.changed = [this] { Q_EMIT motionChanged(); };
    m_desktop.listen(std::move(listener));
    applySettings();
}

Guide::~Guide()
{
    m_voice.hush();
    if (m_flows > 0) {
        m_desktop.keepAwake(false);
        m_desktop.showMedia(std::nullopt);
    }
    m_voice.onChanged({});
    m_tones.onChanged({});
    m_desktop.listen({});
}

void Guide::start()
{
    m_desktop.start();
    const SoundLevel level = m_settings.current().soundLevel;
    if (level == SoundLevel::Full || level == SoundLevel::Brief)
        m_voice.start();
    if (level != SoundLevel::Silent)
        m_tones.start();
}

void Guide::applySettings()
{
    const Settings& settings = m_settings.current();
    m_voice.configure({settings.voice, settings.voiceRatePercent, settings.voiceVolume});
    m_tones.setVolume(settings.toneVolume);
    Q_EMIT motionChanged();
    Q_EMIT soundChanged();
}

void Guide::beginFlow(const QString& title)
{
    ++m_flows;
    // Who switched the voice on after the start gets it now; a failed start is tried again.
    start();
    showFlow(title, true);
}

void Guide::showFlow(const QString& title, bool playing)
{
    if (m_flows == 0)
        return;
    const MediaSession session{title.toStdString(), playing};
    if (m_shown == session)
        return;
    if (!m_shown || m_shown->playing != playing)
        m_desktop.keepAwake(playing);
    m_shown = session;
    m_desktop.showMedia(session);
}

void Guide::endFlow()
{
    if (m_flows == 0 || --m_flows > 0)
        return;
    m_shown.reset();
    m_desktop.keepAwake(false);
    m_desktop.showMedia(std::nullopt);
    Q_EMIT flowEnded();
}

void Guide::hear(const Heard& heard)
{
    const SoundLevel level = m_settings.current().soundLevel;
    if (level != SoundLevel::Silent && heard.tone)
        m_tones.play(*heard.tone, heard.side);
    const QString& words = level == SoundLevel::Full ? heard.words : heard.briefWords;
    const bool speaks = level == SoundLevel::Full || level == SoundLevel::Brief;
    if (speaks && !words.isEmpty())
        m_voice.say({words.toStdString(), heard.useful, heard.urgent});
    else if (speaks && heard.urgent)
        m_voice.hush();
}

void Guide::hush()
{
    m_voice.hush();
}

void Guide::test()
{
    m_voice.start();
    m_tones.start();
    m_tones.play(Tone::Start);
    m_voice.say({tr("This is the voice of your guide. Breathe in, and sink out.").toStdString(), Seconds(10), true});
}

SoundState Guide::voiceState() const
{
    return m_voice.state();
}

SoundState Guide::toneState() const
{
    return m_tones.state();
}

std::vector<VoiceChoice> Guide::voices() const
{
    return m_voice.voices();
}

QString Guide::soundProblem() const
{
    const auto words = [](SoundState state) {
        switch (state) {
        case SoundState::NoService:
            return tr("Voice off: no speech service");
        case SoundState::NotAnswering:
            return tr("Voice off: the speech service does not answer");
        case SoundState::NoOutput:
            return tr("Sound off: no sound output");
        case SoundState::Off:
        case SoundState::Starting:
        case SoundState::Ready:
            break;
        }
        return QString();
    };
    switch (m_settings.current().soundLevel) {
    case SoundLevel::Full:
    case SoundLevel::Brief:
        if (const QString tones = words(m_tones.state()); !tones.isEmpty())
            return m_tones.state() == SoundState::NoOutput ? tones : tr("Sound off: the sound service does not answer");
        return words(m_voice.state());
    case SoundLevel::TonesOnly:
        if (m_tones.state() == SoundState::NoOutput)
            return words(SoundState::NoOutput);
        return words(m_tones.state()).isEmpty() ? QString() : tr("Sound off: the sound service does not answer");
    case SoundLevel::Silent:
        break;
    }
    return {};
}

void Guide::notify(const QString& title, const QString& text)
{
    m_desktop.notify(title.toStdString(), text.toStdString());
}

bool Guide::reducedMotion() const
{
    switch (m_settings.current().motion) {
    case MotionChoice::System:
        return m_desktop.reducedMotion();
    case MotionChoice::Moving:
        return false;
    case MotionChoice::Still:
        break;
    }
    return true;
}

}  // namespace psolog
