// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace psolog {

class Theme;

/// Paints what is behind a cell of a table that chooses whole rows: the soft fill of the chosen row, with a ring round
/// it while the table has the focus, and the line below every row.
void paintRowBehind(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);

}  // namespace psolog
