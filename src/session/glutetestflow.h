// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/selftestflow.h"
#include "session/selftestview.h"

namespace psolog {

/// Version of the glute activation instructions. Raise it whenever their wording changes: wording changes the result,
/// and only tests of one version are compared.
inline constexpr int kGluteTestWording = 1;

/// The glute activation test: Introduction → for each repeat: GetReady 5 s → Hold → Rate → SwitchSides 8 s → the other
/// side alike → Result. Rules of SelfTestFlow. What worked hardest can be chosen until the next Hold begins, and in
/// Result.
class GluteTestFlow : public SelfTestFlow {
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

    GluteTestFlow(const SelfTestConfig& config, ISelfTestLog& log, const ClockSample& now);

    /// Sets, changes or (empty) takes back what worked hardest; never needed to go on.
    void chooseWorkedHardest(std::optional<WorkedHardest> worked);
    /// Only in the introduction.
    void setPillow(bool pillow);

    [[nodiscard]] Snapshot snapshot() const;

private:
    [[nodiscard]] std::string_view pose() const;
};

}  // namespace psolog
