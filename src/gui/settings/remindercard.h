// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/ports/isettings.h"

class QCheckBox;
class QLabel;
class QTimeEdit;

namespace psolog {

/// Whether, and at what time of the day, the program reminds of the release, and whether Today asks once a week how
/// running was limited.
///
/// Thread: GUI. Errors: none of its own; the page stores what it holds.
class ReminderCard : public QFrame {
    Q_OBJECT
public:
    explicit ReminderCard(QWidget* parent = nullptr);

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
    QCheckBox* m_on;
    QTimeEdit* m_time;
    QLabel* m_hint;
    QCheckBox* m_weekly;
    QLabel* m_weeklyHint;
};

}  // namespace psolog
