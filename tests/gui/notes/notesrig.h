// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "gui/shell/coachservices.h"
#include "support/memorynotes.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// For what is not asked for here.
class NoSnapshots : public ISnapshots {
public:
    [[nodiscard]] Result<SnapshotContents> preview(const SnapshotOptions& /*options*/) override
    {
        return fail(ErrorCode::Internal);
    }
    Result<SnapshotContents> write(const SnapshotOptions& /*options*/, const std::string& /*path*/) override
    {
        return fail(ErrorCode::Internal);
    }
};

class NoDesk : public ICoachDesk, public IIntake {
public:
    [[nodiscard]] bool hasLibrary() const override { return false; }
    [[nodiscard]] Result<std::unique_ptr<ICoachLibrary>> openLibrary() const override
    {
        return fail(ErrorCode::Internal);
    }
    [[nodiscard]] const IIntake& intake() const override { return *this; }
    [[nodiscard]] Result<InspectedFile> inspect(const std::string& /*path*/) const override
    {
        return fail(ErrorCode::Internal);
    }
};

/// A page fixture with notes of a coach in memory.
struct NotesRig {
    NotesRig() { wire(); }
    NotesRig(ThemeChoice choice, int textSize) : fixture(choice, textSize) { wire(); }

    /// Again after fixture.reopen().
    void wire()
    {
        fixture.services->coach = &coach;
        fixture.services->coachNotes = &notes;
    }
    [[nodiscard]] Services& services() { return *fixture.services; }
    [[nodiscard]] LocalDay today() const { return fixture.services->today(); }

    /// The athlete whose log it is; made when there is none.
    AthleteId athlete()
    {
        const auto there = fixture.services->athletes.athlete();
        if (there && *there)
            return (*there)->id;
        Athlete made;
        made.id = fixture.ids.make<AthleteId>();
        made.name = "Runner 07";
        made.created = fixture.services->recordedNow();
        static_cast<void>(fixture.services->athletes.save(made));
        return made.id;
    }

    [[nodiscard]] CoachNote note(const std::string& text, std::optional<NoteDays> days = {},
                                 std::optional<Muscle> muscle = {})
    {
        CoachNote made;
        made.id = fixture.ids.make<CoachNoteId>();
        made.author = "Kim";
        made.written = fixture.clock.now();
        made.days = days;
        made.muscle = muscle;
        made.text = text;
        return made;
    }
    [[nodiscard]] NoteDays days(int firstBack, int lastBack) const { return {today() - firstBack, today() - lastBack}; }
    [[nodiscard]] CoachPlan plan(int daysAWeek = 5)
    {
        CoachPlan made;
        made.id = fixture.ids.make<CoachPlanId>();
        made.author = "Kim";
        made.written = fixture.clock.now();
        made.daysAWeek = daysAWeek;
        made.routine = {"kims-four", "Kim's four", {}};
        made.routine.steps = {
            {StepKind::Settle, {}, BodySide::Both, Seconds(30), "Lie down and breathe.", "tool-settle"},
            {StepKind::Zone, Zone::Low, BodySide::Left, Seconds(120), "Search slowly.", "tool-low"},
            {StepKind::Rest, {}, BodySide::Both, Seconds(90), "Rest.", "rest"}};
        return made;
    }
    [[nodiscard]] NotesFile file(std::vector<CoachNote> contents, std::optional<CoachPlan> proposed = {})
    {
        return {athlete(), "Runner 07", "Kim", fixture.clock.now(), std::move(contents), std::move(proposed)};
    }
    /// Keeps a note as taken in and not read yet.
    CoachNote keep(const CoachNote& one)
    {
        notes.kept.push_back(one);
        notes.unreadIds.insert(one.id);
        return one;
    }

    PageFixture fixture;
    MemoryNotes notes;
    MemoryNotesFiles files;
    NoSnapshots snapshots;
    NoDesk desk;
    CoachServices coach{snapshots, notes, files, desk};
};

}  // namespace psolog::test
