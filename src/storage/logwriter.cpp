// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/logwriter.h"

#include <algorithm>
#include <set>

#include "storage/connection.h"
#include "storage/weekorder.h"

namespace psolog {

void LogWriter::write(const LogCopy& copy)
{
    if (copy.snapshot)
        writeMark(*copy.snapshot);
    write(copy.athlete);
    for (const auto& kept : copy.screenings)
        write(kept);
    for (const auto& kept : copy.checkIns)
        write(kept);
    for (const auto& kept : copy.selfTests)
        write(kept);
    for (const auto& kept : copy.releases)
        write(kept);
    for (const auto& kept : copy.weekly)
        write(kept);
    write(copy.experiments);
}

void LogWriter::writeMark(const SnapshotMark& mark)
{
    Statement(m_connection,
              "INSERT INTO snapshot (singleton, utc_ms, offset_min, time_zone, first_day, notes) "
              "VALUES (1, ?, ?, ?, ?, ?)")
        .bind(mark.made, mark.firstDay, mark.notes)
        .run();
}

void LogWriter::write(const Kept<Athlete>& kept)
{
    const Athlete& athlete = kept.record;
    Statement(m_connection,
              "INSERT INTO athlete (singleton, id, utc_ms, offset_min, time_zone, local_day, name, start, changed_ms) "
              "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(athlete.id, athlete.created, athlete.name, athlete.start, kept.changedMs)
        .run();
}

void LogWriter::write(const Kept<SafetyScreening>& kept)
{
    const SafetyScreening& screening = kept.record;
    Statement(m_connection,
              "INSERT INTO safety_screening (id, utc_ms, offset_min, time_zone, local_day, cleared_utc_ms, "
              "cleared_offset_min, cleared_time_zone, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(screening.id, screening.recorded, screening.clearedAt, kept.changedMs)
        .run();
    const std::int64_t key = lastKey();
    Statement item(m_connection, "INSERT INTO safety_item (screening, item) VALUES (?, ?)");
    for (const SafetyItem present : screening.present)
        item.bind(key, present).run();
}

void LogWriter::write(const Kept<CheckIn>& kept)
{
    const CheckIn& record = kept.record;
    const bool removed = kept.deletedMs.has_value();
    const int day = record.recorded.day.number();
    Statement(m_connection,
              "INSERT INTO check_in (id, utc_ms, offset_min, time_zone, local_day, day, context, note, deleted_at, "
              "removed, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(record.id, record.recorded, day, record.context, record.note, kept.deletedMs, removed, kept.changedMs)
        .run();
    const std::int64_t key = lastKey();
    Statement insert(m_connection,
                     "INSERT INTO soreness (check_in, site, score, day, utc_ms, removed) VALUES (?, ?, ?, ?, ?, ?)");
    for (const Site site : allSites())
        if (const auto score = record.scores[site])
            insert.bind(key, site, *score, day, record.recorded.at.utc.time_since_epoch(), removed).run();
    if (record.run)
        writeRun(key, *record.run);
}

void LogWriter::writeRun(std::int64_t checkIn, const Run& run)
{
    Statement(m_connection,
              "INSERT INTO run (check_in, id, utc_ms, offset_min, time_zone, local_day, distance_m, minutes, effort) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(checkIn, run.id, run.recorded, run.distanceMetres, run.minutes, run.effort)
        .run();
    const std::int64_t key = lastKey();
    Statement insert(m_connection, "INSERT INTO run_feature (run, feature) VALUES (?, ?)");
    for (const RunFeature feature : run.features)
        insert.bind(key, feature).run();
}

void LogWriter::write(const Kept<SelfTest>& kept)
{
    const SelfTest& record = kept.record;
    Statement(m_connection,
              "INSERT INTO self_test (id, utc_ms, offset_min, time_zone, local_day, kind, wording_version, first_side, "
              "pillow, repeats, hold_s, complete, note, deleted_at, changed_ms) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(record.id, record.recorded, record.kind, record.wordingVersion, record.firstSide, record.pillow,
              record.repeats, record.hold, record.complete, record.note, kept.deletedMs, kept.changedMs)
        .run();
    const std::int64_t key = lastKey();
    Statement insert(m_connection,
                     "INSERT INTO reading (self_test, position, side, posture, repeat, contraction, worked_hardest) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?)");
    int position = 0;
    for (const Reading& reading : record.readings)
        insert
            .bind(key, position++, reading.side, reading.posture, reading.repeat, reading.contraction,
                  reading.workedHardest)
            .run();
}

void LogWriter::write(const Kept<ReleaseSession>& kept)
{
    const ReleaseSession& session = kept.record;
    Statement(m_connection,
              "INSERT INTO release_session (id, utc_ms, offset_min, time_zone, local_day, routine_id, routine_name, "
              "planned_s, outcome, stop_reason, red_acknowledged, worked_ms, before_left, before_right, after_left, "
              "after_right, note, deleted_at, changed_ms) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(session.id, session.recorded, session.routineId, session.routineName, session.planned, session.outcome,
              session.stopReason, session.redAcknowledged, session.worked, session.before.left, session.before.right,
              session.after.left, session.after.right, session.note, kept.deletedMs, kept.changedMs)
        .run();
    const std::int64_t key = lastKey();
    Statement insert(m_connection,
                     "INSERT INTO session_event (session, sequence, utc_ms, offset_min, time_zone, worked_ms, kind, "
                     "step, zone, side, point, duration_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const SessionEvent& event : session.events)
        insert
            .bind(key, event.sequence, event.at, event.worked, event.kind, event.step, event.zone, event.side,
                  event.point, event.duration)
            .run();
}

void LogWriter::write(const Kept<WeeklyCheckIn>& kept)
{
    const WeeklyCheckIn& record = kept.record;
    const auto& [participation, training, performance, symptoms] = record.scores;
    Statement(m_connection,
              "INSERT INTO weekly_check_in (id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, q3, q4, "
              "note, deleted_at, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(record.id, record.recorded, record.version, participation, training, performance, symptoms, record.note,
              kept.deletedMs, kept.changedMs)
        .run();
}

void LogWriter::write(const std::vector<Kept<Experiment>>& plans)
{
    Statement insert(m_connection,
                     "INSERT INTO experiment (id, utc_ms, offset_min, time_zone, local_day, kind, first_day, "
                     "least_baseline, most_baseline, baseline, release_days, release_first, state, ended_utc_ms, "
                     "ended_offset_min, ended_time_zone, ended_local_day, reason, changed_ms) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [plan, deletedMs, changedMs] : plans) {
        const bool start = plan.kind == ExperimentKind::RandomStart;
        const auto ofStart = [&](int value) { return start ? std::optional(value) : std::nullopt; };
        insert
            .bind(plan.id, plan.recorded, plan.kind, plan.firstDay, ofStart(plan.leastBaseline),
                  ofStart(plan.mostBaseline), ofStart(plan.baseline), ofStart(plan.releaseDays),
                  start ? std::nullopt : std::optional(toDigits(plan.releaseFirst)), plan.state, plan.ended,
                  plan.reason, changedMs)
            .run();
    }
    // Afterwards, because a plan may stand before the one that it replaces. Two copies may each have replaced the same
    // plan; the log can say so of one.
    std::set<ExperimentId> ids;
    for (const auto& kept : plans)
        ids.insert(kept.record.id);
    Statement replace(m_connection, "UPDATE experiment SET replaces = ? WHERE id = ?");
    for (const auto& kept : plans)
        if (const auto& replaces = kept.record.replaces; replaces && ids.erase(*replaces) == 1)
            replace.bind(*replaces, kept.record.id).run();
}

std::int64_t LogWriter::lastKey() const
{
    return sqlite3_last_insert_rowid(m_connection.handle());
}

}  // namespace psolog
