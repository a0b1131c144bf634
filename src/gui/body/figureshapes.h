// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPainterPath>

#include "core/pose.h"
#include "core/site.h"

namespace psolog {

/// The figure's outlines in one pose, in the pose's units, back to front. Pure geometry, no colours.
struct FigureShapes {
    QPainterPath farLeg;
    QPainterPath farArm;
    QPainterPath body;  ///< head, trunk and near leg: one outline, so that neck, shoulder and hip are seamless
    QPainterPath nearArm;
    QPainterPath nearArmEdge;  ///< the visible edge of the near arm, open at the shoulder
    QPainterPath toolFar;      ///< far prong
    QPainterPath toolNear;     ///< near prong and foot
    QPainterPath pillow;
    QPainterPath pelvis;
    QPainterPath hipSocket;
    QLineF pelvisLine;  ///< through the top of the pelvis, longer than the body is deep
};

/// Outlines of a pose. Mirroring is left to the painter.
[[nodiscard]] FigureShapes figureShapes(const Pose& pose);

/// Outline of a muscle on the near side of a pose; inside the body's outline.
[[nodiscard]] QPainterPath muscleShape(const Pose& pose, Muscle muscle);

}  // namespace psolog
