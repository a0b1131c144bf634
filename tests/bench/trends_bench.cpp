// SPDX-License-Identifier: GPL-3.0-or-later
// Trends against its budgets, and against Qt Charts on the same data in the same run.
#include <functional>
#include <memory>

#include <QApplication>
#include <QTemporaryDir>
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
#include "storage/log.h"
#include "support/manualclock.h"
#include "support/sequentialids.h"

using namespace psolog;

namespace {

constexpr int kDays = 3650;
constexpr QSize kView(1016, 400);
constexpr int kRounds = 7;
constexpr double kSmallBudget = 50;
constexpr double kLargeBudget = 120;
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

/// Ten years with all twelve sites and so many check-ins a day.
std::unique_ptr<Log> makeLog(const QString& path, const test::ManualClock& clock, int checkInsADay)
{
    test::SequentialIds ids;
    auto log = Log::open(path.toStdString(), clock);
    if (!log)
        qFatal("no log: %s", log.error().detail.c_str());
    const Instant now = clock.now();
    unsigned state = 1;
    const auto written = (*log)->inTransaction([&]() -> Result<void> {
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
                if (const auto saved = (*log)->checkIns().save(record); !saved)
                    return saved;
            }
        }
        return {};
    });
    if (!written)
        qFatal("log not written: %s", written.error().detail.c_str());
    return std::move(*log);
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
    const test::ManualClock clock;
    const LocalDay today = localDayOf(clock.now());
    const Theme theme(ThemeChoice::Light, 100);
    const QTemporaryDir folder;
    const std::string unit = "ms";
    {
        const auto log = makeLog(folder.filePath(QStringLiteral("small.psolog")), clock, 1);
        measure(*log, today, theme);  // fonts and caches are warm from here on, for both libraries
        const Times times = measure(*log, today, theme);
        const auto everywhere = allSites();
        const double qtOne = qtChartsPaint(*log, today, {everywhere[0], everywhere[1]});
        const double qtAll = qtChartsPaint(*log, today, {everywhere.begin(), everywhere.end()});
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
    }
    const auto log = makeLog(folder.filePath(QStringLiteral("large.psolog")), clock, 23);
    const Times times = measure(*log, today, theme);
    bench::reportLimit("Trends, 1,007,400 scores, one muscle: query and first paint", kLargeBudget, times.oneMuscle,
                       unit);
    bench::reportLimit("Trends, 1,007,400 scores, all 12 sites: query and first paint", kLargeBudget, times.allMuscles,
                       unit);
    return 0;
}
