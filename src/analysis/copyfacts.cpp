// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/copyfacts.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

namespace psolog {

namespace {

/// A session counts as a release from here on, as for ITrendLog.
constexpr Milliseconds kLeastReleaseTime = Seconds(60);

/// The entry of a day in a list in order of days, made where it is missing. Check-ins come in order of time, so always
/// near the end.
template <class Entry>
Entry& entryOf(std::vector<Entry>& days, std::int32_t number)
{
    auto place = days.end();
    while (place != days.begin() && std::prev(place)->day >= number)
        --place;
    if (place == days.end() || place->day != number) {
        place = days.insert(place, Entry{});
        place->day = number;
    }
    return *place;
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

/// A file from elsewhere may have more on one day than an int counts.
void increase(int& sum, int by)
{
    sum = static_cast<int>(std::min<std::int64_t>(std::int64_t{sum} + by, std::numeric_limits<int>::max()));
}

/// What happened on each day. Days may be named in any order: the kinds of records follow each other, and a run may be
/// of any day.
class Activity {
public:
    /// Valid until the next call.
    DayActivity& on(LocalDay day)
    {
        if (m_days.empty() || m_days.back().day != day)
            m_days.emplace_back().day = day;
        return m_days.back();
    }
    void add(const Run& run)
    {
        DayActivity& day = on(run.recorded.day);
        ++day.runs;
        increase(day.runMetres, run.distanceMetres.value_or(0));
        increase(day.runMinutes, run.minutes.value_or(0));
        day.measuredRuns += run.distanceMetres ? 1 : 0;
        day.timedRuns += run.minutes ? 1 : 0;
        if (run.minutes && run.effort) {
            increase(day.runLoad, run.effort->value() * *run.minutes);
            ++day.loadedRuns;
        }
    }
    /// In order of days, each once.
    [[nodiscard]] std::vector<DayActivity> take() &&
    {
        std::stable_sort(m_days.begin(), m_days.end(),
                         [](const DayActivity& a, const DayActivity& b) { return a.day < b.day; });
        std::vector<DayActivity> all;
        for (const DayActivity& part : m_days) {
            if (all.empty() || all.back().day != part.day) {
                all.push_back(part);
                continue;
            }
            for (int DayActivity::*const count :
                 {&DayActivity::checkIns, &DayActivity::runs, &DayActivity::selfTests, &DayActivity::releases,
                  &DayActivity::runMetres, &DayActivity::runMinutes, &DayActivity::runLoad, &DayActivity::loadedRuns,
                  &DayActivity::timedRuns, &DayActivity::measuredRuns})
                increase(all.back().*count, part.*count);
        }
        return all;
    }

private:
    std::vector<DayActivity> m_days;
};

}  // namespace

ReviewFacts copyFacts(const LogCopy& copy, LocalDay today, std::span<const Site> sites)
{
    ReviewFacts facts;
    facts.today = today;
    Activity activity;
    AllDayScores scores;
    forEach(copy.checkIns, today, [&](const CheckIn& checkIn) {
        ++activity.on(checkIn.recorded.day).checkIns;
        for (const Site site : sites)
            if (const auto& score = checkIn.scores[site])
                ++entryOf(scores[indexOf(site)], checkIn.recorded.day.number())
                      .counts[static_cast<std::size_t>(score->value())];
    });
    forEachRun(copy, today, [&](const Run& run) { activity.add(run); });
    forEach(copy.selfTests, today, [&](const SelfTest& test) {
        if (!test.complete)
            return;
        ++activity.on(test.recorded.day).selfTests;
        if (const auto point = testPoint(test))
            (test.kind == SelfTestKind::GluteActivation ? facts.glute : facts.tilt).push_back(*point);
    });
    forEachSession(copy, today, [&](const ReleaseSession& session) {
        if (session.worked < kLeastReleaseTime)
            return;
        ++activity.on(session.recorded.day).releases;
        if (!facts.firstRelease || session.recorded.day < *facts.firstRelease)
            facts.firstRelease = session.recorded.day;
    });
    facts.activity = std::move(activity).take();
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
