// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/routine.h"
#include "core/time.h"
#include "session/cue.h"
#include "session/cueplan.h"
#include "session/releaseflow.h"

namespace psolog {

/// Tells what a good coach says during a release session, by following the session's snapshots.
///
/// Each cue comes exactly once, in order, with how late it is by the snapshot's own times, whatever the tick. What a
/// late tick overtook is not said: a step, scan or hold that is over, a breath in it, a second when a later one is due.
///
/// - StepBegins (SwitchSides for StepKind::Switch, with the side to come) when a step begins: by the clock, by skip,
///   by step back.
/// - NextStep 8 s before the end of a step of 20 s or more, 5 s before that of one of 12 s or more; not in the last.
/// - Scan and Hold when pacing begins them, unless less than 5 s of the step are left. The first scan of a step is
///   StepBegins; Found means that a hold began, Released and HoldOver that the search goes on.
/// - Breathe 6 s into a hold of 20 s or more, 12 s into a settle or rest of 20 s or more (its sentence is spoken until
///   then), then every 12 s at most, 3 s clear of every other cue.
/// - Halfway when half of the routine's time lies behind, whatever was skipped; moved by up to 10 s to be 3 s clear of
///   every other cue, dropped if there is no such moment (a switch of sides in the middle says enough), never twice,
///   and not in routines under a minute.
/// - LastSecond 3, 2, 1 before each step's end, unless the step began less than a second before.
/// - Paused, Gap, Stopped, Finished; Resumed with the step, zone and side that go on. A machine about to sleep pauses;
///   Gap follows when it is back.
///
/// Call follow() after every ReleaseFlow::advance() and handle(). A value; not thread-safe.
class ReleaseCoach {
public:
    /// The routine of the flow to follow.
    explicit ReleaseCoach(Routine routine);

    /// The cues that became due since the snapshot before.
    [[nodiscard]] std::vector<Cue> follow(const ReleaseFlow::Snapshot& now);

    /// Time from the last snapshot until the clock alone makes the next cue due; nothing while the session waits.
    [[nodiscard]] std::optional<Milliseconds> untilNext() const;

private:
    void enterStage(const ReleaseFlow::Snapshot& now);
    void followStep(const ReleaseFlow::Snapshot& now);
    void changeStretch(const Stretch& stretch, const ReleaseFlow::Snapshot& now);
    void plan(const Stretch& stretch, const ReleaseFlow::Snapshot& now, bool entered);
    void giveDue(Milliseconds until, const ReleaseFlow::Snapshot& now);
    void give(Cue cue, Milliseconds late = Milliseconds{0});

    Routine m_routine;
    std::optional<ReleaseFlow::Snapshot> m_last;
    Stretch m_stretch;                        ///< that runs
    std::vector<PlannedCue> m_ahead;          ///< of that stretch, the next one first
    std::optional<Milliseconds> m_resumed;    ///< step time at which the session went on
    std::optional<Milliseconds> m_breatheAt;  ///< time worked of the last Breathe
    bool m_halfwayGiven = false;
    std::vector<Cue> m_due;
};

}  // namespace psolog
