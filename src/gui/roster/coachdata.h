// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QStringList>
#include <QThread>

#include "gui/review/reviewedathlete.h"
#include "gui/roster/coachvalues.h"
#include "gui/roster/folderwatch.h"

namespace psolog {

class CoachWorker;
struct Services;

/// How far something is that takes its time.
struct CoachProgress {
    CoachTask task = CoachTask::Reading;
    int done = 0;
    int total = 0;
};

/// What a coach has, for the pages: the roster, the watched folder, and what can be done with both. Everything is asked
/// of another thread and answered by a signal, so nothing here waits. Ends that thread when it goes; what was stored
/// until then stays. A thread that hangs in a disk that does not answer is left behind. GUI thread; borrows the
/// services, which have a desk.
class CoachData : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Result<void>(ICoachLibrary&)>;
    using Then = std::function<void(const Result<void>&)>;

    explicit CoachData(Services& services, QObject* parent = nullptr);
    ~CoachData() override;

    /// Reads the roster and the folder again. Called first, it opens the library, when there is one.
    void refresh();
    /// Reads again what nobody cancelled. What was cancelled is read when the folder changes or refresh() is called.
    void comeBack();
    /// Reads the roster alone.
    void refreshRoster();
    /// Looks into files or folders; inspected() tells what taking them in would do.
    void inspect(const QStringList& paths);
    void inspectWaiting();
    void takeIn(const std::vector<ProposedFile>& files);
    /// Watches another folder; empty: none.
    void watch(const QString& folder);
    /// Ends what takes its time; what was stored stays.
    void cancel();
    void open(const AthleteId& id, bool beside);
    /// Runs `work` with the library in its thread, then `then` here; the roster is read again when it succeeded.
    void change(Work work, Then then);
    /// The same for work that changes nothing.
    void ask(Work work, Then then);

    /// Nothing before it was read.
    [[nodiscard]] const std::shared_ptr<const Roster>& roster() const { return m_roster; }
    /// There is no roster because the library cannot be read; failed() told why.
    [[nodiscard]] bool isUnreadable() const { return m_unreadable; }
    [[nodiscard]] const FolderNews& folder() const { return m_folder; }
    /// Files that were not accepted: of the folder, and of those added since the program began.
    [[nodiscard]] std::vector<Refusal> refused() const;
    [[nodiscard]] const std::optional<CoachProgress>& progress() const { return m_progress; }
    [[nodiscard]] FolderWatch& folderWatch() { return *m_watch; }
    /// How long the thread may take to end.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// How many bytes of files may stay in memory until it is decided about them.
    void setMemory(std::int64_t bytes);
    /// Threads that have not ended yet. Any thread.
    [[nodiscard]] static int running();

Q_SIGNALS:
    void rosterChanged();
    void folderChanged();
    void progressChanged();
    /// Null when it was cancelled.
    void inspected(std::shared_ptr<const psolog::IntakePreview> preview);
    void tookIn(std::shared_ptr<const psolog::TakeInReport> report);
    void opened(std::shared_ptr<psolog::ReviewedAthlete> athlete, bool beside);
    void failed(const psolog::Error& error);
    /// What was to be taken back or done again could not be: the library is as it was.
    void undoFailed(const psolog::Error& error);

private:
    void connectWorker();
    void post(Work work, Then then);
    void follow(const FolderNews& news);
    void readFolder();
    void noteProgress(CoachTask task, int done, int total);

    Services& m_services;
    std::unique_ptr<QThread> m_thread;
    CoachWorker* m_worker;  ///< goes with its thread
    FolderWatch* m_watch;   ///< the same
    struct Ear;
    std::shared_ptr<Ear> m_ear;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<const Roster> m_roster;
    bool m_unreadable = false;
    FolderNews m_folder;
    std::vector<Refusal> m_refusedFiles;  ///< of those added
    std::optional<CoachProgress> m_progress;
};

}  // namespace psolog
