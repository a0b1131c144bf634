// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <thread>

#include "core/time.h"

namespace psolog {

/// A thread with an event loop for libraries that may hang for ever (speech, sound output). Nobody ever waits for it
/// longer than he chooses: a thread that does not end is left behind, with everything its tasks own.
///
/// Thread: one owner. Tasks must not refer to anything that may go before the thread does; they share what they need.
class SoundThread {
public:
    SoundThread();
    SoundThread(const SoundThread&) = delete;
    SoundThread& operator=(const SoundThread&) = delete;
    /// Ends it without waiting.
    ~SoundThread();

    /// Runs the task in the thread, after those posted before; dropped after quit().
    void post(std::function<void()> task);
    /// Asks the thread to end after what was posted.
    void quit();
    /// Whether the thread has ended, within the time given.
    [[nodiscard]] bool hasEnded(Milliseconds within = Milliseconds(0)) const;

    /// Threads of this process that still run, owned or left behind. If any is left when everything else has been
    /// destroyed, it hangs in a library: the process should then end by std::_Exit(), since what is torn down at a
    /// normal exit may wait for it or be used by it.
    [[nodiscard]] static int running();

private:
    struct Loop;

    const std::shared_ptr<Loop> m_loop;
    bool m_isQuitting = false;
    std::future<void> m_ended;
    std::thread m_thread;
};

}  // namespace psolog
