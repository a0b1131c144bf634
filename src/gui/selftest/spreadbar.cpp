// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/spreadbar.h"

#include <QPainter>

#include "gui/selftest/selftestwords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kHeight = 76;
constexpr int kNameWidth = 84;
constexpr int kValueWidth = 96;
constexpr int kSteps = 4;
constexpr double kDot = 8;
}  // namespace

SpreadBar::SpreadBar(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SpreadBar::setReading(const QString& name, const std::optional<ReadingSpread>& spread, Role color)
{
    m_name = name;
    m_spread = spread;
    m_role = color;
    setAccessibleName(name);
    setAccessibleDescription(SelfTestWords::spread(spread));
    update();
}

void SpreadBar::setBefore(const std::optional<ReadingSpread>& before)
{
    m_before = before;
    update();
}

QSize SpreadBar::sizeHint() const
{
    return {m_theme.px(520), m_theme.px(kHeight)};
}

QSize SpreadBar::minimumSizeHint() const
{
    return {m_theme.px(320), m_theme.px(kHeight)};
}

void SpreadBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = m_theme.px(kNameWidth);
    const double right = width() - m_theme.px(kValueWidth);
    const double margin = m_theme.px(24);
    const double y = height() * 0.38;
    const auto x = [&](double rating) { return left + margin + (right - left - 2 * margin) * rating / kSteps; };

    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(QRectF(0, y - m_theme.px(14), left, m_theme.px(28)), Qt::AlignLeft | Qt::AlignVCenter, m_name);

    painter.setPen(QPen(m_theme.color(Role::Track), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x(0), y), QPointF(x(kSteps), y));
    painter.setFont(m_theme.font(TextStyle::Small));
    for (int step = 0; step <= kSteps; ++step) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Role::Track));
        painter.drawEllipse(QPointF(x(step), y), 4, 4);
        painter.setPen(m_theme.color(Role::Muted));
        const QRectF label(x(step) - m_theme.px(40), y + m_theme.px(14), m_theme.px(80), m_theme.px(20));
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, SelfTestWords::of(static_cast<Contraction>(step)));
    }
    if (m_before) {
        painter.setPen(QPen(m_theme.color(Role::Muted), 2));
        painter.setBrush(m_theme.color(Role::Card));
        painter.drawEllipse(QPointF(x(m_before->median), y), kDot * m_theme.scale(), kDot * m_theme.scale());
    }
    if (m_spread) {
        const QColor color = m_theme.color(m_role);
        painter.setPen(QPen(color, 6, Qt::SolidLine, Qt::RoundCap));
        if (m_spread->min != m_spread->max)
            painter.drawLine(QPointF(x(m_spread->min), y), QPointF(x(m_spread->max), y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(x(m_spread->median), y), kDot * m_theme.scale(), kDot * m_theme.scale());
    }
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(QRectF(right, y - m_theme.px(14), m_theme.px(kValueWidth), m_theme.px(28)), Qt::AlignRight | Qt::AlignVCenter,
                     SelfTestWords::spread(m_spread));
}

}  // namespace psolog
