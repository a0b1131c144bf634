// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QObject>

#include "core/ports/ivoice.h"
#include "platform/mailbox.h"
#include "platform/soundthread.h"
#include "platform/speechengine.h"

namespace psolog {

/// What a worker reports, in its owner's thread.
struct SpeechReplies {
    std::function<void(std::vector<VoiceChoice>)> ready;
    std::function<void()> failed;
    std::function<void(int)> ended;  ///< the sentence of this number is over, or was dropped
};

/// One speech engine in one thread. Every call returns at once; a worker that is destroyed while its engine hangs
/// leaves the thread behind and reports nothing more.
class SpeechWorker {
public:
    using SteadyTime = std::chrono::steady_clock::time_point;

    /// Begins to make the engine. Replies run in the thread of `receiver`, as long as that lives.
    SpeechWorker(const SpeechEngineFactory& factory, const VoiceOptions& options, QObject* receiver,
                 SpeechReplies replies);
    SpeechWorker(const SpeechWorker&) = delete;
    SpeechWorker& operator=(const SpeechWorker&) = delete;
    ~SpeechWorker();

    void configure(const VoiceOptions& options);
    /// Says it unless that can only begin after `until`.
    void say(int number, const std::string& text, SteadyTime until);
    /// Cuts off the sentence.
    void stop();
    /// Ends the engine; nothing more is posted to the receiver.
    void quit();
    /// Whether thread and engine have ended, within the time given.
    [[nodiscard]] bool hasEnded(Milliseconds within = Milliseconds(0)) const { return m_thread.hasEnded(within); }

private:
    struct Room;

    const std::shared_ptr<Mailbox> m_replies;
    const std::shared_ptr<Room> m_room;  // the thread's; only carried here
    SoundThread m_thread;
};

}  // namespace psolog
