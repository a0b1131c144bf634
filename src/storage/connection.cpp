// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/dayscores.h"

namespace psolog {

namespace {

/// Counts nested calls, also when one throws.
class DepthScope {
public:
    explicit DepthScope(int& depth) : m_depth(depth) { ++m_depth; }
    ~DepthScope() { --m_depth; }
    DepthScope(const DepthScope&) = delete;
    DepthScope& operator=(const DepthScope&) = delete;

private:
    int& m_depth;
};

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, const ConnectionOptions& options)
{
    return guarded([&]() -> Result<std::unique_ptr<Connection>> {
        const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
        std::unique_ptr<Connection> connection(new Connection(path, flags, options));
        connection->configure(options);
        return connection;
    });
}

Result<std::unique_ptr<Connection>> Connection::overBytes(std::shared_ptr<const std::string> bytes)
{
    return guarded([&]() -> Result<std::unique_ptr<Connection>> {
        ConnectionOptions options;
        options.queryOnly = true;
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
        std::unique_ptr<Connection> connection(new Connection(":memory:", flags, options));
        connection->readBytes(std::move(bytes));
        connection->configure(options);
        connection->setFlag(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, "enable_trigger");
        connection->setFlag(SQLITE_DBCONFIG_ENABLE_VIEW, 0, "enable_view");
        return connection;
    });
}

Connection::Connection(const std::string& path, int flags, const ConnectionOptions& options)
    : m_database(path, flags, static_cast<int>(options.busyTimeout.count()), options.vfs)
{
    m_readOnly = options.queryOnly || sqlite3_db_readonly(handle(), "main") == 1;
}

void Connection::configure(const ConnectionOptions& options)
{
    // Before the file is read for the first time: nothing in its schema may run code.
    setFlag(SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive");
    setFlag(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted_schema");
    setFlag(SQLITE_DBCONFIG_DQS_DDL, 0, "dqs_ddl");
    setFlag(SQLITE_DBCONFIG_DQS_DML, 0, "dqs_dml");

    const std::string timeout = std::to_string(options.busyTimeout.count());
    setPragma("busy_timeout", timeout, timeout);
    setPragma("cell_size_check", "ON", "1");
    setPragma("foreign_keys", "ON", "1");
    setPragma("trusted_schema", "OFF", "0");
    setPragma("temp_store", "MEMORY", "2");  // sorting and savepoints leave no health data in temporary files
    setPragma("synchronous", "EXTRA", "3");
    if (!m_readOnly && !m_database.getFilename().starts_with(':'))
        setPragma("journal_mode", "DELETE", "delete");
    if (options.queryOnly)
        setPragma("query_only", "ON", "1");
    addDayScores(handle());
}

void Connection::readBytes(std::shared_ptr<const std::string> bytes)
{
    m_bytes = std::move(bytes);
    // SQLite's parameter is not const, because without READONLY it would write here.
    auto* const data = reinterpret_cast<unsigned char*>(const_cast<char*>(m_bytes->data()));
    const auto size = static_cast<sqlite3_int64>(m_bytes->size());
    const int code = sqlite3_deserialize(handle(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK)
        throw SqliteError(handle(), code);
}

void Connection::setFlag(int option, int value, const char* name)
{
    int readBack = -1;
    if (sqlite3_db_config(handle(), option, value, &readBack) != SQLITE_OK || readBack != value)
        throw SqliteError(SQLITE_ERROR, fmt::format("SQLite refuses {}", name));
}

void Connection::setPragma(const char* name, std::string_view value, std::string_view readBack)
{
    execute(fmt::format("PRAGMA {} = {}", name, value).c_str());
    const std::string actual = text(fmt::format("PRAGMA {}", name).c_str());
    if (actual != readBack)
        throw SqliteError(SQLITE_ERROR, fmt::format("SQLite refuses {} = {}", name, value));
}

void Connection::execute(const char* sql)
{
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SqliteError(handle(), code);
}

std::string Connection::text(const char* sql)
{
    const CachedStatement statement(handle(), sql);
    const int code = sqlite3_step(statement.handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SqliteError(handle(), code);
    const void* data = code == SQLITE_ROW ? sqlite3_column_text(statement.handle, 0) : nullptr;
    return data ? static_cast<const char*>(data) : "";
}

std::int64_t Connection::integer(const char* sql)
{
    const CachedStatement statement(handle(), sql);
    const int code = sqlite3_step(statement.handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SqliteError(handle(), code);
    return code == SQLITE_ROW ? sqlite3_column_int64(statement.handle, 0) : 0;
}

Result<void> Connection::changedOne(const char* detail) const
{
    // Rows changed by foreign key actions are not counted.
    if (sqlite3_changes(handle()) != 1)
        return fail(ErrorCode::NotFound, detail);
    return {};
}

CachedStatement& Connection::cached(std::string_view sql)
{
    auto& slot = m_statements[sql];
    if (!slot)
        slot = std::make_unique<CachedStatement>(handle(), sql);
    return *slot;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

Result<void> Connection::write(const std::function<Result<void>()>& change)
{
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, "the log is open for reading only");
    const bool outermost = m_depth == 0;
    if (outermost)
        m_lostTransaction.reset();
    else if (m_lostTransaction)
        return tl::unexpected<Error>(*m_lostTransaction);

    const DepthScope depth(m_depth);
    Result<void> result = guarded([&]() -> Result<void> {
        Statement(*this, outermost ? "BEGIN IMMEDIATE" : "SAVEPOINT nested").run();
        Result<void> changed = change();
        // An error that made SQLite roll everything back is an error of the whole, even when `change` went on.
        if (changed && m_lostTransaction)
            changed = tl::unexpected<Error>(*m_lostTransaction);
        if (changed)
            Statement(*this, outermost ? "COMMIT" : "RELEASE nested").run();
        return changed;
    });
    if (!result) {
        rollBack(outermost);
        if (!outermost && !inTransaction())
            m_lostTransaction = result.error();
    }
    return result;
}

void Connection::rollBack(bool outermost)
{
    // SQLite may have rolled back by itself (disk full, input/output error); what fails here has no further remedy, and
    // the journal restores the file at the next access.
    if (!inTransaction())
        return;
    const char* sql = outermost ? "ROLLBACK" : "ROLLBACK TO nested; RELEASE nested";
    sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
}

Connection::ReadScope::ReadScope(Connection& connection)
    : m_connection(connection),
      m_begun(!connection.inTransaction())
{
    if (m_begun)
        Statement(connection, "BEGIN").run();
}

Connection::ReadScope::~ReadScope()
{
    if (m_begun && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace psolog
