// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include "core/pose.h"

namespace psolog {

/// The things around the figure, seen from the side and slightly from above, in the pose's units.
struct FigureProps {
    QPainterPath floor;     ///< a mat under a body that lies, a strip under one that stands
    QPainterPath matEdge;   ///< the thickness of the mat, towards the viewer
    QPainterPath shadow;    ///< on the floor
    QPainterPath toolBase;  ///< foot of the tool
    QPainterPath toolFar;   ///< far prong
    QPainterPath toolNear;  ///< near prong
    QPainterPath toolTip;   ///< end of the near prong, when the weight is on it alone
    QPainterPath pillow;
    QPainterPath pillowFold;  ///< open line that gives the pillow form
};

/// The props of a pose; figure is the figure's own extent, for its shadow.
[[nodiscard]] FigureProps figureProps(const Pose& pose, const QRectF& figure);

/// Whether the trunk lies rather than stands.
[[nodiscard]] bool isLying(const Pose& pose);

}  // namespace psolog
