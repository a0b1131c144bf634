// SPDX-License-Identifier: GPL-3.0-or-later
// Trends against its budgets, and against Qt Charts on the same data in the same run.
#include <functional>

#include <QApplication>
#include <QLabel>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include "benchreport.h"
#include "gui/charts/sorenesschart.h"
#include "gui/theme/theme.h"
#include "gui/trends/musclegrid.h"
#include "gui/trends/trenddata.h"
#include "gui/trends/trendspage.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

constexpr int kDays = 3650;
constexpr QSize kView(1016, 400);
constexpr QSize kPage(1084, 800);
constexpr int kRounds = 7;
constexpr double kSmallBudget = 50;
constexpr double kLargeBudget = 120;
constexpr double kVerdictBudget = 500;  ///< what still feels like the same answer
constexpr double kRepaintBudget = 16;
constexpr double kQtChartsFactor = 10;

double milliseconds(const std::function<void()>& work)
{
    const double start = bench::wallMs();
    work();
    return bench::wallMs() - start;
}

double medianMilliseconds(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i)
        times.push_back(milliseconds(work));
    return bench::median(times);
}

/// Ten years with all twelve sites and so many check-ins a day; a daily release in the second half.
void fillLog(test::PageFixture& fixture, int checkInsADay)
{
    test::SequentialIds& ids = fixture.ids;
    Log& log = *fixture.log;
    const Instant now = fixture.clock.now();
    unsigned state = 1;
    const auto written = log.inTransaction([&]() -> Result<void> {
        for (int day = kDays - 1; day >= 0; --day) {
            for (int i = 0; i < checkInsADay; ++i) {
                CheckIn record;
                record.id = ids.make<CheckInId>();
                record.recorded.at =
                    Instant{now.utc - std::chrono::days(day) - std::chrono::minutes(20 * (checkInsADay - i)),
                            now.offset, now.zone};
                record.recorded.day = localDayOf(now) - day;
                for (const Site site : allSites()) {
                    state = state * 1664525U + 1013904223U;
                    record.scores[site] = Score::clamped(static_cast<int>((state >> 16) % 8U));
                }
                if (const auto saved = log.checkIns().save(record); !saved)
                    return saved;
            }
            if (day >= kDays / 2)
                continue;
            ReleaseSession session;
            session.id = ids.make<ReleaseSessionId>();
            session.recorded.at = Instant{now.utc - std::chrono::days(day), now.offset, now.zone};
            session.recorded.day = localDayOf(now) - day;
            session.routineId = "daily-five";
            session.routineName = "Daily five minutes";
            session.planned = Seconds(300);
            session.worked = Seconds(300);
            session.outcome = ReleaseOutcome::Completed;
            if (const auto saved = log.releases().save(session); !saved)
                return saved;
        }
        return {};
    });
    if (!written)
        qFatal("log not written: %s", written.error().detail.c_str());
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("not read: %s", result.error().detail.c_str());
    return std::move(*result);
}

DayRange wholeLog(const TrendData& data)
{
    const LogSpan span = data.range(TrendRange::All);
    return {span.first.number(), span.last.number()};
}

struct Times {
    double oneMuscle = 0;
    double allMuscles = 0;
    double paintOne = 0;
    double paintAll = 0;
    double repaintOne = 0;
    double repaintAll = 0;
};

Times measure(Log& log, LocalDay today, const Theme& theme)
{
    Times times;
    times.oneMuscle = medianMilliseconds([&] {
        TrendData data(log.trends(), log.selfTests());
        if (!data.reload(today))
            qFatal("not read");
        const SiteTrend trend = valueOf(data.muscle(Muscle::Hamstring));
        SorenessChart chart(theme);
        chart.resize(kView);
        chart.setData(trend.rows, trend.findings);
        chart.setRange(wholeLog(data));
        chart.grab();
    });
    times.allMuscles = medianMilliseconds([&] {
        TrendData data(log.trends(), log.selfTests());
        if (!data.reload(today))
            qFatal("not read");
        MuscleGrid grid(theme);
        grid.resize(kView);
        for (std::size_t i = 0; i < kMuscleCount; ++i)
            grid.setMuscle(static_cast<Muscle>(i), valueOf(data.muscle(static_cast<Muscle>(i))));
        grid.setRange(wholeLog(data));
        grid.grab();
    });

    TrendData data(log.trends(), log.selfTests());
    if (!data.reload(today))
        qFatal("not read");
    std::vector<SiteTrend> trends;
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        trends.push_back(valueOf(data.muscle(static_cast<Muscle>(i))));
    times.paintOne = medianMilliseconds([&] {
        SorenessChart chart(theme);
        chart.resize(kView);
        chart.setData(trends[0].rows, trends[0].findings);
        chart.setRange(wholeLog(data));
        chart.grab();
    });
    times.paintAll = medianMilliseconds([&] {
        MuscleGrid grid(theme);
        grid.resize(kView);
        for (std::size_t i = 0; i < kMuscleCount; ++i)
            grid.setMuscle(static_cast<Muscle>(i), trends[i]);
        grid.setRange(wholeLog(data));
        grid.grab();
    });

    SorenessChart chart(theme);
    chart.resize(kView);
    chart.setData(trends[0].rows, trends[0].findings);
    chart.setBounds(wholeLog(data));
    chart.setRange(wholeLog(data));
    chart.grab();
    MuscleGrid grid(theme);
    grid.resize(kView);
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        grid.setMuscle(static_cast<Muscle>(i), trends[i]);
    grid.setBounds(wholeLog(data));
    grid.setRange(wholeLog(data));
    grid.grab();
    int turn = 0;
    times.repaintOne = medianMilliseconds([&] {
        chart.pan(++turn);
        chart.resetView();
        chart.grab();
    });
    times.repaintAll = medianMilliseconds([&] {
        grid.setRange(wholeLog(data));
        grid.grab();
    });
    return times;
}

struct PageTimes {
    double paint = 0;    ///< the page is made, has read its log and is painted
    double verdict = 0;  ///< verdict and early signs are there, too
};

/// The page as a user opens it, over the whole log.
PageTimes measurePage(test::PageFixture& fixture, TrendsPage::View view)
{
    std::vector<double> paints;
    std::vector<double> verdicts;
    for (int i = 0; i < kRounds; ++i) {
        const double start = bench::wallMs();
        TrendsPage page(*fixture.services);
        page.resize(kPage);
        page.setView(view);
        page.setRange(TrendRange::All);
        page.show();
        page.activate();
        page.grab();
        paints.push_back(bench::wallMs() - start);
        const auto* signs = page.findChild<QLabel*>(QStringLiteral("signsTitleLabel"));
        while (signs->text().isEmpty())
            QCoreApplication::processEvents();
        verdicts.push_back(bench::wallMs() - start);
    }
    return {bench::median(paints), bench::median(verdicts)};
}

/// The same points and lines of some sites in one Qt chart, first paint.
double qtChartsPaint(Log& log, LocalDay today, const std::vector<Site>& sites)
{
    TrendData data(log.trends(), log.selfTests());
    if (!data.reload(today))
        qFatal("not read");
    const SiteTrend trend = valueOf(data.sites(sites));
    const DayRange range = wholeLog(data);
    return milliseconds([&] {
        QChartView view;
        view.resize(kView);
        auto* chart = view.chart();
        auto* x = new QValueAxis(chart);
        x->setRange(range.first, range.last);
        auto* y = new QValueAxis(chart);
        y->setRange(0, 10);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (std::size_t i = 0; i < sites.size(); ++i) {
            const TrendSeries series = trendSeries(*trend.rows, i);
            QList<QPointF> dots;
            QList<QPointF> line;
            for (const SeriesPoint& dot : series.dots)
                dots.append({static_cast<double>(dot.day), dot.value});
            for (const auto& piece : series.lines)
                for (const SeriesPoint& point : piece)
                    line.append({static_cast<double>(point.day), point.value});
            auto* scatter = new QScatterSeries(chart);
            scatter->setMarkerSize(3);
            scatter->replace(dots);
            auto* lines = new QLineSeries(chart);
            lines->replace(line);
            for (QXYSeries* one : {static_cast<QXYSeries*>(scatter), static_cast<QXYSeries*>(lines)}) {
                chart->addSeries(one);
                one->attachAxis(x);
                one->attachAxis(y);
            }
        }
        view.grab();
    });
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    const std::string unit = "ms";
    {
        test::PageFixture fixture;
        fillLog(fixture, 1);
        const LocalDay today = fixture.services->today();
        measure(*fixture.log, today, fixture.theme);  // fonts and caches are warm from here on, for both libraries
        const Times times = measure(*fixture.log, today, fixture.theme);
        const auto everywhere = allSites();
        const double qtOne = qtChartsPaint(*fixture.log, today, {everywhere[0], everywhere[1]});
        const double qtAll = qtChartsPaint(*fixture.log, today, {everywhere.begin(), everywhere.end()});
        bench::reportLimit("Trends, 43,800 scores, one muscle: query and first paint", kSmallBudget, times.oneMuscle,
                           unit);
        bench::reportLimit("Trends, 43,800 scores, all 12 sites: query and first paint", kSmallBudget, times.allMuscles,
                           unit);
        bench::reportLimit("Trends, 43,800 scores, one muscle: repaint", kRepaintBudget, times.repaintOne, unit);
        bench::reportLimit("Trends, 43,800 scores, all 12 sites: repaint", kRepaintBudget, times.repaintAll, unit);
        bench::reportAgainst("Trends, one muscle: first paint", kQtChartsFactor, "Qt Charts", times.paintOne, qtOne,
                             unit, bench::Bound::AtLeast);
        bench::reportAgainst("Trends, all 12 sites: first paint", kQtChartsFactor, "Qt Charts", times.paintAll, qtAll,
                             unit, bench::Bound::AtLeast);
        measurePage(fixture, TrendsPage::View::Muscle);
        const PageTimes page = measurePage(fixture, TrendsPage::View::Muscle);
        bench::reportLimit("Trends page, 43,800 scores: query to first paint", kSmallBudget, page.paint, unit);
        bench::reportLimit("Trends page, 43,800 scores: query to verdict", kVerdictBudget, page.verdict, unit);
        bench::reportLimit("Trends page, 43,800 scores, all 12 sites: query to first paint", kSmallBudget,
                           measurePage(fixture, TrendsPage::View::AllMuscles).paint, unit);
    }
    test::PageFixture fixture;
    fillLog(fixture, 23);
    const Times times = measure(*fixture.log, fixture.services->today(), fixture.theme);
    bench::reportLimit("Trends, 1,007,400 scores, one muscle: query and first paint", kLargeBudget, times.oneMuscle,
                       unit);
    bench::reportLimit("Trends, 1,007,400 scores, all 12 sites: query and first paint", kLargeBudget, times.allMuscles,
                       unit);
    const PageTimes page = measurePage(fixture, TrendsPage::View::Muscle);
    bench::reportLimit("Trends page, 1,007,400 scores: query to first paint", kLargeBudget, page.paint, unit);
    bench::reportLimit("Trends page, 1,007,400 scores: query to verdict", kVerdictBudget, page.verdict, unit);
    return 0;
}
