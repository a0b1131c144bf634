// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoStack>

#include "gui/review/reviewports.h"
#include "gui/shell/services.h"

namespace psolog {

/// What pages work with while they show an athlete: the ports of a review, changes and undo of its own, the clock, the
/// looks and the day's start of one's own. Nothing in it leads to the own log. GUI thread; `own` is borrowed.
class ReviewServices {
public:
    explicit ReviewServices(Services& own)
        : m_settings(own.settings),
          m_routines(own.routines),
          m_services{own.clock,
                     own.ids,
                     m_ports.athletes(),
                     m_ports.checkIns(),
                     m_ports.selfTests(),
                     m_ports.releases(),
                     m_ports.trends(),
                     m_ports.weekly(),
                     m_ports.experiments(),
                     m_ports.file(),
                     m_settings,
                     own.theme,
                     own.poses,
                     m_routines,
                     own.alarm,
                     own.guide,
                     own.ticker,
                     m_changes,
                     m_undo,
                     own.random,
                     &m_ports.notes(),
                     nullptr}
    {
    }

    [[nodiscard]] ReviewPorts& ports() { return m_ports; }
    [[nodiscard]] Services& services() { return m_services; }

private:
    ReviewPorts m_ports;
    ReadOnlySettings m_settings;
    ReadOnlyRoutines m_routines;
    LogChanges m_changes;
    QUndoStack m_undo;
    Services m_services;  ///< after what it refers to
};

}  // namespace psolog
