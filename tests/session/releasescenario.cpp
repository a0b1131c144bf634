// SPDX-License-Identifier: GPL-3.0-or-later
#include "releasescenario.h"

#include <algorithm>

#include <fmt/format.h>

namespace psolog::test {

namespace {

std::string seconds(Milliseconds time)
{
    return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

RoutineStep zoneStep(Zone zone, BodySide side, Seconds duration)
{
    return {StepKind::Zone, zone, side, duration, "Search slowly.", "tool-low"};
}

RoutineStep plainStep(StepKind kind, Seconds duration)
{
    return {kind, std::nullopt, BodySide::Both, duration, "Breathe.", "prone"};
}

}  // namespace

Routine dailyFive()
{
    return {"daily-five",
            "Daily five minutes",
            {plainStep(StepKind::Settle, 30s), zoneStep(Zone::Low, BodySide::Both, 90s),
             zoneStep(Zone::Middle, BodySide::Both, 90s), zoneStep(Zone::High, BodySide::Both, 60s),
             plainStep(StepKind::Rest, 30s)}};
}

Routine oneSideAtATime()
{
    return {"one-side",
            "One side at a time",
            {plainStep(StepKind::Settle, 5s), zoneStep(Zone::Low, BodySide::Left, 20s), plainStep(StepKind::Switch, 4s),
             zoneStep(Zone::Low, BodySide::Right, 12s), plainStep(StepKind::Rest, 3s)}};
}

ReleaseConfig releaseConfig()
{
    ReleaseConfig config;
    config.id = ReleaseSessionId("00000000-0000-4000-8000-000000000001");
    config.before = Tightness{Score::clamped(6), Score::clamped(4)};
    return config;
}

std::string line(const SessionEvent& event, UtcTime start)
{
    std::string text = fmt::format("{} {} {}", seconds(event.at.utc - start), nameOf(event.kind), event.step);
    if (event.zone)
        text += fmt::format(" {}", nameOf(*event.zone));
    if (event.side != BodySide::Both)
        text += fmt::format(" {}", nameOf(event.side));
    if (event.point)
        text += fmt::format(" #{}", *event.point);
    if (event.duration)
        text += fmt::format(" for {}", seconds(*event.duration));
    return text + fmt::format(" | worked {}", seconds(event.worked));
}

std::vector<std::string> lines(const std::vector<SessionEvent>& events, UtcTime start)
{
    std::vector<std::string> texts;
    for (const SessionEvent& event : events)
        texts.push_back(line(event, start));
    return texts;
}

ReleaseScenario::ReleaseScenario(Routine routine, unsigned seed)
    : flow(std::move(routine), log, releaseConfig(), clock.sample()),
      start(clock.sample().wall.utc),
      m_random(seed),
      m_began(clock.sample().boot)
{
}

ReleaseScenario& ReleaseScenario::until(Milliseconds target)
{
    std::uniform_int_distribution<int> tick(50, 100);
    while (elapsed() < target) {
        clock.advance(std::min(Milliseconds(tick(m_random)), target - elapsed()));
        look();
    }
    return *this;
}

ReleaseScenario& ReleaseScenario::at(Milliseconds target, ReleaseAction action)
{
    until(target);
    flow.handle(action);
    if (watch)
        watch(*this);
    return *this;
}

ReleaseScenario& ReleaseScenario::at(Milliseconds target, const std::function<void(ReleaseScenario&)>& action)
{
    until(target);
    action(*this);
    if (watch)
        watch(*this);
    return *this;
}

ReleaseScenario& ReleaseScenario::sleep(Milliseconds length)
{
    clock.suspend(length);
    look();
    return *this;
}

ReleaseScenario& ReleaseScenario::stall(Milliseconds length)
{
    clock.advance(length);
    look();
    return *this;
}

void ReleaseScenario::look()
{
    flow.advance(clock.sample());
    if (watch)
        watch(*this);
}

std::vector<std::string> ReleaseScenario::stored()
{
    return lines(storedSession().events, start);
}

ReleaseSession ReleaseScenario::storedSession()
{
    return log.find(releaseConfig().id).value().value_or(ReleaseSession{});
}

}  // namespace psolog::test
