// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/learn/sorenesstimeline.h"

#include <QPainter>
#include <QPainterPath>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr int kDays = 7;
constexpr double kPeakFrom = 1;
constexpr double kPeakTo = 3;
constexpr double kGoneFrom = 5;

/// The curve in days and height 0-1: S55 in the words of a sketch.
QPainterPath curve(const QRectF& plot)
{
    const auto at = [&](double day, double height) {
        return QPointF(plot.left() + plot.width() * day / kDays, plot.bottom() - plot.height() * height);
    };
    QPainterPath path(at(0, 0.04));
    path.cubicTo(at(0.5, 0.1), at(0.8, 0.82), at(1.4, 0.88));
    path.cubicTo(at(1.9, 0.95), at(2.4, 0.92), at(3, 0.72));
    path.cubicTo(at(3.7, 0.46), at(4.4, 0.14), at(5.6, 0.05));
    path.cubicTo(at(6, 0.02), at(6.5, 0.01), at(7, 0.01));
    return path;
}

}  // namespace

SorenessTimeline::SorenessTimeline(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Soreness over a week, a sketch"));
    setAccessibleDescription(
        tr("Rises within the first day, is worst on days one to three, gone after five to seven days."));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize SorenessTimeline::sizeHint() const
{
    return {m_theme.px(440), m_theme.px(180)};
}

QSize SorenessTimeline::minimumSizeHint() const
{
    return {m_theme.px(220), m_theme.px(180)};
}

void SorenessTimeline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Small));
    const int line = QFontMetrics(painter.font()).height();
    const QRectF plot = QRectF(rect()).adjusted(m_theme.px(10), line * 1.6, -m_theme.px(10), -line * 2.6);
    const auto x = [&](double day) { return plot.left() + plot.width() * day / kDays; };

    const QRectF peak(QPointF(x(kPeakFrom), plot.top()), QPointF(x(kPeakTo), plot.bottom()));
    painter.fillRect(peak, m_theme.color(Role::WarnSoft));
    const QRectF gone(QPointF(x(kGoneFrom), plot.top()), QPointF(x(kDays), plot.bottom()));
    painter.fillRect(gone, m_theme.color(Role::GoodSoft));
    const auto band = [&](const QRectF& where, const QString& words, Role role) {
        painter.setPen(m_theme.color(role));
        const QRectF above(where.left() - m_theme.px(30), plot.top() - line * 1.5, where.width() + m_theme.px(60),
                           line * 1.4);
        const QRectF kept = above.intersected(QRectF(rect()));
        painter.drawText(kept, Qt::AlignCenter, words);
    };
    band(peak, tr("worst"), Role::Warn);
    band(gone, tr("gone"), Role::Good);

    QPainterPath path = curve(plot);
    painter.setPen(QPen(m_theme.color(Role::MuscleHighlight), m_theme.px(3), Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(path);
    painter.setPen(QPen(m_theme.color(Role::ControlLine), 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());

    painter.setPen(m_theme.color(Role::Muted));
    const double step = plot.width() / kDays;
    for (int day = 0; day <= kDays; ++day)
        painter.drawText(QRectF(x(day) - step / 2, plot.bottom() + m_theme.px(2), step, line), Qt::AlignCenter,
                         QString::number(day));
    painter.drawText(QRectF(plot.left(), plot.bottom() + line * 1.3, plot.width(), line * 1.2), Qt::AlignCenter,
                     tr("days after the work"));
}

}  // namespace psolog
