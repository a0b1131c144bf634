// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/splitrow.h"

#include <QBoxLayout>
#include <QEvent>

namespace psolog {

namespace {
constexpr int kSpacing = 18;
constexpr int kStackedSpacing = 10;
}  // namespace

SplitRow::SplitRow(QWidget* first, int firstStretch, QWidget* second, int secondStretch, QWidget* parent)
    : QWidget(parent),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_first(first),
      m_second(second),
      m_secondStretch(secondStretch)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpacing);
    m_layout->addWidget(first, firstStretch);
    m_layout->addWidget(second, secondStretch);
}

void SplitRow::setFirstMinimum(int width)
{
    m_firstMinimum = width;
    arrange();
}

void SplitRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool SplitRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void SplitRow::arrange()
{
    const int second = m_second->sizeHint().width();
    const int first = m_firstMinimum > 0 ? m_firstMinimum : m_first->sizeHint().width();
    const bool beside = first + kSpacing + second <= width();
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(beside || m_secondStretch > 0 ? kSpacing : kStackedSpacing);
    // A row of chips would wrap before it took its whole width.
    m_second->setMinimumWidth(beside && m_secondStretch == 0 ? second : 0);
}

}  // namespace psolog
