// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/logcopy.h"

namespace psolog::test {

/// What an accepted log breaks of what its values promise: empty for none, else the first one found.
[[nodiscard]] std::string brokenRule(const LogCopy& copy);

}  // namespace psolog::test
