// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figureskeleton.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace psolog {

namespace {

constexpr double kPelvisLength = 16;
constexpr double kChestLength = 17;
constexpr double kPelvisReach = 12;  ///< how far the spine keeps the pelvis's direction
constexpr double kChestReach = 13;
constexpr double kShoulderAt = 0.9;  ///< place of the shoulder joint on the spine
constexpr double kShoulderFront = 0.4;
constexpr double kNeckLean = 14;  ///< a relaxed neck leans forward of the chest, degrees
constexpr double kHeelShrink = 0.4;
constexpr double kHeelSkin = 2.5;  ///< depth of the bunched skin behind a pointed ankle
constexpr double kHeelFlat = 0.35;
constexpr double kBreathDepth = 1.1;  ///< how far a full breath lifts the ribs, in units
constexpr double kBreathFrom = 0.3;   ///< part of the spine that moves with the breath
constexpr double kBreathTo = 0.95;
constexpr double kSmallBend = 0.12;  ///< radians; a nearly straight joint needs no mitre

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

QPointF direction(double degrees)
{
    return {std::cos(radians(degrees)), std::sin(radians(degrees))};
}

/// Quarter turn clockwise: the front of a trunk.
QPointF clockwise(QPointF v)
{
    return {-v.y(), v.x()};
}

double dot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

/// How far the child turns from the parent's direction towards the parent's front, radians.
double bend(QPointF parentAlong, QPointF parentFront, QPointF childAlong)
{
    return std::atan2(dot(childAlong, parentFront), dot(childAlong, parentAlong));
}

/// The length that the mitre of a bend takes from a point at this depth; 0 on the outer side.
double mitre(double turn, double front)
{
    if (std::abs(turn) < kSmallBend || (turn > 0) != (front > 0))
        return 0;
    return std::abs(front) * std::tan(std::min(std::abs(turn), radians(150)) / 2);
}

bool isLimb(Segment segment)
{
    return segment == Segment::Thigh || segment == Segment::Shank || segment == Segment::UpperArm
        || segment == Segment::Forearm;
}

}  // namespace

double FigureSkeleton::length(Segment segment)
{
    switch (segment) {
    case Segment::Spine:
        return 1;
    case Segment::Pelvis:
        return kPelvisLength;
    case Segment::Neck:
        return 6;
    case Segment::Head:
        return 11;
    case Segment::Thigh:
        return 26;
    case Segment::Shank:
        return 25;
    case Segment::Foot:
        return 12;
    case Segment::UpperArm:
        return 17.5;
    case Segment::Forearm:
        return 14.5;
    case Segment::Hand:
        return 9.5;
    }
    return 0;
}

FigureSkeleton::FigureSkeleton(const Pose& pose, double breath)
{
    const QPointF hip(pose.root.x, pose.root.y);
    const QPointF pelvis = direction(pose.angle(Bone::Pelvis));
    const QPointF chest = direction(pose.angle(Bone::Chest));
    const QPointF neckBase =
        hip + kPelvisLength * pose.length(Bone::Pelvis) * pelvis + kChestLength * pose.length(Bone::Chest) * chest;
    m_breathesBack = clockwise(chest).y() > 0.5;
    m_spine[0] = hip;
    m_spine[1] = hip + kPelvisReach * pose.length(Bone::Pelvis) * pelvis;
    m_spine[2] = neckBase - kChestReach * pose.length(Bone::Chest) * chest;
    m_spine[3] = neckBase;

    m_pelvis = {hip, pelvis, clockwise(pelvis)};
    const double turn = std::remainder(pose.angle(Bone::Head) - pose.angle(Bone::Chest), 360.0);
    const QPointF neck = direction(pose.angle(Bone::Chest) + turn * 0.55 + kNeckLean);
    m_neck = {neckBase, neck, clockwise(neck)};
    const QPointF head = direction(pose.angle(Bone::Head));
    m_head = {neckBase + length(Segment::Neck) * neck, head, clockwise(head), pose.length(Bone::Head)};

    m_near = makeSide(pose, Depth::Near);
    m_far = makeSide(pose, Depth::Far);
    m_breath = breath;  // only now: the shoulders stay where they are
}

FigureSkeleton::Side FigureSkeleton::makeSide(const Pose& pose, Depth depth) const
{
    const bool isNear = depth == Depth::Near;
    const auto make = [&pose](QPointF origin, Bone bone) {
        const QPointF along = direction(pose.angle(bone));
        return Frame{origin, along, -clockwise(along), pose.length(bone)};
    };
    const auto end = [](const Frame& bone, Segment segment) {
        return bone.origin + length(segment) * bone.stretch * bone.along;
    };
    const auto join = [](Frame& parent, Frame& child) {
        parent.bendAfter = child.bendBefore = bend(parent.along, parent.front, child.along);
    };

    Side side;
    side.thigh = make(m_spine[0], isNear ? Bone::NearThigh : Bone::FarThigh);
    side.thigh.bendBefore = bend(-m_pelvis.along, m_pelvis.front, side.thigh.along);
    side.shank = make(end(side.thigh, Segment::Thigh), isNear ? Bone::NearShank : Bone::FarShank);
    side.foot = make(end(side.shank, Segment::Shank), isNear ? Bone::NearFoot : Bone::FarFoot);
    side.foot.front = clockwise(side.foot.along);
    join(side.thigh, side.shank);
    side.foot.bendBefore = bend(side.shank.along, side.shank.front, side.foot.along);

    side.upperArm = make(onSpine(kShoulderAt, kShoulderFront), isNear ? Bone::NearUpperArm : Bone::FarUpperArm);
    side.forearm = make(end(side.upperArm, Segment::UpperArm), isNear ? Bone::NearForearm : Bone::FarForearm);
    side.hand = make(end(side.forearm, Segment::Forearm), isNear ? Bone::NearHand : Bone::FarHand);
    join(side.upperArm, side.forearm);
    return side;
}

const FigureSkeleton::Frame& FigureSkeleton::frame(Segment segment, Depth depth) const
{
    const Side& side = depth == Depth::Near ? m_near : m_far;
    switch (segment) {
    case Segment::Spine:
    case Segment::Pelvis:
        return m_pelvis;
    case Segment::Neck:
        return m_neck;
    case Segment::Head:
        return m_head;
    case Segment::Thigh:
        return side.thigh;
    case Segment::Shank:
        return side.shank;
    case Segment::Foot:
        return side.foot;
    case Segment::UpperArm:
        return side.upperArm;
    case Segment::Forearm:
        return side.forearm;
    case Segment::Hand:
        return side.hand;
    }
    return m_pelvis;
}

QPointF FigureSkeleton::onSpine(double along, double front) const
{
    const double t = along;
    const double u = 1 - t;
    const QPointF place =
        u * u * u * m_spine[0] + 3 * u * u * t * m_spine[1] + 3 * u * t * t * m_spine[2] + t * t * t * m_spine[3];
    const QPointF slope =
        u * u * (m_spine[1] - m_spine[0]) + 2 * u * t * (m_spine[2] - m_spine[1]) + t * t * (m_spine[3] - m_spine[2]);
    const double size = std::hypot(slope.x(), slope.y());
    if (m_breath > 0 && (front < 0) == m_breathesBack && t > kBreathFrom && t < kBreathTo) {
        const double wave = std::sin(std::numbers::pi * (t - kBreathFrom) / (kBreathTo - kBreathFrom));
        front += (front < 0 ? -1 : 1) * m_breath * kBreathDepth * wave * wave;
    }
    return size > 0 ? place + front * clockwise(slope / size) : place;
}

QPointF FigureSkeleton::at(const RigPoint& point, Depth depth) const
{
    if (point.segment == Segment::Spine)
        return onSpine(point.along, point.front);
    const Frame& bone = frame(point.segment, depth);
    double along = point.along * bone.stretch;
    double front = point.front;
    if (point.segment == Segment::Foot && point.along < 0) {
        // The skin behind the ankle bunches up as the foot points: the heel stands out less than the bone does.
        const double pointed = std::clamp(1 - bone.bendBefore / radians(90), 0.0, 1.0);
        along *= 1 - kHeelShrink * pointed;
        front += (kHeelSkin + (front - kHeelSkin) * kHeelFlat - front) * pointed;
    }
    if (isLimb(point.segment)) {
        const double whole = length(point.segment) * bone.stretch;
        along = std::max(along, mitre(bone.bendBefore, point.front));
        along = std::min(along, whole - mitre(bone.bendAfter, point.front));
    }
    return bone.origin + along * bone.along + front * bone.front;
}

std::vector<QPointF> FigureSkeleton::at(const std::vector<RigPoint>& points, Depth depth) const
{
    std::vector<QPointF> places;
    places.reserve(points.size());
    for (const RigPoint& point : points)
        places.push_back(at(point, depth));
    return places;
}

}  // namespace psolog
