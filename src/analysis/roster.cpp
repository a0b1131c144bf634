// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/roster.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "analysis/rosterflags.h"

namespace psolog {

namespace {

constexpr std::array kHamstrings{Site{Muscle::Hamstring, Side::Left}, Site{Muscle::Hamstring, Side::Right}};

/// The last day with a score and the worst of it.
void lookAtLastDay(const SiteHighs& highs, RosterRow& row)
{
    for (const Site site : allSites()) {
        const auto& days = highs[indexOf(site)];
        if (days.empty())
            continue;
        const LocalDay day = LocalDay::fromNumber(days.back().day);
        const bool later = !row.lastCheckIn || day > *row.lastCheckIn;
        if (!later && (day < *row.lastCheckIn || days.back().score <= *row.worstNow))
            continue;
        row.lastCheckIn = day;
        row.worstNow = days.back().score;
        row.worstSite = site;
    }
}

std::vector<std::optional<double>> sparkOf(const std::vector<DayHigh>& days, LocalDay today)
{
    std::vector<std::optional<double>> spark(kSparkDays);
    const std::int32_t first = today.number() - (kSparkDays - 1);
    for (auto day = days.rbegin(); day != days.rend() && day->day >= first; ++day)
        spark[static_cast<std::size_t>(day->day - first)] = day->score;
    return spark;
}

void add(std::vector<Flag>& flags, const std::optional<Flag>& flag)
{
    if (flag)
        flags.push_back(*flag);
}

/// The verdict and what rests on the primary site.
void judge(const ReviewFacts& facts, const SiteHighs& highs, RosterRow& row)
{
    row.primary = primarySite(facts);
    if (!row.primary)
        return;
    const std::vector<DayValue>& days = facts.days[indexOf(*row.primary)];
    row.spark = sparkOf(highs[indexOf(*row.primary)], row.today);
    add(row.flags, risingFlag(days, *row.primary, row.today));
    if (row.sharedFrom)
        return;
    const Verdict verdict = judgeSite(facts, *row.primary);
    row.verdict = verdict.kind;
    row.change = verdict.phases.difference;
    row.baselineDays = static_cast<int>(verdict.phases.m);
    add(row.flags, worseFlag(facts, *row.primary, verdict));
}

}  // namespace

RosterRow rosterRow(const LogCopy& copy, LocalDay today, std::optional<int> daysAWeek)
{
    const ReviewFacts facts = copyFacts(copy, today, kHamstrings);
    const SiteHighs highs = siteHighs(copy, today);
    RosterRow row;
    row.athlete = copy.athlete.record.id;
    row.name = copy.athlete.record.name;
    row.today = today;
    if (const auto span = copySpan(copy, today))
        row.firstDay = span->first;
    row.sharedFrom = copy.snapshot ? copy.snapshot->firstDay : std::nullopt;
    row.released = facts.firstRelease.has_value();
    lookAtLastDay(highs, row);
    judge(facts, highs, row);
    const auto plan = adherenceOf(facts, copy.experiments, daysAWeek);
    if (plan)
        row.adherence = plan->adherence;
    const auto sides = sidesOf(facts.glute);
    if (sides)
        row.sides = sides->difference;
    add(row.flags, redStopFlag(copy.releases, today));
    for (const Flag& flag : highScoreFlags(highs, today))
        row.flags.push_back(flag);
    add(row.flags, silentFlag(row.lastCheckIn, copy.athlete.record.created.day, today));
    add(row.flags, planFlag(plan));
    add(row.flags, asymmetryFlag(sides, today));
    std::stable_sort(row.flags.begin(), row.flags.end(), [](const Flag& a, const Flag& b) { return a.kind < b.kind; });
    return row;
}

bool needsMore(const RosterRow& a, const std::vector<Flag>& unseenA, const RosterRow& b,
               const std::vector<Flag>& unseenB)
{
    const auto urgency = [](const std::vector<Flag>& flags) {
        int most = static_cast<int>(NameTable<FlagKind>::rows.size());
        for (const Flag& flag : flags)
            most = std::min(most, static_cast<int>(flag.kind));
        return most;
    };
    const auto silence = [](const RosterRow& row) {
        return row.lastCheckIn ? row.today - *row.lastCheckIn : std::numeric_limits<int>::max();
    };
    // More of these goes first, hence b before a.
    const auto forA = std::tuple(urgency(unseenA), unseenB.size(), silence(b));
    const auto forB = std::tuple(urgency(unseenB), unseenA.size(), silence(a));
    return forA != forB ? forA < forB : std::tie(a.name, a.athlete) < std::tie(b.name, b.athlete);
}

}  // namespace psolog
