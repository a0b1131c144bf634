// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "session/selftestview.h"

namespace psolog {

class SessionButton;
class Theme;

/// The buttons at the foot of a self-test's screen, the big key first. Clicks beside them end here, so that a near miss
/// is not taken for the big key.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class SelfTestBar : public QWidget {
    Q_OBJECT
public:
    explicit SelfTestBar(Theme& theme, QWidget* parent = nullptr);

    /// `held`: the countdown to the start waits.
    void render(const SelfTestView& now, bool held);

Q_SIGNALS:
    void acted(psolog::TestAction action);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] static QString primaryWords(const SelfTestView& now);

    SessionButton* m_go;
    SessionButton* m_pause;
    SessionButton* m_redo;
    SessionButton* m_stop;
    bool m_waits = false;
};

}  // namespace psolog
