// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, read-only or failing: nothing half-written, nothing acknowledged lost, and a retry works.
#include <filesystem>
#include <functional>

#include "storage/logtest.h"
#include "storage/schema.h"
#include "support/faultvfs.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// Makes SQLite spill changes to the file before the commit, for its life.
class LittleMemory {
public:
    LittleMemory() : m_before(sqlite3_soft_heap_limit64(200'000)) { }
    ~LittleMemory() { sqlite3_soft_heap_limit64(m_before); }
    LittleMemory(const LittleMemory&) = delete;
    LittleMemory& operator=(const LittleMemory&) = delete;

private:
    sqlite3_int64 m_before;
};

class Faults : public LogTest {
protected:
    OpenOptions faulty() const
    {
        OpenOptions options;
        options.vfs = FaultVfs::kName;
        return options;
    }

    std::vector<CheckIn> stored(Log& log) { return log.checkIns().between(kToday - 1000, kToday).value(); }

    /// Lets the n-th call fail for every n that `change` reaches. `verify` gets what `change` returned and a log
    /// reopened without faults.
    void sweep(DiskCall call, bool lasting, const std::function<Result<void>(Log&)>& change,
               const std::function<void(const Result<void>&, Log&)>& verify)
    {
        for (int n = 1;; ++n) {
            SCOPED_TRACE(n);
            ASSERT_LT(n, 1000);
            const auto log = open(faulty());
            m_disk.failAt(call, n, lasting);
            const Result<void> result = change(*log);
            const bool reached = m_disk.count(call) >= n;
            m_disk.heal();
            if (!reached) {
                EXPECT_EQ(codeOf(result), "ok");
                EXPECT_GT(n, 1) << "nothing failed";
                return;
            }
            {
                const auto witness = open();  // includes quick_check
                verify(result, *witness);
            }
            EXPECT_EQ(codeOf(change(*log)), "ok") << "the retry on the same log";
            verify({}, *log);
            ASSERT_EQ(codeOf(checkLog(m_path)), "ok");
        }
    }

    void sweepCheckIns(DiskCall call, bool lasting)
    {
        makeLog(30);
        int round = 0;
        CheckIn record;
        // A new record in every round, so that each one is an insert.
        const auto fresh = [&] {
            ++round;
            record = fullCheckIn(m_ids, round % 30, round % 11);
        };
        fresh();
        std::size_t before = stored(*open()).size();
        sweep(
            call, lasting, [&](Log& log) { return log.checkIns().save(record); },
            [&](const Result<void>& result, Log& log) {
                const auto found = log.checkIns().find(record.id);
                ASSERT_TRUE(found);
                if (found->has_value()) {
                    EXPECT_EQ(**found, record);
                }
                if (result) {
                    EXPECT_TRUE(found->has_value());
                }
                EXPECT_EQ(stored(log).size(), before + (found->has_value() ? 1 : 0));
                if (m_disk.count(call) > 0) {  // the retry was checked: next record
                    before = stored(log).size();
                    fresh();
                }
            });
    }

    FaultVfs m_disk;
};

TEST_F(Faults, EveryFailingWriteLeavesACheckInWholeOrAbsent)
{
    sweepCheckIns(DiskCall::Write, false);
}

TEST_F(Faults, EveryPointWhereWritingEndsLeavesACheckInWholeOrAbsent)
{
    sweepCheckIns(DiskCall::Write, true);
}

TEST_F(Faults, EveryFailingSyncLeavesACheckInWholeOrAbsent)
{
    sweepCheckIns(DiskCall::Sync, false);
    sweepCheckIns(DiskCall::Sync, true);
}

TEST_F(Faults, EveryFailingDeleteOfTheJournalLeavesACheckInWholeOrAbsent)
{
    sweepCheckIns(DiskCall::Delete, false);
}

TEST_F(Faults, EveryFailingTruncateWhileRollingBackIsSurvived)
{
    makeLog(30);
    // A rollback after the file has grown truncates it again. The journal must not stay behind as the only way back.
    const auto bulky = [&](Log& log) {
        return log.inTransaction([&]() -> Result<void> {
            for (int i = 0; i < 300; ++i)
                if (auto saved = log.checkIns().save(fullCheckIn(m_ids, i)); !saved)
                    return saved;
            return fail(ErrorCode::SyntaxError, "given up");
        });
    };
    const LittleMemory spill;
    int reached = 0;
    for (int n = 1; n < 4; ++n) {
        const auto log = open(faulty());
        m_disk.failAt(DiskCall::Truncate, n);
        EXPECT_FALSE(bulky(*log));
        reached += m_disk.count(DiskCall::Truncate) >= n ? 1 : 0;
        m_disk.heal();
        EXPECT_EQ(stored(*log).size(), 30U);
        EXPECT_EQ(stored(*open()).size(), 30U);
    }
    EXPECT_GT(reached, 0) << "no truncate failed";
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

TEST_F(Faults, EveryFailingWriteAndSyncOfASessionKeepsWhatWasAcknowledged)
{
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Delete}) {
        bool reached = true;
        for (int n = 1; reached; ++n) {
            SCOPED_TRACE(n);
            ReleaseSession acknowledged = session(m_ids, 1);
            {
                const auto log = open(faulty());
                ASSERT_TRUE(log->releases().save(acknowledged));
                m_disk.failAt(call, n);
                for (int i = 0; i < 4; ++i) {
                    if (log->releases().append(acknowledged.id, event(i)))
                        acknowledged.events.push_back(event(i));
                    else
                        break;
                }
                reached = m_disk.count(call) >= n;
                m_disk.heal();
            }
            const auto found = *open()->releases().find(acknowledged.id);
            ASSERT_TRUE(found);
            ASSERT_GE(found->events.size(), acknowledged.events.size());
            EXPECT_LE(found->events.size(), acknowledged.events.size() + 1);
            for (std::size_t i = 0; i < found->events.size(); ++i)
                EXPECT_EQ(found->events[i], event(static_cast<int>(i)));
        }
    }
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

TEST_F(Faults, EveryFailingWriteAndSyncLeavesAWeeklyCheckInWholeOrAbsent)
{
    makeLog(30);
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Delete}) {
        WeeklyCheckIn record = weekly(m_ids, 1);
        std::size_t before = open()->weekly().between(kToday - 9, kToday)->size();
        sweep(
            call, false, [&](Log& log) { return log.weekly().save(record); },
            [&](const Result<void>& result, Log& log) {
                const auto found = *log.weekly().find(record.id);
                const auto all = *log.weekly().between(kToday - 9, kToday);
                EXPECT_EQ(all.size(), before + (found ? 1 : 0));
                if (found) {
                    EXPECT_EQ(*found, record);
                }
                if (result) {
                    EXPECT_TRUE(found);
                }
                if (m_disk.count(call) > 0) {  // the retry was checked: next record
                    before = all.size();
                    record = weekly(m_ids, 1);
                }
            });
    }
}

TEST_F(Faults, EveryFailingWriteAndSyncLeavesAChangeOfPlansWholeOrUndone)
{
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Delete}) {
        bool reached = true;
        int failures = 0;
        for (int n = 1; reached; ++n) {
            SCOPED_TRACE(n);
            ASSERT_LT(n, 1000);
            Experiment first = startPlan(m_ids, 3);
            Experiment second = startPlan(m_ids, 1);
            second.replaces = first.id;
            {
                const auto log = open(faulty());
                ASSERT_EQ(codeOf(log->experiments().begin(first)), "ok");
                m_disk.failAt(call, n);
                const auto changed = log->experiments().change(first.id, recordedDaysAgo(1), "too long", second);
                reached = m_disk.count(call) >= n;
                m_disk.heal();
                failures += changed ? 0 : 1;
                const auto plans = *open()->experiments().all();
                const std::vector undone{first};
                first.state = ExperimentState::Replaced;
                first.ended = recordedDaysAgo(1);
                first.reason = "too long";
                const std::vector whole{first, second};
                EXPECT_TRUE(plans == whole || (!changed && plans == undone));
            }
            ASSERT_EQ(codeOf(checkLog(m_path)), "ok");
            std::filesystem::remove(m_path);
        }
        EXPECT_GT(failures, 0);
    }
}

/// Makes a log of schema version 1 with some check-ins.
void makeOlderLog(const std::string& path, const IClock& clock, SequentialIds& ids)
{
    putBytes(path, "");
    auto connection = Connection::open(path, {});
    ASSERT_TRUE(connection);
    ASSERT_TRUE(migrate(**connection, migrations().first(1)));
    CheckInLog checkIns(**connection, clock);
    ASSERT_TRUE((*connection)->write([&]() -> Result<void> {
        for (int i = 0; i < 40; ++i)
            if (auto saved = checkIns.save(fullCheckIn(ids, i)); !saved)
                return saved;
        return {};
    }));
}

TEST_F(Faults, EveryFailureOfAnUpdateLeavesTheLogAsItWasOrUpdated)
{
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Delete}) {
        for (const bool lasting : {false, true}) {
            int failures = 0;
            bool reached = true;
            for (int n = 1; reached; ++n) {
                SCOPED_TRACE(n);
                ASSERT_LT(n, 1000);
                makeOlderLog(m_path, m_clock, m_ids);
                m_disk.failAt(call, n, lasting);
                const bool opened = tryOpen(m_path, faulty()).has_value();
                reached = m_disk.count(call) >= n;
                m_disk.heal();
                EXPECT_TRUE(opened || reached);
                failures += opened ? 0 : 1;
                ASSERT_EQ(codeOf(checkLog(m_path)), "ok");
                const auto again = open();
                EXPECT_EQ(stored(*again).size(), 40U);
                EXPECT_EQ(codeOf(again->weekly().save(weekly(m_ids))), "ok");
            }
            EXPECT_GT(failures, 0);
        }
    }
}

TEST_F(Faults, AnOlderLogOnAReadOnlyDiskOpensWithoutWhatCameLater)
{
    makeOlderLog(m_path, m_clock, m_ids);
    m_disk.setReadOnlyDisk(true);
    const auto log = open(faulty());
    EXPECT_TRUE(log->readOnly());
    ASSERT_TRUE(log->notice());
    EXPECT_EQ(log->notice()->code, ErrorCode::ReadOnly);
    EXPECT_EQ(stored(*log).size(), 40U);
    EXPECT_TRUE(log->weekly().between(kToday - 100, kToday)->empty());
    EXPECT_TRUE(log->experiments().all()->empty());
    EXPECT_TRUE(log->trends().span()->has_value());
    EXPECT_EQ(codeOf(log->weekly().save(weekly(m_ids))), "read-only");
}

TEST_F(Faults, AFullDiskInAnUpdateIsSaidAndLosesNothing)
{
    makeOlderLog(m_path, m_clock, m_ids);
    m_disk.setQuota(1);
    EXPECT_EQ(codeOf(tryOpen(m_path, faulty())), "disk-full");
    m_disk.heal();
    EXPECT_EQ(stored(*open()).size(), 40U);
}

TEST_F(Faults, AFullDiskIsSaidAndLosesNothing)
{
    makeLog(30);
    const auto log = open(faulty());
    m_disk.setQuota(m_disk.bytesUsed() + 60'000);
    std::vector<CheckIn> acknowledged;
    Result<void> result;
    while ((result = log->checkIns().save(fullCheckIn(m_ids, 40)))) {
        acknowledged.push_back({});
        ASSERT_LT(acknowledged.size(), 1000U);
    }
    EXPECT_EQ(codeOf(result), "disk-full");
    EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "disk-full");
    EXPECT_EQ(stored(*log).size(), 30 + acknowledged.size());
    EXPECT_EQ(stored(*open()).size(), 30 + acknowledged.size());

    m_disk.heal();
    const CheckIn record = fullCheckIn(m_ids);
    EXPECT_EQ(codeOf(log->checkIns().save(record)), "ok");
    EXPECT_EQ(*open()->checkIns().find(record.id), record);
}

TEST_F(Faults, AFullDiskInAnImportTakesTheWholeImportBack)
{
    makeLog(10);
    const auto log = open(faulty());
    m_disk.setQuota(m_disk.bytesUsed() + 300'000);
    const LittleMemory spill;
    int failed = 0;
    // An import that goes on after an error must not commit what comes after it.
    const auto result = log->inTransaction([&]() -> Result<void> {
        for (int i = 0; i < 2000; ++i)
            failed += log->checkIns().save(fullCheckIn(m_ids, i)) ? 0 : 1;
        return {};
    });
    EXPECT_GT(failed, 0);
    EXPECT_EQ(codeOf(result), "disk-full");
    EXPECT_EQ(stored(*log).size(), 10U);
    m_disk.heal();
    EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "ok");
    EXPECT_EQ(stored(*open()).size(), 11U);
}

TEST_F(Faults, ANewLogThatDoesNotFitLeavesNothingBehind)
{
    m_disk.setQuota(20'000);
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("new/folder/log.psolog"), faulty())), "disk-full");
    EXPECT_EQ(m_folder.entries(), 0);
    m_disk.heal();
    EXPECT_EQ(codeOf(tryOpen(m_folder.file("new/folder/log.psolog"), faulty())), "ok");
}

TEST_F(Faults, EveryFailureWhileANewLogIsMadeLeavesNothingBehindOrASoundLog)
{
    for (const DiskCall call : {DiskCall::Write, DiskCall::Sync, DiskCall::Delete}) {
        for (int n = 1; n < 60; ++n) {
            SCOPED_TRACE(n);
            m_disk.failAt(call, n);
            const auto log = tryOpen(m_path, faulty());
            const bool reached = m_disk.count(call) >= n;
            m_disk.heal();
            if (log) {
                EXPECT_FALSE(reached);
            } else if (m_folder.entries() > 0) {
                EXPECT_GT(std::filesystem::file_size(m_path), 0U);
            }
            ASSERT_EQ(codeOf(tryOpen(m_path)), "ok");
            ASSERT_EQ(codeOf(checkLog(m_path)), "ok");
            std::filesystem::remove(m_path);
            if (!reached)
                break;
        }
    }
}

TEST_F(Faults, ALogOnAReadOnlyDiskOpensForReadingOnly)
{
    makeLog();
    m_disk.setReadOnlyDisk(true);
    const auto log = open(faulty());
    EXPECT_TRUE(log->readOnly());
    ASSERT_TRUE(log->notice());
    EXPECT_EQ(log->notice()->code, ErrorCode::ReadOnly);
    EXPECT_EQ(stored(*log).size(), 20U);
    EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "read-only");
    EXPECT_EQ(codeOf(log->inTransaction([]() -> Result<void> { return {}; })), "read-only");
}

TEST_F(Faults, ADiskThatTurnsReadOnlyLaterIsSaidAndARetryWorks)
{
    makeLog();
    const auto log = open(faulty());
    m_disk.setReadOnlyDisk(true);  // the journal cannot be made
    const CheckIn record = fullCheckIn(m_ids);
    EXPECT_EQ(codeOf(log->checkIns().save(record)), "read-only");
    m_disk.heal();
    EXPECT_EQ(codeOf(log->checkIns().save(record)), "ok");
}

}  // namespace
