// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QCoreApplication>
#include <QString>

#include "core/coachnote.h"
#include "core/result.h"

namespace psolog {

/// The words about notes and plans of coaches. What others wrote comes back as it is: plain text always.
class NoteWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::NoteWords)
public:
    /// "18 Nov", "12 to 18 Nov"; empty without days.
    [[nodiscard]] static QString days(const std::optional<NoteDays>& days, LocalDay today);
    /// What a note is about: "18 Nov · Hamstring"; without days "In general".
    [[nodiscard]] static QString about(const CoachNote& note, LocalDay today);
    /// "Kim, 20 Nov".
    [[nodiscard]] static QString signature(const std::string& author, const Instant& written, LocalDay today);
    /// "Note from Kim".
    [[nodiscard]] static QString from(const std::string& author);
    /// The first line that is not empty.
    [[nodiscard]] static QString firstLine(const CoachNote& note);

    /// "5 days a week".
    [[nodiscard]] static QString daysAWeek(int days);
    /// "Kim proposes: Daily five, 5 days a week".
    [[nodiscard]] static QString proposal(const CoachPlan& plan);
    /// That nothing begins by itself, and that a lock stays one.
    [[nodiscard]] static QString planCaution();

    /// "3 notes, 1 taken back, a plan"; "nothing".
    [[nodiscard]] static QString contents(int notes, int withdrawn, bool plan);
    /// What a file would change: "2 new notes, 1 changed, a new plan"; "Nothing new".
    [[nodiscard]] static QString changes(const NotesComparison& comparison);

    /// Why a notes file could not be read or written, and what to do: errorwords.h speaks of logs.
    [[nodiscard]] static QString headline(const Error& error);
    [[nodiscard]] static QString describe(const Error& error);
};

}  // namespace psolog
