// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include "core/validation.h"

namespace psolog {

namespace {

constexpr int kWeek = 7;

bool within(int value, int least, int most)
{
    return value >= least && value <= most;
}

bool isMoment(const RecordedAt& moment, const Instant& now)
{
    return moment.at.utc <= now.utc + kClockTolerance && isPrintable(moment.at.zone)
        && codePoints(moment.at.zone) <= kMaxZoneLength;
}

}  // namespace

int Experiment::length() const
{
    if (kind == ExperimentKind::AlternatingWeeks)
        return static_cast<int>(releaseFirst.size()) * 2 * kWeek;
    return mostBaseline + releaseDays;
}

bool Experiment::isReleaseDay(LocalDay day) const
{
    const int index = day - firstDay;
    if (kind == ExperimentKind::RandomStart)
        return index >= baseline;
    const bool secondWeek = index / kWeek % 2 == 1;
    return releaseFirst[static_cast<std::size_t>(index / (2 * kWeek))] != secondWeek;
}

Result<void> validate(const Experiment& experiment, const Instant& now)
{
    if (!isUuid(experiment.id.toString()))
        return fail(ErrorCode::InvalidValue, "id");
    if (!isMoment(experiment.recorded, now))
        return fail(ErrorCode::InvalidValue, "recorded");
    if (experiment.firstDay < experiment.recorded.day)
        return fail(ErrorCode::InvalidValue, "firstDay");
    if (experiment.kind == ExperimentKind::RandomStart) {
        if (!within(experiment.leastBaseline, kLeastBaselineDays, kMostBaselineDays))
            return fail(ErrorCode::InvalidValue, "leastBaseline");
        if (!within(experiment.mostBaseline, experiment.leastBaseline, kMostBaselineDays))
            return fail(ErrorCode::InvalidValue, "mostBaseline");
        if (!within(experiment.baseline, experiment.leastBaseline, experiment.mostBaseline))
            return fail(ErrorCode::InvalidValue, "baseline");
        if (!within(experiment.releaseDays, kLeastReleasePhaseDays, kMostReleasePhaseDays))
            return fail(ErrorCode::InvalidValue, "releaseDays");
        if (!experiment.releaseFirst.empty())
            return fail(ErrorCode::InvalidValue, "releaseFirst");
    } else if (!within(static_cast<int>(experiment.releaseFirst.size()), kLeastWeekPairs, kMostWeekPairs)) {
        return fail(ErrorCode::InvalidValue, "releaseFirst");
    }
    if (codePoints(experiment.reason) > kMaxNoteLength || !isUtf8(experiment.reason))
        return fail(ErrorCode::InvalidValue, "reason");
    if (experiment.ended.has_value() != (experiment.state != ExperimentState::Active))
        return fail(ErrorCode::InvalidValue, "ended");
    if (experiment.ended
        && (!isMoment(*experiment.ended, now) || experiment.ended->at.utc < experiment.recorded.at.utc))
        return fail(ErrorCode::InvalidValue, "ended");
    return {};
}

}  // namespace psolog
