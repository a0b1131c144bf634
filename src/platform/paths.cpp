// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/paths.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace psolog {

namespace {

constexpr mode_t kFolderMode = 0700;

/// The value of an XDG variable; empty when it is unset or, as the rules say, to be ignored for being relative.
QString absoluteFromEnvironment(const char* variable)
{
    const QString value = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(value) ? QDir::cleanPath(value) : QString();
}

QString ownFolder(const char* variable, const QString& belowHome)
{
    const QString base = absoluteFromEnvironment(variable);
    return (base.isEmpty() ? QDir::homePath() + u'/' + belowHome : base) + QStringLiteral("/psolog");
}

/// The session's runtime folder when there is one of ours, else a folder of our own in the temporary folder.
QString runtimeFolder()
{
    const QString session = absoluteFromEnvironment("XDG_RUNTIME_DIR");
    const QFileInfo info(session);
    if (!session.isEmpty() && info.isDir() && info.ownerId() == getuid() && info.isWritable())
        return session + QStringLiteral("/psolog");
    return QDir::tempPath() + QStringLiteral("/psolog-%1").arg(getuid());
}

bool isPrivateFolder(const QString& path)
{
    struct stat info { };
    if (lstat(QFile::encodeName(path).constData(), &info) != 0)
        return false;
    return S_ISDIR(info.st_mode) && info.st_uid == getuid() && (info.st_mode & 077U) == 0;
}

/// Closes a folder of ours to others, as one made by hand or brought back from a backup may be open. A link is left
/// alone, and so is a file system without permissions: it is no reason not to start.
void closeToOthers(const QString& path)
{
    const int folder = open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    struct stat info { };
    if (fstat(folder, &info) == 0 && info.st_uid == getuid() && (info.st_mode & 077U) != 0)
        static_cast<void>(fchmod(folder, kFolderMode));
    close(folder);
}

}  // namespace

Paths Paths::ofUser()
{
    Paths paths;
    paths.data = ownFolder("XDG_DATA_HOME", QStringLiteral(".local/share"));
    paths.defaultLog = paths.data + QStringLiteral("/My log.psolog");
    paths.library = paths.data + QStringLiteral("/coach.psolog-library");
    paths.config = ownFolder("XDG_CONFIG_HOME", QStringLiteral(".config")) + QStringLiteral("/psolog.ini");
    paths.state = ownFolder("XDG_STATE_HOME", QStringLiteral(".local/state"));
    paths.runtime = runtimeFolder();
    return paths;
}

Result<void> Paths::create() const
{
    for (const QString& folder : {data, QFileInfo(config).path(), state, runtime})
        if (auto created = createPrivateFolder(folder); !created)
            return created;
    for (const QString& folder : {data, QFileInfo(config).path(), state})
        closeToOthers(folder);
    if (!isPrivateFolder(runtime))
        return fail(ErrorCode::ReadOnly, "the folder for lock files is open to others");
    return {};
}

Result<void> createPrivateFolder(const QString& path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(path).path();
    if (parent != path)
        if (auto created = createPrivateFolder(parent); !created)
            return created;
    if (mkdir(QFile::encodeName(path).constData(), kFolderMode) == 0 || (errno == EEXIST && QFileInfo(path).isDir()))
        return {};
    return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::ReadOnly, "a folder could not be created");
}

void secureProcess()
{
    umask(077);
}

}  // namespace psolog
