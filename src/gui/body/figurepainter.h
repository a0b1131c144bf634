// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QColor>
#include <QRectF>
#include <QTransform>

#include "core/pose.h"
#include "core/site.h"

class QPainter;

namespace psolog {

class Theme;

/// The colours a figure is painted in.
struct FigureColors {
    QColor body;
    QColor farLimb;
    QColor hair;
    QColor shirt;
    QColor shorts;
    QColor muscle;
    QColor background;  ///< what the figure stands on: parts are set off against each other with it
    QColor floor;
    QColor mat;
    QColor matEdge;
    QColor tool;
    QColor line;  ///< outline of the pelvis and the line through its top

    /// The theme's figure colours on this background.
    [[nodiscard]] static FigureColors from(const Theme& theme, const QColor& background);
};

/// From the units of the pose to a picture that fits the rectangle, proportions kept, mirrored when asked for.
[[nodiscard]] QTransform figureTransform(const Pose& pose, const QRectF& rect, bool mirrored);

/// Paints a figure. Pure: the same arguments give the same picture. The painter is left as it was.
/// mirrored turns the picture round once more than the pose's own mirroring; breath is how full the lungs are, 0 to 1.
void paintFigure(QPainter& painter, const QRectF& rect, const Pose& pose, const std::set<Muscle>& highlight,
                 const FigureColors& colors, bool mirrored, double breath = 0);

}  // namespace psolog
