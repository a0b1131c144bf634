// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/result.h"
#include "storage/heaplimit.h"
#include "storage/sqliteheader.h"

struct sqlite3;

namespace psolog {

/// Processor time that one file from elsewhere may take. On a busy machine the clock on the wall says more.
inline constexpr std::chrono::milliseconds kForeignDeadline{800};

/// Sets a connection up against a hostile file: nothing in its schema runs, bounds for every statement, reading only.
/// To be called before the first statement, and after sqlite3_deserialize(), which needs ATTACH. Statements that
/// are longer or deeper than those of a log fail on this connection. Internal when SQLite refuses a setting.
[[nodiscard]] Result<void> hardenForeign(sqlite3* handle);

/// Judges the header of a file of this many bytes and returns its schema version, 1 to the newest. NotALog, TooNew,
/// Damaged.
[[nodiscard]] Result<int> judgeHeader(const SqliteHeader& header, std::int64_t bytes);

/// A hardened connection to the bytes of a file from elsewhere, with a deadline that begins when it is opened. For one
/// thread.
class ForeignDatabase {
public:
    /// Opens bytes, which must outlive it and are not changed; no file is touched. Internal, TooLarge.
    [[nodiscard]] static Result<std::unique_ptr<ForeignDatabase>> openBytes(std::span<const std::byte> bytes);

    ~ForeignDatabase();
    ForeignDatabase(const ForeignDatabase&) = delete;
    ForeignDatabase& operator=(const ForeignDatabase&) = delete;

    /// First the schema, row by row the one of this version and nothing more, then the structure of all pages. No
    /// expression of the file is evaluated before its schema is known to be ours. ForeignContent, Damaged, TooSlow,
    /// TooLarge.
    [[nodiscard]] Result<void> check(int version);

    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    /// What a failed call on this connection means for the file; the detail is ours, not the file's.
    [[nodiscard]] Error errorFor(int code, const char* what) const;

private:
    ForeignDatabase();

    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<void> checkSchemaRows(int version);
    [[nodiscard]] Result<void> checkStructure();

    HeapShare m_heap;
    std::chrono::nanoseconds m_deadline;
    sqlite3* m_handle = nullptr;
};

}  // namespace psolog
