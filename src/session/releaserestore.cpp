// SPDX-License-Identifier: GPL-3.0-or-later
// How a release session that a crash cut off is brought back from its events.
#include <algorithm>
#include <utility>

#include "session/releaseflow.h"

namespace psolog {

Result<ReleaseFlow> ReleaseFlow::resumeFrom(Routine routine, IReleaseLog& log, ReleaseSession session,
                                            const ClockSample& now)
{
    if (session.outcome != ReleaseOutcome::Running && !lacksReason(session))
        return fail(ErrorCode::InvalidValue, "the session has ended");
    if (!fitsRoutine(session, routine))
        return fail(ErrorCode::InvalidValue,
                    "the session belongs to another routine, or to one that was changed since");
    ReleaseFlow flow(std::move(routine), ReleaseJournal(std::move(session), true, log), kDefaultDayStart, now);
    if (Result<void> restored = flow.restore(); !restored)
        return tl::unexpected<Error>(std::move(restored.error()));
    return flow;
}

Result<void> ReleaseFlow::restore()
{
    const std::vector<SessionEvent> events = record().events;
    if (lacksReason(record()) && (events.empty() || events.back().kind != SessionEventKind::Stopped))
        return fail(ErrorCode::InvalidValue, "the session is stopped, but its events do not say so");
    Milliseconds stepBegan{0};
    Milliseconds pointBegan{0};
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].sequence != static_cast<int>(i))
            return fail(ErrorCode::InvalidValue, "an event of the session is missing");
        if (Result<void> replayed = replay(events[i], stepBegan, pointBegan); !replayed)
            return replayed;
    }
    if (m_point)
        m_point->held = m_worked - pointBegan;
    setPhase(current().kind == StepKind::Zone ? Phase::Scan : Phase::None);

    const auto last = events.empty() ? SessionEventKind::StepStarted : events.back().kind;
    const bool stepOver = last == SessionEventKind::StepEnded || last == SessionEventKind::StepSkipped;
    const bool allDone = stepOver && m_step + 1 == m_routine.steps.size();
    if (last == SessionEventKind::Stopped) {
        enter(Stage::StopAsk);
        m_journal.update([this](ReleaseSession& session) {
            session.outcome = ReleaseOutcome::Stopped;
            session.worked = m_worked;
        });
    } else if (last == SessionEventKind::Finished) {
        enter(Stage::Finished);
        m_journal.update([this](ReleaseSession& session) {
            session.outcome = ReleaseOutcome::Completed;
            session.worked = m_worked;
        });
    } else if (allDone) {
        finish();
    } else {
        if (stepOver) {
            ++m_step;
            m_stepElapsed = Milliseconds{0};
            setPhase(current().kind == StepKind::Zone ? Phase::Scan : Phase::None);
        }
        m_resumedAfterCrash = true;
        enter(Stage::Paused);
    }
    return {};
}

Result<void> ReleaseFlow::replay(const SessionEvent& event, Milliseconds& stepBegan, Milliseconds& pointBegan)
{
    const auto step = static_cast<std::size_t>(std::max(event.step, 0));
    if (event.step < 0 || step >= m_routine.steps.size())
        return fail(ErrorCode::InvalidValue, "an event of the session names a step that the routine does not have");
    if (event.worked < m_worked)
        return fail(ErrorCode::InvalidValue, "the time worked in the session runs backwards");
    m_worked = event.worked;
    if (m_stepOpen)
        m_stepElapsed = m_worked - stepBegan;
    if (m_stepElapsed > m_routine.steps[m_step].duration)
        return fail(ErrorCode::InvalidValue, "a step of the session is longer than in the routine");

    switch (event.kind) {
    case SessionEventKind::StepStarted:
        m_step = step;
        m_stepOpen = true;
        m_stepElapsed = Milliseconds{0};
        stepBegan = m_worked;
        break;
    case SessionEventKind::StepEnded:
    case SessionEventKind::StepSkipped: {
        const Milliseconds total = m_routine.steps[step].duration;
        m_stepDone[step] = static_cast<double>(m_stepElapsed.count()) / static_cast<double>(total.count());
        m_stepOpen = false;
        break;
    }
    case SessionEventKind::StepBack:
        m_step = step;
        m_stepOpen = false;
        m_stepElapsed = Milliseconds{0};
        m_stepDone[step] = 0;
        break;
    case SessionEventKind::PointFound:
        m_point = Point{++m_pointsFound, Milliseconds{0}};
        pointBegan = m_worked;
        break;
    case SessionEventKind::PointReleased:
        ++m_pointsReleased;
        m_point.reset();
        break;
    case SessionEventKind::PointLeft:
        m_point.reset();
        break;
    case SessionEventKind::Paused:
    case SessionEventKind::Resumed:
    case SessionEventKind::Gap:
    case SessionEventKind::Finished:
    case SessionEventKind::Stopped:
        break;
    }
    return {};
}

bool lacksReason(const ReleaseSession& session)
{
    return session.outcome == ReleaseOutcome::Stopped && !session.stopReason;
}

bool fitsRoutine(const ReleaseSession& session, const Routine& routine)
{
    const auto fits = [&routine](const SessionEvent& event) {
        const auto step = static_cast<std::size_t>(std::max(event.step, 0));
        return event.step >= 0 && step < routine.steps.size() && event.zone == routine.steps[step].zone
            && event.side == routine.steps[step].side;
    };
    return session.routineId == routine.id && session.planned == routine.total()
        && std::all_of(session.events.begin(), session.events.end(), fits);
}

ReleaseSession endedAs(ReleaseSession session, ReleaseOutcome outcome)
{
    // Esc was pressed, whatever did not get written after it: a stop must not lose its question.
    const bool stopped = !session.events.empty() && session.events.back().kind == SessionEventKind::Stopped;
    session.outcome = stopped && outcome == ReleaseOutcome::Partial ? ReleaseOutcome::Stopped : outcome;
    if (!session.events.empty())
        session.worked = std::max(session.worked, session.events.back().worked);
    return session;
}

}  // namespace psolog
