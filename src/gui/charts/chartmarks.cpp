// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartmarks.h"

#include <cmath>

#include <QPainter>

namespace psolog {

void drawMark(QPainter& painter, MarkShape shape, QPointF centre, double size)
{
    if (shape == MarkShape::Circle)
        painter.drawEllipse(centre, size / 2, size / 2);
    else
        painter.drawRect(QRectF(centre.x() - size * 0.44, centre.y() - size * 0.44, size * 0.88, size * 0.88));
}

QPixmap markPixmap(MarkShape shape, double size, const QColor& color, double devicePixelRatio)
{
    const int pixels = static_cast<int>(std::ceil((size + 2) * devicePixelRatio));
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double middle = pixels / devicePixelRatio / 2;
    drawMark(painter, shape, QPointF(middle, middle), size);
    return pixmap;
}

}  // namespace psolog
