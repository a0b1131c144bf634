// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/athletelog.h"

#include "core/validation.h"
#include "storage/connection.h"

namespace psolog {

namespace {

/// The screenings that a query finds, with what was answered yes.
std::vector<SafetyScreening> load(Connection& connection, std::string_view sql)
{
    std::vector<SafetyScreening> screenings;
    Statement row(connection, sql);
    while (row.step()) {
        SafetyScreening& screening = screenings.emplace_back();
        const auto seq = row.take<std::int64_t>();
        screening.id = row.take<ScreeningId>();
        screening.recorded = row.take<RecordedAt>();
        screening.clearedAt = row.take<std::optional<Instant>>();
        Statement items(connection, "SELECT item FROM safety_item WHERE screening = ?");
        items.bind(seq);
        while (items.step())
            screening.present.insert(items.take<SafetyItem>());
    }
    return screenings;
}

}  // namespace

Result<std::optional<Athlete>> AthleteLog::athlete()
{
    return m_connection.read([&]() -> Result<std::optional<Athlete>> {
        Statement row(m_connection, "SELECT id, utc_ms, offset_min, time_zone, local_day, name, start FROM athlete");
        if (!row.step())
            return std::nullopt;
        Athlete athlete;
        athlete.id = row.take<AthleteId>();
        athlete.created = row.take<RecordedAt>();
        athlete.name = row.take<std::string>();
        athlete.start = row.take<StartChoice>();
        return athlete;
    });
}

Result<void> AthleteLog::save(const Athlete& athlete)
{
    if (auto valid = validate(athlete); !valid)
        return tl::unexpected<Error>(valid.error().error);
    return m_connection.write([&]() -> Result<void> {
        Statement(m_connection,
                  "INSERT INTO athlete (singleton, id, utc_ms, offset_min, time_zone, local_day, name, start) "
                  "VALUES (1, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (singleton) DO UPDATE SET id = excluded.id, utc_ms = excluded.utc_ms, "
                  "offset_min = excluded.offset_min, time_zone = excluded.time_zone, local_day = excluded.local_day, "
                  "name = excluded.name, start = excluded.start, changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1)")
            .bind(athlete.id, athlete.created, athlete.name, athlete.start, m_clock.now().utc.time_since_epoch())
            .run();
        return {};
    });
}

Result<std::optional<SafetyScreening>> AthleteLog::latestScreening()
{
    return m_connection.read([&]() -> Result<std::optional<SafetyScreening>> {
        auto newest = load(m_connection,
                           "SELECT seq, id, utc_ms, offset_min, time_zone, local_day, "
                           "cleared_utc_ms, cleared_offset_min, cleared_time_zone "
                           "FROM safety_screening ORDER BY utc_ms DESC, seq DESC LIMIT 1");
        if (newest.empty())
            return std::nullopt;
        return std::move(newest.front());
    });
}

Result<std::vector<SafetyScreening>> AthleteLog::screenings()
{
    return m_connection.read([&]() -> Result<std::vector<SafetyScreening>> {
        return load(m_connection,
                    "SELECT seq, id, utc_ms, offset_min, time_zone, local_day, "
                    "cleared_utc_ms, cleared_offset_min, cleared_time_zone FROM safety_screening ORDER BY utc_ms, seq");
    });
}

Result<void> AthleteLog::save(const SafetyScreening& screening)
{
    return m_connection.write([&]() -> Result<void> {
        Statement(
            m_connection,
            "INSERT INTO safety_screening (id, utc_ms, offset_min, time_zone, local_day, "
            "cleared_utc_ms, cleared_offset_min, cleared_time_zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET utc_ms = excluded.utc_ms, offset_min = excluded.offset_min, "
            "time_zone = excluded.time_zone, local_day = excluded.local_day, "
            "cleared_utc_ms = excluded.cleared_utc_ms, cleared_offset_min = excluded.cleared_offset_min, "
            "cleared_time_zone = excluded.cleared_time_zone, changed_ms = max(?, coalesce(changed_ms, utc_ms) + 1)")
            .bind(screening.id, screening.recorded, screening.clearedAt, m_clock.now().utc.time_since_epoch())
            .run();
        Statement find(m_connection, "SELECT seq FROM safety_screening WHERE id = ?");
        find.bind(screening.id).step();
        const auto seq = find.take<std::int64_t>();
        Statement(m_connection, "DELETE FROM safety_item WHERE screening = ?").bind(seq).run();
        Statement insert(m_connection, "INSERT INTO safety_item (screening, item) VALUES (?, ?)");
        for (const SafetyItem item : screening.present)
            insert.bind(seq, item).run();
        return {};
    });
}

}  // namespace psolog
