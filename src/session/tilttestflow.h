// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string_view>

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/selftestprogress.h"
#include "session/selftestview.h"
#include "session/tickmeter.h"

namespace psolog {

/// Version of the pelvic tilt instructions; see kGluteTestWording.
inline constexpr int kTiltTestWording = 1;

/// The pelvic tilt test as a stage machine.
///
/// Introduction → for each repeat: StandTall 5 s → Arch 5 s → SqueezeArched → RateArched → Tuck 5 s → SqueezeTucked →
/// RateTucked → Result. Rating, saving, gaps and calling rules are those of GluteTestFlow; what worked hardest is not
/// asked. Resuming a squeeze begins it again with getting into its posture.
class TiltTestFlow {
public:
    enum class Stage {
        Introduction,
        StandTall,
        Arch,
        SqueezeArched,
        RateArched,
        Tuck,
        SqueezeTucked,
        RateTucked,
        Paused,
        Result,
        Cancelled,
    };

    struct Snapshot : SelfTestView {
        Stage stage = Stage::Introduction;
        Stage pausedStage = Stage::Introduction;  ///< the stage cut off, while Paused; otherwise equal to stage
        Posture posture = Posture::Arched;        ///< of the reading that runs
    };

    TiltTestFlow(SelfTestConfig config, ISelfTestLog& log, const ClockSample& now);

    void advance(const ClockSample& now);
    void handle(TestAction action);
    /// Rates the squeeze, 0-4; see TestAllowed::rate.
    void rate(Contraction contraction);

    [[nodiscard]] Snapshot snapshot() const;
    /// The test as it stands; without readings it was never saved.
    [[nodiscard]] const SelfTest& record() const { return m_progress.record(); }

private:
    void enter(Stage stage);
    void toReading();
    void toNextReading();
    void moveOn();
    void pause(PauseCause cause, Milliseconds gap);
    void resume();
    void redo();
    [[nodiscard]] bool isCountdown() const;
    [[nodiscard]] bool isRateStage() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] Milliseconds total(Stage stage) const;
    [[nodiscard]] RatingTarget ratingTarget() const;
    [[nodiscard]] std::string_view pose() const;

    SelfTestProgress m_progress;
    std::chrono::minutes m_dayStart;
    TickMeter m_meter;
    Stage m_stage = Stage::Introduction;
    Stage m_pausedStage = Stage::Introduction;
    PauseCause m_pauseCause = PauseCause::None;
    Milliseconds m_gap{0};
    Milliseconds m_elapsed{0};
};

}  // namespace psolog
