// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/pose.h"
#include "core/result.h"

namespace psolog {

/// Reads every *.json of a folder as a pose library. CannotOpen when the folder has none.
[[nodiscard]] Result<PoseLibrary> posesIn(const std::string& folder);

/// The poses of the source tree (PSOLOG_SOURCE_DIR).
[[nodiscard]] Result<PoseLibrary> shippedPoses();

}  // namespace psolog
