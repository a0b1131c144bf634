// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <QTimer>

#include "platform/speechengine.h"

namespace psolog::test {

/// Holds threads up until it is opened.
class Gate {
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_isOpen; });
        --m_waiting;
    }
    void open(bool isOpen = true)
    {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = isOpen;
        m_changed.notify_all();
    }
    [[nodiscard]] int waiting() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_waiting;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    int m_waiting = 0;
};

/// What the engines of one test share with it; the test may be over before their threads are.
struct SpeechScript {
    enum class Start {
        Works,
        Hangs,  ///< waits at the gate
        Fails,
    };
    enum class Saying {
        Ends,       ///< at once
        IsHeld,     ///< ends when stopped, or by release()
        NeverEnds,  ///< not even when stopped
        Hangs,      ///< the call itself waits at the gate
        Dies,       ///< the engine fails
    };

    Gate gate;

    void starts(Start how) { set(m_start, how); }
    void says(Saying how) { set(m_saying, how); }
    /// The sentence being said is over. To be called when the engine has it.
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_release)
            m_release();
    }
    /// What release() does; called in the thread of the test.
    void releasedBy(std::function<void()> release) { set(m_release, std::move(release)); }
    [[nodiscard]] Start start() const { return get(m_start); }
    [[nodiscard]] Saying saying() const { return get(m_saying); }

    void note(const std::string& event)
    {
        const std::scoped_lock lock(m_mutex);
        m_events.push_back(event);
    }
    /// "made", "say …", "stop", "voice …", "gone", in the order they came.
    [[nodiscard]] std::vector<std::string> events() const { return get(m_events); }
    [[nodiscard]] std::size_t count(const std::string& event) const
    {
        const auto all = events();
        return static_cast<std::size_t>(std::count(all.begin(), all.end(), event));
    }

private:
    template <class T>
    void set(T& member, T value)
    {
        const std::scoped_lock lock(m_mutex);
        member = std::move(value);
    }
    template <class T>
    [[nodiscard]] T get(const T& member) const
    {
        const std::scoped_lock lock(m_mutex);
        return member;
    }

    mutable std::mutex m_mutex;
    Start m_start = Start::Works;
    Saying m_saying = Saying::Ends;
    std::vector<std::string> m_events;
    std::function<void()> m_release;
};

/// An engine that behaves as the script says.
class FakeSpeech : public ISpeechEngine {
public:
    FakeSpeech(std::shared_ptr<SpeechScript> script, SpeechEvents events)
        : m_script(std::move(script)),
          m_events(std::move(events))
    {
        m_script->note("made");
        m_script->releasedBy([this] {
            QMetaObject::invokeMethod(
                &m_context, [this] { m_events.ended(); }, Qt::QueuedConnection);
        });
    }
    FakeSpeech(const FakeSpeech&) = delete;
    FakeSpeech& operator=(const FakeSpeech&) = delete;
    ~FakeSpeech() override
    {
        m_script->releasedBy({});
        m_script->note("gone");
    }

    [[nodiscard]] std::vector<VoiceChoice> voices() const override { return {{"en/Anna", "Anna"}, {"en/Ben", "Ben"}}; }
    void configure(const VoiceOptions& options) override { m_script->note("voice " + options.voice); }
    void say(const std::string& text) override
    {
        m_script->note("say " + text);
        switch (m_script->saying()) {
        case SpeechScript::Saying::Ends:
            // As a service does it: later, from the event loop.
            QTimer::singleShot(0, &m_context, [this] { m_events.ended(); });
            break;
        case SpeechScript::Saying::Hangs:
            m_script->gate.pass();
            m_events.ended();
            break;
        case SpeechScript::Saying::Dies:
            m_events.failed("it died");
            break;
        case SpeechScript::Saying::IsHeld:
        case SpeechScript::Saying::NeverEnds:
            break;
        }
    }
    void stop() override
    {
        m_script->note("stop");
        if (m_script->saying() != SpeechScript::Saying::NeverEnds)
            QTimer::singleShot(0, &m_context, [this] { m_events.ended(); });
    }

private:
    const std::shared_ptr<SpeechScript> m_script;
    const SpeechEvents m_events;
    QObject m_context;
};

[[nodiscard]] inline SpeechEngineFactory fakeSpeech(const std::shared_ptr<SpeechScript>& script)
{
    return [script](SpeechEvents events) -> Result<std::unique_ptr<ISpeechEngine>> {
        if (script->start() == SpeechScript::Start::Hangs)
            script->gate.pass();
        if (script->start() == SpeechScript::Start::Fails)
            return fail(ErrorCode::NotFound, "no engine");
        return std::make_unique<FakeSpeech>(script, std::move(events));
    };
}

}  // namespace psolog::test
