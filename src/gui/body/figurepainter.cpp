// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figurepainter.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include <QLineF>
#include <QPainter>
#include <QPolygonF>

#include "gui/body/figureshapes.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kMuscleRim = 0.45;  ///< sets a muscle off against the clothes, in units
constexpr double kEdge = 0.7;        ///< gap that sets the near arm off from the trunk, in units
constexpr double kLandmarkUnit = 2;  ///< pixels a unit, from which on fine marks are worth drawing
constexpr double kMinEdgePixels = 0.6;

/// A colour this share of the way from b to a.
QColor mixed(const QColor& a, const QColor& b, int percent)
{
    const auto part = [percent](int from, int to) { return (from * percent + to * (100 - percent)) / 100; };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

void paintFloor(QPainter& painter, const FigureProps& props, const FigureColors& colors)
{
    painter.setPen(Qt::NoPen);
    const bool mat = !props.matEdge.isEmpty();
    painter.setBrush(mixed(colors.matEdge, colors.mat, 45));
    painter.drawPath(props.matEdge);
    painter.setBrush(mat ? colors.mat : colors.floor);
    painter.drawPath(props.floor);
    painter.setBrush(mixed(colors.matEdge, colors.mat, 8));
    painter.drawPath(props.shadow);
}

void paintTool(QPainter& painter, const FigureProps& props, bool nearProngOnly, const FigureColors& colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(colors.tool, colors.background, nearProngOnly ? 35 : 62));
    painter.drawPath(props.toolFar);
    painter.setBrush(mixed(colors.tool, colors.background, 80));
    painter.drawPath(props.toolBase);
    painter.setBrush(colors.tool);
    painter.drawPath(props.toolNear);
    painter.setBrush(colors.muscle);
    painter.drawPath(props.toolTip);
}

void paintPillow(QPainter& painter, const FigureProps& props, const FigureColors& colors)
{
    const QColor fill = mixed(colors.tool, colors.background, 32);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    // Set off from the far leg.
    painter.strokePath(props.pillow, QPen(colors.background, 1.4));
    painter.drawPath(props.pillow);
    painter.strokePath(props.pillowFold, QPen(mixed(colors.line, fill, 25), 0.5, Qt::SolidLine, Qt::RoundCap));
}

/// Paints areas inside an outline.
void paintInside(QPainter& painter, const QPainterPath& outline,
                 std::initializer_list<std::pair<const QPainterPath*, QColor>> areas)
{
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    for (const auto& [path, color] : areas)
        painter.fillPath(*path, color);
    painter.restore();
}

/// Closed in a body that lies, open in one that stands or runs.
void paintEye(QPainter& painter, const FigureOutfit& outfit, bool closed, const FigureColors& colors)
{
    constexpr double kOpen = 0.5;  ///< radius
    if (closed) {
        painter.strokePath(outfit.eye, QPen(colors.hair, 0.4, Qt::SolidLine, Qt::RoundCap));
        return;
    }
    painter.setBrush(colors.hair);
    painter.drawEllipse(outfit.eye.pointAtPercent(0.6), kOpen, kOpen * 1.2);
}

void paintMuscles(QPainter& painter, const Pose& pose, const std::set<Muscle>& highlight, const FigureColors& colors)
{
    for (const Muscle muscle : highlight) {
        const QPainterPath path = muscleShape(pose, muscle);
        painter.strokePath(path, QPen(colors.background, 2 * kMuscleRim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(path, colors.muscle);
    }
}

double pelvisLineWidth(double unit)
{
    return std::max(0.5, 1.3 / unit);
}

void paintPelvisBone(QPainter& painter, const FigureShapes& shapes, const FigureColors& colors)
{
    QColor bone = colors.background;
    bone.setAlphaF(0.5F);
    painter.fillPath(shapes.pelvis, bone);
}

/// The pelvis and the navel, by which the places of the tool are told apart.
void paintLandmarks(QPainter& painter, const FigureShapes& shapes, const FigureColors& colors, double unit)
{
    QColor bone = colors.background;
    bone.setAlphaF(0.35F);
    painter.fillPath(shapes.pelvis, bone);
    QColor line = colors.line;
    line.setAlphaF(0.55F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, std::max(0.35, 1.0 / unit), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shapes.pelvis);
    painter.drawPath(shapes.navel);
    painter.setPen(Qt::NoPen);
}

void paintPelvisLines(QPainter& painter, const FigureShapes& shapes, const FigureColors& colors, double unit)
{
    QPen outline(colors.line, pelvisLineWidth(unit), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(outline);
    painter.drawPath(shapes.pelvis);
    painter.drawPath(shapes.hipSocket);
    outline.setDashPattern({3.2, 2.8});
    painter.setPen(outline);
    painter.drawLine(shapes.pelvisLine);
}

/// Points along a path, evenly spaced. Flattened once: asking the path for each point measures it anew every time.
std::vector<QPointF> pointsAlong(const QPainterPath& path, double spacing)
{
    constexpr double kFine = 4;  // flattened at four times the size, for smooth curves
    const QList<QPolygonF> pieces = path.toSubpathPolygons(QTransform::fromScale(kFine, kFine));
    std::vector<QPointF> points;
    if (pieces.isEmpty())
        return points;
    const QPolygonF& corners = pieces.first();
    points.push_back(corners.first() / kFine);
    double due = spacing;
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const QLineF line(corners[i - 1] / kFine, corners[i] / kFine);
        const double length = line.length();
        for (; due <= length; due += spacing)
            points.push_back(line.pointAt(due / length));
        due -= length;
    }
    return points;
}

/// The gap around the near arm. It starts at nothing on the shoulder, so that the arm grows out of the trunk. One area:
/// stroking it piece by piece would take longer than all the rest.
void paintArmGap(QPainter& painter, const QPainterPath& edge, const QColor& color, double width)
{
    constexpr double kTaper = 7;  // units
    constexpr double kSpacing = 0.6;
    const std::vector<QPointF> points = pointsAlong(edge, kSpacing);
    if (points.size() < 3)
        return;
    QPolygonF gap(2 * qsizetype(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double near = double(std::min(i, points.size() - 1 - i)) * kSpacing / kTaper;
        const double half = width / 2 * (near < 1 ? near * near * (3 - 2 * near) : 1.0);
        const QLineF along(points[i == 0 ? 0 : i - 1], points[std::min(i + 1, points.size() - 1)]);
        const QPointF aside = QPointF(-along.dy(), along.dx()) * (half / std::max(along.length(), 1e-6));
        gap[qsizetype(i)] = points[i] + aside;
        gap[gap.size() - 1 - qsizetype(i)] = points[i] - aside;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(gap, Qt::WindingFill);
}

}  // namespace

FigureColors FigureColors::from(const Theme& theme, const QColor& background)
{
    return {theme.color(Role::Body),
            theme.color(Role::FarLimb),
            theme.color(Role::Hair),
            theme.color(Role::Shirt),
            theme.color(Role::Shorts),
            theme.color(Role::MuscleHighlight),
            background,
            theme.color(Role::Track),
            theme.color(Role::AccentSoft),
            theme.color(Role::Accent),
            theme.color(Role::Tool),
            theme.color(Role::Text)};
}

QTransform figureTransform(const Pose& pose, const QRectF& rect, bool mirrored)
{
    const PoseFrame& frame = pose.frame;
    const double unit = std::min(rect.width() / frame.width, rect.height() / frame.height);
    const bool turned = pose.mirrored != mirrored;
    QTransform transform;
    transform.translate(rect.center().x(), rect.center().y());
    transform.scale(turned ? -unit : unit, unit);
    transform.translate(-(frame.left + frame.width / 2), -(frame.top + frame.height / 2));
    return transform;
}

void paintFigure(QPainter& painter, const QRectF& rect, const Pose& pose, const std::set<Muscle>& highlight,
                 const FigureColors& colors, bool mirrored, double breath)
{
    if (rect.width() < 1 || rect.height() < 1)
        return;
    const FigureShapes shapes = figureShapes(pose, breath);
    const FigureOutfit& outfit = shapes.outfit;
    const QColor farShirt = mixed(colors.shirt, colors.farLimb, 45);
    const QColor farShorts = mixed(colors.shorts, colors.farLimb, 60);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(figureTransform(pose, rect, mirrored), true);
    const double unit = std::min(rect.width() / pose.frame.width, rect.height() / pose.frame.height);

    paintFloor(painter, shapes.props, colors);
    painter.setBrush(colors.farLimb);
    painter.drawPath(shapes.farArm);
    paintInside(painter, shapes.farArm, {{&outfit.farSleeve, farShirt}});
    painter.drawPath(shapes.farLeg);
    paintInside(painter, shapes.farLeg, {{&outfit.farShorts, farShorts}});
    paintPillow(painter, shapes.props, colors);
    paintTool(painter, shapes.props, pose.nearProngOnly, colors);

    painter.setBrush(colors.body);
    painter.drawPath(shapes.body);
    painter.setPen(Qt::NoPen);
    painter.fillPath(outfit.hair, colors.hair);
    painter.fillPath(outfit.ear, colors.farLimb);
    if (unit > kLandmarkUnit)
        paintEye(painter, outfit, isLying(pose), colors);
    // Everything on the body in one go: a clip costs as much as an area.
    painter.save();
    painter.setClipPath(shapes.body, Qt::IntersectClip);
    painter.fillPath(outfit.shirt, colors.shirt);
    painter.fillPath(outfit.shorts, colors.shorts);
    if (pose.pelvisOutline)
        paintPelvisBone(painter, shapes, colors);
    else if (pose.tool && !highlight.empty() && unit > kLandmarkUnit)
        paintLandmarks(painter, shapes, colors, unit);
    paintMuscles(painter, pose, highlight, colors);
    // Wider than the gap: the arm itself covers the inner half of the stroke.
    paintArmGap(painter, shapes.nearArmEdge, colors.background, 2 * std::max(kEdge, kMinEdgePixels / unit));
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.body);
    painter.drawPath(shapes.nearArm);
    paintInside(painter, shapes.nearArm, {{&outfit.sleeve, colors.shirt}});
    if (pose.pelvisOutline)
        paintPelvisLines(painter, shapes, colors, unit);
    painter.restore();
}

}  // namespace psolog
