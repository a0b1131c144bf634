// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTransform>

#include "core/site.h"
#include "gui/body/bodyshapes.h"

namespace psolog {

/// Smallest width and height of what a pointer can hit, in pixels.
inline constexpr double kMinTarget = 24;

/// Where front, back, captions and sites lie in a rectangle: the bodies side by side, as large as fits, the captions
/// under them. A plain value.
class BodyMapLayout {
public:
    /// captionHeight: pixels kept for the captions under the bodies.
    BodyMapLayout(const QRectF& area, double captionHeight);

    /// Pixels a unit of the body's frame.
    [[nodiscard]] double unit() const { return m_unit; }
    [[nodiscard]] QTransform transform(BodyView view) const;
    [[nodiscard]] QRectF captionRect(BodyView view) const;

    [[nodiscard]] QPainterPath sitePath(Site site) const;
    /// Bounds of the path, grown about its middle to at least kMinTarget each way.
    [[nodiscard]] QRectF siteRect(Site site) const;
    /// The site whose path holds the position; else the nearest whose siteRect holds it or that is within a few pixels.
    [[nodiscard]] std::optional<Site> siteUnder(QPointF position) const;

private:
    QRectF m_area;
    double m_captionHeight;
    double m_unit = 1;
    double m_gap = 0;
};

/// The words under front and back, and the height they need.
struct BodyCaptions {
    std::array<QString, 2> words;
    double height = 0;
};

/// The long words in one line or wrapped into two, where they fit under the bodies in this area; else the short ones.
/// lineHeight: pixels of a caption of one line, with the space above it.
[[nodiscard]] BodyCaptions fitCaptions(const QRectF& area, const QFont& font, double lineHeight,
                                       const std::array<QString, 2>& longWords,
                                       const std::array<QString, 2>& shortWords);

}  // namespace psolog
