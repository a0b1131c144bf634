// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/periodfacts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/median.h"

namespace psolog {

namespace {

PhaseSummary summaryOf(const std::vector<DayValue>& values, const LogSpan& days)
{
    PhaseSummary summary;
    std::vector<double> medians;
    double sum = 0;
    for (const DayValue& value : values) {
        medians.push_back(value.median);
        sum += value.median;
    }
    summary.days = static_cast<int>(medians.size());
    summary.missing = days.last - days.first + 1 - summary.days;
    if (!medians.empty())
        summary.mean = sum / static_cast<double>(medians.size());
    summary.median = medianOf(std::move(medians));
    return summary;
}

}  // namespace

Result<PeriodFacts> readPeriod(ITrendLog& trends, ISelfTestLog& tests, Muscle muscle, const LogSpan& days)
{
    if (days.last < days.first)
        return fail(ErrorCode::InvalidValue, "the last day is before the first");
    PeriodFacts facts;
    facts.days = days;
    facts.muscle = muscle;
    const auto release = trends.firstReleaseDay();
    if (!release)
        return tl::unexpected(release.error());
    const auto activity = trends.activity(days.first, days.last);
    if (!activity)
        return tl::unexpected(activity.error());
    const std::vector<Site> sites{{muscle, Side::Left}, {muscle, Side::Right}};
    std::vector<std::vector<DayValue>> series;
    for (std::size_t side = 0; side < sites.size(); ++side) {
        // The rolling median of the first days looks back.
        const auto scores = trends.dayScores(sites[side], days.first - (kRollingDays - 1), days.last);
        if (!scores)
            return tl::unexpected(scores.error());
        std::vector<DayValue> values = daySeries(*scores);
        std::erase_if(values, [&](const DayValue& value) { return value.day < days.first.number(); });
        facts.soreness.at(side) = summaryOf(values, days);
        facts.findings.at(side) = findingOf(sites[side], values, *release, days.last);
        series.push_back(std::move(values));
    }
    facts.rows = std::make_shared<const TrendRows>(sites, series, *activity, *release);
    facts.releaseDays = static_cast<int>(
        std::count_if(activity->begin(), activity->end(), [](const DayActivity& day) { return day.releases > 0; }));
    facts.runs = runTotals(*activity, days.first.number(), days.last.number() + 1);
    const auto found = tests.between(days.first, days.last);
    if (!found)
        return tl::unexpected(found.error());
    if (const auto glute = testSeries(*found, SelfTestKind::GluteActivation); !glute.empty())
        facts.glute = glute.back();
    return facts;
}

std::optional<LogSpan> periodDays(PeriodKind kind, const std::optional<LogSpan>& log,
                                  std::optional<LocalDay> firstRelease, LocalDay today)
{
    if (!log || log->first > today)
        return std::nullopt;
    const auto span = [](LocalDay first, LocalDay last) {
        return first <= last ? std::optional(LogSpan{first, last}) : std::nullopt;
    };
    switch (kind) {
    case PeriodKind::LastFourWeeks:
        return span(today - (kPeriodDays - 1), today);
    case PeriodKind::FourWeeksBefore:
        return span(today - (2 * kPeriodDays - 1), today - kPeriodDays);
    case PeriodKind::Baseline:
        return span(log->first, firstRelease ? std::min(*firstRelease - 1, today) : today);
    case PeriodKind::SinceRelease:
        return firstRelease ? span(*firstRelease, today) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace psolog
