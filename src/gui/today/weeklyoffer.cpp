// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/weeklyoffer.h"

#include <QHBoxLayout>
#include <QLabel>

#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kPadding = 16;
}  // namespace

WeeklyOffer::WeeklyOffer(QWidget* parent)
    : QFrame(parent),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_words(makeLabel({}, "", this)),
      m_answer(new Button(this)),
      m_later(new Button(QString(), QStringLiteral("ghost"), this))
{
    setObjectName(QStringLiteral("weeklyOffer"));
    setProperty("banner", QStringLiteral("info"));
    m_answer->setObjectName(QStringLiteral("weeklyAnswerButton"));
    m_answer->setKeyHint(QStringLiteral("W"));
    m_later->setObjectName(QStringLiteral("weeklyLaterButton"));
    m_row->setContentsMargins(kPadding, space::kS, kPadding, space::kS);
    m_row->setSpacing(space::kM);
    m_row->addWidget(m_words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_answer);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    m_row->addLayout(buttons);
    connect(m_answer, &QPushButton::clicked, this, &WeeklyOffer::accepted);
    connect(m_later, &QPushButton::clicked, this, &WeeklyOffer::putOff);
    retranslate();
}

void WeeklyOffer::retranslate()
{
    m_words->setText(tr("Weekly check-in: four questions about your legs."));
    m_answer->setText(tr("Answer"));
    m_answer->setAccessibleDescription(m_words->text());
    m_later->setText(tr("Not today"));
}

void WeeklyOffer::setOneRow(bool oneRow)
{
    m_row->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace psolog
