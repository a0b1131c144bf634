// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QTimer>

#include "core/ports/itones.h"
#include "platform/toneoutput.h"

namespace psolog {

class ToneWorker;

/// How long a sound output may take before it counts as not answering.
struct ToneLimits {
    Milliseconds start{5'000};   ///< to be made
    Milliseconds play{2'000};    ///< to take a tone
    Milliseconds late{300};      ///< a tone that could only begin later than this is dropped
    Milliseconds farewell{300};  ///< to end, when the program does
    Milliseconds retry{30'000};  ///< between two tries of an output that did not answer
};

/// The tones, played by an output in a thread of its own with a watchdog on every answer it owes: a sound server that
/// hangs never holds up the caller. Follows devices that come and go. A timer runs only while an answer is owed.
///
/// Thread: GUI (or any one thread with an event loop). Its destruction waits at most ToneLimits::farewell; see
/// SoundThread::running() for the end of the process.
class Tones : public ITones {
public:
    explicit Tones(ToneOutputFactory factory, ToneLimits limits = {});
    Tones(const Tones&) = delete;
    Tones& operator=(const Tones&) = delete;
    ~Tones() override;

    void start() override;
    void play(Tone tone, BodySide side = BodySide::Both) override;
    void setVolume(int volume) override { m_volume = volume; }
    [[nodiscard]] SoundState state() const override { return m_state; }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

private:
    void begin();
    void onAvailable(bool available);
    void onFailed();
    void onTaken();
    void onOverdue();
    void setState(SoundState state);

    const ToneOutputFactory m_factory;
    const ToneLimits m_limits;
    SoundState m_state = SoundState::Off;
    bool m_isAvailable = false;
    int m_volume = 70;
    int m_owed = 0;        // tones the output has not taken yet
    int m_generation = 0;  // of the worker; an earlier one may still have a reply under way
    std::chrono::steady_clock::time_point m_triedAt;
    std::function<void()> m_listener;
    QTimer m_watchdog;
    std::unique_ptr<ToneWorker> m_worker;
    std::unique_ptr<ToneWorker> m_leftBehind;
};

}  // namespace psolog
