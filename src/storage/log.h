// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "core/ports/iclock.h"
#include "core/ports/iintake.h"
#include "core/ports/ilogfile.h"
#include "core/ports/isnapshots.h"
#include "core/result.h"
#include "storage/athletelog.h"
#include "storage/checkinlog.h"
#include "storage/connection.h"
#include "storage/experimentlog.h"
#include "storage/receivednotes.h"
#include "storage/releaselog.h"
#include "storage/selftestlog.h"
#include "storage/trendlog.h"
#include "storage/weeklylog.h"

namespace psolog {

/// How a log is opened.
struct OpenOptions {
    bool create = true;                           ///< make a new log (and its folders) of a missing or empty file
    bool readOnly = false;                        ///< change nothing: make no log, update no older one
    bool quickCheck = true;                       ///< look for damage first; otherwise call quickCheckLog() soon
    std::chrono::milliseconds busyTimeout{1000};  ///< how long to wait for another program
    std::string vfs;                              ///< SQLite VFS by name; empty: the default one
};

/// One athlete's log: the SQLite file with the ports onto it. Used by one thread at a time. The ports belong to the
/// log and end with it; the clock must outlive it.
///
/// A write has reached the disk when it returns without an error, and has changed nothing when it returns one:
/// DiskFull, ReadOnly, Locked, WriteFailed (all of them may be tried again on the same object), InvalidValue or
/// NotFound. Any call may return Damaged.
class Log final : public ILogFile {
public:
    /// Opens, checks and if necessary updates a log. Errors: NotFound, NotALog, Damaged, Locked, ReadOnly, DiskFull,
    /// CannotOpen, TooNew (a newer file with an interrupted write, which only a newer Psolog may finish). A file that
    /// is not opened is left as it was, and nothing new is left behind. A log that only cannot be written, or is not to
    /// be, is opened, an older one without what later versions brought: see notice().
    [[nodiscard]] static Result<std::unique_ptr<Log>> open(const std::string& path, const IClock& clock,
                                                           const OpenOptions& options = {});
    ~Log() override;

    [[nodiscard]] IAthleteLog& athlete() { return m_athlete; }
    [[nodiscard]] ICheckInLog& checkIns() { return m_checkIns; }
    [[nodiscard]] ISelfTestLog& selfTests() { return m_selfTests; }
    [[nodiscard]] IReleaseLog& releases() { return m_releases; }
    [[nodiscard]] ITrendLog& trends() { return m_trends; }
    [[nodiscard]] IWeeklyLog& weekly() { return m_weekly; }
    [[nodiscard]] IExperimentLog& experiments() { return m_experiments; }
    /// What coaches sent back.
    [[nodiscard]] IReceivedNotes& receivedNotes() { return m_receivedNotes; }
    [[nodiscard]] ILogFile& file() { return *this; }

    /// Makes copies of this log to hand over; each is judged by the intake. Log and intake must outlive it.
    [[nodiscard]] std::unique_ptr<ISnapshots> snapshots(const IIntake& intake);

    [[nodiscard]] std::string path() const override { return m_path; }
    [[nodiscard]] bool readOnly() const override { return m_connection->readOnly(); }
    [[nodiscard]] Result<bool> changedElsewhere() override;

    /// Why the log is read-only: TooNew or ReadOnly (also when that was asked for); nothing for a log that can be
    /// written.
    [[nodiscard]] const std::optional<Error>& notice() const { return m_notice; }

    /// Runs `function`, which reads through the ports and returns a Result, on one unchanging state of the log. Needs
    /// no lock for writing: another program may hold it.
    template <class F>
    std::invoke_result_t<F> reading(F&& function)
    {
        return m_connection->read(std::forward<F>(function));
    }

    /// Commits everything that `function` saves at once, or nothing when it returns an error: for imports and generated
    /// logs. Saves inside it are acknowledged only when this returns.
    Result<void> inTransaction(const std::function<Result<void>()>& function);

private:
    Log(std::string path, const IClock& clock, std::unique_ptr<Connection> connection, std::optional<Error> notice);

    std::string m_path;
    const IClock& m_clock;
    std::unique_ptr<Connection> m_connection;  // before the repositories, which refer to it
    std::optional<Error> m_notice;
    std::int64_t m_dataVersion = 0;
    AthleteLog m_athlete;
    CheckInLog m_checkIns;
    SelfTestLog m_selfTests;
    ReleaseLog m_releases;
    TrendLog m_trends;
    WeeklyLog m_weekly;
    ExperimentLog m_experiments;
    ReceivedNotes m_receivedNotes;
};

/// Looks for damage as Log::open() does (0.2 s at a million scores), on a connection of its own that only reads: may
/// run in another thread while the log is in use, so that the first window need not wait for it. A write meanwhile
/// waits. Errors: NotFound, NotALog, Damaged, Locked, CannotOpen.
[[nodiscard]] Result<void> quickCheckLog(const std::string& path);

/// Whether a log is sound: every page, index and reference, and the whole schema. Errors: NotFound, NotALog, Damaged,
/// TooNew, Locked, CannotOpen. Nothing is changed, except that a write interrupted by a crash is rolled back, as any
/// program that opens the file would do.
[[nodiscard]] Result<void> checkLog(const std::string& path);

}  // namespace psolog
