// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/speechworker.h"

#include <utility>

#include <spdlog/spdlog.h>

namespace psolog {

/// Everything that lives in the thread of the engine.
struct SpeechWorker::Room {
    std::unique_ptr<ISpeechEngine> engine;
    std::function<void()> ended;  // of the sentence being said
    int speaking = 0;             // number of the sentence; 0: none
};

SpeechWorker::SpeechWorker(const SpeechEngineFactory& factory, const VoiceOptions& options, QObject* receiver,
                           SpeechReplies replies)
    : m_replies(std::make_shared<Mailbox>()),
      m_room(std::make_shared<Room>())
{
    m_replies->open(receiver);
    const auto answer = std::make_shared<const SpeechReplies>(std::move(replies));
    m_thread.post([factory, options, answer, mailbox = m_replies, shared = m_room] {
        SpeechEvents events;
        // The engine belongs to the room: it must not own it in turn.
        events.ended = [room = shared.get(), mailbox, answer] {
            if (const int number = std::exchange(room->speaking, 0); number != 0)
                mailbox->post([answer, number] { answer->ended(number); });
        };
        events.failed = [mailbox, answer](const std::string& reason) {
            spdlog::warn("voice: {}", reason);
            mailbox->post([answer] { answer->failed(); });
        };
        shared->ended = events.ended;
        auto engine = factory(events);
        if (!engine) {
            events.failed(engine.error().detail);
            return;
        }
        shared->engine = std::move(*engine);
        shared->engine->configure(options);
        mailbox->post([answer, voices = shared->engine->voices()] { answer->ready(voices); });
    });
}

SpeechWorker::~SpeechWorker()
{
    quit();
}

void SpeechWorker::configure(const VoiceOptions& options)
{
    m_thread.post([room = m_room, options] {
        if (room->engine)
            room->engine->configure(options);
    });
}

void SpeechWorker::say(int number, const std::string& text, SteadyTime until)
{
    m_thread.post([room = m_room, number, text, until] {
        if (!room->engine)
            return;
        room->speaking = number;
        if (std::chrono::steady_clock::now() > until)
            room->ended();
        else
            room->engine->say(text);
    });
}

void SpeechWorker::stop()
{
    m_thread.post([room = m_room] {
        if (room->engine && room->speaking != 0)
            room->engine->stop();
    });
}

void SpeechWorker::quit()
{
    m_replies->close();
    // The engine goes in the thread it was made in.
    m_thread.post([room = m_room] { room->engine.reset(); });
    m_thread.quit();
}

}  // namespace psolog
