// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/kendall.h"
#include "analysis/phasecomparison.h"
#include "analysis/theilsen.h"
#include "analysis/verdict.h"
#include "cli/seriesinput.h"

namespace psolog::cli {

/// What `stats` says about one series.
struct SeriesStats {
    std::size_t n = 0;        ///< values
    std::size_t missing = 0;  ///< rows without one
    Kendall trend;
    std::optional<TheilSen> line;
    std::optional<PhaseComparison> phases;  ///< empty: no phases
    std::optional<double> lag1;
    std::optional<double> p;             ///< of the A-against-B test of the verdict
    std::optional<VerdictKind> verdict;  ///< empty: no phases
    std::vector<Caution> cautions;
};

/// The statistics of a series whose rows may be in any order, with several values of the same x.
///
/// The verdict is given one value for each x, their median. Where x are whole numbers they are days, and a day
/// without a row between two of the same phase is missing, as one without a value is. Phases may take turns.
[[nodiscard]] SeriesStats statsOf(Series series, Improvement improvement);

}  // namespace psolog::cli
