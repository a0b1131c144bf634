// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dayscores.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

#include <sqlite3.h>

#include "core/score.h"
#include "storage/sqliteerror.h"

namespace psolog {

namespace {

using Days = std::vector<DayScores>;
static_assert(std::is_trivially_copyable_v<DayScores>, "packed as bytes");

DayScores& entryOf(Days& days, std::int32_t day)
{
    if (!days.empty() && days.back().day == day)
        return days.back();
    if (days.empty() || days.back().day < day)
        return days.emplace_back(DayScores{day, {}});
    const auto place = std::lower_bound(days.begin(), days.end(), day,
                                        [](const DayScores& entry, std::int32_t wanted) { return entry.day < wanted; });
    return place->day == day ? *place : *days.insert(place, DayScores{day, {}});
}

/// SQLite's memory of one aggregation, zeroed when it begins, holds the pointer to the days.
void step(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    auto* days = static_cast<Days**>(sqlite3_aggregate_context(context, sizeof(Days*)));
    if (days == nullptr)
        return sqlite3_result_error_nomem(context);
    // No exception may pass through SQLite.
    try {
        if (*days == nullptr)
            *days = std::make_unique<Days>().release();
        const Score score = Score::clamped(sqlite3_value_int(values[1]));
        ++entryOf(**days, sqlite3_value_int(values[0])).counts[static_cast<std::size_t>(score.value())];
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

/// Called once for each aggregation that began, also when the statement is given up.
void finish(sqlite3_context* context)
{
    auto* memory = static_cast<Days**>(sqlite3_aggregate_context(context, 0));
    const std::unique_ptr<Days> days(memory != nullptr ? *memory : nullptr);
    if (!days)
        return sqlite3_result_zeroblob(context, 0);
    sqlite3_result_blob64(context, days->data(), days->size() * sizeof(DayScores), SQLITE_TRANSIENT);
}

}  // namespace

void addDayScores(sqlite3* handle)
{
    const int code =
        sqlite3_create_function_v2(handle, "day_scores", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                   nullptr, nullptr, step, finish, nullptr);
    if (code != SQLITE_OK)
        throw SqliteError(handle, code);
}

std::vector<DayScores> unpackDayScores(std::string_view blob)
{
    if (blob.size() % sizeof(DayScores) != 0)
        throw UnreadableValue("the scores of days do not come in whole days");
    Days days(blob.size() / sizeof(DayScores));
    if (!days.empty())
        std::memcpy(days.data(), blob.data(), blob.size());
    return days;
}

}  // namespace psolog
