// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTemporaryDir>
#include <QUndoStack>

#include "core/pose.h"
#include "gui/release/releasepage.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "platform/randomids.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "storage/log.h"
#include "support/fakeguide.h"
#include "support/memoryroutines.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// The release page as the program has it, with a real log and clock and the first steps of a routine of 14 seconds:
/// settle, low zone, rest. Voice and tones are the caller's.
class SessionProbe {
public:
    SessionProbe(IVoice& voice, ITones& tones, std::size_t steps = 3);

    /// Starts voice and tones, as after the first paint.
    void listen() { m_guide.start(); }
    /// From the overview into the session that waits for its start.
    void prepare();
    /// The one big key: the session begins.
    void begin();
    [[nodiscard]] bool isRunning() const { return m_page->stage() == ReleasePage::Stage::Session; }

private:
    void press(Qt::Key key);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    RandomIds m_ids;
    SystemRandom m_random;
    MemorySettings m_settings;
    Theme m_theme;
    PoseLibrary m_poses;
    MemoryRoutines m_routines;
    FakeDesktop m_desktop;
    ManualAlarm m_alarm;
    Guide m_guide;
    Ticker m_ticker;
    LogChanges m_changes;
    QUndoStack m_undo;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<ReleasePage> m_page;
};

}  // namespace psolog::test
