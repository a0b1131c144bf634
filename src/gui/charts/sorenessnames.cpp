// SPDX-License-Identifier: GPL-3.0-or-later
// The names at the right end of the lines; the rest of the chart is in sorenesschart.cpp.
#include "gui/charts/sorenesschart.h"

#include <algorithm>
#include <cmath>

#include "gui/charts/chartmarks.h"
#include "gui/charts/plotlibrary.h"
#include "gui/charts/seriestoggle.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr std::array kSides{Side::Left, Side::Right};

MarkShape shapeOf(Side side)
{
    return side == Side::Left ? MarkShape::Circle : MarkShape::Square;
}

}  // namespace

void SorenessChart::paintNames(QCPPainter& painter)
{
    placeNames();
    const QFontMetrics metrics(smallFont());
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const double size = theme().px(9);
    for (const Side side : kSides) {
        const Lane& one = lane(side);
        if (!one.column)
            continue;
        const QRectF box = one.toggle->geometry();
        const QColor color = one.shown ? colorOf(side) : theme().color(Role::Muted);
        const QPointF mark(box.left() + theme().px(6) + size / 2, box.center().y() + 0.5);
        painter.setPen(one.shown ? Qt::NoPen : QPen(color, 1.5));
        painter.setBrush(one.shown ? QBrush(color) : QBrush(Qt::NoBrush));
        drawMark(painter, shapeOf(side), mark, size);
        painter.setPen(color);
        const double text = mark.x() + size / 2 + theme().px(5);
        painter.drawText(
            QRectF(text, box.top(), metrics.horizontalAdvance(one.toggle->text()) + theme().px(20), box.height()),
            Qt::AlignVCenter, one.toggle->text());
    }
}

void SorenessChart::placeNames()
{
    const QRect area = plot().axisRect()->rect();
    const int high = std::max(24, QFontMetrics(smallFont()).height() + theme().px(6));
    const double upper = plot().xAxis->range().upper;
    // Each name stands where its line, or its last dot, leaves the view.
    std::array<int, 2> tops{};
    for (const Side side : kSides) {
        const TrendSeries& series = lane(side).series;
        double value = side == Side::Left ? 6 : 4;
        const auto later = [](double day, const SeriesPoint& point) { return day < point.day; };
        if (const auto dot = std::upper_bound(series.dots.begin(), series.dots.end(), upper, later);
            dot != series.dots.begin())
            value = std::prev(dot)->value;
        for (auto piece = series.lines.rbegin(); piece != series.lines.rend(); ++piece) {
            const auto point = std::upper_bound(piece->begin(), piece->end(), upper, later);
            if (point == piece->begin())
                continue;
            value = std::prev(point)->value;
            break;
        }
        tops[static_cast<std::size_t>(side)] = static_cast<int>(yOf(value)) - high / 2;
    }
    if (lane(Side::Left).column && lane(Side::Right).column && std::abs(tops[0] - tops[1]) < high) {
        const std::size_t above = tops[0] <= tops[1] ? 0 : 1;
        const int middle = (tops[0] + tops[1]) / 2;
        tops[above] = middle - high / 2;
        tops[1 - above] = tops[above] + high;
    }
    // Not into the line above the plot, which names the phases.
    const int lower = area.top() - high / 4 - std::min(tops[0], tops[1]);
    for (int& top : tops)
        top += std::max(0, lower);
    for (const Side side : kSides) {
        SeriesToggle* toggle = lane(side).toggle;
        toggle->setVisible(lane(side).column.has_value());
        toggle->setGeometry(area.right() + theme().px(4), tops[static_cast<std::size_t>(side)],
                            plot().width() - area.right() - theme().px(5), high);
    }
}

}  // namespace psolog
