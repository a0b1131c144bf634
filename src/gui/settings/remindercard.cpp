// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/remindercard.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
const QTime kMidnight(0, 0);

}  // namespace

ReminderCard::ReminderCard(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "card-title", this)),
      m_on(new QCheckBox(this)),
      m_time(new QTimeEdit(kMidnight.addSecs(static_cast<int>(kReminderOffer.count()) * 60), this)),
      m_hint(makeLabel({}, "small", this)),
      m_weekly(new QCheckBox(this)),
      m_weeklyHint(makeLabel({}, "small", this))
{
    setObjectName(QStringLiteral("reminderCard"));
    setProperty("card", true);
    m_on->setObjectName(QStringLiteral("reminderCheckBox"));
    m_time->setObjectName(QStringLiteral("reminderTimeEdit"));
    m_weekly->setObjectName(QStringLiteral("weeklyCheckBox"));
    m_time->setEnabled(false);
    // Half a time typed is no time to be reminded at.
    m_time->setKeyboardTracking(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kM);
    row->addWidget(m_on, 1);
    row->addWidget(m_time);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_weekly);
    column->addWidget(m_weeklyHint);
    retranslate();
    connect(m_on, &QCheckBox::toggled, m_time, &QWidget::setEnabled);
    connect(m_on, &QCheckBox::toggled, this, &ReminderCard::changed);
    connect(m_time, &QTimeEdit::timeChanged, this, &ReminderCard::changed);
    connect(m_weekly, &QCheckBox::toggled, this, &ReminderCard::changed);
}

void ReminderCard::showSettings(const Settings& settings)
{
    const QSignalBlocker quietOn(m_on);
    const QSignalBlocker quietTime(m_time);
    const QSignalBlocker quietWeekly(m_weekly);
    m_weekly->setChecked(settings.weeklyCheckIn);
    m_on->setChecked(settings.reminder.has_value());
    m_time->setEnabled(settings.reminder.has_value());
    if (settings.reminder)
        m_time->setTime(kMidnight.addSecs(static_cast<int>(settings.reminder->count()) * 60));
}

void ReminderCard::fill(Settings& settings) const
{
    settings.weeklyCheckIn = m_weekly->isChecked();
    settings.reminder.reset();
    if (m_on->isChecked())
        settings.reminder = std::chrono::minutes(m_time->time().hour() * 60 + m_time->time().minute());
}

std::vector<QWidget*> ReminderCard::focusOrder() const
{
    return {m_on, m_time, m_weekly};
}

void ReminderCard::retranslate()
{
    m_title->setText(tr("Reminder"));
    m_on->setText(tr("Rem&ind me every day at"));
    m_time->setAccessibleName(tr("Time of the reminder"));
    m_time->setDisplayFormat(clockFormat());
    m_hint->setText(tr("A desktop notification, and a message in the window. Psolog has to be running then: it leaves "
                       "nothing behind when you close it."));
    m_weekly->setText(tr("Ask once a week, on Toda&y"));
    m_weeklyHint->setText(tr("Four questions about how your legs limited your running in the past seven days."));
}

}  // namespace psolog
