// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trendlog.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <system_error>
#include <thread>

#include <sqlite3.h>

#include "storage/connection.h"
#include "storage/dayscores.h"
#include "storage/schema.h"

namespace psolog {

namespace {

/// A session counts as a release from here on.
constexpr Milliseconds kLeastReleaseTime = Seconds(60);

/// Runs a query over local days; `read` gets the day's entry and the statement at the column after the day.
template <class F>
void countDays(Connection& connection, std::string_view sql, LocalDay first, LocalDay last,
               std::map<LocalDay, DayActivity>& days, F&& read)
{
    Statement row(connection, sql);
    row.bind(first, last);
    while (row.step())
        read(days[row.take<LocalDay>()], row);
}

std::vector<DayScores> countScores(Connection& connection, Site site, LocalDay first, LocalDay last)
{
    Statement row(connection,
                  "SELECT day_scores(day, score) FROM soreness INDEXED BY soreness_trend "
                  "WHERE removed = 0 AND site = ? AND day BETWEEN ? AND ?");
    row.bind(site, first.number(), last.number()).step();
    return unpackDayScores(row.take<std::string>());
}

/// From here on, reading takes longer than opening a second connection.
constexpr std::int64_t kManyCheckIns = 20'000;

/// Whether the path of a connection leads to its file: nobody has moved the log or put another in its place.
bool isInPlace(sqlite3* handle)
{
    int moved = 1;
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved == 0;
}

/// Inside a read: whether a second connection would see the same as this one. The shared lock of a rollback journal
/// keeps every other writer out; a log in memory, a write of our own or a write-ahead log is seen by one alone.
bool othersSeeTheSame(Connection& connection)
{
    const char* path = sqlite3_db_filename(connection.handle(), "main");
    return path != nullptr && *path != '\0' && sqlite3_txn_state(connection.handle(), "main") == SQLITE_TXN_READ
        && connection.text("PRAGMA journal_mode") != "wal" && isInPlace(connection.handle());
}

/// The sites of a log, read by two connections: each takes the next one until there is none left, so that one that is
/// slow, or cannot read at all, holds nothing up.
class SharedReading {
public:
    SharedReading(LocalDay first, LocalDay last) : m_first(first), m_last(last) { }

    void read(Connection& connection)
    {
        const auto sites = allSites();
        for (std::size_t i = m_next++; i < sites.size(); i = m_next++)
            m_days[i] = countScores(connection, sites[i], m_first, m_last);
    }

    /// In another thread, on a connection of its own. What fails there is left for finish().
    [[nodiscard]] std::future<void> readBeside(Connection& connection)
    {
        ConnectionOptions options;
        options.readOnly = true;
        options.busyTimeout = {};  // whoever waits for our lock to end would wait for us
        sqlite3_vfs* vfs = nullptr;
        if (sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_VFS_POINTER, &vfs) == SQLITE_OK && vfs)
            options.vfs = vfs->zName;
        const std::string path = sqlite3_db_filename(connection.handle(), "main");
        try {
            return std::async(std::launch::async, [this, path, options] {
                const auto second = Connection::open(path, options);
                if (second)
                    static_cast<void>((*second)->read([&]() -> Result<void> {
                        read(**second);
                        return {};
                    }));
            });
        } catch (const std::system_error&) {
            return {};  // no thread to be had
        }
    }

    /// All sites; reads what is missing. After the other thread has ended.
    [[nodiscard]] AllDayScores finish(Connection& connection)
    {
        AllDayScores all;
        for (const Site site : allSites()) {
            auto& days = m_days[indexOf(site)];
            all[indexOf(site)] = days ? std::move(*days) : countScores(connection, site, m_first, m_last);
        }
        return all;
    }

private:
    LocalDay m_first;
    LocalDay m_last;
    std::atomic<std::size_t> m_next = 0;
    std::array<std::optional<std::vector<DayScores>>, kSiteCount> m_days;  ///< each written by whoever took it
};

}  // namespace

Result<std::vector<ScorePoint>> TrendLog::scores(Site site, LocalDay first, LocalDay last)
{
    return m_connection.read([&]() -> Result<std::vector<ScorePoint>> {
        std::vector<ScorePoint> points;
        Statement row(m_connection,
                      "SELECT utc_ms, day, score FROM soreness INDEXED BY soreness_trend "
                      "WHERE removed = 0 AND site = ? AND day BETWEEN ? AND ? ORDER BY day, utc_ms");
        row.bind(site, first.number(), last.number());
        while (row.step())
            points.push_back({row.integerAt(0), static_cast<std::int32_t>(row.integerAt(1)),
                              static_cast<std::int32_t>(row.integerAt(2))});
        // By day and by time are the same order, unless the athlete crossed the date line or edited a day.
        const auto earlier = [](const ScorePoint& a, const ScorePoint& b) { return a.utcMs < b.utcMs; };
        if (!std::is_sorted(points.begin(), points.end(), earlier))
            std::stable_sort(points.begin(), points.end(), earlier);
        return points;
    });
}

Result<std::vector<DayScores>> TrendLog::dayScores(Site site, LocalDay first, LocalDay last)
{
    return m_connection.read(
        [&]() -> Result<std::vector<DayScores>> { return countScores(m_connection, site, first, last); });
}

Result<AllDayScores> TrendLog::allDayScores(LocalDay first, LocalDay last)
{
    return m_connection.read([&]() -> Result<AllDayScores> {
        SharedReading reading(first, last);
        const bool many = m_connection.integer("SELECT max(seq) FROM check_in") >= kManyCheckIns;
        if (!many || std::thread::hardware_concurrency() < 2 || !othersSeeTheSame(m_connection)) {
            reading.read(m_connection);
            return reading.finish(m_connection);
        }
        // Ends before the reading does, also when this thread fails.
        std::future<void> beside = reading.readBeside(m_connection);
        reading.read(m_connection);
        if (beside.valid())
            beside.get();
        if (isInPlace(m_connection.handle()))
            return reading.finish(m_connection);
        return SharedReading(first, last).finish(m_connection);
    });
}

Result<std::vector<DayActivity>> TrendLog::activity(LocalDay first, LocalDay last)
{
    return m_connection.read([&]() -> Result<std::vector<DayActivity>> {
        std::map<LocalDay, DayActivity> days;
        {
            Statement row(m_connection,
                          "SELECT day, count(*) FROM check_in WHERE removed = 0 AND day BETWEEN ? AND ? GROUP BY day");
            row.bind(first.number(), last.number());
            while (row.step()) {
                const LocalDay day = LocalDay::fromNumber(row.take<int>());
                days[day].checkIns = row.take<int>();
            }
        }
        countDays(m_connection,
                  "SELECT r.local_day, count(*), coalesce(sum(r.distance_m), 0), coalesce(sum(r.minutes), 0), "
                  "coalesce(sum(r.effort * r.minutes), 0), count(r.effort * r.minutes), count(r.minutes), "
                  "count(r.distance_m) "
                  "FROM run r JOIN check_in c ON c.seq = r.check_in "
                  "WHERE c.removed = 0 AND r.local_day BETWEEN ? AND ? GROUP BY r.local_day",
                  first, last, days, [](DayActivity& day, Statement& row) {
                      day.runs = row.take<int>();
                      day.runMetres = row.take<int>();
                      day.runMinutes = row.take<int>();
                      day.runLoad = row.take<int>();
                      day.loadedRuns = row.take<int>();
                      day.timedRuns = row.take<int>();
                      day.measuredRuns = row.take<int>();
                  });
        countDays(m_connection,
                  "SELECT local_day, count(*) FROM self_test "
                  "WHERE deleted_at IS NULL AND complete = 1 AND local_day BETWEEN ? AND ? GROUP BY local_day",
                  first, last, days, [](DayActivity& day, Statement& row) { day.selfTests = row.take<int>(); });
        {
            Statement row(
                m_connection,
                "SELECT local_day, count(*) FROM release_session WHERE deleted_at IS NULL "
                "AND outcome <> 'discarded' AND worked_ms >= ? AND local_day BETWEEN ? AND ? GROUP BY local_day");
            row.bind(kLeastReleaseTime, first, last);
            while (row.step()) {
                DayActivity& day = days[row.take<LocalDay>()];
                day.releases = row.take<int>();
            }
        }
        std::vector<DayActivity> activity;
        activity.reserve(days.size());
        for (auto& [day, entry] : days) {
            entry.day = day;
            activity.push_back(entry);
        }
        return activity;
    });
}

Result<std::optional<LogSpan>> TrendLog::span()
{
    return m_connection.read([&]() -> Result<std::optional<LogSpan>> {
        // The ends of an index each; min() and max() would read all of it.
        Statement row(m_connection,
                      "WITH ends (day) AS (VALUES "
                      "((SELECT local_day FROM check_in WHERE removed = 0 ORDER BY day LIMIT 1)), "
                      "((SELECT local_day FROM check_in WHERE removed = 0 ORDER BY day DESC LIMIT 1)), "
                      "((SELECT r.local_day FROM run r CROSS JOIN check_in c ON c.seq = r.check_in WHERE c.removed = 0 "
                      "ORDER BY r.local_day LIMIT 1)), "
                      "((SELECT r.local_day FROM run r CROSS JOIN check_in c ON c.seq = r.check_in WHERE c.removed = 0 "
                      "ORDER BY r.local_day DESC LIMIT 1)), "
                      "((SELECT local_day FROM self_test WHERE deleted_at IS NULL ORDER BY local_day LIMIT 1)), "
                      "((SELECT local_day FROM self_test WHERE deleted_at IS NULL ORDER BY local_day DESC LIMIT 1)), "
                      "((SELECT local_day FROM release_session WHERE deleted_at IS NULL AND outcome <> 'discarded' "
                      "ORDER BY local_day LIMIT 1)), "
                      "((SELECT local_day FROM release_session WHERE deleted_at IS NULL AND outcome <> 'discarded' "
                      "ORDER BY local_day DESC LIMIT 1))) "
                      "SELECT min(day), max(day) FROM ends");
        row.step();
        auto first = row.take<std::optional<LocalDay>>();
        auto last = row.take<std::optional<LocalDay>>();
        if (!m_connection.lacks(kWeeklySchema)) {
            Statement weekly(m_connection,
                             "SELECT (SELECT local_day FROM weekly_check_in WHERE deleted_at IS NULL "
                             "ORDER BY local_day LIMIT 1), "
                             "(SELECT local_day FROM weekly_check_in WHERE deleted_at IS NULL "
                             "ORDER BY local_day DESC LIMIT 1)");
            weekly.step();
            const auto firstWeekly = weekly.take<std::optional<LocalDay>>();
            const auto lastWeekly = weekly.take<std::optional<LocalDay>>();
            first = first && firstWeekly ? std::min(first, firstWeekly) : std::max(first, firstWeekly);
            last = std::max(last, lastWeekly);  // nothing is less than any day
        }
        if (!first || !last)
            return std::nullopt;
        return LogSpan{*first, *last};
    });
}

Result<std::optional<LocalDay>> TrendLog::firstReleaseDay()
{
    if (!m_whole)
        return std::nullopt;
    return m_connection.read([&]() -> Result<std::optional<LocalDay>> {
        Statement row(m_connection,
                      "SELECT local_day FROM release_session WHERE deleted_at IS NULL AND outcome <> 'discarded' "
                      "AND worked_ms >= ? ORDER BY local_day LIMIT 1");
        if (!row.bind(kLeastReleaseTime).step())
            return std::nullopt;
        return row.take<LocalDay>();
    });
}

}  // namespace psolog
