// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "core/records.h"

class QLabel;

namespace psolog {

class SessionButton;
class Theme;

/// "What worked hardest?" on the screen of a running test, readable at two metres; see WorkedRow. Clicks beside the
/// buttons end here.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class WorkedBar : public QWidget {
    Q_OBJECT
public:
    explicit WorkedBar(Theme& theme, QWidget* parent = nullptr);

    /// Lights one answer; none when empty. Emits nothing.
    void setChosen(std::optional<WorkedHardest> worked);
    /// The key of an answer chooses it, or takes it back; false when it is the key of none.
    bool takeKey(int key);
    void retranslate();

Q_SIGNALS:
    /// Chosen by the athlete; empty: taken back.
    void chosen(std::optional<psolog::WorkedHardest> worked);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    void applyFonts();

    Theme& m_theme;
    QLabel* m_question;
    std::array<SessionButton*, NameTable<WorkedHardest>::rows.size()> m_buttons{};
    std::optional<WorkedHardest> m_chosen;
};

}  // namespace psolog
