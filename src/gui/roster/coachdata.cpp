// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachdata.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include <QDeadlineTimer>

#include "gui/roster/coachworker.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/services.h"

namespace psolog {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatienceAtEnd = 4s;
std::atomic<int> g_running = 0;

AthleteId ownAthlete(Services& services)
{
    const auto athlete = services.athletes.athlete();
    return athlete && *athlete ? (*athlete)->id : AthleteId();
}

std::vector<std::string> utf8(const QStringList& paths)
{
    std::vector<std::string> all;
    std::transform(paths.begin(), paths.end(), std::back_inserter(all),
                   [](const QString& path) { return path.toStdString(); });
    return all;
}

}  // namespace

/// Who is called back; nobody any more when the thread is left behind.
struct CoachData::Ear {
    std::mutex mutex;
    CoachData* data = nullptr;
};

CoachData::CoachData(Services& services, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_thread(std::make_unique<QThread>()),
      m_worker(new CoachWorker(services.coach->desk, ownAthlete(services))),
      m_watch(new FolderWatch),
      m_ear(std::make_shared<Ear>()),
      m_patience(kPatienceAtEnd)
{
    m_ear->data = this;
    m_thread->setObjectName(QStringLiteral("coachThread"));
    m_worker->moveToThread(m_thread.get());
    m_watch->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_thread.get(), &QThread::finished, m_watch, &QObject::deleteLater);
    ++g_running;
    connect(m_worker, &QObject::destroyed, [] { --g_running; });
    connectWorker();
    connect(m_watch, &FolderWatch::changed, this, &CoachData::readFolder);
    m_thread->start(QThread::LowPriority);
}

CoachData::~CoachData()
{
    m_worker->cancel();
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(m_patience)))
        return;
    {
        const std::lock_guard lock(m_ear->mutex);
        m_ear->data = nullptr;
    }
    m_worker->leave();
    QThread* thread = m_thread.release();
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    // It may have ended in between; deleting twice is not possible this way.
    if (thread->isFinished())
        thread->deleteLater();
}

int CoachData::running()
{
    return g_running;
}

void CoachData::connectWorker()
{
    connect(m_worker, &CoachWorker::rosterRead, this, [this](std::shared_ptr<const Roster> roster) {
        m_roster = std::move(roster);
        m_unreadable = false;
        Q_EMIT rosterChanged();
    });
    // In the thread of both, which may wait for the folder.
    connect(m_worker, &CoachWorker::folderRead, m_watch,
            [watch = m_watch](const std::shared_ptr<const FolderNews>& news) {
                QStringList files;
                for (const std::string& path : news->files)
                    files.append(QString::fromStdString(path));
                watch->follow(QString::fromStdString(news->path), files);
                if (news->unsettled)
                    watch->lookAgain();
            });
    connect(m_worker, &CoachWorker::folderRead, this,
            [this](const std::shared_ptr<const FolderNews>& news) { follow(*news); });
    connect(m_worker, &CoachWorker::inspected, this, [this](const std::shared_ptr<const IntakePreview>& preview) {
        for (const Refusal& refusal : preview != nullptr ? preview->refused : std::vector<Refusal>()) {
            const auto known = std::find_if(m_refusedFiles.begin(), m_refusedFiles.end(),
                                            [&](const Refusal& each) { return each.path == refusal.path; });
            if (known != m_refusedFiles.end())
                *known = refusal;
            else
                m_refusedFiles.push_back(refusal);
        }
        if (preview != nullptr)
            std::erase_if(m_refusedFiles, [&](const Refusal& each) {
                return std::any_of(preview->files.begin(), preview->files.end(),
                                   [&](const ProposedFile& file) { return file.file.path == each.path; });
            });
        Q_EMIT folderChanged();
        Q_EMIT inspected(preview);
    });
    connect(m_worker, &CoachWorker::tookIn, this, [this](const std::shared_ptr<const TakeInReport>& report) {
        refreshRoster();
        // Files that waited may be done with now.
        if (!report->byItself && !m_folder.path.empty())
            readFolder();
        Q_EMIT tookIn(report);
    });
    connect(m_worker, &CoachWorker::opened, this, &CoachData::opened);
    connect(m_worker, &CoachWorker::progressed, this, &CoachData::noteProgress);
    connect(m_worker, &CoachWorker::failed, this, [this](const Error& error) {
        if (m_roster == nullptr) {
            m_unreadable = true;
            Q_EMIT rosterChanged();
        }
        Q_EMIT failed(error);
    });
}

void CoachData::refresh()
{
    refreshRoster();
    readFolder();
}

void CoachData::readFolder()
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, ticket = m_worker->ticket()] { worker->readFolder(ticket); });
}

void CoachData::comeBack()
{
    if (m_roster == nullptr || m_roster->isComplete())
        refreshRoster();
    if (!m_folder.cancelled)
        readFolder();
}

void CoachData::setMemory(std::int64_t bytes)
{
    m_worker->setMemory(bytes);
}

void CoachData::refreshRoster()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, today = m_services.today(), ticket = m_worker->ticket()] {
        worker->readRoster(today, ticket);
    });
}

void CoachData::inspect(const QStringList& paths)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, all = utf8(paths), ticket = m_worker->ticket()] {
        worker->inspect(all, ticket);
    });
}

void CoachData::inspectWaiting()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, all = m_folder.waiting, ticket = m_worker->ticket()] {
        worker->inspect(all, ticket);
    });
}

void CoachData::takeIn(const std::vector<ProposedFile>& files)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, files, ticket = m_worker->ticket()] { worker->takeIn(files, ticket); });
}

void CoachData::watch(const QString& folder)
{
    change([path = folder.toStdString()](ICoachLibrary& library) { return library.setWatchedFolder(path); },
           [this](const Result<void>& done) {
               if (!done)
                   Q_EMIT failed(done.error());
               readFolder();
           });
}

void CoachData::cancel()
{
    m_worker->cancel();
}

void CoachData::open(const AthleteId& id, bool beside)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, id, beside] { worker->open(id, beside); });
}

void CoachData::change(Work work, Then then)
{
    post(std::move(work), [this, then = std::move(then)](const Result<void>& done) {
        if (done)
            refreshRoster();
        then(done);
    });
}

void CoachData::ask(Work work, Then then)
{
    post(std::move(work), std::move(then));
}

void CoachData::post(Work work, Then then)
{
    QMetaObject::invokeMethod(m_worker,
                              [ear = m_ear, worker = m_worker, work = std::move(work), then = std::move(then)] {
                                  worker->change(work, [&ear, &then](const Result<void>& done) {
                                      // A call back on its way goes with the object it is for.
                                      const std::lock_guard lock(ear->mutex);
                                      if (ear->data != nullptr)
                                          QMetaObject::invokeMethod(
                                              ear->data, [then, done] { then(done); }, Qt::QueuedConnection);
                                  });
                              });
}

std::vector<Refusal> CoachData::refused() const
{
    std::vector<Refusal> all = m_folder.refused;
    for (const Refusal& refusal : m_refusedFiles)
        if (std::none_of(all.begin(), all.end(), [&](const Refusal& each) { return each.path == refusal.path; }))
            all.push_back(refusal);
    return all;
}

void CoachData::follow(const FolderNews& news)
{
    m_folder = news;
    Q_EMIT folderChanged();
}

void CoachData::noteProgress(CoachTask task, int done, int total)
{
    const bool ended = done >= total;
    if (ended && (!m_progress || m_progress->task != task))
        return;
    m_progress = ended ? std::nullopt : std::optional(CoachProgress{task, done, total});
    Q_EMIT progressChanged();
}

}  // namespace psolog
