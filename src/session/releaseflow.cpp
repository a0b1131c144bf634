// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releaseflow.h"

#include <algorithm>
#include <utility>

namespace psolog {

namespace {

ReleaseSession newSession(const Routine& routine, const ReleaseConfig& config)
{
    ReleaseSession session;
    session.id = config.id;
    session.routineId = routine.id;
    session.routineName = routine.name;
    session.planned = routine.total();
    session.before = config.before;
    return session;
}

}  // namespace

ReleaseFlow::ReleaseFlow(Routine routine, IReleaseLog& log, ReleaseConfig config, const ClockSample& now)
    : ReleaseFlow(routine, ReleaseJournal(newSession(routine, config), false, log), config.dayStart, now)
{
}

ReleaseFlow::ReleaseFlow(Routine routine, ReleaseJournal journal, std::chrono::minutes dayStart, const ClockSample& now)
    : m_routine(std::move(routine)),
      m_journal(std::move(journal)),
      m_dayStart(dayStart),
      m_stepDone(m_routine.steps.size())
{
    m_meter.advance(now);
    m_journal.tick(now.steady);
}

void ReleaseFlow::advance(const ClockSample& now)
{
    m_journal.hold();
    pass(now);
    store();
}

void ReleaseFlow::handle(ReleaseAction action)
{
    m_journal.hold();
    act(action);
    store();
}

void ReleaseFlow::store()
{
    if (m_journal.wantsToWrite() && m_hear)
        m_hear();
    m_journal.release();
}

void ReleaseFlow::pass(const ClockSample& now)
{
    const TickSpan span = m_meter.advance(now);
    m_journal.tick(m_meter.steady());
    if (m_sleeping && span.slept > Milliseconds{0}) {
        m_sleeping = false;
        m_gap = span.slept;
        emitEvent(SessionEventKind::Gap, m_gap);
    }
    if (m_stage != Stage::Step)
        return;
    if (span.gap > Milliseconds{0}) {
        waitForAnswer(span.gap);
        emitEvent(SessionEventKind::Gap, span.gap);
        return;
    }
    m_late = span.passed;
    while (m_late > Milliseconds{0} && m_stage == Stage::Step)
        work();
    m_overrun = m_late;
    m_late = Milliseconds{0};
}

void ReleaseFlow::act(ReleaseAction action)
{
    const Allowed may = allowed();
    switch (action) {
    case ReleaseAction::Primary:
        if (may.primary)
            primary();
        break;
    case ReleaseAction::Pause:
        if (may.pause) {
            emitEvent(SessionEventKind::Paused);
            enter(Stage::Paused);
        }
        break;
    case ReleaseAction::Resume:
        if (may.resume)
            resume();
        break;
    case ReleaseAction::Skip:
        if (may.skip) {
            leaveStep(SessionEventKind::StepSkipped);
            nextStep();
        }
        break;
    case ReleaseAction::StepBack:
        if (may.stepBack)
            stepBack();
        break;
    case ReleaseAction::Stop:
        if (may.stop)
            stop();
        break;
    case ReleaseAction::Sleep:
        if (m_stage == Stage::Step)
            sleep();
        break;
    }
}

void ReleaseFlow::chooseReason(StopReason reason)
{
    if (!allowed().chooseReason)
        return;
    enter(Stage::Stopped);
    m_journal.update([reason](ReleaseSession& session) {
        session.redAcknowledged = session.redAcknowledged && session.stopReason == reason;
        session.stopReason = reason;
    });
}

void ReleaseFlow::setTightnessAfter(const Tightness& after)
{
    if (allowed().tightnessAfter)
        m_journal.update([&after](ReleaseSession& session) { session.after = after; });
}

void ReleaseFlow::acknowledgeRedStop()
{
    const std::optional<StopReason> reason = record().stopReason;
    if (m_stage == Stage::Stopped && reason && isRed(*reason))
        m_journal.update([](ReleaseSession& session) { session.redAcknowledged = true; });
}

void ReleaseFlow::retrySave()
{
    m_journal.write();
}

void ReleaseFlow::enter(Stage stage)
{
    if (stage != Stage::GapAsk) {
        m_gap = Milliseconds{0};
        m_sleeping = false;
    }
    if (stage == Stage::Finished || stage == Stage::StopAsk)
        m_phase = Phase::None;
    m_stage = stage;
}

void ReleaseFlow::start()
{
    const Instant at = m_meter.wall();
    m_journal.update([&](ReleaseSession& session) { session.recorded = RecordedAt{at, localDayOf(at, m_dayStart)}; });
    enter(Stage::Step);
    beginStep(0);
}

void ReleaseFlow::primary()
{
    const PrimaryMeaning meaning = primaryMeaning();
    switch (meaning) {
    case PrimaryMeaning::None:
        break;
    case PrimaryMeaning::Start:
        start();
        break;
    case PrimaryMeaning::Resume:
        resume();
        break;
    case PrimaryMeaning::FoundPoint:
    case PrimaryMeaning::PointReleased:
        if (m_sinceChange < kKeyGrace)
            break;
        if (meaning == PrimaryMeaning::FoundPoint)
            found();
        else
            released();
        break;
    }
}

void ReleaseFlow::resume()
{
    if (m_resumedAfterCrash)
        closePoint(SessionEventKind::PointLeft);
    m_resumedAfterCrash = false;
    emitEvent(SessionEventKind::Resumed);
    enter(Stage::Step);
    m_sinceChange = Milliseconds{0};
    if (!m_stepOpen)
        beginStep(m_step);
}

void ReleaseFlow::beginStep(std::size_t step)
{
    m_step = step;
    m_stepOpen = true;
    m_stepElapsed = Milliseconds{0};
    setPhase(current().kind == StepKind::Zone ? Phase::Scan : Phase::None);
    emitEvent(SessionEventKind::StepStarted);
}

void ReleaseFlow::leaveStep(SessionEventKind how)
{
    closePoint(SessionEventKind::PointLeft);
    m_stepDone[m_step] =
        static_cast<double>(m_stepElapsed.count()) / static_cast<double>(Milliseconds(current().duration).count());
    emitEvent(how, m_stepElapsed);
    m_stepOpen = false;
}

void ReleaseFlow::nextStep()
{
    if (m_step + 1 < m_routine.steps.size())
        beginStep(m_step + 1);
    else
        finish();
}

void ReleaseFlow::stepBack()
{
    closePoint(SessionEventKind::PointLeft);
    const Milliseconds partial = m_stepElapsed;
    m_stepOpen = false;
    if (m_step > 0)
        --m_step;
    m_stepDone[m_step] = 0;
    emitEvent(SessionEventKind::StepBack, partial);
    beginStep(m_step);
}

void ReleaseFlow::stop()
{
    closePoint(SessionEventKind::PointLeft);
    m_resumedAfterCrash = false;
    emitEvent(SessionEventKind::Stopped, m_stepElapsed);
    enter(Stage::StopAsk);
    m_journal.update([this](ReleaseSession& session) {
        session.outcome = ReleaseOutcome::Stopped;
        session.worked = m_worked;
    });
}

void ReleaseFlow::finish()
{
    emitEvent(SessionEventKind::Finished);
    enter(Stage::Finished);
    m_journal.update([this](ReleaseSession& session) {
        session.outcome = ReleaseOutcome::Completed;
        session.worked = m_worked;
    });
}

void ReleaseFlow::found()
{
    m_point = Point{++m_pointsFound, Milliseconds{0}};
    emitEvent(SessionEventKind::PointFound, std::nullopt, m_point->number);
    setPhase(Phase::Hold);
}

void ReleaseFlow::released()
{
    if (isPacedHold()) {
        // What released had been found: both are stated now, and the point was held since the hold began.
        m_point = Point{++m_pointsFound, m_phaseElapsed};
        emitEvent(SessionEventKind::PointFound, std::nullopt, m_point->number);
    }
    closePoint(SessionEventKind::PointReleased);
    setPhase(Phase::Scan);
}

void ReleaseFlow::closePoint(SessionEventKind how)
{
    if (!m_point)
        return;
    if (how == SessionEventKind::PointReleased)
        ++m_pointsReleased;
    emitEvent(how, m_point->held, m_point->number);
    m_point.reset();
}

void ReleaseFlow::waitForAnswer(Milliseconds gap)
{
    closePoint(SessionEventKind::PointLeft);
    if (m_phase == Phase::Hold)
        setPhase(Phase::Scan);
    enter(Stage::GapAsk);
    m_gap = gap;
}

void ReleaseFlow::sleep()
{
    // How long it sleeps is known, and stored, when it is back; till then the log says that nothing runs.
    waitForAnswer(Milliseconds{0});
    emitEvent(SessionEventKind::Paused);
    m_sleeping = true;
}

void ReleaseFlow::work()
{
    const Milliseconds done = std::min(m_late, phaseRemaining());
    m_late -= done;
    m_worked += done;
    m_stepElapsed += done;
    m_phaseElapsed += done;
    m_sinceChange += done;
    if (m_point)
        m_point->held += done;
    if (phaseRemaining() > Milliseconds{0})
        return;
    if (stepRemaining() <= Milliseconds{0}) {
        leaveStep(SessionEventKind::StepEnded);
        nextStep();
    } else if (m_phase == Phase::Scan) {
        beginPacedHold();
    } else {
        closePoint(SessionEventKind::PointLeft);
        setPhase(Phase::Scan);
    }
}

void ReleaseFlow::setPhase(Phase phase)
{
    m_phase = phase;
    m_phaseElapsed = Milliseconds{0};
    m_sinceChange = Milliseconds{0};
}

void ReleaseFlow::beginPacedHold()
{
    // No grace: a key now means "found one" (see primaryMeaning()), unless it is one pressed twice just before.
    const Milliseconds since = m_sinceChange;
    setPhase(Phase::Hold);
    m_sinceChange = since;
}

void ReleaseFlow::emitEvent(SessionEventKind kind, std::optional<Milliseconds> duration, std::optional<int> point)
{
    SessionEvent event;
    event.at = m_meter.wall(m_late);
    event.worked = m_worked;
    event.kind = kind;
    event.step = static_cast<int>(m_step);
    event.zone = current().zone;
    event.side = current().side;
    event.point = point;
    event.duration = duration;
    m_journal.append(std::move(event));
}

Milliseconds ReleaseFlow::stepRemaining() const
{
    return current().duration - m_stepElapsed;
}

Milliseconds ReleaseFlow::phaseTotal() const
{
    const Milliseconds toStepEnd = stepRemaining() + m_phaseElapsed;
    switch (m_phase) {
    case Phase::None:
        break;
    case Phase::Scan:
        return pacedScan(toStepEnd);
    case Phase::Hold:
        return isPacedHold() ? pacedHold(toStepEnd) : std::min<Milliseconds>(kLongestHold, toStepEnd);
    }
    return current().duration;
}

Milliseconds ReleaseFlow::phaseRemaining() const
{
    return m_phase == Phase::None ? stepRemaining() : phaseTotal() - m_phaseElapsed;
}

}  // namespace psolog
