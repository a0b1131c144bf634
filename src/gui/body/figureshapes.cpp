// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figureshapes.h"

#include <algorithm>
#include <vector>

#include "gui/body/figureskeleton.h"
#include "gui/body/smoothpath.h"

namespace psolog {

namespace {

using Rig = std::vector<RigPoint>;
using enum Segment;

// The outlines are drawn by eye on the standing figure, seen from its right, then hung on the bones.

/// Crown, face, throat.
const Rig& face()
{
    static const Rig points{
        {Head, 11.0, 0.4}, {Head, 10.2, 3.6}, {Head, 7.9, 5.8}, {Head, 5.4, 6.3},  {Head, 4.3, 6.5},
        {Head, 2.7, 7.4},  {Head, 1.9, 6.7},  {Head, 0.6, 6.5}, {Head, -1.4, 6.1}, {Head, -2.5, 4.9},
        {Head, -2.2, 2.6}, {Neck, 3.0, 3.1},  {Neck, 0.4, 3.5},
    };
    return points;
}

/// Breast bone to groin.
const Rig& trunkFront()
{
    static const Rig points{
        {Spine, 0.93, 4.7}, {Spine, 0.84, 6.5}, {Spine, 0.74, 7.5}, {Spine, 0.63, 7.3},
        {Spine, 0.50, 6.4}, {Spine, 0.36, 5.8}, {Spine, 0.22, 5.9}, {Spine, 0.09, 5.9},
    };
    return points;
}

/// Thigh, shin, foot, calf, hamstring: down the front, up the back.
const Rig& leg()
{
    static const Rig points{
        {Thigh, 3.0, 5.8},   {Thigh, 9.0, 5.7},  {Thigh, 15.0, 5.0},  {Thigh, 21.0, 3.9},  {Thigh, 24.8, 3.7},
        {Shank, 0.6, 3.6},   {Shank, 3.2, 2.9},  {Shank, 8.0, 2.7},   {Shank, 15.0, 2.2},  {Shank, 21.0, 1.8},
        {Foot, 2.7, -0.6},   {Foot, 5.6, 1.2},   {Foot, 8.8, 2.4},    {Foot, 10.9, 2.8},   {Foot, 11.9, 3.5},
        {Foot, 11.1, 4.2},   {Foot, 8.0, 4.2},   {Foot, 4.0, 3.8},    {Foot, -0.6, 4.2},   {Foot, -2.6, 4.0},
        {Foot, -3.4, 2.8},   {Foot, -2.9, 0.9},  {Shank, 22.0, -1.8}, {Shank, 18.5, -2.1}, {Shank, 13.5, -3.3},
        {Shank, 8.5, -4.4},  {Shank, 5.0, -4.2}, {Shank, 1.5, -3.3},  {Thigh, 24.0, -3.2}, {Thigh, 18.0, -4.4},
        {Thigh, 11.5, -5.6}, {Thigh, 7.6, -6.3},
    };
    return points;
}

/// Buttock, small of the back, shoulders, nape, back of the head.
const Rig& trunkBack()
{
    static const Rig points{
        {Pelvis, -4.8, -7.6}, {Pelvis, -1.2, -8.7}, {Pelvis, 2.4, -8.2}, {Spine, 0.19, -6.9},
        {Spine, 0.31, -5.3},  {Spine, 0.45, -5.0},  {Spine, 0.60, -6.0}, {Spine, 0.75, -6.8},
        {Spine, 0.88, -6.0},  {Spine, 0.98, -4.3},  {Neck, 2.6, -3.1},   {Neck, 5.0, -3.2},
        {Head, 1.6, -4.7},    {Head, 4.8, -5.6},    {Head, 8.2, -4.6},   {Head, 10.3, -2.4},
    };
    return points;
}

/// The leg's own top, hidden in the trunk.
const Rig& farHip()
{
    static const Rig points{
        {Thigh, 4.4, -6.0}, {Thigh, 0.6, -4.6}, {Thigh, -2.6, -1.5}, {Thigh, -2.4, 2.2}, {Thigh, 0.2, 4.6}};
    return points;
}

/// Front of the arm from the shoulder to the finger tips, then back up; the last points close over the shoulder.
const Rig& arm()
{
    static const Rig points{
        {UpperArm, 1.5, 3.5},   {UpperArm, 5.5, 3.3},  {UpperArm, 10.5, 2.9}, {UpperArm, 15.0, 2.2},
        {Forearm, 1.2, 2.3},    {Forearm, 4.4, 2.6},   {Forearm, 8.5, 2.0},   {Forearm, 13.0, 1.3},
        {Hand, 0.8, 1.5},       {Hand, 2.4, 2.3},      {Hand, 4.2, 2.9},      {Hand, 5.1, 2.5},
        {Hand, 4.7, 1.7},       {Hand, 7.2, 1.4},      {Hand, 9.1, 0.8},      {Hand, 9.3, -0.1},
        {Hand, 7.8, -0.9},      {Hand, 4.6, -1.5},     {Hand, 1.6, -1.5},     {Forearm, 13.0, -1.3},
        {Forearm, 9.0, -1.7},   {Forearm, 4.5, -2.2},  {Forearm, 1.0, -2.2},  {UpperArm, 16.4, -2.3},
        {UpperArm, 11.5, -2.8}, {UpperArm, 6.0, -3.2}, {UpperArm, 1.5, -3.5}, {UpperArm, -1.8, -2.6},
        {UpperArm, -3.0, 0.0},  {UpperArm, -1.6, 2.6},
    };
    return points;
}

constexpr std::size_t kShoulderCap = 3;  ///< trailing points of arm() that lie on the trunk

const Rig& pelvisBone()
{
    static const Rig points{
        {Pelvis, 4.6, 5.0},   {Pelvis, 6.8, 4.4},   {Pelvis, 8.3, 2.0},   {Pelvis, 8.5, -1.4},
        {Pelvis, 7.2, -4.4},  {Pelvis, 5.0, -5.2},  {Pelvis, 2.6, -4.0},  {Pelvis, 0.4, -3.2},
        {Pelvis, -2.4, -3.8}, {Pelvis, -4.8, -3.4}, {Pelvis, -5.6, -1.8}, {Pelvis, -4.6, 0.6},
        {Pelvis, -3.4, 3.2},  {Pelvis, -1.6, 4.4},  {Pelvis, 0.4, 3.4},   {Pelvis, 2.6, 3.4},
    };
    return points;
}

const Rig& muscle(Muscle which)
{
    static const Rig hamstring{
        {Thigh, 5.0, -3.4},  {Thigh, 7.6, -5.1},  {Thigh, 12.0, -4.7}, {Thigh, 17.5, -3.6}, {Thigh, 22.0, -2.5},
        {Thigh, 24.6, -1.6}, {Thigh, 22.0, -0.6}, {Thigh, 16.0, 0.0},  {Thigh, 9.5, -0.6},
    };
    static const Rig quadriceps{
        {Thigh, 2.6, 3.6},  {Thigh, 5.5, 4.9},  {Thigh, 11.0, 4.8}, {Thigh, 17.0, 3.9}, {Thigh, 21.5, 2.9},
        {Thigh, 23.6, 1.9}, {Thigh, 20.0, 0.9}, {Thigh, 14.0, 0.7}, {Thigh, 7.5, 1.3},
    };
    static const Rig calf{
        {Shank, 1.0, -1.7},  {Shank, 3.4, -3.3},  {Shank, 7.0, -3.7}, {Shank, 11.0, -3.1}, {Shank, 15.5, -2.1},
        {Shank, 18.0, -1.3}, {Shank, 14.5, -0.7}, {Shank, 9.5, -0.6}, {Shank, 4.5, -0.8},
    };
    static const Rig glute{
        {Pelvis, 4.6, -3.8}, {Pelvis, 3.2, -6.8}, {Pelvis, 0.2, -8.0}, {Pelvis, -3.2, -7.5}, {Thigh, 5.0, -5.4},
        {Thigh, 6.0, -3.0},  {Thigh, 3.6, -1.0},  {Pelvis, 0.6, -0.4}, {Pelvis, 3.2, -1.6},
    };
    // From the sides of the lumbar vertebrae, over the front of the pelvis, to the inside of the upper thigh.
    static const Rig psoas{
        {Spine, 0.63, -3.4}, {Spine, 0.53, -1.4}, {Spine, 0.40, 1.0},  {Spine, 0.27, 3.2}, {Spine, 0.14, 3.9},
        {Pelvis, 0.9, 2.7},  {Thigh, 4.4, 1.3},   {Thigh, 7.4, 0.0},   {Thigh, 3.4, -0.4}, {Pelvis, 0.6, 0.4},
        {Spine, 0.20, 0.6},  {Spine, 0.34, -0.9}, {Spine, 0.46, -2.5},
    };
    static const Rig lowerBack{
        {Spine, 0.21, -5.4}, {Spine, 0.30, -4.3}, {Spine, 0.44, -4.1}, {Spine, 0.58, -4.9}, {Spine, 0.68, -5.2},
        {Spine, 0.60, -3.4}, {Spine, 0.46, -1.9}, {Spine, 0.32, -1.9}, {Spine, 0.22, -3.2},
    };
    switch (which) {
    case Muscle::Hamstring:
        return hamstring;
    case Muscle::Calf:
        return calf;
    case Muscle::Quadriceps:
        return quadriceps;
    case Muscle::Glute:
        return glute;
    case Muscle::Psoas:
        return psoas;
    case Muscle::LowerBack:
        return lowerBack;
    }
    return glute;
}

Rig joined(std::initializer_list<const Rig*> parts)
{
    Rig all;
    for (const Rig* part : parts)
        all.insert(all.end(), part->begin(), part->end());
    return all;
}

}  // namespace

QRectF FigureShapes::figureRect() const
{
    return body.boundingRect() | nearArm.boundingRect() | farArm.boundingRect() | farLeg.boundingRect();
}

FigureShapes figureShapes(const Pose& pose, double breath)
{
    const FigureSkeleton skeleton(pose, breath);
    FigureShapes shapes;
    shapes.farLeg = smoothClosed(skeleton.at(joined({&leg(), &farHip()}), Depth::Far));
    shapes.farArm = smoothClosed(skeleton.at(arm(), Depth::Far));
    shapes.body = smoothClosed(skeleton.at(joined({&face(), &trunkFront(), &leg(), &trunkBack()}), Depth::Near));
    const std::vector<QPointF> nearArm = skeleton.at(arm(), Depth::Near);
    shapes.nearArm = smoothClosed(nearArm);
    shapes.nearArmEdge = smoothOpen({nearArm.begin(), nearArm.end() - std::ptrdiff_t{kShoulderCap}});
    shapes.outfit = figureOutfit(skeleton);
    shapes.props = figureProps(pose, shapes.figureRect());
    if (pose.pelvisOutline || pose.tool)
        shapes.pelvis = smoothClosed(skeleton.at(pelvisBone(), Depth::Near));
    if (pose.tool)
        shapes.navel.addEllipse(skeleton.at({Spine, 0.43, 4.5}, Depth::Near), 0.6, 0.6);
    if (pose.pelvisOutline) {
        shapes.hipSocket.addEllipse(skeleton.at({Pelvis, 0.0, 0.2}, Depth::Near), 1.7, 1.7);
        shapes.pelvisLine =
            QLineF(skeleton.at({Pelvis, 8.6, -16.0}, Depth::Near), skeleton.at({Pelvis, 8.6, 16.0}, Depth::Near));
    }
    return shapes;
}

QRectF breathingRect(const FigureShapes& shapes)
{
    return (shapes.outfit.shirt.boundingRect() | shapes.outfit.shorts.boundingRect()).adjusted(-3, -3, 3, 3);
}

QPainterPath muscleShape(const Pose& pose, Muscle which)
{
    return smoothClosed(FigureSkeleton(pose).at(muscle(which), Depth::Near));
}

double lowestOf(const Pose& pose)
{
    const FigureSkeleton skeleton(pose);
    double lowest = pose.root.y;
    const auto include = [&lowest](const std::vector<QPointF>& points) {
        for (const QPointF& point : points)
            lowest = std::max(lowest, point.y());
    };
    for (const Rig* part : {&face(), &trunkFront(), &trunkBack()})
        include(skeleton.at(*part, Depth::Near));
    for (const Depth depth : {Depth::Near, Depth::Far})
        for (const Rig* part : {&leg(), &arm()})
            include(skeleton.at(*part, depth));
    return lowest;
}

Pose liftedTo(Pose pose, double lowest)
{
    pose.root.y -= std::max(0.0, lowestOf(pose) - lowest);
    return pose;
}

}  // namespace psolog
