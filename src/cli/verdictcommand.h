// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "core/ports/iclock.h"
#include "core/time.h"

namespace psolog::cli {

/// What `verdict` is asked to do.
struct VerdictRequest {
    std::string log;
    std::optional<LocalDay> today;  ///< the day to judge on: what came later is left out; the clock's when empty
};

/// Prints the verdict of a log on its primary outcome as one JSON object on one line, always with the same keys in the
/// same order; what is not defined is null. "mann_kendall", "theil_sen", "phases", "lag1", "verdict" and "cautions" are
/// what `stats` prints for the same days. The log is not changed.
[[nodiscard]] Outcome printVerdict(const VerdictRequest& request, const IClock& clock, std::ostream& out);

}  // namespace psolog::cli
