// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/firststart/choicestep.h"

#include <QButtonGroup>
#include <QEvent>

#include "ui_choicestep.h"

namespace psolog {

ChoiceStep::ChoiceStep(QWidget* parent) : FirstStep(parent), m_ui(std::make_unique<Ui::ChoiceStep>())
{
    m_ui->setupUi(this);
    // They stand in two cards, so they do not exclude each other by themselves.
    auto* group = new QButtonGroup(this);
    group->addButton(m_ui->baselineRadioButton);
    group->addButton(m_ui->todayRadioButton);
    m_ui->baselineRadioButton->setAccessibleDescription(m_ui->baselineHintLabel->text());
    m_ui->todayRadioButton->setAccessibleDescription(m_ui->todayHintLabel->text());
    setLocked(false);
}

ChoiceStep::~ChoiceStep() = default;

QString ChoiceStep::title() const
{
    return tr("How do you want to begin?");
}

StartChoice ChoiceStep::choice() const
{
    return m_ui->todayRadioButton->isChecked() ? StartChoice::ReleaseToday : StartChoice::BaselineFirst;
}

void ChoiceStep::setLocked(bool locked)
{
    m_ui->lockedFrame->setVisible(locked);
}

void ChoiceStep::begin()
{
    (m_ui->todayRadioButton->isChecked() ? m_ui->todayRadioButton : m_ui->baselineRadioButton)->setFocus();
}

void ChoiceStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    FirstStep::changeEvent(event);
}

}  // namespace psolog
