// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "releasescenario.h"
#include "session/releaseflow.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::ReleaseScenario;
using Kind = SessionEventKind;
using Stage = ReleaseFlow::Stage;

/// What may happen to a session, with a length for what takes time.
enum class Doing { Wait, Key, AnnouncedSleep, Sleep, Stall, SetClock, Reason, BreakLog, MendLog };

struct Deed {
    Doing doing = Doing::Wait;
    ReleaseAction action = ReleaseAction::Primary;
    int amount = 0;  ///< 0-999
};

rc::Gen<Deed> anyDeed()
{
    const auto doing = rc::gen::weightedElement<Doing>({{6, Doing::Wait},
                                                        {8, Doing::Key},
                                                        {1, Doing::AnnouncedSleep},
                                                        {1, Doing::Sleep},
                                                        {1, Doing::Stall},
                                                        {1, Doing::SetClock},
                                                        {1, Doing::Reason},
                                                        {1, Doing::BreakLog},
                                                        {1, Doing::MendLog}});
    const auto action = rc::gen::weightedElement<ReleaseAction>({{8, ReleaseAction::Primary},
                                                                 {2, ReleaseAction::Pause},
                                                                 {2, ReleaseAction::Resume},
                                                                 {2, ReleaseAction::Skip},
                                                                 {2, ReleaseAction::StepBack},
                                                                 {1, ReleaseAction::Stop}});
    return rc::gen::build<Deed>(rc::gen::set(&Deed::doing, doing), rc::gen::set(&Deed::action, action),
                                rc::gen::set(&Deed::amount, rc::gen::inRange(0, 1000)));
}

void perform(ReleaseScenario& run, const Deed& deed, Milliseconds& lost)
{
    switch (deed.doing) {
    case Doing::Wait:
        run.until(run.elapsed() + Milliseconds(deed.amount * 15));
        break;
    case Doing::Key:
        run.flow.handle(deed.action);
        break;
    case Doing::AnnouncedSleep:
        run.flow.handle(ReleaseAction::Sleep);
        break;
    case Doing::Sleep:
        run.sleep(Milliseconds(1001 + deed.amount * 1000));
        lost += Milliseconds(1001 + deed.amount * 1000);
        break;
    case Doing::Stall:
        run.stall(Milliseconds(2001 + deed.amount * 10));
        lost += Milliseconds(2001 + deed.amount * 10);
        break;
    case Doing::SetClock:
        run.clock.setWall(run.clock.sample().wall.utc + std::chrono::hours(deed.amount - 500));
        break;
    case Doing::Reason:
        run.flow.chooseReason(NameTable<StopReason>::rows[static_cast<std::size_t>(deed.amount) % 6].value);
        break;
    case Doing::BreakLog:
        run.log.failNextWrites(deed.amount % 20);
        break;
    case Doing::MendLog:
        run.log.failNextWrites(0);
        break;
    }
}

void checkSnapshot(const ReleaseFlow::Snapshot& now)
{
    RC_ASSERT(now.remaining >= 0ms);
    RC_ASSERT(now.stepRemaining >= 0ms);
    RC_ASSERT(now.phaseRemaining >= 0ms);
    RC_ASSERT(now.phaseRemaining <= now.phaseTotal);
    RC_ASSERT(now.stepElapsed <= now.stepTotal);
    RC_ASSERT(now.pointsReleased <= now.pointsFound);
    RC_ASSERT(now.point == 0 || now.point == now.pointsFound);
    RC_ASSERT(!now.pacedHold || now.point == 0);
    RC_ASSERT(now.step < now.stepCount);
    for (const double done : now.stepDone)
        RC_ASSERT(done >= 0 && done <= 1);
    RC_ASSERT(now.allowed.primary == (now.primary != PrimaryMeaning::None));
    RC_ASSERT(now.gap == 0ms || now.stage == Stage::GapAsk);
    RC_ASSERT((now.unsavedEvents == 0U) || now.saveError.has_value());
}

/// The events tell a story that hangs together.
void checkStory(const std::vector<SessionEvent>& events, Milliseconds worked, bool stopped)
{
    Milliseconds steps{0};
    Milliseconds last{0};
    bool pointOpen = false;
    bool stepOpen = false;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const SessionEvent& event = events[i];
        RC_ASSERT(event.sequence == static_cast<int>(i));
        RC_ASSERT(event.worked >= last);
        last = event.worked;
        const bool leavesStep = event.kind == Kind::StepEnded || event.kind == Kind::StepSkipped
            || event.kind == Kind::StepBack || event.kind == Kind::Stopped;
        if (leavesStep) {
            RC_ASSERT(stepOpen);
            RC_ASSERT(!pointOpen);
            steps += event.duration.value();
            stepOpen = false;
        } else if (event.kind == Kind::StepStarted) {
            RC_ASSERT(!stepOpen);
            stepOpen = true;
        } else if (event.kind == Kind::PointFound) {
            RC_ASSERT(!pointOpen);
            pointOpen = true;
        } else if (event.kind == Kind::PointReleased || event.kind == Kind::PointLeft) {
            RC_ASSERT(pointOpen);
            pointOpen = false;
        }
        if (i > 0)
            RC_ASSERT(events[i - 1].kind != Kind::Finished && events[i - 1].kind != Kind::Stopped);
    }
    if (stopped)
        RC_ASSERT(steps == worked);
}

RC_GTEST_PROP(ReleaseFlowProperties, NoSequenceOfActionsBreaksASession, (unsigned seed))
{
    ReleaseScenario run(test::oneSideAtATime(), seed + 1);
    run.flow.handle(ReleaseAction::Primary);
    Milliseconds lost{0};
    for (const Deed& deed : *rc::gen::container<std::vector<Deed>>(anyDeed())) {
        const ReleaseFlow::Snapshot before = run.now();
        perform(run, deed, lost);
        checkSnapshot(run.now());
        // Points are what the athlete stated: one key, one point found, one released at most.
        const bool key = deed.doing == Doing::Key && deed.action == ReleaseAction::Primary;
        RC_ASSERT(run.now().pointsFound - before.pointsFound <= (key ? 1 : 0));
        RC_ASSERT(run.now().pointsReleased - before.pointsReleased <= (key ? 1 : 0));
        RC_ASSERT(run.now().pointsFound == run.flow.record().pointsFound());
        RC_ASSERT(run.now().pointsReleased == run.flow.record().pointsReleased());
        RC_ASSERT(run.now().worked <= run.elapsed() - lost);
        const std::vector<SessionEvent> written = run.storedSession().events;
        const std::vector<SessionEvent>& all = run.flow.record().events;
        RC_ASSERT(written.size() + run.now().unsavedEvents == all.size());
        RC_ASSERT(std::equal(written.begin(), written.end(), all.begin()));
    }
    run.log.failNextWrites(0);
    run.flow.retrySave();
    RC_ASSERT(run.storedSession() == run.flow.record());
    const bool ended =
        run.now().stage == Stage::Finished || run.now().stage == Stage::StopAsk || run.now().stage == Stage::Stopped;
    checkStory(run.storedSession().events, run.now().worked, ended);
}

RC_GTEST_PROP(ReleaseFlowProperties, TheTickDoesNotMatter, (unsigned seed))
{
    ReleaseScenario fine(test::dailyFive(), 1);
    ReleaseScenario other(test::dailyFive(), seed + 2);
    Milliseconds when{0};
    for (const Deed& deed : *rc::gen::container<std::vector<Deed>>(anyDeed())) {
        when += Milliseconds(1 + deed.amount * 20);
        fine.at(when, deed.action);
        other.at(when, deed.action);
    }
    RC_ASSERT(fine.storedSession() == other.storedSession());
}

RC_GTEST_PROP(ReleaseFlowProperties, ACrashAtAnyMomentLeavesASessionThatCanGoOn, (unsigned seed))
{
    ReleaseScenario run(test::oneSideAtATime(), seed + 1);
    run.flow.handle(ReleaseAction::Primary);
    Milliseconds lost{0};
    for (const Deed& deed : *rc::gen::container<std::vector<Deed>>(anyDeed()))
        if (deed.doing != Doing::BreakLog)
            perform(run, deed, lost);
    ReleaseSession cut = run.storedSession();
    RC_PRE(!cut.events.empty());
    cut.events.resize(*rc::gen::inRange<std::size_t>(0, cut.events.size() + 1));
    cut.outcome = ReleaseOutcome::Running;
    cut.stopReason.reset();
    cut.worked = 0ms;
    run.log.plant(cut);
    auto flow = ReleaseFlow::resumeFrom(test::oneSideAtATime(), run.log, cut, run.clock.sample());
    RC_ASSERT(flow.has_value());
    const int stated = cut.pointsFound();
    flow->handle(ReleaseAction::Resume);
    for (int i = 0; i < 2'000 && flow->snapshot().stage == Stage::Step; ++i) {
        run.clock.advance(100ms);
        flow->advance(run.clock.sample());
        checkSnapshot(flow->snapshot());
    }
    const Stage stage = flow->snapshot().stage;
    RC_ASSERT(stage == Stage::Finished || stage == Stage::StopAsk);
    RC_ASSERT(run.storedSession() == flow->record());
    RC_ASSERT(flow->record().pointsFound() == stated);
    checkStory(flow->record().events, flow->snapshot().worked, true);
}

}  // namespace
}  // namespace psolog
