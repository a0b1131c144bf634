// SPDX-License-Identifier: GPL-3.0-or-later
// What the Trends page shows of a coach's notes; the rest is in trendspage.cpp.
#include <algorithm>
#include <iterator>

#include "core/ports/icoachnotes.h"
#include "gui/notes/notesinview.h"
#include "gui/shell/services.h"
#include "gui/trends/trendspage.h"

namespace psolog {

Result<void> TrendsPage::readNotes()
{
    m_notes.clear();
    if (services().coachNotes == nullptr)
        return {};
    auto notes = services().coachNotes->notes();
    if (!notes)
        return tl::unexpected(notes.error());
    std::copy_if(std::make_move_iterator(notes->begin()), std::make_move_iterator(notes->end()),
                 std::back_inserter(m_notes), [](const CoachNote& note) { return note.days.has_value(); });
    return {};
}

void TrendsPage::markNotes()
{
    std::vector<CoachNote> marked;
    std::copy_if(m_notes.begin(), m_notes.end(), std::back_inserter(marked),
                 [this](const CoachNote& note) { return current().concerns(note); });
    current().setNotes(marked);
}

void TrendsPage::listNotes()
{
    std::vector<CoachNote> inView;
    if (!m_data.empty()) {
        const DayRange days = current().visibleDays();
        std::copy_if(m_notes.begin(), m_notes.end(), std::back_inserter(inView), [&](const CoachNote& note) {
            return current().concerns(note) && note.days->last.number() >= days.first
                && note.days->first.number() <= days.last;
        });
    }
    m_notesCard->setNotes(std::move(inView), services().today());
}

}  // namespace psolog
