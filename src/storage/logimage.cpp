// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/logimage.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/logwriter.h"
#include "storage/schema.h"

namespace psolog {

namespace {

struct FreeBytes {
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

std::string serialized(Connection& connection)
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, FreeBytes> bytes(sqlite3_serialize(connection.handle(), "main", &size, 0));
    if (!bytes)
        throw SqliteError(SQLITE_NOMEM, "no memory for the image");
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

/// Whether the bytes are a log and nothing else. Returns its schema version.
Result<int> judge(Connection& connection)
{
    const auto version = guarded([&]() -> Result<int> {
        const std::int64_t applicationId = connection.integer("PRAGMA application_id");
        const std::int64_t userVersion = connection.integer("PRAGMA user_version");
        if (applicationId != kApplicationId)
            return fail(ErrorCode::NotALog, "the image of something else");
        if (userVersion < 1)
            return fail(ErrorCode::Damaged, "the image has no schema version");
        if (userVersion > newestVersion())
            return fail(ErrorCode::TooNew,
                        fmt::format("schema {}; this program knows {}", userVersion, newestVersion()));
        return static_cast<int>(userVersion);
    });
    if (!version)
        return version;
    if (auto ours = checkSchema(connection, *version); !ours)
        return tl::unexpected<Error>(ours.error());
    // The pages read scores from an index alone: what it says must be what the table says, which the intake, that reads
    // tables, has not looked at.
    if (auto sound = fullCheck(connection); !sound)
        return tl::unexpected<Error>(sound.error());
    return version;
}

/// The day at which a snapshot was cut.
Result<std::optional<LocalDay>> sharedFromOf(Connection& connection)
{
    if (connection.lacks(kSharingSchema))
        return std::nullopt;
    Statement row(connection, "SELECT first_day FROM snapshot");
    return row.step() ? row.take<std::optional<LocalDay>>() : std::nullopt;
}

}  // namespace

Result<std::string> writeImage(const LogCopy& copy)
{
    auto connection = Connection::open(":memory:", {});
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    if (auto built = migrate(**connection, migrations()); !built)
        return tl::unexpected<Error>(built.error());
    const auto written = (*connection)->write([&]() -> Result<void> {
        LogWriter(**connection).write(copy);
        return {};
    });
    if (!written)
        return tl::unexpected<Error>(written.error());
    return guarded([&]() -> Result<std::string> { return serialized(**connection); });
}

Result<std::unique_ptr<ReviewLog>> ReviewLog::open(std::shared_ptr<const std::string> image, std::string path,
                                                   const IClock& clock)
{
    auto connection = Connection::overBytes(std::move(image));
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    const auto version = judge(**connection);
    if (!version)
        return tl::unexpected<Error>(version.error());
    if (*version < newestVersion())
        (*connection)->expectOlderSchema(*version);
    const auto from = (*connection)->read([&] { return sharedFromOf(**connection); });
    if (!from)
        return tl::unexpected<Error>(from.error());
    return std::unique_ptr<ReviewLog>(new ReviewLog(std::move(path), clock, std::move(*connection), *from));
}

ReviewLog::ReviewLog(std::string path, const IClock& clock, std::unique_ptr<Connection> connection,
                     std::optional<LocalDay> sharedFrom)
    : m_path(std::move(path)),
      m_sharedFrom(sharedFrom),
      m_connection(std::move(connection)),
      m_athlete(*m_connection, clock),
      m_checkIns(*m_connection, clock),
      m_selfTests(*m_connection, clock),
      m_releases(*m_connection, clock),
      m_trends(*m_connection, !sharedFrom),
      m_weekly(*m_connection, clock),
      m_experiments(*m_connection, clock)
{
}

}  // namespace psolog
