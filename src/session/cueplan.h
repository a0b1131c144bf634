// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/routine.h"
#include "core/time.h"
#include "session/cue.h"
#include "session/releaseflow.h"

namespace psolog {

inline constexpr Milliseconds kNextStepAhead{8'000};       ///< NextStep comes this long before a long step's end,
inline constexpr Milliseconds kNextStepAheadShort{5'000};  ///< this long before a shorter one's end,
inline constexpr Seconds kLongStep{20};                    ///< long: this long at least
inline constexpr Seconds kShortestWithNext{12};            ///< and not at all in a step shorter than this
inline constexpr Milliseconds kFirstBreathe{6'000};        ///< into a hold of kLongStep or more
/// Into a long settle or rest: until then the routine's own sentence is spoken.
inline constexpr Milliseconds kFirstBreatheLying{12'000};
inline constexpr Milliseconds kBreatheEvery{12'000};      ///< at the most
inline constexpr Milliseconds kCueClearance{3'000};       ///< between Breathe or Halfway and any other cue
inline constexpr Milliseconds kHalfwayLatest{10'000};     ///< Halfway that finds no clear moment within this is dropped
inline constexpr Seconds kShortestWithHalfway{60};        ///< a shorter routine has no Halfway
inline constexpr Milliseconds kShortestAnnounced{5'000};  ///< pacing announces no scan or hold shorter than this

/// A cue and when it is due.
struct PlannedCue {
    Milliseconds at{0};
    Cue cue;

    friend bool operator==(const PlannedCue&, const PlannedCue&) = default;
};

/// Every cue of a session of this valid routine that runs hands-free from its start to its end, in order, with the time
/// worked at which it is due. ReleaseCoach gives exactly these, each late by the tick.
[[nodiscard]] std::vector<PlannedCue> plannedCues(const Routine& routine);

/// A part of a step that ends by the clock alone: a scan, a hold, or the whole of another step. Times are step time.
struct Stretch {
    std::size_t step = 0;
    ReleaseFlow::Phase phase = ReleaseFlow::Phase::None;
    Milliseconds begin{0};
    Milliseconds end{0};
};

/// What the cues of a stretch depend on besides the routine. Times are step time, so they may be negative.
struct StretchContext {
    std::optional<Milliseconds> lastBreathe;
    bool halfwayGiven = false;
    std::optional<Milliseconds> resumed;  ///< something was said here: keep clear of it
};

/// The cues due within the stretch, begin included and end excluded, in order, with their step time; without those for
/// its own begin: StepBegins, SwitchSides, Scan, Hold.
[[nodiscard]] std::vector<PlannedCue> cuesWithin(const Routine& routine, const Stretch& stretch,
                                                 const StretchContext& context);

/// What is said when the step begins: StepBegins, or SwitchSides with the side to come.
[[nodiscard]] Cue stepCue(const Routine& routine, std::size_t step);
/// What is said when pacing begins this stretch within its step; nothing for one that is too short.
[[nodiscard]] std::optional<Cue> pacedCue(const Routine& routine, const Stretch& stretch);

}  // namespace psolog
