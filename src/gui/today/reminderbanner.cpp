// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/reminderbanner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kPadding = 16;
}  // namespace

ReminderBanner::ReminderBanner(QWidget* parent)
    : QFrame(parent),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_question(makeLabel({}, "strong", this)),
      m_time(makeLabel({}, "small", this)),
      m_start(new Button(this)),
      m_later(new Button(QString(), QStringLiteral("ghost"), this))
{
    setObjectName(QStringLiteral("reminderBanner"));
    setProperty("banner", QStringLiteral("info"));
    m_question->setObjectName(QStringLiteral("reminderLabel"));
    m_start->setObjectName(QStringLiteral("reminderStartButton"));
    m_later->setObjectName(QStringLiteral("reminderLaterButton"));

    m_row->setContentsMargins(kPadding, space::kM, kPadding, space::kM);
    m_row->setSpacing(space::kM);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::kXs);
    words->addWidget(m_question);
    words->addWidget(m_time);
    m_row->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_start);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    m_row->addLayout(buttons);

    connect(m_start, &QPushButton::clicked, this, &ReminderBanner::started);
    connect(m_later, &QPushButton::clicked, this, &ReminderBanner::dismissed);
    retranslate();
}

void ReminderBanner::setQuestion(const QString& question, const QString& time)
{
    m_question->setText(question);
    m_time->setText(tr("Your reminder for %1").arg(time));
    m_start->setAccessibleDescription(question);
}

void ReminderBanner::retranslate()
{
    m_start->setText(tr("Start now"));
    m_later->setText(tr("Later"));
}

void ReminderBanner::setOneRow(bool oneRow)
{
    m_row->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace psolog
