// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/ports/isettings.h"

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace psolog {

/// How a guided flow looks: on the whole screen or in the window, and whether pictures move.
///
/// Thread: GUI. Errors: none of its own; the page stores what it holds.
class SessionCard : public QFrame {
    Q_OBJECT
public:
    explicit SessionCard(QWidget* parent = nullptr);

    void showSettings(const Settings& settings);
    /// Writes what the controls say.
    void fill(Settings& settings) const;
    /// What takes the focus, in the order of Tab.
    [[nodiscard]] std::vector<QWidget*> focusOrder() const;
    void retranslate();

Q_SIGNALS:
    /// The user changed something that is to be stored.
    void changed();

private:
    QLabel* m_title;
    QCheckBox* m_fullScreen;
    QLabel* m_fullScreenHint;
    QLabel* m_motionLabel;
    QButtonGroup* m_motion;
    QLabel* m_motionHint;
};

}  // namespace psolog
