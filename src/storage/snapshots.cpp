// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshots.h"

#include <cerrno>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "storage/connection.h"
#include "storage/newfile.h"
#include "storage/outputfile.h"
#include "storage/privatefolder.h"
#include "storage/schema.h"
#include "storage/snapshotcontents.h"

namespace psolog {

namespace {

tl::unexpected<Error> passOn(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Lets a connection that is for reading by its own will write another file, for the life of the object.
class MayWriteElsewhere {
public:
    explicit MayWriteElsewhere(Connection& connection)
        : m_connection(connection),
          m_queryOnly(connection.integer("PRAGMA query_only") != 0)
    {
        if (m_queryOnly)
            m_connection.execute("PRAGMA query_only = OFF");
    }
    ~MayWriteElsewhere()
    {
        if (m_queryOnly)
            sqlite3_exec(m_connection.handle(), "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
    }
    MayWriteElsewhere(const MayWriteElsewhere&) = delete;
    MayWriteElsewhere& operator=(const MayWriteElsewhere&) = delete;

private:
    Connection& m_connection;
    bool m_queryOnly;
};

/// The SQLite VFS that a connection goes through.
std::string vfsOf(const Connection& connection)
{
    sqlite3_vfs* vfs = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
    return vfs != nullptr ? vfs->zName : "";
}

/// Where the log of a connection lies; empty for one in memory.
std::string pathOf(const Connection& connection)
{
    const char* path = sqlite3_db_filename(connection.handle(), "main");
    return path != nullptr ? path : "";
}

/// Writes a new file, 0600.
Result<void> writeBytes(const std::string& path, std::string_view bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    int error = file < 0 ? errno : 0;
    while (error == 0 && !bytes.empty()) {
        const ssize_t part = ::write(file, bytes.data(), bytes.size());
        if (part >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(part));
        else if (errno != EINTR)
            error = errno;
    }
    // Some disks say only now that there is no room.
    if (file >= 0 && ::close(file) != 0 && error == 0)
        error = errno;
    if (error == ENOSPC || error == EDQUOT)
        return fail(ErrorCode::DiskFull);
    return error == 0 ? Result<void>() : fail(ErrorCode::WriteFailed);
}

/// The names of what a schema has, without what SQLite makes by itself.
std::set<std::string> namesIn(Connection& connection)
{
    std::set<std::string> names;
    Statement row(connection, "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL");
    while (row.step())
        names.insert(row.take<std::string>());
    return names;
}

/// Drops the indexes and statistics of other programs. A log may have them; a file from elsewhere may not.
Result<void> dropForeign(Connection& copy)
{
    auto reference = Connection::open(":memory:", {});
    if (!reference)
        return passOn(reference.error());
    if (auto built = migrate(**reference, migrations()); !built)
        return built;
    return guarded([&]() -> Result<void> {
        const auto ours = namesIn(**reference);
        std::vector<std::string> drops;
        {
            Statement row(copy,
                          "SELECT name, printf('DROP %s \"%w\"', type, name) FROM sqlite_schema "
                          "WHERE sql IS NOT NULL AND (type = 'index' OR name GLOB 'sqlite_stat*')");
            while (row.step()) {
                const auto name = row.take<std::string>();
                auto drop = row.take<std::string>();
                if (!ours.contains(name))
                    drops.push_back(std::move(drop));
            }
        }
        for (const std::string& drop : drops)
            copy.execute(drop.c_str());
        return {};
    });
}

void dropEarlier(Connection& copy, LocalDay firstDay, const std::set<ExperimentId>& plans)
{
    for (const std::string_view sql :
         {"DELETE FROM check_in WHERE local_day < ?", "DELETE FROM self_test WHERE local_day < ?",
          "DELETE FROM release_session WHERE local_day < ?", "DELETE FROM weekly_check_in WHERE local_day < ?",
          "DELETE FROM safety_screening WHERE local_day < ?"})
        Statement(copy, sql).bind(firstDay).run();
    // One of them may name another.
    copy.execute("PRAGMA defer_foreign_keys = ON");
    Statement drop(copy, "DELETE FROM experiment WHERE id = ?");
    for (const ExperimentId& plan : plans)
        drop.bind(plan).run();
}

/// Leaves of removed records that there was one, when, and when it was removed; of discarded sessions that there was
/// one, and when.
constexpr const char* kEmptyRemoved =
    "DELETE FROM soreness WHERE removed = 1;"
    "DELETE FROM run WHERE check_in IN (SELECT seq FROM check_in WHERE removed = 1);"
    "UPDATE check_in SET context = 'other', note = '' WHERE removed = 1;"
    "DELETE FROM reading WHERE self_test IN (SELECT seq FROM self_test WHERE deleted_at IS NOT NULL);"
    "UPDATE self_test SET kind = 'glute-activation', wording_version = 1, first_side = 'left', pillow = 0, "
    "repeats = 1, hold_s = 0, complete = 0, note = '' WHERE deleted_at IS NOT NULL;"
    "DELETE FROM session_event WHERE session IN (SELECT seq FROM release_session WHERE deleted_at IS NOT NULL "
    "OR outcome = 'discarded');"
    "UPDATE release_session SET routine_id = '', routine_name = '', planned_s = 0, outcome = 'discarded', "
    "stop_reason = NULL, red_acknowledged = 0, worked_ms = 0, before_left = NULL, before_right = NULL, "
    "after_left = NULL, after_right = NULL, note = '' WHERE deleted_at IS NOT NULL OR outcome = 'discarded';"
    "UPDATE weekly_check_in SET version = 'ostrc-h2', q1 = 0, q2 = NULL, q3 = NULL, q4 = NULL, note = '' "
    "WHERE deleted_at IS NOT NULL;";

constexpr const char* kDropNotes = "UPDATE check_in SET note = '' WHERE note <> '';"
                                   "UPDATE self_test SET note = '' WHERE note <> '';"
                                   "UPDATE release_session SET note = '' WHERE note <> '';"
                                   "UPDATE weekly_check_in SET note = '' WHERE note <> '';"
                                   "UPDATE experiment SET reason = '' WHERE reason <> '';";

/// Coaches write to the athlete, and nobody else has a right to that.
constexpr const char* kDropReceived =
    "DELETE FROM received_note; DELETE FROM received_plan_step; DELETE FROM received_plan;";

/// Marks a copy. One of a snapshot lacks what that lacked, too.
void mark(Connection& copy, const SnapshotOptions& options, const Instant& now)
{
    Statement(copy,
              "INSERT INTO snapshot (singleton, utc_ms, offset_min, time_zone, first_day, notes) "
              "VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (singleton) DO UPDATE SET utc_ms = excluded.utc_ms, "
              "offset_min = excluded.offset_min, time_zone = excluded.time_zone, "
              "first_day = nullif(max(coalesce(first_day, ''), coalesce(excluded.first_day, '')), ''), "
              "notes = min(notes, excluded.notes)")
        .bind(now, options.firstDay, options.notes)
        .run();
}

}  // namespace

Result<SnapshotContents> Snapshots::preview(const SnapshotOptions& options)
{
    return m_connection.read([&]() -> Result<SnapshotContents> {
        if (m_connection.integer("PRAGMA user_version") > newestVersion())
            return fail(ErrorCode::TooNew, "the log is newer than this program");
        return contentsOf(m_connection, m_clock, options);
    });
}

Result<SnapshotContents> Snapshots::write(const SnapshotOptions& options, const std::string& path)
{
    if (const auto contents = preview(options); !contents)
        return contents;
    auto file = OutputFile::prepare(path, Existing::Refuse);
    if (!file)
        return passOn(file.error());
    // Whole and uncut the log is in a folder of ours only: the one of the target may be shared with others.
    const auto folder = PrivateFolder::makeBeside(pathOf(m_connection));
    if (!folder)
        return passOn(folder.error());
    const std::string draft = (folder->path() / "draft").string();
    if (auto copied = copyTo(draft); !copied)
        return passOn(copied.error());
    auto contents = cut(draft, options);
    if (!contents)
        return contents;
    const auto verified = verify(draft, *contents);
    if (!verified)
        return passOn(verified.error());
    if (auto written = writeBytes(file->path().string(), **verified); !written)
        return passOn(written.error());
    if (auto moved = file->moveIntoPlace(); !moved)
        return passOn(moved.error());
    return contents;
}

Result<void> Snapshots::copyTo(const std::string& path)
{
    // SQLite takes an empty file as a new one; made by us it is ours alone from the start.
    auto made = NewFile::make(path);
    if (!made)
        return passOn(made.error());
    made->keep();
    return guarded([&]() -> Result<void> {
        const MayWriteElsewhere scope(m_connection);
        Statement(m_connection, "VACUUM INTO ?").bind(path).run();
        return {};
    });
}

Result<SnapshotContents> Snapshots::cut(const std::string& path, const SnapshotOptions& options) const
{
    ConnectionOptions connecting;
    connecting.vfs = vfsOf(m_connection);
    auto opened = Connection::open(path, connecting);
    if (!opened)
        return passOn(opened.error());
    Connection& copy = **opened;
    // A draft is thrown away when anything fails, and brought to the disk once, when it is complete.
    const auto ready = guarded([&]() -> Result<void> {
                           copy.execute("PRAGMA synchronous = OFF");
                           copy.execute("PRAGMA journal_mode = MEMORY");
                           return {};
                       }).and_then([&] {
                             return migrate(copy, migrations());
                         }).and_then([&] { return dropForeign(copy); });
    if (!ready)
        return passOn(ready.error());
    const auto cut = copy.write([&]() -> Result<void> {
        if (options.firstDay) {
            const auto plans = plansLeftOut(copy, m_clock, options.firstDay);
            if (!plans)
                return passOn(plans.error());
            dropEarlier(copy, *options.firstDay, *plans);
        }
        copy.execute(kDropReceived);
        copy.execute(kEmptyRemoved);
        if (!options.notes)
            copy.execute(kDropNotes);
        mark(copy, options, m_clock.now());
        return {};
    });
    if (!cut)
        return passOn(cut.error());
    return guarded([&]() -> Result<SnapshotContents> {
        copy.execute("VACUUM");
        return copy.read([&] { return contentsOf(copy, m_clock, {}); });
    });
}

Result<std::shared_ptr<const std::string>> Snapshots::verify(const std::string& path,
                                                             const SnapshotContents& expected) const
{
    const auto inspected = m_intake.inspect(path);
    if (!inspected)
        return passOn(inspected.error());
    if (!inspected->copy->snapshot || contentsOf(*inspected->copy) != expected)
        return fail(ErrorCode::WriteFailed, "the copy does not hold what was put into it");
    return inspected->image;
}

}  // namespace psolog
