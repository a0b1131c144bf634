// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <random>
#include <thread>

#include <sys/stat.h>

#include "storage/asnobody.h"
#include "storage/logtest.h"
#include "storage/schema.h"

using namespace psolog;
using namespace psolog::test;

namespace {

using Opening = LogTest;

/// Makes a log one of a schema that this program does not know.
const std::string kNewer = "PRAGMA user_version = " + std::to_string(newestVersion() + 1);

mode_t modeOf(const std::string& path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

TEST_F(Opening, ANewLogAndItsFoldersBelongToTheOwnerAlone)
{
    const std::string path = m_folder.file("a/b/log.psolog");
    const mode_t old = ::umask(0);
    const auto log = tryOpen(path);
    ::umask(old);
    ASSERT_EQ(codeOf(log), "ok");
    EXPECT_EQ(modeOf(path), 0600U);
    EXPECT_EQ(modeOf(m_folder.file("a")), 0700U);
    EXPECT_EQ(modeOf(m_folder.file("a/b")), 0700U);
    EXPECT_EQ((*log)->path(), path);
    EXPECT_FALSE((*log)->readOnly());
    EXPECT_FALSE((*log)->notice());
}

TEST_F(Opening, EverySettingOfAConnectionCanBeReadBack)
{
    open().reset();
    auto opened = Connection::open(m_path, {});
    ASSERT_TRUE(opened);
    Connection& connection = **opened;
    EXPECT_EQ(connection.text("PRAGMA journal_mode"), "delete");
    EXPECT_EQ(connection.integer("PRAGMA synchronous"), 3);
    EXPECT_EQ(connection.integer("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(connection.integer("PRAGMA trusted_schema"), 0);
    EXPECT_EQ(connection.integer("PRAGMA cell_size_check"), 1);
    EXPECT_EQ(connection.integer("PRAGMA temp_store"), 2);
    EXPECT_EQ(connection.integer("PRAGMA busy_timeout"), 1000);
    for (const int option : {SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_TRUSTED_SCHEMA}) {
        int value = -1;
        ASSERT_EQ(sqlite3_db_config(connection.handle(), option, -1, &value), SQLITE_OK);
        EXPECT_EQ(value, 0) << option;
    }
    EXPECT_THROW(static_cast<void>(connection.text("SELECT \"not a column\"")), SqliteError);
}

TEST_F(Opening, TheFileSaysWhatItIs)
{
    open().reset();
    auto connection = Connection::open(m_path, {});
    ASSERT_TRUE(connection);
    EXPECT_EQ((*connection)->integer("PRAGMA application_id"), kApplicationId);
    EXPECT_EQ((*connection)->integer("PRAGMA user_version"), newestVersion());
    EXPECT_EQ(bytesOf(m_path).substr(68, 4), "PSLG");
}

TEST_F(Opening, EveryTableIsStrict)
{
    open().reset();
    auto connection = Connection::open(m_path, {});
    ASSERT_TRUE(connection);
    EXPECT_GE((*connection)->integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 1"),
              10);
    EXPECT_EQ((*connection)
                  ->text("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
                         "AND name NOT LIKE 'sqlite_%'"),
              "");
}

TEST_F(Opening, AnEmptyFileIsANewLog)
{
    putBytes(m_path, "");
    const auto log = tryOpen(m_path);
    ASSERT_EQ(codeOf(log), "ok");
    EXPECT_TRUE((*log)->checkIns().save(fullCheckIn(m_ids)));
}

TEST_F(Opening, AnEmptyFileBecomesALogOnlyOnRequest)
{
    putBytes(m_path, "");
    OpenOptions options;
    options.create = false;
    EXPECT_EQ(codeOf(tryOpen(m_path, options)), "not-a-log");
    EXPECT_EQ(bytesOf(m_path), "");
    EXPECT_EQ(m_folder.entries(), 1);
    EXPECT_EQ(codeOf(tryOpen(m_path)), "ok");
    EXPECT_EQ(codeOf(tryOpen(m_path, options)), "ok");
}

TEST_F(Opening, AMissingLogIsMadeOnlyOnRequest)
{
    OpenOptions options;
    options.create = false;
    EXPECT_EQ(codeOf(tryOpen(m_path, options)), "not-found");
    EXPECT_EQ(m_folder.entries(), 0);
}

TEST_F(Opening, APathWithTheMarksOfAUriIsJustAPath)
{
    const std::string path = m_folder.file("file:50% of #1?mode=ro&x.psolog");
    ASSERT_EQ(codeOf(tryOpen(path)), "ok");
    EXPECT_EQ(codeOf(tryOpen(path)), "ok");
    EXPECT_EQ(codeOf(checkLog(path)), "ok");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, WhatIsNotALogIsRefusedAndLeftAsItIs)
{
    SQLite::Database(m_folder.file("foreign"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA application_id = 42; CREATE TABLE t (x)");
    SQLite::Database(m_folder.file("anonymous"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t (x)");
    putBytes(m_folder.file("text"), std::string("dear diary, my hamstrings are sore\n"));
    putBytes(m_folder.file("long text"), std::string(10'000, 'x'));
    putBytes(m_folder.file("zeros"), std::string(8192, '\0'));
    putBytes(m_folder.file("one byte"), "x");
    std::filesystem::create_directory(m_folder.file("folder"));
    ASSERT_EQ(::mkfifo(m_folder.file("pipe").c_str(), 0600), 0);
    const auto entries = m_folder.entries();
    for (const char* name : {"foreign", "anonymous", "text", "long text", "zeros", "one byte", "folder", "pipe"}) {
        const bool readable = std::filesystem::is_regular_file(m_folder.file(name));
        const std::string before = readable ? bytesOf(m_folder.file(name)) : "";
        EXPECT_EQ(codeOf(tryOpen(m_folder.file(name))), "not-a-log") << name;
        EXPECT_EQ(codeOf(checkLog(m_folder.file(name))), "not-a-log") << name;
        EXPECT_EQ(readable ? bytesOf(m_folder.file(name)) : "", before) << name;
    }
    EXPECT_EQ(m_folder.entries(), entries);
}

TEST_F(Opening, TheJournalBesideAForeignFileIsNotPlayedBack)
{
    const std::string path = m_folder.file("foreign");
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
    putBytes(path + "-journal", std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + std::string(1000, '\1'));
    const std::string before = bytesOf(path);
    EXPECT_EQ(codeOf(tryOpen(path)), "not-a-log");
    EXPECT_EQ(bytesOf(path), before);
    EXPECT_TRUE(std::filesystem::exists(path + "-journal"));
}

TEST_F(Opening, AFolderThatCannotBeMadeLeavesNothingBehind)
{
    putBytes(m_folder.file("file"), "x");
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("file/a/log.psolog"))), "cannot-open");
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("new") + "/" + std::string(300, 'n'))), "cannot-open");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, ATriggerViewOrTableOfSomebodyElseIsDamageAndAnIndexIsNot)
{
    makeLog(1);
    execute("CREATE INDEX extra ON check_in (context); ANALYZE");
    EXPECT_EQ(codeOf(tryOpen(m_path)), "ok");
    const std::string sound = bytesOf(m_path);
    for (const char* sql : {"CREATE TRIGGER later AFTER INSERT ON check_in BEGIN DELETE FROM soreness; END",
                            "CREATE TRIGGER check_in AFTER INSERT ON athlete BEGIN DELETE FROM soreness; END",
                            "CREATE VIEW later AS SELECT * FROM check_in", "CREATE TABLE later (x)"}) {
        execute(sql);
        EXPECT_EQ(codeOf(tryOpen(m_path)), "damaged") << sql;
        EXPECT_EQ(codeOf(checkLog(m_path)), "damaged") << sql;
        putBytes(m_path, sound);
    }
    EXPECT_EQ(codeOf(tryOpen(m_path)), "ok");
}

TEST_F(Opening, ANewerLogOpensForReadingOnly)
{
    makeLog();
    execute(kNewer + "; CREATE TABLE later (x)");
    const std::string before = bytesOf(m_path);
    {
        const auto log = open();
        EXPECT_TRUE(log->readOnly());
        ASSERT_TRUE(log->notice());
        EXPECT_EQ(log->notice()->code, ErrorCode::TooNew);
        EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 20U);
        EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "read-only");
    }
    EXPECT_EQ(codeOf(checkLog(m_path)), "too-new");
    EXPECT_EQ(bytesOf(m_path), before);
}

TEST_F(Opening, WhatCannotBeReadOfANewerLogIsTooNew)
{
    makeLog();
    execute(kNewer
            + "; ALTER TABLE check_in RENAME COLUMN context TO occasion; "
              "ALTER TABLE soreness RENAME COLUMN score TO points; "
              "ALTER TABLE release_session RENAME COLUMN note TO remark");
    const std::string before = bytesOf(m_path);
    {
        const auto log = open();
        EXPECT_EQ(codeOf(log->checkIns().between(kToday - 100, kToday)), "too-new");
        EXPECT_EQ(codeOf(log->checkIns().latest()), "too-new");
        EXPECT_EQ(codeOf(log->trends().scores(siteAt(0), kToday - 100, kToday)), "too-new");
        EXPECT_EQ(codeOf(log->releases().unfinished()), "too-new");
        EXPECT_EQ(codeOf(log->trends().activity(kToday - 100, kToday)), "ok") << "as it was";
        EXPECT_EQ(codeOf(log->checkIns().remove(CheckInId("x"))), "read-only");
    }
    EXPECT_EQ(bytesOf(m_path), before);
}

TEST_F(Opening, AnUnknownValueIsTooNewInANewerLogAndDamageInOurs)
{
    makeLog(1);
    execute("PRAGMA ignore_check_constraints = ON; UPDATE check_in SET context = 'after-swim'");
    EXPECT_EQ(codeOf(open()->checkIns().latest()), "damaged");
    execute(kNewer);
    EXPECT_EQ(codeOf(open()->checkIns().latest()), "too-new");
}

TEST_F(Opening, ALogInAReadOnlyFolderOpensForReadingOnly)
{
    makeLog();
    const std::string before = bytesOf(m_path);
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "root could not step down, or not reach the folder then";
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0500));
    {
        const auto log = open();
        EXPECT_TRUE(log->readOnly());
        ASSERT_TRUE(log->notice());
        EXPECT_EQ(log->notice()->code, ErrorCode::ReadOnly);
        EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 20U);
        EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "read-only");
    }
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("new.psolog"))), "read-only");
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("sub/new.psolog"))), "read-only");
    EXPECT_EQ(bytesOf(m_path), before);
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, AReadOnlyFileOpensForReadingOnly)
{
    makeLog();
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "root could not step down, or not reach the folder then";
    std::filesystem::permissions(m_path, std::filesystem::perms(0400));
    const auto log = open();
    ASSERT_TRUE(log->notice());
    EXPECT_EQ(log->notice()->code, ErrorCode::ReadOnly);
    EXPECT_EQ(codeOf(log->checkIns().remove(CheckInId("x"))), "read-only");
    std::filesystem::permissions(m_path, std::filesystem::perms(0000));
    EXPECT_EQ(codeOf(tryOpen(m_path)), "cannot-open");
}

TEST_F(Opening, ALogOpenedForReadingIsNeitherMadeNorUpdatedNorWritten)
{
    OpenOptions reading;
    reading.readOnly = true;
    EXPECT_EQ(codeOf(tryOpen(m_path, reading)), "not-found");
    putBytes(m_path, "");
    EXPECT_EQ(codeOf(tryOpen(m_path, reading)), "not-a-log");
    EXPECT_EQ(bytesOf(m_path), "");
    {
        const auto older = Connection::open(m_path, {});
        ASSERT_TRUE(older);
        ASSERT_TRUE(migrate(**older, migrations().first(1)));
        CheckInLog checkIns(**older, m_clock);
        ASSERT_TRUE(checkIns.save(fullCheckIn(m_ids)));
    }
    const std::string before = bytesOf(m_path);
    {
        const auto log = open(reading);
        EXPECT_TRUE(log->readOnly());
        ASSERT_TRUE(log->notice());
        EXPECT_EQ(log->notice()->code, ErrorCode::ReadOnly);
        EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 1U);
        EXPECT_TRUE(log->experiments().all()->empty());
        EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "read-only");
    }
    EXPECT_EQ(bytesOf(m_path), before);
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, ReadingAtOneMomentNeedsNoLockForWriting)
{
    makeLog();
    OpenOptions reading;
    reading.readOnly = true;
    const auto log = open(reading);
    SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
    other.exec("PRAGMA busy_timeout = 20; BEGIN IMMEDIATE; DELETE FROM check_in");
    const auto found = log->reading([&]() -> Result<std::size_t> {
        const auto first = log->checkIns().between(kToday - 100, kToday);
        EXPECT_TRUE(first);
        EXPECT_THROW(other.exec("COMMIT"), SQLite::Exception) << "nothing changes between two reads";
        const auto second = log->checkIns().between(kToday - 100, kToday);
        EXPECT_TRUE(second);
        return second->size();
    });
    EXPECT_EQ(found, 20U);
    other.exec("COMMIT");
    EXPECT_TRUE(log->checkIns().between(kToday - 100, kToday)->empty());
}

TEST_F(Opening, ALockedLogSaysSoAndWorksAgainAfterwards)
{
    makeLog();
    SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN EXCLUSIVE");
    EXPECT_EQ(codeOf(tryOpen(m_path)), "locked");
    other.exec("ROLLBACK");
    const auto log = open();
    const CheckIn record = fullCheckIn(m_ids);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_EQ(codeOf(log->checkIns().save(record)), "locked");
    EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 20U);
    other.exec("ROLLBACK");
    EXPECT_EQ(codeOf(log->checkIns().save(record)), "ok");

    // A reader that stays makes COMMIT itself fail.
    const CheckIn second = fullCheckIn(m_ids);
    other.exec("BEGIN");
    EXPECT_GT(other.execAndGet("SELECT count(*) FROM check_in").getInt(), 0);
    EXPECT_EQ(codeOf(log->checkIns().save(second)), "locked");
    EXPECT_FALSE(log->checkIns().find(second.id)->has_value());
    other.exec("COMMIT");
    EXPECT_EQ(codeOf(log->checkIns().save(second)), "ok");
    EXPECT_EQ(*log->checkIns().find(second.id), second);
}

TEST_F(Opening, AChangeByAnotherProgramIsNoticedOnce)
{
    makeLog();
    const auto log = open();
    EXPECT_FALSE(*log->file().changedElsewhere());
    ASSERT_TRUE(log->checkIns().save(fullCheckIn(m_ids)));
    EXPECT_FALSE(*log->file().changedElsewhere()) << "our own change";
    execute("UPDATE check_in SET note = 'edited' WHERE seq = 1");
    EXPECT_TRUE(*log->file().changedElsewhere());
    EXPECT_FALSE(*log->file().changedElsewhere());
}

TEST_F(Opening, ALogSwitchedToAWriteAheadLogIsSwitchedBack)
{
    makeLog();
    execute("PRAGMA journal_mode = WAL");
    EXPECT_EQ(open()->checkIns().between(kToday - 100, kToday)->size(), 20U);
    EXPECT_EQ(m_folder.entries(), 1);
    EXPECT_EQ(bytesOf(m_path).substr(18, 2), "\1\1");
}

TEST_F(Opening, AShortenedLogIsDamagedAndLeftAsItIs)
{
    makeLog(200);
    const std::string whole = bytesOf(m_path);
    for (const std::size_t size : {whole.size() - 4096, whole.size() / 2, std::size_t{4096}, std::size_t{2000}}) {
        const std::string part = whole.substr(0, size);
        putBytes(m_path, part);
        EXPECT_EQ(codeOf(tryOpen(m_path)), "damaged") << size;
        EXPECT_EQ(codeOf(checkLog(m_path)), "damaged") << size;
        EXPECT_EQ(bytesOf(m_path), part) << size;
        EXPECT_EQ(m_folder.entries(), 1) << size;
    }
}

TEST_F(Opening, OverwrittenPagesAreFoundAndTheFileIsLeftAsItIs)
{
    makeLog(200);
    const std::string whole = bytesOf(m_path);
    for (std::size_t page = 0; page < whole.size() / 4096; ++page) {
        std::string broken = whole;
        broken.replace(page * 4096 + (page == 0 ? 100 : 0), 40, 40, '\x5a');
        putBytes(m_path, broken);
        EXPECT_EQ(codeOf(tryOpen(m_path)), "damaged") << page;
        EXPECT_EQ(codeOf(checkLog(m_path)), "damaged") << page;
        EXPECT_EQ(bytesOf(m_path), broken) << page;
    }
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, ABrokenHeaderIsNeverWrittenTo)
{
    makeLog();
    const std::string whole = bytesOf(m_path);
    for (std::size_t at = 0; at < 100; ++at) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x5a);
        putBytes(m_path, broken);
        const auto log = tryOpen(m_path);
        if (!log) {
            EXPECT_TRUE(log.error().code == ErrorCode::Damaged || log.error().code == ErrorCode::NotALog)
                << at << codeOf(log);
        }
        EXPECT_EQ(bytesOf(m_path).substr(100), whole.substr(100)) << at;
        if (!log) {
            EXPECT_EQ(bytesOf(m_path), broken) << at;
        }
    }
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(Opening, FlippedBytesNeverCrashReadingOrChangeARefusedFile)
{
    makeLog(60);
    const std::string whole = bytesOf(m_path);
    std::mt19937 random(20261122);
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        std::string broken = whole;
        for (int i = 0; i < 8; ++i)
            broken[100 + random() % (broken.size() - 100)] = static_cast<char>(random());
        putBytes(m_path, broken);
        {
            const auto log = tryOpen(m_path);
            if (log) {
                static_cast<void>((*log)->checkIns().between(kToday - 100, kToday));
                static_cast<void>((*log)->trends().activity(kToday - 100, kToday));
                continue;
            }
            ++refused;
            EXPECT_EQ(codeOf(log), "damaged") << log.error().detail;
        }
        EXPECT_EQ(bytesOf(m_path), broken);
    }
    EXPECT_GT(refused, 50);
}

TEST_F(Opening, DamageCanBeLookedForInAnotherThreadWhileTheLogIsInUse)
{
    makeLog(200);
    OpenOptions options;
    options.quickCheck = false;
    {
        const auto log = open(options);
        std::string found;
        std::thread checker([&] { found = codeOf(quickCheckLog(m_path)); });
        const CheckIn record = fullCheckIn(m_ids);
        // The check holds a read lock for a moment only; what is refused meanwhile may be saved again.
        std::string saved = codeOf(log->checkIns().save(record));
        checker.join();
        if (saved == "locked")
            saved = codeOf(log->checkIns().save(record));
        EXPECT_EQ(found, "ok");
        EXPECT_EQ(saved, "ok");
        EXPECT_EQ(*log->checkIns().find(record.id), record);
        // The check has not cost the log its lock.
        ASSERT_TRUE(log->inTransaction([&]() -> Result<void> {
            EXPECT_EQ(codeOf(quickCheckLog(m_path)), "ok");
            SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
            EXPECT_THROW(other.exec("BEGIN IMMEDIATE"), SQLite::Exception);
            return log->checkIns().save(fullCheckIn(m_ids));
        }));
    }
    const std::string whole = bytesOf(m_path);
    std::string broken = whole;
    broken.replace(whole.size() - 4096, 40, 40, '\x5a');
    putBytes(m_path, broken);
    EXPECT_EQ(codeOf(tryOpen(m_path, options)), "ok") << "not looked for";
    EXPECT_EQ(codeOf(quickCheckLog(m_path)), "damaged");
    EXPECT_EQ(bytesOf(m_path), broken);
    EXPECT_EQ(codeOf(quickCheckLog(m_folder.file("none"))), "not-found");
    putBytes(m_path, "");
    EXPECT_EQ(codeOf(quickCheckLog(m_path)), "not-a-log");
}

TEST_F(Opening, AMissingTableOrIndexIsDamage)
{
    makeLog();
    execute("DROP INDEX soreness_trend");
    EXPECT_EQ(codeOf(tryOpen(m_path)), "damaged");
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
}

TEST_F(Opening, TheFileStillRefusesWrongValuesAfterItsQuickCheck)
{
    makeLog();
    CheckIn record = fullCheckIn(m_ids);
    record.run->id = RunId("not a uuid");
    EXPECT_EQ(codeOf(open()->checkIns().save(record)), "invalid-value");
}

TEST_F(Opening, CheckFindsAValueOutsideItsRange)
{
    makeLog();
    execute("PRAGMA ignore_check_constraints = ON; UPDATE check_in SET context = 'evening' WHERE seq = 1");
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
}

TEST_F(Opening, AnInterruptedWriteIsRolledBackByOpeningAndByChecking)
{
    makeLog();
    const std::string before = bytesOf(m_path);
    std::string half;
    std::string journal;
    {
        // A write that got as far as the file, as a crash leaves it.
        SQLite::Database writer(m_path, SQLite::OPEN_READWRITE);
        writer.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE soreness SET score = 1; "
                    "UPDATE check_in SET note = 'half'");
        half = bytesOf(m_path);
        journal = bytesOf(m_path + "-journal");
        writer.exec("ROLLBACK");
    }
    ASSERT_NE(half, before) << "nothing was written yet";
    OpenOptions reading;
    reading.readOnly = true;
    for (const char* how : {"open", "open for reading", "check"}) {
        SCOPED_TRACE(how);
        putBytes(m_path, half);
        putBytes(m_path + "-journal", journal);
        const bool check = how == std::string("check");
        const OpenOptions options = how == std::string("open") ? OpenOptions() : reading;
        EXPECT_EQ(check ? codeOf(checkLog(m_path)) : codeOf(tryOpen(m_path, options)), "ok");
        EXPECT_TRUE(bytesOf(m_path) == before);
        EXPECT_EQ(m_folder.entries(), 1);
    }
}

TEST_F(Opening, CheckFindsAnIndexThatDisagreesWithItsTable)
{
    makeLog();
    const std::string before = bytesOf(m_path);
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    EXPECT_EQ(bytesOf(m_path), before);
    EXPECT_EQ(codeOf(checkLog(m_folder.file("none"))), "not-found");
    execute("PRAGMA writable_schema = ON; "
            "UPDATE sqlite_schema SET sql = replace(sql, 'removed = 0', 'removed = 1') WHERE name = 'soreness_trend'");
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
}

TEST_F(Opening, CheckFindsARecordWithoutItsParent)
{
    makeLog();
    execute("PRAGMA foreign_keys = OFF; DELETE FROM check_in WHERE seq = 1");
    EXPECT_EQ(codeOf(checkLog(m_path)), "damaged");
}

}  // namespace
