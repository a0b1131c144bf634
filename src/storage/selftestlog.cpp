// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/selftestlog.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "storage/connection.h"
#include "storage/moments.h"

namespace psolog {

namespace {

/// The two queries that read self-tests, for one choice of tests: the end of a SELECT from self_test t.
struct Queries {
    explicit Queries(const std::string& choice)
        : records("SELECT t.seq, t.id, t.utc_ms, t.offset_min, t.time_zone, t.local_day, t.kind, t.wording_version, "
                  "t.first_side, "
                  "t.pillow, t.repeats, t.hold_s, t.complete, t.note FROM self_test t WHERE t.deleted_at IS NULL AND "
                  + choice),
          readings("SELECT r.self_test, r.side, r.posture, r.repeat, r.contraction, r.worked_hardest FROM reading r "
                   "WHERE r.self_test IN (SELECT t.seq FROM self_test t WHERE t.deleted_at IS NULL AND "
                   + choice + ") ORDER BY r.self_test, r.position")
    {
    }

    std::string records;
    std::string readings;
};

const Queries& oneById()
{
    static const Queries queries("t.id = ?1");
    return queries;
}

const Queries& allOfDays()
{
    static const Queries queries("t.local_day BETWEEN ?1 AND ?2 ORDER BY t.utc_ms, t.seq");
    return queries;
}

const Queries& newestComplete()
{
    static const Queries queries("t.kind = ?1 AND t.complete = 1 ORDER BY t.utc_ms DESC, t.seq DESC LIMIT ?2");
    return queries;
}

template <class... Parameters>
std::vector<SelfTest> load(Connection& connection, const Queries& queries, const Parameters&... parameters)
{
    std::vector<SelfTest> records;
    std::unordered_map<std::int64_t, std::size_t> places;
    Statement row(connection, queries.records);
    row.bind(parameters...);
    while (row.step()) {
        places.emplace(row.take<std::int64_t>(), records.size());
        SelfTest& record = records.emplace_back();
        record.id = row.take<SelfTestId>();
        record.recorded = row.take<RecordedAt>();
        record.kind = row.take<SelfTestKind>();
        record.wordingVersion = row.take<int>();
        record.firstSide = row.take<Side>();
        record.pillow = row.take<bool>();
        record.repeats = row.take<int>();
        record.hold = row.take<Seconds>();
        record.complete = row.take<bool>();
        record.note = row.take<std::string>();
    }
    if (records.empty())
        return records;
    Statement reading(connection, queries.readings);
    reading.bind(parameters...);
    while (reading.step()) {
        Reading& target = records[places.at(reading.take<std::int64_t>())].readings.emplace_back();
        target.side = reading.take<std::optional<Side>>();
        target.posture = reading.take<std::optional<Posture>>();
        target.repeat = reading.take<int>();
        target.contraction = reading.take<Contraction>();
        target.workedHardest = reading.take<std::optional<WorkedHardest>>();
    }
    return records;
}

}  // namespace

Result<void> SelfTestLog::save(const SelfTest& record)
{
    if (auto valid = validateForSaving(m_connection, record, m_clock.now(), {record.recorded.at.utc},
                                       "SELECT utc_ms FROM self_test WHERE id = ?");
        !valid)
        return valid;
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "INSERT INTO self_test (id, utc_ms, offset_min, time_zone, local_day, kind, wording_version, "
                  "first_side, pillow, "
                  "repeats, hold_s, complete, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET utc_ms = excluded.utc_ms, offset_min = excluded.offset_min, "
                  "time_zone = excluded.time_zone, local_day = excluded.local_day, kind = excluded.kind, "
                  "wording_version = excluded.wording_version, first_side = excluded.first_side, "
                  "pillow = excluded.pillow, repeats = excluded.repeats, hold_s = excluded.hold_s, "
                  "complete = excluded.complete, note = excluded.note, deleted_at = NULL, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1)")
            .bind(record.id, record.recorded, record.kind, record.wordingVersion, record.firstSide, record.pillow,
                  record.repeats, record.hold, record.complete, record.note, m_clock.now().utc.time_since_epoch())
            .run();
        Statement find(m_connection, "SELECT seq FROM self_test WHERE id = ?");
        find.bind(record.id).step();
        const auto seq = find.take<std::int64_t>();
        Statement(m_connection, "DELETE FROM reading WHERE self_test = ?").bind(seq).run();
        Statement insert(
            m_connection,
            "INSERT INTO reading (self_test, position, side, posture, repeat, contraction, worked_hardest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)");
        int position = 0;
        for (const Reading& reading : record.readings)
            insert
                .bind(seq, position++, reading.side, reading.posture, reading.repeat, reading.contraction,
                      reading.workedHardest)
                .run();
        return {};
    });
}

Result<void> SelfTestLog::remove(const SelfTestId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE self_test SET deleted_at = ?1, "
                  "changed_ms = max(?1, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ?2 AND deleted_at IS NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such self-test");
    });
}

Result<void> SelfTestLog::restore(const SelfTestId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE self_test SET deleted_at = NULL, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ? AND deleted_at IS NOT NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such removed self-test");
    });
}

Result<std::optional<SelfTest>> SelfTestLog::find(const SelfTestId& id)
{
    return m_connection.read([&]() -> Result<std::optional<SelfTest>> {
        auto records = load(m_connection, oneById(), id);
        if (records.empty())
            return std::nullopt;
        return std::move(records.front());
    });
}

Result<std::vector<SelfTest>> SelfTestLog::between(LocalDay first, LocalDay last)
{
    return m_connection.read(
        [&]() -> Result<std::vector<SelfTest>> { return load(m_connection, allOfDays(), first, last); });
}

Result<std::vector<SelfTest>> SelfTestLog::latest(SelfTestKind kind, std::size_t count)
{
    // SQLite takes a negative limit as none.
    const auto limit = std::min(count, static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()));
    return m_connection.read(
        [&]() -> Result<std::vector<SelfTest>> { return load(m_connection, newestComplete(), kind, limit); });
}

}  // namespace psolog
