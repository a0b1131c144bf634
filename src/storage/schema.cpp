// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace psolog {

namespace {

int versionOf(Connection& connection)
{
    return static_cast<int>(connection.integer("PRAGMA user_version"));
}

/// Something in a schema: its type ("table", "index", "view", "trigger") and its name. A trigger may be named like a
/// table.
using SchemaItem = std::pair<std::string, std::string>;

/// The DDL of everything in the schema that has a DDL.
std::map<SchemaItem, std::string> definitionsIn(Connection& connection)
{
    std::map<SchemaItem, std::string> definitions;
    Statement rows(connection, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (rows.step()) {
        auto type = rows.take<std::string>();
        auto name = rows.take<std::string>();
        definitions[SchemaItem(std::move(type), std::move(name))] = rows.take<std::string>();
    }
    return definitions;
}

/// Whether something that we did not make may stay: an index and SQLite's own statistics change no record, unlike a
/// trigger.
bool isHarmless(const SchemaItem& item)
{
    return item.first == "index" || item.second.starts_with("sqlite_");
}

/// Leaves the CHECK constraints out of a check: values were judged when they were written, and judging every row again
/// takes ten times as long.
class IgnoredConstraints {
public:
    explicit IgnoredConstraints(Connection& connection) : m_connection(connection)
    {
        m_connection.execute("PRAGMA ignore_check_constraints = ON");
    }
    ~IgnoredConstraints()
    {
        sqlite3_exec(m_connection.handle(), "PRAGMA ignore_check_constraints = OFF", nullptr, nullptr, nullptr);
    }
    IgnoredConstraints(const IgnoredConstraints&) = delete;
    IgnoredConstraints& operator=(const IgnoredConstraints&) = delete;

private:
    Connection& m_connection;
};

Result<void> runStep(Connection& connection, const Migration& step, std::int32_t applicationId)
{
    return connection.write([&]() -> Result<void> {
        // Read inside the transaction: another program may have done this step while we waited for the lock.
        const int version = versionOf(connection);
        if (version >= step.version)
            return {};
        if (version != step.version - 1)
            return fail(ErrorCode::Internal, fmt::format("no way from schema {} to {}", version, step.version));
        if (version == 0)
            connection.execute(fmt::format("PRAGMA application_id = {}", applicationId).c_str());
        connection.execute(std::string(step.sql).c_str());
        if (!connection.text("PRAGMA foreign_key_check").empty())
            return fail(ErrorCode::Damaged, fmt::format("{} leaves records without their parent", step.name));
        connection.execute(fmt::format("PRAGMA user_version = {}", step.version).c_str());
        return {};
    });
}

}  // namespace

int newestVersion()
{
    return migrations().back().version;
}

Result<void> migrate(Connection& connection, std::span<const Migration> steps, std::int32_t applicationId)
{
    const auto version = guarded([&]() -> Result<int> { return versionOf(connection); });
    if (!version)
        return tl::unexpected<Error>(version.error());
    for (const Migration& step : steps) {
        if (step.version <= *version)
            continue;
        if (auto done = runStep(connection, step, applicationId); !done)
            return done;
    }
    return {};
}

Result<void> checkSchema(Connection& connection, int version)
{
    return checkSchema(connection, migrations().first(static_cast<std::size_t>(version)));
}

Result<void> checkSchema(Connection& connection, std::span<const Migration> steps)
{
    auto reference = Connection::open(":memory:", {});
    if (!reference)
        return tl::unexpected<Error>(reference.error());
    if (auto built = migrate(**reference, steps); !built)
        return built;
    return guarded([&]() -> Result<void> {
        const auto actual = definitionsIn(connection);
        const auto expected = definitionsIn(**reference);
        for (const auto& [item, sql] : expected) {
            const auto found = actual.find(item);
            if (found == actual.end())
                return fail(ErrorCode::Damaged, fmt::format("{} is missing", item.second));
            if (found->second != sql)
                return fail(ErrorCode::Damaged, fmt::format("{} is not as it was made", item.second));
        }
        for (const auto& [item, sql] : actual)
            if (!isHarmless(item) && !expected.contains(item))
                return fail(ErrorCode::Damaged, fmt::format("{} {} is not ours", item.first, item.second));
        return {};
    });
}

Result<void> quickCheck(Connection& connection)
{
    return guarded([&]() -> Result<void> {
        const IgnoredConstraints ignored(connection);
        const std::string found = connection.text("PRAGMA quick_check(1)");
        if (found != "ok")
            return fail(ErrorCode::Damaged, found);
        return {};
    });
}

Result<void> quickCheckWithout(Connection& connection, std::string_view table)
{
    return guarded([&]() -> Result<void> {
        const IgnoredConstraints ignored(connection);
        for (const auto& [item, sql] : definitionsIn(connection)) {
            if (item.first != "table" || item.second == table)
                continue;
            const std::string found = connection.text(fmt::format("PRAGMA quick_check(\"{}\")", item.second).c_str());
            if (found != "ok")
                return fail(ErrorCode::Damaged, found);
        }
        return {};
    });
}

Result<void> fullCheck(Connection& connection)
{
    return guarded([&]() -> Result<void> {
        const std::string found = connection.text("PRAGMA integrity_check(1)");
        if (found != "ok")
            return fail(ErrorCode::Damaged, found);
        const std::string orphan = connection.text("PRAGMA foreign_key_check");
        if (!orphan.empty())
            return fail(ErrorCode::Damaged, fmt::format("a record of {} has no parent", orphan));
        return {};
    });
}

}  // namespace psolog
