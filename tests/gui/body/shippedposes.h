// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/pose.h"
#include "core/result.h"

namespace psolog {

/// Reads every *.json of a folder as a pose library. CannotOpen when the folder has none.
[[nodiscard]] Result<PoseLibrary> posesIn(const std::string& folder);

}  // namespace psolog
