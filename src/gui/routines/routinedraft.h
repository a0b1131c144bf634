// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QObject>
#include <QUndoStack>

#include "core/pose.h"
#include "core/routine.h"

namespace psolog {

/// A routine while it is edited: every change can be undone, and says at once what keeps the routine from being run.
/// Typing in one field is one step of undo.
///
/// Thread: GUI. Ownership: the poses are borrowed and must outlive it. Errors: issues().
class RoutineDraft : public QObject {
    Q_OBJECT
public:
    explicit RoutineDraft(const PoseLibrary& poses, QObject* parent = nullptr);

    /// Begins with this routine as what is stored; forgets what could be undone.
    void begin(const Routine& routine);
    [[nodiscard]] const Routine& routine() const { return m_routine; }
    /// It is not what is stored.
    [[nodiscard]] bool isChanged() const { return m_routine != m_stored; }
    [[nodiscard]] std::vector<RoutineIssue> issues() const;
    [[nodiscard]] QUndoStack& history() { return m_history; }

    /// The step that is edited; -1 when there is none.
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const RoutineStep* currentStep() const;
    void select(int step);

    void setName(const std::string& name);
    /// A picture and a cue that the program chose follow the step's kind, zone and side; the user's own stay.
    void setKind(StepKind kind);
    void setZone(Zone zone);
    void setSide(BodySide side);
    void setDuration(Seconds duration);
    void setCue(const std::string& cue);
    void setPose(const std::string& pose);

    /// Adds a step behind the current one, with a cue to begin with, and makes it current. Ignored when no more fit.
    void add(StepKind kind);
    void removeCurrent();
    /// Moves a step so that it is then the one at `to`, and makes it current. Ignored outside the routine.
    void move(int from, int to);
    /// Puts the zones of each side in the opposite order.
    void turn();
    /// Exchanges left and right, also in the cues that the program knows.
    void swapSides();

    [[nodiscard]] bool isPose(std::string_view name) const { return m_poses.contains(name); }

Q_SIGNALS:
    /// The routine or the current step is another one.
    void changed();

private:
    struct State {
        Routine routine;
        int current = -1;
    };
    class Edit;

    /// One step of undo; edits with the same key that follow each other become one, 0 never does.
    void edit(const QString& text, int key, const std::function<void(State&)>& how);
    void editStep(const QString& text, RoutineField field, const std::function<void(RoutineStep&)>& how);
    /// The same for a change of kind, zone or side.
    void reshapeStep(const QString& text, RoutineField field, const std::function<void(RoutineStep&)>& how);
    void apply(const State& state);
    /// The pose that shows such a step, unless the program has none.
    [[nodiscard]] std::string poseFor(const RoutineStep& step) const;

    const PoseLibrary& m_poses;
    Routine m_routine;
    Routine m_stored;
    int m_current = -1;
    QUndoStack m_history;
};

}  // namespace psolog
