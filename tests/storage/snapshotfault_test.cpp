// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up or fails while a copy is made, and a program killed meanwhile: the copy is there whole or not at
// all, and the log is as it was.
#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <random>

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "storage/snapshottest.h"
#include "support/faultvfs.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class SnapshotFaults : public SnapshotTest {
protected:
    SnapshotFaults() { fill(); }

    /// Whether any file below a folder holds this text.
    static bool anyHolds(const std::string& folder, const std::string& text)
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && bytesOf(entry.path().string()).find(text) != std::string::npos)
                return true;
        return false;
    }

    /// Drafts beside the log.
    std::ptrdiff_t drafts() const
    {
        const std::filesystem::directory_iterator entries(std::filesystem::path(m_path).parent_path());
        return std::count_if(begin(entries), end(entries), [](const auto& entry) {
            return entry.path().filename().native().starts_with(".psolog-draft-");
        });
    }

    std::unique_ptr<Log> openFaulty()
    {
        OpenOptions options;
        options.vfs = FaultVfs::kName;
        return open(options);
    }
};

TEST_F(SnapshotFaults, AFullDiskLeavesNothingBehindAndTheLogInUse)
{
    FaultVfs disk;
    const auto log = openFaulty();
    const auto snapshots = log->snapshots(m_intake);
    const std::string before = bytesOf(m_path);
    for (std::int64_t quota = disk.bytesUsed(); quota < 2 * disk.bytesUsed(); quota += 8192) {
        SCOPED_TRACE(quota);
        disk.setQuota(quota);
        const auto written = snapshots->write({}, m_target);
        disk.setQuota(std::numeric_limits<std::int64_t>::max());
        if (written)
            break;
        ASSERT_EQ(codeOf(written), "disk-full");
        ASSERT_EQ(m_folder.entries(), 1);
        ASSERT_EQ(bytesOf(m_path), before);
    }
    EXPECT_EQ(codeOf(inspect(m_target)), "ok") << "room enough at last";
    EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids, 1))), "ok");
}

TEST_F(SnapshotFaults, EveryFailingWriteLeavesNothingBehind)
{
    FaultVfs disk;
    const auto log = openFaulty();
    const auto snapshots = log->snapshots(m_intake);
    int failures = 0;
    for (int n = 1;; n += 3) {
        SCOPED_TRACE(n);
        ASSERT_LT(n, 5000);
        disk.failAt(DiskCall::Write, n);
        const auto written = snapshots->write({kToday - 20, true}, m_target);
        const bool reached = disk.count(DiskCall::Write) >= n;
        disk.heal();
        if (!reached) {
            ASSERT_EQ(codeOf(written), "ok");
            break;
        }
        ASSERT_FALSE(written);
        ASSERT_EQ(m_folder.entries(), 1);
        ++failures;
    }
    EXPECT_GT(failures, 10);
    EXPECT_EQ(codeOf(inspect(m_target)), "ok");
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

TEST_F(SnapshotFaults, KilledMeanwhileNoHalfCopyHasTheNameNorIsWhatWasRemovedInItsFolder)
{
    const std::string folder = m_folder.file("synced");
    const std::string target = folder + "/Ada.psolog";
    std::filesystem::create_directory(folder);
    ASSERT_TRUE(anyHolds(m_folder.file(""), "removed-checkin-note")) << "the log itself has it";
    std::ptrdiff_t left = 0;
    std::mt19937 random(20261122);
    // From 1 ms to half a second, each length as likely: how long a draft takes depends on the machine and the build.
    std::uniform_real_distribution<double> doublings(0, 9);
    int missing = 0;
    int whole = 0;
    for (int round = 0; round < 40 || ((left == 0 || missing == 0) && round < 400); ++round) {
        SCOPED_TRACE(round);
        const pid_t child = ::fork();
        if (child == 0) {
            auto log = tryOpen(m_path);
            const bool done = log && (*log)->snapshots(m_intake)->write({}, target);
            ::_exit(done ? 0 : 1);
        }
        const timespec wait{0, static_cast<long>(1e6 * std::exp2(doublings(random)))};
        ::nanosleep(&wait, nullptr);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
        ASSERT_FALSE(anyHolds(folder, "removed-"));
        left += drafts();
        if (std::filesystem::exists(target)) {
            ++whole;
            ASSERT_EQ(codeOf(inspect(target)), "ok");
            ASSERT_EQ(codeOf(checkLog(target)), "ok");
        } else {
            ++missing;
        }
        std::filesystem::remove(target);
    }
    EXPECT_GT(missing, 0) << "no kill came early enough";
    EXPECT_GT(left, 0) << "no kill came while the draft was made";
    {
        const auto log = open();
        ASSERT_EQ(codeOf(log->snapshots(m_intake)->write({}, target)), "ok");
    }
    EXPECT_EQ(drafts(), 0) << "those left behind are gone";
    RecordProperty("whole", whole);
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

}  // namespace
