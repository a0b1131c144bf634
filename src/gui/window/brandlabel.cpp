// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/brandlabel.h"

#include <QPainter>

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kMark = 24;
constexpr int kPadding = 12;
constexpr int kGap = 10;
constexpr int kHeight = 34;
}  // namespace

BrandLabel::BrandLabel(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Psolog"));
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize BrandLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::CardTitle));
    return {m_theme.px(2 * kPadding + kMark + kGap) + metrics.horizontalAdvance(tr("Psolog")), m_theme.px(kHeight)};
}

QSize BrandLabel::minimumSizeHint() const
{
    return {m_theme.px(2 * kPadding + kMark), m_theme.px(kHeight)};
}

void BrandLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const int mark = m_theme.px(kMark);
    const QRectF square(m_theme.px(kPadding), (height() - mark) / 2.0, mark, mark);
    drawIcon(painter, Icon::Mark, square, m_theme.color(Role::Accent), m_theme.color(Role::MuscleHighlight));
    if (width() < sizeHint().width())
        return;
    painter.setPen(m_theme.color(Role::Text));
    painter.setFont(m_theme.font(TextStyle::CardTitle));
    const double left = square.right() + m_theme.px(kGap);
    painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, tr("Psolog"));
}

}  // namespace psolog
