// SPDX-License-Identifier: GPL-3.0-or-later
// When a record was changed last, and the way of older logs to the schema that knows it.
#include <optional>

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "storage/logtest.h"
#include "storage/schema.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr std::array kRecordTables{"athlete",         "safety_screening", "check_in",  "self_test",
                                   "release_session", "weekly_check_in",  "experiment"};

class Changed : public LogTest {
protected:
    /// changed_ms of the first record of a table.
    std::optional<std::int64_t> changedIn(const std::string& table)
    {
        SQLite::Database file(m_path, SQLite::OPEN_READONLY);
        SQLite::Statement row(file, "SELECT changed_ms FROM " + table);
        if (!row.executeStep())
            throw std::runtime_error("no row in " + table);
        return row.getColumn(0).isNull() ? std::nullopt : std::optional(row.getColumn(0).getInt64());
    }

    std::int64_t now() const { return m_clock.now().utc.time_since_epoch().count(); }

    /// Does a change an hour later and expects its moment in the table.
    void expectChange(const std::string& table, const std::function<Result<void>()>& change)
    {
        m_clock.advance(std::chrono::hours(1));
        ASSERT_EQ(codeOf(change()), "ok");
        EXPECT_EQ(changedIn(table), now());
    }

    /// Saves a record again, removes it and brings it back.
    template <class Port, class Record>
    void expectEveryChange(const std::string& table, Port& port, const Record& record)
    {
        SCOPED_TRACE(table);
        ASSERT_EQ(codeOf(port.save(record)), "ok");
        EXPECT_EQ(changedIn(table), std::nullopt) << "made, not changed";
        expectChange(table, [&] { return port.save(record); });
        expectChange(table, [&] { return port.remove(record.id); });
        expectChange(table, [&] { return port.restore(record.id); });
        const auto last = changedIn(table);
        m_clock.advance(std::chrono::hours(1));
        EXPECT_EQ(codeOf(port.restore(record.id)), "not-found");
        EXPECT_EQ(changedIn(table), last) << "nothing was changed";
    }

    std::unique_ptr<Log> m_log = open();
};

TEST_F(Changed, IsKeptForEveryKindOfRecordThatCanBeEdited)
{
    expectEveryChange("check_in", m_log->checkIns(), fullCheckIn(m_ids, 1));
    expectEveryChange("self_test", m_log->selfTests(), gluteTest(m_ids, 1));
    expectEveryChange("release_session", m_log->releases(), session(m_ids, 1));
    expectEveryChange("weekly_check_in", m_log->weekly(), weekly(m_ids, 1));
}

TEST_F(Changed, IsKeptForTheAthleteAndForScreenings)
{
    Athlete athlete{m_ids.make<AthleteId>(), "Ada", StartChoice::BaselineFirst, recordedDaysAgo(3)};
    ASSERT_EQ(codeOf(m_log->athlete().save(athlete)), "ok");
    EXPECT_EQ(changedIn("athlete"), std::nullopt);
    athlete.name = "Ada L.";
    expectChange("athlete", [&] { return m_log->athlete().save(athlete); });

    SafetyScreening screening;
    screening.id = m_ids.make<ScreeningId>();
    screening.recorded = recordedDaysAgo(2);
    screening.present = {SafetyItem::Hernia};
    ASSERT_EQ(codeOf(m_log->athlete().save(screening)), "ok");
    EXPECT_EQ(changedIn("safety_screening"), std::nullopt);
    screening.clearedAt = recordedDaysAgo(1).at;
    expectChange("safety_screening", [&] { return m_log->athlete().save(screening); });
}

TEST_F(Changed, IsKeptForAStoppedAndAReplacedExperiment)
{
    Experiment plan = startPlan(m_ids, 2);
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");
    EXPECT_EQ(changedIn("experiment"), std::nullopt);
    Experiment next = startPlan(m_ids);
    next.replaces = plan.id;
    expectChange("experiment",
                 [&] { return m_log->experiments().change(plan.id, recordedDaysAgo(0), "injured", next); });
    execute("DELETE FROM experiment WHERE id = '" + next.id.toString()
            + "'; UPDATE experiment SET state = 'active', "
              "ended_utc_ms = NULL, ended_offset_min = NULL, ended_time_zone = NULL, ended_local_day = NULL");
    expectChange("experiment", [&] { return m_log->experiments().stop(plan.id, recordedDaysAgo(0), ""); });
}

TEST_F(Changed, AnEventOfARunningSessionIsNoChangeButItsEndIs)
{
    ReleaseSession running = session(m_ids);
    ASSERT_EQ(codeOf(m_log->releases().save(running)), "ok");
    ASSERT_EQ(codeOf(m_log->releases().append(running.id, event(0))), "ok");
    EXPECT_EQ(changedIn("release_session"), std::nullopt);
    running.outcome = ReleaseOutcome::Completed;
    expectChange("release_session", [&] { return m_log->releases().save(running); });
}

TEST_F(Changed, GrowsWithEveryChangeAlsoWhenTheClockStandsOrIsSetBack)
{
    const CheckIn record = fullCheckIn(m_ids, 3);
    for (int i = 0; i < 2; ++i)
        ASSERT_EQ(codeOf(m_log->checkIns().save(record)), "ok");
    const std::int64_t first = *changedIn("check_in");
    EXPECT_EQ(first, now());
    ASSERT_EQ(codeOf(m_log->checkIns().save(record)), "ok");
    EXPECT_EQ(changedIn("check_in"), first + 1);
    m_clock.setWall(m_clock.now().utc - std::chrono::hours(5));
    ASSERT_EQ(codeOf(m_log->checkIns().remove(record.id)), "ok");
    EXPECT_EQ(changedIn("check_in"), first + 2);
    EXPECT_EQ(SQLite::Database(m_path).execAndGet("SELECT deleted_at FROM check_in").getInt64(), now())
        << "when it was removed is what the clock said";
}

TEST_F(Changed, ComesAfterTheRecordItselfWhenTheClockWasSetBackBeforeTheFirstChange)
{
    const auto utcIn = [&](const std::string& table) {
        return SQLite::Database(m_path).execAndGet("SELECT utc_ms FROM " + table).getInt64();
    };
    const auto expectAfter = [&](const std::string& table, auto& port, const auto& record) {
        SCOPED_TRACE(table);
        ASSERT_EQ(codeOf(port.save(record)), "ok");
        EXPECT_EQ(changedIn(table), utcIn(table) + 1);
        execute("UPDATE " + table + " SET changed_ms = NULL");
        ASSERT_EQ(codeOf(port.remove(record.id)), "ok");
        EXPECT_EQ(changedIn(table), utcIn(table) + 1);
        execute("UPDATE " + table + " SET changed_ms = NULL");
        ASSERT_EQ(codeOf(port.restore(record.id)), "ok");
        EXPECT_EQ(changedIn(table), utcIn(table) + 1);
        // Removed before there was changed_ms, by a clock that went ahead.
        ASSERT_EQ(codeOf(port.remove(record.id)), "ok");
        execute(fmt::format("UPDATE {} SET changed_ms = NULL, deleted_at = utc_ms + 5000", table));
        ASSERT_EQ(codeOf(port.restore(record.id)), "ok");
        EXPECT_EQ(changedIn(table), utcIn(table) + 5001);
    };
    const CheckIn checkIn = fullCheckIn(m_ids, 1);
    const SelfTest test = gluteTest(m_ids, 1);
    const ReleaseSession release = session(m_ids, 1);
    const WeeklyCheckIn week = weekly(m_ids, 1);
    Athlete athlete{m_ids.make<AthleteId>(), "Ada", StartChoice::BaselineFirst, recordedDaysAgo(1)};
    SafetyScreening screening;
    screening.id = m_ids.make<ScreeningId>();
    screening.recorded = recordedDaysAgo(1);
    screening.present = {SafetyItem::Hernia};
    const Experiment plan = startPlan(m_ids, 1);
    ASSERT_EQ(codeOf(m_log->checkIns().save(checkIn)), "ok");
    ASSERT_EQ(codeOf(m_log->selfTests().save(test)), "ok");
    ASSERT_EQ(codeOf(m_log->releases().save(release)), "ok");
    ASSERT_EQ(codeOf(m_log->weekly().save(week)), "ok");
    ASSERT_EQ(codeOf(m_log->athlete().save(athlete)), "ok");
    ASSERT_EQ(codeOf(m_log->athlete().save(screening)), "ok");
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");

    m_clock.setWall(m_clock.now().utc - std::chrono::hours(24 * 30));
    expectAfter("check_in", m_log->checkIns(), checkIn);
    expectAfter("self_test", m_log->selfTests(), test);
    expectAfter("release_session", m_log->releases(), release);
    expectAfter("weekly_check_in", m_log->weekly(), week);
    athlete.name = "Ada L.";
    ASSERT_EQ(codeOf(m_log->athlete().save(athlete)), "ok");
    EXPECT_EQ(changedIn("athlete"), utcIn("athlete") + 1);
    screening.present.clear();
    ASSERT_EQ(codeOf(m_log->athlete().save(screening)), "ok");
    EXPECT_EQ(changedIn("safety_screening"), utcIn("safety_screening") + 1);
    ASSERT_EQ(codeOf(m_log->experiments().stop(plan.id, plan.recorded, "")), "ok");
    EXPECT_EQ(changedIn("experiment"), utcIn("experiment") + 1);
}

/// A log with one of each, as it would have been written by schema version `GetParam()`.
class Upgrade : public LogTest, public ::testing::WithParamInterface<int> {
protected:
    Upgrade()
    {
        const std::string newest = m_folder.file("newest.psolog");
        {
            const auto opened = tryOpen(newest);
            Log& log = **opened;
            const auto filled = log.athlete()
                                    .save(m_athlete)
                                    .and_then([&] { return log.checkIns().save(m_checkIn); })
                                    .and_then([&] { return log.selfTests().save(m_test); })
                                    .and_then([&] { return log.releases().save(m_session); })
                                    .and_then([&] { return log.weekly().save(m_weekly); })
                                    .and_then([&] { return log.experiments().begin(m_plan); });
            if (!filled)
                throw std::runtime_error(filled.error().detail);
        }
        writeOlderLog(newest, m_path, GetParam());
    }

    void expectRecords(Log& log)
    {
        const bool hasWeekly = GetParam() >= kWeeklySchema;
        EXPECT_EQ(*log.athlete().athlete(), m_athlete);
        EXPECT_EQ(*log.checkIns().find(m_checkIn.id), m_checkIn);
        EXPECT_EQ(*log.selfTests().find(m_test.id), m_test);
        EXPECT_EQ(*log.releases().find(m_session.id), m_session);
        EXPECT_EQ(*log.weekly().latest(), hasWeekly ? std::optional(m_weekly) : std::nullopt);
        EXPECT_EQ(*log.experiments().all(), hasWeekly ? std::vector{m_plan} : std::vector<Experiment>());
    }

    std::int64_t integer(const std::string& query)
    {
        return SQLite::Database(m_path, SQLite::OPEN_READONLY).execAndGet(query).getInt64();
    }

    const Athlete m_athlete{m_ids.make<AthleteId>(), "Ada", StartChoice::BaselineFirst, recordedDaysAgo(9)};
    const CheckIn m_checkIn = fullCheckIn(m_ids, 5);
    const SelfTest m_test = gluteTest(m_ids, 3);
    const ReleaseSession m_session = session(m_ids, 1);
    const WeeklyCheckIn m_weekly = weekly(m_ids, 2);
    const Experiment m_plan = startPlan(m_ids, 4);
};

TEST_P(Upgrade, KeepsEveryRecordAndKnowsOfNoChange)
{
    ASSERT_EQ(integer("PRAGMA user_version"), GetParam());
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    {
        const auto log = open();
        EXPECT_FALSE(log->notice());
        expectRecords(*log);
    }
    EXPECT_EQ(integer("PRAGMA user_version"), newestVersion());
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    for (const std::string table : kRecordTables)
        EXPECT_EQ(integer("SELECT count(*) FROM " + table + " WHERE changed_ms IS NOT NULL"), 0) << table;
    EXPECT_EQ(integer("SELECT count(*) FROM snapshot"), 0);
}

TEST_P(Upgrade, MakesTheSchemaOfANewLog)
{
    open();
    const std::string fresh = m_folder.file("fresh.psolog");
    ASSERT_TRUE(tryOpen(fresh));
    const std::string query = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
    EXPECT_EQ(SQLite::Database(m_path).execAndGet(query).getString(),
              SQLite::Database(fresh).execAndGet(query).getString());
}

TEST_P(Upgrade, IsNotDoneToALogOpenedForReading)
{
    const std::string before = bytesOf(m_path);
    OpenOptions options;
    options.readOnly = true;
    const auto log = open(options);
    expectRecords(*log);
    EXPECT_EQ(codeOf(log->checkIns().remove(m_checkIn.id)), "read-only");
    EXPECT_EQ(codeOf(log->athlete().save(m_athlete)), "read-only");
    EXPECT_EQ(bytesOf(m_path), before);
}

INSTANTIATE_TEST_SUITE_P(FromEveryVersion, Upgrade, ::testing::Range(1, kSharingSchema));

}  // namespace
