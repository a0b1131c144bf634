// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releasejournal.h"

#include <utility>

namespace psolog {

namespace {

constexpr Milliseconds kRetryEvery{1'000};

}  // namespace

ReleaseJournal::ReleaseJournal(ReleaseSession session, bool stored, IReleaseLog& log)
    : m_session(std::move(session)),
      m_log(&log),
      m_stored(stored),
      m_written(stored ? m_session.events.size() : 0)
{
}

void ReleaseJournal::append(SessionEvent event)
{
    event.sequence = static_cast<int>(m_session.events.size());
    m_session.events.push_back(std::move(event));
    write();
}

void ReleaseJournal::release()
{
    m_held = false;
    if (std::exchange(m_wanted, false))
        write();
}

void ReleaseJournal::write()
{
    if (m_held) {
        m_wanted = true;
        return;
    }
    m_triedAt = m_steady;
    m_error.reset();
    if (const Result<void> written = writeAll(); !written)
        m_error = written.error();
}

void ReleaseJournal::tick(Milliseconds steady)
{
    m_steady = steady;
    if (m_error && m_steady - m_triedAt >= kRetryEvery)
        write();
}

Result<void> ReleaseJournal::writeAll()
{
    if (!m_stored && m_changed) {
        if (const Result<void> saved = m_log->save(m_session); !saved)
            return saved;
        m_stored = true;
        m_changed = false;
    }
    while (m_written < m_session.events.size()) {
        if (const Result<void> appended = m_log->append(m_session.id, m_session.events[m_written]); !appended)
            return appended;
        ++m_written;
    }
    if (m_changed) {
        if (const Result<void> saved = m_log->save(m_session); !saved)
            return saved;
        m_changed = false;
    }
    return {};
}

}  // namespace psolog
