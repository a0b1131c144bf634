// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/releaselog.h"

#include <unordered_map>

#include <fmt/format.h>

#include "storage/connection.h"
#include "storage/moments.h"

namespace psolog {

namespace {

/// The two queries that read sessions, for one choice of them: the end of a SELECT from release_session s.
struct Queries {
    explicit Queries(const std::string& choice)
        : records(
            "SELECT s.seq, s.id, s.utc_ms, s.offset_min, s.time_zone, s.local_day, s.routine_id, s.routine_name, "
            "s.planned_s, "
            "s.outcome, s.stop_reason, s.red_acknowledged, s.worked_ms, s.before_left, s.before_right, s.after_left, "
            "s.after_right, s.note FROM release_session s WHERE s.deleted_at IS NULL AND "
            + choice),
          events("SELECT e.session, e.sequence, e.utc_ms, e.offset_min, e.time_zone, e.worked_ms, e.kind, e.step, "
                 "e.zone, e.side, "
                 "e.point, e.duration_ms FROM session_event e "
                 "WHERE e.session IN (SELECT s.seq FROM release_session s WHERE s.deleted_at IS NULL AND "
                 + choice + ") ORDER BY e.session, e.sequence")
    {
    }

    std::string records;
    std::string events;
};

const Queries& oneById()
{
    static const Queries queries("s.id = ?1");
    return queries;
}

const Queries& allOfDays()
{
    static const Queries queries("s.outcome <> 'discarded' AND s.local_day BETWEEN ?1 AND ?2 ORDER BY s.utc_ms, s.seq");
    return queries;
}

const Queries& newest()
{
    static const Queries queries("s.outcome <> 'discarded' ORDER BY s.utc_ms DESC, s.seq DESC LIMIT 1");
    return queries;
}

const Queries& stillRunning()
{
    static const Queries queries("s.outcome = 'running' ORDER BY s.utc_ms, s.seq");
    return queries;
}

ReleaseSession sessionFrom(Statement& row)
{
    ReleaseSession session;
    session.id = row.take<ReleaseSessionId>();
    session.recorded = row.take<RecordedAt>();
    session.routineId = row.take<std::string>();
    session.routineName = row.take<std::string>();
    session.planned = row.take<Seconds>();
    session.outcome = row.take<ReleaseOutcome>();
    session.stopReason = row.take<std::optional<StopReason>>();
    session.redAcknowledged = row.take<bool>();
    session.worked = row.take<Milliseconds>();
    session.before.left = row.take<std::optional<Score>>();
    session.before.right = row.take<std::optional<Score>>();
    session.after.left = row.take<std::optional<Score>>();
    session.after.right = row.take<std::optional<Score>>();
    session.note = row.take<std::string>();
    return session;
}

SessionEvent eventFrom(Statement& row)
{
    SessionEvent event;
    event.sequence = row.take<int>();
    event.at = row.take<Instant>();
    event.worked = row.take<Milliseconds>();
    event.kind = row.take<SessionEventKind>();
    event.step = row.take<int>();
    event.zone = row.take<std::optional<Zone>>();
    event.side = row.take<BodySide>();
    event.point = row.take<std::optional<int>>();
    event.duration = row.take<std::optional<Milliseconds>>();
    return event;
}

template <class... Parameters>
std::vector<ReleaseSession> load(Connection& connection, const Queries& queries, const Parameters&... parameters)
{
    std::vector<ReleaseSession> sessions;
    std::unordered_map<std::int64_t, std::size_t> places;
    Statement row(connection, queries.records);
    row.bind(parameters...);
    while (row.step()) {
        places.emplace(row.take<std::int64_t>(), sessions.size());
        sessions.push_back(sessionFrom(row));
    }
    if (sessions.empty())
        return sessions;
    Statement event(connection, queries.events);
    event.bind(parameters...);
    while (event.step()) {
        ReleaseSession& session = sessions[places.at(event.take<std::int64_t>())];
        session.events.push_back(eventFrom(event));
    }
    return sessions;
}

std::optional<ReleaseSession> firstOf(std::vector<ReleaseSession> sessions)
{
    return sessions.empty() ? std::nullopt : std::optional(std::move(sessions.front()));
}

}  // namespace

Result<void> ReleaseLog::save(const ReleaseSession& session)
{
    if (auto valid = validateForSaving(m_connection, session, m_clock.now(), {session.recorded.at.utc},
                                       "SELECT utc_ms FROM release_session WHERE id = ?");
        !valid)
        return valid;
    return m_connection.write([&]() -> Result<void> {
        Statement(
            m_connection,
            "INSERT INTO release_session (id, utc_ms, offset_min, time_zone, local_day, routine_id, routine_name, "
            "planned_s, "
            "outcome, stop_reason, red_acknowledged, worked_ms, before_left, before_right, after_left, after_right, "
            "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET utc_ms = excluded.utc_ms, offset_min = excluded.offset_min, "
            "time_zone = excluded.time_zone, local_day = excluded.local_day, routine_id = excluded.routine_id, "
            "routine_name = excluded.routine_name, planned_s = excluded.planned_s, outcome = excluded.outcome, "
            "stop_reason = excluded.stop_reason, red_acknowledged = excluded.red_acknowledged, "
            "worked_ms = excluded.worked_ms, before_left = excluded.before_left, before_right = excluded.before_right, "
            "after_left = excluded.after_left, after_right = excluded.after_right, note = excluded.note, "
            "deleted_at = NULL, "
            "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1)")
            .bind(session.id, session.recorded, session.routineId, session.routineName, session.planned,
                  session.outcome, session.stopReason, session.redAcknowledged, session.worked, session.before.left,
                  session.before.right, session.after.left, session.after.right, session.note,
                  m_clock.now().utc.time_since_epoch())
            .run();
        return {};
    });
}

Result<void> ReleaseLog::append(const ReleaseSessionId& id, const SessionEvent& event)
{
    return m_connection.write([&]() -> Result<void> {
        Statement find(
            m_connection,
            "SELECT s.seq, (SELECT coalesce(max(e.sequence) + 1, 0) FROM session_event e WHERE e.session = s.seq) "
            "FROM release_session s WHERE s.id = ? AND s.deleted_at IS NULL");
        if (!find.bind(id).step())
            return fail(ErrorCode::NotFound, "there is no such session");
        const auto seq = find.take<std::int64_t>();
        const auto next = find.take<int>();
        if (event.sequence != next)
            return fail(ErrorCode::InvalidValue,
                        fmt::format("event {} does not follow; the next is {}", event.sequence, next));
        Statement(m_connection,
                  "INSERT INTO session_event (session, sequence, utc_ms, offset_min, time_zone, worked_ms, kind, step, "
                  "zone, side, "
                  "point, duration_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(seq, event.sequence, event.at, event.worked, event.kind, event.step, event.zone, event.side,
                  event.point, event.duration)
            .run();
        return {};
    });
}

Result<void> ReleaseLog::remove(const ReleaseSessionId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE release_session SET deleted_at = ?1, "
                  "changed_ms = max(?1, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ?2 AND deleted_at IS NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such session");
    });
}

Result<void> ReleaseLog::restore(const ReleaseSessionId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE release_session SET deleted_at = NULL, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ? AND deleted_at IS NOT NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such removed session");
    });
}

Result<std::optional<ReleaseSession>> ReleaseLog::find(const ReleaseSessionId& id)
{
    return m_connection.read(
        [&]() -> Result<std::optional<ReleaseSession>> { return firstOf(load(m_connection, oneById(), id)); });
}

Result<std::vector<ReleaseSession>> ReleaseLog::between(LocalDay first, LocalDay last)
{
    return m_connection.read(
        [&]() -> Result<std::vector<ReleaseSession>> { return load(m_connection, allOfDays(), first, last); });
}

Result<std::optional<ReleaseSession>> ReleaseLog::latest()
{
    return m_connection.read(
        [&]() -> Result<std::optional<ReleaseSession>> { return firstOf(load(m_connection, newest())); });
}

Result<std::vector<ReleaseSession>> ReleaseLog::unfinished()
{
    return m_connection.read(
        [&]() -> Result<std::vector<ReleaseSession>> { return load(m_connection, stillRunning()); });
}

}  // namespace psolog
