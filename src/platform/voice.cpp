// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/voice.h"

#include <utility>

#include <spdlog/spdlog.h>

namespace psolog {

namespace {

std::chrono::steady_clock::time_point now()
{
    return std::chrono::steady_clock::now();
}

}  // namespace

Voice::Voice(SpeechEngineFactory factory, VoiceLimits limits) : m_factory(std::move(factory)), m_limits(limits)
{
    m_watchdog.setSingleShot(true);
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [this] { onOverdue(); });
}

Voice::~Voice()
{
    if (!m_worker)
        return;
    m_worker->stop();
    m_worker->quit();
    // A thread that ends in good order is worth a moment; one that is known to hang is not.
    if (m_state != SoundState::NotAnswering && !m_worker->hasEnded(m_limits.farewell))
        spdlog::warn("voice: the speech service does not end");
}

void Voice::start()
{
    if (m_state == SoundState::Starting || m_state == SoundState::Ready)
        return;
    if (m_state == SoundState::NotAnswering) {
        if (m_leftBehind && !m_leftBehind->hasEnded())
            return;
        if (m_worker)
            m_worker->quit();
        m_leftBehind = std::move(m_worker);
    }
    begin();
}

void Voice::begin()
{
    m_triedAt = now();
    m_speaking = 0;
    m_isCutOff = false;
    const int generation = ++m_generation;
    SpeechReplies replies;
    replies.ready = [this, generation](std::vector<VoiceChoice> voices) {
        if (generation == m_generation)
            onReady(std::move(voices));
    };
    replies.failed = [this, generation] {
        if (generation == m_generation)
            onFailed();
    };
    replies.ended = [this, generation](int number) {
        if (generation == m_generation)
            onEnded(number);
    };
    m_worker = std::make_unique<SpeechWorker>(m_factory, m_options, &m_watchdog, std::move(replies));
    expectAnswerWithin(m_limits.start);
    setState(SoundState::Starting);
}

void Voice::say(const Prompt& prompt)
{
    const bool isLost = m_state == SoundState::NotAnswering || (m_state == SoundState::NoService && m_wasReady);
    if (isLost && now() - m_triedAt >= m_limits.retry)
        start();
    if (m_state != SoundState::Ready && m_state != SoundState::Starting)
        return;
    const Waiting waiting{prompt.text, now() + prompt.useful};
    if (prompt.urgent) {
        forgetWaiting();
        m_urgent = waiting;
        cutOff();
    } else {
        m_waiting = waiting;
    }
    sayNext();
}

void Voice::hush()
{
    forgetWaiting();
    cutOff();
}

void Voice::configure(const VoiceOptions& options)
{
    if (m_options == options)
        return;
    m_options = options;
    if (m_worker)
        m_worker->configure(options);
}

std::vector<VoiceChoice> Voice::voices() const
{
    return m_state == SoundState::Ready ? m_voices : std::vector<VoiceChoice>();
}

void Voice::onReady(std::vector<VoiceChoice> voices)
{
    m_watchdog.stop();
    m_wasReady = true;
    m_voices = std::move(voices);
    setState(SoundState::Ready);
    sayNext();
}

void Voice::onFailed()
{
    m_watchdog.stop();
    m_triedAt = now();
    forgetWaiting();
    m_speaking = 0;
    m_worker->quit();
    setState(SoundState::NoService);
}

void Voice::onEnded(int number)
{
    if (number != m_speaking)
        return;
    m_watchdog.stop();
    m_speaking = 0;
    m_isCutOff = false;
    setState(SoundState::Ready);
    sayNext();
}

void Voice::onOverdue()
{
    spdlog::warn("voice: the speech service does not answer ({})", m_speaking == 0 ? "start" : "sentence");
    m_triedAt = now();
    forgetWaiting();
    setState(SoundState::NotAnswering);
}

void Voice::sayNext()
{
    if (m_state != SoundState::Ready)
        return;
    for (std::optional<Waiting>* const slot : {&m_urgent, &m_waiting}) {
        if (m_speaking != 0)
            return;
        const auto next = std::exchange(*slot, std::nullopt);
        if (!next || next->text.empty() || now() > next->until)
            continue;
        m_speaking = ++m_lastNumber;
        m_worker->say(m_speaking, next->text, next->until);
        expectAnswerWithin(m_limits.margin + m_limits.perCharacter * static_cast<int>(next->text.size()));
    }
}

void Voice::forgetWaiting()
{
    m_urgent.reset();
    m_waiting.reset();
}

void Voice::cutOff()
{
    if (m_speaking == 0 || m_isCutOff)
        return;
    m_isCutOff = true;
    m_worker->stop();
    if (m_state == SoundState::Ready)
        expectAnswerWithin(m_limits.margin);
}

void Voice::expectAnswerWithin(Milliseconds time)
{
    m_watchdog.start(time);
}

void Voice::setState(SoundState state)
{
    if (m_state == state)
        return;
    m_state = state;
    if (m_listener)
        m_listener();
}

}  // namespace psolog
