// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/todayplan.h"

#include <algorithm>

#include "analysis/weekly.h"

namespace psolog {

namespace {

bool testIsDue(const std::optional<LocalDay>& last, LocalDay today)
{
    return !last || today - *last >= kTestIntervalDays;
}

NextStep releaseStep(ReleaseLock lock)
{
    switch (lock) {
    case ReleaseLock::Free:
        return NextStep::Release;
    case ReleaseLock::ScreeningNeeded:
        return NextStep::Screening;
    case ReleaseLock::Screening:
    case ReleaseLock::RedStop:
    case ReleaseLock::Unanswered:
        return NextStep::Locked;
    }
    return NextStep::Locked;
}

bool isPlannedOff(const std::vector<Experiment>& experiments, LocalDay day)
{
    const Experiment* experiment = experimentOn(experiments, day);
    return experiment != nullptr && !experiment->isReleaseDay(day);
}

std::optional<PlanDay> planDayOf(const TodayFacts& facts)
{
    const Experiment* experiment = experimentOn(facts.experiments, facts.today);
    if (experiment == nullptr)
        return std::nullopt;
    PlanDay day;
    day.kind = experiment->kind;
    day.number = facts.today - experiment->firstDay + 1;
    day.release = experiment->isReleaseDay(facts.today);
    day.turn = day.number > 1 && experiment->isReleaseDay(facts.today - 1) != day.release;
    return day;
}

}  // namespace

const Experiment* experimentOn(const std::vector<Experiment>& experiments, LocalDay day)
{
    for (const Experiment& experiment : experiments)
        if (experiment.covers(day) && (!experiment.ended || day < experiment.ended->day))
            return &experiment;
    return nullptr;
}

TodayPlan planToday(const TodayFacts& facts)
{
    TodayPlan plan;
    plan.lock = facts.lock;
    plan.planDay = planDayOf(facts);
    plan.weeklyDue = facts.weeklyWanted && isWeeklyDue(facts.lastWeekly, facts.today);
    const bool noRelease = plan.planDay && !plan.planDay->release;

    const LocalDay windowStart = facts.today - (kRecentDays - 1);
    for (const DayActivity& day : facts.activity) {
        if (day.day > facts.today)
            continue;
        if (day.day == facts.today) {
            plan.checkedInToday = day.checkIns > 0;
            plan.releasedToday = day.releases > 0;
        }
        if (day.checkIns > 0 && (!facts.firstReleaseDay || day.day < *facts.firstReleaseDay))
            ++plan.baselineDaysLogged;
        if (day.releases > 0 && day.day >= windowStart && !isPlannedOff(facts.experiments, day.day))
            ++plan.releaseDaysKept;
    }

    const bool released = facts.firstReleaseDay.has_value() && *facts.firstReleaseDay <= facts.today;
    const int loggedBeforeToday = plan.baselineDaysLogged - (!released && plan.checkedInToday ? 1 : 0);
    // The seventh day itself still belongs to the baseline; the release begins the day after.
    plan.inBaseline =
        !plan.planDay && facts.start == StartChoice::BaselineFirst && !released && loggedBeforeToday < kBaselineDays;
    if (plan.inBaseline)
        plan.baselineDay = loggedBeforeToday + 1;
    if (released) {
        plan.releaseDay = facts.today - *facts.firstReleaseDay + 1;
        const int window = std::min(*plan.releaseDay, kRecentDays);
        plan.releaseDaysPossible = plan.releasedToday ? window : window - 1;
        for (int back = plan.releasedToday ? 0 : 1; back < window; ++back)
            if (isPlannedOff(facts.experiments, facts.today - back))
                --plan.releaseDaysPossible;
    } else if (!plan.inBaseline && !noRelease) {
        plan.releaseDay = 1;
    }

    std::vector<NextStep> open;
    // It may have been a red reason, with advice that must not wait for a check-in.
    const bool unanswered = facts.lock == ReleaseLock::Unanswered;
    if (unanswered)
        open.push_back(NextStep::Locked);
    if (!plan.checkedInToday)
        open.push_back(NextStep::CheckIn);
    if (testIsDue(facts.lastGluteTest, facts.today))
        open.push_back(NextStep::GluteTest);
    if (testIsDue(facts.lastTiltTest, facts.today))
        open.push_back(NextStep::TiltTest);
    if (!unanswered && !plan.inBaseline && !noRelease && !plan.releasedToday)
        open.push_back(releaseStep(facts.lock));

    if (open.empty()) {
        plan.step = plan.inBaseline || noRelease ? NextStep::BaselineDay : NextStep::Done;
        return plan;
    }
    plan.step = open.front();
    plan.later.assign(open.begin() + 1, open.end());
    return plan;
}

}  // namespace psolog
