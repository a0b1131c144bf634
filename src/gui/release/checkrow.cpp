// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/checkrow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalBlocker>

#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

CheckRow::CheckRow(QWidget* parent) : QWidget(parent), m_box(new QCheckBox(this)), m_label(makeLabel({}, "", this))
{
    m_label->setBuddy(m_box);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_label, 1, Qt::AlignVCenter);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &CheckRow::toggled);
}

void CheckRow::setText(const QString& text)
{
    m_label->setText(text);
    m_box->setAccessibleName(text);
}

bool CheckRow::isChecked() const
{
    return m_box->isChecked();
}

void CheckRow::setChecked(bool checked)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(checked);
}

void CheckRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isEnabled() && rect().contains(event->position().toPoint()))
        m_box->click();
}

}  // namespace psolog
