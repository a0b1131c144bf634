// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/toneworker.h"

#include <utility>

#include <spdlog/spdlog.h>

namespace psolog {

/// Everything that lives in the thread of the output.
struct ToneWorker::Room {
    std::unique_ptr<IToneOutput> output;
    std::function<void()> taken;
};

ToneWorker::ToneWorker(const ToneOutputFactory& factory, QObject* receiver, ToneReplies replies)
    : m_replies(std::make_shared<Mailbox>()),
      m_room(std::make_shared<Room>())
{
    m_replies->open(receiver);
    const auto answer = std::make_shared<const ToneReplies>(std::move(replies));
    m_thread.post([factory, answer, mailbox = m_replies, shared = m_room] {
        shared->taken = [mailbox, answer] { mailbox->post([answer] { answer->taken(); }); };
        // The output belongs to the room: it must not own it in turn.
        const auto report = [room = shared.get(), mailbox, answer] {
            if (room->output)
                mailbox->post([answer, available = room->output->isAvailable()] { answer->available(available); });
        };
        auto output = factory(report);
        if (!output) {
            spdlog::warn("tones: {}", output.error().detail);
            mailbox->post([answer] { answer->failed(); });
            return;
        }
        shared->output = std::move(*output);
        report();
    });
}

ToneWorker::~ToneWorker()
{
    quit();
}

void ToneWorker::play(Tone tone, BodySide side, int volume, SteadyTime until)
{
    m_thread.post([room = m_room, tone, side, volume, until] {
        if (!room->output)
            return;
        if (std::chrono::steady_clock::now() <= until)
            room->output->play(tone, side, volume);
        room->taken();
    });
}

void ToneWorker::quit()
{
    m_replies->close();
    // The output goes in the thread it was made in.
    m_thread.post([room = m_room] { room->output.reset(); });
    m_thread.quit();
}

}  // namespace psolog
