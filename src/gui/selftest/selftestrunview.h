// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QWidget>

#include "gui/selftest/selftestdriver.h"

class QCheckBox;
class QFrame;
class QLabel;

namespace psolog {

class Button;
class CountdownRing;
class FigureWidget;
class PageHeader;
class RatingBar;
class WorkedRow;
struct Services;

/// The screen of a running self-test: figure, countdown, instruction and ratings. Shows what it is given and says what
/// the athlete did; the page owns the test.
class SelfTestRunView : public QWidget {
    Q_OBJECT
public:
    explicit SelfTestRunView(Services& services, QWidget* parent = nullptr);

    void show(const SelfTestDriver& test);
    void retranslate();
    /// The widget that holds the focus through the test; its accessible description is the stage.
    [[nodiscard]] QWidget* statusWidget() const;

Q_SIGNALS:
    void acted(psolog::TestAction action);
    void rated(psolog::Contraction contraction);
    void workedHardestChosen(std::optional<psolog::WorkedHardest> worked);
    void pillowChosen(bool pillow);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QFrame* buildStage(Services& services);
    [[nodiscard]] QFrame* buildAnswers(Services& services);
    void go();

    PageHeader* m_header;
    Button* m_stop;
    FigureWidget* m_figure = nullptr;
    CountdownRing* m_ring = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_text = nullptr;
    Button* m_go = nullptr;
    Button* m_pause = nullptr;
    Button* m_redo = nullptr;
    QCheckBox* m_pillow = nullptr;
    QFrame* m_answers = nullptr;
    RatingBar* m_ratings = nullptr;
    QLabel* m_line = nullptr;
    WorkedRow* m_workedRow = nullptr;
    QFrame* m_errorBanner = nullptr;
    QLabel* m_error = nullptr;
    Button* m_retry = nullptr;
    SelfTestView m_shown;
    QString m_announced;
};

}  // namespace psolog
