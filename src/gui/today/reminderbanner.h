// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace psolog {

class Button;

/// "Five minutes on the floor? Your reminder for 18:00", with a button to begin and one for later. GUI thread only.
class ReminderBanner : public QFrame {
    Q_OBJECT
public:
    explicit ReminderBanner(QWidget* parent = nullptr);

    void setQuestion(const QString& question, const QString& time);
    /// Words and buttons side by side, or the buttons below. The page decides before it lays itself out, because the
    /// banner's height depends on it.
    void setOneRow(bool oneRow);
    void retranslate();

Q_SIGNALS:
    void started();
    void dismissed();

private:
    QBoxLayout* m_row;
    QLabel* m_question;
    QLabel* m_time;
    Button* m_start;
    Button* m_later;
};

}  // namespace psolog
