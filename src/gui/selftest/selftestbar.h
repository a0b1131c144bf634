// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/guided/sessionbuttons.h"
#include "session/selftestview.h"

namespace psolog {

/// The buttons of a running self-test, as its view allows them.
class SelfTestBar : public SessionButtons {
    Q_OBJECT
public:
    explicit SelfTestBar(Theme& theme, QWidget* parent = nullptr);

    /// `held`: the countdown to the start waits.
    void render(const SelfTestView& now, bool held);

Q_SIGNALS:
    void acted(psolog::TestAction action);

private:
    [[nodiscard]] static QString primaryWords(const SelfTestView& now);

    SessionButton* m_go;
    SessionButton* m_pause;
    SessionButton* m_redo;
    SessionButton* m_stop;
    bool m_waits = false;
};

}  // namespace psolog
