// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/daystrip.h"

#include <algorithm>

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {
constexpr double kBox = 30;
constexpr double kBoxRadius = 8;
constexpr double kBarHeight = 5;
constexpr double kBarWidth = 18;
constexpr double kBarGap = 3;
constexpr double kMaxColumn = 52;
constexpr double kGap = 8;
}  // namespace

DayStrip::DayStrip(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Last 14 days"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DayStrip::setDays(std::vector<DayMark> days)
{
    m_days = std::move(days);
    QStringList words;
    for (const DayMark& mark : m_days)
        words << describe(mark);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QString DayStrip::describe(const DayMark& mark) const
{
    QStringList things;
    if (mark.release)
        things << tr("release");
    if (mark.checkIn)
        things << tr("check-in");
    if (mark.selfTest)
        things << tr("self-test");
    if (mark.run)
        things << tr("run");
    const QString date = QLocale().toString(toQDate(mark.day), QStringLiteral("dddd, d MMMM"));
    return tr("%1: %2").arg(date, things.isEmpty() ? tr("nothing logged") : things.join(QStringLiteral(", ")));
}

QSize DayStrip::sizeHint() const
{
    const int lines = QFontMetrics(m_theme.font(TextStyle::Small)).height();
    const double height = lines + kGap + m_theme.px(kBox) + kGap + 3 * m_theme.px(kBarHeight + kBarGap) + kGap + lines;
    return {m_theme.px(14 * 44), static_cast<int>(height) + 2};
}

QSize DayStrip::minimumSizeHint() const
{
    return {m_theme.px(14 * 20), sizeHint().height()};
}

double DayStrip::columnWidth() const
{
    return m_days.empty() ? 0 : std::min(static_cast<double>(width()) / static_cast<double>(m_days.size()), kMaxColumn * m_theme.scale());
}

void DayStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = m_theme.font(TextStyle::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const double column = columnWidth();
    const double box = std::min<double>(m_theme.px(kBox), column - 4);
    const double barHeight = m_theme.px(kBarHeight);
    const double barStep = m_theme.px(kBarHeight + kBarGap);
    const double barWidth = std::min<double>(m_theme.px(kBarWidth), box);
    const double boxTop = metrics.height() + kGap;
    const double barTop = boxTop + m_theme.px(kBox) + kGap;
    const struct {
        bool DayMark::*flag;
        Role role;
        QString name;
    } bars[] = {{&DayMark::checkIn, Role::Muted, tr("check-in")},
                {&DayMark::selfTest, Role::SeriesRight, tr("self-test")},
                {&DayMark::run, Role::RunMark, tr("run")}};

    double x = 0;
    for (const DayMark& mark : m_days) {
        const double center = x + column / 2;
        const QString letter = QLocale().dayName(toQDate(mark.day).dayOfWeek(), QLocale::NarrowFormat);
        painter.setPen(m_theme.color(mark.today ? Role::Accent : Role::Muted));
        painter.drawText(QRectF(x, 0, column, metrics.height()), Qt::AlignCenter, letter);

        const QRectF square(center - box / 2 + 0.5, boxTop + 0.5, box - 1, box - 1);
        painter.setPen(mark.today ? QPen(m_theme.color(Role::Accent), 2)
                                  : QPen(m_theme.color(mark.release ? Role::Accent : Role::Divider), 1));
        painter.setBrush(m_theme.color(mark.release ? Role::Accent : Role::Window));
        painter.drawRoundedRect(square, kBoxRadius, kBoxRadius);
        if (mark.release) {
            const double size = box * 0.5;
            drawIcon(painter, Icon::Check, QRectF(square.center().x() - size / 2, square.center().y() - size / 2, size, size),
                     m_theme.color(Role::OnAccent));
        }
        painter.setPen(Qt::NoPen);
        double y = barTop;
        for (const auto& bar : bars) {
            if (mark.*bar.flag) {
                painter.setBrush(m_theme.color(bar.role));
                painter.drawRoundedRect(QRectF(center - barWidth / 2, y, barWidth, barHeight), barHeight / 2, barHeight / 2);
            }
            y += barStep;
        }
        x += column;
    }

    const double legendTop = barTop + 3 * barStep + kGap;
    double legendX = std::max(0.0, (column - box) / 2);
    const auto entry = [&](const QString& name, Role role, bool square) {
        const double mark = square ? metrics.height() * 0.6 : m_theme.px(11);
        const double height = square ? mark : barHeight;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(role));
        painter.drawRoundedRect(QRectF(legendX, legendTop + (metrics.height() - height) / 2, mark, height), 2, 2);
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(QPointF(legendX + mark + 6, legendTop + metrics.ascent()), name);
        legendX += mark + 6 + metrics.horizontalAdvance(name) + m_theme.px(18);
    };
    entry(tr("release"), Role::Accent, true);
    for (const auto& bar : bars)
        entry(bar.name, bar.role, false);
}

bool DayStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && columnWidth() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto index = static_cast<std::size_t>(std::max(0.0, help->pos().x() / columnWidth()));
        if (index < m_days.size())
            QToolTip::showText(help->globalPos(), describe(m_days[index]), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace psolog
