// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignfile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <ctime>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/connection.h"
#include "storage/schema.h"
#include "storage/statement.h"

namespace psolog {

namespace {

/// Some fifty microseconds; a look is a call of the system.
constexpr int kOperationsBetweenLooks = 10'000;
constexpr std::uint32_t kLeastPageSize = 512;

// Longer, deeper or wider than anything in a log.
constexpr std::array<std::pair<int, int>, 12> kLimits{{
    {SQLITE_LIMIT_LENGTH, 1'000'000},
    {SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 10},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 25'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 30},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
}};

constexpr std::array<std::pair<int, int>, 9> kFlags{{
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
}};

/// None of them reads the file.
constexpr const char* kPragmas =
    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY";

std::chrono::nanoseconds processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// Ends the running statement when it answers anything but 0.
int isTooLate(void* deadline)
{
    return processorTime() > *static_cast<const std::chrono::nanoseconds*>(deadline) ? 1 : 0;
}

/// A row of sqlite_schema. Ordered by everything.
struct SchemaRow {
    std::string type;
    std::string name;
    std::string table;
    std::string sql;  // empty: NULL, an index that a UNIQUE or PRIMARY KEY made

    friend auto operator<=>(const SchemaRow&, const SchemaRow&) = default;
};

using SchemaRows = std::vector<SchemaRow>;

constexpr const char* kSchemaQuery = "SELECT type, name, tbl_name, sql FROM sqlite_schema";

Result<SchemaRows> buildSchema(int version)
{
    return guarded([&]() -> Result<SchemaRows> {
        auto reference = Connection::open(":memory:", {});
        if (!reference)
            return tl::unexpected<Error>(reference.error());
        if (auto built = migrate(**reference, migrations().first(static_cast<std::size_t>(version))); !built)
            return tl::unexpected<Error>(built.error());
        SchemaRows rows;
        Statement row(**reference, kSchemaQuery);
        while (row.step()) {
            SchemaRow& added = rows.emplace_back();
            added.type = row.take<std::string>();
            added.name = row.take<std::string>();
            added.table = row.take<std::string>();
            added.sql = row.take<std::optional<std::string>>().value_or("");
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    });
}

/// The schema of each version, worked out once in the process.
const Result<SchemaRows>& expectedSchema(int version)
{
    static const std::vector<Result<SchemaRows>> all = [] {
        std::vector<Result<SchemaRows>> schemas;
        for (int each = 1; each <= newestVersion(); ++each)
            schemas.push_back(buildSchema(each));
        return schemas;
    }();
    return all.at(static_cast<std::size_t>(version - 1));
}

/// A column of a row as text; nothing for any other type but NULL, which is an empty text.
std::optional<std::string> textAt(sqlite3_stmt* row, int column)
{
    const int type = sqlite3_column_type(row, column);
    if (type == SQLITE_NULL)
        return std::string();
    if (type != SQLITE_TEXT)
        return std::nullopt;
    const void* data = sqlite3_column_text(row, column);
    if (data == nullptr)
        return std::nullopt;
    return std::string(static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

/// What is said of a row that the schema of its version has not. Names only what a log has, too.
Error foreignRow(const SchemaRows& expected, const std::string& type, const std::string& name)
{
    const bool known = std::any_of(expected.begin(), expected.end(),
                                   [&](const SchemaRow& row) { return row.type == type && row.name == name; });
    if (known)
        return Error{ErrorCode::ForeignContent, fmt::format("{} {} is not as a log has it", type, name)};
    for (const std::string_view kind : {"table", "index", "view", "trigger"})
        if (type == kind)
            return Error{ErrorCode::ForeignContent, fmt::format("a log has no such {}", kind)};
    return Error{ErrorCode::ForeignContent, "a log has nothing of that kind"};
}

}  // namespace

Result<void> hardenForeign(sqlite3* handle)
{
    for (const auto& [option, value] : kFlags) {
        int readBack = -1;
        if (sqlite3_db_config(handle, option, value, &readBack) != SQLITE_OK || readBack != value)
            return fail(ErrorCode::Internal, "SQLite refuses a setting");
    }
    for (const auto& [limit, value] : kLimits) {
        sqlite3_limit(handle, limit, value);
        if (sqlite3_limit(handle, limit, -1) > value)
            return fail(ErrorCode::Internal, "SQLite refuses a limit");
    }
    if (sqlite3_exec(handle, kPragmas, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(ErrorCode::Internal, "SQLite refuses a pragma");
    return {};
}

Result<int> judgeHeader(const SqliteHeader& header, std::int64_t bytes)
{
    const bool ours = header.number(SqliteHeader::kApplicationId) == kApplicationId;
    if (!header.hasMagic() && !ours)
        return fail(ErrorCode::NotALog, "not an SQLite file");
    if (!ours)
        return fail(ErrorCode::NotALog, "the file of another program");
    if (!header.hasMagic())
        return fail(ErrorCode::Damaged, "the header is broken");
    const int version = header.number(SqliteHeader::kUserVersion);
    if (version < 1)
        return fail(ErrorCode::Damaged, "the log has no schema version");
    if (version > newestVersion())
        return fail(ErrorCode::TooNew, fmt::format("schema {}; this program knows {}", version, newestVersion()));

    const int reading = header.bytes[SqliteHeader::kReadVersion];
    const int writing = header.bytes[SqliteHeader::kWriteVersion];
    if (reading == 2 || writing == 2)
        return fail(ErrorCode::Damaged,
                    "the log was not closed properly by another program; part of it lies elsewhere");
    const std::uint32_t pageSize = header.pageSize();
    if (reading != 1 || writing != 1 || !std::has_single_bit(pageSize) || pageSize < kLeastPageSize
        || header.bytes[SqliteHeader::kReserved] != 0)
        return fail(ErrorCode::Damaged, "the header is broken");
    // What a log is made with; SQLite keeps it for the life of a file.
    if (header.number(SqliteHeader::kSchemaFormat) != SqliteHeader::kNewestSchemaFormat
        || header.number(SqliteHeader::kEncoding) != 1 || header.number(SqliteHeader::kLargestRoot) != 0)
        return fail(ErrorCode::ForeignContent, "the header is not the one of a log");
    const std::int64_t pages = header.number(SqliteHeader::kPageCount);
    if (header.number(SqliteHeader::kChangeCounter) != header.number(SqliteHeader::kValidFor))
        return fail(ErrorCode::Damaged, "the header is broken");
    if (pages * pageSize > bytes)
        return fail(ErrorCode::Damaged, "the end of the file is missing");
    if (pages * pageSize < bytes)
        return fail(ErrorCode::Damaged, "the file is longer than its header says");
    return version;
}

ForeignDatabase::ForeignDatabase() : m_deadline(processorTime() + kForeignDeadline) { }

ForeignDatabase::~ForeignDatabase()
{
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<ForeignDatabase>> ForeignDatabase::openBytes(std::span<const std::byte> bytes)
{
    std::unique_ptr<ForeignDatabase> database(new ForeignDatabase());
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_MEMORY;
    int code = sqlite3_open_v2(":memory:", &database->m_handle, flags, nullptr);
    if (code == SQLITE_OK) {
        // Read only, hence never written; SQLite's parameter is not const.
        auto* data = reinterpret_cast<unsigned char*>(const_cast<std::byte*>(bytes.data()));
        const auto size = static_cast<sqlite3_int64>(bytes.size());
        code = sqlite3_deserialize(database->m_handle, "main", data, size, size, SQLITE_DESERIALIZE_READONLY);
    }
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(database->errorFor(code, "the bytes"));
    if (auto done = database->setUp(); !done)
        return tl::unexpected<Error>(done.error());
    return database;
}

Result<void> ForeignDatabase::setUp()
{
    if (auto hardened = hardenForeign(m_handle); !hardened)
        return hardened;
    sqlite3_progress_handler(m_handle, kOperationsBetweenLooks, isTooLate, &m_deadline);
    // Room for the pages of two years, so that judging the values need not read again what judging the structure read.
    // One transaction: the pages are kept from one statement to the next.
    const int code = sqlite3_exec(m_handle, "PRAGMA cache_size = -8000; BEGIN", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(errorFor(code, "the file"));
    return {};
}

Error ForeignDatabase::errorFor(int code, const char* what) const
{
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return Error{ErrorCode::TooSlow, fmt::format("{} takes too long to read", what)};
    case SQLITE_NOMEM:
        return Error{ErrorCode::TooLarge, fmt::format("{} needs more memory than a log does", what)};
    case SQLITE_TOOBIG:
        return Error{ErrorCode::TooLarge, fmt::format("{} is longer than in a log", what)};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
        return Error{ErrorCode::CannotOpen, fmt::format("{} cannot be read", what)};
    case SQLITE_MISUSE:
        return Error{ErrorCode::Internal, what};
    default:
        return Error{ErrorCode::Damaged, fmt::format("{} cannot be read", what)};
    }
}

Result<void> ForeignDatabase::check(int version)
{
    return checkSchemaRows(version).and_then([&] { return checkStructure(); });
}

Result<void> ForeignDatabase::checkSchemaRows(int version)
{
    const Result<SchemaRows>& expected = expectedSchema(version);
    if (!expected)
        return tl::unexpected<Error>(expected.error());
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(m_handle, kSchemaQuery, -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> row(raw, sqlite3_finalize);
    std::vector<bool> seen(expected->size());
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(row.get());
        if (code != SQLITE_ROW)
            break;
        auto type = textAt(row.get(), 0);
        auto name = textAt(row.get(), 1);
        auto table = textAt(row.get(), 2);
        auto sql = textAt(row.get(), 3);
        if (!type || !name || !table || !sql)
            return fail(ErrorCode::ForeignContent, "a log has nothing of that kind");
        const SchemaRow found{std::move(*type), std::move(*name), std::move(*table), std::move(*sql)};
        const auto place = std::lower_bound(expected->begin(), expected->end(), found);
        if (place == expected->end() || *place != found)
            return tl::unexpected<Error>(foreignRow(*expected, found.type, found.name));
        const auto index = static_cast<std::size_t>(place - expected->begin());
        if (seen[index])
            return fail(ErrorCode::ForeignContent, fmt::format("{} {} is there twice", found.type, found.name));
        seen[index] = true;
    }
    if (code != SQLITE_DONE)
        return tl::unexpected<Error>(errorFor(code, "the schema"));
    const auto missing = std::find(seen.begin(), seen.end(), false);
    if (missing != seen.end()) {
        const SchemaRow& lost = (*expected)[static_cast<std::size_t>(missing - seen.begin())];
        return fail(ErrorCode::Damaged, fmt::format("{} {} is missing", lost.type, lost.name));
    }
    return {};
}

Result<void> ForeignDatabase::checkStructure()
{
    // The values are judged one by one afterwards; judging them by the CHECK constraints takes ten times as long as the
    // whole of the rest.
    int code = sqlite3_exec(m_handle, "PRAGMA ignore_check_constraints = ON", nullptr, nullptr, nullptr);
    sqlite3_stmt* raw = nullptr;
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(m_handle, "PRAGMA quick_check(1)", -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> row(raw, sqlite3_finalize);
    if (code == SQLITE_OK)
        code = sqlite3_step(row.get());
    if (code != SQLITE_ROW)
        return tl::unexpected<Error>(errorFor(code, "the structure"));
    if (textAt(row.get(), 0) != "ok")
        return fail(ErrorCode::Damaged, "the structure is broken");
    return {};
}

}  // namespace psolog
