// SPDX-License-Identifier: GPL-3.0-or-later
// How late the cues of a real session of five minutes come while every core is busy. Takes its five minutes.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <QCoreApplication>

#include "bench/benchreport.h"
#include "cli/hostclock.h"
#include "exchange/routinefile.h"
#include "gui/shell/ticker.h"
#include "session/releasecoach.h"
#include "session/releaseflow.h"
#include "storage/log.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr double kCueBudgetMs = 50;
constexpr double kPictureBudgetMs = 1'000;  // seconds are shown
constexpr double kShareBudget = 2;          // percent of one core
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

/// Keeps every core busy.
class Load {
public:
    Load()
    {
        const unsigned count = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < count; ++i)
            m_threads.emplace_back([this] {
                while (!m_over)
                    m_work.fetch_add(1, std::memory_order_relaxed);
            });
    }
    ~Load()
    {
        m_over = true;
        for (std::thread& thread : m_threads)
            thread.join();
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

private:
    std::atomic<bool> m_over{false};
    std::atomic<unsigned> m_work{0};
    std::vector<std::thread> m_threads;
};

/// A session as the page runs it: real clocks, ticker and file.
void measure(const Routine& routine)
{
    const test::TemporaryFolder folder;
    const cli::HostClock clock;
    const auto log = Log::open(folder.file("log.psolog"), clock);
    if (!log)
        throw std::runtime_error("the log does not open");
    ReleaseFlow flow(routine, (*log)->releases(), ReleaseConfig{kId, {}, kDefaultDayStart}, clock.sample());
    ReleaseCoach coach(routine);
    Ticker ticker;
    std::vector<double> late;
    double before = 0;
    double longestWait = 0;
    double latestWrite = 0;
    Milliseconds sampled{0};
    // A cue is late by its own account plus what the tick took until it could be heard.
    const auto hear = [&] {
        for (const Cue& cue : coach.follow(flow.snapshot()))
            late.push_back(static_cast<double>((cue.late + clock.sample().steady - sampled).count()));
    };
    flow.beforeStoring(hear);
    const auto tick = [&] {
        const double now = wallMs();
        if (before > 0)
            longestWait = std::max(longestWait, now - before);
        before = now;
        const ClockSample sample = clock.sample();
        sampled = sample.steady;
        flow.advance(sample);
        latestWrite = std::max(latestWrite, wallMs() - now);
        hear();
        ticker.wakeIn(coach.untilNext());
        if (flow.snapshot().stage != ReleaseFlow::Stage::Step)
            QCoreApplication::quit();
    };
    QObject::connect(&ticker, &Ticker::ticked, &ticker, tick);

    const Load load;
    const double began = wallMs();
    const double spentBefore = processorMs();
    const ClockSample start = clock.sample();
    sampled = start.steady;
    flow.advance(start);
    flow.handle(ReleaseAction::Primary);
    hear();
    ticker.start();
    QCoreApplication::exec();
    const double share = 100 * (processorMs() - spentBefore) / (wallMs() - began);

    if (flow.snapshot().stage != ReleaseFlow::Stage::Finished || late.size() != plannedCues(routine).size())
        throw std::runtime_error("a cue is missing");
    reportLimit("latest cue of five real minutes, cores loaded", kCueBudgetMs,
                *std::max_element(late.begin(), late.end()), "ms");
    reportLimit("middle cue", kCueBudgetMs, median(late), "ms");
    reportLimit("longest time between two ticks, no cue then", kPictureBudgetMs, longestWait, "ms");
    reportLimit("longest write to the log", kPictureBudgetMs, latestWrite, "ms");
    reportLimit("processor time of the session", kShareBudget, share, "% of a core");
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        measure(dailyFive());
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "cues_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
