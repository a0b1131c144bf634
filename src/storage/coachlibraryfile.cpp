// SPDX-License-Identifier: GPL-3.0-or-later
// The library as a file: how it is opened, made, judged, and closed.
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "storage/coachlibrary.h"
#include "storage/fileprobe.h"
#include "storage/newfile.h"
#include "storage/schema.h"

namespace psolog {

namespace {

/// Images are written and read whole; large pages make their chains short.
constexpr int kPageSize = 16'384;

tl::unexpected<Error> passOn(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

int newestLibraryVersion()
{
    return coachMigrations().back().version;
}

Error tooNew(std::int64_t version)
{
    return Error{ErrorCode::TooNew, fmt::format("library {}; this program knows {}", version, newestLibraryVersion())};
}

/// What a connection says about its file, after SQLite has rolled back what a crash left.
struct Identity {
    std::int64_t applicationId = 0;
    std::int64_t version = 0;
    bool fresh = false;
};

Result<Identity> identityOf(Connection& connection)
{
    return connection.read([&]() -> Result<Identity> {
        Identity identity{connection.integer("PRAGMA application_id"), connection.integer("PRAGMA user_version")};
        identity.fresh = identity.applicationId == 0 && identity.version == 0
            && connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
        return identity;
    });
}

/// Brings the file to the newest schema, or says why not.
Result<void> prepare(Connection& connection)
{
    if (connection.readOnly())
        return fail(ErrorCode::ReadOnly, "the disk refuses writing");
    const auto identity = identityOf(connection);
    if (!identity)
        return passOn(identity.error());
    if (identity->fresh) {
        return guarded([&]() -> Result<void> {
            connection.execute(fmt::format("PRAGMA page_size = {}", kPageSize).c_str());
            return migrate(connection, coachMigrations(), kLibraryApplicationId);
        });
    }
    if (identity->applicationId != kLibraryApplicationId)
        return fail(ErrorCode::NotALog, "the file of another program");
    if (identity->version < 1)
        return fail(ErrorCode::Damaged, "the library has no schema version");
    if (identity->version > newestLibraryVersion())
        return passOn(tooNew(identity->version));
    if (auto sound = quickCheckWithout(connection, "image"); !sound)
        return sound;
    if (auto migrated = migrate(connection, coachMigrations(), kLibraryApplicationId); !migrated)
        return migrated;
    return checkSchema(connection, coachMigrations());
}

}  // namespace

Result<std::unique_ptr<CoachLibrary>> CoachLibrary::open(const std::string& path, const IClock& clock,
                                                         const LibraryOptions& options)
{
    const auto target = absolutePath(path);
    if (!target)
        return passOn(target.error());
    const auto probe = probeFile(*target, options.vfs, kLibraryApplicationId);
    if (!probe)
        return passOn(probe.error());
    std::optional<NewFile> created;
    if (probe->kind == FileProbe::Kind::Missing) {
        auto made = NewFile::make(*target);
        if (!made)
            return passOn(made.error());
        created.emplace(std::move(*made));
    } else if (probe->version > newestLibraryVersion()) {
        return passOn(tooNew(probe->version));
    } else if (!probe->writable) {
        return fail(ErrorCode::ReadOnly, "the file or its folder refuses writing");
    }

    // Declared after the new file, so that it is closed before an unwanted file is removed.
    ConnectionOptions connecting;
    connecting.busyTimeout = options.busyTimeout;
    connecting.vfs = options.vfs;
    auto connection = Connection::open(*target, connecting);
    if (!connection)
        return passOn(connection.error());
    if (auto ready = prepare(**connection); !ready) {
        connection->reset();
        return passOn(ready.error());
    }
    if (created)
        created->keep();
    std::unique_ptr<CoachLibrary> library(new CoachLibrary(*target, clock, std::move(*connection)));
    // That it fails is no reason not to open; the next one tries again.
    library->purgeRemovedBefore((clock.now().utc - kKeepRemoved).time_since_epoch().count());
    return library;
}

CoachLibrary::CoachLibrary(std::string path, const IClock& clock, std::unique_ptr<Connection> connection)
    : m_path(std::move(path)),
      m_clock(clock),
      m_connection(std::move(connection)),
      m_notebook(*m_connection)
{
}

CoachLibrary::~CoachLibrary()
{
    if (!m_removed.empty())
        purgeAll([&](const AthleteId& id, std::int64_t /*removedAt*/) { return m_removed.contains(id); });
}

void CoachLibrary::purgeRemovedBefore(std::int64_t utcMs)
{
    purgeAll([&](const AthleteId& /*id*/, std::int64_t removedAt) { return removedAt < utcMs; });
}

void CoachLibrary::purgeAll(const std::function<bool(const AthleteId& id, std::int64_t removedAt)>& chosen)
{
    const auto doomed = [&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> keys;
        Statement row(*m_connection, "SELECT seq, id, removed_at FROM athlete WHERE removed_at IS NOT NULL");
        while (row.step()) {
            const auto seq = row.take<std::int64_t>();
            const auto id = row.take<AthleteId>();
            if (chosen(id, row.take<std::int64_t>()))
                keys.push_back(seq);
        }
        return keys;
    };
    // Looked at first without a lock for writing: as a rule there is nothing to do.
    if (const auto any = m_connection->read(doomed); !any || any->empty())
        return;
    const auto purged = m_connection->write([&]() -> Result<void> {
        return doomed().map([&](const std::vector<std::int64_t>& keys) {
            std::for_each(keys.begin(), keys.end(), [&](std::int64_t seq) { purge(seq); });
        });
    });
    static_cast<void>(purged);
}

void CoachLibrary::purge(std::int64_t seq)
{
    // Somebody's health: nothing of it stays in the pages that are free now.
    static_cast<void>(m_connection->text("PRAGMA secure_delete = ON"));
    Statement(*m_connection, "DELETE FROM athlete WHERE seq = ?").bind(seq).run();
}

}  // namespace psolog
