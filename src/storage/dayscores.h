// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/ports/itrendlog.h"

struct sqlite3;

namespace psolog {

/// Gives a connection the aggregate day_scores(day, score): how often each score was given on each day, as a blob for
/// unpackDayScores(). A million rows become one inside SQLite, which takes half the time of handing them out one by
/// one. Fastest when the rows come in order of days; they need not. It cannot be used in a schema. Throws SqliteError.
void addDayScores(sqlite3* handle);

/// The days of such a blob, in order. Throws UnreadableValue when it is none.
[[nodiscard]] std::vector<DayScores> unpackDayScores(std::string_view blob);

}  // namespace psolog
