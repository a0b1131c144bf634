// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pose.h"

#include <cmath>

#include <fmt/format.h>

namespace psolog {

namespace {

constexpr double kTurn = 360;
constexpr double kMinLength = 0.2;
constexpr double kMaxLength = 1.2;
constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxDescription = 500;
constexpr double kFarthest = 1000;  ///< of a frame's edges, in units: ten body lengths
constexpr double kSmallestFrame = 5;

/// The same direction, as an angle in [centre - 180, centre + 180).
double wrapped(double angle, double centre)
{
    const double low = centre - kTurn / 2;
    return low + std::fmod(std::fmod(angle - low, kTurn) + kTurn, kTurn);
}

double mix(double from, double to, double fraction)
{
    return from + (to - from) * fraction;
}

PosePoint mix(PosePoint from, PosePoint to, double fraction)
{
    return {mix(from.x, to.x, fraction), mix(from.y, to.y, fraction)};
}

bool finite(PosePoint point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

bool inside(PosePoint point, const PoseFrame& frame)
{
    return point.x >= frame.left && point.x <= frame.left + frame.width && point.y >= frame.top
        && point.y <= frame.top + frame.height;
}

}  // namespace

const std::array<JointLimit, 14>& jointLimits()
{
    // Legs point away from the trunk, so a straight hip is a difference of 180; extension grows from there. A straight
    // knee is 0 and bends up to 155; a foot at a right angle to the shank is -90 and 0 when fully pointed. A hanging
    // arm is 180 from the chest, raised forward 90, overhead 0.
    static constexpr std::array<JointLimit, 14> limits{{
        {Bone::Pelvis, Bone::Chest, -60, 75},
        {Bone::Chest, Bone::Head, -65, 65},
        {Bone::Pelvis, Bone::NearThigh, 50, 225},
        {Bone::NearThigh, Bone::NearShank, -10, 155},
        {Bone::NearShank, Bone::NearFoot, -120, 10},
        {Bone::Pelvis, Bone::FarThigh, 50, 225},
        {Bone::FarThigh, Bone::FarShank, -10, 155},
        {Bone::FarShank, Bone::FarFoot, -120, 10},
        {Bone::Chest, Bone::NearUpperArm, -30, 250},
        {Bone::NearUpperArm, Bone::NearForearm, -155, 10},
        {Bone::NearForearm, Bone::NearHand, -90, 90},
        {Bone::Chest, Bone::FarUpperArm, -30, 250},
        {Bone::FarUpperArm, Bone::FarForearm, -155, 10},
        {Bone::FarForearm, Bone::FarHand, -90, 90},
    }};
    return limits;
}

Result<Pose> validated(Pose pose)
{
    if (pose.name.empty())
        return fail(ErrorCode::InvalidValue, "name: must not be empty");
    if (pose.description.empty())
        return fail(ErrorCode::InvalidValue, "description: must not be empty");
    if (pose.name.size() > kMaxName)
        return fail(ErrorCode::InvalidValue, fmt::format("name: longer than {} bytes", kMaxName));
    if (pose.description.size() > kMaxDescription)
        return fail(ErrorCode::InvalidValue, fmt::format("description: longer than {} bytes", kMaxDescription));
    for (const auto& row : NameTable<Bone>::rows) {
        const double angle = pose.angle(row.value);
        if (!std::isfinite(angle) || std::abs(angle) > kTurn)
            return fail(ErrorCode::InvalidValue, fmt::format("angles.{}: must be -360 to 360", row.name));
        const double length = pose.length(row.value);
        if (!std::isfinite(length) || length < kMinLength || length > kMaxLength)
            return fail(ErrorCode::InvalidValue, fmt::format("lengths.{}: must be 0.2 to 1.2", row.name));
    }
    for (const JointLimit& joint : jointLimits()) {
        const double turn = wrapped(pose.angle(joint.child) - pose.angle(joint.parent), (joint.from + joint.to) / 2);
        if (turn < joint.from || turn > joint.to)
            return fail(ErrorCode::InvalidValue,
                        fmt::format("angles.{}: {:.0f} from {}, a body allows {:.0f} to {:.0f}", nameOf(joint.child),
                                    turn, nameOf(joint.parent), joint.from, joint.to));
    }
    // Written so that what is not a number is refused too.
    const auto within = [](double value, double from, double to) { return value >= from && value <= to; };
    if (!within(pose.frame.left, -kFarthest, kFarthest) || !within(pose.frame.top, -kFarthest, kFarthest)
        || !within(pose.frame.width, kSmallestFrame, kFarthest)
        || !within(pose.frame.height, kSmallestFrame, kFarthest))
        return fail(
            ErrorCode::InvalidValue,
            fmt::format("frame: must have a size of {} to {} and lie within {}", kSmallestFrame, kFarthest, kFarthest));
    if (!finite(pose.root) || !inside(pose.root, pose.frame))
        return fail(ErrorCode::InvalidValue, "root: must lie inside the frame");
    if (pose.tool && (!finite(*pose.tool) || !inside(*pose.tool, pose.frame)))
        return fail(ErrorCode::InvalidValue, "tool: must lie inside the frame");
    if (pose.pillow && (!finite(*pose.pillow) || !inside(*pose.pillow, pose.frame)))
        return fail(ErrorCode::InvalidValue, "pillow: must lie inside the frame");
    return pose;
}

Pose interpolated(const Pose& from, const Pose& to, double fraction)
{
    if (fraction <= 0)
        return from;
    if (fraction >= 1)
        return to;
    Pose pose = to;
    pose.root = mix(from.root, to.root, fraction);
    pose.frame = {mix(from.frame.left, to.frame.left, fraction), mix(from.frame.top, to.frame.top, fraction),
                  mix(from.frame.width, to.frame.width, fraction), mix(from.frame.height, to.frame.height, fraction)};
    for (std::size_t i = 0; i < kBoneCount; ++i) {
        pose.angles[i] = mix(from.angles[i], wrapped(to.angles[i], from.angles[i]), fraction);
        pose.lengths[i] = mix(from.lengths[i], to.lengths[i], fraction);
    }
    if (from.tool && to.tool)
        pose.tool = mix(*from.tool, *to.tool, fraction);
    if (from.pillow && to.pillow)
        pose.pillow = mix(*from.pillow, *to.pillow, fraction);
    return pose;
}

const Pose* poseForSide(const PoseLibrary& poses, std::string_view name, Side side)
{
    auto found = poses.find(fmt::format("{}-{}", name, nameOf(side)));
    if (found == poses.end())
        found = poses.find(name);
    return found == poses.end() ? nullptr : &found->second;
}

}  // namespace psolog
