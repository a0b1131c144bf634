// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/beforeafter/beforeafterreader.h"
#include "gui/selftest/selftestwords.h"
#include "session/routineproposal.h"

class QLabel;

namespace psolog {

class BeforeAfterView;
class Button;
class FigureWidget;
class PageHeader;
class SpreadBar;
class WorkedRow;
struct Services;

/// The result of a self-test: both sides or postures with their spread, the difference, and last time.
class SelfTestResultView : public QWidget {
    Q_OBJECT
public:
    explicit SelfTestResultView(Services& services, QWidget* parent = nullptr);

    /// `loop` is the release the test was done after, if any: then it is shown too, and if there is a test before it,
    /// both tests around it instead of last time.
    void show(const SelfTest& test, const std::optional<SelfTest>& before, const std::optional<ReleaseLoop>& loop);
    /// Asks what worked hardest in the last lift, which nobody had the time to say before the result; with no lift the
    /// question is hidden.
    void askWorkedHardest(const std::optional<Reading>& lift);
    void showError(const std::optional<Error>& error);
    /// The routine proposed after this test, with a button that opens the release with it; none hides both.
    void showProposal(const std::optional<RoutineProposal>& proposal);
    void retranslate();
    void focusFirst();

Q_SIGNALS:
    void releaseRequested();
    void routineRequested(const QString& id);
    void learnRequested();
    void closed();
    void workedHardestChosen(std::optional<psolog::WorkedHardest> worked);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showLoop(const SelfTest& test, const std::optional<ReleaseLoop>& loop);

    Services& m_services;
    PageHeader* m_header;
    FigureWidget* m_firstFigure;
    FigureWidget* m_secondFigure;
    QLabel* m_badge;
    SpreadBar* m_first;
    SpreadBar* m_second;
    BeforeAfterView* m_loop;
    QLabel* m_loopNote;
    QLabel* m_loopTitle;    ///< of the release itself
    QLabel* m_loopRelease;  ///< its tightness and points, against earlier ones
    QLabel* m_loopUsual;
    QLabel* m_difference;
    QLabel* m_comparison;
    QLabel* m_worked;
    WorkedRow* m_ask;
    QLabel* m_proposal;
    Button* m_proposalButton;
    QString m_proposedRoutine;
    QLabel* m_error;
    QLabel* m_meaning;
    Button* m_release;
    Button* m_done;
    Button* m_learn;
};

}  // namespace psolog
