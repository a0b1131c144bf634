// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "analysis/finding.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

// The sentences of the Trends page. They describe what the log holds and never say why.

/// "Hamstrings", "Calves", …
[[nodiscard]] QString musclePlural(Muscle muscle);

/// "28 September to 22 November"; with years when they differ from each other or from this year.
[[nodiscard]] QString dateSpan(LocalDay first, LocalDay last, LocalDay today);

/// The finding as a title: "Left hamstring: 6 before the release, 3 since".
[[nodiscard]] QString findingTitle(const Finding& finding);

}  // namespace psolog
