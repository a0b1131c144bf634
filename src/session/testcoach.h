// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/time.h"
#include "session/cue.h"
#include "session/selftestview.h"

namespace psolog {

/// Tells what a good coach says during a self-test, by following the test's snapshots; for both tests.
///
/// Each cue comes exactly once, in order, with how late it is, whatever the tick; what a late tick overtook is not
/// said.
///
/// - Ready in the introduction, Started when it is left.
/// - GetReady, SwitchSides and Posture when their stage begins, with side or posture, repeat (`number`) and what is
/// left
///   until the next stage (`ahead`). They end without counted seconds: LastSecond always means that an effort ends.
/// - Effort when it begins; Halfway in one of 8 s or more; LastSecond 3, 2, 1 unless the effort began less than a
/// second
///   before; EffortOver when it ends.
/// - Rate when the rating is asked for, Offer for each rating that the one key would choose, Rated once it was taken.
/// - Paused, Gap, Resumed (followed by the stage that begins again), Finished, Stopped (cancelled).
///
/// Call follow() after each call that may change the test: advance(), handle(), rate(). A value; not thread-safe.
class TestCoach {
public:
    /// The cues that became due since the view before.
    [[nodiscard]] std::vector<Cue> follow(const SelfTestView& now);

    /// Time from the last view until the clock alone makes the next cue due; nothing while the test waits.
    [[nodiscard]] std::optional<Milliseconds> untilNext() const;

private:
    [[nodiscard]] std::optional<int> takenRating(const SelfTestView& now) const;
    void enterStage(const SelfTestView& now);
    void followEffort(const SelfTestView& now, Milliseconds since);
    void give(CueKind kind, const SelfTestView& now, Milliseconds late = Milliseconds{0}, int number = 0);

    std::optional<SelfTestView> m_last;
    std::vector<Cue> m_due;
};

}  // namespace psolog
