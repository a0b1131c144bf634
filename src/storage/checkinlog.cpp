// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/checkinlog.h"

#include <unordered_map>

#include "storage/connection.h"
#include "storage/moments.h"

namespace psolog {

namespace {

/// The four queries that read check-ins, for one condition on check_in c.
struct Queries {
    explicit Queries(const std::string& condition)
        : records("SELECT c.seq, c.id, c.utc_ms, c.offset_min, c.time_zone, c.local_day, c.context, c.note "
                  "FROM check_in c WHERE c.removed = 0 AND "
                  + condition + " ORDER BY c.utc_ms, c.seq"),
          scores("SELECT s.check_in, s.site, s.score FROM check_in c JOIN soreness s ON s.check_in = c.seq "
                 "WHERE c.removed = 0 AND "
                 + condition),
          runs("SELECT r.check_in, r.id, r.utc_ms, r.offset_min, r.time_zone, r.local_day, r.distance_m, r.minutes, "
               "r.effort "
               "FROM check_in c JOIN run r ON r.check_in = c.seq WHERE c.removed = 0 AND "
               + condition),
          features("SELECT r.check_in, f.feature FROM check_in c JOIN run r ON r.check_in = c.seq "
                   "JOIN run_feature f ON f.run = r.seq WHERE c.removed = 0 AND "
                   + condition)
    {
    }

    std::string records;
    std::string scores;
    std::string runs;
    std::string features;
};

const Queries& oneById()
{
    static const Queries queries("c.id = ?1");
    return queries;
}

const Queries& allOfDays()
{
    static const Queries queries("c.day BETWEEN ?1 AND ?2");
    return queries;
}

template <class... Parameters>
std::vector<CheckIn> load(Connection& connection, const Queries& queries, const Parameters&... parameters)
{
    std::vector<CheckIn> records;
    std::unordered_map<std::int64_t, std::size_t> places;
    {
        Statement row(connection, queries.records);
        row.bind(parameters...);
        while (row.step()) {
            places.emplace(row.take<std::int64_t>(), records.size());
            CheckIn& record = records.emplace_back();
            record.id = row.take<CheckInId>();
            record.recorded = row.take<RecordedAt>();
            record.context = row.take<Context>();
            record.note = row.take<std::string>();
        }
    }
    if (records.empty())
        return records;
    Statement score(connection, queries.scores);
    score.bind(parameters...);
    while (score.step()) {
        CheckIn& record = records[places.at(score.take<std::int64_t>())];
        const Site site = score.take<Site>();
        record.scores[site] = score.take<Score>();
    }
    Statement run(connection, queries.runs);
    run.bind(parameters...);
    while (run.step()) {
        Run& target = records[places.at(run.take<std::int64_t>())].run.emplace();
        target.id = run.take<RunId>();
        target.recorded = run.take<RecordedAt>();
        target.distanceMetres = run.take<std::optional<int>>();
        target.minutes = run.take<std::optional<int>>();
        target.effort = run.take<std::optional<Score>>();
    }
    Statement feature(connection, queries.features);
    feature.bind(parameters...);
    while (feature.step()) {
        CheckIn& record = records[places.at(feature.take<std::int64_t>())];
        record.run.value().features.insert(feature.take<RunFeature>());
    }
    return records;
}

std::optional<CheckIn> firstOf(std::vector<CheckIn> records)
{
    return records.empty() ? std::nullopt : std::optional(std::move(records.front()));
}

}  // namespace

Result<void> CheckInLog::save(const CheckIn& record)
{
    if (auto valid = validateForSaving(
            m_connection, record, m_clock.now(),
            {record.recorded.at.utc, record.run ? record.run->recorded.at.utc : record.recorded.at.utc},
            "SELECT utc_ms FROM check_in WHERE id = ?1 UNION ALL "
            "SELECT r.utc_ms FROM run r JOIN check_in c ON c.seq = r.check_in WHERE c.id = ?1");
        !valid)
        return valid;
    return m_connection.write([&]() -> Result<void> {
        const std::int64_t seq = storeRecord(record);
        Statement insert(
            m_connection,
            "INSERT INTO soreness (check_in, site, score, day, utc_ms, removed) VALUES (?, ?, ?, ?, ?, 0)");
        for (const Site site : allSites())
            if (const auto score = record.scores[site])
                insert.bind(seq, site, *score, record.recorded.day.number(), record.recorded.at.utc.time_since_epoch())
                    .run();
        if (record.run)
            storeRun(seq, *record.run);
        return {};
    });
}

std::int64_t CheckInLog::storeRecord(const CheckIn& record)
{
    Statement find(m_connection, "SELECT seq FROM check_in WHERE id = ?");
    if (!find.bind(record.id).step()) {
        Statement(m_connection,
                  "INSERT INTO check_in (id, utc_ms, offset_min, time_zone, local_day, day, context, note) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(record.id, record.recorded, record.recorded.day.number(), record.context, record.note)
            .run();
        return sqlite3_last_insert_rowid(m_connection.handle());
    }
    const auto seq = find.take<std::int64_t>();
    // The scores first: otherwise each would be moved in the trend index before it is replaced.
    Statement(m_connection, "DELETE FROM soreness WHERE check_in = ?").bind(seq).run();
    Statement(m_connection, "DELETE FROM run WHERE check_in = ?").bind(seq).run();
    Statement(
        m_connection,
        "UPDATE check_in SET utc_ms = ?, offset_min = ?, time_zone = ?, local_day = ?, day = ?, context = ?, note = ?, "
        "deleted_at = NULL, removed = 0, "
        "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
        "WHERE seq = ?")
        .bind(record.recorded, record.recorded.day.number(), record.context, record.note,
              m_clock.now().utc.time_since_epoch(), seq)
        .run();
    return seq;
}

void CheckInLog::storeRun(std::int64_t checkIn, const Run& run)
{
    Statement(m_connection,
              "INSERT INTO run (check_in, id, utc_ms, offset_min, time_zone, local_day, distance_m, minutes, effort) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(checkIn, run.id, run.recorded, run.distanceMetres, run.minutes, run.effort)
        .run();
    const std::int64_t seq = sqlite3_last_insert_rowid(m_connection.handle());
    Statement insert(m_connection, "INSERT INTO run_feature (run, feature) VALUES (?, ?)");
    for (const RunFeature feature : run.features)
        insert.bind(seq, feature).run();
}

Result<void> CheckInLog::remove(const CheckInId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE check_in SET deleted_at = ?1, removed = 1, "
                  "changed_ms = max(?1, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ?2 AND removed = 0")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such check-in");
    });
}

Result<void> CheckInLog::restore(const CheckInId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE check_in SET deleted_at = NULL, removed = 0, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ? AND removed = 1")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such removed check-in");
    });
}

Result<std::optional<CheckIn>> CheckInLog::find(const CheckInId& id)
{
    return m_connection.read(
        [&]() -> Result<std::optional<CheckIn>> { return firstOf(load(m_connection, oneById(), id)); });
}

Result<std::vector<CheckIn>> CheckInLog::between(LocalDay first, LocalDay last)
{
    return m_connection.read([&]() -> Result<std::vector<CheckIn>> {
        return load(m_connection, allOfDays(), first.number(), last.number());
    });
}

Result<std::optional<CheckIn>> CheckInLog::latest()
{
    return m_connection.read([&]() -> Result<std::optional<CheckIn>> {
        Statement newest(m_connection,
                         "SELECT c.id FROM check_in c WHERE c.removed = 0 "
                         "AND EXISTS (SELECT 1 FROM soreness s WHERE s.check_in = c.seq) "
                         "ORDER BY c.utc_ms DESC, c.seq DESC LIMIT 1");
        if (!newest.step())
            return std::nullopt;
        return firstOf(load(m_connection, oneById(), newest.take<CheckInId>()));
    });
}

}  // namespace psolog
