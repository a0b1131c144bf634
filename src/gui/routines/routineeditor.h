// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QWidget>

#include "core/result.h"
#include "gui/routines/routinedraft.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QLineEdit;

namespace psolog {

class Button;
class PageHeader;
class SegmentBar;
class StepForm;
class StepList;
class Theme;

/// Edits one routine: its name, its steps and their order. What is wrong stands beside its field, and Save waits until
/// nothing is. Undo and redo are the editor's own while it has the focus.
///
/// Thread: GUI. Ownership: theme and poses are borrowed and must outlive it. Errors: those of storing are shown, and
/// what was entered stays.
class RoutineEditor : public QWidget {
    Q_OBJECT
public:
    using Store = std::function<Result<void>(const Routine&)>;

    /// `store` stores the routine when Save is pressed.
    RoutineEditor(Theme& theme, const PoseLibrary& poses, Store store, QWidget* parent = nullptr);

    void edit(const Routine& routine);
    [[nodiscard]] RoutineDraft& draft() { return m_draft; }
    /// True when nothing would be lost; otherwise asks what to do with the changes, in the editor.
    [[nodiscard]] bool mayLeave();
    void focusFirst();

Q_SIGNALS:
    /// The editor is done: everything is stored, or the changes were discarded.
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void nameWidgets();
    void connectControls();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeSteps();
    [[nodiscard]] QWidget* makeLeaveBanner();
    void follow();
    void showIssues();
    void save();
    void leave();
    void retranslate();

    Theme& m_theme;
    Store m_store;
    RoutineDraft m_draft;
    PageHeader* m_header;
    Button* m_undoButton;
    Button* m_redoButton;
    Button* m_closeButton;
    Button* m_saveButton;
    QFrame* m_leaveBanner;
    QLabel* m_leaveLabel;
    Button* m_leaveSaveButton;
    Button* m_discardButton;
    Button* m_keepButton;
    QLabel* m_problem;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameError;
    QLabel* m_directionLabel;
    Button* m_upwardButton;
    Button* m_downwardButton;
    Button* m_swapButton;
    QLabel* m_total;
    SegmentBar* m_segments;
    QBoxLayout* m_columns;
    QLabel* m_stepsLabel;
    QLabel* m_stepsHint;
    StepList* m_steps;
    Button* m_addSettleButton;
    Button* m_addZoneButton;
    Button* m_addSwitchButton;
    Button* m_addRestButton;
    Button* m_upButton;
    Button* m_downButton;
    Button* m_removeButton;
    StepForm* m_form;
};

}  // namespace psolog
