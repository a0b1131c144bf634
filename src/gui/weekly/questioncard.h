// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QFrame>

#include "core/weekly.h"

class QLabel;

namespace psolog {

class AnswerButton;
class Theme;

/// One question of the weekly check-in with its four answers; keys 1 to 4 while the focus is in it, or the mouse.
/// GUI thread; the theme is borrowed and must outlive the card.
class QuestionCard : public QFrame {
    Q_OBJECT
public:
    static constexpr std::size_t kAnswers = 4;

    QuestionCard(Theme& theme, WeeklyItem item, QWidget* parent = nullptr);

    /// Position of the chosen answer; nothing when none is.
    [[nodiscard]] std::optional<std::size_t> answer() const;
    void setAnswer(std::optional<std::size_t> answer);
    /// Chooses as the user does.
    void choose(std::size_t answer);
    /// Why it need not be answered; empty: it is asked.
    void setAnsweredElsewhere(const QString& why);
    /// The focus goes to the chosen answer, or to the first.
    void focusFirst();
    [[nodiscard]] bool hasFocusInside() const;
    [[nodiscard]] std::vector<QWidget*> focusOrder() const;
    void retranslate();

Q_SIGNALS:
    /// The user chose; `byKey` when with a digit, so that the next question can follow.
    void answered(psolog::WeeklyItem item, bool byKey);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showNumber();

    WeeklyItem m_item;
    QString m_why;
    QLabel* m_number;
    QLabel* m_question;
    std::array<AnswerButton*, kAnswers> m_answers{};
};

}  // namespace psolog
