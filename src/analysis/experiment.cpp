// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/experiment.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace psolog {

namespace {

/// Two differences nearer than this are equal. Scores are halves and a plan has at most 140 days, so that unequal ones
/// are at least 2e-8 apart; what is nearer differs by rounding.
constexpr double kSameDifference = 1e-9;
constexpr int kPairDays = 14;

/// Sums of the scores on both sides of a plan.
struct Sides {
    double sumWithout = 0;
    double sumWith = 0;
    int without = 0;
    int with = 0;

    [[nodiscard]] bool comparable() const { return without > 0 && with > 0; }
    [[nodiscard]] double meanWithout() const { return sumWithout / without; }
    [[nodiscard]] double meanWith() const { return sumWith / with; }
    [[nodiscard]] double difference() const { return meanWithout() - meanWith(); }
};

Sides sidesOf(const Experiment& plan, const std::vector<DayValue>& days)
{
    Sides sides;
    for (const DayValue& value : days) {
        const bool release = plan.isReleaseDay(LocalDay::fromNumber(value.day));
        (release ? sides.sumWith : sides.sumWithout) += value.median;
        ++(release ? sides.with : sides.without);
    }
    return sides;
}

/// The days from the first to the day before `end`.
std::vector<DayValue> daysBefore(const Experiment& plan, LocalDay end, const std::vector<DayValue>& days)
{
    std::vector<DayValue> kept;
    std::copy_if(days.begin(), days.end(), std::back_inserter(kept), [&](const DayValue& value) {
        return value.day >= plan.firstDay.number() && value.day < end.number();
    });
    return kept;
}

/// The day after the last one that the plan was in force on and that has begun.
LocalDay endOf(const Experiment& plan, LocalDay today)
{
    const LocalDay end = std::min(plan.lastDay(), today) + 1;
    return plan.ended ? std::min(end, plan.ended->day) : end;
}

void countAdherence(const Experiment& plan, LocalDay end, const std::vector<DayActivity>& activity, LocalDay today,
                    ExperimentFinding& finding)
{
    std::vector<LocalDay> released;
    for (const DayActivity& day : activity)
        if (day.releases > 0)
            released.push_back(day.day);
    for (LocalDay day = plan.firstDay; day < end; day = day + 1) {
        const bool done = std::binary_search(released.begin(), released.end(), day);
        if (!plan.isReleaseDay(day)) {
            ++finding.plannedWithout;
            finding.releasedWithout += done ? 1 : 0;
        } else {
            ++finding.plannedWith;
            // Today's may still come.
            finding.releasesMissed += !done && day < today ? 1 : 0;
        }
    }
}

ExperimentStage stageOf(const Experiment& plan, const ExperimentFinding& finding, LocalDay today)
{
    switch (plan.state) {
    case ExperimentState::Stopped:
        return ExperimentStage::Stopped;
    case ExperimentState::Replaced:
        return ExperimentStage::Replaced;
    case ExperimentState::Active:
        break;
    }
    if (today <= plan.lastDay())
        return ExperimentStage::NotOver;
    return std::min(finding.daysWithout, finding.daysWith) < kLeastDaysCompared ? ExperimentStage::TooFewDays
                                                                                : ExperimentStage::Done;
}

void compare(const Experiment& plan, const std::vector<DayValue>& days, ExperimentFinding& finding)
{
    const Sides observed = sidesOf(plan, days);
    int asLarge = 0;
    for (const Experiment& other : assignmentsOf(plan)) {
        const Sides sides = sidesOf(other, days);
        if (!sides.comparable())
            ++finding.incomparable;
        else if (sides.difference() > observed.difference() - kSameDifference)
            ++asLarge;
    }
    finding.meanWithout = observed.meanWithout();
    finding.meanWith = observed.meanWith();
    finding.difference = observed.difference();
    finding.p = static_cast<double>(asLarge + finding.incomparable) / finding.assignments;
}

}  // namespace

Experiment drawn(Experiment plan, int weekPairs, IRandomSource& random)
{
    plan.releaseFirst.clear();
    if (plan.kind == ExperimentKind::RandomStart) {
        const auto choices = static_cast<std::uint32_t>(plan.mostBaseline - plan.leastBaseline + 1);
        plan.baseline = plan.leastBaseline + static_cast<int>(random.below(choices));
        return plan;
    }
    for (int pair = 0; pair < weekPairs; ++pair)
        plan.releaseFirst.push_back(random.below(2) == 1);
    return plan;
}

int assignmentCount(const Experiment& plan)
{
    if (plan.kind == ExperimentKind::RandomStart)
        return plan.mostBaseline - plan.leastBaseline + 1;
    return 1 << plan.releaseFirst.size();
}

double smallestP(const Experiment& plan)
{
    return 1.0 / assignmentCount(plan);
}

std::vector<LocalDay> candidateDays(const Experiment& plan)
{
    std::vector<LocalDay> days;
    if (plan.kind == ExperimentKind::RandomStart)
        for (int baseline = plan.leastBaseline; baseline <= plan.mostBaseline; ++baseline)
            days.push_back(plan.firstDay + baseline);
    return days;
}

bool isDrawTold(const Experiment& plan, LocalDay day, LocalDay today)
{
    if (plan.ended)
        return true;
    const int index = day - plan.firstDay;
    if (plan.kind == ExperimentKind::AlternatingWeeks)
        return today >= plan.firstDay + index / kPairDays * kPairDays;
    // From the last candidate on there is a release whatever was drawn, and before the first one there is none.
    const bool candidate = index >= plan.leastBaseline && index < plan.mostBaseline;
    return !candidate || day <= today || isStartTold(plan, today);
}

bool isStartTold(const Experiment& plan, LocalDay today)
{
    return plan.ended || plan.leastBaseline == plan.mostBaseline || today >= plan.firstDay + plan.baseline;
}

std::vector<Experiment> assignmentsOf(const Experiment& plan)
{
    std::vector<Experiment> all;
    const int count = assignmentCount(plan);
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Experiment other = plan;
        if (plan.kind == ExperimentKind::RandomStart)
            other.baseline = plan.leastBaseline + i;
        for (std::size_t pair = 0; pair < other.releaseFirst.size(); ++pair)
            other.releaseFirst[pair] = (i >> pair & 1) == 1;
        all.push_back(std::move(other));
    }
    return all;
}

ExperimentFinding examine(const Experiment& plan, const std::vector<DayValue>& days,
                          const std::vector<DayActivity>& activity, LocalDay today)
{
    ExperimentFinding finding;
    finding.assignments = assignmentCount(plan);
    finding.smallestP = smallestP(plan);
    const LocalDay end = endOf(plan, today);
    countAdherence(plan, end, activity, today, finding);
    const std::vector<DayValue> scored = daysBefore(plan, end, days);
    const Sides sides = sidesOf(plan, scored);
    finding.daysWithout = sides.without;
    finding.daysWith = sides.with;
    finding.stage = stageOf(plan, finding, today);
    if (finding.stage == ExperimentStage::Done)
        compare(plan, scored, finding);
    return finding;
}

}  // namespace psolog
