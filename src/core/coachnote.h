// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/records.h"
#include "core/result.h"
#include "core/routine.h"
#include "core/site.h"

namespace psolog {

/// The local days first to last that a note is about, both included.
struct NoteDays {
    LocalDay first;
    LocalDay last;

    friend bool operator==(const NoteDays&, const NoteDays&) = default;
};

/// What a coach wrote about an athlete, a day, or a range of days. It stands beside the log and never changes a record.
struct CoachNote {
    CoachNoteId id;
    std::string author;            ///< name of the coach, one line of at most kMaxNameLength code points, not empty
    Instant written;               ///< when it was written or changed last
    std::optional<NoteDays> days;  ///< nothing: about the athlete as a whole; first == last: a day
    std::optional<Muscle> muscle;  ///< of the chart that it was written at; only with days
    /// UTF-8, at most kMaxNoteLength code points, not empty; plain text without control characters but line break and
    /// tab.
    std::string text;
    bool withdrawn = false;  ///< the coach took it back; the text may then be empty

    friend bool operator==(const CoachNote&, const CoachNote&) = default;
};

/// What a coach proposes: a routine and on how many days a week.
struct CoachPlan {
    CoachPlanId id;
    std::string author;
    Instant written;
    int daysAWeek = 7;  ///< 1-7
    Routine routine;

    friend bool operator==(const CoachPlan&, const CoachPlan&) = default;
};

/// A `.psolog-notes` file: what a coach sends back to one athlete. Signed by name only: anybody can write any name.
struct NotesFile {
    AthleteId athlete;
    std::string athleteName;  ///< as the coach knows it; may be empty
    std::string author;
    Instant written;
    std::vector<CoachNote> notes;  ///< withdrawn ones, too, without text; at most kMaxNotesInFile
    std::optional<CoachPlan> plan;

    friend bool operator==(const NotesFile&, const NotesFile&) = default;
};

inline constexpr std::size_t kMaxNotesInFile = 2'000;

/// InvalidValue naming the field unless the note, plan or file keeps what is promised above.
[[nodiscard]] Result<void> validate(const CoachNote& note);
[[nodiscard]] Result<void> validate(const CoachPlan& plan);
[[nodiscard]] Result<void> validate(const NotesFile& file);

/// What taking in a notes file would change.
struct NotesComparison {
    int added = 0;
    int changed = 0;    ///< known, and written later than the one at hand
    int withdrawn = 0;  ///< known, and taken back
    int same = 0;       ///< nothing to do: the same, or older than the one at hand
    bool newPlan = false;

    [[nodiscard]] bool changesNothing() const { return added + changed + withdrawn == 0 && !newPlan; }
    friend bool operator==(const NotesComparison&, const NotesComparison&) = default;
};

/// Compares by id; of two versions of a note the one written later counts, a withdrawn one before one that is not when
/// both were written at the same moment.
[[nodiscard]] NotesComparison compareNotes(const std::vector<CoachNote>& atHand, const std::optional<CoachPlan>& plan,
                                           const NotesFile& file);

}  // namespace psolog
