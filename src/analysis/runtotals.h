// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/review.h"
#include "core/ports/itrendlog.h"

namespace psolog {

/// What was run in some days.
struct RunTotals {
    int runs = 0;
    int loaded = 0;    ///< runs with effort and minutes
    int timed = 0;     ///< runs with minutes
    int measured = 0;  ///< runs with a distance
    double load = 0;   ///< effort x minutes
    double minutes = 0;
    double metres = 0;

    friend bool operator==(const RunTotals&, const RunTotals&) = default;
};

/// The runs of the days from `first` up to, not including, `end`.
[[nodiscard]] RunTotals runTotals(const std::vector<DayActivity>& activity, std::int32_t first, std::int32_t end);

/// The best unit that nearly all runs of both have; LoadUnit::Runs when no other.
[[nodiscard]] LoadUnit commonUnit(const RunTotals& a, const RunTotals& b);

/// In that unit.
[[nodiscard]] double totalIn(LoadUnit unit, const RunTotals& totals);

}  // namespace psolog
