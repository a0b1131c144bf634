// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/pose.h"
#include "core/records.h"
#include "core/result.h"
#include "core/ports/iroutinestore.h"

class QBoxLayout;
class QComboBox;
class QFrame;
class QGridLayout;
class QLabel;

namespace psolog {

class Button;
class FigureWidget;
class SegmentBar;
class Theme;

/// What the routine does today: its steps with zones and times, the figure on the tool, the session before, and the
/// button that starts. With several routines one can be chosen.
///
/// Thread: GUI. Ownership: all arguments are borrowed and must outlive the widget. Errors: showError().
class ReleaseOverview : public QWidget {
    Q_OBJECT
public:
    ReleaseOverview(Theme& theme, const PoseLibrary& poses, const IRoutineStore& routines,
                    QWidget* parent = nullptr);

    [[nodiscard]] const Routine& routine() const;
    void showLast(const std::optional<ReleaseSession>& last, LocalDay today);
    /// Shows that the log could not be read, with an offer to try again; none hides it.
    void showError(const std::optional<Error>& error);
    /// A log that cannot be written starts no session; says why.
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void startRequested();
    void retryRequested();
    void learnRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showRoutine();
    void retranslate();
    void updateStart();

    Theme& m_theme;
    const IRoutineStore& m_routines;
    QLabel* m_kicker;
    QLabel* m_title;
    QLabel* m_lead;
    QLabel* m_routineLabel;
    QComboBox* m_routineCombo;
    QFrame* m_errorBanner;
    QLabel* m_errorLabel;
    Button* m_retryButton;
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
    LocalDay m_today;
    bool m_readOnly = false;
    bool m_broken = false;
};

}  // namespace psolog
