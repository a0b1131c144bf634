// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/experiment.h"
#include "gui/experiment/experimentwords.h"
#include "gui/experiment/planstrip.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QLineEdit;

namespace psolog {

class Button;
class PageHeader;
class PlanReminder;
class Theme;

/// A plan that runs or is over: what today is, its days with what was done, what came of it, and the way out of it.
///
/// Thread: GUI. The theme is borrowed. The reason typed for stopping stays until the plan is stopped or kept.
class ExperimentView : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentView(Theme& theme, QWidget* parent = nullptr);

    struct Facts {
        Experiment plan;
        LocalDay today;
        std::vector<PlanCell> cells;
        std::optional<ExperimentResultWords> result;  ///< once the last day is over, or the plan ended before it
        QStringList earlier;                          ///< other plans, newest first
        bool readOnly = false;
    };
    void showPlan(const Facts& facts);
    /// Asks whether to stop, with what it means.
    void askStop(bool ask);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] PlanReminder& reminder() { return *m_reminder; }
    void showFailure(const QString& words);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void releaseRequested();
    void checkInRequested();
    void changeRequested();
    void stopConfirmed();
    /// The question before a stop came up; it may lie below the window.
    void stopAsked(QWidget* question);
    /// Another experiment after this one.
    void newRequested();

private:
    void build();
    [[nodiscard]] QFrame* buildToday();
    [[nodiscard]] QFrame* buildResult();
    [[nodiscard]] QFrame* buildStop();
    [[nodiscard]] QFrame* buildDays();
    void showResult();

    Theme& m_theme;
    Facts m_facts;
    bool m_shown = false;
    PageHeader* m_header = nullptr;
    QFrame* m_todayCard = nullptr;
    QLabel* m_todayBadge = nullptr;
    QLabel* m_todayWords = nullptr;
    QLabel* m_ahead = nullptr;
    Button* m_release = nullptr;
    Button* m_checkIn = nullptr;
    PlanReminder* m_reminder = nullptr;
    QFrame* m_resultCard = nullptr;
    QLabel* m_resultBadge = nullptr;
    QLabel* m_resultHeadline = nullptr;
    QLabel* m_resultMeaning = nullptr;
    QLabel* m_resultFacts = nullptr;
    QLabel* m_resultCaution = nullptr;
    Button* m_new = nullptr;
    QLabel* m_daysTitle = nullptr;
    QLabel* m_soFar = nullptr;
    PlanStrip* m_strip = nullptr;
    QWidget* m_endRow = nullptr;
    Button* m_change = nullptr;
    Button* m_stop = nullptr;
    QFrame* m_stopCard = nullptr;
    QLabel* m_stopTitle = nullptr;
    QLabel* m_stopWords = nullptr;
    QLabel* m_reasonLabel = nullptr;
    QLineEdit* m_reason = nullptr;
    QLabel* m_failure = nullptr;
    Button* m_confirmStop = nullptr;
    Button* m_keep = nullptr;
    QFrame* m_earlierCard = nullptr;
    QLabel* m_earlierTitle = nullptr;
    QLabel* m_earlier = nullptr;
};

}  // namespace psolog
