// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coachnote.h"
#include "core/ports/iathletelog.h"
#include "gui/shell/services.h"

namespace psolog::test {

/// What a coach may write to the runner of the demonstration: two notes about days, one in general, and a plan.
[[nodiscard]] inline NotesFile sampleNotes(Services& services)
{
    const LocalDay today = services.today();
    NotesFile file;
    if (const auto athlete = services.athletes.athlete(); athlete && *athlete) {
        file.athlete = (*athlete)->id;
        file.athleteName = (*athlete)->name;
    }
    file.author = "Kim";
    file.written = services.clock.now();
    const auto add = [&](const char* text, std::optional<NoteDays> days, std::optional<Muscle> muscle) {
        file.notes.push_back({services.ids.make<CoachNoteId>(), file.author, file.written, days, muscle, text, false});
    };
    add("Good work on the hills. Keep the two days after them easy, as you did this week.",
        NoteDays{today - 5, today - 3}, Muscle::Hamstring);
    add("What happened here? Please add a word to the check-in.", NoteDays{today - 12, today - 12}, {});
    add("Thanks for sharing. I look at it every Sunday.", {}, {});
    file.plan = CoachPlan{services.ids.make<CoachPlanId>(), file.author, file.written, 5,
                          services.routines.routines().back().routine};
    return file;
}

}  // namespace psolog::test
