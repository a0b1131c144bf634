// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/glutetestflow.h"

#include <utility>
#include <vector>

namespace psolog {

namespace {

constexpr Milliseconds kGetReady{5'000};
constexpr Milliseconds kSwitchSides{8'000};

std::vector<Reading> readingsToTake(const SelfTest& test)
{
    std::vector<Reading> slots;
    for (const Side side : {test.firstSide, opposite(test.firstSide)}) {
        for (int repeat = 1; repeat <= test.repeats; ++repeat) {
            Reading slot;
            slot.side = side;
            slot.repeat = repeat;
            slots.push_back(slot);
        }
    }
    return slots;
}

SelfTestProgress newProgress(const SelfTestConfig& config, ISelfTestLog& log)
{
    SelfTest test = newSelfTest(config, SelfTestKind::GluteActivation, kGluteTestWording);
    std::vector<Reading> slots = readingsToTake(test);
    return SelfTestProgress(std::move(test), std::move(slots), log);
}

}  // namespace

GluteTestFlow::GluteTestFlow(SelfTestConfig config, ISelfTestLog& log, const ClockSample& now)
    : m_progress(newProgress(config, log)),
      m_dayStart(config.dayStart)
{
    m_meter.advance(now);
}

void GluteTestFlow::advance(const ClockSample& now)
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

void GluteTestFlow::handle(TestAction action)
{
    const TestAllowed allowed = snapshot().allowed;
    switch (action) {
    case TestAction::Start:
        if (allowed.start) {
            m_progress.begin(m_meter.wall(), m_dayStart);
            enter(Stage::GetReady);
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

void GluteTestFlow::rate(Contraction contraction)
{
    // Only for the reading that runs: a key pressed on the way to the next one must not overwrite the last.
    if (ratingTarget() != RatingTarget::Current)
        return;
    m_progress.rate(contraction);
    if (m_stage == Stage::Rate)
        toNextReading();
}

void GluteTestFlow::chooseWorkedHardest(std::optional<WorkedHardest> worked)
{
    m_progress.chooseWorkedHardest(ratingTarget(), worked);
}

void GluteTestFlow::setPillow(bool pillow)
{
    if (m_stage == Stage::Introduction)
        m_progress.setPillow(pillow);
}

GluteTestFlow::Snapshot GluteTestFlow::snapshot() const
{
    Snapshot now;
    m_progress.fill(now, ratingTarget());
    now.stage = m_stage;
    now.pausedStage = m_stage == Stage::Paused ? m_pausedStage : m_stage;
    now.side = m_progress.slot().side.value_or(Side::Left);
    now.otherSideDone = m_progress.isDone(opposite(now.side));
    now.awaitingRating = m_stage == Stage::Rate;
    now.pose = pose();
    now.pauseCause = m_pauseCause;
    now.gap = m_gap;
    now.countdown.total = total(now.pausedStage);
    now.countdown.elapsed = m_elapsed;
    now.countdown.remaining = now.countdown.total - m_elapsed;

    const bool ended = m_stage == Stage::Result || m_stage == Stage::Cancelled;
    now.allowed.start = m_stage == Stage::Introduction;
    now.allowed.pillow = now.allowed.start;
    now.allowed.pause = isCountdown();
    now.allowed.resume = m_stage == Stage::Paused;
    now.allowed.redo = canRedo();
    now.allowed.cancel = !ended;
    now.allowed.rate = ratingTarget() == RatingTarget::Current;
    now.allowed.workedHardest = ratingTarget() != RatingTarget::None;
    now.allowed.retrySave = m_progress.error().has_value();
    return now;
}

void GluteTestFlow::enter(Stage stage)
{
    if (stage == Stage::Hold)
        m_progress.beginEffort();
    if (stage != Stage::Paused) {
        m_elapsed = Milliseconds{0};
        m_pauseCause = PauseCause::None;
        m_gap = Milliseconds{0};
    }
    m_stage = stage;
}

void GluteTestFlow::toNextReading()
{
    const std::optional<Side> before = m_progress.slot().side;
    if (!m_progress.toNext())
        enter(Stage::Result);
    else
        enter(m_progress.slot().side == before ? Stage::GetReady : Stage::SwitchSides);
}

void GluteTestFlow::moveOn()
{
    switch (m_stage) {
    case Stage::GetReady:
        enter(Stage::Hold);
        break;
    case Stage::SwitchSides:
        enter(Stage::GetReady);
        break;
    case Stage::Hold:
        if (m_progress.isRated())
            toNextReading();
        else
            enter(Stage::Rate);
        break;
    case Stage::Introduction:
    case Stage::Rate:
    case Stage::Paused:
    case Stage::Result:
    case Stage::Cancelled:
        break;
    }
}

void GluteTestFlow::pause(PauseCause cause, Milliseconds gap)
{
    m_pausedStage = m_stage;
    m_pauseCause = cause;
    m_gap = gap;
    enter(Stage::Paused);
}

void GluteTestFlow::resume()
{
    enter(m_pausedStage == Stage::Hold ? Stage::GetReady : m_pausedStage);
}

void GluteTestFlow::redo()
{
    const std::optional<Side> before = m_progress.slot().side;
    m_progress.redo();
    enter(m_progress.slot().side == before ? Stage::GetReady : Stage::SwitchSides);
}

bool GluteTestFlow::isCountdown() const
{
    return total(m_stage) > Milliseconds{0};
}

bool GluteTestFlow::canRedo() const
{
    const bool running = isCountdown() || m_stage == Stage::Rate || m_stage == Stage::Result;
    return running && m_progress.canRedo();
}

Milliseconds GluteTestFlow::total(Stage stage) const
{
    switch (stage) {
    case Stage::GetReady:
        return kGetReady;
    case Stage::Hold:
        return m_progress.record().hold;
    case Stage::SwitchSides:
        return kSwitchSides;
    case Stage::Introduction:
    case Stage::Rate:
    case Stage::Paused:
    case Stage::Result:
    case Stage::Cancelled:
        break;
    }
    return Milliseconds{0};
}

RatingTarget GluteTestFlow::ratingTarget() const
{
    switch (m_stage) {
    case Stage::Hold:
    case Stage::Rate:
        return RatingTarget::Current;
    case Stage::GetReady:
    case Stage::SwitchSides:
    case Stage::Result:
        return m_progress.canCorrectLast() ? RatingTarget::Last : RatingTarget::None;
    case Stage::Introduction:
    case Stage::Paused:
    case Stage::Cancelled:
        break;
    }
    return RatingTarget::None;
}

std::string_view GluteTestFlow::pose() const
{
    const bool pillow = m_progress.record().pillow;
    if (m_stage != Stage::Hold)
        return pillow ? "prone-pillow" : "prone";
    if (m_progress.slot().side == Side::Left)
        return pillow ? "prone-pillow-lift-left" : "prone-lift-left";
    return pillow ? "prone-pillow-lift-right" : "prone-lift-right";
}

}  // namespace psolog
