// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/posefolder.h"

#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "exchange/atomicfile.h"
#include "exchange/folderfiles.h"
#include "exchange/posefile.h"

namespace psolog {

namespace {

Result<Pose> readPose(const std::filesystem::path& path, const std::string& shownName)
{
    const Result<std::string> text = readFile(path, kMaxPoseFileBytes, Links::Refuse);
    if (!text)
        return fail(text.error().code, fmt::format("{}: {}", shownName, text.error().detail));
    return parsePose(*text, shownName);
}

}  // namespace

PosesInUse posesWithUsers(PoseLibrary shipped, const std::filesystem::path& folder)
{
    FolderFiles files = jsonFilesIn(folder, kMaxPoseFiles);
    PosesInUse used{std::move(shipped), {}};
    std::map<std::string, std::string, std::less<>> owners;  // name of a pose → the user's file it came from
    for (const std::string& file : files.names) {
        const std::string shown = printableName(file);
        Result<Pose> pose = readPose(folder / file, shown);
        if (!pose) {
            used.unused.push_back({shown, std::move(pose).error()});
            continue;
        }
        const auto [owner, isNew] = owners.try_emplace(pose->name, shown);
        if (!isNew) {
            used.unused.push_back(
                {shown, Error{ErrorCode::InvalidValue, fmt::format("{}: name: used by {}", shown, owner->second)}});
            continue;
        }
        std::string name = pose->name;
        used.poses.insert_or_assign(std::move(name), *std::move(pose));
    }
    used.unused.insert(used.unused.end(), files.unused.begin(), files.unused.end());
    return used;
}

}  // namespace psolog
