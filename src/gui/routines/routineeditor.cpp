// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routineeditor.h"

#include <utility>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include "core/routineshape.h"
#include "gui/routines/routinewords.h"
#include "gui/routines/stepform.h"
#include "gui/routines/steplist.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/segmentbar.h"

namespace psolog {

void RoutineEditor::connectControls()
{
    connect(m_saveButton, &QPushButton::clicked, this, &RoutineEditor::save);
    connect(m_leaveSaveButton, &QPushButton::clicked, this, &RoutineEditor::save);
    connect(m_closeButton, &QPushButton::clicked, this, &RoutineEditor::leave);
    connect(m_discardButton, &QPushButton::clicked, this, &RoutineEditor::closed);
    connect(m_keepButton, &QPushButton::clicked, this, [this] {
        m_leaveBanner->hide();
        focusFirst();
    });
    connect(m_undoButton, &QPushButton::clicked, &m_draft.history(), &QUndoStack::undo);
    connect(m_redoButton, &QPushButton::clicked, &m_draft.history(), &QUndoStack::redo);
    connect(&m_draft.history(), &QUndoStack::canUndoChanged, m_undoButton, &QWidget::setEnabled);
    connect(&m_draft.history(), &QUndoStack::canRedoChanged, m_redoButton, &QWidget::setEnabled);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& name) { m_draft.setName(name.toStdString()); });
    const auto turnTo = [this](RoutineDirection wanted) {
        if (directionOf(m_draft.routine()) != wanted)
            m_draft.turn();
        follow();
    };
    connect(m_upwardButton, &QPushButton::clicked, this, [turnTo] { turnTo(RoutineDirection::Upward); });
    connect(m_downwardButton, &QPushButton::clicked, this, [turnTo] { turnTo(RoutineDirection::Downward); });
    connect(m_swapButton, &QPushButton::clicked, &m_draft, &RoutineDraft::swapSides);
    const auto adds = [this](Button* button, StepKind kind) {
        connect(button, &QPushButton::clicked, this, [this, kind] { m_draft.add(kind); });
    };
    adds(m_addSettleButton, StepKind::Settle);
    adds(m_addZoneButton, StepKind::Zone);
    adds(m_addSwitchButton, StepKind::Switch);
    adds(m_addRestButton, StepKind::Rest);
    connect(m_upButton, &QPushButton::clicked, this,
            [this] { m_draft.move(m_draft.current(), m_draft.current() - 1); });
    connect(m_downButton, &QPushButton::clicked, this,
            [this] { m_draft.move(m_draft.current(), m_draft.current() + 1); });
    connect(m_removeButton, &QPushButton::clicked, &m_draft, &RoutineDraft::removeCurrent);
    connect(&m_draft, &RoutineDraft::changed, this, &RoutineEditor::follow);
}

void RoutineEditor::edit(const Routine& routine)
{
    m_leaveBanner->hide();
    m_draft.begin(routine);
}

bool RoutineEditor::mayLeave()
{
    if (!m_draft.isChanged())
        return true;
    m_leaveSaveButton->setEnabled(m_saveButton->isEnabled());
    m_leaveBanner->show();
    (m_leaveSaveButton->isEnabled() ? m_leaveSaveButton : m_keepButton)->setFocus(Qt::OtherFocusReason);
    return false;
}

void RoutineEditor::leave()
{
    if (mayLeave())
        Q_EMIT closed();
}

void RoutineEditor::save()
{
    if (!m_draft.issues().empty())
        return;
    if (const auto stored = m_store(m_draft.routine()); !stored) {
        m_problem->setText(tr("Not saved: %1").arg(RoutineWords::failure(stored.error())));
        m_problem->show();
        return;
    }
    Q_EMIT closed();
}

void RoutineEditor::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void RoutineEditor::follow()
{
    const Routine& routine = m_draft.routine();
    const QString name = QString::fromStdString(routine.name);
    m_header->setTitle(name.isEmpty() ? tr("A routine without a name") : name);
    if (m_name->text() != name) {
        const QSignalBlocker quiet(m_name);
        m_name->setText(name);
    }
    const RoutineDirection direction = directionOf(routine);
    const bool turns = direction != RoutineDirection::None;
    m_upwardButton->setEnabled(turns);
    m_downwardButton->setEnabled(turns);
    m_upwardButton->setChecked(direction == RoutineDirection::Upward);
    m_downwardButton->setChecked(direction == RoutineDirection::Downward);
    const RoutineSides sides = sidesOf(routine);
    m_swapButton->setEnabled(sides != RoutineSides::None && sides != RoutineSides::Both);
    m_total->setText(tr("Together %1 minutes · %2").arg(minutesSeconds(routine.total()), RoutineWords::facts(routine)));
    std::vector<Segment> segments;
    for (const RoutineStep& step : routine.steps)
        segments.push_back({RoutineWords::stepLabel(step), static_cast<double>(step.duration.count())});
    if (segments != m_segments->segments())
        m_segments->setSegments(segments);
    m_segments->setCurrent(m_draft.current());

    const int current = m_draft.current();
    const int count = static_cast<int>(routine.steps.size());
    m_upButton->setEnabled(current > 0);
    m_downButton->setEnabled(current >= 0 && current + 1 < count);
    m_removeButton->setEnabled(current >= 0);
    for (Button* button : {m_addSettleButton, m_addZoneButton, m_addSwitchButton, m_addRestButton})
        button->setEnabled(count < static_cast<int>(kMaxRoutineSteps));
    m_undoButton->setEnabled(m_draft.history().canUndo());
    m_redoButton->setEnabled(m_draft.history().canRedo());
    if (!m_draft.isChanged())
        m_leaveBanner->hide();
    showIssues();
}

void RoutineEditor::showIssues()
{
    const auto issues = m_draft.issues();
    QString nameProblem;
    for (const RoutineIssue& issue : issues)
        if (issue.field == RoutineField::Name)
            nameProblem = RoutineWords::fieldProblem(issue);
    m_nameError->setText(nameProblem);
    m_nameError->setVisible(!nameProblem.isEmpty());
    m_name->setAccessibleDescription(nameProblem);
    if (m_name->property("invalid").toBool() != !nameProblem.isEmpty())
        setLook(m_name, "invalid", !nameProblem.isEmpty());

    const bool changed = m_draft.isChanged();
    m_saveButton->setEnabled(issues.empty() && changed);
    m_leaveSaveButton->setEnabled(m_saveButton->isEnabled());
    QString problem;
    if (!issues.empty())
        problem = tr("Cannot be saved yet. %1").arg(RoutineWords::problem(issues.front()));
    // A swap of the sides may leave words of the user's own behind in steps that are not in view.
    const auto& steps = m_draft.routine().steps;
    for (std::size_t i = 0; problem.isEmpty() && i < steps.size(); ++i)
        if (const QString warning = RoutineWords::cueWarning(steps[i]); !warning.isEmpty())
            problem = tr("Look at step %1 again: %2").arg(i + 1).arg(warning);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_saveButton->setAccessibleDescription(!issues.empty() ? m_problem->text()
                                               : changed   ? QString()
                                                           : tr("Nothing was changed."));
}

bool RoutineEditor::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // Otherwise the window would take the keys, and undo what was done in the log.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || key->matches(QKeySequence::Save)) {
            key->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RoutineEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        m_draft.history().undo();
    else if (event->matches(QKeySequence::Redo))
        m_draft.history().redo();
    else if (event->matches(QKeySequence::Save))
        m_saveButton->click();
    else if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace psolog
