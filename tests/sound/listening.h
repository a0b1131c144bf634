// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "core/ports/itones.h"
#include "core/ports/ivoice.h"
#include "platform/speechengine.h"
#include "probelog.h"

namespace psolog::test {

/// Passes everything on and notes when each tone was due and what became of the output.
class ListeningTones : public ITones {
public:
    ListeningTones(ITones& tones, ProbeLog& log) : m_tones(tones), m_log(log)
    {
        m_tones.onChanged([this] {
            m_log.note("tones", std::string(nameOf(m_tones.state())));
            if (m_listener)
                m_listener();
        });
    }
    void start() override { m_tones.start(); }
    void play(Tone tone, BodySide side) override
    {
        m_log.note("tone", std::string(nameOf(tone)) + ' ' + std::string(nameOf(side)));
        m_tones.play(tone, side);
    }
    void setVolume(int volume) override { m_tones.setVolume(volume); }
    [[nodiscard]] SoundState state() const override { return m_tones.state(); }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

private:
    ITones& m_tones;
    ProbeLog& m_log;
    std::function<void()> m_listener;
};

/// Passes everything on and notes what was to be said and what became of the service.
class ListeningVoice : public IVoice {
public:
    ListeningVoice(IVoice& voice, ProbeLog& log) : m_voice(voice), m_log(log)
    {
        m_voice.onChanged([this] {
            m_log.note("voice", std::string(nameOf(m_voice.state())));
            if (m_listener)
                m_listener();
        });
    }
    void start() override { m_voice.start(); }
    void say(const Prompt& prompt) override
    {
        m_log.note("ask", prompt.text);
        m_voice.say(prompt);
    }
    void hush() override { m_voice.hush(); }
    void configure(const VoiceOptions& options) override { m_voice.configure(options); }
    [[nodiscard]] SoundState state() const override { return m_voice.state(); }
    [[nodiscard]] std::vector<VoiceChoice> voices() const override { return m_voice.voices(); }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

private:
    IVoice& m_voice;
    ProbeLog& m_log;
    std::function<void()> m_listener;
};

/// Passes everything on and notes when the service began and ended each sentence. The log must outlive the process's
/// threads.
class ListeningEngine : public ISpeechEngine {
public:
    ListeningEngine(std::unique_ptr<ISpeechEngine> engine, ProbeLog& log) : m_engine(std::move(engine)), m_log(log) { }

    [[nodiscard]] std::vector<VoiceChoice> voices() const override { return m_engine->voices(); }
    void configure(const VoiceOptions& options) override { m_engine->configure(options); }
    void say(const std::string& text) override
    {
        m_log.note("say", text);
        m_engine->say(text);
    }
    void stop() override
    {
        m_log.note("cut");
        m_engine->stop();
    }

private:
    const std::unique_ptr<ISpeechEngine> m_engine;
    ProbeLog& m_log;
};

[[nodiscard]] inline SpeechEngineFactory listenTo(SpeechEngineFactory factory, ProbeLog& log)
{
    return [factory = std::move(factory), &log](SpeechEvents events) -> Result<std::unique_ptr<ISpeechEngine>> {
        auto ended = [&log, told = std::move(events.ended)] {
            log.note("said");
            told();
        };
        auto engine = factory({std::move(ended), std::move(events.failed)});
        if (!engine)
            return tl::unexpected(engine.error());
        return std::make_unique<ListeningEngine>(std::move(*engine), log);
    };
}

}  // namespace psolog::test
