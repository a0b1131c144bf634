// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logsession.h"

#include "gui/widgets/errorwords.h"

namespace psolog {

LogSession::LogSession(std::unique_ptr<Log> log, const Shared& shared)
    : m_log(std::move(log)),
      m_snapshots(m_log->snapshots(shared.desk.intake())),
      m_coach{*m_snapshots, m_log->receivedNotes(), shared.notesFiles, shared.desk},
      m_services{shared.clock,
                 shared.ids,
                 m_log->athlete(),
                 m_log->checkIns(),
                 m_log->selfTests(),
                 m_log->releases(),
                 m_log->trends(),
                 m_log->weekly(),
                 m_log->experiments(),
                 m_log->file(),
                 shared.settings,
                 shared.theme,
                 shared.poses,
                 shared.routines,
                 shared.alarm,
                 shared.guide,
                 m_ticker,
                 m_changes,
                 m_undo,
                 shared.random,
                 &m_log->receivedNotes(),
                 &m_coach},
      m_window(std::make_unique<MainWindow>(m_services))
{
    if (m_log->notice())
        m_window->setLogNotice(headline(*m_log->notice()) + QStringLiteral(". ") + describe(*m_log->notice()));
}

}  // namespace psolog
