// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cueplan.h"

#include <algorithm>
#include <utility>

namespace psolog {

namespace {

using Phase = ReleaseFlow::Phase;

Cue cueInStep(CueKind kind, const RoutineStep& step)
{
    Cue cue;
    cue.kind = kind;
    cue.step = step.kind;
    cue.zone = step.zone;
    cue.side = step.side;
    return cue;
}

/// The side to be worked after a switch; Both when no later step has one.
BodySide sideAfter(const Routine& routine, std::size_t step)
{
    for (std::size_t later = step + 1; later < routine.steps.size(); ++later)
        if (routine.steps[later].side != BodySide::Both && routine.steps[later].kind != StepKind::Switch)
            return routine.steps[later].side;
    return BodySide::Both;
}

BodySide sideToAnnounce(const Routine& routine, std::size_t step)
{
    return routine.steps[step].kind == StepKind::Switch ? sideAfter(routine, step) : routine.steps[step].side;
}

Milliseconds beginOf(const Routine& routine, std::size_t step)
{
    Milliseconds begin{0};
    for (std::size_t before = 0; before < step; ++before)
        begin += routine.steps[before].duration;
    return begin;
}

/// Cues at a fixed time of the step: what comes next, and the last seconds.
std::vector<PlannedCue> fixedCues(const Routine& routine, std::size_t index)
{
    const RoutineStep& step = routine.steps[index];
    const Milliseconds end = step.duration;
    std::vector<PlannedCue> cues;
    if (index + 1 < routine.steps.size() && step.duration >= kShortestWithNext) {
        const RoutineStep& next = routine.steps[index + 1];
        Cue cue = cueInStep(CueKind::NextStep, next);
        cue.side = sideToAnnounce(routine, index + 1);
        cue.ahead = step.duration >= kLongStep ? kNextStepAhead : kNextStepAheadShort;
        cues.push_back({end - cue.ahead, cue});
    }
    for (int second = 3; second >= 1; --second) {
        const Milliseconds at = end - Seconds(second);
        if (at < Seconds(1))
            continue;
        Cue cue = cueInStep(CueKind::LastSecond, step);
        cue.number = second;
        cues.push_back({at, cue});
    }
    return cues;
}

/// The first moment from `time` on that is kCueClearance away from each of `others`.
Milliseconds clearMoment(Milliseconds time, std::vector<Milliseconds>& others)
{
    std::sort(others.begin(), others.end());
    for (const Milliseconds other : others)
        if (std::chrono::abs(time - other) < kCueClearance)
            time = other + kCueClearance;
    return time;
}

/// When the first Breathe of a stretch may come; nothing when it has none.
std::optional<Milliseconds> firstBreathe(const RoutineStep& step, const Stretch& stretch)
{
    if (stretch.end - stretch.begin < kLongStep)
        return std::nullopt;
    if (stretch.phase == Phase::Hold)
        return stretch.begin + kFirstBreathe;
    if (step.kind == StepKind::Settle || step.kind == StepKind::Rest)
        return stretch.begin + kFirstBreatheLying;
    return std::nullopt;
}

std::optional<Milliseconds> halfwayAt(const Routine& routine, const Stretch& stretch, const StretchContext& context,
                                      std::vector<Milliseconds>& others)
{
    if (context.halfwayGiven || routine.total() < kShortestWithHalfway)
        return std::nullopt;
    const Milliseconds due = Milliseconds(routine.total()) / 2 - beginOf(routine, stretch.step);
    const Milliseconds from =
        std::max(due, context.resumed ? std::max(stretch.begin, *context.resumed) : stretch.begin);
    const Milliseconds at = clearMoment(from, others);
    return at <= due + kHalfwayLatest && at < stretch.end ? std::optional(at) : std::nullopt;
}

}  // namespace

std::vector<PlannedCue> cuesWithin(const Routine& routine, const Stretch& stretch, const StretchContext& context)
{
    const RoutineStep& step = routine.steps[stretch.step];
    std::vector<PlannedCue> cues = fixedCues(routine, stretch.step);
    std::vector<Milliseconds> others{Milliseconds{0}, step.duration, stretch.begin, stretch.end};
    if (context.resumed)
        others.push_back(*context.resumed);
    for (const PlannedCue& cue : cues)
        others.push_back(cue.at);

    if (const auto halfway = halfwayAt(routine, stretch, context, others)) {
        cues.push_back({*halfway, cueInStep(CueKind::Halfway, step)});
        others.push_back(*halfway);
    }
    if (const auto first = firstBreathe(step, stretch)) {
        Milliseconds from = *first;
        if (context.lastBreathe)
            from = std::max(from, *context.lastBreathe + kBreatheEvery);
        if (context.resumed)
            from = std::max(from, *context.resumed);
        for (Milliseconds at = clearMoment(from, others); at < stretch.end;
             at = clearMoment(at + kBreatheEvery, others))
            cues.push_back({at, cueInStep(CueKind::Breathe, step)});
    }

    std::erase_if(cues, [&](const PlannedCue& cue) { return cue.at < stretch.begin || cue.at >= stretch.end; });
    std::stable_sort(cues.begin(), cues.end(), [](const PlannedCue& a, const PlannedCue& b) { return a.at < b.at; });
    return cues;
}

Cue stepCue(const Routine& routine, std::size_t index)
{
    const RoutineStep& step = routine.steps[index];
    Cue cue = cueInStep(step.kind == StepKind::Switch ? CueKind::SwitchSides : CueKind::StepBegins, step);
    cue.side = sideToAnnounce(routine, index);
    if (step.kind == StepKind::Switch)
        cue.ahead = step.duration;
    cue.text = step.cue;
    return cue;
}

std::optional<Cue> pacedCue(const Routine& routine, const Stretch& stretch)
{
    if (stretch.phase == Phase::None || stretch.end - stretch.begin < kShortestAnnounced)
        return std::nullopt;
    return cueInStep(stretch.phase == Phase::Scan ? CueKind::Scan : CueKind::Hold, routine.steps[stretch.step]);
}

std::vector<PlannedCue> plannedCues(const Routine& routine)
{
    std::vector<PlannedCue> all;
    Cue started;
    started.kind = CueKind::Started;
    all.push_back({Milliseconds{0}, started});

    StretchContext context;
    Milliseconds began{0};
    for (std::size_t index = 0; index < routine.steps.size(); ++index) {
        const RoutineStep& step = routine.steps[index];
        const Milliseconds total = step.duration;
        all.push_back({began, stepCue(routine, index)});
        Stretch stretch{index, step.kind == StepKind::Zone ? Phase::Scan : Phase::None, Milliseconds{0}, total};
        if (stretch.phase == Phase::Scan)
            stretch.end = pacedScan(total);
        while (true) {
            for (PlannedCue& cue : cuesWithin(routine, stretch, context)) {
                if (cue.cue.kind == CueKind::Breathe)
                    context.lastBreathe = cue.at;
                context.halfwayGiven = context.halfwayGiven || cue.cue.kind == CueKind::Halfway;
                all.push_back({began + cue.at, std::move(cue.cue)});
            }
            if (stretch.end >= total)
                break;
            stretch.phase = stretch.phase == Phase::Scan ? Phase::Hold : Phase::Scan;
            stretch.begin = stretch.end;
            const Milliseconds left = total - stretch.begin;
            stretch.end += stretch.phase == Phase::Scan ? pacedScan(left) : pacedHold(left);
            if (std::optional<Cue> cue = pacedCue(routine, stretch))
                all.push_back({began + stretch.begin, std::move(*cue)});
        }
        began += total;
        if (context.lastBreathe)
            *context.lastBreathe -= total;
    }

    Cue finished;
    finished.kind = CueKind::Finished;
    all.push_back({began, finished});
    return all;
}

}  // namespace psolog
