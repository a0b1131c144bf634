// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/firststart/safetystep.h"

#include <QEvent>
#include <QVBoxLayout>

#include "gui/release/safetyscreenwidget.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

SafetyStep::SafetyStep(QWidget* parent)
    : FirstStep(parent),
      m_screen(new SafetyScreenWidget(this)),
      m_missing(makeLabel({}, "error", this)),
      m_lockedFrame(makeBanner("warn", this)),
      m_locked(makeLabel({}, "", m_lockedFrame))
{
    m_screen->setObjectName(QStringLiteral("safetyScreenWidget"));
    m_missing->setObjectName(QStringLiteral("missingAnswerLabel"));
    m_lockedFrame->setObjectName(QStringLiteral("safetyLockedFrame"));
    QFrame* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 20, 20, 20);
    inside->addWidget(m_screen);
    auto* words = new QVBoxLayout(m_lockedFrame);
    words->setContentsMargins(16, 12, 16, 12);
    words->addWidget(m_locked);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kM);
    column->addWidget(card);
    column->addWidget(m_missing);
    column->addWidget(m_lockedFrame);
    column->addStretch(1);
    m_missing->hide();
    connect(m_screen, &SafetyScreenWidget::answerChanged, this, &SafetyStep::showAnswer);
    connect(m_screen, &SafetyScreenWidget::noneChosen, this, &SafetyStep::noneChosen);
    retranslate();
    showAnswer();
}

QString SafetyStep::title() const
{
    return tr("Is the release safe for you?");
}

std::set<SafetyItem> SafetyStep::present() const
{
    return m_screen->answer().value_or(std::set<SafetyItem>{});
}

bool SafetyStep::accept()
{
    const bool answered = m_screen->answer().has_value();
    m_missing->setVisible(!answered);
    if (!answered)
        m_screen->focusFirst();
    return answered;
}

void SafetyStep::begin()
{
    m_screen->focusFirst();
}

void SafetyStep::showAnswer()
{
    if (m_screen->answer().has_value())
        m_missing->hide();
    m_lockedFrame->setVisible(!present().empty());
}

void SafetyStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FirstStep::changeEvent(event);
}

void SafetyStep::retranslate()
{
    m_missing->setText(tr("Please read the list: tick what is true for you, or say that none of these applies."));
    m_locked->setText(
        tr("Thank you for being careful. With a yes, the release stays locked until a clinician has agreed to it; you "
           "can then say so on the Release page. Everything else works from today: check-ins, self-tests, trends "
           "and Learn."));
}

}  // namespace psolog
