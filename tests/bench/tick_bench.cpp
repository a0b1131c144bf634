// SPDX-License-Identifier: GPL-3.0-or-later
// What a tick of a release session costs, and how late its cues come when the window is busy. See also cues_bench.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/benchreport.h"
#include "exchange/routinefile.h"
#include "gui/shell/ticker.h"
#include "session/releasecoach.h"
#include "session/releaseflow.h"
#include "storage/log.h"
#include "support/manualclock.h"
#include "support/memorylog.h"
#include "support/sequentialids.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr int kLatestTickMs = 10;   // a precise timer waits for what the window is painting
constexpr double kShareBudget = 2;  // percent of one core
constexpr double kCueBudgetMs = 50;
constexpr int kSessions = 200;
constexpr int kHours = 20;
const ReleaseSessionId kId("00000000-0000-4000-8000-000000000001");

Routine dailyFive()
{
    std::ifstream file(PSOLOG_ROUTINE, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    auto routine = parseRoutine(text, PSOLOG_ROUTINE);
    if (!routine)
        throw std::runtime_error("no routine: " + routine.error().detail);
    return *routine;
}

/// Processor time of all ticks of a session that is stored in a file, as a share of the time it takes.
void measureCost(const Routine& routine)
{
    const test::TemporaryFolder folder;
    test::ManualClock clock;
    const auto log = Log::open(folder.file("log.psolog"), clock);
    if (!log)
        throw std::runtime_error("the log does not open");
    ReleaseFlow flow(routine, (*log)->releases(), ReleaseConfig{kId, {}, kDefaultDayStart}, clock.sample());
    flow.handle(ReleaseAction::Primary);
    ReleaseCoach coach(routine);
    int ticks = 0;
    std::size_t shown = 0;
    std::size_t cues = coach.follow(flow.snapshot()).size();
    const double began = processorMs();
    for (; flow.snapshot().stage == ReleaseFlow::Stage::Step; ++ticks) {
        clock.advance(kTickInterval);
        flow.advance(clock.sample());
        const ReleaseFlow::Snapshot now = flow.snapshot();
        shown += now.cue.size();
        cues += coach.follow(now).size();
    }
    const double spent = processorMs() - began;
    const bool whole = cues == plannedCues(routine).size();
    if (flow.snapshot().stage != ReleaseFlow::Stage::Finished || shown == 0 || !whole || flow.snapshot().saveError)
        throw std::runtime_error("the session did not finish");
    reportLimit("session tick: advance, store, snapshot, cues", kShareBudget,
                100 * spent / (ticks * static_cast<double>(kTickInterval.count())), "% of a core");
}

/// An hour of steps as long as people make them.
Routine hour()
{
    Routine routine{"hour", "An hour", {}};
    const auto add = [&routine](StepKind kind, std::optional<Zone> zone, Seconds duration) {
        routine.steps.push_back({kind, zone, BodySide::Both, duration, "Breathe.", "prone"});
    };
    add(StepKind::Settle, std::nullopt, Seconds(180));
    for (int round = 0; round < 3; ++round)
        for (const Zone zone : {Zone::Low, Zone::Middle, Zone::High})
            add(StepKind::Zone, zone, Seconds(360));
    add(StepKind::Rest, std::nullopt, Seconds(180));
    return routine;
}

/// Lateness of each cue in one session: ticks lie on a grid, each up to kLatestTickMs late, and the session begins
/// anywhere between two of them.
std::vector<double> lateness(const Routine& routine, std::mt19937& random)
{
    test::ManualClock clock;
    test::MemoryReleaseLog log;
    ReleaseFlow flow(routine, log, ReleaseConfig{kId, {}, kDefaultDayStart}, clock.sample());
    ReleaseCoach coach(routine);
    flow.handle(ReleaseAction::Primary);
    std::vector<double> late;
    const Milliseconds start = clock.sample().steady;
    const Milliseconds phase(static_cast<int>(random() % static_cast<unsigned>(kTickInterval.count())));
    for (int tick = 0; flow.snapshot().stage == ReleaseFlow::Stage::Step; ++tick) {
        for (const Cue& cue : coach.follow(flow.snapshot()))
            late.push_back(static_cast<double>(cue.late.count()));
        const Milliseconds at =
            phase + tick * kTickInterval + Milliseconds(static_cast<int>(random() % (kLatestTickMs + 1)));
        clock.advance(start + at - clock.sample().steady);
        flow.advance(clock.sample());
    }
    for (const Cue& cue : coach.follow(flow.snapshot()))
        late.push_back(static_cast<double>(cue.late.count()));
    if (late.size() != plannedCues(routine).size())
        throw std::runtime_error("a cue is missing");
    return late;
}

void measureCues(const Routine& routine, int sessions, const std::string& what)
{
    std::mt19937 random(1);
    double first = 0;
    double last = 0;
    double worst = 0;
    for (int session = 0; session < sessions; ++session) {
        const auto late = lateness(routine, random);
        first += late.at(2) / sessions;  // the two before it come with the key
        last += late.back() / sessions;
        worst = std::max(worst, *std::max_element(late.begin(), late.end()));
    }
    reportLimit("drift of the cues over " + what, kCueBudgetMs, std::abs(last - first), "ms");
    reportLimit("latest cue over " + what + ", late ticks", kCueBudgetMs, worst, "ms");
}

}  // namespace

int main()
{
    try {
        const Routine routine = dailyFive();
        measureCost(routine);
        measureCues(routine, kSessions, "five minutes");
        measureCues(hour(), kHours, "an hour");
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "tick_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
