// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/time.h"

namespace psolog {

/// What the marks of a time axis count.
enum class TickUnit { Days, Weeks, Months, Years };

/// The marks of a time axis.
struct DayTicks {
    TickUnit unit = TickUnit::Days;
    std::vector<int> days;  ///< LocalDay::number(), in order

    friend bool operator==(const DayTicks&, const DayTicks&) = default;
};

/// Marks on round days between first and last (both included), never more than `most` (at least 1): days, Mondays, the
/// first of a month or of a year. Marks stay where they are while the view is panned.
[[nodiscard]] DayTicks dayTicks(int first, int last, int most);

/// The text of a mark: "9 Nov", "Nov", "2026"; a month shows its year in January and at the first mark.
[[nodiscard]] QString tickLabel(const DayTicks& ticks, std::size_t index);

}  // namespace psolog
