// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/seriesstats.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/median.h"

namespace psolog::cli {

namespace {

/// The values of a phase at their x, in order.
struct Values {
    std::vector<double> x;
    std::vector<double> y;

    [[nodiscard]] PhaseValues view() const { return PhaseValues{x, y}; }
};

Values valuesOf(const std::vector<SeriesRow>& rows, Phase phase)
{
    Values values;
    for (const SeriesRow& row : rows)
        if (!row.missing && row.phase == phase) {
            values.x.push_back(row.x);
            values.y.push_back(row.y);
        }
    return values;
}

/// One value for each x: the median of those it has.
Values oneEach(const Values& values)
{
    Values result;
    for (std::size_t first = 0; first < values.x.size();) {
        std::size_t last = first;
        std::vector<double> same;
        while (last < values.x.size() && values.x[last] == values.x[first])
            same.push_back(values.y[last++]);
        result.x.push_back(values.x[first]);
        result.y.push_back(medianOf(std::move(same)).value_or(0));
        first = last;
    }
    return result;
}

/// Days of a phase without a value: its x without one and, when they are whole numbers, the days between two that
/// follow each other. In between phases that take turns is the other phase, not a gap.
int missingDays(const std::vector<SeriesRow>& rows, Phase phase, std::size_t withValue)
{
    double days = 0;
    double between = 0;
    bool whole = true;
    std::optional<double> before;  // the x ahead of this one, if it is of the phase
    for (std::size_t i = 0; i < rows.size();) {
        const double x = rows[i].x;
        bool here = false;
        for (; i < rows.size() && rows[i].x == x; ++i)
            here = here || rows[i].phase == phase;
        if (here) {
            ++days;
            between += before ? x - *before - 1 : 0;
            whole = whole && x == std::floor(x);
        }
        before = here ? std::optional(x) : std::nullopt;
    }
    days += whole ? between : 0;
    return static_cast<int>(
        std::clamp(days - static_cast<double>(withValue), 0.0, double{std::numeric_limits<int>::max() / 2}));
}

}  // namespace

SeriesStats statsOf(Series series, Improvement improvement)
{
    const auto earlier = [](const SeriesRow& a, const SeriesRow& b) { return a.x < b.x; };
    if (!std::is_sorted(series.rows.begin(), series.rows.end(), earlier))
        std::stable_sort(series.rows.begin(), series.rows.end(), earlier);
    SeriesStats stats;
    if (!series.phases) {
        const Values all = valuesOf(series.rows, Phase::None);
        stats.n = all.y.size();
        stats.trend = kendall(all.x, all.y);
        stats.line = theilSen(all.x, all.y);
        stats.lag1 = lagOne(all.y, {});
    } else {
        const Values before = valuesOf(series.rows, Phase::Baseline);
        const Values since = valuesOf(series.rows, Phase::Release);
        const Values daysBefore = oneEach(before);
        const Values daysSince = oneEach(since);
        VerdictFacts facts;
        facts.baseline = daysBefore.view();
        facts.release = daysSince.view();
        facts.improvement = improvement;
        facts.missingBefore = missingDays(series.rows, Phase::Baseline, daysBefore.x.size());
        facts.missingSince = missingDays(series.rows, Phase::Release, daysSince.x.size());
        Verdict verdict = judge(facts);
        stats.n = before.y.size() + since.y.size();
        stats.verdict = verdict.kind;
        stats.p = verdict.p;
        stats.cautions = std::move(verdict.cautions);
        if (daysBefore.x.size() + daysSince.x.size() == stats.n) {
            // The verdict saw the very values, and its numbers are theirs.
            stats.trend = verdict.trend.value_or(Kendall());
            stats.line = verdict.line;
            stats.phases = std::move(verdict.phases);
            stats.lag1 = verdict.lag1;
        } else {
            Values all = before;
            all.x.insert(all.x.end(), since.x.begin(), since.x.end());
            all.y.insert(all.y.end(), since.y.begin(), since.y.end());
            stats.trend = kendall(all.x, all.y);
            stats.line = theilSen(all.x, all.y);
            stats.phases = comparePhases(before.view(), since.view(), improvement);
            stats.lag1 = lagOne(before.y, since.y);
        }
    }
    stats.missing = series.rows.size() - stats.n;
    return stats;
}

}  // namespace psolog::cli
