// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "analysis/review.h"
#include "core/time.h"

namespace psolog {

// Words for the early signs and for what is not the primary outcome. Thread: GUI.

/// "Glutes sorer at first", "Activation up", …
[[nodiscard]] QString signTitle(Sign sign);

/// "seen, days 4–12", "seen, left 2 → 3", "not seen", "too early", "too few days".
[[nodiscard]] QString signStateWords(const SignFinding& finding);
/// "Glutes sorer: seen", as short as a chip.
[[nodiscard]] QString signChip(const SignFinding& finding);
/// The side and medians that a sign rests on: "Left glute: median 2 before, 3.5 in the first 14 days".
[[nodiscard]] QString signDetail(const SignFinding& finding);

/// The day of the release phase, the first release day is 1.
[[nodiscard]] int releaseDayOf(LocalDay firstRelease, LocalDay today);

/// "Left calf", "Left glute, activation", "Pelvic tilt, back arched".
[[nodiscard]] QString outcomeLabel(const Outcome& outcome);
/// "3 → 2", "3 → –".
[[nodiscard]] QString outcomeMedians(const Outcome& outcome);
/// "−1 (−2 to 0)"; a dash when a phase has no value.
[[nodiscard]] QString outcomeDifference(const Outcome& outcome);
/// "0.71 (0.60 to 0.80)"; a dash when a phase has no value.
[[nodiscard]] QString outcomeNap(const Outcome& outcome);
/// Why the others have no verdict.
[[nodiscard]] QString twelveSeriesWarning();

}  // namespace psolog
