// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/selftestflow.h"
#include "session/selftestview.h"

namespace psolog {

/// Version of the pelvic tilt instructions; see kGluteTestWording.
inline constexpr int kTiltTestWording = 1;

/// The pelvic tilt test: Introduction → for each repeat: StandTall 5 s → Arch 5 s → SqueezeArched → RateArched →
/// Tuck 5 s → SqueezeTucked → RateTucked → Result. Rules of SelfTestFlow; what worked hardest is not asked.
class TiltTestFlow : public SelfTestFlow {
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

    TiltTestFlow(const SelfTestConfig& config, ISelfTestLog& log, const ClockSample& now);

    [[nodiscard]] Snapshot snapshot() const;
};

}  // namespace psolog
