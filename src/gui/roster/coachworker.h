// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <QObject>
#include <QThreadPool>

#include "gui/review/reviewedathlete.h"
#include "gui/roster/coachvalues.h"

namespace psolog {

/// Works with a coach's library where nobody waits for it. Lives in a thread of its own and is called there; what it
/// finds it tells by signals. Files from elsewhere are judged by two more threads, and between two files it does what
/// else is asked. Cancelling is the only thing to call from elsewhere.
///
/// The library is opened when there is one, and made when something is stored for the first time.
class CoachWorker : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Result<void>(ICoachLibrary&)>;
    using Then = std::function<void(const Result<void>&)>;

    /// `own`: the athlete of the log that is open as one's own. Borrows the desk.
    CoachWorker(const ICoachDesk& desk, AthleteId own);
    ~CoachWorker() override;

    /// Ends what was asked until now and can be ended; what was stored stays. Any thread.
    void cancel() { ++m_cancelled; }
    /// Nobody waits any more, and the desk may go: what is under way ends where it can, nothing else begins. Any
    /// thread.
    void leave() { m_left = true; }
    /// What is asked is numbered by what was cancelled before. Any thread.
    [[nodiscard]] int ticket() const { return m_cancelled; }
    /// How many bytes of looked-at files may stay in memory until the coach has decided. Any thread.
    void setMemory(std::int64_t bytes) { m_memory = bytes; }

    void readRoster(LocalDay today, int ticket);
    /// Looks at the watched folder; takes in by itself what it knows to be newer. Asked for while it does that, it does
    /// it once more afterwards, however often it was asked.
    void readFolder(int ticket);
    void inspect(const std::vector<std::string>& paths, int ticket);
    void takeIn(const std::vector<ProposedFile>& files, int ticket);
    void open(const AthleteId& id, bool beside);
    /// Runs `work` with the library, made when missing, then `then` with what came out, both here.
    void change(const Work& work, const Then& then);

Q_SIGNALS:
    void rosterRead(std::shared_ptr<const psolog::Roster> roster);
    void folderRead(std::shared_ptr<const psolog::FolderNews> news);
    /// Null when it was cancelled.
    void inspected(std::shared_ptr<const psolog::IntakePreview> preview);
    void tookIn(std::shared_ptr<const psolog::TakeInReport> report);
    void opened(std::shared_ptr<psolog::ReviewedAthlete> athlete, bool beside);
    /// Nothing to do any more when done is total.
    void progressed(psolog::CoachTask task, int done, int total);
    /// The library cannot be opened or read.
    void failed(const psolog::Error& error);

private:
    struct Run;

    [[nodiscard]] bool isCancelled(int ticket) const { return ticket != m_cancelled; }
    /// Null when there is none and none is to be made.
    [[nodiscard]] Result<ICoachLibrary*> libraryIfAny(bool make);
    /// Null without one, or when it cannot be opened; then failed() was told.
    [[nodiscard]] ICoachLibrary* library(bool make);
    /// Null when it cannot be read, and failed() was told.
    [[nodiscard]] std::shared_ptr<Roster> rosterOf(ICoachLibrary& library, int ticket);
    [[nodiscard]] Result<RosterRow> rowOf(ICoachLibrary& library, const AthleteEntry& entry);
    void keepFacts();

    void enqueue(Run run);
    void goOn();
    void startOne(Run& run);
    void judge(const Result<InspectedFile>& file, const KnownFile& stamp);
    void judgeInFolder(Run& run, const InspectedFile& file, KnownFile stamp);
    void takeNext(Run& run);
    /// Keeps the content as long as there is room.
    void propose(Run& run, const InspectedFile& file);
    /// Reads the content again where it was not kept; Changing when the file is another one now.
    [[nodiscard]] Result<void> readAgain(InspectedFile& file) const;
    [[nodiscard]] bool takeTogether(ICoachLibrary& library, Run& run, int first, int last);
    void finish(Run& run);
    [[nodiscard]] ProposedFile proposalOf(const InspectedFile& file, ICoachLibrary* library) const;
    [[nodiscard]] std::string nameOf(const AthleteId& id, const LogCopy& copy) const;
    /// Stores it; false, and in the report, when that failed.
    bool store(ICoachLibrary& library, const InspectedFile& file, TakeInReport& report);
    void remember(const std::vector<KnownFile>& files);

    const ICoachDesk& m_desk;
    AthleteId m_own;
    std::atomic<int> m_cancelled{0};
    std::atomic<bool> m_left{false};
    std::atomic<std::int64_t> m_memory;
    std::unique_ptr<ICoachLibrary> m_library;
    LocalDay m_today;
    std::map<AthleteId, std::string> m_names;                       ///< of the athletes in the library
    std::map<AthleteId, std::pair<std::string, RosterRow>> m_rows;  ///< with the key each was worked out from
    std::vector<std::pair<AthleteId, CachedFacts>> m_unkept;        ///< worked out and not stored yet
    std::map<std::string, KnownFile> m_waiting;                     ///< in the watched folder, by path
    std::optional<int> m_folderAgain;                               ///< asked for while the folder is being read
    std::deque<Run> m_runs;                                         ///< the first one runs
    QThreadPool m_pool;                                             ///< last: its threads use the rest
};

}  // namespace psolog
