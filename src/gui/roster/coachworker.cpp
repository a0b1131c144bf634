// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachworker.h"

#include <algorithm>

#include "gui/roster/coachrun.h"
#include "gui/roster/intakefiles.h"

namespace psolog {

CoachWorker::CoachWorker(const ICoachDesk& desk, AthleteId own)
    : m_desk(desk),
      m_own(std::move(own)),
      m_memory(kKeptBytes)
{
    m_pool.setMaxThreadCount(kInspectors);
}

CoachWorker::~CoachWorker()
{
    cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

Result<ICoachLibrary*> CoachWorker::libraryIfAny(bool make)
{
    if (m_left)
        return fail(ErrorCode::CannotOpen);
    if (m_library == nullptr && (make || m_desk.hasLibrary())) {
        auto library = m_desk.openLibrary();
        if (!library)
            return tl::unexpected(library.error());
        m_library = std::move(*library);
    }
    return m_library.get();
}

ICoachLibrary* CoachWorker::library(bool make)
{
    const auto library = libraryIfAny(make);
    if (!library)
        Q_EMIT failed(library.error());
    return library ? *library : nullptr;
}

void CoachWorker::readRoster(LocalDay today, int ticket)
{
    m_today = today;
    std::shared_ptr<Roster> roster;
    if (ICoachLibrary* at = library(false))
        roster = rosterOf(*at, ticket);
    else if (!m_left && !m_desk.hasLibrary())
        roster = std::make_shared<Roster>();
    if (roster != nullptr)
        Q_EMIT rosterRead(roster);
    keepFacts();
}

std::shared_ptr<Roster> CoachWorker::rosterOf(ICoachLibrary& library, int ticket)
{
    const auto athletes = library.athletes();
    if (!athletes) {
        Q_EMIT failed(athletes.error());
        return nullptr;
    }
    auto roster = std::make_shared<Roster>();
    roster->library = true;
    roster->athletes = static_cast<int>(athletes->size());
    roster->items.reserve(athletes->size());
    m_names.clear();
    for (const AthleteEntry& entry : *athletes)
        m_names.emplace(entry.id, entry.name);
    std::optional<Error> problem;
    for (const AthleteEntry& entry : *athletes) {
        if (isCancelled(ticket))
            break;
        auto row = rowOf(library, entry);
        // An athlete whose copy cannot be read is shown without numbers, with the others.
        if (!row) {
            problem = row.error();
            RosterRow bare;
            bare.athlete = entry.id;
            bare.name = entry.name;
            bare.today = m_today;
            row = bare;
        }
        auto unseen = unseenFlags(*row, entry.reviewed ? std::string_view(entry.reviewed->flags) : std::string_view());
        roster->items.push_back({entry, std::move(*row), std::move(unseen)});
        Q_EMIT progressed(CoachTask::Reading, static_cast<int>(roster->items.size()), roster->athletes);
    }
    Q_EMIT progressed(CoachTask::Reading, roster->athletes, roster->athletes);
    if (problem)
        Q_EMIT failed(*problem);
    return roster;
}

Result<RosterRow> CoachWorker::rowOf(ICoachLibrary& library, const AthleteEntry& entry)
{
    const auto days = entry.plan ? std::optional(entry.plan->daysAWeek) : std::nullopt;
    const std::string key = rosterKey(entry.digest, m_today, days);
    if (const auto known = m_rows.find(entry.id); known != m_rows.end() && known->second.first == key)
        return known->second.second;
    if (entry.facts && entry.facts->key == key) {
        if (auto row = rowFromText(entry.facts->text)) {
            m_rows.insert_or_assign(entry.id, std::pair(key, *row));
            return std::move(*row);
        }
    }
    const auto copy = library.copyOf(entry.id);
    if (!copy)
        return tl::unexpected(copy.error());
    RosterRow row = rosterRow(*copy, m_today, days);
    m_rows.insert_or_assign(entry.id, std::pair(key, row));
    m_unkept.push_back({entry.id, {key, toText(row)}});
    return row;
}

void CoachWorker::keepFacts()
{
    if (m_unkept.empty() || m_library == nullptr)
        return;
    // Nothing is lost but time when they are not kept.
    (void)m_library->inOneGo([this]() -> Result<void> {
        for (const auto& [id, facts] : m_unkept)
            if (auto kept = m_library->cacheFacts(id, facts); !kept)
                return kept;
        return {};
    });
    m_unkept.clear();
}

void CoachWorker::open(const AthleteId& id, bool beside)
{
    ICoachLibrary* at = library(false);
    if (at == nullptr)
        return;
    const auto athletes = at->athletes();
    if (!athletes) {
        Q_EMIT failed(athletes.error());
        return;
    }
    const auto entry =
        std::find_if(athletes->begin(), athletes->end(), [&](const auto& each) { return each.id == id; });
    if (entry == athletes->end()) {
        Q_EMIT failed({ErrorCode::NotFound, {}});
        return;
    }
    auto row = rowOf(*at, *entry);
    auto log = at->open(id);
    auto notes = at->notes(id);
    if (!row || !log || !notes) {
        Q_EMIT failed(!row ? row.error() : !log ? log.error() : notes.error());
        return;
    }
    auto athlete = std::make_shared<ReviewedAthlete>();
    athlete->entry = *entry;
    athlete->unseen =
        unseenFlags(*row, entry->reviewed ? std::string_view(entry->reviewed->flags) : std::string_view());
    athlete->row = std::move(*row);
    athlete->log = std::move(*log);
    athlete->notes = std::move(*notes);
    Q_EMIT opened(athlete, beside);
}

void CoachWorker::change(const Work& work, const Then& then)
{
    const auto at = libraryIfAny(true);
    then(at ? work(**at) : Result<void>(tl::unexpected(at.error())));
}

}  // namespace psolog
