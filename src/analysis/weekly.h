// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "core/time.h"
#include "core/weekly.h"

namespace psolog {

/// The weekly check-in is due when it was last answered this many days ago or more: it asks about seven days.
inline constexpr int kWeeklyIntervalDays = 7;

/// Whether the first answer of an OSTRC-H2 makes the other three redundant: full participation without a problem (0),
/// and no participation at all (25). Clarsen et al. 2020, Br J Sports Med 54:390. The 2013 version asks all four.
[[nodiscard]] bool endsWeekly(WeeklyVersion version, int participation);

/// Position of this score among the answers of the OSTRC-H2; nothing when it has no such answer.
[[nodiscard]] std::optional<std::size_t> answerPosition(int score);

/// Severity 0-100: the sum of the four answers. Nothing when an answer is missing, unless the first one made the others
/// redundant: then 0 or 100, as Clarsen et al. 2020 score it. Answers that were given nevertheless are summed.
[[nodiscard]] std::optional<int> weeklySeverity(const WeeklyCheckIn& checkIn);

/// Whether the week's problem was substantial: training or performance reduced to a moderate extent or more, or no
/// participation. OSTRC-H2: item 1 is 25, or item 2 or 3 is 17 or more. 2013 version: item 2 or 3 is 13 or more
/// (Clarsen et al. 2013, Br J Sports Med 47:495). Nothing when there was no problem at all, and when the answers that
/// are missing would decide.
[[nodiscard]] std::optional<bool> weeklySubstantial(const WeeklyCheckIn& checkIn);

/// True for a substantial problem; false also for none, and for what cannot be told.
[[nodiscard]] bool isSubstantial(const WeeklyCheckIn& checkIn);

/// `last` is the day of the newest weekly check-in.
[[nodiscard]] bool isWeeklyDue(const std::optional<LocalDay>& last, LocalDay today);

}  // namespace psolog
