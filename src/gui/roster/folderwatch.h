// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace psolog {

/// Says when something happens in a folder or to the files in it, once it has been quiet for a moment. A folder that is
/// gone is waited for. The kernel tells it: nothing polls. What it does not tell, on a disk in a network, is found when
/// somebody looks again.
///
/// Lives where it may wait: asking a folder in a network whether it is there takes as long as the network likes. How
/// long it must be quiet may be said from anywhere.
class FolderWatch : public QObject {
    Q_OBJECT
public:
    explicit FolderWatch(QObject* parent = nullptr);

    /// Watches these from now on instead; empty: nothing.
    void follow(const QString& folder, const QStringList& files);
    /// Something is still going on: says so again after a while.
    void lookAgain();
    /// How long it must have been quiet.
    void setQuiet(std::chrono::milliseconds quiet) { m_quiet = quiet; }

Q_SIGNALS:
    void changed();

private:
    void stir();
    void stirWhenThere(const QString& directory);

    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QElapsedTimer m_since;  ///< something has been going on for so long
    QString m_folder;
    bool m_there = false;  ///< the folder is there
    std::atomic<std::chrono::milliseconds> m_quiet;
};

}  // namespace psolog
