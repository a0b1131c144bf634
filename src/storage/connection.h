// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include <SQLiteCpp/Database.h>

#include "core/result.h"
#include "storage/sqliteerror.h"
#include "storage/statement.h"

namespace psolog {

/// How a Connection is opened.
struct ConnectionOptions {
    bool readOnly = false;
    bool queryOnly = false;                       ///< write nothing but what rolls back an interrupted write
    std::chrono::milliseconds busyTimeout{1000};  ///< how long to wait for another writer
    std::string vfs;                              ///< SQLite VFS by name; empty: the default one
};

/// One SQLite connection with the settings a log needs, its prepared statements, and its transactions.
/// Used by one thread at a time. Members that may throw say so; read() and write() never do.
class Connection {
public:
    /// Opens an existing file (or ":memory:") and sets the pragmas, each read back. Nothing of the content has been
    /// judged.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string& path,
                                                                  const ConnectionOptions& options);

    /// Opens the bytes of a database, which lie in memory, for reading only; the connection keeps them. Views and
    /// triggers are ruled out. Nothing of the content has been judged.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> overBytes(std::shared_ptr<const std::string> bytes);

    /// Runs `change` in a transaction of its own and commits when it returns no error; otherwise nothing was changed.
    /// Inside another write() it becomes part of that one. ReadOnly on a read-only connection.
    Result<void> write(const std::function<Result<void>()>& change);

    /// Runs `function`, which returns a Result, on one unchanging state of the file. TooNew when a newer schema has
    /// not the columns or the values that it asks for.
    template <class F>
    std::invoke_result_t<F> read(F&& function)
    {
        auto result = guarded([&]() -> std::invoke_result_t<F> {
            const ReadScope scope(*this);
            try {
                return function();
            } catch (const UnreadableValue& failure) {
                if (m_newerSchema)
                    return fail(ErrorCode::TooNew, failure.what());
                throw;
            }
        });
        if (!result && result.error().code == ErrorCode::Internal && m_newerSchema)
            return fail(ErrorCode::TooNew, result.error().detail);
        return result;
    }

    /// The file was written by a newer Psolog: what read() does not understand is no fault of the file.
    void expectNewerSchema() { m_newerSchema = true; }
    /// The file cannot be written and stays at this older schema version.
    void expectOlderSchema(int version) { m_olderSchema = version; }
    /// Whether the file is older than the schema version `since`, so that what came with that version is not in it.
    [[nodiscard]] bool lacks(int since) const { return m_olderSchema && *m_olderSchema < since; }

    /// Runs one or more statements without parameters. Throws SqliteError.
    void execute(const char* sql);
    /// First column of the first row of a query without parameters. Throws SqliteError.
    [[nodiscard]] std::int64_t integer(const char* sql);
    [[nodiscard]] std::string text(const char* sql);

    /// NotFound with `detail` unless the last statement changed a row.
    [[nodiscard]] Result<void> changedOne(const char* detail) const;

    /// True when this connection cannot write the file, asked for or not.
    [[nodiscard]] bool readOnly() const { return m_readOnly; }
    [[nodiscard]] sqlite3* handle() const { return m_database.getHandle(); }

    /// The statement for this SQL, prepared once. `sql` must outlive the connection. Throws SqliteError.
    [[nodiscard]] CachedStatement& cached(std::string_view sql);

private:
    /// A read transaction, unless there is a transaction already.
    class ReadScope {
    public:
        explicit ReadScope(Connection& connection);
        ~ReadScope();
        ReadScope(const ReadScope&) = delete;
        ReadScope& operator=(const ReadScope&) = delete;

    private:
        Connection& m_connection;
        bool m_begun;
    };

    Connection(const std::string& path, int flags, const ConnectionOptions& options);

    void configure(const ConnectionOptions& options);
    void readBytes(std::shared_ptr<const std::string> bytes);
    void setFlag(int option, int value, const char* name);
    void setPragma(const char* name, std::string_view value, std::string_view readBack);
    [[nodiscard]] bool inTransaction() const;
    void rollBack(bool outermost);

    std::shared_ptr<const std::string> m_bytes;  // read by the database: must outlive it
    SQLite::Database m_database;                 // statements below must be finalized before it closes
    std::unordered_map<std::string_view, std::unique_ptr<CachedStatement>> m_statements;
    bool m_readOnly = false;
    bool m_newerSchema = false;
    std::optional<int> m_olderSchema;
    int m_depth = 0;                         // nested write() calls
    std::optional<Error> m_lostTransaction;  // SQLite rolled everything back inside a nested write()
};

}  // namespace psolog
