// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLockFile>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include "core/result.h"

namespace psolog {

/// Keeps a log to one running program: the first holds a lock file and listens on a local datagram socket, a second
/// start of the same log asks the first to show its window. What a killed program left behind is taken over.
/// Lives in the GUI thread; owns lock and socket until destroyed or until another log is claimed.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Role {
        First,   ///< this program may open the log
        Second,  ///< another one has it open and was asked to raise its window: exit with success
    };

    /// `folder` holds lock and socket; it exists and is the user's own (Paths::runtime).
    explicit SingleInstance(QString folder, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Claims a log, given by any of its paths; the file need not exist yet. A log claimed before is given up once the
    /// new one is claimed. Locked when another program has the log but does not take the request within two seconds;
    /// CannotOpen when no lock can be made in the folder.
    [[nodiscard]] Result<Role> claim(const QString& logPath);

Q_SIGNALS:
    /// A second start asked for the window.
    void raiseRequested();

private:
    struct Held;

    void readRequests();

    const QString m_folder;
    std::unique_ptr<Held> m_held;
};

}  // namespace psolog
