// SPDX-License-Identifier: GPL-3.0-or-later
// What a release session shows of itself.
#include "session/releaseflow.h"

namespace psolog {

ReleaseFlow::Snapshot ReleaseFlow::snapshot() const
{
    Snapshot now;
    now.stage = m_stage;
    now.phase = m_phase;
    now.primary = primaryMeaning();
    now.allowed = allowed();

    now.step = m_step;
    now.stepCount = m_routine.steps.size();
    now.stepKind = current().kind;
    now.zone = current().zone;
    now.side = current().side;
    now.cue = current().cue;
    now.pose = current().pose;

    now.point = m_phase == Phase::Hold && m_point ? m_point->number : 0;
    now.pacedHold = isPacedHold();
    now.pointsFound = m_pointsFound;
    now.pointsReleased = m_pointsReleased;

    now.stepElapsed = m_stepElapsed;
    now.stepTotal = current().duration;
    now.worked = m_worked;
    now.planned = m_routine.total();
    now.stepDone = m_stepDone;
    if (m_stage != Stage::Finished) {
        now.phaseRemaining = phaseRemaining();
        now.phaseTotal = phaseTotal();
        now.stepRemaining = stepRemaining();
        now.remaining = now.stepRemaining;
        for (std::size_t step = m_step + 1; step < m_routine.steps.size(); ++step)
            now.remaining += m_routine.steps[step].duration;
        if (m_stepOpen)
            now.stepDone[m_step] =
                static_cast<double>(m_stepElapsed.count()) / static_cast<double>(now.stepTotal.count());
    }

    now.overrun = m_stage == Stage::Finished ? m_overrun : Milliseconds{0};
    now.gap = m_gap;
    now.resumedAfterCrash = m_resumedAfterCrash;
    now.stopReason = record().stopReason;
    now.saveError = m_journal.error();
    now.unsavedEvents = m_journal.unsavedEvents();
    return now;
}

PrimaryMeaning ReleaseFlow::primaryMeaning() const
{
    switch (m_stage) {
    case Stage::Ready:
        return PrimaryMeaning::Start;
    case Stage::Paused:
    case Stage::GapAsk:
        return PrimaryMeaning::Resume;
    case Stage::Step:
        if (m_phase == Phase::Scan)
            return PrimaryMeaning::FoundPoint;
        if (m_phase == Phase::Hold)
            return isPacedHold() && m_phaseElapsed < kFoundGrace ? PrimaryMeaning::FoundPoint
                                                                 : PrimaryMeaning::PointReleased;
        break;
    case Stage::Finished:
    case Stage::StopAsk:
    case Stage::Stopped:
        break;
    }
    return PrimaryMeaning::None;
}

ReleaseFlow::Allowed ReleaseFlow::allowed() const
{
    const bool waits = m_stage == Stage::Paused || m_stage == Stage::GapAsk;
    const bool stopped = m_stage == Stage::StopAsk || m_stage == Stage::Stopped;
    Allowed may;
    may.primary = primaryMeaning() != PrimaryMeaning::None;
    may.pause = m_stage == Stage::Step;
    may.resume = waits;
    may.skip = m_stage == Stage::Step;
    may.stepBack = m_stage == Stage::Step;
    may.stop = m_stage == Stage::Step || waits;
    may.chooseReason = stopped;
    may.tightnessAfter = stopped || m_stage == Stage::Finished;
    return may;
}

}  // namespace psolog
