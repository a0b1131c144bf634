// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/seriestoggle.h"

#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

SeriesToggle::SeriesToggle(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setCheckable(true);
    setChecked(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void SeriesToggle::paintEvent(QPaintEvent* /*event*/)
{
    if (!hasFocus() && !underMouse())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Accent : Role::ControlLine), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(6), m_theme.px(6));
}

}  // namespace psolog
