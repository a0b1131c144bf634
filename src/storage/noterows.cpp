// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/noterows.h"

#include <optional>
#include <string>

namespace psolog {

CoachNote takeNote(Statement& row)
{
    CoachNote note;
    note.id = row.take<CoachNoteId>();
    note.author = row.take<std::string>();
    note.written = row.take<Instant>();
    const auto first = row.take<std::optional<LocalDay>>();
    const auto last = row.take<std::optional<LocalDay>>();
    if (first && last)
        note.days = NoteDays{*first, *last};
    note.muscle = row.take<std::optional<Muscle>>();
    note.text = row.take<std::string>();
    note.withdrawn = row.take<bool>();
    return note;
}

RoutineStep takeRoutineStep(Statement& row)
{
    RoutineStep step;
    step.kind = row.take<StepKind>();
    step.zone = row.take<std::optional<Zone>>();
    step.side = row.take<BodySide>();
    step.duration = row.take<Seconds>();
    step.cue = row.take<std::string>();
    step.pose = row.take<std::string>();
    return step;
}

}  // namespace psolog
