// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/plancells.h"

#include <algorithm>

#include "analysis/experiment.h"

namespace psolog {

PlannedDay plannedAsShown(const Experiment& plan, LocalDay day, LocalDay today)
{
    if (!isDrawTold(plan, day, today))
        return PlannedDay::Hidden;
    return plan.isReleaseDay(day) ? PlannedDay::With : PlannedDay::Without;
}

std::vector<PlanCell> planCells(const Experiment& plan, const std::vector<DayActivity>& activity,
                                const std::set<LocalDay>& scored, LocalDay today)
{
    // The day on which it was ended is no day of the plan any more.
    const int days = plan.ended ? std::clamp(plan.ended->day - plan.firstDay, 0, plan.length()) : plan.length();
    std::vector<PlanCell> cells;
    cells.reserve(static_cast<std::size_t>(days));
    for (int i = 0; i < days; ++i) {
        PlanCell cell;
        cell.day = plan.firstDay + i;
        cell.planned = plannedAsShown(plan, cell.day, today);
        const auto found = std::find_if(activity.begin(), activity.end(),
                                        [&cell](const DayActivity& each) { return each.day == cell.day; });
        cell.released = found != activity.end() && found->releases > 0;
        cell.scored = scored.count(cell.day) > 0;
        cell.today = cell.day == today;
        cell.past = cell.day < today;
        cells.push_back(cell);
    }
    return cells;
}

}  // namespace psolog
