// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/pose.h"
#include "core/records.h"

class QLabel;

namespace psolog {

class Button;
class ScoreScale;
class Theme;

/// Asks for the tightness of the psoas, left and right, 0-10. Both may stay unanswered: Return goes on.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class TightnessWidget : public QWidget {
    Q_OBJECT
public:
    enum class When { Before, After };

    TightnessWidget(Theme& theme, const PoseLibrary& poses, When when, QWidget* parent = nullptr);

    [[nodiscard]] Tightness value() const;
    void setValue(const Tightness& value);
    /// Shown as a comparison below each scale; for When::After.
    void setBefore(const Tightness& before);
    void focusFirst();

Q_SIGNALS:
    void continued();
    /// Esc, before a session only.
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    When m_when;
    Tightness m_before;
    QLabel* m_kicker;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_leftLabel;
    QLabel* m_leftBefore;
    ScoreScale* m_left;
    QLabel* m_rightLabel;
    QLabel* m_rightBefore;
    ScoreScale* m_right;
    Button* m_continueButton;
    Button* m_cancelButton;
};

}  // namespace psolog
