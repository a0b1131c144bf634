// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "core/ports/iselftestlog.h"
#include "gui/selftest/selftestwords.h"
#include "session/cue.h"
#include "session/selftestview.h"

namespace psolog {

/// One running self-test as the page sees it, whichever test it is. Not thread-safe.
class SelfTestDriver {
public:
    /// Where the test is, as far as the page lays itself out by it.
    enum class Screen { Introduction, Running, Result, Cancelled };

    virtual ~SelfTestDriver() = default;

    virtual void advance(const ClockSample& now) = 0;
    virtual void handle(TestAction action) = 0;
    virtual void rate(Contraction contraction) = 0;
    virtual void chooseWorkedHardest(std::optional<WorkedHardest> worked) = 0;
    virtual void setPillow(bool pillow) = 0;
    [[nodiscard]] virtual SelfTestView view() const = 0;
    /// What became due to be heard; call after each of the above.
    [[nodiscard]] virtual std::vector<Cue> cues() = 0;
    /// Until the clock alone makes the next one due; nothing while the test waits.
    [[nodiscard]] virtual std::optional<Milliseconds> untilNextCue() const = 0;
    /// See SelfTestFlow::beforeStoring().
    virtual void beforeStoring(std::function<void()> hear) = 0;
    [[nodiscard]] virtual Screen screen() const = 0;
    [[nodiscard]] virtual StageWords words() const = 0;
    [[nodiscard]] virtual const SelfTest& record() const = 0;
    /// The figure is to be shown mirrored: the poses of lying plainly are drawn once, those of a lift for each side.
    [[nodiscard]] virtual bool mirrored() const = 0;
    /// Muscles to show on the figure; empty: those of the pose.
    [[nodiscard]] virtual std::set<Muscle> highlight() const = 0;

    [[nodiscard]] static std::unique_ptr<SelfTestDriver> make(SelfTestKind kind, const SelfTestConfig& config,
                                                              ISelfTestLog& log, const ClockSample& now);
};

}  // namespace psolog
