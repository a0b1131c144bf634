// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachrun.h"

#include <algorithm>
#include <tuple>

#include "gui/roster/intakefiles.h"

namespace psolog {

void CoachWorker::inspect(const std::vector<std::string>& paths, int ticket)
{
    FileChoice choice = chosenFiles(paths);
    Run run;
    run.kind = Run::Kind::Preview;
    run.ticket = ticket;
    run.paths = std::move(choice.logs);
    run.preview.others = choice.others;
    enqueue(std::move(run));
}

void CoachWorker::takeIn(const std::vector<ProposedFile>& files, int ticket)
{
    Run run;
    run.kind = Run::Kind::TakeIn;
    run.ticket = ticket;
    run.chosen = files;
    enqueue(std::move(run));
}

void CoachWorker::readFolder(int ticket)
{
    Run run;
    run.kind = Run::Kind::Folder;
    run.ticket = ticket;
    run.report.byItself = true;
    ICoachLibrary* at = library(false);
    if (at == nullptr) {
        Q_EMIT folderRead(std::make_shared<FolderNews>());
        return;
    }
    const auto folder = at->watchedFolder();
    if (!folder) {
        Q_EMIT failed(folder.error());
        return;
    }
    run.news.path = *folder;
    if (folder->empty()) {
        m_waiting.clear();
        Q_EMIT folderRead(std::make_shared<FolderNews>(run.news));
        return;
    }
    auto listing = listFolder(*folder);
    if (!listing) {
        run.news.problem = listing.error();
        Q_EMIT folderRead(std::make_shared<FolderNews>(run.news));
        return;
    }
    run.news.files = listing->logs;
    run.news.others = listing->others;

    std::map<std::string, KnownFile> before;
    if (auto known = at->knownFiles())
        for (KnownFile& file : *known)
            before.emplace(file.path, std::move(file));
    std::map<std::string, KnownFile> waiting;
    for (const std::string& path : listing->logs) {
        const auto stamp = stampOf(path);
        if (!stamp) {
            // Gone since the folder was listed.
            if (stamp.error().code != ErrorCode::NotFound)
                run.news.refused.push_back({path, stamp.error()});
            continue;
        }
        if (const auto waits = m_waiting.find(path); waits != m_waiting.end() && isUnchanged(*stamp, waits->second)) {
            waiting.insert(*waits);
            run.news.waiting.push_back(path);
            continue;
        }
        const auto seen = before.find(path);
        if (seen == before.end() || !isUnchanged(*stamp, seen->second))
            run.paths.push_back(path);
        else if (seen->second.refused)
            run.news.refused.push_back({path, *seen->second.refused});
    }
    m_waiting = std::move(waiting);
    enqueue(std::move(run));
}

void CoachWorker::enqueue(Run run)
{
    m_runs.push_back(std::move(run));
    if (m_runs.size() == 1)
        goOn();
}

void CoachWorker::goOn()
{
    if (m_runs.empty())
        return;
    Run& run = m_runs.front();
    if (run.kind == Run::Kind::TakeIn) {
        takeNext(run);
        return;
    }
    if (isCancelled(run.ticket))
        run.next = run.paths.size();
    while (run.underWay < kAhead && run.next < run.paths.size())
        startOne(run);
    if (run.underWay > 0)
        return;
    finish(run);
    m_runs.pop_front();
    QMetaObject::invokeMethod(this, &CoachWorker::goOn, Qt::QueuedConnection);
}

void CoachWorker::startOne(Run& run)
{
    ++run.underWay;
    m_pool.start([this, path = run.paths[run.next++], ticket = run.ticket] {
        // The stamp comes first: a file that changes while it is read has another one at the next look.
        auto stamp = stampOf(path);
        KnownFile seen;
        seen.path = path;
        Result<InspectedFile> file = fail(ErrorCode::Changing);
        if (!stamp)
            file = tl::unexpected(stamp.error());
        else if (!isCancelled(ticket))
            file = m_desk.intake().inspect(path);
        if (stamp)
            seen = std::move(*stamp);
        QMetaObject::invokeMethod(
            this, [this, file = std::move(file), seen = std::move(seen)] { judge(file, seen); }, Qt::QueuedConnection);
    });
}

void CoachWorker::judge(const Result<InspectedFile>& file, const KnownFile& stamp)
{
    // Only the first run has files under way.
    Run& run = m_runs.front();
    --run.underWay;
    ++run.done;
    if (!isCancelled(run.ticket)) {
        if (!file) {
            const Refusal refusal{stamp.path, file.error()};
            (run.kind == Run::Kind::Folder ? run.news.refused : run.preview.refused).push_back(refusal);
            run.news.unsettled = run.news.unsettled || file.error().code == ErrorCode::Changing;
            if (lasts(file.error()) && stamp.inode != 0) {
                KnownFile known = stamp;
                known.refused = file.error();
                run.known.push_back(std::move(known));
            }
        } else if (run.kind == Run::Kind::Folder) {
            judgeInFolder(run, *file, stamp);
        } else {
            run.preview.files.push_back(proposalOf(*file, library(false)));
        }
        Q_EMIT progressed(CoachTask::Inspecting, run.done, static_cast<int>(run.paths.size()));
    }
    goOn();
}

void CoachWorker::judgeInFolder(Run& run, const InspectedFile& file, KnownFile stamp)
{
    ICoachLibrary* at = library(false);
    if (at == nullptr)
        return;
    const ProposedFile proposal = proposalOf(file, at);
    switch (proposal.comparison.relation) {
    case CopyRelation::New:
    case CopyRelation::Conflicting:
        m_waiting.insert_or_assign(stamp.path, stamp);
        run.news.waiting.push_back(stamp.path);
        return;
    case CopyRelation::Newer:
    case CopyRelation::Diverged:
        if (!store(*at, file, run.report))
            return;
        break;
    case CopyRelation::Same:
    case CopyRelation::Older:
        break;
    }
    stamp.digest = file.digest;
    stamp.athlete = proposal.athlete;
    run.known.push_back(std::move(stamp));
}

void CoachWorker::takeNext(Run& run)
{
    const int total = static_cast<int>(run.chosen.size());
    run.report.cancelled = isCancelled(run.ticket) && run.done < total;
    ICoachLibrary* at = run.done < total && !run.report.cancelled ? library(true) : nullptr;
    if (at == nullptr) {
        finish(run);
        m_runs.pop_front();
        QMetaObject::invokeMethod(this, &CoachWorker::goOn, Qt::QueuedConnection);
        return;
    }
    const int first = run.done;
    run.done = std::min(total, first + kTogether);
    if (!takeTogether(*at, run, first, run.done))
        for (int i = first; i < run.done; ++i)
            (void)takeTogether(*at, run, i, i + 1);
    Q_EMIT progressed(CoachTask::TakingIn, run.done, total);
    QMetaObject::invokeMethod(this, &CoachWorker::goOn, Qt::QueuedConnection);
}

bool CoachWorker::takeTogether(ICoachLibrary& library, Run& run, int first, int last)
{
    TakeInReport report = run.report;
    const bool alone = last - first == 1;
    const auto done = library.inOneGo([&]() -> Result<void> {
        for (int i = first; i < last; ++i)
            if (!store(library, run.chosen[static_cast<std::size_t>(i)].file, report))
                return tl::unexpected(report.failed.back().error);
        return {};
    });
    if (!done) {
        // Of several nothing is stored; one by one it shows which of them it was.
        if (alone)
            run.report.failed.push_back({run.chosen[static_cast<std::size_t>(first)].file.path, done.error()});
        return false;
    }
    run.report = std::move(report);
    for (int i = first; i < last; ++i) {
        const ProposedFile& chosen = run.chosen[static_cast<std::size_t>(i)];
        m_waiting.erase(chosen.file.path);
        // Remembered only as long as it is the file that was looked at.
        if (auto stamp = stampOf(chosen.file.path); stamp && stamp->bytes == chosen.file.bytes) {
            stamp->digest = chosen.file.digest;
            stamp->athlete = chosen.athlete;
            run.known.push_back(std::move(*stamp));
        }
    }
    return true;
}

void CoachWorker::finish(Run& run)
{
    const bool cancelled = isCancelled(run.ticket);
    const auto total = static_cast<int>(run.kind == Run::Kind::TakeIn ? run.chosen.size() : run.paths.size());
    Q_EMIT progressed(run.kind == Run::Kind::TakeIn ? CoachTask::TakingIn : CoachTask::Inspecting, total, total);
    remember(run.known);
    switch (run.kind) {
    case Run::Kind::Preview:
        std::stable_sort(run.preview.files.begin(), run.preview.files.end(),
                         [](const ProposedFile& a, const ProposedFile& b) {
                             return std::tie(a.name, a.athlete, a.file.path) < std::tie(b.name, b.athlete, b.file.path);
                         });
        Q_EMIT inspected(cancelled ? nullptr : std::make_shared<IntakePreview>(std::move(run.preview)));
        break;
    case Run::Kind::Folder:
        run.news.cancelled = cancelled;
        std::sort(run.news.refused.begin(), run.news.refused.end(),
                  [](const Refusal& a, const Refusal& b) { return a.path < b.path; });
        Q_EMIT folderRead(std::make_shared<FolderNews>(std::move(run.news)));
        if (run.report.changedAnything() || !run.report.failed.empty())
            Q_EMIT tookIn(std::make_shared<TakeInReport>(std::move(run.report)));
        break;
    case Run::Kind::TakeIn:
        Q_EMIT tookIn(std::make_shared<TakeInReport>(std::move(run.report)));
        break;
    }
}

ProposedFile CoachWorker::proposalOf(const InspectedFile& file, ICoachLibrary* library) const
{
    ProposedFile proposal;
    proposal.file = file;
    proposal.athlete = file.copy->athlete.record.id;
    proposal.name = nameOf(proposal.athlete, *file.copy);
    proposal.own = !m_own.isEmpty() && proposal.athlete == m_own;
    proposal.summary = summaryOf(*file.copy);
    if (library != nullptr) {
        // When the copy at hand cannot be read, taking in says so.
        if (const auto compared = library->compare(file))
            proposal.comparison = *compared;
    }
    return proposal;
}

std::string CoachWorker::nameOf(const AthleteId& id, const LogCopy& copy) const
{
    const auto known = m_names.find(id);
    return known != m_names.end() ? known->second : copy.athlete.record.name;
}

bool CoachWorker::store(ICoachLibrary& library, const InspectedFile& file, TakeInReport& report)
{
    const auto stored = library.takeIn(file);
    if (!stored) {
        report.failed.push_back({file.path, stored.error()});
        return false;
    }
    const Athlete& athlete = file.copy->athlete.record;
    switch (stored->relation) {
    case CopyRelation::New:
        ++report.added;
        m_names.emplace(athlete.id, athlete.name);
        report.names.push_back(athlete.name);
        break;
    case CopyRelation::Newer:
    case CopyRelation::Diverged:
    case CopyRelation::Conflicting:
        ++report.updated;
        report.names.push_back(nameOf(athlete.id, *file.copy));
        break;
    case CopyRelation::Same:
    case CopyRelation::Older:
        ++report.unchanged;
        break;
    }
    return true;
}

void CoachWorker::remember(const std::vector<KnownFile>& files)
{
    // Without it they are read again the next time, no more.
    if (m_library != nullptr && !files.empty())
        (void)m_library->rememberFiles(files);
}

LogSummary summaryOf(const LogCopy& copy)
{
    LogSummary summary;
    const auto count = [&summary](const auto& kept, int& number) {
        for (const auto& each : kept) {
            if (each.deletedMs)
                continue;
            ++number;
            const LocalDay day = each.record.recorded.day;
            summary.first = summary.first ? std::min(*summary.first, day) : day;
            summary.last = summary.last ? std::max(*summary.last, day) : day;
        }
    };
    count(copy.checkIns, summary.checkIns);
    count(copy.selfTests, summary.selfTests);
    count(copy.weekly, summary.weekly);
    count(copy.releases, summary.releases);
    return summary;
}

}  // namespace psolog
