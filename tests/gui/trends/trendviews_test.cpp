// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "gui/charts/reliefchart.h"
#include "gui/charts/weeklychart.h"
#include "gui/charts/yearheatmap.h"
#include "gui/trends/trendspage.h"
#include "gui/trends/weeklysamples.h"
#include "gui/widgets/datewords.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString valueOf(QWidget* widget)
{
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
    return seen != nullptr ? seen->text(QAccessible::Value) : QString();
}

/// The page on a log, shown.
struct Shown {
    explicit Shown(test::PageFixture& fixture) : Shown(*fixture.services) { }
    explicit Shown(Services& services) : page(services)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.activate();
    }

    template <class W>
    [[nodiscard]] W* find(const char* name) const
    {
        return page.findChild<W*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const { return find<QLabel>(name)->text(); }
    void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    TrendsPage page;
};

/// A log whose scores and days cannot be read as long as it is told so.
class FailingTrends : public ITrendLog {
public:
    explicit FailingTrends(ITrendLog& real) : m_real(real) { }
    Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override
    {
        if (fails)
            return fail(ErrorCode::Damaged);
        return m_real.scores(site, first, last);
    }
    Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override
    {
        if (fails)
            return fail(ErrorCode::Damaged);
        return m_real.dayScores(site, first, last);
    }
    Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override
    {
        if (fails)
            return fail(ErrorCode::Damaged);
        return m_real.activity(first, last);
    }
    Result<std::optional<LogSpan>> span() override { return m_real.span(); }
    Result<std::optional<LocalDay>> firstReleaseDay() override { return m_real.firstReleaseDay(); }

    bool fails = false;

private:
    ITrendLog& m_real;
};

Services withTrends(Services& real, ITrendLog& trends)
{
    return Services{real.clock,    real.ids,    real.athletes, real.checkIns,    real.selfTests,
                    real.releases, trends,      real.weekly,   real.experiments, real.file,
                    real.settings, real.theme,  real.poses,    real.routines,    real.alarm,
                    real.guide,    real.ticker, real.changes,  real.undo,        real.random};
}

/// One score some days ago.
void checkIn(test::PageFixture& fixture, int daysAgo)
{
    CheckIn record;
    record.id = fixture.ids.make<CheckInId>();
    const Instant now = fixture.clock.now();
    record.recorded.at = Instant{now.utc - std::chrono::days(daysAgo), now.offset, now.zone};
    record.recorded.day = localDayOf(record.recorded.at);
    record.scores[{Muscle::Hamstring, Side::Left}] = Score::clamped(4);
    if (const auto saved = fixture.log->checkIns().save(record); !saved)
        qFatal("check-in not saved: %s", saved.error().detail.c_str());
}

/// Rows of the table and lines of the CSV of what is in view: must be the same number, and the days the same.
void compareTableWithCsv(test::PageFixture& fixture, Shown& shown)
{
    shown.page.setTableShown(true);
    const auto* model = shown.find<QTableView>("trendTableView")->model();
    QVERIFY(model->rowCount() > 0);
    const QString path = fixture.folder.filePath(QStringLiteral("view.csv"));
    QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
    const QList<QByteArray> lines = contentOf(path).split('\n');
    QCOMPARE(static_cast<int>(lines.size()) - 2, model->rowCount());
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto day = LocalDay::parse(lines[row + 1].split(',')[0].toStdString());
        QVERIFY(day);
        QCOMPARE(model->index(row, 0).data().toString(),
                 QLocale().toString(QDate::fromJulianDay(2440588 + day->number()), QStringLiteral("ddd d MMM yyyy")));
    }
}

}  // namespace

class TrendViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCalendarShowsTheSiteOfTheVerdictFirst()
    {
        test::PageFixture fixture;
        fixture.fillDemo(150);
        Shown shown(fixture);
        shown.press(Qt::Key_Y);
        auto* map = shown.find<YearHeatMap>("yearHeatMap");
        QVERIFY(map->isVisible());
        QVERIFY(shown.find<QAbstractButton>("yearViewButton")->isChecked());
        QVERIFY(shown.find<QComboBox>("siteComboBox")->currentText().contains(QStringLiteral("hamstring")));
        QCOMPARE(shown.find<QComboBox>("siteComboBox")->count(), 12);
        QVERIFY2(shown.text("titleLabel").contains(QStringLiteral("2026: median")),
                 qPrintable(shown.text("titleLabel")));
        QCOMPARE(map->accessibleDescription(), shown.text("titleLabel"));
        QVERIFY(!shown.find<QAbstractButton>("monthButton")->isEnabled());
    }

    void theFocusGoesWithTheView()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        for (const Qt::Key key : {Qt::Key_Y, Qt::Key_D, Qt::Key_A, Qt::Key_Y})
            shown.press(key);
        QVERIFY(shown.find<YearHeatMap>("yearHeatMap")->hasFocus());
    }

    void aLogThatCannotBeReadShowsAnEmptyCalendar()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        FailingTrends trends(fixture.services->trends);
        Services services = withTrends(*fixture.services, trends);
        trends.fails = true;
        Shown shown(services);
        shown.page.setView(TrendsPage::View::Year);
        QVERIFY(shown.find<QWidget>("errorBanner")->isVisible());
        QVERIFY(shown.find<YearHeatMap>("yearHeatMap")->isVisible());
        QVERIFY(!shown.find<QWidget>("sorenessChart")->isVisible());
        shown.page.setTableShown(true);
        QCOMPARE(shown.find<QTableView>("trendTableView")->model()->rowCount(), 0);
        const QString path = fixture.folder.filePath(QStringLiteral("empty.csv"));
        QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
    }

    void aSiteThatCannotBeReadIsNotChosen()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        FailingTrends trends(fixture.services->trends);
        Services services = withTrends(*fixture.services, trends);
        Shown shown(services);
        shown.page.setView(TrendsPage::View::Year);
        auto* sites = shown.find<QComboBox>("siteComboBox");
        const QString site = sites->currentText();
        const QString title = shown.text("titleLabel");
        trends.fails = true;
        sites->setFocus();
        QTest::keyClick(sites, Qt::Key_End);
        QCOMPARE(sites->currentText(), site);
        QCOMPARE(shown.text("titleLabel"), title);
        QVERIFY(shown.find<QWidget>("errorBanner")->isVisible());
    }

    void theCalendarHasNoRangeToChange()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        shown.press(Qt::Key_Y);
        shown.press(Qt::Key_1);
        QVERIFY(shown.find<QAbstractButton>("threeMonthsButton")->isChecked());
    }

    void anExportNeverReplacesTheLog()
    {
        test::PageFixture fixture;
        fixture.fillDemo(10);
        Shown shown(fixture);
        const QString link = fixture.folder.filePath(QStringLiteral("trend.csv"));
        const QString log = QString::fromStdString(fixture.logPath());
        QVERIFY(QFile::link(log, link));
        for (const QString& path : {log, link})
            QVERIFY(!shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
        QVERIFY(shown.text("errorLabel").startsWith(QStringLiteral("That is your log")));
        QVERIFY(QFile::exists(log));
        QVERIFY(fixture.log->trends().span());
    }

    void arrowsReadOutDays()
    {
        test::PageFixture fixture;
        fixture.fillDemo(150);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Year);
        auto* map = shown.find<YearHeatMap>("yearHeatMap");
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Left);
        const int last = fixture.services->today().number();
        QCOMPARE(map->cursorDay(), std::optional(last));
        QTest::keyClick(map, Qt::Key_Left);
        QCOMPARE(map->cursorDay(), std::optional(last - 7));
        QTest::keyClick(map, Qt::Key_Up);
        QCOMPARE(map->cursorDay(), std::optional(last - 8));
        QCOMPARE(valueOf(map), map->readout(last - 8));
        QVERIFY(!map->readout(last - 8).isEmpty());
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->cursorDay(), std::optional(last));
        QTest::keyClick(map, Qt::Key_Escape);
        QVERIFY(!map->cursorDay());
        QTest::keyClick(map, Qt::Key_Home);
        QCOMPARE(map->cursorDay(), std::optional(last - 149));
    }

    void yearsAreStrolledThroughUpToTheEndsOfTheLog()
    {
        test::PageFixture fixture;
        fixture.fillDemo(900);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Year);
        auto* map = shown.find<YearHeatMap>("yearHeatMap");
        map->setFocus();
        QCOMPARE(map->year(), 2026);
        QVERIFY(!shown.find<QAbstractButton>("laterYearButton")->isEnabled());
        QTest::keyClick(map, Qt::Key_PageUp);
        QCOMPARE(map->year(), 2025);
        QVERIFY(shown.text("titleLabel").contains(QStringLiteral("2025")));
        shown.click("earlierYearButton");
        QCOMPARE(map->year(), 2024);
        QVERIFY(!shown.find<QAbstractButton>("earlierYearButton")->isEnabled());
        QTest::keyClick(map, Qt::Key_PageUp);
        QCOMPARE(map->year(), 2024);
        shown.click("laterYearButton");
        QCOMPARE(shown.text("yearLabel"), QStringLiteral("2025"));
    }

    void anotherSiteIsAnotherCalendar()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Year);
        const QString before = shown.text("titleLabel");
        auto* sites = shown.find<QComboBox>("siteComboBox");
        sites->setFocus();
        QTest::keyClick(sites, Qt::Key_Down);
        QVERIFY(shown.text("titleLabel") != before);
        QVERIFY(shown.text("titleLabel").startsWith(sites->currentText()));
    }

    void calendarTableAndCsvAreTheSameRows()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Year);
        compareTableWithCsv(fixture, shown);
    }

    void reliefSaysHowMuchIsLeft()
    {
        test::PageFixture fixture;
        fixture.fillDemo(150);
        Shown shown(fixture);
        shown.press(Qt::Key_D);
        auto* chart = shown.find<ReliefChart>("reliefChart");
        QVERIFY(chart->isVisible());
        QVERIFY(!chart->rows().empty());
        QVERIFY2(shown.text("titleLabel").startsWith(QStringLiteral("Still there")),
                 qPrintable(shown.text("titleLabel")));
        QVERIFY(shown.text("reliefCautionLabel").contains(QStringLiteral("regression to the mean")));
        QVERIFY(shown.text("reliefCautionLabel").contains(QStringLiteral("never zero")));
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->cursorRow(), std::optional<std::size_t>(0));
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(valueOf(chart), chart->readout(1));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(!chart->cursorRow());
    }

    void reliefFollowsTheRange()
    {
        test::PageFixture fixture;
        fixture.fillDemo(150);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Relief);
        const auto all = [&] { return shown.find<ReliefChart>("reliefChart")->rows().size(); };
        const std::size_t months = all();
        QTest::keyClick(&shown.page, Qt::Key_1);
        QVERIFY(all() < months);
        compareTableWithCsv(fixture, shown);
    }

    void reliefIsReadOnceUntilTheLogChanges()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Relief);
        const auto rows = [&] { return shown.find<ReliefChart>("reliefChart")->rows().size(); };
        const std::size_t before = rows();
        ReleaseSession session = fixture.log->releases().latest().value().value();
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = fixture.services->recordedNow();
        session.before = {Score::clamped(6), Score::clamped(5)};
        session.after = {Score::clamped(3), Score::clamped(3)};
        session.events.clear();
        QVERIFY(fixture.log->releases().save(session));
        shown.page.setRange(TrendRange::All);
        QCOMPARE(rows(), before);
        fixture.changes.announce();
        QCOMPARE(rows(), before + 2);
    }

    void reliefWithoutRatedSessionsLeadsToTheRelease()
    {
        test::PageFixture fixture;
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Relief);
        QVERIFY(shown.find<QLabel>("emptyTitleLabel")->isVisible());
        QSignalSpy requested(&shown.page, &Page::pageRequested);
        shown.click("emptyActionButton");
        QCOMPARE(requested[0][0].value<PageId>(), PageId::Release);
    }

    void fewSessionsAreCalledTooFew()
    {
        test::PageFixture fixture;
        ReleaseSession session;
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = fixture.services->recordedNow();
        session.routineId = "daily-five";
        session.outcome = ReleaseOutcome::Completed;
        session.worked = Seconds(300);
        session.before = {Score::clamped(6), Score::clamped(5)};
        session.after = {Score::clamped(3), Score::clamped(3)};
        QVERIFY(fixture.log->releases().save(session));
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Relief);
        QVERIFY(shown.find<ReliefChart>("reliefChart")->isVisible());
        QCOMPARE(shown.text("titleLabel"), QStringLiteral("Too few answers to say how long relief lasts"));
    }

    void weeklySeverityIsChartedWithItsSubstantialWeeks()
    {
        test::PageFixture fixture;
        checkIn(fixture, 100);
        test::addWeeks(fixture, 12);
        Shown shown(fixture);
        shown.press(Qt::Key_W);
        auto* chart = shown.find<WeeklyChart>("weeklyChart");
        QVERIFY(chart->isVisible());
        QCOMPARE(chart->weeks().size(), 10U);
        QCOMPARE(shown.text("titleLabel"),
                 QStringLiteral("Last answered %1: severity 0 of 100; substantial problems in 5 of 10 weeks")
                     .arg(shortDate(chart->weeks().back().day, fixture.services->today())));
        const int first = chart->weeks().front().day.number();
        QVERIFY(chart->readout(first - 6).join(QLatin1Char(' ')).contains(QStringLiteral("Severity 68")));
        QVERIFY(chart->readout(first).contains(QStringLiteral("Substantial problem")));
        QVERIFY(chart->readout(first + 8).contains(QStringLiteral("no weekly check-in")));
        QVERIFY(!chart->readout(first + 15).contains(QStringLiteral("no weekly check-in")));
        static_cast<void>(chart->grab());  // lays it out
        QVERIFY2(std::abs(chart->yOf(0) - chart->yOf(100)) > 100, "the axis is 0 to 100");
        compareTableWithCsv(fixture, shown);
    }

    void withoutAWeeklyCheckInTheViewLeadsToIt()
    {
        test::PageFixture fixture;
        checkIn(fixture, 30);
        Shown shown(fixture);
        shown.page.setView(TrendsPage::View::Weekly);
        QVERIFY(shown.find<QLabel>("emptyTitleLabel")->isVisible());
        QSignalSpy requested(&shown.page, &Page::pageRequested);
        shown.click("emptyActionButton");
        QCOMPARE(requested[0][0].value<PageId>(), PageId::Weekly);
    }

    void aPlanThatRunsIsNotPlannedAgain()
    {
        test::PageFixture fixture;
        fixture.fillDemo(10);
        Shown shown(fixture);
        const auto* button = shown.find<QAbstractButton>("experimentButton");
        QCOMPARE(button->text(), QStringLiteral("Know it better: plan an experiment…"));
        Experiment plan;
        plan.id = fixture.ids.make<ExperimentId>();
        plan.recorded = fixture.services->recordedNow();
        plan.firstDay = fixture.services->today();
        QVERIFY(fixture.services->experiments.begin(plan));
        fixture.changes.announce();
        QCOMPARE(button->text(), QStringLiteral("Your plan"));
    }

    void everyViewExportsAPictureAndAPage()
    {
        test::PageFixture fixture;
        fixture.fillDemo(60);
        Shown shown(fixture);
        for (const auto view : {TrendsPage::View::Year, TrendsPage::View::Relief, TrendsPage::View::Weekly}) {
            shown.page.setView(view);
            const QString png = fixture.folder.filePath(QStringLiteral("view.png"));
            QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Png, png));
            QVERIFY(QImage(png).width() > 2000);
            const QString pdf = fixture.folder.filePath(QStringLiteral("view.pdf"));
            QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Pdf, pdf));
            QVERIFY(contentOf(pdf).startsWith("%PDF-"));
            QVERIFY2(contentOf(pdf).size() > 5'000, "an empty page");
        }
    }

    void oneDayOfScoresIsADrawnDay()
    {
        test::PageFixture fixture;
        fixture.fillDemo(1);
        Shown shown(fixture);
        for (const auto view : {TrendsPage::View::Year, TrendsPage::View::Relief, TrendsPage::View::Weekly}) {
            shown.page.setView(view);
            QVERIFY(!shown.text("titleLabel").contains(QStringLiteral("nan")));
            QVERIFY(!shown.page.grab().isNull());
        }
    }

    void everythingFitsAtTwiceTheTextSize()
    {
        test::PageFixture fixture(ThemeChoice::Light, 200);
        fixture.fillDemo(60);
        Shown shown(fixture);
        shown.page.resize(828, 700);
        for (const auto view : {TrendsPage::View::Year, TrendsPage::View::Relief, TrendsPage::View::Weekly}) {
            shown.page.setView(view);
            QTest::qWait(0);
            for (const QWidget* widget : shown.page.findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                const QPoint right = widget->mapTo(&shown.page, QPoint(widget->width(), 0));
                QVERIFY2(right.x() <= shown.page.width(), qPrintable(widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TrendViewsTest)
#include "trendviews_test.moc"
