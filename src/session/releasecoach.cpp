// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releasecoach.h"

#include <algorithm>
#include <utility>

namespace psolog {

namespace {

using Stage = ReleaseFlow::Stage;
using Phase = ReleaseFlow::Phase;
using Snapshot = ReleaseFlow::Snapshot;

Stretch stretchOf(const Snapshot& now)
{
    const Milliseconds begin = now.stepElapsed - (now.phaseTotal - now.phaseRemaining);
    return {now.step, now.phase, begin, begin + now.phaseTotal};
}

Cue cueOf(CueKind kind, int number = 0)
{
    Cue cue;
    cue.kind = kind;
    cue.number = number;
    return cue;
}

Cue cueInStep(CueKind kind, const Snapshot& now, int number = 0)
{
    Cue cue = cueOf(kind, number);
    cue.step = now.stepKind;
    cue.zone = now.zone;
    cue.side = now.side;
    return cue;
}

}  // namespace

ReleaseCoach::ReleaseCoach(Routine routine) : m_routine(std::move(routine)) { }

std::vector<Cue> ReleaseCoach::follow(const Snapshot& now)
{
    m_due.clear();
    if (!m_last || m_last->stage != now.stage)
        enterStage(now);
    else if (now.stage == Stage::GapAsk && m_last->gap == Milliseconds{0} && now.gap > Milliseconds{0})
        give(cueOf(CueKind::Gap));
    if (now.stage == Stage::Step)
        followStep(now);
    m_last = now;
    return std::exchange(m_due, {});
}

std::optional<Milliseconds> ReleaseCoach::untilNext() const
{
    if (!m_last || m_last->stage != Stage::Step)
        return std::nullopt;
    const Milliseconds end = stretchOf(*m_last).end;
    return (m_ahead.empty() ? end : std::min(end, m_ahead.front().at)) - m_last->stepElapsed;
}

void ReleaseCoach::enterStage(const Snapshot& now)
{
    switch (now.stage) {
    case Stage::Ready:
        give(cueOf(CueKind::Ready));
        break;
    case Stage::Step:
        if (m_last && m_last->stage != Stage::Ready)
            give(cueInStep(CueKind::Resumed, now));
        else
            give(cueOf(CueKind::Started));
        break;
    case Stage::Paused:
        give(cueOf(CueKind::Paused));
        break;
    case Stage::GapAsk:
        give(cueOf(now.gap > Milliseconds{0} ? CueKind::Gap : CueKind::Paused));
        break;
    case Stage::Finished:
        give(cueOf(CueKind::Finished), now.overrun);
        break;
    case Stage::StopAsk:
        give(cueOf(CueKind::Stopped));
        break;
    case Stage::Stopped:
        if (!m_last || m_last->stage != Stage::StopAsk)
            give(cueOf(CueKind::Stopped));
        break;
    }
}

void ReleaseCoach::followStep(const Snapshot& now)
{
    const Stretch stretch = stretchOf(now);
    const bool wasReady = !m_last || m_last->stage == Stage::Ready;
    const bool resumed = !wasReady && m_last->stage != Stage::Step;
    const bool entered = wasReady || now.step != m_last->step || now.stepElapsed < m_last->stepElapsed
        || (resumed && now.stepElapsed == Milliseconds{0});
    if (entered) {
        m_resumed.reset();
        give(stepCue(m_routine, now.step), now.stepElapsed);
    } else if (resumed) {
        m_resumed = now.stepElapsed;
    } else if (stretch.begin != m_stretch.begin || stretch.phase != m_stretch.phase
               || now.pointsFound != m_last->pointsFound) {
        changeStretch(stretch, now);
    } else {
        giveDue(now.stepElapsed, now);
        return;
    }
    plan(stretch, now, entered);
    giveDue(now.stepElapsed, now);
}

void ReleaseCoach::changeStretch(const Stretch& stretch, const Snapshot& now)
{
    std::erase_if(m_ahead, [](const PlannedCue& cue) { return cue.cue.kind == CueKind::Breathe; });
    giveDue(std::min(stretch.begin, now.stepElapsed), now);
    const std::optional<Cue> paced = pacedCue(m_routine, stretch);
    if (now.pointsReleased > m_last->pointsReleased)
        give(cueInStep(CueKind::Released, now, now.pointsFound));
    else if (now.pointsFound > m_last->pointsFound)
        give(cueInStep(CueKind::Found, now, now.pointsFound));
    else if (paced && m_last->point > 0)
        give(cueInStep(CueKind::HoldOver, now, m_last->point), now.stepElapsed - stretch.begin);
    else if (paced)
        give(*paced, now.stepElapsed - stretch.begin);
}

void ReleaseCoach::plan(const Stretch& stretch, const Snapshot& now, bool entered)
{
    m_stretch = stretch;
    StretchContext context;
    context.halfwayGiven = m_halfwayGiven;
    context.resumed = m_resumed;
    if (m_breatheAt)
        context.lastBreathe = *m_breatheAt - (now.worked - now.stepElapsed);
    m_ahead = cuesWithin(m_routine, stretch, context);
    if (!entered)
        std::erase_if(m_ahead, [&](const PlannedCue& cue) { return cue.at <= m_last->stepElapsed; });
}

void ReleaseCoach::giveDue(Milliseconds until, const Snapshot& now)
{
    const auto later =
        std::find_if(m_ahead.begin(), m_ahead.end(), [until](const PlannedCue& cue) { return cue.at > until; });
    for (auto due = m_ahead.begin(); due != later; ++due) {
        const Milliseconds late = now.stepElapsed - due->at;
        if (due->cue.kind == CueKind::Breathe)
            m_breatheAt = now.worked - late;
        m_halfwayGiven = m_halfwayGiven || due->cue.kind == CueKind::Halfway;
        if (due->cue.kind == CueKind::LastSecond)
            std::erase_if(m_due, [](const Cue& cue) { return cue.kind == CueKind::LastSecond; });
        give(std::move(due->cue), late);
    }
    m_ahead.erase(m_ahead.begin(), later);
}

void ReleaseCoach::give(Cue cue, Milliseconds late)
{
    cue.late = late;
    m_due.push_back(std::move(cue));
}

}  // namespace psolog
