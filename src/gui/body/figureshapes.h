// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPainterPath>

#include "core/pose.h"
#include "core/site.h"
#include "gui/body/figureoutfit.h"
#include "gui/body/figureprops.h"

namespace psolog {

/// The figure's outlines in one pose, in the pose's units, back to front. Pure geometry, no colours.
struct FigureShapes {
    QPainterPath farLeg;
    QPainterPath farArm;
    QPainterPath body;  ///< head, trunk and near leg: one outline, so that neck, shoulder and hip are seamless
    QPainterPath nearArm;
    QPainterPath nearArmEdge;  ///< the visible edge of the near arm, open at the shoulder
    QPainterPath pelvis;
    QPainterPath hipSocket;
    QPainterPath navel;
    QLineF pelvisLine;  ///< through the top of the pelvis, longer than the body is deep
    FigureOutfit outfit;
    FigureProps props;

    /// Extent of the figure itself, without props.
    [[nodiscard]] QRectF figureRect() const;
};

/// Outlines of a pose. Mirroring is left to the painter. breath: how full the lungs are, 0 to 1.
[[nodiscard]] FigureShapes figureShapes(const Pose& pose, double breath = 0);

/// Where a breath changes the picture.
[[nodiscard]] QRectF breathingRect(const FigureShapes& shapes);

/// Outline of a muscle on the near side of a pose; inside the body's outline.
[[nodiscard]] QPainterPath muscleShape(const Pose& pose, Muscle muscle);

/// The same pose, lifted as far as it takes that no part of the figure is lower than this.
[[nodiscard]] Pose liftedTo(Pose pose, double lowest);

/// The lowest part of the figure; y grows downwards and the floor is 0.
[[nodiscard]] double lowestOf(const Pose& pose);

}  // namespace psolog
