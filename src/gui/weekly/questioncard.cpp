// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/questioncard.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/weekly/answerbutton.h"
#include "gui/weekly/weeklywords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
}  // namespace

QuestionCard::QuestionCard(Theme& theme, WeeklyItem item, QWidget* parent)
    : QFrame(parent),
      m_item(item),
      m_number(makeLabel({}, "small", this)),
      m_question(makeLabel({}, "strong", this))
{
    setProperty("card", true);
    const int number = static_cast<int>(item) + 1;
    setObjectName(QStringLiteral("question%1Card").arg(number));
    m_question->setObjectName(QStringLiteral("question%1Label").arg(number));
    m_number->setObjectName(QStringLiteral("question%1NumberLabel").arg(number));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, space::kM, kPadding, space::kL);
    column->setSpacing(space::kXs);
    column->addWidget(m_number);
    column->addWidget(m_question);
    // A widget of their own: exclusive are the buttons of one parent.
    auto* answers = new QWidget(this);
    auto* rows = new QVBoxLayout(answers);
    rows->setContentsMargins(0, space::kXs, 0, 0);
    rows->setSpacing(space::kXs);
    for (std::size_t i = 0; i < kAnswers; ++i) {
        auto* button = new AnswerButton(theme, QString::number(i + 1), answers);
        button->setObjectName(QStringLiteral("answer%1%2Button").arg(number).arg(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this] { Q_EMIT answered(m_item, false); });
        m_answers.at(i) = button;
        rows->addWidget(button);
    }
    m_question->setBuddy(m_answers.front());
    column->addWidget(answers);
    column->addStretch(1);
    retranslate();
}

std::optional<std::size_t> QuestionCard::answer() const
{
    for (std::size_t i = 0; i < kAnswers; ++i)
        if (m_answers.at(i)->isChecked())
            return i;
    return std::nullopt;
}

void QuestionCard::setAnswer(std::optional<std::size_t> answer)
{
    for (std::size_t i = 0; i < kAnswers; ++i) {
        AnswerButton& button = *m_answers.at(i);
        // Exclusive buttons refuse to have none chosen.
        button.setAutoExclusive(false);
        button.setChecked(answer == i);
    }
    for (AnswerButton* button : m_answers)
        button->setAutoExclusive(true);
}

void QuestionCard::choose(std::size_t answer)
{
    if (answer >= kAnswers || !m_answers.at(answer)->isEnabled())
        return;
    setAnswer(answer);
    Q_EMIT answered(m_item, true);
}

void QuestionCard::setAnsweredElsewhere(const QString& why)
{
    m_why = why;
    showNumber();
    for (AnswerButton* button : m_answers)
        button->setEnabled(why.isEmpty());
}

void QuestionCard::focusFirst()
{
    m_answers.at(answer().value_or(0))->setFocus();
}

bool QuestionCard::hasFocusInside() const
{
    const QWidget* focused = focusWidget();
    return focused != nullptr && focused->hasFocus();
}

std::vector<QWidget*> QuestionCard::focusOrder() const
{
    return {m_answers.begin(), m_answers.end()};
}

void QuestionCard::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_1;
    if (digit < 0 || digit >= static_cast<int>(kAnswers) || event->modifiers() & ~Qt::KeypadModifier)
        return QFrame::keyPressEvent(event);
    if (!event->isAutoRepeat())
        choose(static_cast<std::size_t>(digit));
}

void QuestionCard::showNumber()
{
    const QString number = tr("Question %1 of %2").arg(static_cast<int>(m_item) + 1).arg(kWeeklyItems);
    m_number->setText(m_why.isEmpty() ? number : tr("%1: %2", "question, and why it is answered").arg(number, m_why));
}

void QuestionCard::retranslate()
{
    showNumber();
    m_question->setText(WeeklyWords::question(m_item));
    for (std::size_t i = 0; i < kAnswers; ++i) {
        m_answers.at(i)->setText(WeeklyWords::answer(m_item, i));
        m_answers.at(i)->setAccessibleName(m_answers.at(i)->text());
        m_answers.at(i)->setAccessibleDescription(m_question->text());
        m_answers.at(i)->updateGeometry();
    }
}

}  // namespace psolog
