// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/guided/readycountdown.h"
#include "gui/guided/sessionbuttons.h"
#include "session/releaseflow.h"

namespace psolog {

/// The buttons of a running session, as the snapshot allows them.
class SessionBar : public SessionButtons {
    Q_OBJECT
public:
    explicit SessionBar(Theme& theme, QWidget* parent = nullptr);

    void render(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready);

Q_SIGNALS:
    void actionRequested(psolog::ReleaseAction action);

private:
    SessionButton* m_primary;
    SessionButton* m_pause;
    SessionButton* m_back;
    SessionButton* m_skip;
    SessionButton* m_stop;
    bool m_waits = false;  ///< the pause button lets the countdown go on
};

}  // namespace psolog
