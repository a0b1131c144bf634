// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/pose.h"
#include "core/result.h"

namespace psolog {

/// Version of the pose file format that this program reads.
inline constexpr int kPoseFileVersion = 1;
inline constexpr std::size_t kMaxPoseFileBytes = std::size_t{256} * 1024;

/// Reads one pose from JSON text: an object with "version" (1), "name", "description", "frame" {left, top, width,
/// height}, "root" {x, y} and "angles" with all bones; optionally "lengths" (bone: factor), "highlight" [muscles],
/// "tool" {x, y}, "prongs" ("both" or "near": where the weight is), "pillow" {x, y}, "floor", "pelvis-outline" and
/// "mirrored" (booleans).
///
/// SyntaxError: not JSON in UTF-8, not an object, or longer than kMaxPoseFileBytes. TooNew: a newer version.
/// InvalidValue: any other version, a missing, unknown or wrongly typed field, or a pose that validated() refuses. The
/// detail begins with file and names the field.
[[nodiscard]] Result<Pose> parsePose(std::string_view json, std::string_view file);

/// The text of a pose file and the name it goes by in messages.
struct PoseSource {
    std::string_view file;
    std::string_view json;
};

/// Reads a whole library. Fails like parsePose at the first bad file, or with InvalidValue when two poses have the
/// same name.
[[nodiscard]] Result<PoseLibrary> parsePoses(const std::vector<PoseSource>& sources);

}  // namespace psolog
