// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "support/pagefixture.h"

namespace psolog::test {

/// A made-up log that ends today: days of baseline, then days of release.
struct Diary {
    int before = 14;
    int since = 35;
    /// The scores of a site on a day (the first is 0), one check-in each; empty: not asked.
    std::function<std::vector<int>(Site site, int day)> scores;
    int runMinutesBefore = 40;  ///< every second day; 0: no runs
    int runMinutesSince = 40;
    bool released = true;  ///< false: `since` are days without a release, too
};

/// A number between -1 and 1, the same for the same day.
inline int wobble(int day)
{
    const int turned = (day * 7919 + 104729) % 1013;
    return turned % 7 == 0 ? 1 : turned % 5 == 0 ? -1 : turned % 3 == 0 ? 1 : 0;
}

/// Hamstrings about `before`, then about `since`; calves and glutes beside them.
inline std::function<std::vector<int>(Site, int)> levels(int baseline, int before, int since)
{
    return [=](Site site, int day) -> std::vector<int> {
        int level = day < baseline ? before : since;
        if (site.muscle == Muscle::Glute)
            level = day >= baseline && day < baseline + 12 ? 4 : 2;
        else if (site.muscle == Muscle::Calf)
            level = 3;
        else if (site.muscle != Muscle::Hamstring)
            level = 2;
        if (site.side == Side::Right)
            level -= 1;
        return {std::clamp(level + wobble(day + static_cast<int>(indexOf(site))), 0, 10)};
    };
}

inline RecordedAt daysAgo(const PageFixture& fixture, int days, int minutes = 0)
{
    const Instant now = fixture.clock.now();
    RecordedAt recorded;
    recorded.at = Instant{now.utc - std::chrono::days(days) - std::chrono::minutes(minutes), now.offset, now.zone};
    recorded.day = localDayOf(now) - days;
    return recorded;
}

template <class R>
void mustBe(const R& result)
{
    if (!result)
        qFatal("not saved: %s", result.error().detail.c_str());
}

inline void fill(PageFixture& fixture, const Diary& diary)
{
    const int days = diary.before + diary.since;
    mustBe(fixture.log->inTransaction([&]() -> Result<void> {
        for (int day = 0; day < days; ++day) {
            const int ago = days - 1 - day;
            std::size_t most = 0;
            for (const Site site : allSites())
                most = std::max(most, diary.scores(site, day).size());
            for (std::size_t i = 0; i < most; ++i) {
                CheckIn record;
                record.id = fixture.ids.make<CheckInId>();
                record.recorded = daysAgo(fixture, ago, static_cast<int>(i));
                for (const Site site : allSites())
                    if (const auto scores = diary.scores(site, day); i < scores.size())
                        record.scores[site] = Score::clamped(scores[i]);
                const int minutes = day < diary.before ? diary.runMinutesBefore : diary.runMinutesSince;
                if (i == 0 && minutes > 0 && day % 2 == 0) {
                    Run run;
                    run.id = fixture.ids.make<RunId>();
                    run.recorded = record.recorded;
                    run.minutes = minutes;
                    record.run = run;
                }
                mustBe(fixture.log->checkIns().save(record));
            }
            if (diary.released && day >= diary.before) {
                ReleaseSession session;
                session.id = fixture.ids.make<ReleaseSessionId>();
                session.recorded = daysAgo(fixture, ago, 60);
                session.routineId = "daily-five";
                session.routineName = "Daily five";
                session.planned = Seconds(300);
                session.outcome = ReleaseOutcome::Completed;
                session.worked = Milliseconds(240'000);
                mustBe(fixture.log->releases().save(session));
            }
        }
        return {};
    }));
}

/// A glute activation test of both sides.
inline void addGluteTest(PageFixture& fixture, int ago, int left, int right)
{
    SelfTest test;
    test.id = fixture.ids.make<SelfTestId>();
    test.recorded = daysAgo(fixture, ago, 30);
    test.complete = true;
    const auto rating = [](int value) { return static_cast<Contraction>(value); };
    test.readings = {Reading{Side::Left, {}, 1, rating(left), WorkedHardest::Glute},
                     Reading{Side::Right, {}, 1, rating(right), WorkedHardest::Glute}};
    mustBe(fixture.log->selfTests().save(test));
}

}  // namespace psolog::test
