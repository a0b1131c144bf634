// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/posefile.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "exchange/jsontext.h"

namespace psolog {

namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 4;

/// Collects the first problem; every getter does nothing more once there is one.
class Reader {
public:
    explicit Reader(std::string_view file) : m_file(file) { }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    void refuse(std::string_view field, std::string_view why)
    {
        if (!m_error)
            m_error = Error{ErrorCode::InvalidValue, fmt::format("{}: {}: {}", m_file, field, why)};
    }

    void onlyKnown(const Json& object, std::string_view prefix, std::initializer_list<std::string_view> known)
    {
        for (const auto& item : object.items())
            if (std::find(known.begin(), known.end(), item.key()) == known.end())
                refuse(fmt::format("{}{}", prefix, shownName(item.key())), "unknown field");
    }

    const Json* field(const Json& object, const std::string& key, std::string_view path)
    {
        const auto found = object.find(key);
        if (found != object.end())
            return &*found;
        refuse(path, "missing");
        return nullptr;
    }

    std::string text(const Json& object, const std::string& key)
    {
        const Json* value = field(object, key, key);
        if (value != nullptr && !value->is_string())
            refuse(key, "must be text");
        return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
    }

    double number(const Json& object, const std::string& key, const std::string& path)
    {
        const Json* value = field(object, key, path);
        if (value != nullptr && !value->is_number())
            refuse(path, "must be a number");
        return value != nullptr && value->is_number() ? value->get<double>() : 0;
    }

    void flag(const Json& object, const std::string& key, bool& target)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return;
        if (!found->is_boolean()) {
            refuse(key, "must be true or false");
            return;
        }
        target = found->get<bool>();
    }

    /// The object of that name; an empty one after an error.
    const Json& object(const Json& parent, const std::string& key)
    {
        static const Json none = Json::object();
        const Json* value = field(parent, key, key);
        if (value == nullptr)
            return none;
        if (!value->is_object()) {
            refuse(key, "must be an object");
            return none;
        }
        return *value;
    }

    PosePoint point(const Json& parent, const std::string& key)
    {
        const Json& value = object(parent, key);
        onlyKnown(value, key + '.', {"x", "y"});
        return {number(value, "x", key + ".x"), number(value, "y", key + ".y")};
    }

    std::optional<PosePoint> optionalPoint(const Json& parent, const std::string& key)
    {
        if (!parent.contains(key))
            return std::nullopt;
        return point(parent, key);
    }

private:
    std::string_view m_file;
    std::optional<Error> m_error;
};

void readBones(Reader& reader, const Json& root, Pose& pose)
{
    const Json& angles = reader.object(root, "angles");
    for (const auto& row : NameTable<Bone>::rows)
        pose.angle(row.value) = reader.number(angles, std::string(row.name), fmt::format("angles.{}", row.name));
    for (const auto& item : angles.items())
        if (!fromName<Bone>(item.key()))
            reader.refuse("angles." + shownName(item.key()), "unknown bone");
    if (!root.contains("lengths"))
        return;
    for (const auto& item : reader.object(root, "lengths").items()) {
        const std::string path = "lengths." + shownName(item.key());
        const std::optional<Bone> bone = fromName<Bone>(item.key());
        if (!bone)
            reader.refuse(path, "unknown bone");
        else if (!item.value().is_number())
            reader.refuse(path, "must be a number");
        else
            pose.length(*bone) = item.value().get<double>();
    }
}

void readHighlight(Reader& reader, const Json& root, Pose& pose)
{
    const auto found = root.find("highlight");
    if (found == root.end())
        return;
    if (!found->is_array()) {
        reader.refuse("highlight", "must be a list of muscles");
        return;
    }
    for (const Json& item : *found) {
        const std::optional<Muscle> muscle =
            item.is_string() ? fromName<Muscle>(item.get_ref<const std::string&>()) : std::nullopt;
        if (!muscle)
            reader.refuse("highlight", "not a muscle");
        else
            pose.highlight.insert(*muscle);
    }
}

void readProngs(Reader& reader, const Json& root, Pose& pose)
{
    const auto found = root.find("prongs");
    if (found == root.end())
        return;
    if (*found != "both" && *found != "near")
        reader.refuse("prongs", "must be both or near");
    pose.nearProngOnly = *found == "near";
}

std::optional<Error> versionError(const Json& root, std::string_view file)
{
    const auto found = root.find("version");
    if (found == root.end())
        return Error{ErrorCode::InvalidValue, fmt::format("{}: version: missing", file)};
    if (!found->is_number_integer())
        return Error{ErrorCode::InvalidValue, fmt::format("{}: version: must be a whole number", file)};
    if (*found > kPoseFileVersion)
        return Error{ErrorCode::TooNew, fmt::format("{}: version: newer than this program", file)};
    if (*found != kPoseFileVersion)
        return Error{ErrorCode::InvalidValue, fmt::format("{}: version: must be {}", file, kPoseFileVersion)};
    return std::nullopt;
}

}  // namespace

Result<Pose> parsePose(std::string_view json, std::string_view file)
{
    const Result<Json> parsed = parseJsonText(json, file, {kMaxPoseFileBytes, kMaxDepth});
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const Json& root = *parsed;
    if (!root.is_object())
        return fail(ErrorCode::SyntaxError, fmt::format("{}: not an object", file));
    if (std::optional<Error> error = versionError(root, file))
        return tl::unexpected<Error>(*std::move(error));

    Reader reader(file);
    reader.onlyKnown(root, "",
                     {"version", "name", "description", "frame", "root", "angles", "lengths", "highlight", "tool",
                      "prongs", "pillow", "floor", "pelvis-outline", "mirrored"});
    Pose pose;
    pose.name = reader.text(root, "name");
    pose.description = reader.text(root, "description");
    const Json& frame = reader.object(root, "frame");
    reader.onlyKnown(frame, "frame.", {"left", "top", "width", "height"});
    pose.frame = {reader.number(frame, "left", "frame.left"), reader.number(frame, "top", "frame.top"),
                  reader.number(frame, "width", "frame.width"), reader.number(frame, "height", "frame.height")};
    pose.root = reader.point(root, "root");
    readBones(reader, root, pose);
    readHighlight(reader, root, pose);
    pose.tool = reader.optionalPoint(root, "tool");
    readProngs(reader, root, pose);
    pose.pillow = reader.optionalPoint(root, "pillow");
    reader.flag(root, "floor", pose.floor);
    reader.flag(root, "pelvis-outline", pose.pelvisOutline);
    reader.flag(root, "mirrored", pose.mirrored);
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());

    return validated(std::move(pose)).map_error([file](Error error) {
        error.detail = fmt::format("{}: {}", file, error.detail);
        return error;
    });
}

Result<PoseLibrary> parsePoses(const std::vector<PoseSource>& sources)
{
    PoseLibrary library;
    for (const PoseSource& source : sources) {
        Result<Pose> pose = parsePose(source.json, source.file);
        if (!pose)
            return tl::unexpected<Error>(std::move(pose).error());
        std::string name = pose->name;
        if (!library.emplace(std::move(name), *std::move(pose)).second)
            return fail(ErrorCode::InvalidValue, fmt::format("{}: name: used by another pose", source.file));
    }
    return library;
}

}  // namespace psolog
