// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/experimentlog.h"

#include <algorithm>

#include "storage/connection.h"
#include "storage/schema.h"
#include "storage/weekorder.h"

namespace psolog {

namespace {

bool isRunning(const Experiment& plan, LocalDay day)
{
    return plan.state == ExperimentState::Active && plan.lastDay() >= day;
}

}  // namespace

Result<void> ExperimentLog::begin(const Experiment& plan)
{
    if (plan.replaces)
        return fail(ErrorCode::InvalidValue, "replaces");
    return m_connection.write([&] { return add(plan); });
}

Result<void> ExperimentLog::stop(const ExperimentId& id, const RecordedAt& when, const std::string& reason)
{
    return m_connection.write([&] { return end(id, ExperimentState::Stopped, when, reason); });
}

Result<void> ExperimentLog::change(const ExperimentId& id, const RecordedAt& when, const std::string& reason,
                                   const Experiment& plan)
{
    if (plan.replaces != id)
        return fail(ErrorCode::InvalidValue, "replaces");
    return m_connection.write(
        [&] { return end(id, ExperimentState::Replaced, when, reason).and_then([&] { return add(plan); }); });
}

Result<std::vector<Experiment>> ExperimentLog::all()
{
    return m_connection.read([&]() -> Result<std::vector<Experiment>> { return load(); });
}

Result<void> ExperimentLog::end(const ExperimentId& id, ExperimentState state, const RecordedAt& when,
                                const std::string& reason)
{
    auto plans = load();
    const auto plan = std::find_if(plans.begin(), plans.end(), [&](const Experiment& each) { return each.id == id; });
    if (plan == plans.end())
        return fail(ErrorCode::NotFound, "there is no such experiment");
    if (!isRunning(*plan, when.day))
        return fail(ErrorCode::InvalidValue, "the experiment has ended");
    plan->state = state;
    plan->ended = when;
    plan->reason = reason;
    // What was stored was no future then; the clock may have been set back since.
    Instant now = m_clock.now();
    now.utc = std::max(now.utc, plan->recorded.at.utc);
    if (auto valid = validate(*plan, now); !valid)
        return valid;
    Statement(m_connection,
              "UPDATE experiment SET state = ?, ended_utc_ms = ?, ended_offset_min = ?, ended_time_zone = ?, "
              "ended_local_day = ?, reason = ?, changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1) WHERE id = ?")
        .bind(state, when, reason, m_clock.now().utc.time_since_epoch(), id)
        .run();
    return m_connection.changedOne("there is no such experiment");
}

Result<void> ExperimentLog::add(const Experiment& plan)
{
    if (auto valid = validate(plan, m_clock.now()); !valid)
        return valid;
    if (plan.state != ExperimentState::Active)
        return fail(ErrorCode::InvalidValue, "state");
    const auto plans = load();
    if (std::any_of(plans.begin(), plans.end(),
                    [&](const Experiment& other) { return isRunning(other, plan.recorded.day); }))
        return fail(ErrorCode::InvalidValue, "another experiment is running");
    insert(plan);
    return {};
}

void ExperimentLog::insert(const Experiment& plan)
{
    const bool start = plan.kind == ExperimentKind::RandomStart;
    const auto ofStart = [&](int value) { return start ? std::optional(value) : std::nullopt; };
    Statement(m_connection,
              "INSERT INTO experiment (id, utc_ms, offset_min, time_zone, local_day, kind, first_day, least_baseline, "
              "most_baseline, baseline, release_days, release_first, state, ended_utc_ms, ended_offset_min, "
              "ended_time_zone, ended_local_day, reason, replaces) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(plan.id, plan.recorded, plan.kind, plan.firstDay, ofStart(plan.leastBaseline), ofStart(plan.mostBaseline),
              ofStart(plan.baseline), ofStart(plan.releaseDays),
              start ? std::nullopt : std::optional(toDigits(plan.releaseFirst)), plan.state, plan.ended, plan.reason,
              plan.replaces)
        .run();
}

std::vector<Experiment> ExperimentLog::load()
{
    std::vector<Experiment> plans;
    if (m_connection.lacks(kWeeklySchema))
        return plans;
    Statement row(m_connection,
                  "SELECT id, utc_ms, offset_min, time_zone, local_day, kind, first_day, least_baseline, "
                  "most_baseline, baseline, release_days, release_first, state, ended_utc_ms, ended_offset_min, "
                  "ended_time_zone, ended_local_day, reason, replaces FROM experiment ORDER BY utc_ms, seq");
    while (row.step()) {
        Experiment& plan = plans.emplace_back();
        plan.id = row.take<ExperimentId>();
        plan.recorded = row.take<RecordedAt>();
        plan.kind = row.take<ExperimentKind>();
        plan.firstDay = row.take<LocalDay>();
        for (int* const value : {&plan.leastBaseline, &plan.mostBaseline, &plan.baseline, &plan.releaseDays})
            *value = row.take<std::optional<int>>().value_or(*value);
        plan.releaseFirst = fromDigits(row.take<std::optional<std::string>>().value_or(""));
        plan.state = row.take<ExperimentState>();
        plan.ended = row.take<std::optional<RecordedAt>>();
        plan.reason = row.take<std::string>();
        plan.replaces = row.take<std::optional<ExperimentId>>();
    }
    return plans;
}

}  // namespace psolog
