// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "core/experiment.h"
#include "core/ports/itrendlog.h"
#include "gui/experiment/planstrip.h"

namespace psolog {

/// What a day of the plan is, as far as it may be shown on `today` (see isDrawTold()).
[[nodiscard]] PlannedDay plannedAsShown(const Experiment& plan, LocalDay day, LocalDay today);

/// The days of a plan as the strip shows them; of one that was ended those before its end. `scored` are days on which a
/// hamstring was rated.
[[nodiscard]] std::vector<PlanCell> planCells(const Experiment& plan, const std::vector<DayActivity>& activity,
                                              const std::set<LocalDay>& scored, LocalDay today);

}  // namespace psolog
