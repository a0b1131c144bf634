// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/planreminder.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

#include "core/ports/isettings.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

QTime clockOf(std::chrono::minutes sinceMidnight)
{
    return QTime(0, 0).addSecs(static_cast<int>(sinceMidnight.count()) * 60);
}

}  // namespace

PlanReminder::PlanReminder(QWidget* parent)
    : QWidget(parent),
      m_on(new QCheckBox(this)),
      m_time(new QTimeEdit(clockOf(kReminderOffer), this)),
      m_hint(makeLabel({}, "small", this)),
      m_failure(makeLabel({}, "error", this))
{
    m_on->setObjectName(QStringLiteral("planReminderCheckBox"));
    m_time->setObjectName(QStringLiteral("planReminderTimeEdit"));
    m_failure->setObjectName(QStringLiteral("planReminderFailureLabel"));
    m_time->setEnabled(false);
    // Half a time typed is no time to be reminded at.
    m_time->setKeyboardTracking(false);
    m_failure->hide();
    auto* row = new FlowLayout(space::kS);
    row->addWidget(m_on);
    row->addWidget(m_time);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_failure);
    connect(m_on, &QCheckBox::toggled, m_time, &QWidget::setEnabled);
    connect(m_on, &QCheckBox::toggled, this, &PlanReminder::choose);
    connect(m_time, &QTimeEdit::timeChanged, this, &PlanReminder::choose);
    retranslate();
}

void PlanReminder::choose()
{
    m_failure->hide();
    const QTime time = m_time->time();
    Q_EMIT chosen(m_on->isChecked() ? std::optional(std::chrono::minutes(time.hour() * 60 + time.minute()))
                                    : std::nullopt);
}

void PlanReminder::showTime(const std::optional<std::chrono::minutes>& time)
{
    const QSignalBlocker quietOn(m_on);
    const QSignalBlocker quietTime(m_time);
    m_on->setChecked(time.has_value());
    m_time->setEnabled(time.has_value());
    if (time)
        m_time->setTime(clockOf(*time));
}

void PlanReminder::showFailure(const QString& words)
{
    m_failure->setText(words);
    m_failure->show();
}

void PlanReminder::retranslate()
{
    m_on->setText(tr("Re&mind me every day at"));
    m_time->setAccessibleName(tr("Time of the reminder"));
    m_time->setDisplayFormat(clockFormat());
    m_hint->setText(tr("It says what the day is by the plan. Psolog has to be running then."));
}

}  // namespace psolog
