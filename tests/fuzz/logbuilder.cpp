// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/logbuilder.h"

#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/records.h"
#include "core/site.h"
#include "core/time.h"
#include "storage/schema.h"

namespace psolog::test {

namespace {

const LocalDay kFirstDay(2026, 3, 2);
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr int kSharingSchema = 3;

void execute(sqlite3* database, const std::string& sql)
{
    char* message = nullptr;
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK)
        return;
    const std::string text = message ? message : "unknown";
    sqlite3_free(message);
    throw std::runtime_error("SQLite: " + text + " in " + sql.substr(0, 400));
}

std::string textOf(sqlite3* database, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error("SQLite: " + sql);
    std::string text;
    if (sqlite3_step(statement) == SQLITE_ROW)
        text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return text;
}

}  // namespace

std::string sqlText(std::string_view text)
{
    std::string literal = "'";
    for (const char c : text) {
        literal += c;
        if (c == '\'')
            literal += c;
    }
    return literal + "'";
}

std::string rawText(std::string_view bytes)
{
    std::string literal = "CAST(X'";
    for (const char c : bytes)
        fmt::format_to(std::back_inserter(literal), "{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    return literal + "' AS TEXT)";
}

int newestLogVersion()
{
    return newestVersion();
}

std::string soundLog(int version, int days, std::uint64_t seed, int pageSize)
{
    return LogBuilder(version, pageSize).fill(days, seed).bytes();
}

LogBuilder::LogBuilder(int version, int pageSize, std::string_view encoding) : m_version(version)
{
    if (sqlite3_open(":memory:", &m_database) != SQLITE_OK)
        throw std::runtime_error("SQLite does not start");
    sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    run(fmt::format(
        "PRAGMA page_size = {}; PRAGMA encoding = '{}'; PRAGMA foreign_keys = OFF; PRAGMA application_id = {};",
        pageSize, encoding, kApplicationId));
    for (const Migration& step : migrations().first(static_cast<std::size_t>(version)))
        run(std::string(step.sql));
    run(fmt::format("PRAGMA user_version = {}; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;",
                    version));
}

LogBuilder::~LogBuilder()
{
    sqlite3_close(m_database);
}

LogBuilder& LogBuilder::run(const std::string& sql)
{
    execute(m_database, sql);
    return *this;
}

LogBuilder& LogBuilder::runUntyped(std::string_view table, const std::string& sql)
{
    const std::string where = fmt::format(" WHERE type = 'table' AND name = '{}'", table);
    const std::string definition = textOf(m_database, "SELECT sql FROM sqlite_schema" + where);
    // RESET makes SQLite read the definitions anew and ends the writing of them.
    run("UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql, ') STRICT, WITHOUT', ') WITHOUT'), ') "
        "STRICT', "
        "')'), 'INTEGER NOT NULL', 'INTEGER'), 'TEXT NOT NULL', 'BLOB')"
        + where);
    run("PRAGMA writable_schema = RESET");
    run(sql);
    run("PRAGMA writable_schema = ON");
    run("UPDATE sqlite_schema SET sql = " + sqlText(definition) + where);
    return *this;
}

std::string LogBuilder::bytes() const
{
    sqlite3_int64 size = 0;
    unsigned char* data = sqlite3_serialize(m_database, "main", &size, 0);
    if (!data)
        throw std::runtime_error("SQLite does not give the bytes");
    std::string copy(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
    sqlite3_free(data);
    return copy;
}

std::string LogBuilder::uuid()
{
    return fmt::format("'{:08x}-0000-4000-8000-{:012x}'", m_seed & 0xffff'ffffU, ++m_ids);
}

std::string LogBuilder::moment(int day, int minute)
{
    const std::int64_t utc = std::int64_t{(kFirstDay + day).number()} * kDayMs + minute * kMinuteMs;
    return fmt::format("{}, 60, 'Europe/Berlin', '{}'", utc, (kFirstDay + day).toString());
}

int LogBuilder::below(int end)
{
    // splitmix64: the same on every machine, unlike the distributions of the standard library.
    std::uint64_t z = (m_random += 0x9e37'79b9'7f4a'7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d0'49bb'1331'11ebU;
    return static_cast<int>((z ^ (z >> 31U)) % static_cast<std::uint64_t>(end));
}

LogBuilder& LogBuilder::fill(int days, std::uint64_t seed)
{
    m_seed = seed;
    m_random = seed;
    run("BEGIN");
    run(fmt::format("INSERT INTO athlete (singleton, id, utc_ms, offset_min, time_zone, local_day, name, start) "
                    "VALUES (1, {}, {}, 'Änne Läufer {}', 'baseline-first')",
                    uuid(), moment(0, 400), seed));
    run(fmt::format("INSERT INTO safety_screening (seq, id, utc_ms, offset_min, time_zone, local_day) VALUES "
                    "(1, {}, {}); "
                    "INSERT INTO safety_screening (seq, id, utc_ms, offset_min, time_zone, local_day, cleared_utc_ms, "
                    "cleared_offset_min, cleared_time_zone) VALUES (2, {}, {}, 1780000000000, 60, 'Europe/Berlin'); "
                    "INSERT INTO safety_item (screening, item) VALUES (2, 'hernia'), (2, 'groin-pain')",
                    uuid(), moment(0, 401), uuid(), moment(0, 402)));
    for (int day = 0; day < days; ++day) {
        fillDay(day);
        if (day % 7 == 0)
            fillWeek(day);
    }
    if (m_version >= kWeeklySchema)
        fillPlans(days);
    if (m_version >= kSharingSchema)
        fillShared(days);
    run(fmt::format("UPDATE check_in SET deleted_at = {}, removed = 1 WHERE seq = 2",
                    std::int64_t{(kFirstDay + days).number()} * kDayMs));
    run("UPDATE soreness SET removed = 1 WHERE check_in = 2; COMMIT");
    return *this;
}

void LogBuilder::fillDay(int day)
{
    const std::string at = moment(day, 420 + below(30));
    const int number = (kFirstDay + day).number();
    const int seq = day + 1;
    run(fmt::format("INSERT INTO check_in (seq, id, utc_ms, offset_min, time_zone, local_day, day, context, note) "
                    "VALUES ({}, {}, {}, {}, '{}', {})",
                    seq, uuid(), at, number, day % 3 == 0 ? "after-run" : "morning",
                    sqlText(day % 4 == 0 ? "stairs were harder – „much“ 🏃" : "")));
    std::string scores;
    for (const Site site : allSites())
        if (below(4) != 0)
            scores += fmt::format("{}({}, '{}', {}, {}, {}, 0)", scores.empty() ? "" : ", ", seq, nameOf(site),
                                  below(11), number, at.substr(0, at.find(',')));
    if (!scores.empty())
        run("INSERT INTO soreness (check_in, site, score, day, utc_ms, removed) VALUES " + scores);
    if (day % 3 == 0)
        run(fmt::format("INSERT INTO run (seq, id, check_in, utc_ms, offset_min, time_zone, local_day, distance_m, "
                        "minutes, effort) VALUES ({0}, {1}, {0}, {2}, {3}, {4}, {5}); "
                        "INSERT INTO run_feature (run, feature) VALUES ({0}, 'hills'), ({0}, 'speed')",
                        seq, uuid(), moment(day, 360), 3000 + below(9000), 20 + below(60), below(11)));
    fillSession(day);
}

void LogBuilder::fillSession(int day)
{
    const int seq = day + 1;
    const bool red = day % 9 == 5;
    const char* outcome = red ? "'stopped', 'sharp-pain'" : day % 9 == 7 ? "'discarded', NULL" : "'completed', NULL";
    run(fmt::format("INSERT INTO release_session (seq, id, utc_ms, offset_min, time_zone, local_day, routine_id, "
                    "routine_name, planned_s, outcome, stop_reason, red_acknowledged, worked_ms, before_left, "
                    "before_right, after_left, after_right, note) VALUES ({}, {}, {}, 'daily-five', 'Daily five "
                    "minutes', 300, {}, {}, 290000, {}, {}, {}, NULL, 'warm')",
                    seq, uuid(), moment(day, 1100), outcome, red ? 1 : 0, below(11), below(11), below(11)));
    constexpr const char* kinds[] = {"step-started", "point-found", "point-released", "gap", "step-ended", "finished"};
    int sequence = 0;
    for (const char* kind : kinds) {
        const std::string at = moment(day, 1100 + sequence);
        const bool point = std::string_view(kind).starts_with("point");
        run(fmt::format("INSERT INTO session_event (session, sequence, utc_ms, offset_min, time_zone, worked_ms, kind, "
                        "step, zone, side, point, duration_ms) VALUES ({}, {}, {}, {}, '{}', 0, {}, 'left', {}, {})",
                        seq, sequence, at.substr(0, at.rfind(',')), sequence * 50'000, kind, point ? "'low'" : "NULL",
                        point ? "1" : "NULL", sequence > 1 ? "45000" : "NULL"));
        ++sequence;
    }
}

void LogBuilder::fillWeek(int day)
{
    const int seq = day / 7 + 1;
    const bool glute = seq % 2 == 1;
    run(fmt::format("INSERT INTO self_test (seq, id, utc_ms, offset_min, time_zone, local_day, kind, wording_version, "
                    "first_side, pillow, repeats, hold_s, complete, note) VALUES ({}, {}, {}, '{}', 1, 'right', 0, 1, "
                    "5, 1, '')",
                    seq, uuid(), moment(day, 600), glute ? "glute-activation" : "pelvic-tilt"));
    const char* column = glute ? "side" : "posture";
    run(fmt::format("INSERT INTO reading (self_test, position, {}, repeat, contraction, worked_hardest) VALUES "
                    "({}, 0, '{}', 1, 'soft', 'hamstring'), ({}, 1, '{}', 1, 'firm', NULL)",
                    column, seq, glute ? "left" : "arched", seq, glute ? "right" : "tucked"));
    if (m_version >= kWeeklySchema)
        run(fmt::format("INSERT INTO weekly_check_in (seq, id, utc_ms, offset_min, time_zone, local_day, version, q1, "
                        "q2, q3, q4, note) VALUES ({}, {}, {}, 'ostrc-h2', 8, 17, NULL, 25, 'hills left out')",
                        seq, uuid(), moment(day, 700)));
}

void LogBuilder::fillPlans(int day)
{
    const std::string first = uuid();
    run(fmt::format("INSERT INTO experiment (seq, id, utc_ms, offset_min, time_zone, local_day, kind, first_day, "
                    "least_baseline, most_baseline, baseline, release_days, state, ended_utc_ms, ended_offset_min, "
                    "ended_time_zone, ended_local_day, reason) VALUES (1, {}, {}, 'random-start', '{}', 7, 21, 12, 28, "
                    "'replaced', {}, 'holiday')",
                    first, moment(day - 1, 800), (kFirstDay + (day - 1)).toString(), moment(day, 800)));
    run(fmt::format("INSERT INTO experiment (seq, id, utc_ms, offset_min, time_zone, local_day, kind, first_day, "
                    "release_first, state, reason, replaces) VALUES (2, {}, {}, 'alternating-weeks', '{}', '101', "
                    "'active', '', {})",
                    uuid(), moment(day, 800), (kFirstDay + (day + 1)).toString(), first));
}

void LogBuilder::fillShared(int day)
{
    const std::int64_t later = std::int64_t{(kFirstDay + day).number()} * kDayMs;
    for (const char* table : {"athlete", "check_in", "self_test", "release_session", "weekly_check_in", "experiment"})
        run(fmt::format("UPDATE {} SET changed_ms = {} WHERE {} = 1", table, later,
                        std::string_view(table) == "athlete" ? "singleton" : "seq"));
    const std::string at = moment(day, 60);
    const std::string instant = at.substr(0, at.rfind(','));
    if (m_seed % 2 == 0)
        run(fmt::format("INSERT INTO snapshot (singleton, utc_ms, offset_min, time_zone, first_day, notes) VALUES "
                        "(1, {}, '{}', 1)",
                        instant, kFirstDay.toString()));
    run(fmt::format(
        "INSERT INTO received_note (seq, id, utc_ms, offset_min, time_zone, author, first_day, last_day, "
        "muscle, text, withdrawn, read) VALUES (1, {}, {}, 'Coach Kim', '{}', '{}', 'calf', 'Fewer hills.', "
        "0, 1)",
        uuid(), instant, kFirstDay.toString(), (kFirstDay + day).toString()));
    run(fmt::format("INSERT INTO received_plan (singleton, id, utc_ms, offset_min, time_zone, author, days_a_week, "
                    "routine_id, routine_name) VALUES (1, {}, {}, 'Coach Kim', 4, 'short-one', 'Short one'); "
                    "INSERT INTO received_plan_step (plan, position, kind, zone, side, seconds, cue, pose) VALUES "
                    "(1, 0, 'settle', NULL, 'both', 30, 'Lie down.', 'tool-low'), "
                    "(1, 1, 'zone', 'low', 'left', 90, 'Search slowly.', 'tool-low')",
                    uuid(), instant));
}

}  // namespace psolog::test
