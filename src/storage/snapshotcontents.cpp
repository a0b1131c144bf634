// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshotcontents.h"

#include <algorithm>
#include <string_view>

#include "storage/connection.h"
#include "storage/experimentlog.h"
#include "storage/schema.h"

namespace psolog {

namespace {

// Each counts records, those with a note, and finds the first and the last day; the parameter is the first day that
// counts.
constexpr std::string_view kCheckIns =
    "SELECT count(*), coalesce(sum(note <> ''), 0), min(local_day), max(local_day) FROM check_in "
    "WHERE removed = 0 AND local_day >= ?";
constexpr std::string_view kRuns =
    "SELECT count(*), 0, min(r.local_day), max(r.local_day) FROM run r JOIN check_in c ON c.seq = r.check_in "
    "WHERE c.removed = 0 AND c.local_day >= ?";
constexpr std::string_view kSelfTests =
    "SELECT count(*), coalesce(sum(note <> ''), 0), min(local_day), max(local_day) FROM self_test "
    "WHERE deleted_at IS NULL AND local_day >= ?";
constexpr std::string_view kReleases =
    "SELECT count(*), coalesce(sum(note <> ''), 0), min(local_day), max(local_day) FROM release_session "
    "WHERE deleted_at IS NULL AND outcome <> 'discarded' AND local_day >= ?";
constexpr std::string_view kWeekly =
    "SELECT count(*), coalesce(sum(note <> ''), 0), min(local_day), max(local_day) FROM weekly_check_in "
    "WHERE deleted_at IS NULL AND local_day >= ?";
constexpr std::string_view kScreenings = "SELECT count(*), 0, NULL, NULL FROM safety_screening WHERE local_day >= ?";

void include(SnapshotContents& contents, LocalDay day)
{
    if (!contents.span)
        contents.span = LogSpan{day, day};
    contents.span->first = std::min(contents.span->first, day);
    contents.span->last = std::max(contents.span->last, day);
}

/// Adds what a query counts, and returns how many records that is.
int add(SnapshotContents& contents, Connection& connection, std::string_view sql, const std::string& firstDay)
{
    Statement row(connection, sql);
    row.bind(firstDay).step();
    const int count = row.take<int>();
    contents.notes += row.take<int>();
    for (int end = 0; end < 2; ++end)
        if (const auto day = row.take<std::optional<LocalDay>>())
            include(contents, *day);
    return count;
}

/// Whether a record counts in a copy.
template <class R>
bool counts(const Kept<R>& kept)
{
    return !kept.deletedMs;
}

template <>
bool counts(const Kept<ReleaseSession>& kept)
{
    return !kept.deletedMs && kept.record.outcome != ReleaseOutcome::Discarded;
}

/// Adds the records of a list that count, and returns how many there are.
template <class R>
int add(SnapshotContents& contents, const std::vector<Kept<R>>& records)
{
    int count = 0;
    for (const Kept<R>& kept : records) {
        if (!counts(kept))
            continue;
        ++count;
        contents.notes += kept.record.note.empty() ? 0 : 1;
        include(contents, kept.record.recorded.day);
    }
    return count;
}

}  // namespace

Result<std::set<ExperimentId>> plansLeftOut(Connection& connection, const IClock& clock,
                                            const std::optional<LocalDay>& firstDay)
{
    std::set<ExperimentId> out;
    if (!firstDay)
        return out;
    const auto plans = ExperimentLog(connection, clock).all();
    if (!plans)
        return tl::unexpected<Error>(plans.error());
    std::set<ExperimentId> replaced;
    // From the newest: a plan names the one whose place it took.
    for (auto plan = plans->rbegin(); plan != plans->rend(); ++plan) {
        const LocalDay last = plan->ended ? std::min(plan->ended->day, plan->lastDay()) : plan->lastDay();
        if (last < *firstDay && !replaced.contains(plan->id))
            out.insert(plan->id);
        else if (plan->replaces)
            replaced.insert(*plan->replaces);
    }
    return out;
}

Result<SnapshotContents> contentsOf(Connection& connection, const IClock& clock, const SnapshotOptions& options)
{
    SnapshotContents contents;
    {
        Statement athlete(connection, "SELECT name FROM athlete");
        if (!athlete.step())
            return fail(ErrorCode::InvalidValue, "the log has no athlete yet");
        contents.athleteName = athlete.take<std::string>();
    }
    // Every day comes after the empty text.
    const std::string first = options.firstDay ? options.firstDay->toString() : std::string();
    contents.checkIns = add(contents, connection, kCheckIns, first);
    contents.runs = add(contents, connection, kRuns, first);
    contents.selfTests = add(contents, connection, kSelfTests, first);
    contents.releases = add(contents, connection, kReleases, first);
    contents.screenings = add(contents, connection, kScreenings, first);
    if (!connection.lacks(kWeeklySchema)) {
        contents.weekly = add(contents, connection, kWeekly, first);
        const auto left = plansLeftOut(connection, clock, options.firstDay);
        const auto plans = ExperimentLog(connection, clock).all();
        if (!left || !plans)
            return tl::unexpected<Error>(left ? plans.error() : left.error());
        for (const Experiment& plan : *plans) {
            if (left->contains(plan.id))
                continue;
            ++contents.experiments;
            contents.notes += plan.reason.empty() ? 0 : 1;
        }
    }
    if (!options.notes)
        contents.notes = 0;
    return contents;
}

SnapshotContents contentsOf(const LogCopy& copy)
{
    SnapshotContents contents;
    contents.athleteName = copy.athlete.record.name;
    contents.checkIns = add(contents, copy.checkIns);
    for (const Kept<CheckIn>& kept : copy.checkIns) {
        if (!counts(kept) || !kept.record.run)
            continue;
        ++contents.runs;
        include(contents, kept.record.run->recorded.day);
    }
    contents.selfTests = add(contents, copy.selfTests);
    contents.releases = add(contents, copy.releases);
    contents.weekly = add(contents, copy.weekly);
    contents.screenings = static_cast<int>(copy.screenings.size());
    contents.experiments = static_cast<int>(copy.experiments.size());
    for (const Kept<Experiment>& plan : copy.experiments)
        contents.notes += plan.record.reason.empty() ? 0 : 1;
    return contents;
}

}  // namespace psolog
