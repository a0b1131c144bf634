// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pose.h"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "exchange/posefile.h"
#include "shippedposes.h"

namespace psolog {
namespace {

using Json = nlohmann::json;

Json standing()
{
    return Json::parse(R"({
        "version": 1, "name": "stand", "description": "Standing.",
        "frame": {"left": -27, "top": -111, "width": 54, "height": 114}, "root": {"x": 0, "y": -55},
        "angles": {"pelvis": -86, "chest": -91, "head": -90,
                   "near-thigh": 91, "near-shank": 90, "near-foot": 0, "far-thigh": 91, "far-shank": 90, "far-foot": 0,
                   "near-upper-arm": 97, "near-forearm": 90, "near-hand": 90,
                   "far-upper-arm": 93, "far-forearm": 84, "far-hand": 88}})");
}

Error errorOf(const Json& json)
{
    const Result<Pose> pose = parsePose(json.dump(), "stand.json");
    return pose ? Error{ErrorCode::Internal, "accepted"} : pose.error();
}

void expectRefused(const Json& json, ErrorCode code, const std::string& field)
{
    const Error error = errorOf(json);
    EXPECT_EQ(error.code, code) << error.detail;
    EXPECT_EQ(error.detail.rfind("stand.json: " + field + ":", 0), 0U) << error.detail;
}

TEST(PoseFile, ReadsEveryField)
{
    Json json = standing();
    json["lengths"]["near-hand"] = 0.5;
    json["highlight"] = {"glute", "psoas"};
    json["tool"] = {{"x", 1}, {"y", 0}};
    json["prongs"] = "near";
    json["pillow"] = {{"x", 2}, {"y", -1}};
    json["floor"] = false;
    json["pelvis-outline"] = true;
    json["mirrored"] = true;
    const Result<Pose> pose = parsePose(json.dump(), "stand.json");
    ASSERT_TRUE(pose) << pose.error().detail;
    EXPECT_EQ(pose->name, "stand");
    EXPECT_EQ(pose->description, "Standing.");
    EXPECT_EQ(pose->root, (PosePoint{0, -55}));
    EXPECT_EQ(pose->frame, (PoseFrame{-27, -111, 54, 114}));
    EXPECT_EQ(pose->angle(Bone::FarForearm), 84);
    EXPECT_EQ(pose->length(Bone::NearHand), 0.5);
    EXPECT_EQ(pose->length(Bone::FarHand), 1);
    EXPECT_EQ(pose->highlight, (std::set<Muscle>{Muscle::Glute, Muscle::Psoas}));
    EXPECT_EQ(pose->tool, (PosePoint{1, 0}));
    EXPECT_EQ(pose->pillow, (PosePoint{2, -1}));
    EXPECT_TRUE(pose->nearProngOnly);
    EXPECT_FALSE(pose->floor);
    EXPECT_TRUE(pose->pelvisOutline);
    EXPECT_TRUE(pose->mirrored);
}

TEST(PoseFile, RefusesAMissingJointNamingFileAndField)
{
    for (const auto& row : NameTable<Bone>::rows) {
        Json json = standing();
        json["angles"].erase(std::string(row.name));
        expectRefused(json, ErrorCode::InvalidValue, "angles." + std::string(row.name));
    }
}

TEST(PoseFile, RefusesAnAngleBeyondAFullTurn)
{
    Json json = standing();
    json["angles"]["head"] = -450;
    expectRefused(json, ErrorCode::InvalidValue, "angles.head");
    json["angles"]["head"] = 361;
    expectRefused(json, ErrorCode::InvalidValue, "angles.head");
}

TEST(PoseFile, RefusesAJointBeyondWhatABodyAllows)
{
    Json json = standing();
    json["angles"]["near-shank"] = 60;  // the knee bent forwards
    expectRefused(json, ErrorCode::InvalidValue, "angles.near-shank");
    json = standing();
    json["angles"]["far-forearm"] = 150;  // the elbow bent backwards
    expectRefused(json, ErrorCode::InvalidValue, "angles.far-forearm");
}

TEST(PoseFile, AcceptsTheSameJointGivenAFullTurnAway)
{
    Json json = standing();
    json["angles"]["head"] = 270;
    EXPECT_EQ(errorOf(json).detail, "accepted");
}

TEST(PoseFile, RefusesOtherVersions)
{
    Json json = standing();
    json["version"] = 2;
    expectRefused(json, ErrorCode::TooNew, "version");
    json["version"] = 0;
    expectRefused(json, ErrorCode::InvalidValue, "version");
    json["version"] = "1";
    expectRefused(json, ErrorCode::InvalidValue, "version");
    json.erase("version");
    expectRefused(json, ErrorCode::InvalidValue, "version");
}

TEST(PoseFile, RefusesWrongTypesAndUnknownNames)
{
    const auto with = [](const char* key, Json value) {
        Json json = standing();
        json[key] = std::move(value);
        return json;
    };
    expectRefused(with("name", 3), ErrorCode::InvalidValue, "name");
    expectRefused(with("description", ""), ErrorCode::InvalidValue, "description");
    expectRefused(with("frame", Json::array()), ErrorCode::InvalidValue, "frame");
    expectRefused(with("root", {{"x", 0}, {"y", 90}}), ErrorCode::InvalidValue, "root");
    expectRefused(with("angles", nullptr), ErrorCode::InvalidValue, "angles");
    expectRefused(with("highlight", {"biceps"}), ErrorCode::InvalidValue, "highlight");
    expectRefused(with("tool", {{"x", 0}}), ErrorCode::InvalidValue, "tool.y");
    expectRefused(with("prongs", "far"), ErrorCode::InvalidValue, "prongs");
    expectRefused(with("prongs", 1), ErrorCode::InvalidValue, "prongs");
    expectRefused(with("floor", "yes"), ErrorCode::InvalidValue, "floor");
    expectRefused(with("shadow", true), ErrorCode::InvalidValue, "shadow");
    expectRefused(with("lengths", {{"near-hand", 9}}), ErrorCode::InvalidValue, "lengths.near-hand");
    Json json = standing();
    json["angles"]["tail"] = 0;
    expectRefused(json, ErrorCode::InvalidValue, "angles.tail");
    json = standing();
    json["frame"]["width"] = 0;
    expectRefused(json, ErrorCode::InvalidValue, "frame");
}

TEST(PoseFile, RefusesTextThatIsNotAPose)
{
    for (const char* text : {"", "{", "[]", "3", "{\"version\":1}x"}) {
        const Result<Pose> pose = parsePose(text, "odd.json");
        ASSERT_FALSE(pose) << text;
        EXPECT_EQ(pose.error().code, ErrorCode::SyntaxError) << text;
        EXPECT_EQ(pose.error().detail.rfind("odd.json:", 0), 0U);
    }
}

TEST(PoseFile, RefusesTwoPosesOfOneName)
{
    const std::string text = standing().dump();
    const Result<PoseLibrary> poses = parsePoses({{"a.json", text}, {"b.json", text}});
    ASSERT_FALSE(poses);
    EXPECT_EQ(poses.error(), (Error{ErrorCode::InvalidValue, "b.json: name: used by another pose"}));
}

TEST(Pose, RefusesNumbersThatAreNotFinite)
{
    Pose pose = *parsePose(standing().dump(), "stand.json");
    pose.angle(Bone::Chest) = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(validated(pose));
    pose = *parsePose(standing().dump(), "stand.json");
    pose.root.x = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(validated(pose));
}

TEST(Pose, InterpolationStartsAndEndsExactlyAndTurnsTheShortWay)
{
    const Pose from = *parsePose(standing().dump(), "stand.json");
    Pose to = from;
    to.name = "other";
    to.angle(Bone::Head) = 268;  // -92, written the long way round
    to.root.x = 4;
    EXPECT_EQ(interpolated(from, to, 0), from);
    EXPECT_EQ(interpolated(from, to, 1), to);
    const Pose half = interpolated(from, to, 0.5);
    EXPECT_DOUBLE_EQ(half.angle(Bone::Head), -91);
    EXPECT_DOUBLE_EQ(half.root.x, 2);
    EXPECT_EQ(half.name, "other");
}

TEST(ShippedPoses, HoldEveryPoseThePagesName)
{
    const Result<PoseLibrary> poses = shippedPoses();
    ASSERT_TRUE(poses) << poses.error().detail;
    for (const char* name : {"prone",
                             "prone-lift-left",
                             "prone-lift-right",
                             "prone-pillow",
                             "prone-pillow-lift-left",
                             "prone-pillow-lift-right",
                             "prone-pillow-ready-left",
                             "prone-pillow-ready-right",
                             "prone-ready-left",
                             "prone-ready-right",
                             "rest",
                             "rest-back",
                             "run-arched",
                             "run-tall",
                             "stand-arched",
                             "stand-neutral",
                             "stand-tucked",
                             "switch",
                             "tool-high",
                             "tool-knee-bent",
                             "tool-knee-out",
                             "tool-low",
                             "tool-middle",
                             "tool-settle"})
        EXPECT_TRUE(poses->contains(name)) << name;
}

TEST(ShippedPoses, ShowTheLiftedSideOnTheNearSide)
{
    // A body that lies face down with its head to the right of the picture shows its right side.
    const PoseLibrary poses = *shippedPoses();
    for (const std::string family : {"prone-lift", "prone-pillow-lift"}) {
        EXPECT_TRUE(poses.at(family + "-left").mirrored);
        EXPECT_FALSE(poses.at(family + "-right").mirrored);
        for (const char* side : {"-left", "-right"}) {
            const Pose& pose = poses.at(family + side);
            EXPECT_GT(pose.angle(Bone::NearThigh), pose.angle(Bone::FarThigh) + 10);
            EXPECT_EQ(pose.highlight, std::set<Muscle>{Muscle::Glute});
        }
    }
}

TEST(ShippedPoses, LeanOntoTheProngOfTheirSide)
{
    const PoseLibrary poses = *shippedPoses();
    for (const std::string zone : {"tool-low", "tool-middle", "tool-high"}) {
        EXPECT_FALSE(poses.at(zone).nearProngOnly);
        for (const Side side : {Side::Left, Side::Right}) {
            const Pose* pose = poseForSide(poses, zone, side);
            ASSERT_NE(pose, nullptr);
            EXPECT_TRUE(pose->nearProngOnly) << pose->name;
            EXPECT_EQ(pose->mirrored, side == Side::Left) << pose->name;
            EXPECT_EQ(pose->tool, poses.at(zone).tool) << pose->name;
        }
    }
}

TEST(Pose, OfASideIsTheSidesOwnOrElseTheOneOfThatName)
{
    const PoseLibrary poses = *shippedPoses();
    EXPECT_EQ(poseForSide(poses, "prone-lift", Side::Left), &poses.at("prone-lift-left"));
    EXPECT_EQ(poseForSide(poses, "prone-lift", Side::Right), &poses.at("prone-lift-right"));
    EXPECT_EQ(poseForSide(poses, "rest", Side::Right), &poses.at("rest"));
    EXPECT_EQ(poseForSide(poses, "handstand", Side::Right), nullptr);
}

TEST(ShippedPoses, PutTheToolInThreeClearlyDifferentPlaces)
{
    const PoseLibrary poses = *shippedPoses();
    const double low = poses.at("tool-low").tool->x;
    const double middle = poses.at("tool-middle").tool->x;
    const double high = poses.at("tool-high").tool->x;
    EXPECT_GE(middle - low, 4);
    EXPECT_GE(high - middle, 4);
}

}  // namespace
}  // namespace psolog
