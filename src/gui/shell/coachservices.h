// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace psolog {

class ICoachDesk;
class INotesFiles;
class IReceivedNotes;
class ISnapshots;

/// What sharing the own log, taking notes in and coaching work with. Outlives every page. GUI thread, unless a port
/// says otherwise.
struct CoachServices {
    ISnapshots& snapshots;
    IReceivedNotes& received;  ///< in the own log
    INotesFiles& notesFiles;
    ICoachDesk& desk;
};

}  // namespace psolog
