// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/runtotals.h"

namespace psolog {

namespace {

/// A unit of load is used when at least this share of the runs of both has it.
constexpr double kNearlyAll = 0.9;

}  // namespace

RunTotals runTotals(const std::vector<DayActivity>& activity, std::int32_t first, std::int32_t end)
{
    RunTotals sum;
    for (const DayActivity& day : activity) {
        if (day.day.number() < first || day.day.number() >= end)
            continue;
        sum.runs += day.runs;
        sum.loaded += day.loadedRuns;
        sum.timed += day.timedRuns;
        sum.measured += day.measuredRuns;
        sum.load += day.runLoad;
        sum.minutes += day.runMinutes;
        sum.metres += day.runMetres;
    }
    return sum;
}

LoadUnit commonUnit(const RunTotals& a, const RunTotals& b)
{
    const auto nearlyAll = [&](int RunTotals::*count) {
        return a.*count >= kNearlyAll * a.runs && b.*count >= kNearlyAll * b.runs;
    };
    if (nearlyAll(&RunTotals::loaded))
        return LoadUnit::SessionLoad;
    if (nearlyAll(&RunTotals::timed))
        return LoadUnit::Minutes;
    if (nearlyAll(&RunTotals::measured))
        return LoadUnit::Metres;
    return LoadUnit::Runs;
}

double totalIn(LoadUnit unit, const RunTotals& totals)
{
    switch (unit) {
    case LoadUnit::SessionLoad:
        return totals.load;
    case LoadUnit::Minutes:
        return totals.minutes;
    case LoadUnit::Metres:
        return totals.metres;
    case LoadUnit::Runs:
        break;
    }
    return totals.runs;
}

}  // namespace psolog
