// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/plancells.h"

#include <algorithm>

namespace psolog {

namespace {

constexpr int kPairDays = 14;

bool isStartHidden(const Experiment& plan, LocalDay today)
{
    return plan.kind == ExperimentKind::RandomStart && plan.leastBaseline != plan.mostBaseline
        && today < plan.firstDay + plan.baseline;
}

}  // namespace

PlannedDay plannedAsShown(const Experiment& plan, LocalDay day, LocalDay today)
{
    const int index = day - plan.firstDay;
    bool hidden = false;
    if (plan.kind == ExperimentKind::RandomStart)
        hidden = isStartHidden(plan, today) && day > today && index >= plan.leastBaseline && index < plan.mostBaseline;
    else
        hidden = today < plan.firstDay + index / kPairDays * kPairDays;
    if (hidden)
        return PlannedDay::Hidden;
    // From the last candidate on there is a release whatever was drawn.
    return plan.isReleaseDay(day) ? PlannedDay::With : PlannedDay::Without;
}

std::vector<PlanCell> planCells(const Experiment& plan, const std::vector<DayActivity>& activity,
                                const std::set<LocalDay>& scored, LocalDay today)
{
    const int days = plan.length();
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
