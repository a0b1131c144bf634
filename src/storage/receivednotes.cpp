// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/receivednotes.h"

#include "core/notesahead.h"
#include "storage/connection.h"
#include "storage/noterows.h"
#include "storage/schema.h"

namespace psolog {

namespace {

constexpr std::string_view kAll =
    "SELECT id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, text, withdrawn FROM received_note "
    "ORDER BY utc_ms DESC, id";
constexpr std::string_view kStanding =
    "SELECT id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, text, withdrawn FROM received_note "
    "WHERE withdrawn = 0 ORDER BY utc_ms DESC, id";

std::vector<CoachNote> load(Connection& connection, std::string_view sql)
{
    std::vector<CoachNote> notes;
    if (connection.lacks(kSharingSchema))
        return notes;
    Statement row(connection, sql);
    while (row.step())
        notes.push_back(takeNote(row));
    return notes;
}

}  // namespace

Result<std::vector<CoachNote>> ReceivedNotes::notes()
{
    return m_connection.read([&]() -> Result<std::vector<CoachNote>> { return load(m_connection, kStanding); });
}

Result<std::vector<CoachNote>> ReceivedNotes::all()
{
    return m_connection.read([&]() -> Result<std::vector<CoachNote>> { return load(m_connection, kAll); });
}

Result<std::optional<CoachPlan>> ReceivedNotes::plan()
{
    return m_connection.read([&]() -> Result<std::optional<CoachPlan>> { return loadPlan(); });
}

std::optional<CoachPlan> ReceivedNotes::loadPlan()
{
    if (m_connection.lacks(kSharingSchema))
        return std::nullopt;
    Statement row(m_connection,
                  "SELECT id, author, utc_ms, offset_min, time_zone, days_a_week, routine_id, routine_name "
                  "FROM received_plan");
    if (!row.step())
        return std::nullopt;
    CoachPlan plan;
    plan.id = row.take<CoachPlanId>();
    plan.author = row.take<std::string>();
    plan.written = row.take<Instant>();
    plan.daysAWeek = row.take<int>();
    plan.routine.id = row.take<std::string>();
    plan.routine.name = row.take<std::string>();
    Statement step(m_connection,
                   "SELECT kind, zone, side, seconds, cue, pose FROM received_plan_step ORDER BY position");
    while (step.step())
        plan.routine.steps.push_back(takeRoutineStep(step));
    return plan;
}

Result<void> ReceivedNotes::take(const NotesFile& file)
{
    if (m_connection.readOnly())
        return fail(ErrorCode::ReadOnly, "the log is open for reading only");
    if (auto valid = validate(file).and_then([&] { return refuseAhead(file, m_clock.now()); }); !valid)
        return valid;
    return m_connection.write([&]() -> Result<void> {
        Statement athlete(m_connection, "SELECT 1 FROM athlete WHERE id = ?");
        if (!athlete.bind(file.athlete).step())
            return fail(ErrorCode::InvalidValue, "the notes are about another athlete");
        for (const CoachNote& note : file.notes)
            store(note);
        if (file.plan)
            store(*file.plan);
        return {};
    });
}

void ReceivedNotes::store(const CoachNote& note)
{
    Statement find(m_connection, "SELECT utc_ms, withdrawn FROM received_note WHERE id = ?");
    const bool known = find.bind(note.id).step();
    if (known) {
        const auto written = find.take<Milliseconds>();
        const bool withdrawn = find.take<bool>();
        const auto later = note.written.utc.time_since_epoch();
        if (later < written || (later == written && note.withdrawn <= withdrawn))
            return;
    } else if (note.withdrawn) {
        return;
    }
    const std::optional<LocalDay> first = note.days ? std::optional(note.days->first) : std::nullopt;
    const std::optional<LocalDay> last = note.days ? std::optional(note.days->last) : std::nullopt;
    // A text that was taken back is not kept.
    Statement(m_connection,
              "INSERT INTO received_note (id, author, utc_ms, offset_min, time_zone, first_day, last_day, muscle, "
              "text, withdrawn, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
              "ON CONFLICT (id) DO UPDATE SET author = excluded.author, utc_ms = excluded.utc_ms, "
              "offset_min = excluded.offset_min, time_zone = excluded.time_zone, first_day = excluded.first_day, "
              "last_day = excluded.last_day, muscle = excluded.muscle, text = excluded.text, "
              "withdrawn = excluded.withdrawn, read = 0")
        .bind(note.id, note.author, note.written, first, last, note.muscle,
              note.withdrawn ? std::string_view() : std::string_view(note.text), note.withdrawn)
        .run();
}

void ReceivedNotes::store(const CoachPlan& plan)
{
    Statement find(m_connection, "SELECT utc_ms FROM received_plan");
    if (find.step() && find.take<Milliseconds>() >= plan.written.utc.time_since_epoch())
        return;
    Statement(m_connection, "DELETE FROM received_plan").run();
    Statement(m_connection,
              "INSERT INTO received_plan (singleton, id, author, utc_ms, offset_min, time_zone, days_a_week, "
              "routine_id, routine_name) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(plan.id, plan.author, plan.written, plan.daysAWeek, plan.routine.id, plan.routine.name)
        .run();
    Statement insert(m_connection,
                     "INSERT INTO received_plan_step (plan, position, kind, zone, side, seconds, cue, pose) "
                     "VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
    int position = 0;
    for (const RoutineStep& step : plan.routine.steps)
        insert.bind(position++, step.kind, step.zone, step.side, step.duration, step.cue, step.pose).run();
}

Result<std::set<CoachNoteId>> ReceivedNotes::unread()
{
    return m_connection.read([&]() -> Result<std::set<CoachNoteId>> {
        std::set<CoachNoteId> ids;
        if (m_connection.lacks(kSharingSchema))
            return ids;
        Statement row(m_connection, "SELECT id FROM received_note WHERE read = 0 AND withdrawn = 0");
        while (row.step())
            ids.insert(row.take<CoachNoteId>());
        return ids;
    });
}

Result<void> ReceivedNotes::setRead(const CoachNoteId& id, bool read)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection, "UPDATE received_note SET read = ? WHERE id = ? AND withdrawn = 0")
            .bind(read, id)
            .run();
        return m_connection.changedOne("there is no such note");
    });
}

}  // namespace psolog
