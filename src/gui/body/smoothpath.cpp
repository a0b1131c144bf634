// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/smoothpath.h"

#include <cmath>

namespace psolog {

namespace {

constexpr double kHair = 0.05;

double distance(QPointF a, QPointF b)
{
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

std::vector<QPointF> withoutRepeats(const std::vector<QPointF>& points, bool closed)
{
    std::vector<QPointF> kept;
    for (const QPointF& point : points)
        if (kept.empty() || distance(kept.back(), point) > kHair)
            kept.push_back(point);
    while (closed && kept.size() > 1 && distance(kept.front(), kept.back()) <= kHair)
        kept.pop_back();
    return kept;
}

/// Adds the piece from b to c; a and d are the neighbours that give its end directions.
void addPiece(QPainterPath& path, QPointF a, QPointF b, QPointF c, QPointF d)
{
    const double before = distance(a, b);
    const double here = distance(b, c);
    const double after = distance(c, d);
    QPointF first = b;
    QPointF second = c;
    if (before > kHair) {
        const double r = std::sqrt(before);
        const double s = std::sqrt(here);
        first = (before * c - here * a + (2 * before + 3 * r * s + here) * b) / (3 * r * (r + s));
    }
    if (after > kHair) {
        const double r = std::sqrt(after);
        const double s = std::sqrt(here);
        second = (after * b - here * d + (2 * after + 3 * r * s + here) * c) / (3 * r * (r + s));
    }
    path.cubicTo(first, second, c);
}

}  // namespace

QPainterPath smoothClosed(const std::vector<QPointF>& points)
{
    const std::vector<QPointF> kept = withoutRepeats(points, true);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const std::size_t n = kept.size();
    if (n < 3)
        return path;
    path.moveTo(kept[0]);
    for (std::size_t i = 0; i < n; ++i)
        addPiece(path, kept[(i + n - 1) % n], kept[i], kept[(i + 1) % n], kept[(i + 2) % n]);
    path.closeSubpath();
    return path;
}

QPainterPath smoothOpen(const std::vector<QPointF>& points)
{
    const std::vector<QPointF> kept = withoutRepeats(points, false);
    QPainterPath path;
    if (kept.size() < 2)
        return path;
    path.moveTo(kept[0]);
    for (std::size_t i = 0; i + 1 < kept.size(); ++i)
        addPiece(path, i == 0 ? kept[0] : kept[i - 1], kept[i], kept[i + 1],
                 i + 2 < kept.size() ? kept[i + 2] : kept[i + 1]);
    return path;
}

}  // namespace psolog
