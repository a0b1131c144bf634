// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figureprops.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <QRectF>

#include "gui/body/smoothpath.h"

namespace psolog {

namespace {

constexpr double kMatNear = 3.1;  ///< edges of the mat, below and above the line the body lies on
constexpr double kMatFar = -3.0;
constexpr double kMatInset = 4.2;  ///< the far edge looks shorter
constexpr double kMatThickness = 1.0;
constexpr double kFloorThickness = 1.1;
/// The tool stands across the body, one prong for each side: seen slightly from above and from the feet, so that the
/// far one shows beside the near one, which stands where the tool touches the near side.
constexpr QPointF kNearFoot{-0.4, 1.3};
constexpr QPointF kFarFoot{4.8, -1.1};

std::vector<QPointF> moved(std::vector<QPointF> points, QPointF by)
{
    for (QPointF& point : points)
        point += by;
    return points;
}

/// A rounded horn on a broad foot. Origin: middle of its underside.
std::vector<QPointF> prong(double height)
{
    std::vector<QPointF> points{{-3.0, 0.0}, {-2.6, -1.5}, {-2.0, -2.9}, {-1.8, -4.4}, {-1.5, -5.6}, {0.0, -6.4},
                                {1.5, -5.6}, {1.8, -4.4},  {2.0, -2.9},  {2.6, -1.5},  {3.0, 0.0},   {0.0, 0.5}};
    for (QPointF& point : points)
        point.ry() *= height / 6.4;
    return points;
}

void addTool(FigureProps& props, QPointF foot, bool nearProngOnly)
{
    const QPointF nearFoot = foot + kNearFoot;
    const QPointF farFoot = foot + kFarFoot;
    props.toolNear = smoothClosed(moved(prong(7.3), nearFoot));
    props.toolFar = smoothClosed(moved(prong(6.6), farFoot));
    if (nearProngOnly) {
        QPainterPath top;
        top.addRect(QRectF(nearFoot + QPointF(-4, -8), QSizeF(8, 4.2)));
        props.toolTip = props.toolNear.intersected(top);
    }
    props.toolBase =
        smoothClosed({nearFoot + QPointF(-4.0, 0.1), nearFoot + QPointF(-3.6, 1.0), nearFoot + QPointF(0.0, 1.3),
                      nearFoot + QPointF(3.6, 1.0), farFoot + QPointF(3.4, 1.2), farFoot + QPointF(3.9, 0.3),
                      farFoot + QPointF(3.2, -0.5), farFoot + QPointF(-2.6, -0.6)});
}

void addFloor(FigureProps& props, const Pose& pose, const QRectF& figure)
{
    double left = pose.frame.left + 1;
    double right = pose.frame.left + pose.frame.width - 1;
    // A body that is shown in part lies on a mat that is shown in part.
    constexpr double kMatBeyond = 5;
    if (figure.left() < pose.frame.left)
        left = figure.left() - kMatBeyond;
    if (figure.right() > pose.frame.left + pose.frame.width)
        right = figure.right() + kMatBeyond;
    if (!isLying(pose)) {
        props.floor.addRoundedRect(QRectF(left, 0, right - left, kFloorThickness), kFloorThickness / 2,
                                   kFloorThickness / 2);
        return;
    }
    constexpr double kRound = 1.4;
    const auto corner = [](QPointF at, QPointF from, QPointF to) {
        const auto towards = [&](QPointF other) {
            const QPointF way = other - at;
            return at + way * std::min(0.5, kRound / std::hypot(way.x(), way.y()));
        };
        return std::array{towards(from), at, towards(to)};
    };
    const auto slab = [&] {
        const std::array corners{QPointF(left + kMatInset, kMatFar), QPointF(right - kMatInset, kMatFar),
                                 QPointF(right, kMatNear), QPointF(left, kMatNear)};
        QPainterPath path;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const auto [in, at, out] = corner(corners[i], corners[(i + 3) % 4], corners[(i + 1) % 4]);
            if (i == 0)
                path.moveTo(in);
            else
                path.lineTo(in);
            path.quadTo(at, out);
        }
        path.closeSubpath();
        return path;
    };
    props.floor = slab();
    props.matEdge.addRoundedRect(QRectF(left + 0.2, kMatNear - 0.5, right - left - 0.4, 0.5 + kMatThickness), 0.5, 0.5);
    props.shadow.addRoundedRect(QRectF(figure.left() + 2, -1.7, figure.width() - 3, 3.4), 1.7, 1.7);
}

void addPillow(FigureProps& props, QPointF middle)
{
    props.pillow = smoothClosed(moved({{-10.2, 0.6},
                                       {-11.0, -0.9},
                                       {-9.4, -2.9},
                                       {-5.0, -4.0},
                                       {0.0, -4.3},
                                       {5.0, -4.0},
                                       {9.4, -2.9},
                                       {11.0, -0.9},
                                       {10.2, 0.6},
                                       {5.0, 1.3},
                                       {0.0, 1.5},
                                       {-5.0, 1.3}},
                                      middle));
    props.pillowFold = smoothOpen(moved({{-10.6, -0.6}, {-6.0, 0.1}, {0.0, 0.3}, {6.0, 0.1}, {10.6, -0.6}}, middle));
}

}  // namespace

bool isLying(const Pose& pose)
{
    return std::abs(std::cos(pose.angle(Bone::Chest) * std::numbers::pi / 180)) > 0.7;
}

FigureProps figureProps(const Pose& pose, const QRectF& figure)
{
    FigureProps props;
    if (pose.floor)
        addFloor(props, pose, figure);
    if (pose.tool)
        addTool(props, {pose.tool->x, pose.tool->y}, pose.nearProngOnly);
    if (pose.pillow)
        addPillow(props, {pose.pillow->x, pose.pillow->y});
    return props;
}

}  // namespace psolog
