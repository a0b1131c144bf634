// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace psolog {

/// Our own line icons, drawn on a 20 × 20 grid.
enum class Icon { Mark, Today, Check, Release, Trends, History, Coach, Learn, Settings, Warning, Chevron, Close, File };

/// Paints an icon into a square, stroked in one colour (Mark uses its two brand colours: color and highlight).
void drawIcon(QPainter& painter, Icon icon, const QRectF& square, const QColor& color, const QColor& highlight = {});

}  // namespace psolog
