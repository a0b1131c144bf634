// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/copyfacts.h"

#include <algorithm>

namespace psolog {

namespace {

/// A session counts as a release from here on, as for ITrendLog.
constexpr Milliseconds kLeastReleaseTime = Seconds(60);

std::int32_t numberOf(std::int32_t day)
{
    return day;
}

std::int32_t numberOf(LocalDay day)
{
    return day.number();
}

/// The entry of a day in a list in order of days, made where it is missing. Records come in order of time, so nearly
/// always at the end.
template <class Entry, class Day>
Entry& entryOf(std::vector<Entry>& days, Day day)
{
    const std::int32_t number = numberOf(day);
    const auto add = [&](auto place) -> Entry& {
        const auto made = days.insert(place, Entry{});
        made->day = day;
        return *made;
    };
    if (days.empty() || numberOf(days.back().day) < number)
        return add(days.end());
    if (numberOf(days.back().day) == number)
        return days.back();
    const auto place = std::lower_bound(days.begin(), days.end(), number, [](const Entry& entry, std::int32_t wanted) {
        return numberOf(entry.day) < wanted;
    });
    return numberOf(place->day) == number ? *place : add(place);
}

/// Calls `use` with every record that was not removed and is not later than the day.
template <class R, class F>
void forEach(const std::vector<Kept<R>>& records, LocalDay today, F&& use)
{
    for (const Kept<R>& kept : records)
        if (!kept.deletedMs && kept.record.recorded.day <= today)
            use(kept.record);
}

template <class F>
void forEachRun(const LogCopy& copy, LocalDay today, F&& use)
{
    // A run has a day of its own.
    for (const auto& kept : copy.checkIns)
        if (!kept.deletedMs && kept.record.run && kept.record.run->recorded.day <= today)
            use(*kept.record.run);
}

/// Sessions that were not discarded.
template <class F>
void forEachSession(const LogCopy& copy, LocalDay today, F&& use)
{
    forEach(copy.releases, today, [&](const ReleaseSession& session) {
        if (session.outcome != ReleaseOutcome::Discarded)
            use(session);
    });
}

void addRun(DayActivity& day, const Run& run)
{
    ++day.runs;
    day.runMetres += run.distanceMetres.value_or(0);
    day.runMinutes += run.minutes.value_or(0);
    day.measuredRuns += run.distanceMetres ? 1 : 0;
    day.timedRuns += run.minutes ? 1 : 0;
    if (run.minutes && run.effort) {
        day.runLoad += run.effort->value() * *run.minutes;
        ++day.loadedRuns;
    }
}

}  // namespace

ReviewFacts copyFacts(const LogCopy& copy, LocalDay today, std::span<const Site> sites)
{
    ReviewFacts facts;
    facts.today = today;
    AllDayScores scores;
    forEach(copy.checkIns, today, [&](const CheckIn& checkIn) {
        ++entryOf(facts.activity, checkIn.recorded.day).checkIns;
        for (const Site site : sites)
            if (const auto& score = checkIn.scores[site])
                ++entryOf(scores[indexOf(site)], checkIn.recorded.day.number())
                      .counts[static_cast<std::size_t>(score->value())];
    });
    forEachRun(copy, today, [&](const Run& run) { addRun(entryOf(facts.activity, run.recorded.day), run); });
    forEach(copy.selfTests, today, [&](const SelfTest& test) {
        if (!test.complete)
            return;
        ++entryOf(facts.activity, test.recorded.day).selfTests;
        if (const auto point = testPoint(test))
            (test.kind == SelfTestKind::GluteActivation ? facts.glute : facts.tilt).push_back(*point);
    });
    forEachSession(copy, today, [&](const ReleaseSession& session) {
        if (session.worked < kLeastReleaseTime)
            return;
        ++entryOf(facts.activity, session.recorded.day).releases;
        if (!facts.firstRelease || session.recorded.day < *facts.firstRelease)
            facts.firstRelease = session.recorded.day;
    });
    for (const Site site : sites)
        facts.days[indexOf(site)] = daySeries(scores[indexOf(site)]);
    return facts;
}

std::optional<LogSpan> copySpan(const LogCopy& copy, LocalDay today)
{
    std::optional<LogSpan> span;
    const auto add = [&](const auto& record) {
        const LocalDay day = record.recorded.day;
        span = span ? LogSpan{std::min(span->first, day), std::max(span->last, day)} : LogSpan{day, day};
    };
    forEach(copy.checkIns, today, add);
    forEachRun(copy, today, add);
    forEach(copy.selfTests, today, add);
    forEachSession(copy, today, add);
    forEach(copy.weekly, today, add);
    return span;
}

SiteHighs siteHighs(const LogCopy& copy, LocalDay today)
{
    SiteHighs highs;
    forEach(copy.checkIns, today, [&](const CheckIn& checkIn) {
        for (const Site site : allSites())
            if (const auto& score = checkIn.scores[site]) {
                DayHigh& day = entryOf(highs[indexOf(site)], checkIn.recorded.day.number());
                day.score = std::max(day.score, score->value());
            }
    });
    return highs;
}

}  // namespace psolog
