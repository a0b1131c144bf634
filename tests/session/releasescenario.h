// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "session/releaseflow.h"
#include "support/manualclock.h"
#include "support/memorylog.h"

namespace psolog::test {

using namespace std::chrono_literals;

/// The shipped daily five minutes: settle 30, low 90, middle 90, high 60, rest 30.
[[nodiscard]] Routine dailyFive();
/// A short one: settle 5, low on the left 20, switch 4, low on the right 12, rest 3.
[[nodiscard]] Routine oneSideAtATime();

[[nodiscard]] ReleaseConfig releaseConfig();

/// "40.000 point-found 1 low #1 | worked 40.000": seconds since the start, kind, step, and what else the event has.
[[nodiscard]] std::string line(const SessionEvent& event, UtcTime start);
[[nodiscard]] std::vector<std::string> lines(const std::vector<SessionEvent>& events, UtcTime start);

/// Plays a script against a ReleaseFlow, with ticks 50-100 ms apart.
class ReleaseScenario {
public:
    explicit ReleaseScenario(Routine routine = dailyFive(), unsigned seed = 1);

    /// Lets time pass in ticks up to `elapsed` since the scenario began, sleeps included.
    ReleaseScenario& until(Milliseconds elapsed);
    /// Then does something: at(35s, ReleaseAction::Primary).
    ReleaseScenario& at(Milliseconds elapsed, ReleaseAction action);
    ReleaseScenario& at(Milliseconds elapsed, const std::function<void(ReleaseScenario&)>& action);
    /// The machine sleeps, or the program stands still; one tick follows.
    ReleaseScenario& sleep(Milliseconds length);
    ReleaseScenario& stall(Milliseconds length);

    [[nodiscard]] ReleaseFlow::Snapshot now() const { return flow.snapshot(); }
    /// The events that reached the log.
    [[nodiscard]] std::vector<std::string> stored();
    [[nodiscard]] ReleaseSession storedSession();
    /// Elapsed time, sleeps included.
    [[nodiscard]] Milliseconds elapsed() const { return clock.sample().boot - m_began; }

    /// Called after each tick and action.
    std::function<void(ReleaseScenario&)> watch;
    ManualClock clock;
    MemoryReleaseLog log;
    ReleaseFlow flow;
    UtcTime start;

private:
    void look();

    std::minstd_rand m_random;
    Milliseconds m_began;
};

}  // namespace psolog::test
