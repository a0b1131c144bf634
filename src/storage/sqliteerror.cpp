// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteerror.h"

#include <cerrno>

#include <sqlite3.h>

namespace psolog {

namespace {

constexpr int kBasicCodeMask = 0xff;

}  // namespace

SqliteError::SqliteError(sqlite3* handle, int code)
    : std::runtime_error(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)),
      m_code(handle && (sqlite3_errcode(handle) & kBasicCodeMask) == (code & kBasicCodeMask)
                 ? sqlite3_extended_errcode(handle)
                 : code),
      m_systemError(handle ? sqlite3_system_errno(handle) : 0)
{
}

SqliteError::SqliteError(int code, const std::string& message)
    : std::runtime_error(message),
      m_code(code),
      m_systemError(0)
{
}

ErrorCode errorCodeOf(int sqliteCode, int systemError)
{
    const int basic = sqliteCode & kBasicCodeMask;
    if (basic == SQLITE_IOERR || basic == SQLITE_CANTOPEN) {
        if (systemError == ENOSPC || systemError == EDQUOT)
            return ErrorCode::DiskFull;
        if (systemError == EROFS || systemError == EACCES || systemError == EPERM)
            return basic == SQLITE_CANTOPEN ? ErrorCode::CannotOpen : ErrorCode::ReadOnly;
    }
    switch (basic) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::Locked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Damaged;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return ErrorCode::InvalidValue;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::CannotOpen;
    case SQLITE_IOERR:
        return ErrorCode::WriteFailed;
    default:
        return ErrorCode::Internal;
    }
}

Error errorOf(const SqliteError& failure)
{
    return Error{errorCodeOf(failure.code(), failure.systemError()), failure.what()};
}

Error errorOf(const SQLite::Exception& failure)
{
    return Error{errorCodeOf(failure.getErrorCode()), failure.what()};
}

}  // namespace psolog
