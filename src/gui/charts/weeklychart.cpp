// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/weeklychart.h"

#include <algorithm>

#include <QLocale>

#include "gui/charts/chartlayers.h"
#include "gui/charts/chartmarks.h"
#include "gui/charts/plotlibrary.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kHighest = 100;
constexpr double kValueEdge = 3;  ///< room below 0 and above 100 for the marks
constexpr int kTick = 20;
constexpr int kWeekDays = 7;
constexpr double kDayEdge = 0.42;  ///< a bar ends this far beside the middle of its last day
constexpr double kNumberRoom = 26;

bool isMarked(const WeekRow& week)
{
    return week.substantial.value_or(false);
}

MarkShape shapeOf(bool substantial)
{
    return substantial ? MarkShape::Square : MarkShape::Circle;
}

}  // namespace

WeeklyChart::WeeklyChart(const Theme& theme, QWidget* parent) : TimeChart(theme, parent)
{
    QCustomPlot& p = plot();
    p.yAxis->setRange(-kValueEdge, kHighest + kValueEdge);
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(kTick);
    p.yAxis->setTicker(ticker);
    new PaintedElement(&p, QStringLiteral("background"), [this](QCPPainter& painter) { paintPhases(painter); });
    new PaintedElement(&p, QStringLiteral("main"), [this](QCPPainter& painter) { paintWeeks(painter); });
    new PaintedElement(&p, QStringLiteral("main"), [this](QCPPainter& painter) { paintLegend(painter); });
    retranslate();
    restyle();
}

WeeklyChart::~WeeklyChart() = default;

void WeeklyChart::setWeeks(std::vector<WeekRow> weeks, std::optional<LocalDay> firstRelease)
{
    m_weeks = std::move(weeks);
    m_firstRelease = firstRelease;
    changed();
}

void WeeklyChart::restyle()
{
    const QFontMetrics metrics(smallFont());
    const int row = metrics.height();
    setMargins(QMargins(metrics.horizontalAdvance(QStringLiteral("100")) + theme().px(18), row + theme().px(14),
                        theme().px(14), 2 * row + theme().px(24)),
               theme().px(8));
    TimeChart::restyle();
}

int WeeklyChart::firstDay(std::size_t index) const
{
    const int day = m_weeks[index].day.number();
    const int wanted = day - (kWeekDays - 1);
    return index == 0 ? wanted : std::min(day, std::max(wanted, m_weeks[index - 1].day.number() + 1));
}

void WeeklyChart::paintPhases(QCPPainter& painter) const
{
    const QRectF area = plot().axisRect()->rect();
    if (!m_firstRelease || area.width() < 1)
        return;
    const double x = xOf(m_firstRelease->number() - 0.5);
    const double end = std::clamp(x, area.left(), area.right());
    painter.fillRect(QRectF(area.left(), area.top(), end - area.left(), area.height()),
                     theme().color(Role::BaselineShade));
    if (x < area.left() || x > area.right())
        return;
    const QFontMetrics metrics(smallFont());
    const double top = area.top() - metrics.height() - theme().px(4);
    painter.setPen(QPen(theme().color(Role::Accent), theme().px(1.6), Qt::DashLine));
    painter.drawLine(QPointF(x, top + theme().px(2)), QPointF(x, area.bottom()));
    painter.setFont(smallFont());
    const QString text = tr("first release");
    const double wide = metrics.horizontalAdvance(text);
    const double gap = theme().px(4);
    const double left = x + gap + wide <= area.right() ? x + gap : x - gap - wide;
    painter.drawText(QRectF(left, top, wide + 1, metrics.height()), Qt::AlignVCenter, text);
}

void WeeklyChart::paintWeeks(QCPPainter& painter) const
{
    const QCPRange view = plot().xAxis->range();
    const QRectF area = plot().axisRect()->rect();
    const double size = theme().px(10);
    const QFontMetrics metrics(smallFont());
    painter.save();
    painter.setClipRect(area.adjusted(-size, -size - metrics.height(), size, size));
    painter.setFont(smallFont());
    for (std::size_t i = 0; i < m_weeks.size(); ++i) {
        const WeekRow& week = m_weeks[i];
        if (!week.severity || week.day.number() < view.lower || firstDay(i) > view.upper)
            continue;
        const bool marked = isMarked(week);
        const QColor strong = theme().color(marked ? Role::Bad : Role::Accent);
        const double left = std::max(xOf(firstDay(i) - kDayEdge), area.left());
        const double right = std::min(xOf(week.day.number() + kDayEdge), area.right());
        const double top = yOf(*week.severity);
        painter.setPen(QPen(strong, 1));
        painter.setBrush(theme().color(marked ? Role::BadSoft : Role::AccentSoft));
        painter.drawRect(QRectF(QPointF(left, top), QPointF(right, yOf(0))));
        painter.setPen(QPen(strong, theme().px(2)));
        painter.drawLine(QPointF(left, top), QPointF(right, top));
        painter.setPen(Qt::NoPen);
        painter.setBrush(strong);
        const QPointF centre((left + right) / 2, top);
        drawMark(painter, shapeOf(marked), centre, std::min(size, std::max(3.0, right - left)));
        if (right - left < theme().px(kNumberRoom))
            continue;
        painter.setPen(theme().color(Role::Text));
        const double below = centre.y() + size / 2 + metrics.height();
        const double y = below < yOf(0) ? centre.y() + size / 2 : centre.y() - size / 2 - metrics.height();
        painter.drawText(QRectF(left, y, right - left, metrics.height()), Qt::AlignCenter,
                         QLocale().toString(*week.severity));
    }
    painter.restore();
}

void WeeklyChart::paintLegend(QCPPainter& painter) const
{
    const QRectF area = plot().axisRect()->rect();
    const QFontMetrics metrics(smallFont());
    const double size = theme().px(10);
    const double y = area.bottom() + metrics.height() + theme().px(20);
    double x = area.left();
    painter.setFont(smallFont());
    for (const bool substantial : {false, true}) {
        const QString text = substantial ? tr("substantial problem") : tr("severity of the week, 0 to 100");
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(substantial ? Role::Bad : Role::Accent));
        drawMark(painter, shapeOf(substantial), QPointF(x + size / 2, y + metrics.height() / 2.0), size);
        x += size + theme().px(6);
        painter.setPen(theme().color(Role::Muted));
        const double room = area.right() - x;
        painter.drawText(QRectF(x, y, room, metrics.height()), Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, static_cast<int>(room)));
        x += metrics.horizontalAdvance(text) + theme().px(18);
    }
}

QStringList WeeklyChart::readout(int day) const
{
    const LocalDay today = LocalDay::fromNumber(bounds().last);
    for (std::size_t i = 0; i < m_weeks.size(); ++i) {
        const WeekRow& week = m_weeks[i];
        if (day < firstDay(i) || day > week.day.number())
            continue;
        QStringList lines{tr("Week to %1").arg(shortDate(week.day, today))};
        if (week.severity)
            lines << tr("Severity %1 of 100").arg(*week.severity);
        else
            lines << tr("Not all answered");
        if (isMarked(week))
            lines << tr("Substantial problem");
        return lines;
    }
    return {shortDate(LocalDay::fromNumber(day), today), tr("no weekly check-in")};
}

void WeeklyChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        restyle();
    }
    TimeChart::changeEvent(event);
}

void WeeklyChart::retranslate()
{
    setAccessibleName(tr("Weekly severity over time"));
}

}  // namespace psolog
