// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QPointF>

class QPainter;

namespace psolog {

/// The shape of a series: never told apart by colour alone.
enum class MarkShape { Circle, Square };

/// Draws one mark, `size` px wide, centred.
void drawMark(QPainter& painter, MarkShape shape, QPointF centre, double size);

/// The same as a picture, for many marks: drawing a picture costs a fraction of drawing a shape.
[[nodiscard]] QPixmap markPixmap(MarkShape shape, double size, const QColor& color, double devicePixelRatio);

}  // namespace psolog
