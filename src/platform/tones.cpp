// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tones.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "platform/toneworker.h"

namespace psolog {

namespace {

std::chrono::steady_clock::time_point now()
{
    return std::chrono::steady_clock::now();
}

}  // namespace

Tones::Tones(ToneOutputFactory factory, ToneLimits limits) : m_factory(std::move(factory)), m_limits(limits)
{
    m_watchdog.setSingleShot(true);
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [this] { onOverdue(); });
}

Tones::~Tones()
{
    if (!m_worker)
        return;
    m_worker->quit();
    // A thread that ends in good order is worth a moment; one that is known to hang is not.
    if (m_state != SoundState::NotAnswering && !m_worker->hasEnded(m_limits.farewell))
        spdlog::warn("tones: the sound output does not end");
}

void Tones::start()
{
    switch (m_state) {
    case SoundState::Starting:
    case SoundState::Ready:
    case SoundState::NoOutput:
        return;
    case SoundState::NotAnswering:
        if (m_leftBehind && !m_leftBehind->hasEnded())
            return;
        m_worker->quit();
        m_leftBehind = std::move(m_worker);
        break;
    case SoundState::Off:
    case SoundState::NoService:
        break;
    }
    begin();
}

void Tones::begin()
{
    m_triedAt = now();
    m_owed = 0;
    const int generation = ++m_generation;
    ToneReplies replies;
    replies.available = [this, generation](bool available) {
        if (generation == m_generation)
            onAvailable(available);
    };
    replies.failed = [this, generation] {
        if (generation == m_generation)
            onFailed();
    };
    replies.taken = [this, generation] {
        if (generation == m_generation)
            onTaken();
    };
    m_worker = std::make_unique<ToneWorker>(m_factory, &m_watchdog, std::move(replies));
    m_watchdog.start(m_limits.start);
    setState(SoundState::Starting);
}

void Tones::play(Tone tone, BodySide side)
{
    if (m_state == SoundState::NotAnswering && now() - m_triedAt >= m_limits.retry)
        start();
    if (m_state != SoundState::Ready && m_state != SoundState::Starting)
        return;
    m_worker->play(tone, side, m_volume, now() + m_limits.late);
    ++m_owed;
    if (m_state == SoundState::Ready && !m_watchdog.isActive())
        m_watchdog.start(m_limits.play);
}

void Tones::onAvailable(bool available)
{
    m_isAvailable = available;
    if (m_owed == 0)
        m_watchdog.stop();
    else
        m_watchdog.start(m_limits.play);
    setState(available ? SoundState::Ready : SoundState::NoOutput);
}

void Tones::onFailed()
{
    m_watchdog.stop();
    m_worker->quit();
    setState(SoundState::NoService);
}

void Tones::onTaken()
{
    if (--m_owed > 0) {
        m_watchdog.start(m_limits.play);
        return;
    }
    m_watchdog.stop();
    if (m_state == SoundState::NotAnswering)
        setState(m_isAvailable ? SoundState::Ready : SoundState::NoOutput);
}

void Tones::onOverdue()
{
    spdlog::warn("tones: the sound output does not answer");
    m_triedAt = now();
    setState(SoundState::NotAnswering);
}

void Tones::setState(SoundState state)
{
    if (m_state == state)
        return;
    m_state = state;
    if (m_listener)
        m_listener();
}

}  // namespace psolog
