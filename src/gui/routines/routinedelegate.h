// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace psolog {

class RoutineListModel;
class Theme;

/// Paints a routine: name, total time, what kind it is, and its steps as a bar of their lengths.
///
/// Thread: GUI. Ownership: theme and model are borrowed and must outlive it.
class RoutineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RoutineDelegate(const Theme& theme, const RoutineListModel& model, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSteps(QPainter& painter, const QRectF& place, int row) const;

    const Theme& m_theme;
    const RoutineListModel& m_model;
};

}  // namespace psolog
