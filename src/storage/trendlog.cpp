// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trendlog.h"

#include <algorithm>
#include <map>

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
    return m_connection.read([&]() -> Result<std::vector<DayScores>> {
        Statement row(m_connection,
                      "SELECT day_scores(day, score) FROM soreness INDEXED BY soreness_trend "
                      "WHERE removed = 0 AND site = ? AND day BETWEEN ? AND ?");
        row.bind(site, first.number(), last.number()).step();
        return unpackDayScores(row.take<std::string>());
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
