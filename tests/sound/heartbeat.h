// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <QTimer>

namespace psolog::test {

/// How long the event loop of its thread was held up, against a thread that does nothing else: what both missed is the
/// machine's doing, not the program's.
class Heartbeat {
public:
    using Clock = std::chrono::steady_clock;

    Heartbeat() : m_last(Clock::now())
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(m_last, m_worst); });
        m_timer.start(kBeat);
        m_reference = std::thread([this] {
            auto last = Clock::now();
            while (!m_isOver) {
                std::this_thread::sleep_for(kBeat);
                beat(last, m_referenceWorst);
            }
        });
    }
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;
    ~Heartbeat()
    {
        m_isOver = true;
        m_reference.join();
    }

    [[nodiscard]] std::chrono::milliseconds worst() const { return m_worst; }
    [[nodiscard]] std::chrono::milliseconds referenceWorst() const { return m_referenceWorst.load(); }

private:
    static constexpr std::chrono::milliseconds kBeat{10};

    template <class Worst>
    static void beat(Clock::time_point& last, Worst& worst)
    {
        const auto now = Clock::now();
        worst = std::max<std::chrono::milliseconds>(worst,
                                                    std::chrono::duration_cast<std::chrono::milliseconds>(now - last));
        last = now;
    }

    QTimer m_timer;
    Clock::time_point m_last;
    std::chrono::milliseconds m_worst{0};
    std::atomic<std::chrono::milliseconds> m_referenceWorst{std::chrono::milliseconds(0)};
    std::atomic<bool> m_isOver = false;
    std::thread m_reference;
};

}  // namespace psolog::test
