// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QUndoStack>

#include "core/ports/icoachlibrary.h"
#include "core/ports/inotesfiles.h"
#include "core/pose.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/window/mainwindow.h"
#include "storage/log.h"

namespace psolog {

/// What all logs of one run of the program share.
struct Shared {
    const IClock& clock;
    IIdSource& ids;
    ISettings& settings;
    Theme& theme;
    const PoseLibrary& poses;
    IRoutineStore& routines;
    IAlarm& alarm;
    Guide& guide;
    IRandomSource& random;
    INotesFiles& notesFiles;
    ICoachDesk& desk;
};

/// One open log with its window. Another log gets another object.
class LogSession {
public:
    LogSession(std::unique_ptr<Log> log, const Shared& shared);

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Services& services() { return m_services; }

private:
    std::unique_ptr<Log> m_log;
    std::unique_ptr<ISnapshots> m_snapshots;
    CoachServices m_coach;
    Ticker m_ticker;
    LogChanges m_changes;
    QUndoStack m_undo;
    Services m_services;
    std::unique_ptr<MainWindow> m_window;  // last: it uses all of the above
};

}  // namespace psolog
