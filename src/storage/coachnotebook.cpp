// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/coachnotebook.h"

#include "storage/connection.h"
#include "storage/noterows.h"

namespace psolog {

std::vector<CoachNote> CoachNotebook::notes(std::int64_t athlete)
{
    std::vector<CoachNote> notes;
    Statement row(m_connection,
                  "SELECT id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, text, withdrawn "
                  "FROM note WHERE athlete = ? ORDER BY utc_ms DESC, seq DESC");
    row.bind(athlete);
    while (row.step())
        notes.push_back(takeNote(row));
    return notes;
}

Result<void> CoachNotebook::save(std::int64_t athlete, const CoachNote& note)
{
    const auto first = note.days ? std::optional(note.days->first) : std::nullopt;
    const auto last = note.days ? std::optional(note.days->last) : std::nullopt;
    Statement(m_connection,
              "INSERT INTO note (athlete, id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, "
              "text, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (id) DO UPDATE SET author = excluded.author, utc_ms = excluded.utc_ms, "
              "offset_min = excluded.offset_min, time_zone = excluded.time_zone, first_day = excluded.first_day, "
              "last_day = excluded.last_day, muscle = excluded.muscle, text = excluded.text, "
              "withdrawn = excluded.withdrawn WHERE athlete = excluded.athlete")
        .bind(athlete, note.id, note.author, note.written, first, last, note.muscle, note.text, note.withdrawn)
        .run();
    if (sqlite3_changes(m_connection.handle()) != 1)
        return fail(ErrorCode::InvalidValue, "the note is about another athlete");
    return {};
}

std::map<std::int64_t, CoachPlan> CoachNotebook::plans()
{
    std::map<std::int64_t, CoachPlan> plans;
    Statement row(m_connection,
                  "SELECT athlete, id, author, utc_ms, offset_min, time_zone, days_a_week, routine_id, routine_name "
                  "FROM plan");
    while (row.step()) {
        CoachPlan& plan = plans[row.take<std::int64_t>()];
        plan.id = row.take<CoachPlanId>();
        plan.author = row.take<std::string>();
        plan.written = row.take<Instant>();
        plan.daysAWeek = row.take<int>();
        plan.routine.id = row.take<std::string>();
        plan.routine.name = row.take<std::string>();
    }
    Statement part(m_connection,
                   "SELECT plan, kind, zone, side, seconds, cue, pose FROM plan_step ORDER BY plan, position");
    while (part.step()) {
        CoachPlan& plan = plans.at(part.take<std::int64_t>());
        plan.routine.steps.push_back(takeRoutineStep(part));
    }
    return plans;
}

void CoachNotebook::save(std::int64_t athlete, const CoachPlan& plan)
{
    Statement(m_connection, "DELETE FROM plan WHERE athlete = ?").bind(athlete).run();
    Statement(m_connection,
              "INSERT INTO plan (athlete, id, author, utc_ms, offset_min, time_zone, days_a_week, routine_id, "
              "routine_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(athlete, plan.id, plan.author, plan.written, plan.daysAWeek, plan.routine.id, plan.routine.name)
        .run();
    Statement insert(m_connection,
                     "INSERT INTO plan_step (plan, position, kind, zone, side, seconds, cue, pose) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    int position = 0;
    for (const RoutineStep& step : plan.routine.steps)
        insert.bind(athlete, position++, step.kind, step.zone, step.side, step.duration, step.cue, step.pose).run();
}

}  // namespace psolog
