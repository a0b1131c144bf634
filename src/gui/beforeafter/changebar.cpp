// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beforeafter/changebar.h"

#include <algorithm>

#include <QPainter>

#include "gui/beforeafter/beforeafterwords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr int kHeight = 100;
constexpr int kNameWidth = 58;
constexpr int kLaneWidth = 54;
constexpr int kValueWidth = 92;
constexpr int kLeastWidth = 330;
constexpr int kMargin = 26;  ///< of the scale within its field
constexpr int kSteps = 4;
constexpr double kDot = 7;
constexpr double kBefore = 0.22;  ///< height of the lanes
constexpr double kAfter = 0.56;

}  // namespace

ChangeBar::ChangeBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChangeBar::setChange(const QString& name, const SideChange& change, Role color)
{
    m_name = name;
    m_change = change;
    m_role = color;
    setAccessibleName(name);
    setAccessibleDescription(
        tr("before %1, after %2").arg(BeforeAfterWords::value(change.before), BeforeAfterWords::value(change.after)));
    update();
}

QSize ChangeBar::sizeHint() const
{
    return {m_theme.px(520), m_theme.px(kHeight)};
}

QSize ChangeBar::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), m_theme.px(kHeight)};
}

double ChangeBar::placeOf(double rating, double left, double right) const
{
    const double margin = m_theme.px(kMargin);
    return left + margin + (right - left - 2 * margin) * rating / kSteps;
}

void ChangeBar::paintScale(QPainter& painter, double left, double right, double y) const
{
    painter.setFont(m_theme.font(TextStyle::Small));
    int widest = 0;
    for (int step = 0; step <= kSteps; ++step)
        widest = std::max(widest, painter.fontMetrics().horizontalAdvance(BeforeAfterWords::rating(step)));
    const double room = placeOf(1, left, right) - placeOf(0, left, right);
    for (int step = 0; step <= kSteps; ++step) {
        const double x = placeOf(step, left, right);
        painter.setPen(QPen(m_theme.color(Role::Track), 1));
        painter.drawLine(QPointF(x, height() * kBefore - m_theme.px(12)), QPointF(x, y - m_theme.px(3)));
        // In a narrow place the ends are enough.
        if (room < widest + m_theme.px(6) && step != 0 && step != kSteps)
            continue;
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(QRectF(x - m_theme.px(40), y, m_theme.px(80), m_theme.px(20)), Qt::AlignHCenter | Qt::AlignTop,
                         BeforeAfterWords::rating(step));
    }
}

void ChangeBar::paintLane(QPainter& painter, const std::optional<TestValue>& value, bool after, double left,
                          double right, double y) const
{
    const double half = m_theme.px(13);
    const QColor color = m_theme.color(after ? m_role : Role::Muted);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Role::Muted));
    painter.drawText(QRectF(left - m_theme.px(kLaneWidth), y - half, m_theme.px(kLaneWidth), 2 * half),
                     Qt::AlignLeft | Qt::AlignVCenter, after ? tr("after") : tr("before"));
    painter.setPen(QPen(m_theme.color(Role::Track), m_theme.px(3), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(placeOf(0, left, right), y), QPointF(placeOf(kSteps, left, right), y));
    if (value) {
        painter.setPen(QPen(color, m_theme.px(after ? 6 : 4), Qt::SolidLine, Qt::RoundCap));
        if (value->min != value->max)
            painter.drawLine(QPointF(placeOf(value->min, left, right), y),
                             QPointF(placeOf(value->max, left, right), y));
        painter.setPen(QPen(color, 2));
        painter.setBrush(after ? color : m_theme.color(Role::Card));
        const double radius = kDot * m_theme.scale();
        painter.drawEllipse(QPointF(placeOf(value->median, left, right), y), radius, radius);
    }
    painter.setFont(m_theme.font(after ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(m_theme.color(after ? Role::Text : Role::Muted));
    painter.drawText(QRectF(right, y - half, m_theme.px(kValueWidth), 2 * half), Qt::AlignRight | Qt::AlignVCenter,
                     BeforeAfterWords::value(value));
}

void ChangeBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = m_theme.px(kNameWidth + kLaneWidth);
    const double right = width() - m_theme.px(kValueWidth);
    const double before = height() * kBefore;
    const double after = height() * kAfter;
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(QRectF(0, before - m_theme.px(13), m_theme.px(kNameWidth), m_theme.px(26)),
                     Qt::AlignLeft | Qt::AlignVCenter, m_name);
    paintScale(painter, left, right, after + m_theme.px(16));
    paintLane(painter, m_change.before, false, left, right, before);
    paintLane(painter, m_change.after, true, left, right, after);
}

}  // namespace psolog
