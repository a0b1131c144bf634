// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QWidget>

#include "core/result.h"
#include "core/routine.h"
#include "session/routineproposal.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QListView;
class QStackedWidget;

namespace psolog {

class Button;
class PageHeader;
class RoutineDetails;
class RoutineEditor;
class RoutineListModel;
struct Services;

/// The routines: a list with the chosen one in full beside it, and the editor. Deleting, duplicating, importing and
/// saving can be undone with the window's undo.
///
/// Thread: GUI. Ownership: the services are borrowed and must outlive it. Errors: shown in the view.
class RoutinesView : public QWidget {
    Q_OBJECT
public:
    explicit RoutinesView(Services& services, QWidget* parent = nullptr);

    /// Reads the store again and comes up with the list, at the routine of this id.
    void open(const std::string& id);
    void setProposal(const std::optional<RoutineProposal>& proposal);
    /// False while an edited routine is not saved; then the editor asks what to do with it.
    [[nodiscard]] bool mayLeave();
    void focusFirst();

    /// Stores the routine of a file as one of the user's own, under a free id when its own is taken.
    void importFrom(const QString& path);
    /// Writes the routine shown to a file.
    void exportTo(const QString& path);

Q_SIGNALS:
    /// Back to where the view was opened from.
    void closed();
    /// The user wants to release with this routine.
    void used(const QString& id);
    /// See Page::noticed.
    void noticed(const QString& message, bool offerUndo);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeListPage();
    void reload();
    void select(const std::string& id);
    [[nodiscard]] const Routine* selected() const;
    void showSelected();
    void showUnused();
    void showError(const QString& message);
    /// The same after a change that was refused: the store may have read a file again.
    void showFailure(const QString& message);
    void duplicate();
    void remove();
    void editSelected();
    [[nodiscard]] Result<void> store(const Routine& routine);
    void chooseImport();
    void chooseExport();
    void closeEditor();
    void retranslate();

    Services& m_services;
    QStackedWidget* m_stack;
    PageHeader* m_header;
    Button* m_importButton;
    Button* m_backButton;
    QLabel* m_lead;
    QLabel* m_error;
    QFrame* m_unusedBanner;
    QLabel* m_unusedTitle;
    QLabel* m_unused;
    QBoxLayout* m_cards;
    QListView* m_list;
    RoutineListModel* m_model;
    RoutineDetails* m_details;
    RoutineEditor* m_editor;
    std::optional<RoutineProposal> m_proposal;
    std::string m_selected;
    std::string m_edited;  ///< id of the routine in the editor
};

}  // namespace psolog
