// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/time.h"
#include "gui/shell/page.h"
#include "gui/today/todaywords.h"

class QFrame;
class QBoxLayout;
class QLabel;

namespace psolog {

class BodyMapWidget;
class Button;
class CoachCard;
class DayStrip;
class FigureWidget;
class FindingCard;
class PageHeader;
class ReminderBanner;
class WeeklyOffer;

/// What to do next with one primary button, the last fourteen days, what the log shows so far, and the latest body map.
class TodayPage : public Page {
    Q_OBJECT
public:
    explicit TodayPage(Services& services, QWidget* parent = nullptr);

    void activate() override;

    /// The time of the reminder has come: a banner asks for what is open, until it is done or put off, or the day ends.
    void showReminder();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    [[nodiscard]] QFrame* buildNextCard();
    [[nodiscard]] QFrame* buildDaysCard();
    [[nodiscard]] QFrame* buildBodyCard();
    void buildCoachCard();
    void retranslate();
    void refresh();
    void showPlan(const TodayPlan& plan);
    void showBanner(const TodayPlan& plan);
    void showWeekly(const TodayPlan& plan);
    /// The way to the experiment: the plan that runs, what came of the last one, or, before the first release, a new
    /// one.
    void showPlanButton(const TodayFacts& facts);
    void showDays(const TodayFacts& facts, const TodayPlan& plan);
    void showBody();
    void showError(const QString& headline, const QString& text);
    void go(const NextStepWords& words);
    [[nodiscard]] QString lastSessionNote();

    PageHeader* m_header = nullptr;
    QBoxLayout* m_columns = nullptr;
    QFrame* m_errorBanner = nullptr;
    QLabel* m_errorLabel = nullptr;
    ReminderBanner* m_banner = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_text = nullptr;
    Button* m_primary = nullptr;
    Button* m_second = nullptr;
    Button* m_planButton = nullptr;
    WeeklyOffer* m_weekly = nullptr;
    FigureWidget* m_figure = nullptr;
    QLabel* m_daysTitle = nullptr;
    QLabel* m_daysKept = nullptr;
    DayStrip* m_strip = nullptr;
    CoachCard* m_coachCard = nullptr;
    FindingCard* m_findingCard = nullptr;
    QLabel* m_bodyTitle = nullptr;
    QLabel* m_bodyWhen = nullptr;
    QLabel* m_bodyEmpty = nullptr;
    BodyMapWidget* m_body = nullptr;
    NextStepWords m_next;
    NextStepWords m_later;
    std::optional<LocalDay> m_remindedOn;
    std::optional<LocalDay> m_weeklyPutOff;
};

}  // namespace psolog
