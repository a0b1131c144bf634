// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coachnote.h"
#include "storage/statement.h"

namespace psolog {

// What a log and a coach's library store alike; both throw what Statement::take() does.

/// A note from the columns id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, text, withdrawn.
[[nodiscard]] CoachNote takeNote(Statement& row);
/// A step of a proposed routine from the columns kind, zone, side, seconds, cue, pose.
[[nodiscard]] RoutineStep takeRoutineStep(Statement& row);

}  // namespace psolog
