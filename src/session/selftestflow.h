// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/ratingscan.h"
#include "session/selftestprogress.h"
#include "session/selftestview.h"
#include "session/tickmeter.h"

namespace psolog {

/// The stage machine that both self-tests are; GluteTestFlow and TiltTestFlow give it names and poses.
///
/// For each reading: what leads to it, Effort, Rate. A glute test leads with GetReady 5 s, after SwitchSides 8 s for
/// the other side; a tilt test with Posture 5 s, after GetReady 5 s for the first posture of a repeat.
/// A reading is rated 0-4 during Effort, which then moves on by itself at its end, or in Rate, which waits; a rating at
/// any other time is ignored, and correcting one goes through TestAction::Redo. In Rate the ratings are offered one
/// after the other for the one big key (RatingScan).
/// Each rating is saved at once as an incomplete test; the last one makes it complete. A save that fails is kept in
/// the view and tried again with the next one and by TestAction::RetrySave.
/// A sleep or stall of the machine, and a machine that says it is about to sleep, pause a countdown; resuming an effort
/// begins it again with what led to it. While a rating is asked for, a gap begins the offers again from 0.
///
/// Call advance() with a fresh sample 10-20 times a second and before handle() and rate(). Actions that are not
/// allowed now are ignored. Not thread-safe; holds a reference to the log, which must outlive it.
class SelfTestFlow {
public:
    void advance(const ClockSample& now);
    void handle(TestAction action);
    /// Rates the reading that runs, 0-4; see TestAllowed::rate.
    void rate(Contraction contraction);
    /// `hear` is called when a rating has changed all that it will, just before that is saved; see
    /// ReleaseFlow::beforeStoring().
    void beforeStoring(std::function<void()> hear) { m_hear = std::move(hear); }

    /// The test as it stands; without readings it was never saved.
    [[nodiscard]] const SelfTest& record() const { return m_progress.record(); }

protected:
    /// `slots`: the readings to take, see SelfTestProgress.
    SelfTestFlow(SelfTest test, std::vector<Reading> slots, ISelfTestLog& log, std::chrono::minutes dayStart,
                 const ClockSample& now);

    [[nodiscard]] TestStage stage() const { return m_stage; }
    [[nodiscard]] RatingTarget ratingTarget() const;
    [[nodiscard]] SelfTestProgress& progress() { return m_progress; }
    [[nodiscard]] const SelfTestProgress& progress() const { return m_progress; }
    /// All but the pose.
    void fill(SelfTestView& view) const;

private:
    void enter(TestStage stage);
    void toReading(std::optional<Side> sideBefore);
    void toNextReading();
    void moveOn();
    void primary();
    void pause(Milliseconds gap, PauseCause cause);
    void resume();
    void redo();
    [[nodiscard]] bool isTilt() const { return record().kind == SelfTestKind::PelvicTilt; }
    [[nodiscard]] bool isCountdown() const { return total(m_stage) > Milliseconds{0}; }
    [[nodiscard]] Milliseconds total(TestStage stage) const;
    [[nodiscard]] TestPrimary primaryMeaning() const;
    [[nodiscard]] TestAllowed allowed() const;

    SelfTestProgress m_progress;
    std::chrono::minutes m_dayStart;
    TickMeter m_meter;
    TestStage m_stage = TestStage::Introduction;
    TestStage m_pausedStage = TestStage::Introduction;
    PauseCause m_pauseCause = PauseCause::None;
    bool m_sleeping = false;  ///< paused because the machine is about to sleep; the gap is still to come
    Milliseconds m_gap{0};
    Milliseconds m_elapsed{0};
    RatingScan m_scan;
    std::function<void()> m_hear;
};

}  // namespace psolog
