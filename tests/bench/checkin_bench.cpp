// SPDX-License-Identifier: GPL-3.0-or-later
// One check-in saved through the log against the same rows written by bare SQLite, by turns, each into its own copy of
// a ten-year log.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "bench/benchreport.h"
#include "bench/tenyearlog.h"
#include "storage/log.h"
#include "support/manualclock.h"
#include "support/sequentialids.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr double kBudget = 1.2;
constexpr int kPairs = 301;

/// What somebody would write who needs nothing but speed: statements prepared once, no check of anything but errors.
class BareSqlite {
public:
    explicit BareSqlite(const std::string& path)
    {
        check(sqlite3_open_v2(path.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
        for (const int flag : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML})
            check(sqlite3_db_config(m_database, flag, 0, nullptr));
        check(sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
        check(sqlite3_exec(m_database,
                           "PRAGMA busy_timeout = 1000; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; "
                           "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; "
                           "PRAGMA journal_mode = DELETE",
                           nullptr, nullptr, nullptr));
        m_begin = prepare("BEGIN IMMEDIATE");
        m_commit = prepare("COMMIT");
        m_checkIn = prepare("INSERT INTO check_in (id, utc_ms, offset_min, time_zone, local_day, day, context, note) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        m_soreness = prepare("INSERT INTO soreness (check_in, site, score, day, utc_ms, removed) "
                             "VALUES (?, ?, ?, ?, ?, 0)");
        m_run = prepare("INSERT INTO run (check_in, id, utc_ms, offset_min, time_zone, local_day, distance_m, minutes, "
                        "effort) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        m_feature = prepare("INSERT INTO run_feature (run, feature) VALUES (?, ?)");
    }
    ~BareSqlite()
    {
        for (sqlite3_stmt* const statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    BareSqlite(const BareSqlite&) = delete;
    BareSqlite& operator=(const BareSqlite&) = delete;

    void save(const CheckIn& record)
    {
        const std::string id = record.id.toString();
        const std::string day = record.recorded.day.toString();
        const auto utcMs = record.recorded.at.utc.time_since_epoch().count();
        const auto offset = record.recorded.at.offset.count();
        run(m_begin);
        text(m_checkIn, 1, id);
        number(m_checkIn, 2, utcMs);
        number(m_checkIn, 3, offset);
        text(m_checkIn, 4, record.recorded.at.zone);
        text(m_checkIn, 5, day);
        number(m_checkIn, 6, record.recorded.day.number());
        text(m_checkIn, 7, nameOf(record.context));
        text(m_checkIn, 8, record.note);
        run(m_checkIn);
        const sqlite3_int64 checkIn = sqlite3_last_insert_rowid(m_database);
        for (const Site site : allSites()) {
            number(m_soreness, 1, checkIn);
            const std::string name = nameOf(site);
            text(m_soreness, 2, name);
            number(m_soreness, 3, record.scores[site]->value());
            number(m_soreness, 4, record.recorded.day.number());
            number(m_soreness, 5, utcMs);
            run(m_soreness);
        }
        const Run& done = *record.run;
        const std::string runId = done.id.toString();
        number(m_run, 1, checkIn);
        text(m_run, 2, runId);
        number(m_run, 3, done.recorded.at.utc.time_since_epoch().count());
        number(m_run, 4, done.recorded.at.offset.count());
        text(m_run, 5, done.recorded.at.zone);
        text(m_run, 6, day);
        number(m_run, 7, *done.distanceMetres);
        number(m_run, 8, *done.minutes);
        number(m_run, 9, done.effort->value());
        run(m_run);
        const sqlite3_int64 runRow = sqlite3_last_insert_rowid(m_database);
        for (const RunFeature feature : done.features) {
            number(m_feature, 1, runRow);
            text(m_feature, 2, nameOf(feature));
            run(m_feature);
        }
        run(m_commit);
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw std::runtime_error(std::string("bare SQLite: ") + sqlite3_errmsg(m_database));
    }
    sqlite3_stmt* prepare(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        m_statements.push_back(statement);
        return statement;
    }
    void number(sqlite3_stmt* statement, int index, sqlite3_int64 value)
    {
        check(sqlite3_bind_int64(statement, index, value));
    }
    void text(sqlite3_stmt* statement, int index, std::string_view value)
    {
        check(sqlite3_bind_text(statement, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC));
    }
    void run(sqlite3_stmt* statement)
    {
        check(sqlite3_step(statement));
        check(sqlite3_reset(statement));
    }

    sqlite3* m_database = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_commit = nullptr;
    sqlite3_stmt* m_checkIn = nullptr;
    sqlite3_stmt* m_soreness = nullptr;
    sqlite3_stmt* m_run = nullptr;
    sqlite3_stmt* m_feature = nullptr;
};

CheckIn fullCheckIn(test::SequentialIds& ids, const IClock& clock)
{
    CheckIn record;
    record.id = ids.make<CheckInId>();
    record.recorded = {clock.now(), localDayOf(clock.now())};
    record.context = Context::AfterRun;
    for (const Site site : allSites())
        record.scores[site] = Score::clamped(static_cast<int>(site.side == Side::Left) + 4);
    record.run =
        Run{ids.make<RunId>(), record.recorded, 8400, 46, Score::clamped(6), {RunFeature::Hills, RunFeature::Speed}};
    record.note = "stairs were harder than yesterday";
    return record;
}

template <class F>
void timed(std::vector<double>& times, F&& save)
{
    const double began = wallMs();
    save();
    times.push_back(wallMs() - began);
}

void measure()
{
    const test::TemporaryFolder folder;
    test::ManualClock clock;
    const std::string path = folder.file("log.psolog");
    const std::string copy = folder.file("bare.psolog");
    writeTenYearLog(path, clock);
    std::filesystem::copy_file(path, copy);

    auto log = Log::open(path, clock);
    if (!log)
        throw std::runtime_error("the log does not open");
    BareSqlite bare(copy);
    test::SequentialIds ids;
    std::vector<double> ours;
    std::vector<double> theirs;
    const auto viaLog = [&](const CheckIn& record) {
        timed(ours, [&] {
            if (auto saved = (*log)->checkIns().save(record); !saved)
                throw std::runtime_error("not saved: " + saved.error().detail);
        });
    };
    const auto viaBare = [&](const CheckIn& record) { timed(theirs, [&] { bare.save(record); }); };
    for (int pair = 0; pair < kPairs; ++pair) {
        clock.advance(Seconds(1));
        const CheckIn record = fullCheckIn(ids, clock);
        // Whoever comes second finds the disk busy with the first.
        if (pair % 2 == 0) {
            viaLog(record);
            viaBare(record);
        } else {
            viaBare(record);
            viaLog(record);
        }
    }
    reportAgainst("one check-in saved", kBudget, "bare SQLite", median(ours), median(theirs), "ms");
}

}  // namespace

int main()
{
    try {
        measure();
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "checkin_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
