// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/nametable.h"
#include "core/result.h"
#include "core/site.h"

namespace psolog {

/// A jointed part of the side-view figure. Near limbs are on the viewer's side.
enum class Bone {
    Pelvis,
    Chest,
    Head,
    NearThigh,
    NearShank,
    NearFoot,
    FarThigh,
    FarShank,
    FarFoot,
    NearUpperArm,
    NearForearm,
    NearHand,
    FarUpperArm,
    FarForearm,
    FarHand,
};

template <>
struct NameTable<Bone> {
    static constexpr std::array rows{
        Named{Bone::Pelvis, std::string_view("pelvis")},
        Named{Bone::Chest, std::string_view("chest")},
        Named{Bone::Head, std::string_view("head")},
        Named{Bone::NearThigh, std::string_view("near-thigh")},
        Named{Bone::NearShank, std::string_view("near-shank")},
        Named{Bone::NearFoot, std::string_view("near-foot")},
        Named{Bone::FarThigh, std::string_view("far-thigh")},
        Named{Bone::FarShank, std::string_view("far-shank")},
        Named{Bone::FarFoot, std::string_view("far-foot")},
        Named{Bone::NearUpperArm, std::string_view("near-upper-arm")},
        Named{Bone::NearForearm, std::string_view("near-forearm")},
        Named{Bone::NearHand, std::string_view("near-hand")},
        Named{Bone::FarUpperArm, std::string_view("far-upper-arm")},
        Named{Bone::FarForearm, std::string_view("far-forearm")},
        Named{Bone::FarHand, std::string_view("far-hand")},
    };
};

inline constexpr std::size_t kBoneCount = NameTable<Bone>::rows.size();

/// A place in the figure's plane. Unit: about a hundredth of the body length; x to the right, y down; the floor is y =
/// 0.
struct PosePoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const PosePoint&, const PosePoint&) = default;
};

/// The part of the plane that a picture of the pose shows. Poses of one family share it, so that the figure keeps its
/// scale and place from one to the next.
struct PoseFrame {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const PoseFrame&, const PoseFrame&) = default;
};

/// One position of the side-view figure.
///
/// Angles are in degrees, 0 to the right and growing clockwise, and give the direction of a bone away from the trunk
/// (pelvis and chest: towards the head; head: towards the crown; foot: towards the toes). The figure faces right when
/// it stands and down when it lies with the head to the right.
struct Pose {
    std::string name;
    std::string description;  ///< one English sentence for people who do not see the picture
    PoseFrame frame;
    PosePoint root;  ///< centre of the hip joints
    std::array<double, kBoneCount> angles{};
    std::array<double, kBoneCount> lengths = allOnes();  ///< factors below 1 foreshorten a bone that leaves the plane
    std::set<Muscle> highlight;
    std::optional<PosePoint> tool;    ///< middle of the foot of the two-pronged tool
    bool nearProngOnly = false;       ///< the weight is on the near prong; the far one touches nothing
    std::optional<PosePoint> pillow;  ///< middle of the underside of a pillow
    bool floor = true;                ///< a floor; below a trunk that lies, a mat
    bool pelvisOutline = false;       ///< pelvis outlined, with a dashed line through its top
    bool mirrored = false;  ///< the picture is the mirror image: the near side is the left side, not the right

    [[nodiscard]] double angle(Bone bone) const { return angles[static_cast<std::size_t>(bone)]; }
    [[nodiscard]] double& angle(Bone bone) { return angles[static_cast<std::size_t>(bone)]; }
    [[nodiscard]] double length(Bone bone) const { return lengths[static_cast<std::size_t>(bone)]; }
    [[nodiscard]] double& length(Bone bone) { return lengths[static_cast<std::size_t>(bone)]; }

    friend bool operator==(const Pose&, const Pose&) = default;

private:
    [[nodiscard]] static constexpr std::array<double, kBoneCount> allOnes()
    {
        std::array<double, kBoneCount> ones{};
        for (double& one : ones)
            one = 1;
        return ones;
    }
};

/// A joint's range: how far the child bone may turn against its parent, in degrees (child minus parent).
struct JointLimit {
    Bone parent;
    Bone child;
    double from;
    double to;
};

/// Ranges of all joints. They are generous (a supple adult's), meant to catch slips in a pose file.
[[nodiscard]] const std::array<JointLimit, 14>& jointLimits();

/// The pose itself when it is sound. InvalidValue, the detail naming the field, when: an angle is not finite or outside
/// -360 to 360, a joint is beyond its limits, a length factor is outside 0.2 to 1.2, the frame is empty, the root is
/// outside the frame or the frame outside what a screen shows, or name or description is empty or overlong.
[[nodiscard]] Result<Pose> validated(Pose pose);

/// The pose a fraction of the way from one to another: 0 gives from, 1 gives to, exactly. Angles turn the short way;
/// everything that cannot be divided (muscles, texts, mirroring) is taken from the target.
[[nodiscard]] Pose interpolated(const Pose& from, const Pose& to, double fraction);

/// Poses by name.
using PoseLibrary = std::map<std::string, Pose, std::less<>>;

/// The pose of that name for a side: "tool-low-left" for "tool-low" and Left when there is one, otherwise the pose of
/// that name itself; nullptr when the library has neither.
[[nodiscard]] const Pose* poseForSide(const PoseLibrary& poses, std::string_view name, Side side);

}  // namespace psolog
