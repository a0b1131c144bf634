// SPDX-License-Identifier: GPL-3.0-or-later
// Weekly check-ins and experiments, and the way of older logs to the schema that has them.
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "core/validation.h"
#include "storage/asnobody.h"
#include "storage/logtest.h"
#include "storage/schema.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class Weekly : public LogTest {
protected:
    std::unique_ptr<Log> m_log = open();
};

TEST_F(Weekly, ANewLogHasNone)
{
    EXPECT_FALSE(m_log->weekly().latest()->has_value());
    EXPECT_TRUE(m_log->weekly().between(kToday - 1000, kToday)->empty());
    EXPECT_TRUE(m_log->experiments().all()->empty());
}

TEST_F(Weekly, ARemovedOneIsGoneUntilItIsRestoredOrSaved)
{
    const WeeklyCheckIn record = weekly(m_ids);
    ASSERT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    EXPECT_EQ(*m_log->weekly().latest(), record);
    ASSERT_EQ(codeOf(m_log->weekly().remove(record.id)), "ok");
    EXPECT_FALSE(m_log->weekly().find(record.id)->has_value());
    EXPECT_FALSE(m_log->weekly().latest()->has_value());
    EXPECT_TRUE(m_log->weekly().between(kToday - 9, kToday)->empty());
    EXPECT_FALSE(m_log->trends().span()->has_value());
    EXPECT_EQ(codeOf(m_log->weekly().remove(record.id)), "not-found");

    ASSERT_EQ(codeOf(m_log->weekly().restore(record.id)), "ok");
    EXPECT_EQ(*m_log->weekly().find(record.id), record);
    EXPECT_EQ(codeOf(m_log->weekly().restore(record.id)), "not-found");
    ASSERT_EQ(codeOf(m_log->weekly().remove(record.id)), "ok");
    ASSERT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    EXPECT_EQ(*m_log->weekly().find(record.id), record);
    EXPECT_EQ(m_log->weekly().between(kToday, kToday)->size(), 1U);
}

TEST_F(Weekly, ADayRangeIncludesBothEndsInOrderOfTime)
{
    for (const int days : {14, 0, 7, 21})
        ASSERT_EQ(codeOf(m_log->weekly().save(weekly(m_ids, days))), "ok");
    const auto found = *m_log->weekly().between(kToday - 14, kToday);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].recorded.day, kToday - 14);
    EXPECT_EQ(found[2].recorded.day, kToday);
    EXPECT_EQ((*m_log->weekly().latest())->recorded.day, kToday);
    EXPECT_EQ(*m_log->trends().span(), (LogSpan{kToday - 21, kToday}));
}

TEST_F(Weekly, AnEditReplacesAllAnswers)
{
    WeeklyCheckIn record = weekly(m_ids, 3);
    ASSERT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    record.scores = {25, std::nullopt, std::nullopt, std::nullopt};
    record.note = "could not run at all";
    ASSERT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    EXPECT_EQ(*m_log->weekly().find(record.id), record);
    EXPECT_EQ(m_log->weekly().between(kToday - 9, kToday)->size(), 1U);
}

TEST_F(Weekly, AnswersThatDoNotFitTheirVersionAreRefused)
{
    WeeklyCheckIn record = weekly(m_ids);
    const auto saved = [&] { return codeOf(m_log->weekly().save(record)); };
    record.scores = {8, 13, 0, 0};
    EXPECT_EQ(saved(), "invalid-value");
    record.version = WeeklyVersion::Ostrc2013;
    EXPECT_EQ(saved(), "ok");
    record.scores = {13, 0, 0, 0};
    EXPECT_EQ(saved(), "invalid-value") << "items 1 and 4 have four answers in both versions";
    record.scores = {};
    EXPECT_EQ(saved(), "invalid-value") << "nothing answered";
    record.scores = {0, 0, 0, 0};
    record.note = std::string(kMaxNoteLength + 1, 'x');
    EXPECT_EQ(saved(), "invalid-value");
    record.note.clear();
    record.recorded.at.utc += std::chrono::hours(1);
    EXPECT_EQ(saved(), "invalid-value") << "in the future";
    EXPECT_EQ((*m_log->weekly().find(record.id))->scores[1], 13) << "as it was";
}

TEST_F(Weekly, AClockSetBackDoesNotKeepAStoredOneFromBeingSaved)
{
    WeeklyCheckIn record = weekly(m_ids);
    ASSERT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    m_clock.setWall(m_clock.now().utc - std::chrono::hours(3));
    record.note = "changed";
    EXPECT_EQ(codeOf(m_log->weekly().save(record)), "ok");
    EXPECT_EQ(codeOf(m_log->weekly().save(weekly(m_ids))), "invalid-value");
}

TEST_F(Weekly, TheFileItselfRefusesWrongAnswers)
{
    const auto insert = [&](const std::string& version, const std::string& answers) {
        return fmt::format(
            "INSERT INTO weekly_check_in (id, utc_ms, offset_min, time_zone, local_day, version, q1, q2, "
            "q3, q4, note) VALUES ('{}', 0, 0, 'UTC', '1970-01-01', '{}', {}, '')",
            m_ids.make<WeeklyCheckInId>().toString(), version, answers);
    };
    EXPECT_NO_THROW(execute(insert("ostrc-h2", "8, 17, NULL, 25")));
    EXPECT_NO_THROW(execute(insert("ostrc-2013", "8, 19, 6, 25")));
    EXPECT_THROW(execute(insert("ostrc-h2", "8, 19, 0, 25")), SQLite::Exception);
    EXPECT_THROW(execute(insert("ostrc-2013", "8, NULL, 17, 25")), SQLite::Exception);
    EXPECT_THROW(execute(insert("ostrc-2013", "6, 0, 0, 0")), SQLite::Exception);
    EXPECT_THROW(execute(insert("ostrc-h2", "NULL, NULL, NULL, NULL")), SQLite::Exception);
    EXPECT_THROW(execute(insert("ostrc-h3", "0, 0, 0, 0")), SQLite::Exception);
}

class Experiments : public LogTest {
protected:
    std::vector<Experiment> all() { return m_log->experiments().all().value(); }

    std::unique_ptr<Log> m_log = open();
};

TEST_F(Experiments, APlanComesBackAsItWasDrawn)
{
    const Experiment plan = weeksPlan(m_ids, {false, true, true, false, true});
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");
    EXPECT_EQ(all(), std::vector{plan});
    m_log.reset();
    m_log = open();
    EXPECT_EQ(all(), std::vector{plan});
}

TEST_F(Experiments, OnlyOneRunsAtATime)
{
    Experiment plan = startPlan(m_ids, 60);  // ends 60 - 49 = 11 days before today
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");
    EXPECT_EQ(plan.lastDay(), kToday - 12);
    EXPECT_EQ(codeOf(m_log->experiments().begin(startPlan(m_ids, 12))), "invalid-value") << "on its last day";
    EXPECT_EQ(all().size(), 1U);
    const Experiment next = startPlan(m_ids, 11);
    EXPECT_EQ(codeOf(m_log->experiments().begin(next)), "ok") << "it is over";
    EXPECT_EQ(all(), (std::vector{plan, next}));
}

TEST_F(Experiments, AStoppedPlanStaysWithItsReason)
{
    Experiment plan = startPlan(m_ids, 10);
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");
    EXPECT_EQ(codeOf(m_log->experiments().stop(m_ids.make<ExperimentId>(), recordedDaysAgo(1), "")), "not-found");
    ASSERT_EQ(codeOf(m_log->experiments().stop(plan.id, recordedDaysAgo(1), "a cold")), "ok");
    plan.state = ExperimentState::Stopped;
    plan.ended = recordedDaysAgo(1);
    plan.reason = "a cold";
    EXPECT_EQ(all(), std::vector{plan});
    EXPECT_EQ(codeOf(m_log->experiments().stop(plan.id, recordedDaysAgo(0), "again")), "invalid-value");
    EXPECT_EQ(all(), std::vector{plan});
    EXPECT_EQ(codeOf(m_log->experiments().begin(startPlan(m_ids, 1))), "ok") << "another may begin";
}

TEST_F(Experiments, APlanThatIsOverCannotBeStopped)
{
    const Experiment plan = startPlan(m_ids, 60);
    ASSERT_EQ(codeOf(m_log->experiments().begin(plan)), "ok");
    EXPECT_EQ(codeOf(m_log->experiments().stop(plan.id, recordedDaysAgo(11), "")), "invalid-value");
    EXPECT_EQ(all(), std::vector{plan});
    EXPECT_EQ(codeOf(m_log->experiments().stop(plan.id, recordedDaysAgo(12), "")), "ok") << "on its last day";
}

TEST_F(Experiments, AChangeKeepsTheOldPlanAndItsDraw)
{
    Experiment first = startPlan(m_ids, 10);
    ASSERT_EQ(codeOf(m_log->experiments().begin(first)), "ok");
    Experiment second = weeksPlan(m_ids, {true, false}, 2);
    second.replaces = first.id;
    ASSERT_EQ(codeOf(m_log->experiments().change(first.id, recordedDaysAgo(2), "weeks suit me better", second)), "ok");
    first.state = ExperimentState::Replaced;
    first.ended = recordedDaysAgo(2);
    first.reason = "weeks suit me better";
    EXPECT_EQ(all(), (std::vector{first, second}));
}

TEST_F(Experiments, AChangeHappensWholeOrNotAtAll)
{
    const Experiment first = startPlan(m_ids, 10);
    ASSERT_EQ(codeOf(m_log->experiments().begin(first)), "ok");
    const auto change = [&](const Experiment& plan, const std::string& reason = "") {
        return codeOf(m_log->experiments().change(first.id, recordedDaysAgo(2), reason, plan));
    };
    Experiment second = startPlan(m_ids, 2);
    EXPECT_EQ(change(second), "invalid-value") << "it does not say what it replaces";
    second.replaces = first.id;
    second.baseline = 30;
    EXPECT_EQ(change(second), "invalid-value");
    second.baseline = 7;
    EXPECT_EQ(change(second, std::string(kMaxNoteLength + 1, 'x')), "invalid-value");
    second.id = first.id;
    EXPECT_EQ(change(second), "invalid-value") << "an id is used once";
    second.id = m_ids.make<ExperimentId>();
    EXPECT_EQ(codeOf(m_log->experiments().begin(second)), "invalid-value") << "that would be a change";
    EXPECT_EQ(all(), std::vector{first});
    EXPECT_EQ(change(second), "ok");
    EXPECT_EQ(change(second), "invalid-value") << "the first one has ended";
    EXPECT_EQ(all().size(), 2U);
}

TEST_F(Experiments, WhatWasNotDrawnBeforehandIsRefused)
{
    Experiment plan = startPlan(m_ids, 3);
    const auto begun = [&] { return codeOf(m_log->experiments().begin(plan)); };
    plan.firstDay = plan.recorded.day - 1;
    EXPECT_EQ(begun(), "invalid-value") << "days that have passed cannot be drawn";
    plan.firstDay = plan.recorded.day + 3;
    plan.state = ExperimentState::Stopped;
    plan.ended = plan.recorded;
    EXPECT_EQ(begun(), "invalid-value") << "a new plan runs";
    plan.ended.reset();
    plan.state = ExperimentState::Active;
    plan.releaseFirst = {true, true};
    EXPECT_EQ(begun(), "invalid-value") << "of the other kind";
    plan.releaseFirst.clear();
    plan.releaseDays = 13;
    EXPECT_EQ(begun(), "invalid-value");
    plan.releaseDays = 14;
    EXPECT_EQ(begun(), "ok");
}

TEST_F(Experiments, MomentsThatCannotBeAreRefused)
{
    Experiment plan = startPlan(m_ids, 3);
    const auto begun = [&] { return codeOf(m_log->experiments().begin(plan)); };
    plan.recorded.at.utc = m_clock.now().utc + std::chrono::hours(1);
    EXPECT_EQ(begun(), "invalid-value") << "in the future";
    plan.recorded = recordedDaysAgo(3);
    plan.recorded.at.zone = std::string(kMaxZoneLength + 1, 'x');
    EXPECT_EQ(begun(), "invalid-value");
    plan.recorded = recordedDaysAgo(3);
    ASSERT_EQ(begun(), "ok");
    const auto stopped = [&](const RecordedAt& when) { return codeOf(m_log->experiments().stop(plan.id, when, "")); };
    EXPECT_EQ(stopped(recordedDaysAgo(4)), "invalid-value") << "before it was drawn";
    RecordedAt when = recordedDaysAgo(0);
    when.at.utc = m_clock.now().utc + std::chrono::hours(1);
    EXPECT_EQ(stopped(when), "invalid-value") << "in the future";
    EXPECT_EQ(all(), std::vector{plan});
    EXPECT_EQ(stopped(recordedDaysAgo(0)), "ok");
}

TEST_F(Experiments, TheFileItselfRefusesPlansThatContradictThemselves)
{
    ASSERT_EQ(codeOf(m_log->experiments().begin(startPlan(m_ids, 3))), "ok");
    for (const char* change :
         {"first_day = date(local_day, '-1 day')", "baseline = 6", "baseline = 22", "most_baseline = 22",
          "release_days = 57", "release_days = NULL", "release_first = '01'", "kind = 'alternating-weeks'",
          "state = 'stopped'", "ended_local_day = local_day", "replaces = id || 'x'"})
        EXPECT_THROW(execute("PRAGMA foreign_keys = ON; UPDATE experiment SET " + std::string(change)),
                     SQLite::Exception)
            << change;
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

/// Logs of schema version 1.
class OlderLog : public LogTest {
protected:
    OlderLog()
    {
        const std::string newest = m_folder.file("newest.psolog");
        {
            auto opened = tryOpen(newest);
            if (!opened)
                throw std::runtime_error(opened.error().detail);
            Log& log = **opened;
            const auto filled = log.checkIns()
                                    .save(m_checkIn)
                                    .and_then([&] { return log.checkIns().save(m_removed); })
                                    .and_then([&] { return log.checkIns().remove(m_removed.id); })
                                    .and_then([&] { return log.selfTests().save(m_test); })
                                    .and_then([&] { return log.releases().save(m_session); })
                                    .and_then([&] { return log.releases().append(m_session.id, m_event); });
            if (!filled)
                throw std::runtime_error(filled.error().detail);
        }
        writeOlderLog(newest, m_path, 1);
        std::filesystem::remove(newest);
        m_session.events = {m_event};
    }

    std::int64_t version()
    {
        return SQLite::Database(m_path, SQLite::OPEN_READONLY).execAndGet("PRAGMA user_version").getInt();
    }

    void expectAllRecords(Log& log)
    {
        EXPECT_EQ(*log.checkIns().between(kToday - 100, kToday), std::vector{m_checkIn});
        EXPECT_EQ(*log.selfTests().find(m_test.id), m_test);
        EXPECT_EQ(*log.releases().find(m_session.id), m_session);
        EXPECT_EQ(log.trends().scores(siteAt(0), kToday - 100, kToday)->size(), 1U);
        EXPECT_EQ(*log.trends().span(), (LogSpan{kToday - 5, kToday - 1}));
    }

    void expectReadOnly(Log& log)
    {
        EXPECT_TRUE(log.readOnly());
        ASSERT_TRUE(log.notice());
        EXPECT_EQ(log.notice()->code, ErrorCode::ReadOnly);
        expectAllRecords(log);
        const WeeklyCheckIn record = weekly(m_ids);
        EXPECT_FALSE(log.weekly().latest().value());
        EXPECT_FALSE(log.weekly().find(record.id).value());
        EXPECT_TRUE(log.weekly().between(kToday - 100, kToday).value().empty());
        EXPECT_TRUE(log.experiments().all().value().empty());
        EXPECT_EQ(codeOf(log.weekly().save(record)), "read-only");
        WeeklyCheckIn future = record;
        future.recorded.at.utc += std::chrono::hours(5);
        EXPECT_EQ(codeOf(log.weekly().save(future)), "read-only");
        EXPECT_EQ(codeOf(log.weekly().remove(record.id)), "read-only");
        EXPECT_EQ(codeOf(log.weekly().restore(record.id)), "read-only");
        Experiment plan = startPlan(m_ids);
        EXPECT_EQ(codeOf(log.experiments().begin(plan)), "read-only");
        EXPECT_EQ(codeOf(log.experiments().stop(plan.id, recordedDaysAgo(0), "")), "read-only");
        plan.replaces = plan.id;
        EXPECT_EQ(codeOf(log.experiments().change(plan.id, recordedDaysAgo(0), "", plan)), "read-only");
    }

    const CheckIn m_checkIn = fullCheckIn(m_ids, 5);
    const CheckIn m_removed = fullCheckIn(m_ids, 9);
    const SelfTest m_test = gluteTest(m_ids, 3);
    ReleaseSession m_session = session(m_ids, 1);
    const SessionEvent m_event = event(0, 1);
};

TEST_F(OlderLog, IsUpdatedByOpeningAndKeepsItsRecords)
{
    ASSERT_EQ(version(), 1);
    {
        const auto log = open();
        EXPECT_FALSE(log->readOnly());
        EXPECT_FALSE(log->notice());
        expectAllRecords(*log);
        const WeeklyCheckIn record = weekly(m_ids, 2);
        EXPECT_EQ(codeOf(log->weekly().save(record)), "ok");
        EXPECT_EQ(*log->weekly().latest(), record);
        EXPECT_EQ(codeOf(log->experiments().begin(startPlan(m_ids))), "ok");
        EXPECT_EQ(codeOf(log->checkIns().restore(m_removed.id)), "ok") << "removed, not lost";
    }
    EXPECT_EQ(version(), newestVersion());
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(OlderLog, IsSoundAsItIs)
{
    const std::string before = bytesOf(m_path);
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    EXPECT_EQ(bytesOf(m_path), before) << "checking does not update";
    execute("DROP INDEX run_day");
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
    EXPECT_EQ(codeOf(tryOpen(m_path)), "damaged");
}

TEST_F(OlderLog, IsNotUpdatedWhenSomebodyElseHasTakenTheNameOfANewTable)
{
    execute("CREATE TABLE experiment (x)");
    const std::string before = bytesOf(m_path);
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
    EXPECT_NE(codeOf(tryOpen(m_path)), "ok");
    EXPECT_EQ(bytesOf(m_path), before);
    EXPECT_EQ(version(), 1);
}

TEST_F(OlderLog, DamagedIsLeftAsItIs)
{
    std::string broken = bytesOf(m_path);
    broken.replace(broken.size() - 4096, 40, 40, '\x5a');
    putBytes(m_path, broken);
    OpenOptions options;
    options.quickCheck = false;
    EXPECT_EQ(codeOf(tryOpen(m_path, options)), "damaged");
    EXPECT_EQ(bytesOf(m_path), broken);
}

TEST_F(OlderLog, InAReadOnlyFolderOpensWithoutWhatCameLater)
{
    const std::string before = bytesOf(m_path);
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "root could not step down, or not reach the folder then";
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0500));
    expectReadOnly(*open());
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    EXPECT_EQ(bytesOf(m_path), before);
}

TEST_F(OlderLog, ThatIsReadOnlyItselfOpensWithoutWhatCameLater)
{
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "root could not step down, or not reach the folder then";
    std::filesystem::permissions(m_path, std::filesystem::perms(0400));
    expectReadOnly(*open());
}

TEST_F(OlderLog, LockedByAnotherProgramSaysSoAndIsUpdatedLater)
{
    SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_EQ(codeOf(tryOpen(m_path)), "locked");
    other.exec("ROLLBACK");
    expectAllRecords(*open());
    EXPECT_EQ(version(), newestVersion());
}

}  // namespace
