// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "analysis/finding.h"
#include "analysis/runtotals.h"
#include "analysis/testseries.h"
#include "analysis/trendrows.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/itrendlog.h"

namespace psolog {

/// What a log holds of one muscle, releases, runs and glute tests in some days. It describes and never compares.
struct PeriodFacts {
    LogSpan days;
    Muscle muscle = Muscle::Hamstring;
    std::shared_ptr<const TrendRows> rows;  ///< left and right, of these days alone
    std::array<Finding, 2> findings;        ///< of both sides, with the phases cut to these days
    std::array<PhaseSummary, 2> soreness;   ///< of both sides over all of these days
    int releaseDays = 0;                    ///< days with a release
    RunTotals runs;
    std::optional<TestPoint> glute;  ///< the last complete glute test in these days

    [[nodiscard]] int length() const { return days.last - days.first + 1; }
    /// A count of the period as one a week.
    [[nodiscard]] double perWeek(double count) const { return count * 7 / length(); }
};

/// Reads the days; the first error ends it. InvalidValue when they end before they begin.
[[nodiscard]] Result<PeriodFacts> readPeriod(ITrendLog& trends, ISelfTestLog& tests, Muscle muscle,
                                             const LogSpan& days);

/// Days to compare.
enum class PeriodKind {
    LastFourWeeks,    ///< the 28 days that end today
    FourWeeksBefore,  ///< the 28 days before those
    Baseline,         ///< from the first day of the log to the day before the first release, or today without one
    SinceRelease,     ///< from the first release to today
};

inline constexpr int kPeriodDays = 28;

/// The days of a kind in this log. Nothing when there are none: an empty log, no day before the first release, no
/// release yet. Never ends after today.
[[nodiscard]] std::optional<LogSpan> periodDays(PeriodKind kind, const std::optional<LogSpan>& log,
                                                std::optional<LocalDay> firstRelease, LocalDay today);

}  // namespace psolog
