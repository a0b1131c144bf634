// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figureoutfit.h"

#include <vector>

#include "gui/body/smoothpath.h"

namespace psolog {

namespace {

using Rig = std::vector<RigPoint>;
using enum Segment;

/// From the forehead over the crown to the nape, back along the hairline.
const Rig& hair()
{
    static const Rig points{
        {Head, 9.1, 5.6},  {Head, 10.6, 4.3}, {Head, 11.6, 0.6}, {Head, 10.9, -2.9}, {Head, 8.5, -5.1},
        {Head, 5.0, -6.1}, {Head, 2.2, -5.5}, {Head, 0.2, -4.2}, {Head, 0.5, -2.9},  {Head, 2.0, -2.0},
        {Head, 3.4, -1.3}, {Head, 5.2, -0.4}, {Head, 5.9, 1.0},  {Head, 7.2, 1.6},   {Head, 8.2, 3.0},
    };
    return points;
}

const Rig& ear()
{
    static const Rig points{{Head, 5.7, -0.3}, {Head, 5.2, 0.7},  {Head, 4.2, 0.6},
                            {Head, 3.4, -0.2}, {Head, 3.9, -1.0}, {Head, 5.0, -1.1}};
    return points;
}

/// Neckline to waist.
const Rig& shirt()
{
    static const Rig points{
        {Spine, 0.985, -6.0}, {Spine, 0.99, -3.0}, {Spine, 0.955, 0.6}, {Spine, 0.90, 4.4},
        {Spine, 0.88, 8.0},   {Spine, 0.74, 9.5},  {Spine, 0.50, 8.5},  {Spine, 0.25, 8.0},
        {Spine, 0.20, 8.0},   {Spine, 0.20, 0.0},  {Spine, 0.20, -9.0}, {Spine, 0.31, -7.5},
        {Spine, 0.45, -7.0},  {Spine, 0.60, -8.0}, {Spine, 0.75, -9.0}, {Spine, 0.90, -8.0},
    };
    return points;
}

/// Waistband, front of the thigh, hem, back of the thigh, buttock.
const Rig& shorts()
{
    static const Rig points{
        {Pelvis, 8.0, -9.5}, {Pelvis, 8.5, -4.0}, {Pelvis, 8.6, 1.0},   {Pelvis, 7.8, 8.0},    {Spine, 0.09, 7.6},
        {Thigh, 3.0, 7.4},   {Thigh, 8.0, 7.2},   {Thigh, 11.4, 7.0},   {Thigh, 12.3, 3.0},    {Thigh, 12.4, -1.0},
        {Thigh, 11.6, -7.4}, {Thigh, 7.6, -8.0},  {Pelvis, -4.8, -9.2}, {Pelvis, -1.2, -10.4}, {Pelvis, 2.4, -9.8},
    };
    return points;
}

const Rig& farShorts()
{
    static const Rig points{
        {Thigh, -4.0, 5.0},  {Thigh, 3.0, 8.0},   {Thigh, 11.6, 7.4}, {Thigh, 12.4, 2.0},
        {Thigh, 12.4, -2.0}, {Thigh, 11.4, -7.6}, {Thigh, 4.0, -8.2}, {Thigh, -4.0, -5.0},
    };
    return points;
}

const Rig& sleeve()
{
    static const Rig points{
        {UpperArm, -4.5, 0.0}, {UpperArm, -3.0, 4.0}, {UpperArm, 2.0, 4.8},
        {UpperArm, 7.6, 4.4},  {UpperArm, 8.4, 1.0},  {UpperArm, 8.3, -1.5},
        {UpperArm, 7.4, -4.6}, {UpperArm, 2.0, -5.0}, {UpperArm, -3.0, -4.2},
    };
    return points;
}

}  // namespace

FigureOutfit figureOutfit(const FigureSkeleton& skeleton)
{
    const auto area = [&skeleton](const Rig& rig, Depth depth) { return smoothClosed(skeleton.at(rig, depth)); };
    FigureOutfit outfit;
    outfit.hair = area(hair(), Depth::Near);
    outfit.ear = area(ear(), Depth::Near);
    outfit.eye = smoothOpen(skeleton.at({{Head, 5.75, 3.3}, {Head, 5.3, 4.2}, {Head, 5.55, 5.1}}, Depth::Near));
    outfit.shirt = area(shirt(), Depth::Near);
    outfit.shorts = area(shorts(), Depth::Near);
    outfit.sleeve = area(sleeve(), Depth::Near);
    outfit.farShorts = area(farShorts(), Depth::Far);
    outfit.farSleeve = area(sleeve(), Depth::Far);
    return outfit;
}

}  // namespace psolog
