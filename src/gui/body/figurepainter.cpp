// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figurepainter.h"

#include <algorithm>
#include <vector>

#include <QLineF>
#include <QPainter>
#include <QPolygonF>

#include "gui/body/figureshapes.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kFloorThickness = 1.1;
constexpr double kEdge = 0.7;  ///< gap that sets the near arm off from the trunk, in units
constexpr double kMinEdgePixels = 0.6;

/// A colour this share of the way from b to a.
QColor mixed(const QColor& a, const QColor& b, int percent)
{
    const auto part = [percent](int from, int to) { return (from * percent + to * (100 - percent)) / 100; };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

void paintFloor(QPainter& painter, const PoseFrame& frame, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QRectF bar(frame.left + 1, 0, frame.width - 2, kFloorThickness);
    painter.drawRoundedRect(bar, kFloorThickness / 2, kFloorThickness / 2);
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
    constexpr double kFine = 8;  // flattened at eight times the size, for smooth curves
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

/// The gap around the near arm. It starts at nothing on the shoulder, so that the arm grows out of the trunk.
void paintArmGap(QPainter& painter, const QPainterPath& edge, const QColor& color, double width)
{
    constexpr double kTaper = 7;  // units
    constexpr double kSpacing = 0.35;
    const std::vector<QPointF> points = pointsAlong(edge, kSpacing);
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double near = double(std::min(i, points.size() - i)) * kSpacing / kTaper;
        pen.setWidthF(width * (near < 1 ? near * near * (3 - 2 * near) : 1.0));
        painter.setPen(pen);
        painter.drawLine(points[i - 1], points[i]);
    }
}

}  // namespace

FigureColors FigureColors::from(const Theme& theme, const QColor& background)
{
    return {theme.color(Role::Body),
            theme.color(Role::FarLimb),
            theme.color(Role::MuscleHighlight),
            background,
            theme.color(Role::Track),
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
                 const FigureColors& colors, bool mirrored)
{
    if (rect.width() < 1 || rect.height() < 1)
        return;
    const FigureShapes shapes = figureShapes(pose);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(figureTransform(pose, rect, mirrored), true);
    const double unit = std::min(rect.width() / pose.frame.width, rect.height() / pose.frame.height);

    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.farLimb);
    painter.drawPath(shapes.farArm);
    painter.drawPath(shapes.farLeg);
    // Set off from the far leg, which has the same colour.
    painter.strokePath(shapes.pillow, QPen(colors.background, 1.4));
    painter.drawPath(shapes.pillow);
    painter.setBrush(mixed(colors.tool, colors.background, 55));
    painter.drawPath(shapes.toolFar);
    painter.setBrush(colors.tool);
    painter.drawPath(shapes.toolNear);

    painter.setBrush(colors.body);
    painter.drawPath(shapes.body);
    if (pose.pelvisOutline)
        paintPelvisBone(painter, shapes, colors);
    painter.setBrush(colors.muscle);
    for (const Muscle muscle : highlight)
        painter.drawPath(muscleShape(pose, muscle));

    // Wider than the gap: the arm itself covers the inner half of the stroke.
    const double edge = std::max(kEdge, kMinEdgePixels / unit);
    paintArmGap(painter, shapes.nearArmEdge, colors.background, 2 * edge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.body);
    painter.drawPath(shapes.nearArm);

    if (pose.floor)
        paintFloor(painter, pose.frame, colors.floor);
    if (pose.pelvisOutline)
        paintPelvisLines(painter, shapes, colors, unit);
    painter.restore();
}

}  // namespace psolog
