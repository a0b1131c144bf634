// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "cuelines.h"
#include "releasescenario.h"
#include "session/releasecoach.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::ReleaseScenario;

bool isAny(const Cue& cue, std::initializer_list<CueKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), cue.kind) != kinds.end();
}

rc::Gen<RoutineStep> anyStep()
{
    const auto kind = rc::gen::weightedElement<StepKind>(
        {{2, StepKind::Settle}, {5, StepKind::Zone}, {1, StepKind::Switch}, {1, StepKind::Rest}});
    const auto seconds = rc::gen::weightedOneOf<int>({{2, rc::gen::inRange(1, 15)}, {3, rc::gen::inRange(8, 100)}});
    return rc::gen::apply(
        [](StepKind stepKind, int duration, Zone zone, BodySide side) {
            RoutineStep step{stepKind, std::nullopt, side, Seconds(duration), "Breathe.", "prone"};
            if (stepKind == StepKind::Zone)
                step.zone = zone;
            return step;
        },
        kind, seconds, rc::gen::element(Zone::Low, Zone::Middle, Zone::High),
        rc::gen::element(BodySide::Both, BodySide::Left, BodySide::Right));
}

Routine anyRoutine()
{
    const std::size_t count = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(1, 7));
    const auto step = rc::gen::resize(rc::kNominalSize, anyStep());
    return {"any", "Any", *rc::gen::container<std::vector<RoutineStep>>(count, step)};
}

/// What is left of the cues that became due within one tick: what is over is not said any more.
std::vector<PlannedCue> stillTrue(const std::vector<PlannedCue>& due)
{
    std::vector<PlannedCue> kept;
    for (std::size_t i = 0; i < due.size(); ++i) {
        const Cue& cue = due[i].cue;
        const bool overtaken =
            std::any_of(due.begin() + static_cast<std::ptrdiff_t>(i) + 1, due.end(), [&](const PlannedCue& later) {
                if (cue.kind == CueKind::Started)
                    return false;
                if (isAny(later.cue, {CueKind::StepBegins, CueKind::SwitchSides, CueKind::Finished}))
                    return true;
                if (isAny(later.cue, {CueKind::Scan, CueKind::Hold}))
                    return isAny(cue, {CueKind::Scan, CueKind::Hold, CueKind::Breathe});
                return later.cue.kind == CueKind::LastSecond && cue.kind == CueKind::LastSecond;
            });
        if (!overtaken)
            kept.push_back(due[i]);
    }
    return kept;
}

/// A session and its coach on a clock of its own.
class Coached {
public:
    explicit Coached(const Routine& routine) : flow(routine, log, test::releaseConfig(), clock.sample()), coach(routine)
    {
        static_cast<void>(coach.follow(flow.snapshot()));
    }

    std::vector<Cue> handle(ReleaseAction action)
    {
        flow.handle(action);
        return coach.follow(flow.snapshot());
    }
    std::vector<Cue> pass(Milliseconds time)
    {
        clock.advance(time);
        flow.advance(clock.sample());
        return coach.follow(flow.snapshot());
    }
    [[nodiscard]] bool isRunning() const { return flow.snapshot().stage == ReleaseFlow::Stage::Step; }

    test::ManualClock clock;
    test::MemoryReleaseLog log;
    ReleaseFlow flow;
    ReleaseCoach coach;
};

RC_GTEST_PROP(CoachProperties, AHandsFreeSessionGivesThePlannedCuesEachWithinATick, ())
{
    const Routine routine = anyRoutine();
    Coached run(routine);
    std::vector<PlannedCue> given;
    Milliseconds now{0};
    const auto take = [&](std::vector<Cue> cues) {
        for (Cue& cue : cues) {
            RC_ASSERT(cue.late >= 0ms && cue.late < 40ms);
            const Milliseconds due = now - std::exchange(cue.late, 0ms);
            given.push_back({due, std::move(cue)});
        }
    };
    take(run.handle(ReleaseAction::Primary));
    while (run.isRunning()) {
        now += 40ms;
        take(run.pass(40ms));
    }
    const auto planned = plannedCues(routine);
    RC_ASSERT(given.size() == planned.size());
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!(given[i] == planned[i]))
            RC_FAIL(test::cueLine(given[i].at, given[i].cue) + " but " + test::cueLine(planned[i].at, planned[i].cue));
}

RC_GTEST_PROP(CoachProperties, LateTicksDropOnlyWhatIsOver, (unsigned seed))
{
    const Routine routine = anyRoutine();
    const auto planned = plannedCues(routine);
    std::minstd_rand random(seed + 1);
    Coached run(routine);
    std::size_t next = 0;
    Milliseconds now{0};
    const auto check = [&](const std::vector<Cue>& cues) {
        std::vector<PlannedCue> due;
        while (next < planned.size() && planned[next].at <= now)
            due.push_back(planned[next++]);
        due = stillTrue(due);
        RC_ASSERT(cues.size() == due.size());
        for (std::size_t i = 0; i < cues.size(); ++i) {
            due[i].cue.late = now - due[i].at;
            RC_ASSERT(cues[i] == due[i].cue);
        }
    };
    check(run.handle(ReleaseAction::Primary));
    while (run.isRunning()) {
        // Now and then hardly late, mostly badly.
        const Milliseconds tick(1 + static_cast<int>(random() % (random() % 3 == 0 ? 60 : 2000)));
        now += tick;
        check(run.pass(tick));
    }
    RC_ASSERT(next == planned.size());
}

RC_GTEST_PROP(CoachProperties, TheTimeUntilTheNextCueIsNeverTooLong, ())
{
    const Routine routine = anyRoutine();
    Coached run(routine);
    static_cast<void>(run.handle(ReleaseAction::Primary));
    // Waking just then alone brings every cue at its very moment.
    for (int i = 0; i < 2000 && run.isRunning(); ++i) {
        const std::optional<Milliseconds> wait = run.coach.untilNext();
        RC_ASSERT(wait.has_value() && *wait > 0ms);
        for (Milliseconds left = *wait; left > 0ms; left -= 2s) {
            const auto cues = run.pass(std::min<Milliseconds>(left, 2s));
            RC_ASSERT(left <= 2s || cues.empty());
            for (const Cue& cue : cues)
                RC_ASSERT(cue.late == 0ms);
        }
    }
    RC_ASSERT(!run.isRunning());
}

RC_GTEST_PROP(CoachProperties, NoSequenceOfActionsMakesItChatter, (unsigned seed))
{
    const Routine routine = anyRoutine();
    Coached run(routine);
    std::minstd_rand random(seed + 1);
    Milliseconds lastBreathe{-1h};
    Milliseconds lastOther{-1h};
    int halfway = 0;
    bool ended = false;
    const auto check = [&](const std::vector<Cue>& cues, Milliseconds tick) {
        for (const Cue& cue : cues) {
            RC_ASSERT(cue.late >= 0ms && cue.late <= tick);
            RC_ASSERT(!ended);
            ended = isAny(cue, {CueKind::Finished, CueKind::Stopped});
            const Milliseconds due = run.flow.snapshot().worked - cue.late;
            if (cue.kind == CueKind::Breathe) {
                RC_ASSERT(due - lastBreathe >= kBreatheEvery);
                RC_ASSERT(due - lastOther >= kCueClearance);
                lastBreathe = due;
            } else if (cue.kind == CueKind::Halfway) {
                RC_ASSERT(due - std::max(lastBreathe, lastOther) >= kCueClearance);
                RC_ASSERT(++halfway == 1);
                lastOther = due;
            } else if (isAny(cue, {CueKind::StepBegins, CueKind::SwitchSides, CueKind::NextStep, CueKind::Resumed})) {
                RC_ASSERT(isAny(cue, {CueKind::NextStep}) || cue.zone == routine.steps[run.flow.snapshot().step].zone);
                lastOther = due;
            } else if (!isAny(cue, {CueKind::LastSecond})) {
                lastOther = due;
            }
        }
    };
    check(run.handle(ReleaseAction::Primary), 0ms);
    for (const int deed : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12))) {
        if (deed < 5) {
            for (int i = 0; i < deed * 4; ++i) {
                const Milliseconds tick(1 + static_cast<int>(random() % 2000));
                check(run.pass(tick), tick);
            }
        } else if (deed < 11) {
            check(run.handle(
                      static_cast<ReleaseAction>(std::array{0, 0, 1, 2, 3, 4}.at(static_cast<std::size_t>(deed) - 5))),
                  0ms);
        } else {
            run.clock.suspend(20min);
            check(run.pass(1ms), 1ms);
        }
    }
}

}  // namespace
}  // namespace psolog
