// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "gui/guided/readycountdown.h"
#include "gui/selftest/selftestdriver.h"

class QCheckBox;
class QFrame;
class QLabel;
class QVBoxLayout;

namespace psolog {

class Button;
class CountdownRing;
class RatingBar;
class SelfTestBar;
class SessionHead;
class SessionWords;
class Theme;
class WorkedBar;
struct Services;

/// The screen of a self-test, from its introduction to its last rating, readable at two metres: figure, countdown,
/// instruction, what comes next, and the ratings. Space, Return or a click on the free area are the one big key, digits
/// rate, Esc stops, V changes how much is heard. Nothing on it is smaller than 24 px. It shows what it is given and
/// says what the athlete did; the page owns the test.
///
/// Thread: GUI. Ownership: theme and services are borrowed and must outlive the widget. Errors: a failed save is shown
/// until it is repeated.
class SelfTestRunView : public QWidget {
    Q_OBJECT
public:
    /// `theme`: the colours of this screen, which need not be those of the program.
    SelfTestRunView(Theme& theme, Services& services, QWidget* parent = nullptr);
    ~SelfTestRunView() override;

    void show(const SelfTestDriver& test, const ReadyCountdown& ready);
    /// Asks whether to stop, because the user wants to leave; until the next action.
    void setLeaveAsked(bool asked) { m_leaveAsked = asked; }
    [[nodiscard]] bool isLeaveAsked() const { return m_leaveAsked; }
    /// Shows what was just said, for a few seconds of the stage.
    void setPassing(const QString& words) { m_passing = words; }
    /// Puts the focus where all keys work.
    void focusStatus();
    void retranslate();

Q_SIGNALS:
    void acted(psolog::TestAction action);
    void rated(psolog::Contraction contraction);
    void workedHardestChosen(std::optional<psolog::WorkedHardest> worked);
    void pillowChosen(bool pillow);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void build();
    void act(TestAction action);
    void rate(Contraction contraction);
    /// What was said in passing, as long as it is to be shown.
    [[nodiscard]] QString passing();
    void showRing(const StageWords& words, const ReadyCountdown& ready);
    void showWords(const SelfTestDriver& test, const StageWords& words, const ReadyCountdown& ready);
    void showAnswers(const SelfTestDriver& test);
    void applyFonts();
    /// Shares the height between ring and buttons.
    void fit();

    Theme& m_theme;
    std::unique_ptr<Theme> m_smallTheme;  ///< ordinary widgets, so enlarged that nothing is below 24 px
    QVBoxLayout* m_column;
    SessionHead* m_head;
    QFrame* m_errorBanner;
    QLabel* m_error;
    Button* m_retry;
    CountdownRing* m_ring;
    SessionWords* m_words;
    QCheckBox* m_pillow;
    RatingBar* m_ratings;
    WorkedBar* m_worked;
    SelfTestBar* m_bar;
    SelfTestView m_shown;
    QString m_passing;
    QString m_passingShown;
    Milliseconds m_passingSince{0};  ///< in the stage
    TestStage m_passingPart = TestStage::Introduction;
    bool m_leaveAsked = false;
    bool m_held = false;
};

}  // namespace psolog
