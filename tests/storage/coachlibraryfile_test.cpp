// SPDX-License-Identifier: GPL-3.0-or-later
// The library as a file: who may read it, what it refuses, and what faults, kills and others leave of it.
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <random>
#include <thread>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/asnobody.h"
#include "storage/coachtest.h"
#include "storage/digest.h"
#include "support/faultvfs.h"
#include "support/killedchild.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class LibraryFile : public CoachTest {
protected:
    std::string codeOfOpening()
    {
        LibraryOptions options;
        options.busyTimeout = std::chrono::milliseconds(20);
        return codeOf(CoachLibrary::open(m_path, m_clock, options));
    }

    void execute(const std::string& sql) { SQLite::Database(m_path, SQLite::OPEN_READWRITE).exec(sql); }

    static unsigned modeOf(const std::string& path)
    {
        struct stat status { };
        return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
    }

    /// Every athlete has a log that can be read and is the one that the digest says.
    static void expectSound(CoachLibrary& library)
    {
        const auto all = library.athletes().value();
        for (const AthleteEntry& entry : all) {
            const auto copy = library.copyOf(entry.id);
            ASSERT_TRUE(copy) << copy.error().detail;
            EXPECT_EQ(digestOf(imageOf(*copy)), entry.digest);
        }
    }
};

TEST_F(LibraryFile, OnlyTheOwnerCanReadIt)
{
    const auto library = open();
    EXPECT_EQ(modeOf(m_path), 0600u);
    EXPECT_EQ(modeOf(std::filesystem::path(m_path).parent_path().string()), 0700u);
}

TEST_F(LibraryFile, ItHasTheSettingsOfALog)
{
    ASSERT_TRUE(open()->setCoachName("Cora"));
    SQLite::Database database(m_path, SQLite::OPEN_READONLY);
    EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), kLibraryApplicationId);
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), coachMigrations().back().version);
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "delete");
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(database
                  .execAndGet("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                              "AND name NOT LIKE 'sqlite_%' AND strict = 0")
                  .getInt(),
              0);
}

TEST_F(LibraryFile, TheShippedStepsAreNumberedWithoutAGap)
{
    int expected = 1;
    for (const Migration& step : coachMigrations()) {
        EXPECT_EQ(step.version, expected);
        EXPECT_EQ(std::stoi(std::string(step.name.substr(0, 4))), expected);
        ++expected;
    }
}

TEST_F(LibraryFile, AnythingElseIsRefusedAndLeftAsItIs)
{
    std::filesystem::create_directories(std::filesystem::path(m_path).parent_path());
    const auto refused = [&](const std::string& bytes) {
        putBytes(m_path, bytes);
        const std::string code = codeOfOpening();
        EXPECT_EQ(bytesOf(m_path), bytes);
        return code;
    };
    EXPECT_EQ(refused(imageOf(copyOf("Me"))), "not-a-log") << "the athlete's own log";
    EXPECT_EQ(refused(std::string(500, 'x')), "not-a-log");
    std::filesystem::remove(m_path);
    open().reset();
    const std::string sound = bytesOf(m_path);
    execute("PRAGMA user_version = 99");
    EXPECT_EQ(refused(bytesOf(m_path)), "too-new");
    putBytes(m_path, sound);
    execute("PRAGMA user_version = 0");
    EXPECT_EQ(refused(bytesOf(m_path)), "damaged");
    putBytes(m_path, sound);
    execute("CREATE TRIGGER harm AFTER INSERT ON note BEGIN DELETE FROM athlete; END");
    EXPECT_EQ(refused(bytesOf(m_path)), "damaged");
    EXPECT_EQ(refused(sound.substr(0, sound.size() - 20'000)), "damaged");
    std::string scrambled = sound;
    std::fill(scrambled.begin() + 16'384, scrambled.begin() + 3 * 16'384, '\x5a');
    EXPECT_EQ(refused(scrambled), "damaged");
    putBytes(m_path, sound);
    EXPECT_EQ(codeOfOpening(), "ok");
}

TEST_F(LibraryFile, ALogIsNoLibraryAndALibraryIsNoLog)
{
    open().reset();
    EXPECT_EQ(codeOf(Log::open(m_path, m_clock)), "not-a-log");
    EXPECT_EQ(codeOf(Intake().inspect(m_path)), "not-a-log");
}

TEST_F(LibraryFile, ADamagedImageIsReportedAndTheOthersAreThere)
{
    const LogCopy ada = copyOf("Ada");
    const LogCopy bob = copyOf("Bob");
    {
        const auto library = open();
        ASSERT_TRUE(library->takeIn(fileOf(ada)));
        ASSERT_TRUE(library->takeIn(fileOf(bob)));
    }
    execute("UPDATE image SET bytes = zeroblob(length(bytes)) WHERE athlete = 1");
    const auto library = open();
    EXPECT_EQ(library->athletes()->size(), 2u);
    EXPECT_EQ(codeOf(library->copyOf(ada.athlete.record.id)), "damaged");
    EXPECT_NE(codeOf(library->open(ada.athlete.record.id)), "ok");
    EXPECT_EQ(*library->copyOf(bob.athlete.record.id), bob);
}

TEST_F(LibraryFile, WhereNothingCanBeWrittenIsSaid)
{
    const std::string path = m_folder.file("library");
    ASSERT_TRUE(CoachLibrary::open(path, m_clock));
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    const std::string before = bytesOf(path);
    {
        const AsNobody nobody(m_folder.path().string(), path);
        if (!nobody.works())
            GTEST_SKIP() << "permissions do not bind us here";
        EXPECT_EQ(codeOf(CoachLibrary::open(path, m_clock)), "read-only");
    }
    EXPECT_EQ(bytesOf(path), before);
}

TEST_F(LibraryFile, WhatAnotherHoldsIsLocked)
{
    const auto library = open();
    SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN EXCLUSIVE");
    EXPECT_EQ(codeOfOpening(), "locked");
    other.exec("ROLLBACK");
    EXPECT_EQ(codeOfOpening(), "ok");
}

TEST_F(LibraryFile, ADiskThatFailsLeavesEveryAthleteWhole)
{
    LogCopy copy = copyOf("Ada", 40);
    FaultVfs disk;
    LibraryOptions faulty;
    faulty.vfs = FaultVfs::kName;
    ASSERT_TRUE(open()->takeIn(fileOf(copy)));
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Truncate, DiskCall::Delete}) {
        for (int n = 1;; ++n) {
            SCOPED_TRACE(fmt::format("call {}, the {}. time", static_cast<int>(call), n));
            ASSERT_LT(n, 500);
            LogCopy before = copy;
            copy.checkIns.push_back({oneScore(m_ids, siteAt(2), n % 11, 0), {}, {}});
            sortByTime(copy.checkIns);
            const InspectedFile newer = fileOf(copy);
            const auto library = open(faulty);
            disk.failAt(call, n);
            const auto taken = library->takeIn(newer);
            const bool reached = disk.count(call) >= n;
            disk.heal();
            const LogCopy found = open()->copyOf(copy.athlete.record.id).value();
            EXPECT_TRUE(found == copy || (!taken && found == before));
            EXPECT_EQ(codeOf(library->takeIn(newer)), "ok") << "tried again";
            EXPECT_EQ(*library->copyOf(copy.athlete.record.id), copy);
            if (!reached)
                break;
        }
    }
}

TEST_F(LibraryFile, AFullDiskIsSaidAndChangesNothing)
{
    const LogCopy ada = copyOf("Ada");
    FaultVfs disk;
    LibraryOptions faulty;
    faulty.vfs = FaultVfs::kName;
    const auto library = open(faulty);
    ASSERT_TRUE(library->takeIn(fileOf(ada)));
    disk.setQuota(disk.bytesUsed() + 50'000);
    const InspectedFile large = fileOf(copyOf("Bob", 300));
    EXPECT_EQ(codeOf(library->takeIn(large)), "disk-full");
    EXPECT_EQ(library->athletes()->size(), 1u);
    EXPECT_EQ(*library->copyOf(ada.athlete.record.id), ada);
    disk.heal();
    disk.setQuota(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(codeOf(library->takeIn(large)), "ok");
    EXPECT_EQ(library->athletes()->size(), 2u);
}

TEST_F(LibraryFile, TwoThreadsWithALibraryEachLoseNothing)
{
    constexpr int kEach = 15;
    open().reset();
    std::vector<InspectedFile> files;
    for (int i = 0; i < 2 * kEach; ++i)
        files.push_back(fileOf(copyOf("Runner")));
    const auto takeHalf = [&](std::size_t first) {
        const auto library = open();
        for (std::size_t i = first; i < first + kEach; ++i)
            ASSERT_EQ(codeOf(library->takeIn(files[i])), "ok");
    };
    std::thread other([&] { takeHalf(kEach); });
    takeHalf(0);
    other.join();
    const auto library = open();
    EXPECT_EQ(library->athletes()->size(), files.size());
    expectSound(*library);
}

TEST_F(LibraryFile, NothingTakenInIsLostWhenTheProgramIsKilled)
{
    constexpr int kKills = 40;
    constexpr int kMostKills = 400;
    constexpr int kFilesARound = 5;
    const char* const given = std::getenv("PSOLOG_KILL_SEED");
    const std::uint32_t seed =
        given != nullptr ? static_cast<std::uint32_t>(std::stoul(given)) : std::random_device{}();
    SCOPED_TRACE(fmt::format("PSOLOG_KILL_SEED={}", seed));
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0, 1);
    // Two athletes who change, one after the other, for ever.
    std::vector<LogCopy> copies{copyOf("Ada", 5), copyOf("Bob", 5)};
    const auto versionOf = [&](int number) {
        LogCopy copy = copies[static_cast<std::size_t>(number % 2)];
        for (auto& kept : copy.checkIns)
            kept.changedMs = number;
        return copy;
    };
    int start = 0;
    int interrupted = 0;
    // Few moments lie in a transaction: on until one was hit.
    for (int round = 0; round < kKills || (interrupted == 0 && round < kMostKills); ++round) {
        // Made beforehand: the child is to spend its time in transactions.
        std::vector<InspectedFile> files;
        for (int number = start; number < start + kFilesARound; ++number)
            files.push_back(fileOf(versionOf(number)));
        const int last = runAndKill(share(random), [&](int acknowledge) {
            const auto library = open();
            int number = start;
            for (const InspectedFile& file : files) {
                if (!library->takeIn(file) || ::write(acknowledge, &number, sizeof number) != sizeof number)
                    ::_exit(2);
                ++number;
            }
            ::pause();
        });
        ASSERT_GE(last, start);
        interrupted += std::filesystem::exists(m_path + "-journal") ? 1 : 0;
        const auto library = open();
        expectSound(*library);
        for (const int number : {last, last - 1}) {
            if (number < 0)
                continue;
            const LogCopy expected = versionOf(number);
            const auto found = library->copyOf(expected.athlete.record.id);
            ASSERT_TRUE(found) << found.error().detail;
            // The one in flight may have been committed, too.
            EXPECT_TRUE(*found == expected || *found == versionOf(number + 2)) << number;
        }
        start = last + 1;
    }
    EXPECT_GT(interrupted, 0) << "no kill hit a transaction";
}

}  // namespace
