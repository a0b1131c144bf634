// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "analysis/followup.h"
#include "core/result.h"

namespace psolog {

struct Services;

/// The sites to ask about this morning, read from the log; empty when there is nothing to ask. The primary site is the
/// hamstring that was sorer before the first release; both where neither was.
[[nodiscard]] Result<std::vector<FollowUpSite>> readFollowUp(Services& services);

/// "Yesterday your left hamstring was 6. How is it this morning?"; empty without sites.
[[nodiscard]] QString morningQuestion(const std::vector<FollowUpSite>& sites);

/// The same for a place where the sites stand beside it.
[[nodiscard]] QString shortMorningQuestion(const std::vector<FollowUpSite>& sites);

}  // namespace psolog
