// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "core/experiment.h"
#include "core/ports/itrendlog.h"
#include "gui/experiment/planstrip.h"

namespace psolog {

/// What a day of the plan is, as far as it may be shown on `today`: what was drawn stays hidden until its day comes, so
/// that it cannot colour the days before it. With a random start these are the days that could still be the first one;
/// with weeks by turns those of every pair that has not begun.
[[nodiscard]] PlannedDay plannedAsShown(const Experiment& plan, LocalDay day, LocalDay today);

/// The days of a plan as the strip shows them. `scored` are days on which a hamstring was rated.
[[nodiscard]] std::vector<PlanCell> planCells(const Experiment& plan, const std::vector<DayActivity>& activity,
                                              const std::set<LocalDay>& scored, LocalDay today);

}  // namespace psolog
