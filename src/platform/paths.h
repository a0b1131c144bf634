// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace psolog {

/// Where the program keeps things, by the XDG base directory rules. All absolute; nothing is created by asking.
struct Paths {
    QString data;        ///< folder of the logs
    QString defaultLog;  ///< the log opened when none is named
    QString library;     ///< a coach's copies of other people's logs; there once somebody coaches
    QString config;      ///< the settings file
    QString state;       ///< folder of the program's own log files
    QString runtime;     ///< folder of lock and socket, gone after logout

    /// The paths of this user as the environment has them now.
    [[nodiscard]] static Paths ofUser();

    /// Creates the folders that are missing, mode 0700. The runtime folder must then be the user's own, closed to
    /// others and no link: ReadOnly otherwise, because others could answer in its socket's place.
    [[nodiscard]] Result<void> create() const;
};

/// Creates a folder and its missing parents, mode 0700 whatever the umask. ReadOnly when the system refuses.
[[nodiscard]] Result<void> createPrivateFolder(const QString& path);

/// Sets the umask so that every file this process makes is readable by its owner alone. Call first in main().
void secureProcess();

}  // namespace psolog
