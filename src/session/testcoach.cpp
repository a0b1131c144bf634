// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/testcoach.h"

#include <algorithm>
#include <array>
#include <utility>

namespace psolog {

namespace {

constexpr Milliseconds kShortestWithHalfway{8'000};

struct EffortMark {
    CueKind kind = CueKind::LastSecond;
    int number = 0;
    Milliseconds at{0};
};

/// Moments of an effort, in order; those before zero do not happen.
std::array<EffortMark, 4> effortMarks(Milliseconds total)
{
    const auto lastSecond = [total](int second) {
        const Milliseconds at = total - Seconds(second);
        return EffortMark{CueKind::LastSecond, second, at < Seconds(1) ? Milliseconds{-1} : at};
    };
    const Milliseconds half = total < kShortestWithHalfway ? Milliseconds{-1} : total / 2;
    return {EffortMark{CueKind::Halfway, 0, half}, lastSecond(3), lastSecond(2), lastSecond(1)};
}

bool isSameReading(const SelfTestView& a, const SelfTestView& b)
{
    return a.readingSide == b.readingSide && a.readingPosture == b.readingPosture && a.repeat == b.repeat;
}

Cue cueOf(CueKind kind, const SelfTestView& view, Milliseconds late, int number)
{
    Cue cue;
    cue.kind = kind;
    cue.late = late;
    cue.number = number;
    cue.posture = view.readingPosture;
    if (view.readingSide)
        cue.side = *view.readingSide == Side::Left ? BodySide::Left : BodySide::Right;
    return cue;
}

}  // namespace

std::vector<Cue> TestCoach::follow(const SelfTestView& now)
{
    m_due.clear();
    const bool entered = !m_last || m_last->part != now.part || !isSameReading(*m_last, now);
    if (const std::optional<int> rating = takenRating(now))
        give(CueKind::Rated, *m_last, Milliseconds{0}, *rating);
    if (entered)
        enterStage(now);
    else if (now.part == TestStage::Paused && m_last->gap == Milliseconds{0} && now.gap > Milliseconds{0})
        give(CueKind::Gap, now);
    if (now.part == TestStage::Effort)
        followEffort(now, entered ? Milliseconds{-1} : m_last->inStage);
    const bool offersAnew = entered || now.offered != m_last->offered || now.offeredFor < m_last->offeredFor;
    if (now.offered && offersAnew)
        give(CueKind::Offer, now, now.offeredFor, static_cast<int>(*now.offered));
    m_last = now;
    return std::exchange(m_due, {});
}

std::optional<Milliseconds> TestCoach::untilNext() const
{
    if (!m_last || !m_last->wantsTicks)
        return std::nullopt;
    if (m_last->part == TestStage::Rate)
        return m_last->untilOffer;
    Milliseconds next = m_last->countdown.total;
    if (m_last->part == TestStage::Effort)
        for (const EffortMark& mark : effortMarks(m_last->countdown.total))
            if (mark.at > m_last->inStage)
                next = std::min(next, mark.at);
    return next - m_last->inStage;
}

std::optional<int> TestCoach::takenRating(const SelfTestView& now) const
{
    const bool mayRate = m_last && (m_last->part == TestStage::Effort || m_last->part == TestStage::Rate);
    if (!mayRate || !now.current)
        return std::nullopt;
    const bool taken = m_last->part == TestStage::Rate
        ? now.part != TestStage::Rate
        : !m_last->current || m_last->current->contraction != now.current->contraction;
    return taken ? std::optional(static_cast<int>(now.current->contraction)) : std::nullopt;
}

void TestCoach::enterStage(const SelfTestView& now)
{
    const TestStage before = m_last ? m_last->part : TestStage::Introduction;
    const bool waits = now.part == TestStage::Paused || now.part == TestStage::Cancelled;
    if (before == TestStage::Effort && !waits)
        give(CueKind::EffortOver, *m_last, now.inStage, m_last->repeat);
    if (before == TestStage::Paused && now.part != TestStage::Cancelled)
        give(CueKind::Resumed, now);
    if (m_last && before == TestStage::Introduction && now.part != TestStage::Cancelled)
        give(CueKind::Started, now, now.inStage);

    switch (now.part) {
    case TestStage::Introduction:
        give(CueKind::Ready, now);
        break;
    case TestStage::GetReady:
        give(CueKind::GetReady, now, now.inStage, now.repeat);
        break;
    case TestStage::Posture:
        give(CueKind::Posture, now, now.inStage, now.repeat);
        break;
    case TestStage::Effort:
        give(CueKind::Effort, now, now.inStage, now.repeat);
        break;
    case TestStage::Rate:
        give(CueKind::Rate, now, now.inStage, now.repeat);
        break;
    case TestStage::SwitchSides:
        give(CueKind::SwitchSides, now, now.inStage);
        break;
    case TestStage::Paused:
        give(now.gap > Milliseconds{0} ? CueKind::Gap : CueKind::Paused, now);
        break;
    case TestStage::Result:
        give(CueKind::Finished, now, now.inStage);
        break;
    case TestStage::Cancelled:
        give(CueKind::Stopped, now);
        break;
    }
}

void TestCoach::followEffort(const SelfTestView& now, Milliseconds since)
{
    for (const EffortMark& mark : effortMarks(now.countdown.total)) {
        if (mark.at <= std::max(since, Milliseconds{0}) || mark.at > now.inStage)
            continue;
        if (mark.kind == CueKind::LastSecond)
            std::erase_if(m_due, [](const Cue& cue) { return cue.kind == CueKind::LastSecond; });
        give(mark.kind, now, now.inStage - mark.at, mark.number);
    }
}

void TestCoach::give(CueKind kind, const SelfTestView& now, Milliseconds late, int number)
{
    Cue cue = cueOf(kind, now, late, number);
    if (kind == CueKind::GetReady || kind == CueKind::Posture || kind == CueKind::SwitchSides)
        cue.ahead = now.countdown.total;
    m_due.push_back(std::move(cue));
}

}  // namespace psolog
