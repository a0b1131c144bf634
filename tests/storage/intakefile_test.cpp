// SPDX-License-Identifier: GPL-3.0-or-later
// What lies at a path from elsewhere: nothing but a sound log is read, nothing of ours is opened, nothing is left.
#include <atomic>
#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/asnobody.h"
#include "storage/heaplimit.h"
#include "storage/intaketest.h"
#include "storage/schema.h"
#include "storage/sqliteheader.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// A write lock of this process on a file, as SQLite takes one on a log that is open.
class Lock {
public:
    explicit Lock(const std::string& path) : m_file(::open(path.c_str(), O_RDWR | O_CLOEXEC))
    {
        struct flock lock { };
        lock.l_type = F_WRLCK;
        lock.l_len = 1;
        if (m_file < 0 || ::fcntl(m_file, F_SETLK, &lock) != 0)
            throw std::runtime_error("no lock");
    }
    ~Lock() { ::close(m_file); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    int m_file;
};

/// Asked by another process: locks of this one are not visible to itself.
bool isLocked(const std::string& path)
{
    const pid_t child = ::fork();
    if (child == 0) {
        struct flock lock { };
        lock.l_type = F_WRLCK;
        lock.l_len = 1;
        const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        ::_exit(file >= 0 && ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

void setNumber(std::string& bytes, std::size_t offset, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[offset + i] = static_cast<char>(value >> (24 - 8 * i) & 0xFFU);
}

class IntakeFile : public IntakeTest {
protected:
    void SetUp() override
    {
        makeFullLog();
        m_sound = bytesOf(m_path);
    }

    /// The code for the log with some bytes changed.
    template <class Change>
    std::string saidWith(Change change)
    {
        std::string bytes = m_sound;
        change(bytes);
        putBytes(m_other, bytes);
        const std::string answer = said(m_other);
        EXPECT_EQ(saidOf(Intake::inspectBytes(std::as_bytes(std::span(bytes)))), answer) << "bytes alone";
        EXPECT_EQ(bytesOf(m_other), bytes) << "the file was changed";
        return answer;
    }

    std::string m_sound;
    const std::string m_other = m_folder.file("other.psolog");
};

TEST_F(IntakeFile, OfOurOwnIsRefusedWithoutBeingOpened)
{
    m_own = {m_path};
    const Lock lock(m_path);
    ASSERT_TRUE(isLocked(m_path));
    EXPECT_EQ(said(m_path), "own-log: this program has it open");
    ASSERT_EQ(::link(m_path.c_str(), m_other.c_str()), 0);
    EXPECT_EQ(said(m_other), "own-log: this program has it open") << "by another name";
    EXPECT_TRUE(isLocked(m_path)) << "it was opened";

    // The test can tell: where the file is not known as ours, the lock goes.
    m_own.clear();
    EXPECT_EQ(said(m_path), "ok");
    EXPECT_FALSE(isLocked(m_path));
}

TEST_F(IntakeFile, OfOurOwnIsNotOpenedForItsJournalEither)
{
    putBytes(m_other + "-journal", m_sound);
    m_own = {m_path, m_other};
    EXPECT_EQ(said(m_other + "-journal"), "own-log: this program has it open");
}

TEST_F(IntakeFile, ThatIsNoFileIsRefusedAtOnce)
{
    ASSERT_EQ(::symlink(m_path.c_str(), m_other.c_str()), 0);
    EXPECT_EQ(said(m_other), "not-a-file: a link");
    const std::string pipe = m_folder.file("pipe");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(said(pipe), "not-a-file: a pipe, socket or device");
    EXPECT_EQ(said("/dev/zero"), "not-a-file: a pipe, socket or device");
    EXPECT_EQ(said(m_folder.path().string()), "not-a-file: a folder");
    EXPECT_EQ(said(m_folder.file("none")), "not-found: there is no such file");
    EXPECT_EQ(said(m_path + "/below"), "not-found: there is no such file");
    EXPECT_EQ(said(""), "not-found: not a path");
}

TEST_F(IntakeFile, ThatMayNotBeReadIsRefused)
{
    ASSERT_EQ(::chmod(m_path.c_str(), 0), 0);
    ASSERT_EQ(::chmod(m_folder.path().c_str(), 0777), 0);
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "permissions do not bind this user";
    EXPECT_EQ(said(m_path), "cannot-open: the file may not be read");
}

TEST_F(IntakeFile, ThatIsNoLogIsRefusedByItsHeader)
{
    using Header = SqliteHeader;
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes = std::string(200, 'x'); }), "not-a-log: not an SQLite file");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes.resize(99); }), "not-a-log: the file is too short");
    EXPECT_EQ(saidWith([](std::string& bytes) { setNumber(bytes, Header::kApplicationId, 7); }),
              "not-a-log: the file of another program");
    putBytes(m_other, "");
    EXPECT_EQ(said(m_other), "not-a-log: the file is empty");

    const auto newest = static_cast<std::uint32_t>(newestVersion());
    EXPECT_TRUE(saidWith([&](std::string& bytes) {
                    setNumber(bytes, Header::kUserVersion, newest + 1);
                }).starts_with("too-new: "));
    EXPECT_EQ(saidWith([](std::string& bytes) { setNumber(bytes, Header::kUserVersion, 0); }),
              "damaged: the log has no schema version");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes[Header::kWriteVersion] = bytes[Header::kReadVersion] = 2; }),
              "damaged: the log was not closed properly by another program; part of it lies elsewhere");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes[0] = 's'; }), "damaged: the header is broken");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes[Header::kPageSize] = 3; }), "damaged: the header is broken");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes.resize(bytes.size() - 1); }),
              "damaged: the end of the file is missing");
    EXPECT_EQ(saidWith([](std::string& bytes) { bytes += '\0'; }), "damaged: the file is longer than its header says");
    EXPECT_EQ(saidWith([](std::string& bytes) { setNumber(bytes, Header::kEncoding, 2); }),
              "foreign-content: the header is not the one of a log");
}

TEST_F(IntakeFile, ThatIsTooLargeIsNotRead)
{
    putBytes(m_other, m_sound);
    std::filesystem::resize_file(m_other, static_cast<std::uintmax_t>(kMostForeignBytes) + 1);
    EXPECT_EQ(said(m_other), "too-large: more than 48 MiB");
}

TEST_F(IntakeFile, WithAnotherSchemaIsRefused)
{
    const auto with = [&](const std::string& sql) {
        putBytes(m_path, m_sound);
        execute(sql);
        return said(m_path);
    };
    EXPECT_EQ(with("CREATE VIEW extra AS SELECT 1"), "foreign-content: a log has no such view");
    EXPECT_EQ(with("CREATE TABLE extra (a)"), "foreign-content: a log has no such table");
    EXPECT_EQ(with("CREATE INDEX extra ON run (minutes)"), "foreign-content: a log has no such index");
    EXPECT_EQ(with("CREATE TRIGGER extra AFTER DELETE ON run BEGIN SELECT 1; END"),
              "foreign-content: a log has no such trigger");
    EXPECT_EQ(with("ANALYZE"), "foreign-content: a log has no such table");
    EXPECT_EQ(with("ALTER TABLE athlete ADD COLUMN extra TEXT"),
              "foreign-content: table athlete is not as a log has it");
    EXPECT_EQ(with("DROP INDEX run_day"), "damaged: index run_day is missing");
    EXPECT_EQ(with("DROP TABLE reading"), "damaged: table reading is missing");
    EXPECT_EQ(with("PRAGMA user_version = 1"), "foreign-content: table athlete is not as a log has it");
}

TEST_F(IntakeFile, WithABrokenPageIsRefused)
{
    const std::size_t page = 4096;
    std::string codes;
    for (std::size_t at = page; at < m_sound.size(); at += page)
        codes += saidWith([&](std::string& bytes) {
                     std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), 64, '\x55');
                 }).substr(0, 7);
    EXPECT_EQ(codes.find_first_not_of("damage"), std::string::npos) << codes;
    EXPECT_FALSE(codes.empty());
}

TEST_F(IntakeFile, IsReadWithoutWhatLiesBesideIt)
{
    putBytes(m_path + "-journal", "");
    putBytes(m_path + "-wal", std::string(5000, '\x02'));
    EXPECT_EQ(said(m_path), "ok");
    EXPECT_EQ(bytesOf(m_path + "-wal"), std::string(5000, '\x02'));
    EXPECT_EQ(bytesOf(m_path), m_sound);
}

TEST_F(IntakeFile, WithAJournalThatSQLiteWouldRollBackIsRefused)
{
    putBytes(m_path + "-journal", std::string(5000, '\x01'));
    EXPECT_EQ(said(m_path), "changing: it is being written, or was not closed properly");
    EXPECT_EQ(bytesOf(m_path + "-journal"), std::string(5000, '\x01'));
    EXPECT_EQ(bytesOf(m_path), m_sound);
}

TEST_F(IntakeFile, ThatChangesWhileItIsReadIsRefused)
{
    // So large that the clock of the file system goes on before it is read.
    constexpr std::size_t kPages = 12'000;
    std::string bytes = m_sound;
    bytes.resize(kPages * 4096);
    setNumber(bytes, SqliteHeader::kPageCount, kPages);
    putBytes(m_other, bytes);
    std::atomic<bool> done = false;
    std::atomic<int> writes = 0;
    std::thread writer([&] {
        const int file = ::open(m_other.c_str(), O_WRONLY | O_CLOEXEC);
        while (!done) {
            EXPECT_EQ(::pwrite(file, "x", 1, 4096 * 100), 1);
            ++writes;
        }
        ::close(file);
    });
    while (writes == 0) { }
    const std::string answer = said(m_other);
    done = true;
    writer.join();
    EXPECT_EQ(answer, "changing: it changed while it was read");
}

TEST_F(IntakeFile, IsJudgedByManyThreadsAtOnce)
{
    damage("UPDATE soreness SET score = 11");
    putBytes(m_other, m_sound);
    const Intake intake(options());
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 20; ++k) {
                wrong += saidOf(intake.inspect(m_path)) != "damaged: soreness.score: out of range";
                wrong += saidOf(intake.inspect(m_other)) != "ok";
            }
        });
    for (std::thread& each : threads)
        each.join();
    EXPECT_EQ(wrong, 0);
}

TEST(HeapShare, LeavesRoomForOthersAndGivesTheLimitBack)
{
    ASSERT_EQ(sqlite3_hard_heap_limit64(-1), 0);
    {
        const HeapShare first;
        const std::int64_t one = sqlite3_hard_heap_limit64(-1);
        EXPECT_GT(one, kHeapOfAFile);
        {
            const HeapShare second;
            EXPECT_EQ(sqlite3_hard_heap_limit64(-1), one + kHeapOfAFile);
        }
        EXPECT_EQ(sqlite3_hard_heap_limit64(-1), one);
    }
    EXPECT_EQ(sqlite3_hard_heap_limit64(-1), 0);
    limitHeapOfProcess(kHeapOfAFile);
    {
        const HeapShare under;
        EXPECT_EQ(sqlite3_hard_heap_limit64(-1), kHeapOfAFile) << "never more than the process may have";
    }
    limitHeapOfProcess(0);
}

}  // namespace
