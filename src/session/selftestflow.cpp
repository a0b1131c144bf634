// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/selftestflow.h"

#include <utility>

namespace psolog {

namespace {

constexpr Milliseconds kGetReady{5'000};
constexpr Milliseconds kGetIntoPosture{5'000};
constexpr Milliseconds kSwitchSides{8'000};

}  // namespace

SelfTestFlow::SelfTestFlow(SelfTest test, std::vector<Reading> slots, ISelfTestLog& log, std::chrono::minutes dayStart,
                           const ClockSample& now)
    : m_progress(std::move(test), std::move(slots), log),
      m_dayStart(dayStart)
{
    m_meter.advance(now);
}

void SelfTestFlow::advance(const ClockSample& now)
{
    const TickSpan span = m_meter.advance(now);
    if (m_sleeping && span.slept > Milliseconds{0}) {
        m_gap = span.slept;
        m_sleeping = false;
    }
    if (m_stage == TestStage::Rate) {
        if (span.gap > Milliseconds{0} && m_scan.isRunning())
            m_scan.beginRound();
        m_scan.advance(span.passed);
        m_elapsed += span.passed;
    }
    if (!isCountdown())
        return;
    if (span.gap > Milliseconds{0}) {
        pause(span.gap, PauseCause::Gap);
        return;
    }
    m_elapsed += span.passed;
    while (isCountdown() && m_elapsed >= total(m_stage)) {
        const Milliseconds late = m_elapsed - total(m_stage);
        moveOn();
        m_elapsed = late;
        if (m_stage == TestStage::Rate)
            m_scan.begin(late);
    }
}

void SelfTestFlow::handle(TestAction action)
{
    const TestAllowed may = allowed();
    switch (action) {
    case TestAction::Start:
        if (may.start) {
            m_progress.begin(m_meter.wall(), m_dayStart);
            toReading(m_progress.slot().side);
        }
        break;
    case TestAction::Pause:
        if (may.pause)
            pause(Milliseconds{0}, PauseCause::Asked);
        break;
    case TestAction::Resume:
        if (may.resume)
            resume();
        break;
    case TestAction::Redo:
        if (may.redo)
            redo();
        break;
    case TestAction::Cancel:
        if (may.cancel) {
            m_progress.retrySave();
            enter(m_progress.isComplete() ? TestStage::Result : TestStage::Cancelled);
        }
        break;
    case TestAction::RetrySave:
        m_progress.retrySave();
        break;
    case TestAction::Primary:
        primary();
        break;
    case TestAction::Sleep:
        if (may.pause) {
            pause(Milliseconds{0}, PauseCause::Gap);
            m_sleeping = true;
        }
        break;
    }
}

void SelfTestFlow::rate(Contraction contraction)
{
    // Only for the reading that runs: a key pressed on the way to the next one must not overwrite the last.
    if (ratingTarget() != RatingTarget::Current)
        return;
    m_progress.hold();
    m_progress.rate(contraction);
    if (m_stage == TestStage::Rate)
        toNextReading();
    if (m_hear)
        m_hear();
    m_progress.release();
}

void SelfTestFlow::fill(SelfTestView& view) const
{
    m_progress.fill(view, ratingTarget());
    view.part = m_stage;
    view.pausedPart = m_stage == TestStage::Paused ? m_pausedStage : m_stage;
    view.readingSide = m_progress.slot().side;
    view.readingPosture = m_progress.slot().posture;
    view.awaitingRating = m_stage == TestStage::Rate;
    if (m_stage == TestStage::Rate) {
        view.offered = m_scan.offered();
        view.offeredFor = m_scan.offeredFor();
        view.untilOffer = m_scan.untilNext();
    }
    view.inStage = m_elapsed;
    view.wantsTicks = isCountdown() || (m_stage == TestStage::Rate && m_scan.isRunning());
    view.primary = primaryMeaning();
    view.pauseCause = m_pauseCause;
    view.gap = m_gap;
    view.countdown.total = total(view.pausedPart);
    if (view.countdown.total > Milliseconds{0}) {
        view.countdown.elapsed = m_elapsed;
        view.countdown.remaining = view.countdown.total - m_elapsed;
    }
    view.allowed = allowed();
}

void SelfTestFlow::enter(TestStage stage)
{
    if (stage == TestStage::Effort)
        m_progress.beginEffort();
    if (stage != TestStage::Paused) {
        m_elapsed = Milliseconds{0};
        m_pauseCause = PauseCause::None;
        m_gap = Milliseconds{0};
        m_sleeping = false;
    }
    if (stage == TestStage::Rate)
        m_scan.begin();
    m_stage = stage;
}

void SelfTestFlow::toReading(std::optional<Side> sideBefore)
{
    if (isTilt())
        enter(m_progress.slot().posture == Posture::Arched ? TestStage::GetReady : TestStage::Posture);
    else
        enter(m_progress.slot().side == sideBefore ? TestStage::GetReady : TestStage::SwitchSides);
}

void SelfTestFlow::toNextReading()
{
    const std::optional<Side> before = m_progress.slot().side;
    if (m_progress.toNext())
        toReading(before);
    else
        enter(TestStage::Result);
}

void SelfTestFlow::moveOn()
{
    switch (m_stage) {
    case TestStage::GetReady:
        enter(isTilt() ? TestStage::Posture : TestStage::Effort);
        break;
    case TestStage::Posture:
        enter(TestStage::Effort);
        break;
    case TestStage::SwitchSides:
        enter(TestStage::GetReady);
        break;
    case TestStage::Effort:
        if (m_progress.isRated())
            toNextReading();
        else
            enter(TestStage::Rate);
        break;
    case TestStage::Introduction:
    case TestStage::Rate:
    case TestStage::Paused:
    case TestStage::Result:
    case TestStage::Cancelled:
        break;
    }
}

void SelfTestFlow::primary()
{
    switch (primaryMeaning()) {
    case TestPrimary::None:
        break;
    case TestPrimary::Start:
        handle(TestAction::Start);
        break;
    case TestPrimary::Resume:
        handle(TestAction::Resume);
        break;
    case TestPrimary::TakeOffer:
        if (const std::optional<Contraction> choice = m_scan.choice())
            rate(*choice);
        break;
    case TestPrimary::OfferAgain:
        m_scan.beginRound();
        break;
    }
}

void SelfTestFlow::pause(Milliseconds gap, PauseCause cause)
{
    m_pausedStage = m_stage;
    m_pauseCause = cause;
    m_gap = gap;
    enter(TestStage::Paused);
}

void SelfTestFlow::resume()
{
    if (m_pausedStage == TestStage::Effort)
        enter(isTilt() ? TestStage::Posture : TestStage::GetReady);
    else
        enter(m_pausedStage);
}

void SelfTestFlow::redo()
{
    const std::optional<Side> before = m_progress.slot().side;
    m_progress.redo();
    toReading(before);
}

Milliseconds SelfTestFlow::total(TestStage stage) const
{
    switch (stage) {
    case TestStage::GetReady:
        return kGetReady;
    case TestStage::Posture:
        return kGetIntoPosture;
    case TestStage::Effort:
        return record().hold;
    case TestStage::SwitchSides:
        return kSwitchSides;
    case TestStage::Introduction:
    case TestStage::Rate:
    case TestStage::Paused:
    case TestStage::Result:
    case TestStage::Cancelled:
        break;
    }
    return Milliseconds{0};
}

TestPrimary SelfTestFlow::primaryMeaning() const
{
    switch (m_stage) {
    case TestStage::Introduction:
        return TestPrimary::Start;
    case TestStage::Paused:
        return TestPrimary::Resume;
    case TestStage::Rate:
        return m_scan.choice() ? TestPrimary::TakeOffer : TestPrimary::OfferAgain;
    case TestStage::GetReady:
    case TestStage::Posture:
    case TestStage::Effort:
    case TestStage::SwitchSides:
    case TestStage::Result:
    case TestStage::Cancelled:
        break;
    }
    return TestPrimary::None;
}

RatingTarget SelfTestFlow::ratingTarget() const
{
    switch (m_stage) {
    case TestStage::Effort:
    case TestStage::Rate:
        return RatingTarget::Current;
    case TestStage::GetReady:
    case TestStage::Posture:
    case TestStage::SwitchSides:
    case TestStage::Result:
        return m_progress.canCorrectLast() ? RatingTarget::Last : RatingTarget::None;
    case TestStage::Introduction:
    case TestStage::Paused:
    case TestStage::Cancelled:
        break;
    }
    return RatingTarget::None;
}

TestAllowed SelfTestFlow::allowed() const
{
    const bool ended = m_stage == TestStage::Result || m_stage == TestStage::Cancelled;
    const bool mayRedo = isCountdown() || m_stage == TestStage::Rate || m_stage == TestStage::Result;
    TestAllowed may;
    may.start = m_stage == TestStage::Introduction;
    may.pillow = may.start && !isTilt();
    may.pause = isCountdown();
    may.resume = m_stage == TestStage::Paused;
    may.redo = mayRedo && m_progress.canRedo();
    may.cancel = !ended;
    may.rate = ratingTarget() == RatingTarget::Current;
    may.workedHardest = !isTilt() && ratingTarget() != RatingTarget::None;
    may.retrySave = m_progress.error().has_value();
    return may;
}

}  // namespace psolog
