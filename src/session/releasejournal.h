// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "core/ports/ireleaselog.h"
#include "core/records.h"
#include "core/result.h"
#include "core/time.h"

namespace psolog {

/// Writes a release session to the log as it happens: the session itself first, then each event in order, then what
/// changed in the session. What fails waits here and is tried again in the same order; nothing is dropped or doubled.
/// Holds a reference to the log, which must outlive it.
class ReleaseJournal {
public:
    /// `stored`: the session and its events are in the log already.
    ReleaseJournal(ReleaseSession session, bool stored, IReleaseLog& log);

    [[nodiscard]] const ReleaseSession& session() const { return m_session; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] std::size_t unsavedEvents() const { return m_session.events.size() - m_written; }

    /// Adds the event under the next sequence number and writes.
    void append(SessionEvent event);
    /// Changes the session itself (never its events) by `change(ReleaseSession&)` and writes.
    template <class Change>
    void update(Change change)
    {
        change(m_session);
        m_changed = true;
        write();
    }
    /// Writes what waits.
    void write();
    /// Until release() nothing is written; what was asked for then is written there.
    void hold() { m_held = true; }
    void release();
    /// release() will write.
    [[nodiscard]] bool wantsToWrite() const { return m_wanted; }
    /// Notes the time; tries again what failed more than a second ago.
    void tick(Milliseconds steady);

private:
    Result<void> writeAll();

    ReleaseSession m_session;
    IReleaseLog* m_log;
    bool m_stored;
    bool m_held = false;
    bool m_wanted = false;      ///< a write was asked for while held
    bool m_changed = false;     ///< the session itself differs from the stored one
    std::size_t m_written = 0;  ///< events in the log
    std::optional<Error> m_error;
    Milliseconds m_steady{0};
    Milliseconds m_triedAt{0};
};

}  // namespace psolog
