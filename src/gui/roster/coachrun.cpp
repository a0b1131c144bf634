// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachrun.h"

#include <algorithm>
#include <map>
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
    if (m_left)
        return;
    if (std::any_of(m_runs.begin(), m_runs.end(), [](const Run& each) { return each.kind == Run::Kind::Folder; })) {
        m_folderAgain = ticket;
        return;
    }
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
        else if (!isCancelled(ticket) && !m_left)
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
            propose(run, *file);
        }
        Q_EMIT progressed(CoachTask::Inspecting, run.done, static_cast<int>(run.paths.size()));
    }
    goOn();
}

void CoachWorker::propose(Run& run, const InspectedFile& file)
{
    ProposedFile proposal = proposalOf(file, library(false));
    // What is shown is worked out; hundreds of large files would not fit into memory.
    if (proposal.bringsNews() && run.kept + file.bytes <= m_memory) {
        run.kept += file.bytes;
    } else {
        proposal.file.copy.reset();
        proposal.file.image.reset();
    }
    run.preview.files.push_back(std::move(proposal));
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
        stamp.athlete = proposal.athlete;
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
    const auto isKept = [&run](int i) { return run.chosen[static_cast<std::size_t>(i)].file.image != nullptr; };
    run.done = first + 1;
    while (isKept(first) && run.done < std::min(total, first + kTogether) && isKept(run.done))
        ++run.done;
    if (!takeTogether(*at, run, first, run.done) && run.done > first + 1)
        for (int i = first; i < run.done; ++i)
            (void)takeTogether(*at, run, i, i + 1);
    Q_EMIT progressed(CoachTask::TakingIn, run.done, total);
    QMetaObject::invokeMethod(this, &CoachWorker::goOn, Qt::QueuedConnection);
}

bool CoachWorker::takeTogether(ICoachLibrary& library, Run& run, int first, int last)
{
    TakeInReport report = run.report;
    const bool alone = last - first == 1;
    InspectedFile& begin = run.chosen[static_cast<std::size_t>(first)].file;
    if (const auto read = readAgain(begin); !read) {
        run.report.failed.push_back({begin.path, read.error()});
        return false;
    }
    const auto done = library.inOneGo([&]() -> Result<void> {
        for (int i = first; i < last; ++i)
            if (!store(library, run.chosen[static_cast<std::size_t>(i)].file, report))
                return tl::unexpected(report.failed.back().error);
        return {};
    });
    if (!done) {
        // Of several nothing is stored; one by one it shows which of them it was.
        if (alone) {
            run.report.failed.push_back({begin.path, done.error()});
            begin.copy.reset();
            begin.image.reset();
        }
        return false;
    }
    run.report = std::move(report);
    for (int i = first; i < last; ++i) {
        ProposedFile& chosen = run.chosen[static_cast<std::size_t>(i)];
        // It is stored.
        chosen.file.copy.reset();
        chosen.file.image.reset();
        // What else waits of the same athlete may be done with now, and is judged again.
        m_waiting.erase(chosen.file.path);
        std::erase_if(m_waiting, [&](const auto& waits) { return waits.second.athlete == chosen.athlete; });
        // Remembered only as long as it is the file that was looked at.
        if (auto stamp = stampOf(chosen.file.path); stamp && stamp->bytes == chosen.file.bytes) {
            stamp->digest = chosen.file.digest;
            stamp->athlete = chosen.athlete;
            run.known.push_back(std::move(*stamp));
        }
    }
    return true;
}

Result<void> CoachWorker::readAgain(InspectedFile& file) const
{
    if (file.image != nullptr)
        return {};
    auto now = m_desk.intake().inspect(file.path);
    if (!now)
        return tl::unexpected(now.error());
    if (now->digest != file.digest)
        return fail(ErrorCode::Changing);
    file = std::move(*now);
    return {};
}

namespace {

/// What brings something stands first; the files of an athlete stay together.
int rankOf(CopyRelation relation)
{
    switch (relation) {
    case CopyRelation::New:
        return 0;
    case CopyRelation::Newer:
        return 1;
    case CopyRelation::Diverged:
        return 2;
    case CopyRelation::Conflicting:
        return 3;
    case CopyRelation::Same:
    case CopyRelation::Older:
        break;
    }
    return 4;
}

void sortForReading(std::vector<ProposedFile>& files)
{
    std::map<AthleteId, int> best;
    for (const ProposedFile& file : files) {
        const int rank = rankOf(file.comparison.relation);
        const auto [place, first] = best.emplace(file.athlete, rank);
        if (!first)
            place->second = std::min(place->second, rank);
    }
    std::stable_sort(files.begin(), files.end(), [&best](const ProposedFile& a, const ProposedFile& b) {
        const int bestA = best.at(a.athlete);
        const int bestB = best.at(b.athlete);
        const int rankA = rankOf(a.comparison.relation);
        const int rankB = rankOf(b.comparison.relation);
        return std::tie(bestA, a.name, a.athlete, rankA, a.file.path)
            < std::tie(bestB, b.name, b.athlete, rankB, b.file.path);
    });
}

}  // namespace

void CoachWorker::finish(Run& run)
{
    const bool cancelled = isCancelled(run.ticket);
    const auto total = static_cast<int>(run.kind == Run::Kind::TakeIn ? run.chosen.size() : run.paths.size());
    Q_EMIT progressed(run.kind == Run::Kind::TakeIn ? CoachTask::TakingIn : CoachTask::Inspecting, total, total);
    remember(run.known);
    switch (run.kind) {
    case Run::Kind::Preview:
        sortForReading(run.preview.files);
        Q_EMIT inspected(cancelled ? nullptr : std::make_shared<IntakePreview>(std::move(run.preview)));
        break;
    case Run::Kind::Folder:
        run.news.cancelled = cancelled;
        std::sort(run.news.refused.begin(), run.news.refused.end(),
                  [](const Refusal& a, const Refusal& b) { return a.path < b.path; });
        Q_EMIT folderRead(std::make_shared<FolderNews>(std::move(run.news)));
        if (run.report.changedAnything() || !run.report.failed.empty())
            Q_EMIT tookIn(std::make_shared<TakeInReport>(std::move(run.report)));
        if (const auto again = std::exchange(m_folderAgain, std::nullopt); again && !isCancelled(*again))
            QMetaObject::invokeMethod(
                this, [this, ticket = *again] { readFolder(ticket); }, Qt::QueuedConnection);
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
