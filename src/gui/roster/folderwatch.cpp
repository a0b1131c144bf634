// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/folderwatch.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

namespace psolog {

namespace {

using namespace std::chrono_literals;

constexpr auto kQuiet = 600ms;
constexpr int kPatience = 4;           ///< times as long, before a file that was being written is looked at again
constexpr int kMostQuiets = 8;         ///< times as long, and it is looked at although it never is quiet
constexpr qsizetype kMostFiles = 500;  ///< beyond, a change is seen by the folder's own time or the next look

/// The folder, or the nearest one above it that is there.
QString nearest(const QString& folder)
{
    QString path = QDir::cleanPath(folder);
    while (!QFileInfo(path).isDir()) {
        const QString above = QFileInfo(path).path();
        if (above == path)
            return {};
        path = above;
    }
    return path;
}

void exchange(QFileSystemWatcher& watcher, const QStringList& present, const QStringList& wanted)
{
    QStringList gone;
    std::copy_if(present.begin(), present.end(), std::back_inserter(gone),
                 [&](const QString& path) { return !wanted.contains(path); });
    QStringList added;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(added),
                 [&](const QString& path) { return !present.contains(path); });
    if (!gone.isEmpty())
        watcher.removePaths(gone);
    if (!added.isEmpty())
        watcher.addPaths(added);
}

}  // namespace

// What moves to another thread with this must be its child.
FolderWatch::FolderWatch(QObject* parent) : QObject(parent), m_watcher(this), m_timer(this), m_quiet(kQuiet)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_since.invalidate();
        Q_EMIT changed();
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::stirWhenThere);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::stir);
}

void FolderWatch::follow(const QString& folder, const QStringList& files)
{
    m_folder = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
    m_there = !folder.isEmpty() && QFileInfo(m_folder).isDir();
    QStringList directories;
    if (!folder.isEmpty())
        directories << nearest(m_folder);
    // A folder is not told that it was renamed; the one above it is.
    if (m_there && QFileInfo(m_folder).path() != m_folder)
        directories << QFileInfo(m_folder).path();
    directories.removeAll(QString());
    exchange(m_watcher, m_watcher.directories(), directories);
    exchange(m_watcher, m_watcher.files(), files.mid(0, kMostFiles));
}

void FolderWatch::lookAgain()
{
    m_timer.start(m_quiet.load() * kPatience);
}

void FolderWatch::stirWhenThere(const QString& directory)
{
    // What else happens above the folder is none of our business.
    if (directory == m_folder || QFileInfo(m_folder).isDir() != m_there || !m_there)
        stir();
}

void FolderWatch::stir()
{
    if (!m_since.isValid())
        m_since.start();
    if (!m_timer.isActive() || !m_since.hasExpired(m_quiet.load().count() * kMostQuiets))
        m_timer.start(m_quiet.load());
}

}  // namespace psolog
