// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/routine.h"
#include "core/time.h"

namespace psolog {

/// The order in which a routine goes through the zones of a side.
enum class RoutineDirection {
    None,      ///< at most one zone a side: there is no order
    Upward,    ///< never to a lower zone
    Downward,  ///< never to a higher zone
    Mixed,     ///< both, or not the same on both sides
};

/// Which sides the zone steps of a routine work.
enum class RoutineSides {
    None,  ///< no zone step at all
    Both,  ///< both at once throughout
    LeftOnly,
    RightOnly,
    LeftFirst,  ///< one side after the other, the left one first
    RightFirst,
    Mixed,  ///< some steps both sides at once, some one side
};

[[nodiscard]] RoutineDirection directionOf(const Routine& routine);
[[nodiscard]] RoutineSides sidesOf(const Routine& routine);

/// The routine with the zone steps of each side in the opposite order; every other step stays where it is. Done twice
/// it gives the routine back.
[[nodiscard]] Routine reversed(Routine routine);

/// The routine with left and right exchanged, also in poses whose names end in -left or -right when `isPose` knows the
/// other one. Name and cues are kept: they are words. Done twice it gives the routine back.
[[nodiscard]] Routine mirrored(Routine routine, const std::function<bool(std::string_view)>& isPose);

/// About how long a voice needs for the text: 14 characters a second, which is 150 English words a minute.
[[nodiscard]] Milliseconds speakingTime(std::string_view text);

}  // namespace psolog
