// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/posefolder.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include <sys/stat.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include "exchange/posefile.h"
#include "support/temporaryfolder.h"

namespace psolog {

/// Found by argument: shows the message when an expectation fails.
void PrintTo(const UnusedFile& file, std::ostream* out);
void PrintTo(const UnusedFile& file, std::ostream* out)
{
    *out << file.name << " (" << nameOf(file.error.code) << ": " << file.error.detail << ')';
}

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json poseJson(const std::string& name, const std::string& description = "Standing.")
{
    Json json = Json::parse(R"({
        "version": 1, "frame": {"left": -27, "top": -111, "width": 54, "height": 114}, "root": {"x": 0, "y": -55},
        "angles": {"pelvis": -86, "chest": -91, "head": -90,
                   "near-thigh": 91, "near-shank": 90, "near-foot": 0, "far-thigh": 91, "far-shank": 90, "far-foot": 0,
                   "near-upper-arm": 97, "near-forearm": 90, "near-hand": 90,
                   "far-upper-arm": 93, "far-forearm": 84, "far-hand": 88}})");
    json["name"] = name;
    json["description"] = description;
    return json;
}

class PoseFolder : public testing::Test {
protected:
    PoseFolder()
    {
        fs::create_directory(folder);
        for (const char* name : {"prone", "stand"})
            shipped.emplace(name, *parsePose(poseJson(name).dump(), name));
    }

    void putText(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }
    void put(const std::string& name, const Json& json) const { putText(name, json.dump(4)); }
    [[nodiscard]] PosesInUse read() const { return posesWithUsers(shipped, folder); }

    /// Expects that the only file is refused with this error, nothing changes, and the file stays as it is.
    void expectTextRefused(const std::string& text, ErrorCode code, const std::string& field) const
    {
        putText("mine.json", text);
        const PosesInUse used = read();
        EXPECT_EQ(used.poses, shipped);
        ASSERT_EQ(used.unused.size(), 1U) << text;
        EXPECT_EQ(used.unused[0].name, "mine.json");
        EXPECT_EQ(used.unused[0].error.code, code) << used.unused[0].error.detail;
        EXPECT_EQ(used.unused[0].error.detail.rfind("mine.json: " + field, 0), 0U) << used.unused[0].error.detail;
        std::ifstream file(folder / "mine.json");
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), text);
    }
    void expectRefused(const Json& json, ErrorCode code, const std::string& field) const
    {
        expectTextRefused(json.dump(), code, field);
    }

    test::TemporaryFolder temporary;
    fs::path folder = temporary.path() / "poses";
    PoseLibrary shipped;
};

TEST_F(PoseFolder, NeedNotExist)
{
    fs::remove(folder);
    const PosesInUse used = read();
    EXPECT_EQ(used.poses, shipped);
    EXPECT_TRUE(used.unused.empty());
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(PoseFolder, ReplacesAShippedPoseByName)
{
    put("any name.json", poseJson("prone", "Lying as I do."));
    const PosesInUse used = read();
    EXPECT_TRUE(used.unused.empty());
    EXPECT_EQ(used.poses.size(), 2U);
    EXPECT_EQ(used.poses.at("prone").description, "Lying as I do.");
    EXPECT_EQ(used.poses.at("stand"), shipped.at("stand"));
}

TEST_F(PoseFolder, AddsAPoseOfAnotherName)
{
    put("mine.json", poseJson("kneel"));
    const PosesInUse used = read();
    EXPECT_TRUE(used.unused.empty());
    EXPECT_EQ(used.poses.size(), 3U);
    EXPECT_TRUE(used.poses.contains("kneel"));
}

TEST_F(PoseFolder, KeepsTheShippedPoseWhenTheUsersIsNotSound)
{
    Json json = poseJson("prone");
    json["angles"].erase("far-hand");
    expectRefused(json, ErrorCode::InvalidValue, "angles.far-hand: missing");
    json = poseJson("prone");
    json["angles"]["near-shank"] = 60;  // the knee bent forwards
    expectRefused(json, ErrorCode::InvalidValue, "angles.near-shank: ");
    json = poseJson("prone");
    json["version"] = 2;
    expectRefused(json, ErrorCode::TooNew, "version: ");
    json["version"] = 0;
    expectRefused(json, ErrorCode::InvalidValue, "version: ");
    json.erase("version");
    expectRefused(json, ErrorCode::InvalidValue, "version: missing");
    json = poseJson("prone");
    json["prongs"] = "far";
    expectRefused(json, ErrorCode::InvalidValue, "prongs: ");
    json = poseJson("prone");
    json["frame"]["width"] = 1e300;
    expectRefused(json, ErrorCode::InvalidValue, "frame: ");
    json = poseJson(std::string(81, 'n'));
    expectRefused(json, ErrorCode::InvalidValue, "name: ");
    json = poseJson("prone", std::string(501, 'd'));
    expectRefused(json, ErrorCode::InvalidValue, "description: ");
}

TEST_F(PoseFolder, NamesThePlaceOfAMistakeInTheText)
{
    expectTextRefused("{\n  \"version\": 1,\n  oops\n}", ErrorCode::SyntaxError, "line 3, column 3: not valid JSON");
    expectTextRefused("", ErrorCode::SyntaxError, "line 1, column 1: not valid JSON");
    expectTextRefused("[]", ErrorCode::SyntaxError, "not an object");
    expectTextRefused(std::string(1000, '[') + std::string(1000, ']'), ErrorCode::SyntaxError, "nested too deeply");
    Json json = poseJson("prone");
    expectTextRefused(json.dump().replace(json.dump().find("-111"), 4, "-1e999"), ErrorCode::SyntaxError, "");
}

TEST_F(PoseFolder, RefusesTextThatIsNotUtf8)
{
    std::string text = poseJson("prone").dump();
    text.replace(text.find("Standing"), 3, "\xC3\x28\xFF");
    expectTextRefused(text, ErrorCode::SyntaxError, "line 1, column ");
}

TEST_F(PoseFolder, RefusesAFileThatIsTooLong)
{
    Json json = poseJson("prone");
    std::string text = json.dump();
    text.append(kMaxPoseFileBytes - text.size(), ' ');
    putText("fits.json", text);
    EXPECT_TRUE(read().unused.empty());
    fs::remove(folder / "fits.json");
    expectTextRefused(text + ' ', ErrorCode::InvalidValue, "it is longer than 256 KiB");
}

TEST_F(PoseFolder, ReadsOnlyRegularFiles)
{
    put("real.txt", poseJson("other"));
    fs::create_symlink(folder / "real.txt", folder / "link.json");
    fs::create_directory(folder / "folder.json");
    ASSERT_EQ(::mkfifo((folder / "pipe.json").c_str(), 0600), 0);
    put(".hidden.json", poseJson("hidden"));
    putText("note.txt", "not a pose");
    const PosesInUse used = read();
    EXPECT_EQ(used.poses, shipped);
    std::vector<std::string> names;
    for (const UnusedFile& file : used.unused)
        names.push_back(file.name);
    EXPECT_EQ(names, (std::vector<std::string>{"folder.json", "link.json", "pipe.json"}));
}

TEST_F(PoseFolder, UsesTheFirstOfTwoFilesWithOneName)
{
    put("b.json", poseJson("prone", "Second."));
    put("a.json", poseJson("prone", "First."));
    const PosesInUse used = read();
    EXPECT_EQ(used.poses.at("prone").description, "First.");
    ASSERT_EQ(used.unused.size(), 1U);
    EXPECT_EQ(used.unused[0], (UnusedFile{"b.json", {ErrorCode::InvalidValue, "b.json: name: used by a.json"}}));
}

TEST_F(PoseFolder, ReadsAtMostTwoHundredFiles)
{
    for (int i = 0; i < 203; ++i) {
        const std::string name = "pose-" + std::to_string(1000 + i);
        put(name + ".json", poseJson(name));
    }
    const PosesInUse used = read();
    EXPECT_EQ(used.poses.size(), shipped.size() + kMaxPoseFiles);
    ASSERT_EQ(used.unused.size(), 1U);
    EXPECT_EQ(used.unused[0].name, "pose-1200.json");
    EXPECT_NE(used.unused[0].error.detail.find("this one and 2 after it"), std::string::npos);
}

TEST_F(PoseFolder, ReportsAFolderThatIsAFile)
{
    fs::remove(folder);
    std::ofstream(folder) << "x";
    const PosesInUse used = read();
    EXPECT_EQ(used.poses, shipped);
    ASSERT_EQ(used.unused.size(), 1U);
    EXPECT_EQ(used.unused[0].name, "poses");
    EXPECT_EQ(used.unused[0].error.code, ErrorCode::CannotOpen);
}

/// A pose file with one thing changed at random, or some bytes.
std::string mangled()
{
    std::string text = poseJson("prone").dump();
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes && !text.empty(); ++i) {
        const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        switch (*rc::gen::inRange(0, 3)) {
        case 0:
            text[place] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            text.erase(place, *rc::gen::inRange<std::size_t>(1, 20));
            break;
        default:
            text.insert(place, *rc::gen::element<std::string>("9", "-", "{", "\"", "null", "1e308", ",", "}"));
        }
    }
    return text;
}

RC_GTEST_FIXTURE_PROP(PoseFolder, WhateverAFileHoldsItIsUsedSoundOrReportedByName, ())
{
    putText("mine.json", mangled());
    const PosesInUse used = read();
    RC_ASSERT(used.poses.size() + used.unused.size() >= shipped.size());
    RC_ASSERT(used.unused.size() <= 1U);
    for (const auto& [name, pose] : used.poses) {
        RC_ASSERT(name == pose.name);
        RC_ASSERT(validated(pose).has_value());
    }
    if (!used.unused.empty()) {
        RC_ASSERT(used.poses == shipped);
        RC_ASSERT(used.unused[0].error.detail.rfind("mine.json: ", 0) == 0U);
    }
}

RC_GTEST_PROP(Pose, HalfwayBetweenTwoPosesEveryBoneTurnedByHalfOfAtMostAHalfTurn, ())
{
    Pose from = *parsePose(poseJson("from").dump(), "from");
    Pose to = from;
    for (std::size_t i = 0; i < kBoneCount; ++i) {
        from.angles[i] = *rc::gen::inRange(-360, 361);
        to.angles[i] = *rc::gen::inRange(-360, 361);
    }
    const Pose half = interpolated(from, to, 0.5);
    for (std::size_t i = 0; i < kBoneCount; ++i) {
        const double turned = half.angles[i] - from.angles[i];
        RC_ASSERT(turned >= -90.0 && turned <= 90.0);
        const double left = std::remainder(from.angles[i] + 2 * turned - to.angles[i], 360.0);
        RC_ASSERT(left > -1e-6 && left < 1e-6);
    }
}

}  // namespace
}  // namespace psolog
