// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/ports/itrendlog.h"

namespace psolog {

/// The line of a trend is a median over this many calendar days, the day itself and those before it.
inline constexpr int kRollingDays = 7;
/// The rolling median needs at least this many days with a score in its window.
inline constexpr int kRollingLeastDays = 3;
/// This many missing days in a row are a gap: a line is not drawn across it. One missing day is bridged, because the
/// window of the median still holds up to six days around it.
inline constexpr int kGapDays = 2;

/// What one site got on one local day. A day without a score has no DayValue.
struct DayValue {
    std::int32_t day = 0;           ///< LocalDay::number()
    std::int32_t count = 0;         ///< check-ins that day with a score of this site, at least 1
    std::uint16_t scores = 0;       ///< bit n is set when the score n was given at least once
    double median = 0;              ///< of the day's scores
    std::optional<double> rolling;  ///< see kRollingDays; empty with fewer than kRollingLeastDays days

    friend bool operator==(const DayValue&, const DayValue&) = default;
};

/// Day medians of one site and their rolling median, in order of days. `points` may be in any order; the result does
/// not depend on the order within a day. The rolling median looks back only: what a day shows never changes because of
/// what was logged later. It is the median of day medians, so that a day with many check-ins weighs no more than one.
[[nodiscard]] std::vector<DayValue> daySeries(const std::vector<ScorePoint>& points);

/// The same from counted scores, one entry a day, in order of days.
[[nodiscard]] std::vector<DayValue> daySeries(const std::vector<DayScores>& days);

/// Whether a line may be drawn from one day with a value to the next one.
[[nodiscard]] constexpr bool joined(std::int32_t earlier, std::int32_t later)
{
    return later - earlier - 1 < kGapDays;
}

}  // namespace psolog
