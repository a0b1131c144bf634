// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinedraft.h"

#include <algorithm>
#include <utility>

#include <QUndoCommand>

#include "core/routineshape.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

constexpr Seconds kDefaultTimes[]{Seconds(30), Seconds(60), Seconds(15), Seconds(30)};  // by StepKind

}  // namespace

class RoutineDraft::Edit : public QUndoCommand {
public:
    Edit(RoutineDraft& draft, const QString& text, int key, State before, State after)
        : QUndoCommand(text),
          m_draft(draft),
          m_key(key),
          m_before(std::move(before)),
          m_after(std::move(after))
    {
    }

    [[nodiscard]] int id() const override { return m_key == 0 ? -1 : m_key; }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const Edit*>(other)->m_after;
        setObsolete(m_after.routine == m_before.routine);
        return true;
    }
    void undo() override { m_draft.apply(m_before); }
    void redo() override { m_draft.apply(m_after); }

private:
    RoutineDraft& m_draft;
    int m_key;
    State m_before;
    State m_after;
};

RoutineDraft::RoutineDraft(const PoseLibrary& poses, QObject* parent) : QObject(parent), m_poses(poses) { }

void RoutineDraft::begin(const Routine& routine)
{
    m_history.clear();
    m_stored = routine;
    apply({routine, routine.steps.empty() ? -1 : 0});
}

std::vector<RoutineIssue> RoutineDraft::issues() const
{
    auto found = issuesOf(m_routine);
    for (std::size_t i = 0; i < m_routine.steps.size(); ++i)
        if (!isPose(m_routine.steps[i].pose))
            found.push_back({i, RoutineField::Pose, RoutineProblem::Unknown});
    return found;
}

const RoutineStep* RoutineDraft::currentStep() const
{
    return m_current < 0 ? nullptr : &m_routine.steps[static_cast<std::size_t>(m_current)];
}

void RoutineDraft::select(int step)
{
    const int last = static_cast<int>(m_routine.steps.size()) - 1;
    if (step == m_current || step < 0 || step > last)
        return;
    m_current = step;
    Q_EMIT changed();
}

void RoutineDraft::apply(const State& state)
{
    m_routine = state.routine;
    m_current = std::min(state.current, static_cast<int>(m_routine.steps.size()) - 1);
    Q_EMIT changed();
}

void RoutineDraft::edit(const QString& text, int key, const std::function<void(State&)>& how)
{
    const State before{m_routine, m_current};
    State after = before;
    how(after);
    if (after.routine != before.routine)
        m_history.push(new Edit(*this, text, key, before, after));
}

void RoutineDraft::editStep(const QString& text, RoutineField field, const std::function<void(RoutineStep&)>& how)
{
    if (m_current < 0)
        return;
    constexpr int kFields = 16;
    const int key = (m_current + 1) * kFields + static_cast<int>(field);
    edit(text, key, [&](State& state) { how(state.routine.steps[static_cast<std::size_t>(state.current)]); });
}

void RoutineDraft::setName(const std::string& name)
{
    edit(tr("name"), 1, [&](State& state) { state.routine.name = name; });
}

void RoutineDraft::reshapeStep(const QString& text, RoutineField field, const std::function<void(RoutineStep&)>& how)
{
    editStep(text, field, [&](RoutineStep& step) {
        const RoutineStep before = step;
        how(step);
        if (before.pose == poseFor(before))
            step.pose = poseFor(step);
        step.cue = cueFollowing(before, step);
    });
}

void RoutineDraft::setKind(StepKind kind)
{
    reshapeStep(tr("kind of step"), RoutineField::Steps, [&](RoutineStep& step) {
        step.kind = kind;
        if (kind != StepKind::Zone)
            step.zone.reset();
        else if (!step.zone)
            step.zone = Zone::Low;
    });
}

void RoutineDraft::setZone(Zone zone)
{
    reshapeStep(tr("zone"), RoutineField::Zone, [&](RoutineStep& step) { step.zone = zone; });
}

void RoutineDraft::setSide(BodySide side)
{
    reshapeStep(tr("side"), RoutineField::Id, [&](RoutineStep& step) { step.side = side; });
}

void RoutineDraft::setDuration(Seconds duration)
{
    editStep(tr("time"), RoutineField::Duration, [&](RoutineStep& step) { step.duration = duration; });
}

void RoutineDraft::setCue(const std::string& cue)
{
    editStep(tr("what is said"), RoutineField::Cue, [&](RoutineStep& step) { step.cue = cue; });
}

void RoutineDraft::setPose(const std::string& pose)
{
    editStep(tr("picture"), RoutineField::Pose, [&](RoutineStep& step) { step.pose = pose; });
}

void RoutineDraft::add(StepKind kind)
{
    if (m_routine.steps.size() >= kMaxRoutineSteps)
        return;
    edit(tr("added step"), 0, [&](State& state) {
        RoutineStep step;
        step.kind = kind;
        if (kind == StepKind::Zone)
            step.zone = Zone::Low;
        step.duration = kDefaultTimes[static_cast<std::size_t>(kind)];
        step.pose = poseFor(step);
        step.cue = firstCue(step);
        ++state.current;
        state.routine.steps.insert(state.routine.steps.begin() + state.current, step);
    });
}

void RoutineDraft::removeCurrent()
{
    if (m_current < 0)
        return;
    edit(tr("removed step"), 0, [&](State& state) {
        state.routine.steps.erase(state.routine.steps.begin() + state.current);
        state.current = std::min(state.current, static_cast<int>(state.routine.steps.size()) - 1);
    });
}

void RoutineDraft::move(int from, int to)
{
    const int count = static_cast<int>(m_routine.steps.size());
    if (from == to || from < 0 || to < 0 || from >= count || to >= count)
        return;
    edit(tr("moved step"), 0, [&](State& state) {
        const auto first = state.routine.steps.begin();
        if (from < to)
            std::rotate(first + from, first + from + 1, first + to + 1);
        else
            std::rotate(first + to, first + from, first + from + 1);
        state.current = to;
    });
}

void RoutineDraft::turn()
{
    edit(tr("direction"), 0, [](State& state) { state.routine = reversed(state.routine); });
}

void RoutineDraft::swapSides()
{
    edit(tr("sides"), 0, [this](State& state) {
        state.routine = mirrored(state.routine, [this](std::string_view pose) { return isPose(pose); });
        for (RoutineStep& step : state.routine.steps)
            step.cue = cueOfOtherSide(step.cue);
    });
}

std::string RoutineDraft::poseFor(const RoutineStep& step) const
{
    std::string name;
    switch (step.kind) {
    case StepKind::Settle:
        name = "tool-settle";
        break;
    case StepKind::Switch:
        name = "switch";
        break;
    case StepKind::Rest:
        name = "rest";
        break;
    case StepKind::Zone:
        name = "tool-" + std::string(nameOf(step.zone.value_or(Zone::Low)));
        if (const std::string one = name + '-' + std::string(nameOf(step.side)); isPose(one))
            name = one;
        break;
    }
    if (isPose(name) || m_poses.empty())
        return name;
    return m_poses.begin()->first;
}

}  // namespace psolog
