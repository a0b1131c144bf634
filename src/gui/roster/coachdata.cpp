// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachdata.h"

#include <algorithm>

#include "gui/roster/coachworker.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/services.h"

namespace psolog {

namespace {

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

CoachData::CoachData(Services& services, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_worker(new CoachWorker(services.coach->desk, ownAthlete(services)))
{
    m_thread.setObjectName(QStringLiteral("coachThread"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
    connect(&m_watch, &FolderWatch::changed, this, [this] {
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, ticket = m_worker->ticket()] { worker->readFolder(ticket); });
    });
    m_thread.start(QThread::LowPriority);
}

CoachData::~CoachData()
{
    m_worker->cancel();
    m_thread.quit();
    m_thread.wait();
}

void CoachData::connectWorker()
{
    connect(m_worker, &CoachWorker::rosterRead, this, [this](std::shared_ptr<const Roster> roster) {
        m_roster = std::move(roster);
        Q_EMIT rosterChanged();
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
            Q_EMIT m_watch.changed();
        Q_EMIT tookIn(report);
    });
    connect(m_worker, &CoachWorker::opened, this, &CoachData::opened);
    connect(m_worker, &CoachWorker::progressed, this, &CoachData::noteProgress);
    connect(m_worker, &CoachWorker::failed, this, &CoachData::failed);
}

void CoachData::refresh()
{
    refreshRoster();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, ticket = m_worker->ticket()] { worker->readFolder(ticket); });
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
               Q_EMIT m_watch.changed();
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
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, work = std::move(work), then = std::move(then)] {
        worker->change(work, [this, &then](const Result<void>& done) {
            // This object waits for the thread before it goes, and takes the call back with it.
            QMetaObject::invokeMethod(
                this, [then, done] { then(done); }, Qt::QueuedConnection);
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
    QStringList files;
    for (const std::string& path : news.files)
        files.append(QString::fromStdString(path));
    m_watch.follow(QString::fromStdString(news.path), files);
    if (news.unsettled)
        m_watch.lookAgain();
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
