// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include "core/logfilename.h"

namespace psolog {

namespace {

constexpr qint64 kFullBelow = 64 * 1024;
constexpr QLatin1String kLibrarySuffix(".psolog-library");

tl::unexpected<Error> writeError(const QString& path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isWritable() || (QFileInfo::exists(path) && !QFileInfo(path).isWritable()))
        return fail(ErrorCode::ReadOnly);
    const QStorageInfo disk(folder.absoluteFilePath());
    if (disk.isValid() && disk.bytesAvailable() < kFullBelow)
        return fail(ErrorCode::DiskFull);
    return fail(ErrorCode::WriteFailed);
}

}  // namespace

Result<void> writeWholeFile(const QString& path, const std::function<bool(QIODevice&)>& fill)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(path);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!fill(file) || !file.commit()) {
        file.cancelWriting();
        return writeError(path);
    }
    return {};
}

bool leadsTo(const QString& path, const QString& file)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return !real.isEmpty() && real == QFileInfo(file).canonicalFilePath();
}

bool isKept(const QString& path, const QString& openLog)
{
    const auto named = [](const QString& name) {
        return mayBeLog(name.toStdString()) || name.endsWith(kLibrarySuffix, Qt::CaseInsensitive);
    };
    const QFileInfo file(path);
    return leadsTo(path, openLog) || named(file.fileName()) || named(QFileInfo(file.canonicalFilePath()).fileName());
}

}  // namespace psolog
