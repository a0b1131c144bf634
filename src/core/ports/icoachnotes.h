// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "core/coachnote.h"
#include "core/result.h"

namespace psolog {

/// The notes and the plan of coaches about the athlete shown, for reading.
class ICoachNotes {
public:
    virtual ~ICoachNotes() = default;

    /// Every note that was not withdrawn, newest first.
    [[nodiscard]] virtual Result<std::vector<CoachNote>> notes() = 0;
    /// The newest plan, or nothing.
    [[nodiscard]] virtual Result<std::optional<CoachPlan>> plan() = 0;
};

/// What coaches sent, kept in the athlete's own log, apart from the records.
class IReceivedNotes : public ICoachNotes {
public:
    /// All with the withdrawn ones, as compareNotes() needs them.
    [[nodiscard]] virtual Result<std::vector<CoachNote>> all() = 0;
    /// Stores what compareNotes() counts as added, changed or withdrawn and a later plan, all or nothing. Touches no
    /// record. InvalidValue when validate() refuses the file or it is about another athlete.
    virtual Result<void> take(const NotesFile& file) = 0;
    /// Notes that the athlete has not marked as read.
    [[nodiscard]] virtual Result<std::set<CoachNoteId>> unread() = 0;
    /// Marks a note as read or unread; NotFound when there is none.
    virtual Result<void> setRead(const CoachNoteId& id, bool read) = 0;
};

}  // namespace psolog
