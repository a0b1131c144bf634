// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QTimer>

#include "core/ports/ivoice.h"
#include "platform/speechengine.h"
#include "platform/speechworker.h"

namespace psolog {

/// How long a speech service may take before it counts as not answering.
struct VoiceLimits {
    Milliseconds start{5'000};       ///< to be made
    Milliseconds perCharacter{130};  ///< to say one character; espeak at its slowest needs 100 ms
    Milliseconds margin{4'000};      ///< on top of a sentence's length, and to fall silent
    Milliseconds farewell{300};      ///< to end, when the program does
    Milliseconds retry{30'000};      ///< between two tries of a service that did not answer, or died
};

/// The voice: prompts said by a speech engine that runs in a thread of its own, with a watchdog on every answer it
/// owes. One that does not answer is left behind when start() tries again, at most one at a time; one that answers late
/// after all is Ready again. A timer runs only while an answer is owed.
///
/// Thread: GUI (or any one thread with an event loop). Its destruction waits at most VoiceLimits::farewell; see
/// SoundThread::running() for the end of the process.
class Voice : public IVoice {
public:
    explicit Voice(SpeechEngineFactory factory, VoiceLimits limits = {});
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    ~Voice() override;

    void start() override;
    void say(const Prompt& prompt) override;
    void hush() override;
    void configure(const VoiceOptions& options) override;
    [[nodiscard]] SoundState state() const override { return m_state; }
    [[nodiscard]] std::vector<VoiceChoice> voices() const override;
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

private:
    using SteadyTime = SpeechWorker::SteadyTime;

    struct Waiting {
        std::string text;
        SteadyTime until;
    };

    void begin();
    void onReady(std::vector<VoiceChoice> voices);
    void onFailed();
    void onEnded(int number);
    void onOverdue();
    /// Hands the next waiting prompt to the engine if that is free.
    void sayNext();
    void forgetWaiting();
    void cutOff();
    void expectAnswerWithin(Milliseconds time);
    void setState(SoundState state);

    const SpeechEngineFactory m_factory;
    const VoiceLimits m_limits;
    SoundState m_state = SoundState::Off;
    VoiceOptions m_options;
    std::vector<VoiceChoice> m_voices;
    std::function<void()> m_listener;
    std::optional<Waiting> m_urgent;   // the newest; goes first
    std::optional<Waiting> m_waiting;  // the newest other one since
    int m_lastNumber = 0;
    int m_speaking = 0;  // number of the sentence the engine has; 0: none
    bool m_isCutOff = false;
    bool m_wasReady = false;
    SteadyTime m_triedAt;  // or lost
    int m_generation = 0;  // of the worker; an earlier one may still have a reply under way
    QTimer m_watchdog;
    std::unique_ptr<SpeechWorker> m_worker;
    std::unique_ptr<SpeechWorker> m_leftBehind;
};

}  // namespace psolog
