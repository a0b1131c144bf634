// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "session/glutetestflow.h"
#include "session/tilttestflow.h"
#include "support/manualclock.h"
#include "support/memorylog.h"

namespace psolog::test {

using namespace std::chrono_literals;

/// "hold left 1": stage, and which reading it belongs to.
[[nodiscard]] inline std::string stageText(const GluteTestFlow::Snapshot& now)
{
    using Stage = GluteTestFlow::Stage;
    const auto withSlot = [&](const char* name) { return fmt::format("{} {} {}", name, nameOf(now.side), now.repeat); };
    switch (now.stage) {
    case Stage::Introduction:
        return "introduction";
    case Stage::GetReady:
        return withSlot("ready");
    case Stage::Hold:
        return withSlot("hold");
    case Stage::Rate:
        return withSlot("rate");
    case Stage::SwitchSides:
        return withSlot("switch");
    case Stage::Paused:
        return withSlot("paused");
    case Stage::Result:
        return "result";
    case Stage::Cancelled:
        return "cancelled";
    }
    return {};
}

[[nodiscard]] inline std::string stageText(const TiltTestFlow::Snapshot& now)
{
    using Stage = TiltTestFlow::Stage;
    const auto withRepeat = [&](const char* name) { return fmt::format("{} {}", name, now.repeat); };
    switch (now.stage) {
    case Stage::Introduction:
        return "introduction";
    case Stage::StandTall:
        return withRepeat("stand");
    case Stage::Arch:
        return withRepeat("arch");
    case Stage::SqueezeArched:
        return withRepeat("squeeze-arched");
    case Stage::RateArched:
        return withRepeat("rate-arched");
    case Stage::Tuck:
        return withRepeat("tuck");
    case Stage::SqueezeTucked:
        return withRepeat("squeeze-tucked");
    case Stage::RateTucked:
        return withRepeat("rate-tucked");
    case Stage::Paused:
        return fmt::format("paused {} {}", nameOf(now.posture), now.repeat);
    case Stage::Result:
        return "result";
    case Stage::Cancelled:
        return "cancelled";
    }
    return {};
}

/// "left1=3 right1=2/hamstring complete".
[[nodiscard]] inline std::string testText(const SelfTest& test)
{
    std::string text;
    for (const Reading& reading : test.readings) {
        text += fmt::format("{}{}={}", reading.side ? nameOf(*reading.side) : nameOf(*reading.posture), reading.repeat,
                            static_cast<int>(reading.contraction));
        if (reading.workedHardest)
            text += fmt::format("/{}", nameOf(*reading.workedHardest));
        text += ' ';
    }
    return text + (test.complete ? "complete" : "incomplete");
}

/// Plays a script against a self-test with ticks 50-100 ms apart and notes every stage with the moment it began:
/// exactly where it counts down, to the tenth of a second where it waits.
template <class Flow>
class SelfTestScenario {
public:
    explicit SelfTestScenario(SelfTestConfig config = {}, unsigned seed = 1)
        : flow(withId(std::move(config)), log, clock.sample()),
          m_random(seed),
          m_began(clock.sample().boot)
    {
        note();
    }

    SelfTestScenario& until(Milliseconds target)
    {
        std::uniform_int_distribution<int> tick(50, 100);
        while (elapsed() < target) {
            clock.advance(std::min(Milliseconds(tick(m_random)), target - elapsed()));
            flow.advance(clock.sample());
            note();
        }
        return *this;
    }
    SelfTestScenario& at(Milliseconds target, TestAction action)
    {
        until(target);
        flow.handle(action);
        note();
        return *this;
    }
    /// Gives a rating 0-4.
    SelfTestScenario& at(Milliseconds target, int rating)
    {
        until(target);
        flow.rate(static_cast<Contraction>(rating));
        note();
        return *this;
    }
    SelfTestScenario& sleep(Milliseconds length)
    {
        clock.suspend(length);
        flow.advance(clock.sample());
        note();
        return *this;
    }
    SelfTestScenario& stall(Milliseconds length)
    {
        clock.advance(length);
        flow.advance(clock.sample());
        note();
        return *this;
    }

    [[nodiscard]] Milliseconds elapsed() const { return clock.sample().boot - m_began; }
    [[nodiscard]] typename Flow::Snapshot now() const { return flow.snapshot(); }
    /// Every successful save.
    [[nodiscard]] std::vector<std::string> saves() const
    {
        std::vector<std::string> texts;
        for (const SelfTest& test : log.saves())
            texts.push_back(testText(test));
        return texts;
    }

    /// Called after each tick, action and rating.
    std::function<void(SelfTestScenario&)> watch;
    ManualClock clock;
    MemorySelfTestLog log;
    Flow flow;
    std::vector<std::string> stages;

private:
    static SelfTestConfig withId(SelfTestConfig config)
    {
        config.id = SelfTestId("00000000-0000-4000-8000-000000000007");
        return config;
    }

    void note()
    {
        if (watch)
            watch(*this);
        const auto snapshot = flow.snapshot();
        const std::string text = stageText(snapshot);
        if (text == m_lastStage)
            return;
        m_lastStage = text;
        const bool counts = snapshot.countdown.total > 0ms && snapshot.stage != Flow::Stage::Paused;
        const Milliseconds began =
            counts ? elapsed() - snapshot.countdown.elapsed : elapsed() - elapsed() % Milliseconds(100);
        stages.push_back(fmt::format("{}.{:03} {}", began.count() / 1000, began.count() % 1000, text));
    }

    std::minstd_rand m_random;
    Milliseconds m_began;
    std::string m_lastStage;
};

}  // namespace psolog::test
