// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>
#include <QPointer>

#include "core/coachnote.h"
#include "core/ports/icoachlibrary.h"

class QWidget;

namespace psolog {

class CoachData;
class NoteDialog;
class PlanDialog;
struct Services;

/// Writes a coach's notes and plans into the library, and exports them. GUI thread; borrows its arguments.
class CoachNoting : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to the window of `page`.
    CoachNoting(Services& services, CoachData& data, QWidget& page);

    /// Asks for a note: about these days, or the athlete.
    void write(const AthleteEntry& athlete, std::optional<NoteDays> days, std::optional<Muscle> muscle);
    /// Asks how a note is to be changed.
    void change(const AthleteEntry& athlete, const CoachNote& note);
    /// Takes a note back; undo brings it back.
    void withdraw(const AthleteEntry& athlete, const CoachNote& note);
    void plan(const AthleteEntry& athlete);
    void exportNotes(const AthleteEntry& athlete);

Q_SIGNALS:
    /// The notes on this athlete are these now, withdrawn ones, too, newest first.
    void notesChanged(const psolog::AthleteId& athlete, const std::vector<psolog::CoachNote>& notes);
    void planChanged(const psolog::AthleteId& athlete, const psolog::CoachPlan& plan);
    void noticed(const QString& message, bool offerUndo);
    void failed(const psolog::Error& error);

private:
    /// What dialogs need to know first.
    struct Known {
        std::string coach;
        std::vector<CoachNote> notes;
    };

    /// `answered` comes first, after a failure, too.
    void withKnown(const AthleteId& id, std::function<void(const Known&)> then, std::function<void()> answered = {});
    /// The same for what opens a dialog: once at a time, and only while the page is on the screen.
    void openWithKnown(const AthleteId& id, std::function<void(const Known&)> open);
    void showNote(const AthleteEntry& athlete, const Known& known, std::optional<NoteDays> days,
                  std::optional<Muscle> muscle, const std::optional<CoachNote>& before);
    void store(NoteDialog& dialog, const AthleteEntry& athlete, const CoachNote& note,
               const std::optional<CoachNote>& before, bool newName);
    void storePlan(PlanDialog& dialog, const AthleteEntry& athlete, const CoachPlan& plan, bool newName);
    /// Makes a change of the notes that can be taken back; `then` when it is made or failed.
    void perform(const AthleteId& id, const QString& what, std::function<Result<void>(ICoachLibrary&)> change,
                 std::function<Result<void>(ICoachLibrary&)> takeBack, std::function<void(const Result<void>&)> then);
    void tellNotes(const AthleteId& id);

    Services& m_services;
    CoachData& m_data;
    QWidget& m_page;
    bool m_opening = false;  ///< a dialog was asked for and is not there yet
};

}  // namespace psolog
