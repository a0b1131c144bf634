// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/sorenesschart.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QLocale>

#include "core/score.h"
#include "gui/charts/chartlayers.h"
#include "gui/charts/chartmarks.h"
#include "gui/charts/linethinning.h"
#include "gui/charts/plotlibrary.h"
#include "gui/charts/seriestoggle.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr double kValueEdge = 0.15;  ///< room below 0 and above 10, so that a line there keeps its full width
constexpr double kDotAlpha = 0.5;
constexpr double kDotSize = 7;
constexpr double kDenseDay = 1.5;     ///< px a day below which lines are thinner
constexpr double kLineColumn = 2;     ///< px that one point of a line stands for
constexpr double kLoneLine = 0.25;    ///< half the length in days of a piece of line with one point
constexpr double kRoundedMark = 2.5;  ///< narrower marks under the axis are plain bars
constexpr std::size_t kScores = Score::kMax + 1;
constexpr std::array kSides{Side::Left, Side::Right};

const QString kBackLayer = QStringLiteral("background");
const QString kMainLayer = QStringLiteral("main");

MarkShape shapeOf(Side side)
{
    return side == Side::Left ? MarkShape::Circle : MarkShape::Square;
}

}  // namespace

SorenessChart::SorenessChart(const Theme& theme, QWidget* parent) : TimeChart(theme, parent)
{
    QCustomPlot& p = plot();
    p.yAxis->setRange(Score::kMin - kValueEdge, Score::kMax + kValueEdge);
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(2);
    p.yAxis->setTicker(ticker);

    new PaintedElement(&p, kBackLayer, [this](QCPPainter& painter) { paintPhases(painter); });
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintMedians(painter); });
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintDots(painter); });
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintLines(painter); });
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintSlope(painter); });
    for (const Side side : {Side::Right, Side::Left}) {
        auto* toggle = new SeriesToggle(theme, this);
        lane(side).toggle = toggle;
        toggle->setObjectName(side == Side::Left ? QStringLiteral("leftSeriesButton")
                                                 : QStringLiteral("rightSeriesButton"));
        connect(toggle, &QAbstractButton::toggled, this, [this, side](bool on) { setSideShown(side, on); });
    }
    setTabOrder(lane(Side::Left).toggle, lane(Side::Right).toggle);
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintMarks(painter); });
    new PaintedElement(&p, kMainLayer, [this](QCPPainter& painter) { paintNames(painter); });
    connect(&p, &QCustomPlot::afterReplot, this, &SorenessChart::placeNames);
    retranslate();
    restyle();
}

SorenessChart::~SorenessChart() = default;

void SorenessChart::setData(std::shared_ptr<const TrendRows> rows, std::vector<Finding> findings)
{
    m_rows = std::move(rows);
    for (const Side side : kSides) {
        Lane& one = lane(side);
        one.column.reset();
        one.finding.reset();
        one.series = {};
        for (std::size_t i = 0; m_rows && i < m_rows->sites().size(); ++i) {
            if (m_rows->sites()[i].side != side)
                continue;
            one.column = i;
            one.series = trendSeries(*m_rows, i);
            if (i < findings.size())
                one.finding = findings[i];
        }
    }
    changed();
}

const TrendSeries* SorenessChart::series(Side side) const
{
    return lane(side).column ? &lane(side).series : nullptr;
}

void SorenessChart::setCompact(bool compact)
{
    m_compact = compact;
    restyle();
}

void SorenessChart::setSlope(std::optional<SlopeBand> slope)
{
    if (!slope && !m_slope)
        return;
    m_slope = std::move(slope);
    changed();
}

void SorenessChart::setSideShown(Side side, bool shown)
{
    Lane& one = lane(side);
    if (one.shown == shown)
        return;
    one.shown = shown;
    one.toggle->setChecked(shown);
    changed();
    Q_EMIT sideToggled(side, shown);
}

bool SorenessChart::isSideShown(Side side) const
{
    return lane(side).shown;
}

QColor SorenessChart::colorOf(Side side) const
{
    return theme().color(side == Side::Left ? Role::SeriesLeft : Role::SeriesRight);
}

void SorenessChart::restyle()
{
    const QFontMetrics metrics(smallFont());
    const int row = metrics.height();
    const int rows = m_compact ? 0 : 2 * row;
    const int names = metrics.horizontalAdvance(tr("Right")) + theme().px(m_compact ? 26 : 44);
    const int left = m_compact
        ? metrics.horizontalAdvance(QStringLiteral("10")) + theme().px(16)
        : std::max(metrics.horizontalAdvance(tr("release")), metrics.horizontalAdvance(tr("runs"))) + theme().px(18);
    setMargins(QMargins(left, row + theme().px(m_compact ? 6 : 14), names, rows + row + theme().px(14)),
               rows + theme().px(8));
    TimeChart::restyle();
}

void SorenessChart::paintLines(QCPPainter& painter) const
{
    const QCPRange view = plot().xAxis->range();
    const double perDay = dayWidth();
    const double columnWidth = kLineColumn / perDay;
    const double x0 = xOf(0);
    const double width = theme().scale() * (perDay < kDenseDay ? 1.3 : m_compact ? 1.8 : 2.4);
    painter.save();
    painter.setClipRect(QRectF(plot().axisRect()->rect()).adjusted(0, -2, 0, 2));
    painter.setBrush(Qt::NoBrush);
    QList<QLineF> segments;
    for (const Side side : {Side::Right, Side::Left}) {
        const Lane& one = lane(side);
        if (!one.shown)
            continue;
        QPen pen(colorOf(side), width, Qt::SolidLine, side == Side::Left ? Qt::SquareCap : Qt::FlatCap, Qt::RoundJoin);
        if (side == Side::Right)
            pen.setDashPattern({2.6, 1.6});
        painter.setPen(pen);
        for (const auto& piece : one.series.lines) {
            if (piece.back().day < view.lower || piece.front().day > view.upper)
                continue;
            std::vector<QPointF> points = thinnedLine(piece, view.lower, view.upper, columnWidth);
            if (points.size() == 1)
                points = {points[0] - QPointF(kLoneLine, 0), points[0] + QPointF(kLoneLine, 0)};
            for (QPointF& point : points)
                point = QPointF(x0 + point.x() * perDay, yOf(point.y()));
            if (painter.modes().testFlag(QCPPainter::pmVectorized)) {
                painter.drawPolyline(points.data(), static_cast<int>(points.size()));
                continue;
            }
            // Single lines: joining hundreds of steep ones into one outline takes a hundred times as long.
            segments.clear();
            for (std::size_t i = 1; i < points.size(); ++i)
                segments.append(QLineF(points[i - 1], points[i]));
            painter.drawLines(segments);
        }
    }
    painter.restore();
}

QSize SorenessChart::sizeHint() const
{
    return m_compact ? QSize(theme().px(300), theme().px(150)) : TimeChart::sizeHint();
}

QSize SorenessChart::minimumSizeHint() const
{
    return m_compact ? QSize(theme().px(200), theme().px(140)) : TimeChart::minimumSizeHint();
}

void SorenessChart::paintDots(QCPPainter& painter) const
{
    const QCPRange view = plot().xAxis->range();
    const bool vectors = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double perDay = dayWidth();
    const double scale = theme().scale();
    // Marks shrink as days come closer, so that a year is still a cloud and not a bar.
    const double size = kDotSize * scale * (m_compact ? 0.7 : 1.0) * std::clamp(perDay / (5 * scale), 0.45, 1.0);
    const bool both =
        lane(Side::Left).shown && lane(Side::Right).shown && lane(Side::Left).column && lane(Side::Right).column;
    const double dodge = both ? std::clamp((perDay - size) / 2, 0.0, size / 2) : 0.0;

    for (const Side side : kSides) {
        const Lane& one = lane(side);
        if (!one.shown)
            continue;
        QColor color = colorOf(side);
        color.setAlphaF(kDotAlpha);
        const QPixmap mark =
            vectors ? QPixmap() : markPixmap(shapeOf(side), size, color, plot().bufferDevicePixelRatio());
        const double half = vectors ? 0 : mark.width() / mark.devicePixelRatio() / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        std::array<double, kScores> ys{};
        for (std::size_t score = 0; score < kScores; ++score)
            ys[score] = yOf(static_cast<double>(score));
        const double x0 = xOf(0) + (side == Side::Left ? -dodge : dodge);
        const double columnWidth = std::max(1.0, std::floor(size / 2));

        // Of all dots that fall on one place, one is drawn.
        const auto first = std::lower_bound(one.series.dots.begin(), one.series.dots.end(), view.lower,
                                            [](const SeriesPoint& dot, double lower) { return dot.day < lower; });
        std::bitset<kScores> drawn;
        int column = std::numeric_limits<int>::min();
        for (auto dot = first; dot != one.series.dots.end() && dot->day <= view.upper; ++dot) {
            const double x = x0 + dot->day * perDay;
            const int pixel = static_cast<int>(std::floor(x / columnWidth));
            if (pixel != column) {
                column = pixel;
                drawn.reset();
            }
            const auto score = static_cast<std::size_t>(dot->value);
            if (drawn.test(score))
                continue;
            drawn.set(score);
            if (vectors)
                drawMark(painter, shapeOf(side), QPointF(x, ys[score]), size);
            else
                painter.drawPixmap(QPointF(x - half, ys[score] - half), mark);
        }
    }
}

void SorenessChart::paintMarks(QCPPainter& painter) const
{
    if (m_compact || !m_rows)
        return;
    const QRectF area = plot().axisRect()->rect();
    const QFontMetrics metrics(smallFont());
    const double releaseY = area.bottom() + theme().px(6) + metrics.height() / 2.0;
    const double runY = releaseY + metrics.height();
    const double wide = std::clamp(dayWidth() * 0.5, 1.0, static_cast<double>(theme().px(5)));
    const double high = theme().px(9);

    painter.setFont(smallFont());
    painter.setPen(theme().color(Role::Muted));
    const double right = area.left() - theme().px(10);
    const auto label = [&](double y, const QString& text) {
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, right, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    };
    label(releaseY, tr("release"));
    label(runY, tr("runs"));

    painter.setPen(Qt::NoPen);
    const QCPRange view = plot().xAxis->range();
    double lastRelease = -1;
    double lastRun = -1;
    for (std::size_t row = 0; row < m_rows->size(); ++row) {
        const TrendDay& day = m_rows->day(row);
        if (day.day < view.lower || (day.releases == 0 && day.runs == 0))
            continue;
        if (day.day > view.upper)
            break;
        const double x = std::round(xOf(day.day) * 2) / 2;
        if (day.releases > 0 && x - lastRelease >= 1) {
            lastRelease = x;
            painter.setBrush(theme().color(Role::Accent));
            const QRectF mark(x - wide / 2, releaseY - high / 2, wide, high);
            if (wide < kRoundedMark)
                painter.fillRect(mark, painter.brush());
            else
                painter.drawRoundedRect(mark, wide * 0.3, wide * 0.3);
        }
        if (day.runs > 0 && x - lastRun >= 1) {
            lastRun = x;
            painter.setBrush(theme().color(Role::RunMark));
            if (wide < kRoundedMark)
                painter.fillRect(QRectF(x - wide / 2, runY - 1, wide, 2), painter.brush());
            else
                painter.drawEllipse(QPointF(x, runY), wide / 2, wide / 2);
        }
    }
}

QStringList SorenessChart::readout(int day) const
{
    const LocalDay date = LocalDay::fromNumber(day);
    const LocalDay last = LocalDay::fromNumber(bounds().last);
    QStringList lines{QLocale().toString(toQDate(date), QStringLiteral("ddd ")) + shortDate(date, last)};
    const auto row = m_rows ? m_rows->find(day) : std::nullopt;
    if (!row) {
        lines << tr("nothing logged");
        return lines;
    }
    for (const Side side : kSides) {
        const Lane& one = lane(side);
        if (!one.column || !one.shown)
            continue;
        const TrendCell& cell = m_rows->cell(*row, *one.column);
        if (cell.count == 0) {
            lines << tr("%1: not asked").arg(one.toggle->text());
            continue;
        }
        QStringList scores;
        for (const int score : scoresIn(cell.scores))
            scores << QString::number(score);
        lines << (cell.rolling
                      ? tr("%1: %2 (7-day median %3)")
                            .arg(one.toggle->text(), scores.join(QStringLiteral(", ")), medianWords(*cell.rolling))
                      : tr("%1: %2").arg(one.toggle->text(), scores.join(QStringLiteral(", "))));
    }
    const TrendDay& entry = m_rows->day(*row);
    QStringList done;
    if (entry.releases > 0)
        done << tr("release");
    if (entry.runs > 0)
        done << (entry.runs > 1 ? tr("%1 runs").arg(entry.runs) : tr("run"));
    if (!done.isEmpty())
        lines << done.join(QStringLiteral(", "));
    return lines;
}

void SorenessChart::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier) {
        if (event->key() == Qt::Key_L && lane(Side::Left).column)
            return setSideShown(Side::Left, !isSideShown(Side::Left));
        if (event->key() == Qt::Key_R && lane(Side::Right).column)
            return setSideShown(Side::Right, !isSideShown(Side::Right));
    }
    TimeChart::keyPressEvent(event);
}

void SorenessChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        restyle();
    }
    TimeChart::changeEvent(event);
}

void SorenessChart::resizeEvent(QResizeEvent* event)
{
    TimeChart::resizeEvent(event);
    changed();
}

void SorenessChart::retranslate()
{
    lane(Side::Left).toggle->setText(tr("Left"));
    lane(Side::Right).toggle->setText(tr("Right"));
    lane(Side::Left).toggle->setAccessibleName(tr("Show the left side"));
    lane(Side::Right).toggle->setAccessibleName(tr("Show the right side"));
    setAccessibleName(tr("Soreness over time"));
}

}  // namespace psolog
