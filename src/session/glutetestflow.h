// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/selftestprogress.h"
#include "session/selftestview.h"
#include "session/tickmeter.h"

namespace psolog {

/// Version of the glute activation instructions. Raise it whenever their wording changes: wording changes the result,
/// and only tests of one version are compared.
inline constexpr int kGluteTestWording = 1;

/// The glute activation test as a stage machine.
///
/// Introduction → for each repeat: GetReady 5 s → Hold → Rate → SwitchSides 8 s → the other side alike → Result.
/// The leg is rated 0-4 during Hold, which then moves on by itself at its end, or in Rate, which waits; a rating at any
/// other time is ignored, and correcting one goes through TestAction::Redo. What worked hardest can be chosen until the
/// next Hold begins, and in Result.
/// Each rating is saved at once as an incomplete test; the last one makes it complete. A save that fails is kept in
/// the snapshot and tried again with the next one and by TestAction::RetrySave.
/// A sleep or stall of the machine pauses a countdown; resuming a hold begins it again with GetReady.
///
/// Call advance() with a fresh sample 10-20 times a second and before handle() and rate(). Actions that are not
/// allowed now are ignored. Not thread-safe; holds a reference to the log, which must outlive it.
class GluteTestFlow {
public:
    enum class Stage {
        Introduction,
        GetReady,
        Hold,
        Rate,
        SwitchSides,
        Paused,
        Result,     ///< every reading is rated; see record() and summarise()
        Cancelled,  ///< ended early; record() has what was rated
    };

    struct Snapshot : SelfTestView {
        Stage stage = Stage::Introduction;
        Stage pausedStage = Stage::Introduction;  ///< the stage cut off, while Paused; otherwise equal to stage
        Side side = Side::Left;                   ///< of the leg to lift now (SwitchSides: the one to come)
        bool otherSideDone = false;               ///< every reading of the other side is rated
    };

    GluteTestFlow(SelfTestConfig config, ISelfTestLog& log, const ClockSample& now);

    void advance(const ClockSample& now);
    void handle(TestAction action);
    /// Rates the leg, 0-4; see TestAllowed::rate.
    void rate(Contraction contraction);
    /// Sets, changes or (empty) takes back what worked hardest; never needed to go on.
    void chooseWorkedHardest(std::optional<WorkedHardest> worked);
    /// Only in the introduction.
    void setPillow(bool pillow);

    [[nodiscard]] Snapshot snapshot() const;
    /// The test as it stands; without readings it was never saved.
    [[nodiscard]] const SelfTest& record() const { return m_progress.record(); }

private:
    void enter(Stage stage);
    void toNextReading();
    void moveOn();
    void pause(PauseCause cause, Milliseconds gap);
    void resume();
    void redo();
    [[nodiscard]] bool isCountdown() const;
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
