// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/logcopy.h"

namespace psolog::test {

/// What an accepted log breaks of what its values promise: empty for none, else the first one found. Makes its row of
/// the roster, too, so that a log is found for which that takes long.
[[nodiscard]] std::string brokenRule(const LogCopy& copy);

}  // namespace psolog::test
