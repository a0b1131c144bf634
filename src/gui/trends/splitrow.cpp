// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/splitrow.h"

#include <algorithm>

#include <QEvent>
#include <QResizeEvent>

namespace psolog {

namespace {

constexpr int kSpacing = 18;
constexpr int kRowSpacing = 8;  ///< between wrapped rows of controls

int heightOf(const QWidget& widget, int width)
{
    if (widget.isHidden())
        return 0;
    const int height = widget.hasHeightForWidth() ? widget.heightForWidth(width) : widget.sizeHint().height();
    return std::max(height, widget.minimumSizeHint().height());
}

}  // namespace

SplitRow::SplitRow(QWidget* first, int firstStretch, QWidget* second, int secondStretch, QWidget* parent)
    : QWidget(parent),
      m_first(first),
      m_second(second),
      m_firstStretch(firstStretch),
      m_secondStretch(secondStretch)
{
    m_first->setParent(this);
    m_second->setParent(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SplitRow::setFirstMinimum(int width)
{
    m_firstMinimum = width;
    updateGeometry();
    place();
}

void SplitRow::setFolding(bool folding)
{
    m_folding = folding;
    updateGeometry();
    place();
}

bool SplitRow::isBeside(int width) const
{
    if (m_first->isHidden() || m_second->isHidden())
        return false;
    const int first = m_firstMinimum > 0 ? m_firstMinimum : m_first->sizeHint().width();
    const int second = m_secondStretch > 0 ? m_second->minimumSizeHint().width() : m_second->sizeHint().width();
    return first + kSpacing + second <= width && (m_secondStretch == 0 || secondWidth(width) >= second);
}

int SplitRow::secondWidth(int width) const
{
    if (m_secondStretch == 0)
        return m_second->sizeHint().width();
    return (width - kSpacing) * m_secondStretch / (m_firstStretch + m_secondStretch);
}

int SplitRow::stackedSpacing() const
{
    if (m_first->isHidden() || m_second->isHidden())
        return 0;
    return m_secondStretch > 0 ? kSpacing : kRowSpacing;
}

int SplitRow::heightForWidth(int width) const
{
    if (!isBeside(width))
        return heightOf(*m_first, width) + stackedSpacing() + heightOf(*m_second, width);
    const int second = secondWidth(width);
    return std::max(heightOf(*m_first, width - kSpacing - second), heightOf(*m_second, second));
}

QSize SplitRow::sizeHint() const
{
    if (m_folding) {
        const QSize first = m_first->isHidden() ? QSize(0, 0) : m_first->sizeHint();
        const QSize second = m_second->isHidden() ? QSize(0, 0) : m_second->sizeHint();
        return {std::max(first.width(), second.width()), first.height() + stackedSpacing() + second.height()};
    }
    return {m_first->sizeHint().width() + kSpacing + m_second->sizeHint().width(),
            std::max(m_first->sizeHint().height(), m_second->sizeHint().height())};
}

QSize SplitRow::minimumSizeHint() const
{
    const auto least = [](const QWidget& widget) { return widget.isHidden() ? QSize(0, 0) : widget.minimumSizeHint(); };
    // The height is what heightForWidth() says; a fixed one would be of the wrong arrangement.
    return least(*m_first).expandedTo(least(*m_second));
}

void SplitRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        updateGeometry();
    place();
}

bool SplitRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void SplitRow::place()
{
    if (isBeside(width())) {
        const int second = secondWidth(width());
        m_first->setGeometry(0, 0, width() - kSpacing - second, height());
        m_second->setGeometry(width() - second, 0, second, height());
        return;
    }
    const int first = std::min(heightOf(*m_first, width()), height());
    const bool folded = m_folding && width() <= sizeHint().width();
    const auto left = [&](const QWidget& widget) {
        return folded ? std::max(0, width() - widget.sizeHint().width()) : 0;
    };
    m_first->setGeometry(left(*m_first), 0, width() - left(*m_first), m_second->isHidden() ? height() : first);
    const int top = m_first->isHidden() ? 0 : first + stackedSpacing();
    m_second->setGeometry(left(*m_second), top, width() - left(*m_second), height() - top);
}

}  // namespace psolog
