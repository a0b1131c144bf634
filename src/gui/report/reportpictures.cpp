// SPDX-License-Identifier: GPL-3.0-or-later
// The painted parts of the report: body maps, charts, and the numbers beside them.
#include <algorithm>
#include <cmath>
#include <memory>

#include <QPainter>

#include "gui/body/bodymappainter.h"
#include "gui/body/sitewords.h"
#include "gui/charts/chartmarks.h"
#include "gui/charts/sorenesschart.h"
#include "gui/report/reportparts.h"
#include "gui/report/reportwords.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

namespace {

constexpr double kPad = 10;
constexpr double kRadius = 7;
constexpr double kGap = 11;
constexpr double kSideShare = 0.355;  ///< of the width, for the numbers beside the body maps
constexpr double kCaption = 20;       ///< px under the bodies
constexpr double kChartScale = 0.8;   ///< paper is read closer than a screen
constexpr int kShortestChart = 14;    ///< days
constexpr int kHighestRating = 4;

const PaperText kHeading{12, QFont::DemiBold, Role::Text, 1};
const PaperText kSmall{9.5, QFont::Normal, Role::Muted, 1};

void placeMap(PaperLayout& layout, const QRectF& area, const QString& title, const BodyMedians& body,
              const ReportFacts& facts)
{
    double y = area.top();
    y += layout.text({area.left(), y}, area.width(), kHeading, title);
    y += layout.text({area.left(), y}, area.width(), kSmall,
                     body.days ? ReportWords::days(*body.days, facts.today) : ReportWords::noDays())
        + 3;
    SiteScores scores;
    BodyMapState state;
    state.captions = ReportWords::mapCaptions();
    QStringList words;
    for (const Site site : allSites()) {
        const auto& median = body.medians[indexOf(site)];
        if (!median)
            continue;
        scores[site] = Score::clamped(static_cast<int>(std::lround(*median)));
        state.labels[indexOf(site)] = medianWords(*median);
        words << siteLabel(site) + u' ' + medianWords(*median);
    }
    const BodyMapLayout map(QRectF(area.left(), y, area.width(), area.bottom() - y), kCaption);
    layout.item([map, scores, state,
                 theme = &layout.theme()](QPainter& painter) { paintBodyMap(painter, map, scores, state, *theme); },
                words);
}

/// A label with its value at the right; in two lines where they do not fit side by side.
double placeRow(PaperLayout& layout, QPointF topLeft, double width, const QString& label, const QString& value)
{
    const PaperText left{11, QFont::Normal, Role::Muted, 1};
    const PaperText right{11, QFont::DemiBold, Role::Text, 1, Qt::AlignRight};
    const double needed = layout.widthOf(right, value) + 1;
    if (layout.widthOf(left, label) + needed + 8 <= width) {
        layout.text(topLeft, width - needed - 8, left, label);
        return layout.text({topLeft.x() + width - needed, topLeft.y()}, needed, right, value);
    }
    const double first = layout.text(topLeft, width, left, label);
    return first + layout.text({topLeft.x(), topLeft.y() + first}, width, right, value);
}

/// A scale 0-4 with the first value hollow and the latest filled.
void placeRating(PaperLayout& layout, const QRectF& area, const std::optional<TestValue>& first,
                 const std::optional<TestValue>& latest)
{
    const double radius = 3.2;
    const auto xOf = [area, radius](double rating) {
        return area.left() + radius + rating / kHighestRating * (area.width() - 2 * radius);
    };
    const double y = area.center().y();
    for (int rating = 0; rating <= kHighestRating; ++rating)
        layout.line({xOf(rating), y - 3}, {xOf(rating), y + 3}, Role::Divider, 0.75);
    layout.line({xOf(0), y}, {xOf(kHighestRating), y}, Role::Divider, 0.75);
    if (first && latest)
        layout.line({xOf(first->median), y}, {xOf(latest->median), y}, Role::Text, 1.2);
    layout.item(
        [=, ink = layout.theme().color(Role::Text), paper = layout.theme().color(Role::Card)](QPainter& painter) {
            painter.setPen(QPen(ink, 1.1));
            painter.setBrush(paper);
            if (first)
                painter.drawEllipse(QPointF(xOf(first->median), y), radius, radius);
            painter.setBrush(ink);
            if (latest)
                painter.drawEllipse(QPointF(xOf(latest->median), y), radius, radius);
        });
}

double placeTest(PaperLayout& layout, QPointF topLeft, double width, const QString& label,
                 const std::optional<TestValue>& first, const std::optional<TestValue>& latest, int count)
{
    const double scale = 62;
    const double value = 56;
    const double high = layout.text(topLeft, width - scale - value - 12, {11, QFont::Normal, Role::Muted, 1}, label);
    placeRating(layout, {topLeft.x() + width - value - scale - 6, topLeft.y(), scale, high}, first, latest);
    layout.text({topLeft.x() + width - value, topLeft.y()}, value, {11, QFont::DemiBold, Role::Text, 1, Qt::AlignRight},
                ReportWords::change(first, latest, count));
    return high + 1;
}

void placeNumbers(PaperLayout& layout, const QRectF& area, const ReportFacts& facts)
{
    const double x = area.left();
    const double width = area.width();
    double y = area.top();
    y += layout.text({x, y}, width, kHeading, ReportWords::adherenceTitle()) + 2;
    y += placeRow(layout, {x, y}, width, ReportWords::releaseDaysLabel(), ReportWords::releaseDays(facts)) + 1;
    y += placeRow(layout, {x, y}, width, ReportWords::missingDaysLabel(), ReportWords::missingDays(facts)) + 1;
    y += placeRow(layout, {x, y}, width, ReportWords::runsLabel(), ReportWords::runs(facts)) + 8;
    y += layout.text({x, y}, width, kHeading, ReportWords::testsTitle());
    y += layout.text({x, y}, width, kSmall, ReportWords::testsCaption(facts)) + 2;
    const auto test = [&](const QString& label, const std::optional<TestSpan>& span,
                          std::optional<TestValue> TestPoint::*lane) {
        y += placeTest(layout, {x, y}, width, label, span && span->count > 1 ? span->first.*lane : std::nullopt,
                       span ? span->latest.*lane : std::nullopt, span ? span->count : 0);
    };
    const std::array labels = ReportWords::testLabels();
    test(labels[0], facts.glute, &TestPoint::first);
    test(labels[1], facts.glute, &TestPoint::second);
    test(labels[2], facts.tilt, &TestPoint::first);
    test(labels[3], facts.tilt, &TestPoint::second);
}

/// The chart of the Trends page, drawn for paper.
QPicture chartPicture(const ReportFacts& facts, DayRange days, QSize size, const Theme& theme)
{
    SorenessChart chart(theme);
    // Shown, or it gets no size; nowhere, because nobody is to see it.
    chart.setAttribute(Qt::WA_DontShowOnScreen);
    chart.setAttribute(Qt::WA_QuitOnClose, false);
    chart.resize(size);
    chart.show();
    chart.setData(std::make_shared<const TrendRows>(facts.rows), facts.findings);
    chart.setBounds(days);
    chart.setRange(days);
    return chart.picture(size);
}

void placeChart(PaperLayout& layout, const QRectF& area, const QString& title, DayRange days, const ReportFacts& facts)
{
    const double head = layout.text(area.topLeft(), area.width(), kHeading, title) + 2;
    const QSizeF size((area.width()) / kChartScale, (area.height() - head) / kChartScale);
    const QPicture picture = chartPicture(facts, days, size.toSize(), layout.theme());
    layout.item([picture, at = area.topLeft() + QPointF(0, head)](QPainter& painter) {
        painter.translate(at);
        painter.scale(kChartScale, kChartScale);
        painter.drawPicture(QPointF(0, 0), picture);
    });
}

}  // namespace

double leastBody()
{
    return 222;
}

void placeBody(PaperLayout& layout, const QRectF& area, const ReportFacts& facts)
{
    const double numbers = area.width() * kSideShare;
    const double maps = area.width() - numbers - kGap;
    layout.frame({area.left(), area.top(), maps, area.height()}, kRadius);
    const QRectF inside(area.left() + kPad, area.top() + kPad - 2, maps - 2 * kPad, area.height() - 2 * kPad + 4);
    const double half = (inside.width() - kGap) / 2;
    placeMap(layout, {inside.left(), inside.top(), half, inside.height()}, ReportWords::thenTitle(), facts.before,
             facts);
    placeMap(layout, {inside.left() + half + kGap, inside.top(), half, inside.height()}, ReportWords::nowTitle(),
             facts.now, facts);
    const QRectF beside(area.right() - numbers, area.top(), numbers, area.height());
    layout.frame(beside, kRadius);
    placeNumbers(layout, beside.adjusted(kPad, kPad - 2, -kPad, 2 - kPad), facts);
}

void placeCharts(PaperLayout& layout, const QRectF& area, const ReportFacts& facts)
{
    if (!facts.primary) {
        layout.frame({area.left(), area.top(), area.width(), 3 * kPad + kPad / 2}, kRadius);
        layout.text(area.topLeft() + QPointF(kPad, kPad), area.width() - 2 * kPad, {11.5, QFont::Normal, Role::Text, 3},
                    ReportWords::noScores());
        return;
    }
    const PaperText key{9.5, QFont::Normal, Role::Muted, 1};
    const double legend = 14;
    const QRectF charts = area.adjusted(0, 0, 0, -legend);
    const int last = facts.span->last.number();
    const int first = std::min(facts.span->first.number(), last - (kShortestChart - 1));
    const DayRange all{first, last};
    const DayRange recent{last - (kRecentChartDays - 1), last};
    if (all.length() <= kRecentChartDays) {
        placeChart(layout, charts, ReportWords::wholeTitle(facts), all, facts);
    } else {
        const double part = (charts.width() - kGap) * 0.46;
        placeChart(layout, {charts.left(), charts.top(), part, charts.height()}, ReportWords::recentTitle(facts),
                   recent, facts);
        placeChart(layout, {charts.left() + part + kGap, charts.top(), charts.width() - part - kGap, charts.height()},
                   ReportWords::wholeTitle(facts), all, facts);
    }
    layout.text({area.left(), area.bottom() - legend + 2}, area.width(), key, ReportWords::chartKey());
}

}  // namespace psolog
