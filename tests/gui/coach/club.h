// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/coach/coachpage.h"
#include "support/athletefiles.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// A dozen athletes of all kinds, as files: silent, stopped, worse, better, in the baseline, without a name.
[[nodiscard]] std::vector<std::string> makeClub(AthleteFiles& files);
/// Files that are refused, each for another reason.
[[nodiscard]] std::vector<std::string> makeBadFiles(const AthleteFiles& files);

/// Takes files into the library of a desk, without a page; throws when one is refused.
void takeIn(const ICoachDesk& desk, const std::vector<std::string>& paths);

}  // namespace psolog::test
