// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/result.h"
#include "storage/connection.h"

namespace psolog {

/// Marks a file as a Psolog log: "PSLG" in ASCII at offset 68 of the SQLite header.
inline constexpr std::int32_t kApplicationId = 0x50534C47;

/// The schema version that brought weekly check-ins and experiments.
inline constexpr int kWeeklySchema = 2;

/// The schema version that brought changed_ms, the mark of a snapshot, and what coaches send back.
inline constexpr int kSharingSchema = 3;

/// One step from schema version `version - 1` to `version`.
struct Migration {
    int version = 0;
    std::string_view name;  ///< file name in resources/sql
    std::string_view sql;
};

/// All migrations in order, compiled in from resources/sql.
[[nodiscard]] std::span<const Migration> migrations();

/// Those of a coach's library, compiled in from resources/sql/coach.
[[nodiscard]] std::span<const Migration> coachMigrations();

/// The schema version of a log that this program writes.
[[nodiscard]] int newestVersion();

/// Brings a file from whatever version to the last of `steps`. Each step is one transaction with its version inside: an
/// error leaves the file at the version reached. Safe against another program migrating the same file. A new file gets
/// the application id.
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> steps,
                                   std::int32_t applicationId = kApplicationId);

/// Damaged naming the first table or index that `steps` make and the file lacks or has in another form, or the first
/// view, trigger or table that is not ours.
[[nodiscard]] Result<void> checkSchema(Connection& connection, std::span<const Migration> steps);
/// The same for schema `version` of a log, at most the newest.
[[nodiscard]] Result<void> checkSchema(Connection& connection, int version);

/// Damaged unless SQLite finds the file consistent. Quick: the structure of every page and the types of the
/// values, not CHECK constraints and not each index against its table.
[[nodiscard]] Result<void> quickCheck(Connection& connection);

/// The same for all tables but one, whose pages are not read; nor does it look for pages that belong to no table.
[[nodiscard]] Result<void> quickCheckWithout(Connection& connection, std::string_view table);

/// Damaged unless SQLite finds everything consistent, foreign keys included.
[[nodiscard]] Result<void> fullCheck(Connection& connection);

}  // namespace psolog
