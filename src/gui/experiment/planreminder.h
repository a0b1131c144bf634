// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QWidget>

class QCheckBox;
class QLabel;
class QTimeEdit;

namespace psolog {

/// One line that turns the daily reminder on beside a plan: it says then what the day is. It is the same setting as
/// that of the Settings page.
///
/// Thread: GUI. Errors: none of its own; the page stores what is chosen and shows a failure here.
class PlanReminder : public QWidget {
    Q_OBJECT
public:
    explicit PlanReminder(QWidget* parent = nullptr);

    /// As it is stored: minutes since midnight, or no reminder.
    void showTime(const std::optional<std::chrono::minutes>& time);
    void showFailure(const QString& words);
    void retranslate();

Q_SIGNALS:
    void chosen(const std::optional<std::chrono::minutes>& time);

private:
    void choose();

    QCheckBox* m_on;
    QTimeEdit* m_time;
    QLabel* m_hint;
    QLabel* m_failure;
};

}  // namespace psolog
