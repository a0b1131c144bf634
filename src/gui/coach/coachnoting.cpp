// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coach/coachnoting.h"

#include <algorithm>
#include <utility>

#include "gui/notes/notedialog.h"
#include "gui/notes/noteedits.h"
#include "gui/notes/notesexportdialog.h"
#include "gui/notes/plandialog.h"
#include "gui/roster/coachcommand.h"
#include "gui/roster/coachdata.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/shell/services.h"

namespace psolog {

namespace {

/// Stores a note as it is wanted now, so that it counts after the version that is there.
Result<void> storeAnew(ICoachLibrary& library, const AthleteId& athlete, const CoachNote& wanted, bool withdraw,
                       const Instant& now)
{
    const auto notes = library.notes(athlete);
    if (!notes)
        return tl::unexpected(notes.error());
    const auto there =
        std::find_if(notes->begin(), notes->end(), [&](const CoachNote& note) { return note.id == wanted.id; });
    if (there == notes->end())
        return withdraw ? Result<void>() : library.saveNote(athlete, wanted);
    return library.saveNote(athlete, withdraw ? withdrawn(*there, now) : broughtBack(wanted, *there, now));
}

}  // namespace

CoachNoting::CoachNoting(Services& services, CoachData& data, QWidget& page)
    : m_services(services),
      m_data(data),
      m_page(page)
{
}

void CoachNoting::withKnown(const AthleteId& id, std::function<void(const Known&)> then, std::function<void()> answered)
{
    auto known = std::make_shared<Known>();
    m_data.ask(
        [id, known](ICoachLibrary& library) -> Result<void> {
            auto coach = library.coachName();
            if (!coach)
                return tl::unexpected(coach.error());
            auto notes = library.notes(id);
            if (!notes)
                return tl::unexpected(notes.error());
            known->coach = std::move(*coach);
            known->notes = std::move(*notes);
            return {};
        },
        [this, known, then = std::move(then), answered = std::move(answered)](const Result<void>& done) {
            if (answered)
                answered();
            if (done)
                then(*known);
            else
                Q_EMIT failed(done.error());
        });
}

void CoachNoting::openWithKnown(const AthleteId& id, std::function<void(const Known&)> open)
{
    if (m_opening)
        return;
    m_opening = true;
    withKnown(
        id,
        [this, open = std::move(open)](const Known& known) {
            // Whoever went on to another page is not interrupted there.
            if (m_page.isVisible())
                open(known);
        },
        [this] { m_opening = false; });
}

void CoachNoting::write(const AthleteEntry& athlete, std::optional<NoteDays> days, std::optional<Muscle> muscle)
{
    openWithKnown(athlete.id,
                  [this, athlete, days, muscle](const Known& known) { showNote(athlete, known, days, muscle, {}); });
}

void CoachNoting::change(const AthleteEntry& athlete, const CoachNote& note)
{
    openWithKnown(athlete.id, [this, athlete, note](const Known& known) { showNote(athlete, known, {}, {}, note); });
}

void CoachNoting::showNote(const AthleteEntry& athlete, const Known& known, std::optional<NoteDays> days,
                           std::optional<Muscle> muscle, const std::optional<CoachNote>& before)
{
    NoteRequest request;
    request.athlete = athleteLabel(athlete.name);
    request.author = known.coach;
    request.days = days;
    request.muscle = muscle;
    request.change = before;
    auto* dialog = new NoteDialog(m_services, request, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::saveRequested, this,
            [this, dialog, athlete, before, newName = known.coach.empty()](const CoachNote& note) {
                store(*dialog, athlete, note, before, newName);
            });
    dialog->open();
}

void CoachNoting::store(NoteDialog& dialog, const AthleteEntry& athlete, const CoachNote& note,
                        const std::optional<CoachNote>& before, bool newName)
{
    const AthleteId id = athlete.id;
    const auto save = [id, note, newName](ICoachLibrary& library) -> Result<void> {
        if (newName)
            if (auto named = library.setCoachName(note.author); !named)
                return named;
        // Done again after it was taken back, it counts after that.
        const Instant written = note.written;
        return storeAnew(library, id, note, note.withdrawn, written);
    };
    const auto takeBack = [id, note, before, &clock = m_services.clock](ICoachLibrary& library) {
        return storeAnew(library, id, before.value_or(note), !before, clock.now());
    };
    perform(id, tr("Note on %1").arg(athleteLabel(athlete.name)), save, takeBack,
            [open = QPointer(&dialog)](const Result<void>& done) {
                if (open != nullptr)
                    done ? open->accept() : open->showFailure(done.error());
            });
}

void CoachNoting::withdraw(const AthleteEntry& athlete, const CoachNote& note)
{
    const AthleteId id = athlete.id;
    const auto store = [id, note, &clock = m_services.clock](bool back) {
        return [id, note, back, &clock](ICoachLibrary& library) {
            return storeAnew(library, id, note, back, clock.now());
        };
    };
    perform(id, tr("Note on %1 taken back").arg(athleteLabel(athlete.name)), store(true), store(false),
            [this](const Result<void>& done) {
                if (!done)
                    Q_EMIT failed(done.error());
            });
}

void CoachNoting::perform(const AthleteId& id, const QString& what, CoachData::Work change, CoachData::Work takeBack,
                          CoachData::Then then)
{
    CoachCommand::perform(
        m_services, m_data, what, std::move(change), std::move(takeBack),
        [this, id, what, then = std::move(then)](const Result<void>& done) {
            then(done);
            if (!done)
                return;
            tellNotes(id);
            Q_EMIT noticed(what, true);
        },
        // After undo and redo, too, the notes shown are those of the library.
        [me = QPointer(this), id] {
            if (me != nullptr)
                me->tellNotes(id);
        });
}

void CoachNoting::tellNotes(const AthleteId& id)
{
    withKnown(id, [this, id](const Known& known) { Q_EMIT notesChanged(id, known.notes); });
}

void CoachNoting::plan(const AthleteEntry& athlete)
{
    openWithKnown(athlete.id, [this, athlete](const Known& known) {
        auto* dialog =
            new PlanDialog(m_services, PlanRequest{athleteLabel(athlete.name), known.coach, athlete.plan}, &m_page);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PlanDialog::saveRequested, this,
                [this, dialog, athlete, newName = known.coach.empty()](const CoachPlan& plan) {
                    storePlan(*dialog, athlete, plan, newName);
                });
        dialog->open();
    });
}

void CoachNoting::storePlan(PlanDialog& dialog, const AthleteEntry& athlete, const CoachPlan& plan, bool newName)
{
    const AthleteId id = athlete.id;
    m_data.change(
        [id, plan, newName](ICoachLibrary& library) -> Result<void> {
            if (newName)
                if (auto named = library.setCoachName(plan.author); !named)
                    return named;
            return library.savePlan(id, plan);
        },
        [this, id, plan, open = QPointer(&dialog), name = athleteLabel(athlete.name)](const Result<void>& done) {
            if (!done) {
                if (open != nullptr)
                    open->showFailure(done.error());
                return;
            }
            if (open != nullptr)
                open->accept();
            Q_EMIT planChanged(id, plan);
            Q_EMIT noticed(tr("Plan for %1 kept. Export the notes to send it.").arg(name), false);
        });
}

void CoachNoting::exportNotes(const AthleteEntry& athlete)
{
    openWithKnown(athlete.id, [this, athlete](const Known& known) {
        NotesFile file;
        file.athlete = athlete.id;
        file.athleteName = athlete.name;
        file.author = known.coach;
        file.notes = known.notes;
        file.plan = athlete.plan;
        auto* dialog = new NotesExportDialog(m_services, std::move(file), &m_page);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &NotesExportDialog::exported, this,
                [this, known, name = athleteLabel(athlete.name)](const QString&, const std::string& author) {
                    if (author != known.coach)
                        m_data.ask([author](ICoachLibrary& library) { return library.setCoachName(author); },
                                   [this](const Result<void>& done) {
                                       if (!done)
                                           Q_EMIT failed(done.error());
                                   });
                    Q_EMIT noticed(tr("Notes for %1 are in the file. Send it to the athlete.").arg(name), false);
                });
        dialog->open();
    });
}

}  // namespace psolog
