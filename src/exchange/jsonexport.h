// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "core/result.h"
#include "exchange/logcontents.h"

namespace psolog {

/// Version of the document; a reader refuses a larger one, and leaves alone keys that it does not know.
inline constexpr int kJsonLogVersion = 1;

/// Writes a log as one JSON document (UTF-8, indented by two spaces, keys always in the same order):
///
/// - "format": "psolog-log", "version": kJsonLogVersion
/// - "athlete": null or {id, name, start, recorded}
/// - "screenings": [{id, recorded, present: [item], cleared_at: null or moment}]
/// - "check_ins": [{id, recorded, context, scores: {site: 0-10}, note}]; a site left out was not asked
/// - "runs": [{id, check_in, recorded, distance_m, minutes, effort, features: []}]; null is unknown
/// - "self_tests": [{id, recorded, kind, wording_version, first_side, pillow, repeats, hold_s, complete, note,
///   readings: [{side, posture, repeat, rating: 0-4, worked_hardest}]}]
/// - "release_sessions": [{id, recorded, routine_id, routine_name, planned_s, outcome, stop_reason, red_acknowledged,
///   worked_ms, before: {left, right}, after: {left, right}, note,
///   events: [{sequence, at, worked_ms, kind, step, zone, side, point, duration_ms}]}]
/// - "weekly_check_ins": [{id, recorded, questionnaire, scores: [4 scores as the questionnaire orders its items],
/// note}];
///   null is not answered
/// - "experiments": [{id, recorded, kind, first_day, least_baseline, most_baseline, baseline, release_days,
///   release_first: [bool for each pair of weeks], state, ended: null or recorded, reason, replaces}] with what was
///   drawn, also while the plan runs
///
/// A moment is {time, time_zone}, time being local ISO 8601 with offset; "recorded" is a moment with the stored local
/// "day". Enum values are the stored names. The same contents give the same bytes. Bytes that are not UTF-8 become
/// U+FFFD. WriteFailed when the stream fails.
Result<void> writeJson(const LogContents& contents, std::ostream& out);

}  // namespace psolog
