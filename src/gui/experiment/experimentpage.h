// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/result.h"
#include "gui/shell/page.h"

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace psolog {

class ExperimentPlanner;
class ExperimentView;

/// An experiment, for who wants to know: plans one, draws it, shows the day and what came of it. The draw happens once,
/// when the athlete asks for it, and is stored at once; nothing here draws again by itself. Before the first release,
/// or at any time with weeks by turns.
///
/// Thread: GUI. Errors of the log are shown beside the action; what was chosen and typed stays.
class ExperimentPage : public Page {
    Q_OBJECT
public:
    explicit ExperimentPage(Services& services, QWidget* parent = nullptr);

    void activate() override;

Q_SIGNALS:
    /// The reminder was set, or taken back.
    void settingsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class View {
        Planner,
        Plan,
    };

    void reload();
    void show(View view);
    void planNew();
    void planChange();
    void draw();
    void stop();
    /// The chosen plan with its draw, its id and its moment.
    [[nodiscard]] Experiment drawn();
    [[nodiscard]] LocalDay firstDay() const;
    void showPlan(const Experiment& plan);
    void storeReminder(const std::optional<std::chrono::minutes>& time);
    void showReminder();
    void showProblem(const std::optional<Error>& error);

    QFrame* m_errorBanner;
    QLabel* m_errorLabel;
    QPushButton* m_retry;
    QStackedWidget* m_stack;
    ExperimentPlanner* m_planner;
    ExperimentView* m_view;
    std::vector<Experiment> m_all;          ///< as last read
    std::optional<Experiment> m_shown;      ///< the newest plan
    std::optional<Experiment> m_replacing;  ///< being changed
    std::optional<LocalDay> m_firstRelease;
    bool m_releasedToday = false;
    bool m_planning = false;  ///< the planner is open though there is a plan
};

}  // namespace psolog
