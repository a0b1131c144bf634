// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/logmutator.h"

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/schema.h"

namespace psolog::test {

namespace {

constexpr std::size_t kHeaderSize = 100;

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t end)
{
    return static_cast<std::size_t>(random() % std::max<std::size_t>(end, 1));
}

std::size_t pageSizeOf(const std::string& log)
{
    const std::size_t stored =
        static_cast<std::size_t>(static_cast<unsigned char>(log[16])) << 8U | static_cast<unsigned char>(log[17]);
    const std::size_t size = stored == 1 ? 65'536 : stored;
    return size < 512 || (size & (size - 1)) != 0 ? 512 : size;
}

void write(std::string& log, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        log[at + i] = static_cast<char>(value >> 8U * (3 - i) & 0xFFU);
}

/// Values that lie at the limits of what columns take.
std::string oddValue(Random& random)
{
    constexpr std::array values{
        "NULL",
        "0",
        "1",
        "-1",
        "11",
        "9223372036854775807",
        "-9223372036854775808",
        "253402300799999",
        "253402300800000",
        "-62135596800000",
        "2147483648",
        "4294967297",
        "1081",
        "36",
        "X'ff'",
        "CAST(X'6100' AS TEXT)",
        "CAST(X'eda080' AS TEXT)",
        "''",
        "'9999-12-31'",
        "'0001-01-01'",
        "'2026-02-30'",
        "'10000-01-01'",
        "'left'",
        "'calf-right'",
        "'stopped'",
        "'running'",
        "'replaced'",
        "'11010'",
        "hex(zeroblob(2500))",
        "hex(zeroblob(50))",
        "char(0x202e)",
        "char(10)",
        "2.5",
        "zeroblob(50000)",
        "(SELECT id FROM check_in LIMIT 1)",
        "lower(hex(randomblob(4))) || '-0000-4000-8000-000000000000'",
        "utc_ms + 1",
        "-seq",
        "utc_ms - 86400000",
        "date(local_day, '+1 day')",
        "upper(id)",
    };
    return values[below(random, values.size())];
}

std::vector<std::string> column(sqlite3* database, const std::string& sql)
{
    std::vector<std::string> found;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return found;
    while (sqlite3_step(statement) == SQLITE_ROW)
        if (const unsigned char* text = sqlite3_column_text(statement, 0))
            found.emplace_back(reinterpret_cast<const char*>(text));
    sqlite3_finalize(statement);
    return found;
}

std::string anyOf(Random& random, const std::vector<std::string>& names)
{
    return names.empty() ? std::string() : names[below(random, names.size())];
}

/// One change of rows or of the definitions.
std::string statement(sqlite3* database, Random& random)
{
    const std::string table = anyOf(random, column(database, "SELECT name FROM sqlite_schema WHERE type = 'table'"));
    const std::string field =
        anyOf(random, column(database, fmt::format("SELECT name FROM pragma_table_info('{}')", table)));
    if (table.empty() || field.empty())
        return {};
    switch (below(random, 8)) {
    case 0:
        return fmt::format("DELETE FROM {0} WHERE {1} = (SELECT {1} FROM {0} LIMIT 1 OFFSET {2})", table, field,
                           below(random, 5));
    case 1:
        return fmt::format("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = {} WHERE name = '{}'",
                           below(random, 60), table);
    case 2:
        return fmt::format("UPDATE {} SET {} = {}", table, field, oddValue(random));
    default:
        return fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS (SELECT {1} FROM {0} LIMIT 1 OFFSET {3})", table,
                           field, oddValue(random), below(random, 7));
    }
}

std::string withOtherValues(const std::string& log, Random& random)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK)
        return log;
    std::string changed = log;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(log.size()));
    if (copy) {
        std::copy(log.begin(), log.end(), copy);
        const auto size = static_cast<sqlite3_int64>(log.size());
        sqlite3_deserialize(database, "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
        sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 1'000'000);
        int budget = 200;
        sqlite3_progress_handler(
            database, 1'000, [](void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }, &budget);
        sqlite3_exec(database, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF", nullptr, nullptr,
                     nullptr);
        const std::size_t statements = 1 + below(random, 3);
        for (std::size_t i = 0; i < statements; ++i)
            sqlite3_exec(database, statement(database, random).c_str(), nullptr, nullptr, nullptr);
        sqlite3_int64 length = 0;
        if (const unsigned char* bytes = sqlite3_serialize(database, "main", &length, SQLITE_SERIALIZE_NOCOPY))
            changed.assign(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    sqlite3_close(database);
    return changed;
}

std::string withOtherPage(const std::string& log, Random& random, const ByteMutator& mutate)
{
    std::string changed = log;
    const std::size_t size = std::min(pageSizeOf(log), log.size());
    const std::size_t pages = log.size() / size;
    const std::size_t at = below(random, pages) * size;
    if (below(random, 4) == 0) {
        const std::size_t from = below(random, pages) * size;
        changed.replace(at, size, log, from, size);
        return changed;
    }
    // The first bytes of a page say what its cells are.
    const std::size_t length = below(random, 2) == 0 ? std::min<std::size_t>(size, 48) : size;
    mutate(reinterpret_cast<std::uint8_t*>(changed.data()) + at, length, length);
    return changed;
}

/// Makes the header name a log of a version that is known, of as many pages as there are.
void mendHeader(std::string& log, Random& random)
{
    if (log.size() < kHeaderSize)
        return;
    const std::string_view magic("SQLite format 3\0", 16);
    log.replace(0, magic.size(), magic);
    write(log, 28, static_cast<std::uint32_t>(log.size() / pageSizeOf(log)));
    write(log, 68, static_cast<std::uint32_t>(kApplicationId));
    const auto version = static_cast<unsigned char>(log[63]);
    if (version < 1 || version > newestVersion())
        write(log, 60, static_cast<std::uint32_t>(1 + below(random, static_cast<std::size_t>(newestVersion()))));
}

}  // namespace

std::string variation(const std::string& log, std::uint64_t seed, const ByteMutator& mutate)
{
    Random random(seed);
    const std::size_t way = below(random, 10);
    std::string changed = log;
    if (log.size() < 512 || way == 0) {
        changed.resize(log.size() + 64);
        changed.resize(mutate(reinterpret_cast<std::uint8_t*>(changed.data()), log.size(), changed.size()));
    } else if (way < 6) {
        changed = withOtherValues(log, random);
    } else {
        changed = withOtherPage(log, random, mutate);
    }
    if (below(random, 20) != 0)
        mendHeader(changed, random);
    return changed;
}

}  // namespace psolog::test
