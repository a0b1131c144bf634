// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

#include "core/pose.h"

namespace psolog {

/// What a point of the figure's drawing hangs on. Limb segments exist on the near and the far side.
enum class Segment {
    Spine,   ///< curve from the hip joints to the base of the neck; "along" is 0 at the hips and 1 at the neck
    Pelvis,  ///< the start of the spine, straight; "along" in units from the hip joints
    Neck,
    Head,
    Thigh,
    Shank,
    Foot,
    UpperArm,
    Forearm,
    Hand,
};

enum class Depth {
    Near,
    Far,
};

/// A point given relative to a segment: how far along it, and how far to its front (negative: to its back). The front
/// is where the figure faces; of the foot, the sole; of the arm, the side it bends to.
struct RigPoint {
    Segment segment;
    double along;
    double front;
};

/// The bones of a figure in a pose, and where things attached to them are. A plain value; cheap to make.
///
/// Proportions follow the segment lengths of Drillis and Contini (1966), rounded: with a stature of 107 units the thigh
/// is 26, the shank 25, the upper arm 17.5, the forearm 14.5 and the hand 9.5.
class FigureSkeleton {
public:
    /// breath: how full the lungs are, 0 (empty, the pose itself) to 1.
    explicit FigureSkeleton(const Pose& pose, double breath = 0);

    /// Where a rig point lies, in the pose's units. Points in the bend of a hip, knee or elbow are moved along the
    /// limb so that the two sides of the bend meet instead of crossing.
    [[nodiscard]] QPointF at(const RigPoint& point, Depth depth) const;
    [[nodiscard]] std::vector<QPointF> at(const std::vector<RigPoint>& points, Depth depth) const;

    [[nodiscard]] static double length(Segment segment);

private:
    struct Frame {
        QPointF origin;
        QPointF along;          ///< unit vector
        QPointF front;          ///< unit vector
        double stretch = 1;     ///< length factor of the bone
        double bendBefore = 0;  ///< turn towards the front at the start, radians
        double bendAfter = 0;   ///< the same at the end
    };
    struct Side {
        Frame thigh, shank, foot, upperArm, forearm, hand;
    };

    [[nodiscard]] Side makeSide(const Pose& pose, Depth depth) const;
    [[nodiscard]] const Frame& frame(Segment segment, Depth depth) const;
    [[nodiscard]] QPointF onSpine(double along, double front) const;

    QPointF m_spine[4];  ///< Bézier control points
    double m_breath = 0;
    bool m_breathesBack;  ///< the chest lies on the floor, so that the back rises
    Frame m_pelvis, m_neck, m_head;
    Side m_near, m_far;
};

}  // namespace psolog
