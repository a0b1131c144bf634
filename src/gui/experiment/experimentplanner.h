// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/experiment.h"
#include "core/result.h"

class QBoxLayout;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace psolog {

class Button;
class PageHeader;
class PlanReminder;
class Theme;

/// Chooses an experiment: why chance decides, which kind, how long, and what the smallest p is that such a plan can
/// come to. It chooses only; the page draws and stores. The same form changes a plan that runs; it then says first what
/// that means and asks for a reason.
///
/// Thread: GUI. The theme is borrowed. What was chosen stays when storing fails.
class ExperimentPlanner : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentPlanner(Theme& theme, QWidget* parent = nullptr);

    /// A new plan. After a first release only weeks by turns are offered.
    void showNew(LocalDay firstDay, LocalDay today, const std::optional<LocalDay>& firstRelease);
    /// Another plan in the place of this one.
    void showChange(const Experiment& running, LocalDay firstDay, LocalDay today,
                    const std::optional<LocalDay>& firstRelease);

    /// What was chosen, without id, moment and draw.
    [[nodiscard]] Experiment chosen() const;
    [[nodiscard]] int pairs() const;
    /// Why the plan is changed, in the athlete's words; empty for a new plan.
    [[nodiscard]] QString reason() const;
    /// The days as they are now, when they changed while the form was open; what was chosen stays as far as it may.
    void showDays(LocalDay firstDay, LocalDay today, const std::optional<LocalDay>& firstRelease);
    [[nodiscard]] PlanReminder& reminder() { return *m_reminder; }
    void showFailure(const QString& words);
    void setReadOnly(bool readOnly);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    /// Draw now.
    void drawRequested();
    /// Leave things as they are.
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QFrame* buildWhy();
    [[nodiscard]] QFrame* buildKinds();
    [[nodiscard]] QFrame* buildSummary();
    void showChoice();
    void arrange();

    Theme& m_theme;
    PageHeader* m_header;
    QBoxLayout* m_columns;
    QFrame* m_changeBanner;
    QLabel* m_changeWords;
    QLabel* m_whyTitle;
    QLabel* m_whyFirst;
    QLabel* m_whySecond;
    QLabel* m_whyThird;
    QLabel* m_kindTitle;
    QRadioButton* m_startRadio;
    QLabel* m_startWords;
    QLabel* m_startClosed;
    QWidget* m_startFields;
    QLabel* m_baselineLabel;
    QSpinBox* m_least;
    QLabel* m_toLabel;
    QSpinBox* m_most;
    QLabel* m_releaseLabel;
    QSpinBox* m_release;
    QRadioButton* m_weeksRadio;
    QLabel* m_weeksWords;
    QWidget* m_weeksFields;
    QLabel* m_pairsLabel;
    QSpinBox* m_pairs;
    QLabel* m_summaryTitle;
    QLabel* m_dates;
    QLabel* m_smallestP;
    QLabel* m_limits;
    QLabel* m_reasonLabel;
    QLineEdit* m_reason;
    QLabel* m_failure;
    Button* m_draw;
    Button* m_cancel;
    QLabel* m_once;
    PlanReminder* m_reminder;
    std::vector<QBoxLayout*> m_indented;
    LocalDay m_firstDay;
    LocalDay m_today;
    std::optional<LocalDay> m_firstRelease;
    bool m_changing = false;
    bool m_readOnly = false;
};

}  // namespace psolog
