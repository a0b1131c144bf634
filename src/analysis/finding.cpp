// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "analysis/median.h"
#include "analysis/todayplan.h"

namespace psolog {

namespace {

/// Days from `first` (included) to `end` (not included).
PhaseSummary summarise(const std::vector<DayValue>& days, std::int32_t first, std::int32_t end)
{
    const auto byDay = [](const DayValue& value, std::int32_t day) { return value.day < day; };
    const auto from = std::lower_bound(days.begin(), days.end(), first, byDay);
    const auto to = std::lower_bound(from, days.end(), end, byDay);
    PhaseSummary phase;
    phase.days = static_cast<int>(to - from);
    std::vector<double> medians;
    medians.reserve(static_cast<std::size_t>(phase.days));
    for (auto it = from; it != to; ++it)
        medians.push_back(it->median);
    if (!medians.empty())
        phase.mean = std::accumulate(medians.begin(), medians.end(), 0.0) / phase.days;
    phase.median = medianOf(std::move(medians));
    return phase;
}

}  // namespace

std::optional<double> Finding::change() const
{
    if (!before.median || !since.median)
        return std::nullopt;
    return *since.median - *before.median;
}

Finding findingOf(Site site, const std::vector<DayValue>& days, std::optional<LocalDay> firstRelease, LocalDay today)
{
    Finding finding;
    finding.site = site;
    if (days.empty())
        return finding;

    // Scores can be dated after today when the clock was set back.
    const std::int32_t end = std::max(today.number(), days.back().day) + 1;
    const std::int32_t release = firstRelease ? std::min(firstRelease->number(), end) : end;
    finding.before = summarise(days, days.front().day, release);
    if (finding.before.days > 0)
        finding.before.missing = release - days.front().day - finding.before.days;
    if (!firstRelease) {
        finding.kind = FindingKind::NoReleaseYet;
        return finding;
    }
    finding.since = summarise(days, release, end);
    finding.since.missing = end - release - finding.since.days;
    finding.enough = finding.before.days >= kBaselineDays && finding.since.days >= kBaselineDays;
    if (finding.before.days == 0)
        finding.kind = FindingKind::NothingBefore;
    else if (finding.since.days == 0)
        finding.kind = FindingKind::NothingSince;
    else
        finding.kind = FindingKind::BeforeAndSince;
    return finding;
}

const Finding* leadingFinding(std::span<const Finding> findings)
{
    const Finding* lead = nullptr;
    // A side with a baseline goes before one without, because only it can be compared.
    const auto rank = [](const Finding& finding) {
        const double since = finding.before.median ? -1 : finding.since.median.value_or(-1);
        return std::tuple(finding.before.median.value_or(-1), finding.before.mean.value_or(-1), since);
    };
    for (const Finding& finding : findings)
        if (finding.kind != FindingKind::NeverAsked && (lead == nullptr || rank(finding) > rank(*lead)))
            lead = &finding;
    return lead;
}

}  // namespace psolog
