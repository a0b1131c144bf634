// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"
#include "support/manualclock.h"
#include "support/sequentialids.h"

namespace psolog::test {

inline const LocalDay kToday(2026, 11, 22);

/// A moment `days` before today, at 8 in the evening or earlier on today itself.
inline RecordedAt recordedDaysAgo(int days, std::chrono::minutes before = std::chrono::minutes(0))
{
    Instant at = ManualClock::defaultStart();
    at.utc -= std::chrono::days(days) + before;
    return {at, kToday - days};
}

/// A check-in with all scores, a run and a note.
inline CheckIn fullCheckIn(SequentialIds& ids, int daysAgo = 0, int score = 5)
{
    CheckIn record;
    record.id = ids.make<CheckInId>();
    record.recorded = recordedDaysAgo(daysAgo);
    record.context = Context::AfterRun;
    for (const Site site : allSites())
        record.scores[site] = Score::clamped(score);
    record.run = Run{ids.make<RunId>(), recordedDaysAgo(daysAgo, std::chrono::minutes(50)), 8400, 46,
                     Score::clamped(6), {RunFeature::Hills, RunFeature::Strength}};
    record.note = "stairs were harder than yesterday";
    return record;
}

inline CheckIn oneScore(SequentialIds& ids, Site site, int score, int daysAgo = 0)
{
    CheckIn record;
    record.id = ids.make<CheckInId>();
    record.recorded = recordedDaysAgo(daysAgo);
    record.scores[site] = Score::clamped(score);
    return record;
}

inline SelfTest gluteTest(SequentialIds& ids, int daysAgo = 0)
{
    SelfTest record;
    record.id = ids.make<SelfTestId>();
    record.recorded = recordedDaysAgo(daysAgo);
    record.complete = true;
    record.readings = {Reading{Side::Left, {}, 1, Contraction::Soft, WorkedHardest::Hamstring},
                       Reading{Side::Right, {}, 1, Contraction::Firm, {}}};
    return record;
}

inline ReleaseSession session(SequentialIds& ids, int daysAgo = 0)
{
    ReleaseSession record;
    record.id = ids.make<ReleaseSessionId>();
    record.recorded = recordedDaysAgo(daysAgo);
    record.routineId = "daily-five";
    record.routineName = "Daily five";
    record.planned = Seconds(300);
    return record;
}

inline SessionEvent event(int sequence, int daysAgo = 0)
{
    SessionEvent record;
    record.sequence = sequence;
    record.at = recordedDaysAgo(daysAgo).at;
    record.kind = sequence == 0 ? SessionEventKind::StepStarted : SessionEventKind::PointFound;
    record.zone = Zone::Low;
    return record;
}

inline WeeklyCheckIn weekly(SequentialIds& ids, int daysAgo = 0)
{
    WeeklyCheckIn record;
    record.id = ids.make<WeeklyCheckInId>();
    record.recorded = recordedDaysAgo(daysAgo);
    record.scores = {8, 17, 0, 25};
    record.note = "hills left out";
    return record;
}

/// A baseline of 12 days out of 7 to 21, then release: 49 days from the day it was drawn.
inline Experiment startPlan(SequentialIds& ids, int daysAgo = 0)
{
    Experiment plan;
    plan.id = ids.make<ExperimentId>();
    plan.recorded = recordedDaysAgo(daysAgo);
    plan.firstDay = plan.recorded.day;
    plan.baseline = 12;
    return plan;
}

inline Experiment weeksPlan(SequentialIds& ids, std::vector<bool> releaseFirst, int daysAgo = 0)
{
    Experiment plan;
    plan.id = ids.make<ExperimentId>();
    plan.recorded = recordedDaysAgo(daysAgo);
    plan.firstDay = plan.recorded.day + 1;
    plan.kind = ExperimentKind::AlternatingWeeks;
    plan.releaseFirst = std::move(releaseFirst);
    return plan;
}

}  // namespace psolog::test
