// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "analysis/phasecomparison.h"
#include "cli/commands.h"

namespace psolog::cli {

/// What `stats` is asked to do.
struct StatsRequest {
    std::string series;  ///< a CSV file (see readSeries), or "-" for standard input
    Improvement improvement = Improvement::Decrease;
};

/// Prints the statistics of each series as one JSON object a line, always with the same keys in the same order; what is
/// not defined is null. Numbers are the shortest that read back as the same double. Nothing is printed unless the whole
/// input is sound. The failure's code is WriteFailed when `out` fails; any other is a fault of the input.
[[nodiscard]] Outcome printStats(const StatsRequest& request, std::ostream& out);

}  // namespace psolog::cli
