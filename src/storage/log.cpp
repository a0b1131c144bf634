// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/log.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/fileprobe.h"
#include "storage/newfile.h"
#include "storage/schema.h"
#include "storage/snapshots.h"

namespace psolog {

namespace {

tl::unexpected<Error> passOn(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// What a connection says about its file, after SQLite has rolled back what a crash left.
struct Identity {
    std::int64_t applicationId = 0;
    std::int64_t version = 0;
    bool hasTables = false;

    [[nodiscard]] bool isNew() const { return applicationId == 0 && version == 0 && !hasTables; }
};

Result<Identity> identityOf(Connection& connection)
{
    return connection.read([&]() -> Result<Identity> {
        return Identity{connection.integer("PRAGMA application_id"), connection.integer("PRAGMA user_version"),
                        connection.integer("SELECT count(*) FROM sqlite_schema") > 0};
    });
}

/// Brings a connection to the newest schema, or says why not. A log that cannot be written keeps its older one.
Result<void> prepare(Connection& connection, bool quick)
{
    const auto identity = identityOf(connection);
    if (!identity)
        return passOn(identity.error());
    const bool fresh = identity->isNew();
    if (!fresh && identity->applicationId != kApplicationId)
        return fail(ErrorCode::NotALog, "the file of another program");
    if (!fresh && identity->version < 1)
        return fail(ErrorCode::Damaged, "the log has no schema version");
    // A damaged log is never updated, whoever looks for damage otherwise.
    if (!fresh && (quick || identity->version < newestVersion()))
        if (auto sound = quickCheck(connection); !sound)
            return sound;
    if (identity->version > newestVersion()) {
        connection.expectNewerSchema();
        return {};
    }
    if (identity->version < newestVersion()) {
        if (connection.readOnly() && fresh)
            return fail(ErrorCode::ReadOnly, "an empty file cannot become a log");
        if (connection.readOnly()) {
            connection.expectOlderSchema(static_cast<int>(identity->version));
            return checkSchema(connection, static_cast<int>(identity->version));
        }
        if (auto migrated = migrate(connection, migrations()); !migrated)
            return migrated;
    }
    return fresh ? Result<void>{} : checkSchema(connection, newestVersion());
}

Result<void> checkContent(const std::string& path, const ConnectionOptions& options)
{
    auto connection = Connection::open(path, options);
    if (!connection)
        return passOn(connection.error());
    const auto identity = identityOf(**connection);
    if (!identity)
        return passOn(identity.error());
    if (identity->applicationId != kApplicationId)
        return fail(ErrorCode::NotALog, "the file of another program");
    if (auto sound = fullCheck(**connection); !sound)
        return sound;
    if (identity->version < 1)
        return fail(ErrorCode::Damaged, "the log has no schema version");
    return checkSchema(**connection, static_cast<int>(identity->version));
}

}  // namespace

Result<std::unique_ptr<Log>> Log::open(const std::string& path, const IClock& clock, const OpenOptions& options)
{
    const auto target = absolutePath(path);
    if (!target)
        return passOn(target.error());
    const auto probe = probeFile(*target, options.vfs);
    if (!probe)
        return passOn(probe.error());

    const bool create = options.create && !options.readOnly;
    std::optional<NewFile> created;
    std::optional<Error> notice;
    if (probe->kind == FileProbe::Kind::Missing) {
        if (!create)
            return fail(ErrorCode::NotFound, "there is no such log");
        auto made = NewFile::make(*target);
        if (!made)
            return passOn(made.error());
        created.emplace(std::move(*made));
    } else if (probe->kind == FileProbe::Kind::Empty && !create) {
        return fail(ErrorCode::NotALog, "the file is empty");
    } else if (probe->version > newestVersion()) {
        notice =
            Error{ErrorCode::TooNew, fmt::format("schema {}; this program knows {}", probe->version, newestVersion())};
    } else if (!probe->writable) {
        notice = Error{ErrorCode::ReadOnly, "the file or its folder refuses writing"};
    }

    // Declared after the new file, so that it is closed before an unwanted file is removed.
    ConnectionOptions connecting;
    connecting.readOnly = notice.has_value();
    connecting.queryOnly = options.readOnly && !notice;
    connecting.busyTimeout = options.busyTimeout;
    connecting.vfs = options.vfs;
    auto connection = Connection::open(*target, connecting);
    Result<void> ready;
    if (!connection)
        ready = passOn(connection.error());
    else
        ready = prepare(**connection, options.quickCheck);
    if (!ready) {
        if (notice && notice->code == ErrorCode::TooNew && ready.error().code == ErrorCode::ReadOnly)
            return passOn(*notice);
        return passOn(ready.error());
    }
    if (!notice && (*connection)->readOnly())
        notice = Error{ErrorCode::ReadOnly, options.readOnly ? "opened for reading" : "the disk refuses writing"};
    if (created)
        created->keep();
    std::unique_ptr<Log> log(new Log(*target, clock, std::move(*connection), std::move(notice)));
    if (auto version = log->changedElsewhere(); !version)
        return passOn(version.error());
    return log;
}

Log::Log(std::string path, const IClock& clock, std::unique_ptr<Connection> connection, std::optional<Error> notice)
    : m_path(std::move(path)),
      m_clock(clock),
      m_connection(std::move(connection)),
      m_notice(std::move(notice)),
      m_athlete(*m_connection, clock),
      m_checkIns(*m_connection, clock),
      m_selfTests(*m_connection, clock),
      m_releases(*m_connection, clock),
      m_trends(*m_connection),
      m_weekly(*m_connection, clock),
      m_experiments(*m_connection, clock),
      m_receivedNotes(*m_connection, clock)
{
}

Log::~Log() = default;

std::unique_ptr<ISnapshots> Log::snapshots(const IIntake& intake)
{
    return std::make_unique<Snapshots>(*m_connection, m_clock, intake);
}

Result<bool> Log::changedElsewhere()
{
    return guarded([&]() -> Result<bool> {
        Statement query(*m_connection, "PRAGMA data_version");
        query.step();
        const std::int64_t version = query.integerAt(0);
        return std::exchange(m_dataVersion, version) != version;
    });
}

Result<void> Log::inTransaction(const std::function<Result<void>()>& function)
{
    return m_connection->write(function);
}

Result<void> quickCheckLog(const std::string& path)
{
    const auto target = absolutePath(path);
    if (!target)
        return passOn(target.error());
    const auto probe = probeFile(*target, {});
    if (!probe)
        return passOn(probe.error());
    if (probe->kind == FileProbe::Kind::Missing)
        return fail(ErrorCode::NotFound, "there is no such file");
    if (probe->kind == FileProbe::Kind::Empty)
        return fail(ErrorCode::NotALog, "the file is empty");
    ConnectionOptions options;
    options.readOnly = true;
    const auto connection = Connection::open(*target, options);
    return connection ? quickCheck(**connection) : passOn(connection.error());
}

Result<void> checkLog(const std::string& path)
{
    const auto target = absolutePath(path);
    if (!target)
        return passOn(target.error());
    const auto probe = probeFile(*target, {});
    if (!probe)
        return passOn(probe.error());
    if (probe->kind == FileProbe::Kind::Missing)
        return fail(ErrorCode::NotFound, "there is no such file");
    if (probe->kind == FileProbe::Kind::Empty)
        return fail(ErrorCode::NotALog, "the file is empty");
    if (probe->version > newestVersion())
        return fail(ErrorCode::TooNew,
                    fmt::format("schema {}; this program knows {}", probe->version, newestVersion()));

    // SQLite leaves the CHECK constraints out on a connection that was opened for reading only.
    ConnectionOptions options;
    options.readOnly = !probe->writable;
    return checkContent(*target, options);
}

}  // namespace psolog
