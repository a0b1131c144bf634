// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileprobe.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/schema.h"
#include "storage/sqliteheader.h"

namespace psolog {

namespace {

/// A path as an SQLite URI that ignores locks and journals.
std::string immutableUri(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#')
            fmt::format_to(std::back_inserter(uri), "%{:02x}", static_cast<unsigned>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

Result<SqliteHeader> readHeader(const std::string& path, const std::string& vfs)
{
    return guarded([&]() -> Result<SqliteHeader> {
        const SQLite::Database database(immutableUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, 0, vfs);
        sqlite3_file* file = nullptr;
        const int code = sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
        if (code != SQLITE_OK || !file || !file->pMethods)
            return fail(ErrorCode::CannotOpen, "the file has no content to read");
        SqliteHeader header;
        const int read = file->pMethods->xRead(file, header.bytes.data(), static_cast<int>(SqliteHeader::kSize), 0);
        if (read == SQLITE_IOERR_SHORT_READ)
            return fail(ErrorCode::NotALog, "the file is too short");
        if (read != SQLITE_OK)
            return fail(ErrorCode::CannotOpen, "the file cannot be read");
        return header;
    });
}

Result<int> versionIn(const SqliteHeader& header, std::int32_t applicationId)
{
    const bool sqlite = header.hasMagic();
    const bool ours = header.number(SqliteHeader::kApplicationId) == applicationId;
    if (!sqlite && !ours)
        return fail(ErrorCode::NotALog, "not an SQLite file");
    if (!ours)
        return fail(ErrorCode::NotALog, "the file of another program");
    // 1 is a rollback journal, 2 a write-ahead log; somebody may have switched the file, but then both bytes say so.
    const std::uint8_t format = header.bytes[SqliteHeader::kReadVersion];
    const int schemaFormat = header.number(SqliteHeader::kSchemaFormat);
    if (!sqlite || format != header.bytes[SqliteHeader::kWriteVersion] || (format != 1 && format != 2)
        || schemaFormat < 0 || schemaFormat > SqliteHeader::kNewestSchemaFormat)
        return fail(ErrorCode::Damaged, "the header is broken");
    const int version = header.number(SqliteHeader::kUserVersion);
    if (version < 0)
        return fail(ErrorCode::Damaged, "the schema version is negative");
    return version;
}

bool mayWrite(const std::string& path)
{
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

}  // namespace

Result<std::string> absolutePath(const std::string& path)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    if (path.empty() || error || path.find('\0') != std::string::npos)
        return fail(ErrorCode::CannotOpen, "not a path");
    return absolute.lexically_normal().string();
}

Result<FileProbe> probeFile(const std::string& path, const std::string& vfs, std::int32_t applicationId)
{
    FileProbe probe;
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return probe;
        return fail(ErrorCode::CannotOpen, std::strerror(errno));
    }
    if (S_ISDIR(status.st_mode))
        return fail(ErrorCode::NotALog, "a folder");
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::NotALog, "not an ordinary file");
    probe.writable = mayWrite(path) && mayWrite(std::filesystem::path(path).parent_path().string());
    if (status.st_size == 0) {
        probe.kind = FileProbe::Kind::Empty;
        return probe;
    }
    const auto header = readHeader(path, vfs);
    if (!header)
        return tl::unexpected<Error>(header.error());
    const auto version = versionIn(*header, applicationId);
    if (!version)
        return tl::unexpected<Error>(version.error());
    probe.kind = FileProbe::Kind::Log;
    probe.version = *version;
    return probe;
}

}  // namespace psolog
