// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/weeklylog.h"

#include <string>

#include "storage/connection.h"
#include "storage/moments.h"
#include "storage/schema.h"

namespace psolog {

namespace {

constexpr std::string_view kOneById =
    "SELECT id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, q3, q4, note FROM weekly_check_in "
    "WHERE deleted_at IS NULL AND id = ?";
constexpr std::string_view kAllOfDays =
    "SELECT id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, q3, q4, note FROM weekly_check_in "
    "WHERE deleted_at IS NULL AND local_day BETWEEN ? AND ? ORDER BY utc_ms, seq";
constexpr std::string_view kNewest =
    "SELECT id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, q3, q4, note FROM weekly_check_in "
    "WHERE deleted_at IS NULL ORDER BY utc_ms DESC, seq DESC LIMIT 1";

template <class... Parameters>
std::vector<WeeklyCheckIn> load(Connection& connection, std::string_view sql, const Parameters&... parameters)
{
    std::vector<WeeklyCheckIn> records;
    if (connection.lacks(kWeeklySchema))
        return records;
    Statement row(connection, sql);
    row.bind(parameters...);
    while (row.step()) {
        WeeklyCheckIn& record = records.emplace_back();
        record.id = row.take<WeeklyCheckInId>();
        record.recorded = row.take<RecordedAt>();
        record.version = row.take<WeeklyVersion>();
        for (auto& score : record.scores)
            score = row.take<std::optional<int>>();
        record.note = row.take<std::string>();
    }
    return records;
}

template <class... Parameters>
Result<std::optional<WeeklyCheckIn>> loadOne(Connection& connection, std::string_view sql,
                                             const Parameters&... parameters)
{
    return connection.read([&]() -> Result<std::optional<WeeklyCheckIn>> {
        auto records = load(connection, sql, parameters...);
        if (records.empty())
            return std::nullopt;
        return std::move(records.front());
    });
}

}  // namespace

Result<void> WeeklyLog::save(const WeeklyCheckIn& record)
{
    if (auto valid = validateForSaving(m_connection, record, m_clock.now(), {record.recorded.at.utc},
                                       "SELECT utc_ms FROM weekly_check_in WHERE id = ?");
        !valid)
        return valid;
    return m_connection.write([&]() -> Result<void> {
        const auto& [participation, training, performance, symptoms] = record.scores;
        Statement(m_connection,
                  "INSERT INTO weekly_check_in (id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, q3, q4, "
                  "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET utc_ms = excluded.utc_ms, offset_min = excluded.offset_min, "
                  "time_zone = excluded.time_zone, local_day = excluded.local_day, version = excluded.version, "
                  "q1 = excluded.q1, q2 = excluded.q2, q3 = excluded.q3, q4 = excluded.q4, note = excluded.note, "
                  "deleted_at = NULL, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1)")
            .bind(record.id, record.recorded, record.version, participation, training, performance, symptoms,
                  record.note, m_clock.now().utc.time_since_epoch())
            .run();
        return {};
    });
}

Result<void> WeeklyLog::remove(const WeeklyCheckInId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE weekly_check_in SET deleted_at = ?1, "
                  "changed_ms = max(?1, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ?2 AND deleted_at IS NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such weekly check-in");
    });
}

Result<void> WeeklyLog::restore(const WeeklyCheckInId& id)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "UPDATE weekly_check_in SET deleted_at = NULL, "
                  "changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1, coalesce(deleted_at, utc_ms) + 1) "
                  "WHERE id = ? AND deleted_at IS NOT NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection.changedOne("there is no such removed weekly check-in");
    });
}

Result<std::optional<WeeklyCheckIn>> WeeklyLog::find(const WeeklyCheckInId& id)
{
    return loadOne(m_connection, kOneById, id);
}

Result<std::vector<WeeklyCheckIn>> WeeklyLog::between(LocalDay first, LocalDay last)
{
    return m_connection.read(
        [&]() -> Result<std::vector<WeeklyCheckIn>> { return load(m_connection, kAllOfDays, first, last); });
}

Result<std::optional<WeeklyCheckIn>> WeeklyLog::latest()
{
    return loadOne(m_connection, kNewest);
}

}  // namespace psolog
