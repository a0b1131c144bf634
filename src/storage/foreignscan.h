// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/logcopy.h"
#include "core/result.h"

namespace psolog {

class ForeignDatabase;

/// Reads the whole log out of a file whose schema and structure are sound, one table after the other, each row once and
/// each value judged. Damaged names table and column of the first value that no log holds; NotALog for a log of nobody;
/// TooLarge for more than `budget` bytes of values; TooSlow.
[[nodiscard]] Result<LogCopy> scanForeign(ForeignDatabase& database, int version, std::int64_t budget);

}  // namespace psolog
