// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace psolog {

class Button;

/// The offer to answer the weekly check-in: a quiet line below the day's step, never the step itself. GUI thread only.
class WeeklyOffer : public QFrame {
    Q_OBJECT
public:
    explicit WeeklyOffer(QWidget* parent = nullptr);

    /// Words and buttons side by side, or the buttons below.
    void setOneRow(bool oneRow);
    void retranslate();

Q_SIGNALS:
    void accepted();
    /// Not today.
    void putOff();

private:
    QBoxLayout* m_row;
    QLabel* m_words;
    Button* m_answer;
    Button* m_later;
};

}  // namespace psolog
