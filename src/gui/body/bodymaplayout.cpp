// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/bodymaplayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QFontMetricsF>
#include <QPolygonF>

namespace psolog {

namespace {

constexpr double kGapUnits = 3.5;  ///< least gap between the two bodies
constexpr double kMaxGapUnits = 22;
constexpr double kSlop = 5;  ///< pixels around a site that still mean it

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double size = QPointF::dotProduct(d, d);
    const double t = size > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / size, 0.0, 1.0) : 0.0;
    const QPointF away = p - (a + t * d);
    return std::hypot(away.x(), away.y());
}

double distanceToPath(QPointF p, const QPainterPath& path)
{
    double nearest = std::numeric_limits<double>::max();
    for (const QPolygonF& polygon : path.toSubpathPolygons())
        for (qsizetype i = 1; i < polygon.size(); ++i)
            nearest = std::min(nearest, distanceToSegment(p, polygon[i - 1], polygon[i]));
    return nearest;
}

}  // namespace

BodyMapLayout::BodyMapLayout(const QRectF& area, double captionHeight) : m_area(area), m_captionHeight(captionHeight)
{
    const QRectF frame = bodyFrame();
    m_unit = std::min(area.width() / (2 * frame.width() + kGapUnits), (area.height() - captionHeight) / frame.height());
    m_unit = std::max(m_unit, 0.1);
    // Spare width sets the bodies apart, up to a point: further and they stop being one picture.
    m_gap = std::clamp((area.width() / m_unit - 2 * frame.width()) / 2, kGapUnits, kMaxGapUnits) * m_unit;
}

QTransform BodyMapLayout::transform(BodyView view) const
{
    const QRectF frame = bodyFrame();
    const double side = view == BodyView::Front ? -1 : 1;
    const double height = frame.height() * m_unit;
    const double x = m_area.center().x() + side * (frame.width() * m_unit + m_gap) / 2;
    const double y = m_area.top() + (m_area.height() - m_captionHeight - height) / 2 - frame.top() * m_unit;
    return QTransform(m_unit, 0, 0, m_unit, x, y);
}

QRectF BodyMapLayout::captionRect(BodyView view) const
{
    const QTransform map = transform(view);
    const QRectF body = map.mapRect(bodyFrame());
    const double half = std::min((bodyFrame().width() * m_unit + m_gap) / 2,
                                 view == BodyView::Front ? map.dx() - m_area.left() : m_area.right() - map.dx());
    return {map.dx() - half, body.bottom(), 2 * half, m_captionHeight};
}

QPainterPath BodyMapLayout::sitePath(Site site) const
{
    return transform(viewOf(site.muscle)).map(siteShape(site));
}

QRectF BodyMapLayout::siteRect(Site site) const
{
    const QRectF bounds = transform(viewOf(site.muscle)).mapRect(siteShape(site).boundingRect());
    QRectF rect(0, 0, std::max(bounds.width(), kMinTarget), std::max(bounds.height(), kMinTarget));
    rect.moveCenter(bounds.center());
    return rect;
}

std::optional<Site> BodyMapLayout::siteUnder(QPointF position) const
{
    std::optional<Site> nearest;
    double best = std::numeric_limits<double>::max();
    for (const Site site : allSites()) {
        const QRectF rect = siteRect(site);
        if (!rect.adjusted(-kSlop, -kSlop, kSlop, kSlop).contains(position))
            continue;
        const QPainterPath path = sitePath(site);
        if (path.contains(position))
            return site;
        const double distance = distanceToPath(position, path);
        if (distance < best && (rect.contains(position) || distance <= kSlop)) {
            best = distance;
            nearest = site;
        }
    }
    return nearest;
}

BodyCaptions fitCaptions(const QRectF& area, const QFont& font, double lineHeight,
                         const std::array<QString, 2>& longWords, const std::array<QString, 2>& shortWords)
{
    constexpr int kMostLines = 2;
    const QFontMetricsF metrics(font);
    for (int lines = 1; lines <= kMostLines; ++lines) {
        const double height = lineHeight + (lines - 1) * metrics.lineSpacing();
        const BodyMapLayout layout(area, height);
        const auto fits = [&](BodyView view, const QString& words) {
            const double width = layout.captionRect(view).width();
            const QRectF box = metrics.boundingRect(QRectF(0, 0, width, 10 * height), Qt::TextWordWrap, words);
            return box.width() <= width && box.height() <= lines * metrics.lineSpacing() + 1;
        };
        if (fits(BodyView::Front, longWords[0]) && fits(BodyView::Back, longWords[1]))
            return {longWords, height};
    }
    return {shortWords, lineHeight};
}

}  // namespace psolog
