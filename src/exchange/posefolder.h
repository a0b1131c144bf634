// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "core/pose.h"
#include "core/unusedfile.h"

namespace psolog {

inline constexpr std::size_t kMaxPoseFiles = 200;

/// The poses that the program uses, and the user's files that it does not.
struct PosesInUse {
    PoseLibrary poses;
    std::vector<UnusedFile> unused;
};

/// The shipped poses with the user's own over them: the JSON files (see posefile.h) of one folder, which need not
/// exist. A pose of a shipped one's name takes its place, any other is added. Only regular files are read, no links and
/// no subfolders, at most kMaxPoseFiles of kMaxPoseFileBytes each, in the order of their names. A file that cannot be
/// used, or whose pose has the name of one in an earlier file, is left as it is and reported; the shipped pose stays.
/// Files are only read, never written.
[[nodiscard]] PosesInUse posesWithUsers(PoseLibrary shipped, const std::filesystem::path& folder);

}  // namespace psolog
