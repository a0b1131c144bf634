// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/ports/iclock.h"

namespace psolog::bench {

/// Scores of ten years at twelve a day.
inline constexpr int kTenYearScores = 43'800;

/// Writes the log of a demonstration runner over ten years up to today, with check-ins, runs, self-tests and releases,
/// its check-ins filled up to kTenYearScores. Throws std::runtime_error when that fails.
void writeTenYearLog(const std::string& path, const IClock& clock);

}  // namespace psolog::bench
