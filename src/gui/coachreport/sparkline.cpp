// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coachreport/sparkline.h"

#include <cstdint>

#include <QPainter>
#include <QPolygonF>

#include "analysis/dayseries.h"
#include "core/score.h"

namespace psolog {

namespace {

constexpr double kLine = 1.1;
constexpr double kGuide = 0.5;
constexpr double kDot = 1.5;

}  // namespace

void paintSparkline(QPainter& painter, const QRectF& area, const std::vector<std::optional<double>>& days, QColor ink,
                    QColor guide)
{
    painter.setPen(QPen(guide, kGuide));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.topLeft(), area.topRight());
    const QRectF inside = area.adjusted(kDot, kDot, -kDot, -kDot);
    const auto last = static_cast<double>(days.size()) - 1;
    const auto place = [&](std::size_t day, double value) {
        const double x = last > 0 ? inside.left() + inside.width() * static_cast<double>(day) / last : inside.right();
        return QPointF(x, inside.bottom() - inside.height() * value / Score::kMax);
    };
    QPolygonF stretch;
    std::int32_t before = 0;
    const auto draw = [&](bool end) {
        painter.setPen(QPen(ink, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(stretch);
        if (!stretch.isEmpty() && (end || stretch.size() == 1)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(stretch.back(), kDot, kDot);
        }
    };
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (!days[i])
            continue;
        const auto day = static_cast<std::int32_t>(i);
        if (!stretch.isEmpty() && !joined(before, day)) {
            draw(false);
            stretch.clear();
        }
        stretch << place(i, *days[i]);
        before = day;
    }
    draw(true);
}

}  // namespace psolog
