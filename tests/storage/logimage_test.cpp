// SPDX-License-Identifier: GPL-3.0-or-later
// An athlete's log as bytes: what is written comes back, pages read it as a log, and nothing writes it.
#include "storage/logimage.h"

#include <functional>

#include "storage/coachtest.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class LogImage : public CoachTest {
protected:
    Result<std::unique_ptr<ReviewLog>> tryOpen(std::string bytes)
    {
        return ReviewLog::open(std::make_shared<const std::string>(std::move(bytes)), "/library", m_clock);
    }

    std::unique_ptr<ReviewLog> review(std::string bytes)
    {
        auto log = tryOpen(std::move(bytes));
        if (!log)
            throw std::runtime_error(std::string(nameOf(log.error().code)) + ": " + log.error().detail);
        return std::move(*log);
    }

    /// Bytes of a log that was changed behind Psolog's back.
    std::string tampered(const std::string& bytes, const std::string& sql)
    {
        const std::string path = m_folder.file("tampered");
        putBytes(path, bytes);
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql);
        return bytesOf(path);
    }

    std::string older(const std::string& bytes, int version)
    {
        putBytes(m_folder.file("newest"), bytes);
        writeOlderLog(m_folder.file("newest"), m_folder.file("older"), version);
        return bytesOf(m_folder.file("older"));
    }
};

TEST_F(LogImage, ReadBackIsTheSameCopy)
{
    const LogCopy copy = fullCopy();
    EXPECT_EQ(*fileOf(copy).copy, copy);
    LogCopy bare = copyOf("", 0);
    EXPECT_EQ(*fileOf(bare).copy, bare);
}

TEST_F(LogImage, OfTheSameCopyIsTheSameBytes)
{
    const LogCopy copy = fullCopy();
    EXPECT_EQ(imageOf(copy), imageOf(copy));
}

TEST_F(LogImage, APlanThatIsReplacedTwiceOrIsNotThereLosesWhatItReplaces)
{
    LogCopy copy = fullCopy();
    Experiment other = weeksPlan(m_ids, {true, true}, 10);
    other.replaces = copy.experiments[0].record.id;
    copy.experiments.push_back({other, {}, {}});
    LogCopy expected = copy;
    expected.experiments.back().record.replaces.reset();
    EXPECT_EQ(*fileOf(copy).copy, expected);

    copy.experiments.erase(copy.experiments.begin(), copy.experiments.begin() + 2);
    expected.experiments.erase(expected.experiments.begin(), expected.experiments.begin() + 2);
    EXPECT_EQ(*fileOf(copy).copy, expected);
}

TEST_F(LogImage, WhatNoLogCanHoldIsRefused)
{
    LogCopy copy = copyOf("Ada", 2);
    copy.checkIns[1].record.run = copy.checkIns[0].record.run;
    EXPECT_EQ(codeOf(writeImage(copy)), "invalid-value");
}

TEST_F(LogImage, PagesReadItAsALog)
{
    const LogCopy copy = fullCopy();
    const auto log = review(imageOf(copy));
    EXPECT_EQ(*log->athletes().athlete(), copy.athlete.record);
    EXPECT_EQ(*log->athletes().latestScreening(), copy.screenings[0].record);
    const LocalDay first = kToday - 1000;
    EXPECT_EQ(log->checkIns().between(first, kToday)->size(), copy.checkIns.size() - 1) << "one was removed";
    EXPECT_EQ(*log->checkIns().latest(), copy.checkIns.back().record);
    EXPECT_EQ(log->selfTests().between(first, kToday)->size(), 1u);
    EXPECT_EQ(log->releases().between(first, kToday)->at(0), copy.releases[0].record);
    EXPECT_EQ(log->weekly().between(first, kToday)->at(0), copy.weekly[0].record);
    EXPECT_EQ(log->experiments().all()->at(1), copy.experiments[1].record);
    EXPECT_EQ(log->trends().span()->value().first, kToday - 45);
    EXPECT_EQ(log->trends().scores(siteAt(0), first, kToday)->size(), 9u);
    EXPECT_EQ(log->trends().allDayScores(first, kToday)->at(3).size(), 10u);
    EXPECT_EQ(log->file().path(), "/library");
    EXPECT_TRUE(log->file().readOnly());
    EXPECT_EQ(log->file().changedElsewhere(), false);
}

TEST_F(LogImage, ACopyThatWasCutKnowsOfNoFirstRelease)
{
    LogCopy copy = fullCopy();
    copy.snapshot.reset();
    const auto whole = review(imageOf(copy));
    EXPECT_EQ(whole->sharedFrom(), std::nullopt);
    EXPECT_TRUE(whole->trends().firstReleaseDay().value().has_value());
    copy.snapshot = SnapshotMark{m_clock.now(), {}, false};
    EXPECT_TRUE(review(imageOf(copy))->trends().firstReleaseDay().value().has_value()) << "it lacks only notes";
    copy.snapshot->firstDay = kToday - 400;
    const auto cut = review(imageOf(copy));
    EXPECT_EQ(cut->sharedFrom(), kToday - 400);
    EXPECT_EQ(cut->trends().firstReleaseDay().value(), std::nullopt);
}

TEST_F(LogImage, OlderVersionsOpenWithoutWhatTheyDoNotKnow)
{
    LogCopy copy = fullCopy();
    const std::string newest = imageOf(copy);
    for (int version = 1; version < newestVersion(); ++version) {
        SCOPED_TRACE(version);
        const auto log = review(older(newest, version));
        EXPECT_EQ(*log->athletes().athlete(), copy.athlete.record);
        EXPECT_EQ(log->checkIns().between(kToday - 1000, kToday)->size(), copy.checkIns.size() - 1);
        EXPECT_EQ(log->releases().latest()->value(), copy.releases[0].record);
        EXPECT_EQ(log->weekly().between(kToday - 1000, kToday)->size(), version < kWeeklySchema ? 0u : 1u);
        EXPECT_EQ(log->experiments().all()->size(), version < kWeeklySchema ? 0u : 2u);
        EXPECT_TRUE(log->trends().span()->has_value());
        EXPECT_EQ(codeOf(log->checkIns().remove(copy.checkIns.back().record.id)), "read-only");
    }
}

TEST_F(LogImage, EveryWriteIsRefusedAndChangesNothing)
{
    const LogCopy copy = fullCopy();
    const auto bytes = std::make_shared<const std::string>(imageOf(copy));
    const std::string before = *bytes;
    const auto log = ReviewLog::open(bytes, "/library", m_clock).value();
    const CheckIn checkIn = copy.checkIns.back().record;
    const SelfTest test = copy.selfTests[0].record;
    const ReleaseSession release = copy.releases[0].record;
    const WeeklyCheckIn week = copy.weekly[0].record;
    const Experiment plan = startPlan(m_ids);
    Experiment changed = startPlan(m_ids);
    changed.replaces = copy.experiments[1].record.id;
    const RecordedAt now = recordedDaysAgo(0);
    const std::vector<std::pair<const char*, std::function<Result<void>()>>> writes{
        {"athlete", [&] { return log->athletes().save(copy.athlete.record); }},
        {"screening", [&] { return log->athletes().save(copy.screenings[0].record); }},
        {"check-in", [&] { return log->checkIns().save(checkIn); }},
        {"new check-in", [&] { return log->checkIns().save(fullCheckIn(m_ids)); }},
        {"remove check-in", [&] { return log->checkIns().remove(checkIn.id); }},
        {"restore check-in", [&] { return log->checkIns().restore(copy.checkIns[1].record.id); }},
        {"test", [&] { return log->selfTests().save(test); }},
        {"remove test", [&] { return log->selfTests().remove(test.id); }},
        {"restore test", [&] { return log->selfTests().restore(copy.selfTests[1].record.id); }},
        {"release", [&] { return log->releases().save(release); }},
        {"event", [&] { return log->releases().append(release.id, event(2, 12)); }},
        {"remove release", [&] { return log->releases().remove(release.id); }},
        {"restore release", [&] { return log->releases().restore(copy.releases[1].record.id); }},
        {"weekly", [&] { return log->weekly().save(week); }},
        {"remove weekly", [&] { return log->weekly().remove(week.id); }},
        {"restore weekly", [&] { return log->weekly().restore(copy.weekly[1].record.id); }},
        {"plan", [&] { return log->experiments().begin(plan); }},
        {"stop", [&] { return log->experiments().stop(copy.experiments[1].record.id, now, "why"); }},
        {"change", [&] { return log->experiments().change(copy.experiments[1].record.id, now, "why", changed); }},
    };
    for (const auto& [name, write] : writes)
        EXPECT_EQ(codeOf(write()), "read-only") << name;
    EXPECT_EQ(*bytes, before);
    EXPECT_EQ(log->checkIns().latest()->value(), checkIn);
}

TEST_F(LogImage, SqlItselfCannotWriteTheBytes)
{
    const auto bytes = std::make_shared<const std::string>(imageOf(fullCopy()));
    const std::string before = *bytes;
    const auto connection = Connection::overBytes(bytes).value();
    for (const char* const sql : {"DELETE FROM check_in WHERE seq = 1", "PRAGMA user_version = 1", "VACUUM"}) {
        sqlite3_exec(connection->handle(), "PRAGMA query_only = OFF", nullptr, nullptr, nullptr);
        EXPECT_NE(sqlite3_exec(connection->handle(), sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
    }
    EXPECT_EQ(*bytes, before);
}

TEST_F(LogImage, AnIndexThatSaysSomethingElseThanItsTableIsRefused)
{
    // The index is told to leave out all rows, the rows are changed, and it is told to have them all again.
    const auto with = [](const char* from, const char* to) {
        return std::string("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'removed = ")
            + from + "', 'removed = " + to + "') WHERE name = 'soreness_trend'";
    };
    std::string bytes = tampered(imageOf(fullCopy()), with("0", "7"));
    bytes = tampered(bytes, "UPDATE soreness SET score = 10 - score");
    bytes = tampered(bytes, with("7", "0"));
    ASSERT_TRUE(Intake::inspectBytes(std::as_bytes(std::span(bytes))).has_value());
    EXPECT_EQ(codeOf(tryOpen(bytes)), "damaged");
    // What could not be looked at later is not taken in.
    const auto library = open();
    EXPECT_EQ(codeOf(library->takeIn(inspected(bytes))), "damaged");
    EXPECT_TRUE(library->athletes()->empty());
}

TEST_F(LogImage, BytesThatAreNoLogOrMoreThanOneAreRefused)
{
    const std::string sound = imageOf(fullCopy());
    EXPECT_EQ(codeOf(tryOpen("")), "not-a-log");
    EXPECT_EQ(codeOf(tryOpen("a letter")), "damaged");
    EXPECT_EQ(codeOf(tryOpen(sound.substr(0, sound.size() / 2))), "damaged");
    EXPECT_EQ(codeOf(tryOpen(tampered(sound, "CREATE VIEW extra AS SELECT 1"))), "damaged");
    EXPECT_EQ(codeOf(tryOpen(tampered(sound, "DROP INDEX run_day"))), "damaged");
    EXPECT_EQ(codeOf(tryOpen(tampered(sound, "PRAGMA application_id = 7"))), "not-a-log");
    EXPECT_EQ(codeOf(tryOpen(tampered(sound, "PRAGMA user_version = 0"))), "damaged");
    EXPECT_EQ(codeOf(tryOpen(tampered(sound, "PRAGMA user_version = 999"))), "too-new");
    EXPECT_EQ(codeOf(tryOpen(sound)), "ok");
}

}  // namespace
