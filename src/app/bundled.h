// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/pose.h"
#include "core/result.h"
#include "core/routine.h"

namespace psolog {

/// The poses that ship with the program. An error names file and field, and is a defect of the build.
[[nodiscard]] Result<PoseLibrary> bundledPoses();

/// The routines that ship with the program, the default first.
[[nodiscard]] Result<std::vector<Routine>> bundledRoutines();

}  // namespace psolog
