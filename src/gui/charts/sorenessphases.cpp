// SPDX-License-Identifier: GPL-3.0-or-later
// The phases, their medians and the line through both; the rest of the chart is in sorenesschart.cpp.
#include "gui/charts/sorenesschart.h"

#include <algorithm>

#include <QLocale>

#include "gui/charts/plotlibrary.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

namespace {

constexpr std::array kSides{Side::Left, Side::Right};
constexpr float kMedianAlpha = 0.6F;
constexpr float kBandAlpha = 0.12F;
constexpr double kMiddleScore = 5;

}  // namespace

QString SorenessChart::phaseText(const QString& phase, std::optional<double> left, std::optional<double> right) const
{
    if (left && right)
        return *left == *right ? tr("%1, median %2 on both sides").arg(phase, medianWords(*left))
                               : tr("%1, median left %2, right %3").arg(phase, medianWords(*left), medianWords(*right));
    if (left || right)
        return tr("%1, median %2").arg(phase, medianWords(left ? *left : *right));
    return phase;
}

QString SorenessChart::briefText(PhaseSummary Finding::*phase) const
{
    const auto [left, right] = mediansOf(phase);
    if (left && right && *left != *right)
        return tr("median %1 / %2", "left and right").arg(medianWords(*left), medianWords(*right));
    return left || right ? tr("median %1").arg(medianWords(left ? *left : *right)) : QString();
}

std::array<std::optional<double>, 2> SorenessChart::mediansOf(PhaseSummary Finding::*phase) const
{
    std::array<std::optional<double>, 2> medians;
    for (const Side side : kSides)
        if (const auto& finding = lane(side).finding; lane(side).shown && finding)
            medians[static_cast<std::size_t>(side)] = ((*finding).*phase).median;
    return medians;
}

QString SorenessChart::baselineText() const
{
    const auto medians = mediansOf(&Finding::before);
    return phaseText(tr("baseline"), medians[0], medians[1]);
}

QString SorenessChart::releaseText() const
{
    const auto medians = mediansOf(&Finding::since);
    return phaseText(tr("release"), medians[0], medians[1]);
}

void SorenessChart::paintPhases(QCPPainter& painter) const
{
    if (!m_rows || m_rows->empty())
        return;
    const QRectF area = plot().axisRect()->rect();
    if (area.width() < 1)
        return;
    const auto release = m_rows->firstRelease();
    const double begin = std::max(xOf(m_rows->day(0).day - 0.5), area.left());
    const double end = release ? std::clamp(xOf(release->number() - 0.5), area.left(), area.right()) : area.right();
    const QFontMetrics metrics(smallFont());
    const double textTop = area.top() - metrics.height() - theme().px(4);
    painter.setFont(smallFont());

    /// Text above the plot: the first form that has room, if any.
    const auto write = [&](double from, double to, const QStringList& forms) {
        for (const QString& words : forms) {
            if (words.isEmpty() || metrics.horizontalAdvance(words) + theme().px(8) > to - from)
                continue;
            painter.drawText(QRectF(from + theme().px(4), textTop, to - from, metrics.height()), Qt::AlignVCenter,
                             words);
            return;
        }
    };
    if (end > begin) {
        painter.fillRect(QRectF(begin, area.top(), end - begin, area.height()), theme().color(Role::BaselineShade));
        painter.setPen(theme().color(Role::Muted));
        write(begin, end,
              m_compact ? QStringList{tr("baseline")}
                        : QStringList{baselineText(), briefText(&Finding::before), tr("baseline")});
    }
    if (!release)
        return;
    const double x = xOf(release->number() - 0.5);
    if (x >= area.left() && x <= area.right()) {
        painter.setPen(QPen(theme().color(Role::Accent), theme().px(1.6), Qt::DashLine));
        painter.drawLine(QPointF(x, textTop + theme().px(2)), QPointF(x, area.bottom()));
    }
    if (end < area.right()) {
        painter.setPen(theme().color(Role::Accent));
        write(end, plot().width(),
              m_compact ? QStringList{tr("release")}
                        : QStringList{releaseText(), briefText(&Finding::since), tr("release")});
    }
}

void SorenessChart::paintMedians(QCPPainter& painter) const
{
    if (!m_rows || m_rows->empty() || m_compact)
        return;
    const QRectF area = plot().axisRect()->rect();
    const auto release = m_rows->firstRelease();
    const double begin = std::max(xOf(m_rows->day(0).day - 0.5), area.left());
    const double end = std::min(xOf(m_rows->day(m_rows->size() - 1).day + 0.5), area.right());
    const double split = release ? std::clamp(xOf(release->number() - 0.5), begin, std::max(begin, end)) : end;
    for (const Side side : kSides) {
        const Lane& one = lane(side);
        if (!one.shown || !one.finding)
            continue;
        QColor color = colorOf(side);
        color.setAlphaF(kMedianAlpha);
        painter.setPen(QPen(color, theme().scale(), Qt::DotLine));
        const auto draw = [&](const std::optional<double>& median, double from, double to) {
            if (median && to > from)
                painter.drawLine(QPointF(from, yOf(*median)), QPointF(to, yOf(*median)));
        };
        draw(one.finding->before.median, begin, split);
        if (release)
            draw(one.finding->since.median, split, end);
    }
}

void SorenessChart::paintSlope(QCPPainter& painter) const
{
    if (!m_slope || m_compact)
        return;
    const SlopeBand& band = *m_slope;
    const QRectF area = plot().axisRect()->rect();
    const auto at = [&](double day, double slope) {
        return QPointF(xOf(day), yOf(band.value + slope * (day - band.day)));
    };
    painter.save();
    painter.setClipRect(area);
    // Two triangles that meet in the point of medians.
    QColor fill = theme().color(Role::Text);
    fill.setAlphaF(kBandAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QPointF middle(xOf(band.day), yOf(band.value));
    for (const double day : {band.first, band.last})
        painter.drawPolygon(QPolygonF({middle, at(day, band.interval.low), at(day, band.interval.high)}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(Role::Text), 1.6 * theme().scale()));
    painter.drawLine(at(band.first, band.slope), at(band.last, band.slope));
    painter.restore();

    // Where the line is not: above a low one, below a high one.
    const QRectF room = area.adjusted(theme().px(8), theme().px(6), -theme().px(8), -theme().px(6));
    painter.setFont(smallFont());
    QRectF box = QFontMetricsF(smallFont()).boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, band.legend);
    if (band.value > kMiddleScore)
        box.moveBottom(room.bottom());
    painter.fillRect(box.adjusted(-theme().px(4), -theme().px(2), theme().px(4), theme().px(2)),
                     theme().color(Role::Card));
    painter.setPen(theme().color(Role::Text));
    painter.drawText(box.adjusted(0, 0, 1, 1), Qt::AlignLeft | Qt::TextWordWrap, band.legend);
}

}  // namespace psolog
