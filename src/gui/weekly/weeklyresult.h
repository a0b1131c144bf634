// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/weekly.h"

class QLabel;

namespace psolog {

class Button;

/// What a weekly check-in came to, in a number and in words. GUI thread only.
class WeeklyResult : public QWidget {
    Q_OBJECT
public:
    explicit WeeklyResult(QWidget* parent = nullptr);

    /// `before` is the one answered before it, if any.
    void show(const WeeklyCheckIn& record, const std::optional<WeeklyCheckIn>& before, LocalDay today);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void doneRequested();
    void changeRequested();

private:
    void showWords();

    QLabel* m_kicker;
    QLabel* m_severity;
    QLabel* m_badge;
    QLabel* m_meaning;
    QLabel* m_comparison;
    QLabel* m_substantial;
    Button* m_done;
    Button* m_change;
    std::optional<WeeklyCheckIn> m_record;
    std::optional<WeeklyCheckIn> m_before;
    LocalDay m_today;
};

}  // namespace psolog
