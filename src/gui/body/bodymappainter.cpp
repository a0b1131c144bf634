// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/bodymappainter.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

#include "gui/body/sitewords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kNumberUnits = 3.3;  ///< height of the numbers, in units of the body
constexpr double kMinNumber = 9.5;    ///< pixels
constexpr double kMaxNumber = 17;     ///< pixels at 100 % text size
constexpr double kLineUnits = 0.38;
constexpr double kHairline = 1.2;         ///< pixels
constexpr double kWidestNumber = 1.02;    ///< of the width of its site
constexpr double kSmallestNumber = 0.76;  ///< of the size of the others

void paintBodies(QPainter& painter, const BodyMapLayout& layout, const Theme& theme)
{
    for (const BodyView view : {BodyView::Front, BodyView::Back}) {
        painter.save();
        painter.setTransform(layout.transform(view), true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Body));
        painter.drawPath(bodySilhouette(view));
        painter.fillPath(bodyHair(view), theme.color(Role::Hair));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Role::FarLimb), std::max(kLineUnits, 0.8 / layout.unit()), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(bodyLines(view));
        painter.restore();
    }
}

void stroke(QPainter& painter, const QPainterPath& path, const QColor& color, double width)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

QString labelOf(const BodyMapState& state, Site site, std::optional<Score> score)
{
    const QString& label = state.labels[indexOf(site)];
    return label.isEmpty() ? scoreText(score) : label;
}

/// Writes the number of a site; one with decimals smaller, where it would reach into its neighbour.
void paintNumber(QPainter& painter, const QRectF& bounds, const QString& number)
{
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(number);
    painter.save();
    if (number.size() > 2 && width > bounds.width() * kWidestNumber) {
        QFont font = painter.font();
        const double fits = font.pixelSize() * bounds.width() * kWidestNumber / width;
        font.setPixelSize(std::max(static_cast<int>(fits), static_cast<int>(font.pixelSize() * kSmallestNumber)));
        painter.setFont(font);
    }
    painter.drawText(bounds, Qt::AlignCenter | Qt::TextDontClip, number);
    painter.restore();
}

void paintSite(QPainter& painter, const BodyMapLayout& layout, Site site, std::optional<Score> score,
               const BodyMapState& state, const Theme& theme)
{
    const QPainterPath path = layout.sitePath(site);
    if (score) {
        stroke(painter, path, theme.color(Role::Card), 3);
        painter.fillPath(path, theme.soreness(score->value()));
    } else {
        painter.fillPath(path, theme.color(Role::NotAsked));
        painter.setBrush(Qt::NoBrush);
        QPen dashed(theme.color(Role::Muted), 1.2);
        dashed.setDashPattern({2.6, 2.2});
        painter.setPen(dashed);
        painter.drawPath(path);
    }
    if (site == state.hovered)
        stroke(painter, path, theme.color(Role::Text), 1.6);
    painter.setPen(score ? theme.sorenessText(score->value()) : theme.color(Role::Text));
    paintNumber(painter, path.boundingRect(), labelOf(state, site, score));
}

/// A ring around the site between two hairlines of the card's colour, so that it stands out from body and score alike.
void paintRing(QPainter& painter, const QPainterPath& path, bool focused, const Theme& theme)
{
    const double width = focused ? 6 : 4;
    stroke(painter, path, theme.color(Role::Card), 2 * kHairline + width + 3);
    stroke(painter, path, theme.color(Role::Accent), 2 * kHairline + width);
    stroke(painter, path, theme.color(Role::Card), 2 * kHairline);
}

void paintCaption(QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme)
{
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(rect, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, text);
}

}  // namespace

void paintBodyMap(QPainter& painter, const BodyMapLayout& layout, const SiteScores& scores, const BodyMapState& state,
                  const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBodies(painter, layout, theme);
    paintCaption(painter, layout.captionRect(BodyView::Front), state.captions[0], theme);
    paintCaption(painter, layout.captionRect(BodyView::Back), state.captions[1], theme);

    QFont number = theme.font(TextStyle::BodyStrong);
    number.setPixelSize(int(std::clamp(layout.unit() * kNumberUnits, kMinNumber, kMaxNumber * theme.scale()) + 0.5));
    painter.setFont(number);
    // Last, and under its own fill, so that no neighbour covers the ring.
    for (const Site site : allSites())
        if (site != state.current)
            paintSite(painter, layout, site, scores[site], state, theme);
    if (state.current) {
        paintRing(painter, layout.sitePath(*state.current), state.focused, theme);
        const QPainterPath path = layout.sitePath(*state.current);
        const std::optional<Score> score = scores[*state.current];
        painter.fillPath(path, score ? theme.soreness(score->value()) : theme.color(Role::NotAsked));
        painter.setPen(score ? theme.sorenessText(score->value()) : theme.color(Role::Text));
        paintNumber(painter, path.boundingRect(), labelOf(state, *state.current, score));
    }
    painter.restore();
}

}  // namespace psolog
