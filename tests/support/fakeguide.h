// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/ialarm.h"
#include "core/ports/idesktop.h"
#include "core/ports/itones.h"
#include "core/ports/ivoice.h"

namespace psolog::test {

/// Keeps what was said.
class RecordingVoice : public IVoice {
public:
    void start() override { ++starts; }
    void say(const Prompt& prompt) override { said.push_back(prompt); }
    void hush() override { ++hushes; }
    void configure(const VoiceOptions& changed) override { options = changed; }
    [[nodiscard]] SoundState state() const override { return m_state; }
    [[nodiscard]] std::vector<VoiceChoice> voices() const override { return m_voices; }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

    void become(SoundState state, std::vector<VoiceChoice> voices = {})
    {
        m_state = state;
        m_voices = std::move(voices);
        if (m_listener)
            m_listener();
    }
    /// What was said, one prompt a line.
    [[nodiscard]] std::string script() const
    {
        std::string lines;
        for (const Prompt& prompt : said)
            lines += prompt.text + '\n';
        return lines;
    }

    int starts = 0;
    int hushes = 0;
    std::vector<Prompt> said;
    VoiceOptions options;

private:
    SoundState m_state = SoundState::Off;
    std::vector<VoiceChoice> m_voices;
    std::function<void()> m_listener;
};

/// Keeps what was played.
class RecordingTones : public ITones {
public:
    struct Played {
        Tone tone;
        BodySide side;
        friend bool operator==(const Played&, const Played&) = default;
    };

    void start() override { ++starts; }
    void play(Tone tone, BodySide side) override { played.push_back({tone, side}); }
    void setVolume(int changed) override { volume = changed; }
    [[nodiscard]] SoundState state() const override { return m_state; }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

    void become(SoundState state)
    {
        m_state = state;
        if (m_listener)
            m_listener();
    }

    int starts = 0;
    int volume = -1;
    std::vector<Played> played;

private:
    SoundState m_state = SoundState::Off;
    std::function<void()> m_listener;
};

/// A desktop that does as the test says. `listener` is what the guide hears with.
class FakeDesktop : public IDesktop {
public:
    void start() override { ++starts; }
    void keepAwake(bool on) override { awake = on; }
    void showMedia(const std::optional<MediaSession>& session) override { media = session; }
    void notify(const std::string& title, const std::string& text) override { notices.emplace_back(title, text); }
    [[nodiscard]] bool reducedMotion() const override { return still; }
    void listen(DesktopListener heard) override { listener = std::move(heard); }

    int starts = 0;
    bool awake = false;
    bool still = false;
    std::optional<MediaSession> media;
    std::vector<std::pair<std::string, std::string>> notices;
    DesktopListener listener;
};

/// Rings when told to.
class ManualAlarm : public IAlarm {
public:
    void set(std::optional<UtcTime> moment) override { at = moment; }
    void onRing(std::function<void()> heard) override { m_listener = std::move(heard); }
    void ring()
    {
        if (m_listener)
            m_listener();
    }

    std::optional<UtcTime> at;

private:
    std::function<void()> m_listener;
};

}  // namespace psolog::test
