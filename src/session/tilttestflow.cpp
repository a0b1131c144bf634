// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tilttestflow.h"

#include <utility>
#include <vector>

namespace psolog {

namespace {

constexpr Milliseconds kGetReady{5'000};
constexpr Milliseconds kGetIntoPosture{5'000};

SelfTestProgress newProgress(const SelfTestConfig& config, ISelfTestLog& log)
{
    SelfTest test = newSelfTest(config, SelfTestKind::PelvicTilt, kTiltTestWording);
    std::vector<Reading> slots;
    for (int repeat = 1; repeat <= test.repeats; ++repeat) {
        for (const Posture posture : {Posture::Arched, Posture::Tucked}) {
            Reading slot;
            slot.posture = posture;
            slot.repeat = repeat;
            slots.push_back(slot);
        }
    }
    return SelfTestProgress(std::move(test), std::move(slots), log);
}

}  // namespace

TiltTestFlow::TiltTestFlow(SelfTestConfig config, ISelfTestLog& log, const ClockSample& now)
    : m_progress(newProgress(config, log)),
      m_dayStart(config.dayStart)
{
    m_meter.advance(now);
}

void TiltTestFlow::advance(const ClockSample& now)
{
    const TickSpan span = m_meter.advance(now);
    if (!isCountdown())
        return;
    if (span.gap > Milliseconds{0}) {
        pause(PauseCause::Gap, span.gap);
        return;
    }
    m_elapsed += span.passed;
    while (isCountdown() && m_elapsed >= total(m_stage)) {
        const Milliseconds late = m_elapsed - total(m_stage);
        moveOn();
        if (isCountdown())
            m_elapsed = late;
    }
}

void TiltTestFlow::handle(TestAction action)
{
    const TestAllowed allowed = snapshot().allowed;
    switch (action) {
    case TestAction::Start:
        if (allowed.start) {
            m_progress.begin(m_meter.wall(), m_dayStart);
            toReading();
        }
        break;
    case TestAction::Pause:
        if (allowed.pause)
            pause(PauseCause::Asked, Milliseconds{0});
        break;
    case TestAction::Resume:
        if (allowed.resume)
            resume();
        break;
    case TestAction::Redo:
        if (allowed.redo)
            redo();
        break;
    case TestAction::Cancel:
        if (allowed.cancel) {
            m_progress.retrySave();
            enter(m_progress.isComplete() ? Stage::Result : Stage::Cancelled);
        }
        break;
    case TestAction::RetrySave:
        m_progress.retrySave();
        break;
    }
}

void TiltTestFlow::rate(Contraction contraction)
{
    // Only for the reading that runs: a key pressed on the way to the next one must not overwrite the last.
    if (ratingTarget() != RatingTarget::Current)
        return;
    m_progress.rate(contraction);
    if (isRateStage())
        toNextReading();
}

TiltTestFlow::Snapshot TiltTestFlow::snapshot() const
{
    Snapshot now;
    m_progress.fill(now, ratingTarget());
    now.stage = m_stage;
    now.pausedStage = m_stage == Stage::Paused ? m_pausedStage : m_stage;
    now.posture = m_progress.slot().posture.value_or(Posture::Arched);
    now.awaitingRating = isRateStage();
    now.pose = pose();
    now.pauseCause = m_pauseCause;
    now.gap = m_gap;
    now.countdown.total = total(now.pausedStage);
    now.countdown.elapsed = m_elapsed;
    now.countdown.remaining = now.countdown.total - m_elapsed;

    const bool ended = m_stage == Stage::Result || m_stage == Stage::Cancelled;
    now.allowed.start = m_stage == Stage::Introduction;
    now.allowed.pause = isCountdown();
    now.allowed.resume = m_stage == Stage::Paused;
    now.allowed.redo = canRedo();
    now.allowed.cancel = !ended;
    now.allowed.rate = ratingTarget() == RatingTarget::Current;
    now.allowed.retrySave = m_progress.error().has_value();
    return now;
}

void TiltTestFlow::enter(Stage stage)
{
    if (stage == Stage::SqueezeArched || stage == Stage::SqueezeTucked)
        m_progress.beginEffort();
    if (stage != Stage::Paused) {
        m_elapsed = Milliseconds{0};
        m_pauseCause = PauseCause::None;
        m_gap = Milliseconds{0};
    }
    m_stage = stage;
}

void TiltTestFlow::toReading()
{
    enter(m_progress.slot().posture == Posture::Arched ? Stage::StandTall : Stage::Tuck);
}

void TiltTestFlow::toNextReading()
{
    if (m_progress.toNext())
        toReading();
    else
        enter(Stage::Result);
}

void TiltTestFlow::moveOn()
{
    switch (m_stage) {
    case Stage::StandTall:
        enter(Stage::Arch);
        break;
    case Stage::Arch:
        enter(Stage::SqueezeArched);
        break;
    case Stage::Tuck:
        enter(Stage::SqueezeTucked);
        break;
    case Stage::SqueezeArched:
    case Stage::SqueezeTucked:
        if (m_progress.isRated())
            toNextReading();
        else
            enter(m_stage == Stage::SqueezeArched ? Stage::RateArched : Stage::RateTucked);
        break;
    case Stage::Introduction:
    case Stage::RateArched:
    case Stage::RateTucked:
    case Stage::Paused:
    case Stage::Result:
    case Stage::Cancelled:
        break;
    }
}

void TiltTestFlow::pause(PauseCause cause, Milliseconds gap)
{
    m_pausedStage = m_stage;
    m_pauseCause = cause;
    m_gap = gap;
    enter(Stage::Paused);
}

void TiltTestFlow::resume()
{
    if (m_pausedStage == Stage::SqueezeArched)
        enter(Stage::Arch);
    else if (m_pausedStage == Stage::SqueezeTucked)
        enter(Stage::Tuck);
    else
        enter(m_pausedStage);
}

void TiltTestFlow::redo()
{
    m_progress.redo();
    toReading();
}

bool TiltTestFlow::isCountdown() const
{
    return total(m_stage) > Milliseconds{0};
}

bool TiltTestFlow::isRateStage() const
{
    return m_stage == Stage::RateArched || m_stage == Stage::RateTucked;
}

bool TiltTestFlow::canRedo() const
{
    return (isCountdown() || isRateStage() || m_stage == Stage::Result) && m_progress.canRedo();
}

Milliseconds TiltTestFlow::total(Stage stage) const
{
    switch (stage) {
    case Stage::StandTall:
        return kGetReady;
    case Stage::Arch:
    case Stage::Tuck:
        return kGetIntoPosture;
    case Stage::SqueezeArched:
    case Stage::SqueezeTucked:
        return m_progress.record().hold;
    case Stage::Introduction:
    case Stage::RateArched:
    case Stage::RateTucked:
    case Stage::Paused:
    case Stage::Result:
    case Stage::Cancelled:
        break;
    }
    return Milliseconds{0};
}

RatingTarget TiltTestFlow::ratingTarget() const
{
    switch (m_stage) {
    case Stage::SqueezeArched:
    case Stage::RateArched:
    case Stage::SqueezeTucked:
    case Stage::RateTucked:
        return RatingTarget::Current;
    case Stage::StandTall:
    case Stage::Arch:
    case Stage::Tuck:
    case Stage::Result:
        return m_progress.canCorrectLast() ? RatingTarget::Last : RatingTarget::None;
    case Stage::Introduction:
    case Stage::Paused:
    case Stage::Cancelled:
        break;
    }
    return RatingTarget::None;
}

std::string_view TiltTestFlow::pose() const
{
    switch (m_stage) {
    case Stage::Arch:
    case Stage::SqueezeArched:
    case Stage::RateArched:
        return "stand-arched";
    case Stage::Tuck:
    case Stage::SqueezeTucked:
    case Stage::RateTucked:
        return "stand-tucked";
    case Stage::Introduction:
    case Stage::StandTall:
    case Stage::Paused:
    case Stage::Result:
    case Stage::Cancelled:
        break;
    }
    return "stand-neutral";
}

}  // namespace psolog
