// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/navbutton.h"

#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kHeight = 40;
constexpr int kPadding = 12;
constexpr int kIconSize = 20;
constexpr int kGap = 10;
constexpr double kRadius = 9;
}  // namespace

NavButton::NavButton(Theme& theme, Icon icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NavButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize NavButton::sizeHint() const
{
    if (m_compact)
        return {2 * m_theme.px(kPadding) + m_theme.px(kIconSize), m_theme.px(kHeight)};
    const QFontMetrics metrics(m_theme.font(TextStyle::BodyStrong));
    const int width = 2 * m_theme.px(kPadding) + m_theme.px(kIconSize + kGap) + metrics.size(Qt::TextShowMnemonic, text()).width();
    return {width, m_theme.px(kHeight)};
}

void NavButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void NavButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? Role::AccentSoft : Role::Window));
        painter.drawRoundedRect(box, kRadius, kRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, kRadius, kRadius);
    }
    const QColor ink = m_theme.color(isChecked() ? Role::Accent : Role::Muted);
    const int icon = m_theme.px(kIconSize);
    const QRectF square(m_theme.px(kPadding), (height() - icon) / 2.0, icon, icon);
    drawIcon(painter, m_icon, square, ink);
    if (m_compact)
        return;
    painter.setPen(ink);
    QFont font = m_theme.font(TextStyle::Body);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    const QRectF words(square.right() + m_theme.px(kGap), 0, width() - square.right() - m_theme.px(kGap), height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text());
}

}  // namespace psolog
