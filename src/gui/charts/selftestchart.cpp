// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/selftestchart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "analysis/trendrows.h"
#include "gui/charts/chartlayers.h"
#include "gui/charts/chartmarks.h"
#include "gui/charts/plotlibrary.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kHighest = 4;
constexpr std::size_t kLanes = 2;
constexpr double kValueEdge = 0.2;

Role roleOf(std::size_t lane)
{
    return lane == 0 ? Role::SeriesLeft : Role::SeriesRight;
}

MarkShape shapeOf(std::size_t lane)
{
    return lane == 0 ? MarkShape::Circle : MarkShape::Square;
}

const std::optional<TestValue>& valueOf(const TestPoint& test, std::size_t lane)
{
    return lane == 0 ? test.first : test.second;
}

/// The value axis: whole ratings with their words.
class RatingTicker : public QCPAxisTicker {
public:
    void generate(const QCPRange& /*range*/, const QLocale& /*locale*/, QChar /*formatChar*/, int /*precision*/,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        ticks.clear();
        if (subTicks != nullptr)
            subTicks->clear();
        if (tickLabels != nullptr)
            tickLabels->clear();
        for (int rating = 0; rating <= kHighest; ++rating) {
            ticks.append(rating);
            if (tickLabels != nullptr)
                tickLabels->append(QStringLiteral("%1 %2").arg(ratingWord(rating)).arg(rating));
        }
    }
};

}  // namespace

QString ratingWord(int rating)
{
    switch (rating) {
    case 0:
        return QCoreApplication::translate("SelfTestChart", "none");
    case 1:
        return QCoreApplication::translate("SelfTestChart", "flicker");
    case 2:
        return QCoreApplication::translate("SelfTestChart", "soft");
    case 3:
        return QCoreApplication::translate("SelfTestChart", "firm");
    default:
        return QCoreApplication::translate("SelfTestChart", "hard");
    }
}

SelfTestChart::SelfTestChart(const Theme& theme, SelfTestKind kind, QWidget* parent)
    : TimeChart(theme, parent),
      m_kind(kind)
{
    QCustomPlot& p = plot();
    p.yAxis->setRange(-kValueEdge, kHighest + kValueEdge);
    p.yAxis->setTicker(QSharedPointer<RatingTicker>(new RatingTicker));
    new PaintedElement(&p, QStringLiteral("main"), [this](QCPPainter& painter) { paintBars(painter); });
    new PaintedElement(&p, QStringLiteral("main"), [this](QCPPainter& painter) { paintLabels(painter); });
    retranslate();
    restyle();
}

SelfTestChart::~SelfTestChart() = default;

void SelfTestChart::setTests(std::vector<TestPoint> tests)
{
    m_tests = std::move(tests);
    changed();
}

QString SelfTestChart::laneName(std::size_t lane) const
{
    if (m_kind == SelfTestKind::GluteActivation)
        return lane == 0 ? tr("Left") : tr("Right");
    return lane == 0 ? tr("Arched") : tr("Tucked");
}

void SelfTestChart::restyle()
{
    const QFontMetrics metrics(smallFont());
    int words = 0;
    for (int rating = 0; rating <= kHighest; ++rating)
        words = std::max(words, metrics.horizontalAdvance(ratingWord(rating)));
    const int names = std::max(metrics.horizontalAdvance(laneName(0)), metrics.horizontalAdvance(laneName(1)));
    setMargins(
        QMargins(words + theme().px(36), theme().px(12), names + theme().px(44), metrics.height() + theme().px(18)),
        theme().px(10));
    TimeChart::restyle();
}

void SelfTestChart::paintBars(QCPPainter& painter) const
{
    const QCPRange view = plot().xAxis->range();
    const double dodge = theme().px(3);
    const double size = theme().px(9);
    painter.setClipRect(QRectF(plot().axisRect()->rect()).adjusted(-size, -size, size, size));
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        QPolygonF line;
        for (const TestPoint& test : m_tests)
            if (const auto& value = valueOf(test, lane))
                line << QPointF(xOf(test.day) + (lane == 0 ? -dodge : dodge), yOf(value->median));
        QPen pen(theme().color(roleOf(lane)), theme().px(2));
        if (lane == 1)
            pen.setDashPattern({2.6, 1.6});
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    for (const TestPoint& test : m_tests) {
        if (test.day < view.lower || test.day > view.upper)
            continue;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const auto& value = valueOf(test, lane);
            if (!value)
                continue;
            const double x = xOf(test.day) + (lane == 0 ? -dodge : dodge);
            const QColor color = theme().color(roleOf(lane));
            painter.setPen(QPen(color, theme().px(2)));
            if (value->min != value->max) {
                painter.drawLine(QPointF(x, yOf(value->min)), QPointF(x, yOf(value->max)));
                for (const int end : {value->min, value->max})
                    painter.drawLine(QPointF(x - size / 3, yOf(end)), QPointF(x + size / 3, yOf(end)));
            }
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            drawMark(painter, shapeOf(lane), QPointF(x, yOf(value->median)), size);
        }
    }
}

void SelfTestChart::paintLabels(QCPPainter& painter) const
{
    const QRectF area = plot().axisRect()->rect();
    const double high = QFontMetrics(smallFont()).height() + theme().px(4);
    std::array<double, 2> ys{yOf(3), yOf(1)};
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        for (const TestPoint& test : m_tests)
            if (test.day <= plot().xAxis->range().upper && valueOf(test, lane))
                ys[lane] = yOf(valueOf(test, lane)->median);
    if (std::abs(ys[0] - ys[1]) < high) {
        const std::size_t above = ys[0] <= ys[1] ? 0 : 1;
        const double middle = std::max(area.top() + high / 2, std::min((ys[0] + ys[1]) / 2, area.bottom() - high / 2));
        ys[above] = middle - high / 2;
        ys[1 - above] = middle + high / 2;
    }
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const double size = theme().px(9);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const QColor color = theme().color(roleOf(lane));
        const QPointF mark(area.right() + theme().px(12) + size / 2, ys[lane]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        drawMark(painter, shapeOf(lane), mark, size);
        painter.setPen(color);
        painter.drawText(QRectF(mark.x() + size / 2 + theme().px(5), ys[lane] - high / 2, plot().width(), high),
                         Qt::AlignVCenter, laneName(lane));
    }
}

QStringList SelfTestChart::readout(int day) const
{
    const LocalDay date = LocalDay::fromNumber(day);
    QStringList lines{QLocale().toString(toQDate(date), QStringLiteral("ddd "))
                      + shortDate(date, LocalDay::fromNumber(bounds().last))};
    for (const TestPoint& test : m_tests) {
        if (test.day != day)
            continue;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const auto& value = valueOf(test, lane);
            if (!value)
                continue;
            const QString median =
                QString::fromStdString(medianText(value->median)).replace(QLatin1Char('.'), QLocale().decimalPoint());
            lines << (value->min == value->max
                          ? tr("%1: %2").arg(laneName(lane), median)
                          : tr("%1: %2 (%3 to %4)").arg(laneName(lane), median).arg(value->min).arg(value->max));
        }
    }
    if (lines.size() == 1)
        lines << tr("no test");
    return lines;
}

QSize SelfTestChart::sizeHint() const
{
    return {theme().px(860), theme().px(200)};
}

QSize SelfTestChart::minimumSizeHint() const
{
    return {theme().px(240), theme().px(160)};
}

void SelfTestChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        restyle();
    }
    TimeChart::changeEvent(event);
}

void SelfTestChart::retranslate()
{
    setAccessibleName(m_kind == SelfTestKind::GluteActivation ? tr("Glute activation over time")
                                                              : tr("Pelvic tilt over time"));
}

}  // namespace psolog
