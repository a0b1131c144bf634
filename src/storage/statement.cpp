// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/connection.h"

namespace psolog {

CachedStatement::CachedStatement(sqlite3* database, std::string_view sql)
{
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK)
        throw SqliteError(database, code);
}

CachedStatement::~CachedStatement()
{
    sqlite3_finalize(handle);
}

Statement::Statement(Connection& connection, std::string_view sql)
    : m_connection(connection),
      m_cached(connection.cached(sql)),
      m_statement(m_cached.handle)
{
    if (m_cached.inUse)
        throw SqliteError(nullptr, SQLITE_MISUSE);
    m_cached.inUse = true;
}

Statement::~Statement()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_cached.inUse = false;
}

bool Statement::step()
{
    m_column = 0;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw SqliteError(m_connection.handle(), code);
    return false;
}

void Statement::run()
{
    while (step()) { }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void Statement::putInteger(std::int64_t value)
{
    const int code = sqlite3_bind_int64(m_statement, ++m_parameter, value);
    if (code != SQLITE_OK)
        throw SqliteError(m_connection.handle(), code);
}

void Statement::putText(std::string_view value)
{
    // A null pointer would bind NULL; an empty text is a value.
    const char* data = value.data() ? value.data() : "";
    const int code = sqlite3_bind_text64(m_statement, ++m_parameter, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        throw SqliteError(m_connection.handle(), code);
}

void Statement::putBlob(std::string_view bytes)
{
    const char* data = bytes.data() ? bytes.data() : "";
    const int code = sqlite3_bind_blob64(m_statement, ++m_parameter, data, bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK)
        throw SqliteError(m_connection.handle(), code);
}

void Statement::checkAllBound() const
{
    if (m_parameter != sqlite3_bind_parameter_count(m_statement))
        throw SqliteError(nullptr, SQLITE_RANGE);
}

bool Statement::isNull() const
{
    return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL;
}

std::int64_t Statement::takeInteger()
{
    return sqlite3_column_int64(m_statement, m_column++);
}

std::string_view Statement::takeView()
{
    // The blob of a text is the text without the copy that a closing NUL would cost.
    const void* data = sqlite3_column_blob(m_statement, m_column);
    const int size = sqlite3_column_bytes(m_statement, m_column);
    ++m_column;
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string_view();
}

}  // namespace psolog
