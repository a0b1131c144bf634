// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace psolog {

class RoutineDraft;
class StepListModel;
class Theme;

/// The steps of a draft, one below the other: drag them, or move them with Alt and the arrow keys; Delete removes one.
/// Its current row is the draft's current step.
///
/// Thread: GUI. Ownership: theme and draft are borrowed and must outlive it.
class StepList : public QListView {
    Q_OBJECT
public:
    StepList(const Theme& theme, RoutineDraft& draft, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void follow();

    RoutineDraft& m_draft;
    StepListModel* m_model;
};

/// Paints a step: grip, number, title, cue and time.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    StepDelegate(const Theme& theme, const StepListModel& model, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    const StepListModel& m_model;
};

}  // namespace psolog
