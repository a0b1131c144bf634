// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/icons.h"

#include <cmath>
#include <numbers>

#include <QPainter>
#include <QPainterPath>

namespace psolog {

namespace {

QPainterPath polyline(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    for (const QPointF& point : points)
        path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
    return path;
}

QPainterPath pathOf(Icon icon)
{
    QPainterPath path;
    switch (icon) {
    case Icon::Mark:
        break;
    case Icon::Today:
        path = polyline({{3, 9}, {10, 3}, {17, 9}});
        path.addPath(polyline({{5, 8}, {5, 16.5}, {15, 16.5}, {15, 8}}));
        path.addPath(polyline({{8.3, 16.5}, {8.3, 11.5}, {11.7, 11.5}, {11.7, 16.5}}));
        break;
    case Icon::Check:
        path = polyline({{3.5, 10.5}, {8, 15}, {16.5, 5.5}});
        break;
    case Icon::Release:
        path.addEllipse(QPointF(10, 10), 7, 7);
        path.addPath(polyline({{10, 5.5}, {10, 10}, {13, 11.8}}));
        break;
    case Icon::Trends:
        path = polyline({{2.5, 15.5}, {7.5, 9.5}, {11, 12.5}, {17.5, 4.5}});
        break;
    case Icon::History:
        path = polyline({{3.5, 5}, {16.5, 5}});
        path.addPath(polyline({{3.5, 10}, {16.5, 10}}));
        path.addPath(polyline({{3.5, 15}, {11, 15}}));
        break;
    case Icon::Coach:
        path.addEllipse(QPointF(7.5, 6.8), 2.9, 2.9);
        path.moveTo(2.3, 16.3);
        path.cubicTo(2.3, 12.6, 4.5, 11.3, 7.5, 11.3);
        path.cubicTo(10.5, 11.3, 12.7, 12.6, 12.7, 16.3);
        path.moveTo(12.4, 4);
        path.cubicTo(14.4, 3.7, 15.7, 5.2, 15.7, 6.8);
        path.cubicTo(15.7, 8.4, 14.4, 9.9, 12.4, 9.6);
        path.moveTo(14.3, 11.8);
        path.cubicTo(16.5, 12.3, 17.7, 13.8, 17.7, 16.3);
        break;
    case Icon::Learn:
        path = polyline({{10, 5}, {10, 16}});
        path.addPath(polyline({{10, 5},
                               {8, 3.8},
                               {3, 3.8},
                               {3, 14.8},
                               {8, 14.8},
                               {10, 16},
                               {12, 14.8},
                               {17, 14.8},
                               {17, 3.8},
                               {12, 3.8},
                               {10, 5}}));
        break;
    case Icon::Settings:
        path.addEllipse(QPointF(10, 10), 2.8, 2.8);
        for (int i = 0; i < 8; ++i) {
            const double angle = i * std::numbers::pi / 4;
            const QPointF direction(std::cos(angle), std::sin(angle));
            path.moveTo(QPointF(10, 10) + direction * 5.4);
            path.lineTo(QPointF(10, 10) + direction * 7.8);
        }
        break;
    case Icon::Warning:
        path = polyline({{10, 3}, {18, 16.5}, {2, 16.5}, {10, 3}});
        path.addPath(polyline({{10, 8}, {10, 12}}));
        path.addPath(polyline({{10, 14.2}, {10, 14.3}}));
        break;
    case Icon::Chevron:
        path = polyline({{8, 5}, {13, 10}, {8, 15}});
        break;
    case Icon::Close:
        path = polyline({{5, 5}, {15, 15}});
        path.addPath(polyline({{15, 5}, {5, 15}}));
        break;
    case Icon::File:
        path = polyline({{11.5, 2.8}, {4.5, 2.8}, {4.5, 17.2}, {15.5, 17.2}, {15.5, 6.8}, {11.5, 2.8}});
        path.addPath(polyline({{11.5, 2.8}, {11.5, 6.8}, {15.5, 6.8}}));
        path.addPath(polyline({{7.3, 10.4}, {12.7, 10.4}}));
        path.addPath(polyline({{7.3, 13.6}, {12.7, 13.6}}));
        break;
    }
    return path;
}

/// The sign of the program: two psoas bands meeting above the hip.
void drawMark(QPainter& painter, const QColor& color, const QColor& highlight)
{
    QPainterPath left;
    left.moveTo(5.5, 2);
    left.cubicTo(5.5, 7, 9.2, 9, 9.2, 18);
    QPainterPath right;
    right.moveTo(14.2, 2.5);
    right.cubicTo(12.4, 6.5, 12.2, 10, 12.4, 14);
    painter.setPen(QPen(color, 3.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(left);
    painter.setPen(QPen(highlight.isValid() ? highlight : color, 3.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(right);
}

}  // namespace

void drawIcon(QPainter& painter, Icon icon, const QRectF& square, const QColor& color, const QColor& highlight)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 20, square.height() / 20);
    painter.setBrush(Qt::NoBrush);
    if (icon == Icon::Mark) {
        drawMark(painter, color, highlight);
    } else {
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(pathOf(icon));
    }
    painter.restore();
}

}  // namespace psolog
