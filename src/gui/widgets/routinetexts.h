// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include <QString>

#include "core/routine.h"

namespace psolog {

/// A name or cue of a routine in the user's language, when it is one of a shipped routine's; any other text as it is.
/// Plain text always.
[[nodiscard]] QString routineText(const std::string& text);

/// The routine with its name and cues in the user's language, as they are shown: for a copy that the user will edit.
[[nodiscard]] Routine translated(Routine routine);

/// The texts of shipped routines that routineText() knows.
[[nodiscard]] std::set<std::string> translatableRoutineTexts();

/// The cue that a new step of such a kind, zone and side begins with, in the user's language: a shipped one, with the
/// words of caution for its zone. Empty for a switch to both sides, for which there is none.
[[nodiscard]] std::string firstCue(const RoutineStep& step);

/// The cue of a step after its kind, zone or side was changed: the shipped one for the step as it is then, when the cue
/// was a shipped one before or empty for want of one; otherwise the words that were there.
[[nodiscard]] std::string cueFollowing(const RoutineStep& before, const RoutineStep& after);

/// A shipped cue that names a side, for the other one; any other text as it is.
[[nodiscard]] std::string cueOfOtherSide(const std::string& cue);

}  // namespace psolog
