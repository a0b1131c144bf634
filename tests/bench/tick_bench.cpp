// SPDX-License-Identifier: GPL-3.0-or-later
// What a tick of a release session costs, and how late its cues come.
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
    int ticks = 0;
    std::size_t shown = 0;
    const double began = processorMs();
    for (; flow.snapshot().stage == ReleaseFlow::Stage::Step; ++ticks) {
        clock.advance(kTickInterval);
        flow.advance(clock.sample());
        shown += flow.snapshot().cue.size();
    }
    const double spent = processorMs() - began;
    if (flow.snapshot().stage != ReleaseFlow::Stage::Finished || shown == 0 || flow.snapshot().saveError)
        throw std::runtime_error("the session did not finish");
    reportLimit("session tick: advance, store, snapshot", kShareBudget,
                100 * spent / (ticks * static_cast<double>(kTickInterval.count())), "% of a core");
}

/// Lateness of each step's cue in one session: ticks lie on a grid, each up to kLatestTickMs late, and the session
/// begins anywhere between two of them.
std::vector<double> lateness(const Routine& routine, std::mt19937& random)
{
    test::ManualClock clock;
    test::MemoryReleaseLog log;
    ReleaseFlow flow(routine, log, ReleaseConfig{kId, {}, kDefaultDayStart}, clock.sample());
    flow.handle(ReleaseAction::Primary);
    const Milliseconds start = clock.sample().steady;
    const Milliseconds phase(static_cast<int>(random() % static_cast<unsigned>(kTickInterval.count())));

    std::vector<double> late;
    std::size_t step = 0;
    Milliseconds due = routine.steps.front().duration;
    for (int tick = 0; step < routine.steps.size(); ++tick) {
        const Milliseconds at =
            phase + tick * kTickInterval + Milliseconds(static_cast<int>(random() % (kLatestTickMs + 1)));
        clock.advance(start + at - clock.sample().steady);
        flow.advance(clock.sample());
        const auto now = flow.snapshot();
        const bool over = now.stage == ReleaseFlow::Stage::Finished || now.step > step;
        if (!over && at < due + Seconds(1))
            continue;
        if (!over || at < due)
            throw std::runtime_error("a step ended early or never");
        late.push_back(static_cast<double>((at - due).count()));
        if (++step < routine.steps.size())
            due += routine.steps[step].duration;
    }
    return late;
}

void measureCues(const Routine& routine)
{
    std::mt19937 random(1);
    double first = 0;
    double last = 0;
    double worst = 0;
    for (int session = 0; session < kSessions; ++session) {
        const auto late = lateness(routine, random);
        first += late.front() / kSessions;
        last += late.back() / kSessions;
        worst = std::max(worst, *std::max_element(late.begin(), late.end()));
    }
    reportLimit("drift of the cues over five minutes", kCueBudgetMs, std::abs(last - first), "ms");
    reportLimit("latest cue of 200 sessions with late ticks", kCueBudgetMs, worst, "ms");
}

}  // namespace

int main()
{
    try {
        const Routine routine = dailyFive();
        measureCost(routine);
        measureCues(routine);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "tick_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
