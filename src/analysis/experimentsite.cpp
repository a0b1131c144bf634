// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/experimentsite.h"

#include <optional>

namespace psolog {

namespace {

std::optional<double> meanOf(const std::vector<DayValue>& days, LocalDay first, LocalDay last)
{
    double sum = 0;
    int count = 0;
    for (const DayValue& day : days) {
        if (day.day < first.number() || day.day > last.number())
            continue;
        sum += day.median;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

}  // namespace

Site experimentSite(const Experiment& plan, const std::vector<DayValue>& left, const std::vector<DayValue>& right)
{
    struct Days {
        LocalDay first;
        LocalDay last;
    };
    const Days settled = plan.kind == ExperimentKind::RandomStart
        ? Days{plan.firstDay, plan.firstDay + (plan.leastBaseline - 1)}
        : Days{plan.firstDay - kDaysBeforePlan, plan.firstDay - 1};
    for (const Days& days : {settled, Days{plan.firstDay, plan.lastDay()}}) {
        const std::optional<double> ofLeft = meanOf(left, days.first, days.last);
        const std::optional<double> ofRight = meanOf(right, days.first, days.last);
        if (ofLeft || ofRight)
            return {Muscle::Hamstring, ofRight.value_or(-1) > ofLeft.value_or(-1) ? Side::Right : Side::Left};
    }
    return {Muscle::Hamstring, Side::Left};
}

}  // namespace psolog
