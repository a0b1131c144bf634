// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include <QObject>

#include "platform/mailbox.h"
#include "platform/soundthread.h"
#include "platform/toneoutput.h"

namespace psolog {

/// What a worker reports, in its owner's thread.
struct ToneReplies {
    std::function<void(bool)> available;  ///< the output is made or changed; whether there is a device
    std::function<void()> failed;         ///< no output can be made
    std::function<void()> taken;          ///< a tone was played, or dropped
};

/// One sound output in one thread. Every call returns at once; a worker that is destroyed while its output hangs
/// leaves the thread behind and reports nothing more.
class ToneWorker {
public:
    using SteadyTime = std::chrono::steady_clock::time_point;

    /// Begins to make the output. Replies run in the thread of `receiver`, as long as that lives.
    ToneWorker(const ToneOutputFactory& factory, QObject* receiver, ToneReplies replies);
    ToneWorker(const ToneWorker&) = delete;
    ToneWorker& operator=(const ToneWorker&) = delete;
    ~ToneWorker();

    /// Plays it unless that can only begin after `until`.
    void play(Tone tone, BodySide side, int volume, SteadyTime until);
    /// Ends the output; nothing more is posted to the receiver.
    void quit();
    /// Whether thread and output have ended, within the time given.
    [[nodiscard]] bool hasEnded(Milliseconds within = Milliseconds(0)) const { return m_thread.hasEnded(within); }

private:
    struct Room;

    const std::shared_ptr<Mailbox> m_replies;
    const std::shared_ptr<Room> m_room;  // the thread's; only carried here
    SoundThread m_thread;
};

}  // namespace psolog
