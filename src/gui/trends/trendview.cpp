// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendview.h"

#include "gui/notes/notewords.h"

namespace psolog {

namespace {
constexpr int kLongestMark = 60;  ///< characters of a mark in the readout of a day
}

EmptyTrend TrendView::emptyLog()
{
    return {tr("Nothing to draw yet"), tr("Check in today: one score is the first point of your trend."),
            tr("Check in"), PageId::CheckIn};
}

std::vector<NoteMark> noteMarksOf(const std::vector<CoachNote>& notes)
{
    std::vector<NoteMark> marks;
    for (const CoachNote& note : notes)
        if (note.days)
            marks.push_back(
                {note.days->first.number(), note.days->last.number(), NoteWords::from(note.author).left(kLongestMark)});
    return marks;
}

}  // namespace psolog
