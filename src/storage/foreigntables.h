// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "storage/foreignrow.h"

/// The tables of a log, as they are read from a file from elsewhere. What came with a later version is the end of a
/// list.
namespace psolog::foreign {

inline constexpr std::array kAthlete{"singleton", "id",   "utc_ms", "offset_min", "time_zone",
                                     "local_day", "name", "start",  "changed_ms"};
inline constexpr std::array kScreening{"seq",
                                       "id",
                                       "utc_ms",
                                       "offset_min",
                                       "time_zone",
                                       "local_day",
                                       "cleared_utc_ms",
                                       "cleared_offset_min",
                                       "cleared_time_zone",
                                       "changed_ms"};
inline constexpr std::array kSafetyItem{"screening", "item"};
inline constexpr std::array kCheckIn{"seq", "id",      "utc_ms", "offset_min", "time_zone", "local_day",
                                     "day", "context", "note",   "deleted_at", "removed",   "changed_ms"};
inline constexpr std::array kSoreness{"check_in", "site", "score", "day", "utc_ms", "removed"};
inline constexpr std::array kRun{"seq",       "id",        "check_in",   "utc_ms",  "offset_min",
                                 "time_zone", "local_day", "distance_m", "minutes", "effort"};
inline constexpr std::array kRunFeature{"run", "feature"};
inline constexpr std::array kSelfTest{
    "seq",        "id",     "utc_ms",  "offset_min", "time_zone", "local_day", "kind",       "wording_version",
    "first_side", "pillow", "repeats", "hold_s",     "complete",  "note",      "deleted_at", "changed_ms"};
inline constexpr std::array kReading{"self_test", "position",    "side",          "posture",
                                     "repeat",    "contraction", "worked_hardest"};
inline constexpr std::array kRelease{
    "seq",          "id",         "utc_ms",      "offset_min",  "time_zone",        "local_day", "routine_id",
    "routine_name", "planned_s",  "outcome",     "stop_reason", "red_acknowledged", "worked_ms", "before_left",
    "before_right", "after_left", "after_right", "note",        "deleted_at",       "changed_ms"};
inline constexpr std::array kEvent{"session", "sequence", "utc_ms", "offset_min", "time_zone", "worked_ms",
                                   "kind",    "step",     "zone",   "side",       "point",     "duration_ms"};
inline constexpr std::array kWeekly{"seq", "id", "utc_ms", "offset_min", "time_zone", "local_day",  "version",
                                    "q1",  "q2", "q3",     "q4",         "note",      "deleted_at", "changed_ms"};
inline constexpr std::array kExperiment{
    "seq",           "id",        "utc_ms",         "offset_min",       "time_zone",       "local_day",
    "kind",          "first_day", "least_baseline", "most_baseline",    "baseline",        "release_days",
    "release_first", "state",     "ended_utc_ms",   "ended_offset_min", "ended_time_zone", "ended_local_day",
    "reason",        "replaces",  "changed_ms"};
inline constexpr std::array kSnapshot{"singleton", "utc_ms", "offset_min", "time_zone", "first_day", "notes"};
inline constexpr std::array kReceivedNote{"seq",       "id",       "utc_ms", "offset_min", "time_zone", "author",
                                          "first_day", "last_day", "muscle", "text",       "withdrawn", "read"};
inline constexpr std::array kReceivedPlan{"singleton", "id",          "utc_ms",     "offset_min",  "time_zone",
                                          "author",    "days_a_week", "routine_id", "routine_name"};
inline constexpr std::array kPlanStep{"plan", "position", "kind", "zone", "side", "seconds", "cue", "pose"};

}  // namespace psolog::foreign
