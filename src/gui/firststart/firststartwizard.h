// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "core/records.h"
#include "core/result.h"

class QFrame;
class QLabel;
class QScrollArea;

namespace psolog {

class Button;
class ChoiceStep;
class FirstStep;
class SafetyStep;
class WelcomeStep;
struct Services;

/// The first start, shown in the window instead of pages: what Psolog is and the athlete's name, the safety screen,
/// how to begin. At the end it stores the athlete, then the screening; when that fails it says so, keeps everything
/// entered and stores again on the next try, under the same ids.
///
/// Keyboard: Enter goes on, Alt+Left back. Thread: GUI. Ownership: services are borrowed.
class FirstStartWizard : public QWidget {
    Q_OBJECT
public:
    explicit FirstStartWizard(Services& services, QWidget* parent = nullptr);

    /// Sets the focus into the current step.
    void activate();

Q_SIGNALS:
    /// Athlete and screening are stored.
    void finished();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void goBack();
    void goOn();
    void showStep(int index);
    void finish();
    [[nodiscard]] Result<void> store();
    [[nodiscard]] FirstStep& step() const;
    void arrange();
    void retranslate();

    Services& m_services;
    WelcomeStep* m_welcome;
    SafetyStep* m_safety;
    ChoiceStep* m_choice;
    std::array<FirstStep*, 3> m_steps;
    QLabel* m_progress;
    QLabel* m_title;
    QWidget* m_column;
    QScrollArea* m_scroll;
    QFrame* m_errorFrame;
    QLabel* m_error;
    Button* m_back;
    Button* m_next;
    int m_index = 0;
    AthleteId m_athleteId;
    ScreeningId m_screeningId;
    std::optional<RecordedAt> m_recorded;
};

}  // namespace psolog
