// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/todayplan.h"
#include "core/result.h"
#include "session/releasegate.h"

namespace psolog {

struct Services;

/// Everything the plan of the day rests on, read from the log.
[[nodiscard]] Result<TodayFacts> readTodayFacts(Services& services);

/// Whether a release may begin now, read from the log.
[[nodiscard]] Result<ReleaseGate> readReleaseGate(Services& services);

}  // namespace psolog
