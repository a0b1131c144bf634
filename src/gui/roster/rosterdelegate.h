// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace psolog {

class RosterModel;
class Theme;

/// Paints the cells of the roster. Borrows its arguments.
class RosterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RosterDelegate(const RosterModel& model, const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    [[nodiscard]] static int rowHeight(const Theme& theme);

private:
    const RosterModel& m_model;
    const Theme& m_theme;
};

}  // namespace psolog
