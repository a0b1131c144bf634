// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTemporaryDir>
#include <QUndoStack>

#include "core/ports/isettings.h"
#include "core/pose.h"
#include "exchange/notesfile.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/theme/theme.h"
#include "storage/coachdesk.h"
#include "storage/log.h"
#include "support/fakeguide.h"
#include "support/manualclock.h"
#include "support/memoryroutines.h"
#include "support/scriptedrandom.h"
#include "support/sequentialids.h"

namespace psolog::test {

/// Settings in memory; saving can be made to fail.
class MemorySettings : public ISettings {
public:
    [[nodiscard]] const Settings& current() const override { return m_current; }
    Result<void> save(const Settings& settings) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        m_current = settings;
        return {};
    }

    std::optional<Error> failWith;

private:
    Settings m_current;
};

/// A ticker without a timer: tests move the clock and call tick().
class ManualTicker : public Ticker {
public:
    void start() override { ++m_users; }
    void stop() override { m_users = m_users > 0 ? m_users - 1 : 0; }
    void tick() { Q_EMIT ticked(); }
};

/// Everything a page needs, on a real log in a temporary folder and a clock that stands until moved. Needs a
/// QApplication. Members are public: a test sets up what it wants before it makes its page.
struct PageFixture {
    explicit PageFixture(ThemeChoice choice = ThemeChoice::Light, int textSize = 100);

    /// Closes the log and opens the same file again. Pages made before must be gone.
    void reopen();

    /// Fills the log with a demonstration that ends at the clock's present: a morning check-in, no release yet today.
    void fillDemo(int days = 60);

    [[nodiscard]] std::string logPath() const { return folder.filePath(QStringLiteral("My log.psolog")).toStdString(); }

    /// Where the coach's library is, once there is one.
    [[nodiscard]] std::string libraryPath() const
    {
        return folder.filePath(QStringLiteral("coach.psolog-library")).toStdString();
    }

    /// Time passes in steps, with a tick after each, as in a running program.
    void run(Milliseconds time, Milliseconds step = Milliseconds(500));

    QTemporaryDir folder;
    ManualClock clock;
    SequentialIds ids;
    ScriptedRandom random;
    MemorySettings settings;
    Theme theme;
    PoseLibrary poses;
    MemoryRoutines routines;
    RecordingVoice voice;
    RecordingTones tones;
    FakeDesktop desktop;
    ManualAlarm alarm;
    Guide guide;
    ManualTicker ticker;
    LogChanges changes;
    QUndoStack undo;
    NotesFiles notesFiles;
    CoachDesk desk;
    std::unique_ptr<Log> log;
    std::unique_ptr<ISnapshots> snapshots;
    std::unique_ptr<CoachServices> coach;
    std::unique_ptr<Services> services;
};

}  // namespace psolog::test
