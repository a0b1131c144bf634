// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/ports/iroutinestore.h"
#include "core/pose.h"
#include "core/records.h"
#include "core/result.h"
#include "session/routineproposal.h"

class QBoxLayout;
class QComboBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLayout;

namespace psolog {

class Button;
class FigureWidget;
class SegmentBar;
class Theme;

/// What the routine does today: its steps with zones and times, the figure on the tool, the session before, and the
/// button that starts. With several routines one can be chosen; what is proposed is shown beside that, and taken only
/// when the user says so.
///
/// Thread: GUI. Ownership: all arguments are borrowed and must outlive the widget. Errors: showError().
class ReleaseOverview : public QWidget {
    Q_OBJECT
public:
    ReleaseOverview(Theme& theme, const PoseLibrary& poses, const IRoutineStore& routines, QWidget* parent = nullptr);

    [[nodiscard]] const Routine& routine() const;
    /// Lists the routines anew and shows the one of this id, or the default when there is none.
    void showRoutines(const std::string& id);
    void setProposal(const std::optional<RoutineProposal>& proposal);
    /// The session before; `glutes` says what the glute tests around it showed, or is empty.
    void showLast(const std::optional<ReleaseSession>& last, LocalDay today, const QString& glutes);
    /// What the athlete's own plan has for today, where that speaks against a release; empty: nothing. It only says so.
    void showPlanNote(const QString& note);
    /// Shows that the log could not be read, with an offer to try again; none hides it.
    void showError(const std::optional<Error>& error);
    /// A log that cannot be written starts no session; says why.
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void startRequested();
    void retryRequested();
    void learnRequested();
    /// The user chose another routine here.
    void routineChosen(const QString& id);
    /// The user wants to see all routines, or to make one.
    void routinesRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    [[nodiscard]] QLayout* makeChoice();
    [[nodiscard]] QWidget* makeProposal();
    void choose(const std::string& id);
    void showRoutine();
    void showProposal();
    void retranslate();
    void updateStart();

    Theme& m_theme;
    const IRoutineStore& m_routines;
    QLabel* m_kicker;
    QLabel* m_title;
    QLabel* m_lead;
    QLabel* m_routineLabel;
    QComboBox* m_routineCombo;
    Button* m_routinesButton;
    QLabel* m_purpose;
    QFrame* m_proposalBanner;
    QLabel* m_proposalBadge;
    QLabel* m_proposalLabel;
    Button* m_proposalButton;
    QFrame* m_errorBanner;
    QLabel* m_errorLabel;
    Button* m_retryButton;
    QFrame* m_planBanner;
    QLabel* m_planNote;
    QBoxLayout* m_cards;
    FigureWidget* m_figure;
    SegmentBar* m_segments;
    QLabel* m_pressure;
    QLabel* m_stepsTitle;
    QGridLayout* m_steps;
    QLabel* m_lastTitle;
    QLabel* m_last;
    QLabel* m_readOnlyLabel;
    Button* m_startButton;
    Button* m_learnButton;
    std::optional<ReleaseSession> m_lastSession;
    QString m_lastGlutes;
    LocalDay m_today;
    std::optional<RoutineProposal> m_proposal;
    bool m_readOnly = false;
    bool m_broken = false;
};

}  // namespace psolog
