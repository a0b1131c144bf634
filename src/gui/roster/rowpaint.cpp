// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/rowpaint.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTableView>

#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kRing = 2;
}

void paintRowBehind(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    const QRect& cell = option.rect;
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    if (chosen)
        painter.fillRect(cell, theme.color(Role::AccentSoft));
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color(Role::Divider));
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    if (!chosen || table == nullptr || !table->hasFocus())
        return;
    // The fill alone differs too little from the other rows.
    const QColor& ring = theme.color(Role::Accent);
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), kRing), ring);
    painter.fillRect(QRect(cell.left(), cell.bottom() - kRing + 1, cell.width(), kRing), ring);
    const QHeaderView& head = *table->horizontalHeader();
    if (cell.left() + head.offset() <= 0)
        painter.fillRect(QRect(cell.left(), cell.top(), kRing, cell.height()), ring);
    if (cell.right() + 1 + head.offset() >= head.length())
        painter.fillRect(QRect(cell.right() - kRing + 1, cell.top(), kRing, cell.height()), ring);
}

}  // namespace psolog
