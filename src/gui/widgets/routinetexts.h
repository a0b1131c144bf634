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

}  // namespace psolog
