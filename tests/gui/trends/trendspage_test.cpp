// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "gui/charts/selftestchart.h"
#include "gui/charts/sorenesschart.h"
#include "gui/trends/musclegrid.h"
#include "gui/trends/trendspage.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The page on a log, shown.
struct Shown {
    explicit Shown(test::PageFixture& fixture) : page(*fixture.services)
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

    TrendsPage page;
};

/// A check-in of both hamstrings some days ago.
void checkIn(test::PageFixture& fixture, int daysAgo, std::optional<int> left, std::optional<int> right)
{
    CheckIn record;
    record.id = fixture.ids.make<CheckInId>();
    const Instant now = fixture.clock.now();
    record.recorded.at = Instant{now.utc - std::chrono::days(daysAgo), now.offset, now.zone};
    record.recorded.day = localDayOf(record.recorded.at);
    if (left)
        record.scores[{Muscle::Hamstring, Side::Left}] = Score::clamped(*left);
    if (right)
        record.scores[{Muscle::Hamstring, Side::Right}] = Score::clamped(*right);
    if (const auto saved = fixture.log->checkIns().save(record); !saved)
        qFatal("check-in not saved: %s", saved.error().detail.c_str());
}

}  // namespace

class TrendsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLogAsksForACheckIn()
    {
        test::PageFixture fixture;
        Shown shown(fixture);
        QSignalSpy requested(&shown.page, &Page::pageRequested);
        QVERIFY(shown.find<QLabel>("emptyTitleLabel")->isVisible());
        QVERIFY(!shown.find<SorenessChart>("sorenessChart")->isVisible());
        QVERIFY(!shown.find<QAbstractButton>("exportButton")->isEnabled());
        shown.click("emptyActionButton");
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][0].value<PageId>(), PageId::CheckIn);
    }

    void oneDayIsDrawnAndSaidToBeOne()
    {
        test::PageFixture fixture;
        checkIn(fixture, 0, 4, std::nullopt);
        Shown shown(fixture);
        QVERIFY(shown.find<SorenessChart>("sorenessChart")->isVisible());
        QVERIFY(shown.text("titleLabel").contains(QStringLiteral("4 in the baseline so far")));
        QVERIFY(shown.text("findingLabel").startsWith(QLatin1Char('1')));
        QVERIFY(shown.text("explanationLabel").contains(QLatin1Char('7')));
        QCOMPARE(shown.find<SorenessChart>("sorenessChart")->visibleDays().length(), 14);
    }

    void aMuscleNeverAskedSaysSo()
    {
        test::PageFixture fixture;
        checkIn(fixture, 1, 4, 2);
        Shown shown(fixture);
        shown.click("calfButton");
        QVERIFY(shown.find<QLabel>("emptyTitleLabel")->isVisible());
        QVERIFY(shown.text("titleLabel").contains(QStringLiteral("no score yet")));
        shown.click("hamstringButton");
        QVERIFY(shown.find<SorenessChart>("sorenessChart")->isVisible());
    }

    void onlyZerosAreAFindingToo()
    {
        test::PageFixture fixture;
        fixture.fillDemo(20);
        Finding finding{{}, FindingKind::BeforeAndSince, {8, 0, 0.0}, {9, 0, 0.0}, true};
        QCOMPARE(findingTitle(finding), QStringLiteral("Left hamstring: 0 before the release, 0 since"));
        QCOMPARE(findingWords(finding).title, QStringLiteral("Not sore before, not sore since"));
    }

    void olderScoresAreOneClickAway()
    {
        test::PageFixture fixture;
        checkIn(fixture, 100, 4, 2);
        Shown shown(fixture);
        QTest::keyClick(&shown.page, Qt::Key_1);
        QVERIFY(shown.find<QLabel>("emptyTitleLabel")->isVisible());
        shown.click("emptyActionButton");
        QVERIFY(shown.find<SorenessChart>("sorenessChart")->isVisible());
        QVERIFY(shown.find<QAbstractButton>("allTimeButton")->isChecked());
    }

    void theTitleIsTheFindingOfTheSorerSide()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        QVERIFY2(shown.text("titleLabel").contains(QStringLiteral("hamstring: ")),
                 qPrintable(shown.text("titleLabel")));
        QVERIFY(shown.text("titleLabel").contains(QStringLiteral("before the release")));
        QVERIFY(shown.text("kickerLabel").startsWith(QStringLiteral("Hamstrings · ")));
        QCOMPARE(shown.find<SorenessChart>("sorenessChart")->accessibleDescription(), shown.text("titleLabel"));
    }

    void hidingASideChangesTheFinding()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        const QString before = shown.text("titleLabel");
        auto* chart = shown.find<SorenessChart>("sorenessChart");
        chart->setFocus();
        QTest::keyClick(chart, before.startsWith(QStringLiteral("Left")) ? Qt::Key_L : Qt::Key_R);
        QVERIFY(shown.text("titleLabel") != before);
    }

    void numbersChooseTheRange()
    {
        test::PageFixture fixture;
        fixture.fillDemo(400);
        Shown shown(fixture);
        auto* chart = shown.find<SorenessChart>("sorenessChart");
        const std::array<int, 5> lengths{14, 30, 91, 365, 400};
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(chart, static_cast<Qt::Key>(Qt::Key_1 + i));
            const int length = chart->visibleDays().length();
            QVERIFY2(std::abs(length - lengths[static_cast<std::size_t>(i)]) <= 1, qPrintable(QString::number(length)));
        }
        QVERIFY(shown.find<QAbstractButton>("allTimeButton")->isChecked());
        shown.click("monthButton");
        QCOMPARE(chart->visibleDays().length(), 30);
    }

    void theTableIsOneKeyAway()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        QTest::keyClick(shown.find<SorenessChart>("sorenessChart"), Qt::Key_T);
        auto* table = shown.find<QTableView>("trendTableView");
        QVERIFY(table->isVisible());
        QVERIFY(table->hasFocus());
        QVERIFY(table->model()->rowCount() > 30);
        QTest::keyClick(table, Qt::Key_T);
        QVERIFY(!table->isVisible());
    }

    void tableChartAndCsvShowTheSameRows()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        QTest::keyClick(&shown.page, Qt::Key_2);
        QTest::keyClick(&shown.page, Qt::Key_T);
        auto* chart = shown.find<SorenessChart>("sorenessChart");
        const auto* model = qobject_cast<TrendTableModel*>(shown.find<QTableView>("trendTableView")->model());
        QVERIFY(model != nullptr);

        const QString path = fixture.folder.filePath(QStringLiteral("trend.csv"));
        QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
        const QList<QByteArray> lines = contentOf(path).split('\n');
        QCOMPARE(lines.size() - 2, model->rowCount());  // heading, and nothing after the last line end

        const DayRange view = chart->visibleDays();
        std::vector<SeriesPoint> drawn;
        for (const SeriesPoint& dot : chart->series(Side::Left)->dots)
            if (dot.day >= view.first && dot.day <= view.last)
                drawn.push_back(dot);
        std::vector<SeriesPoint> tabled;
        std::vector<SeriesPoint> written;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QList<QByteArray> fields = lines[row + 1].trimmed().split(',');
            const int day = LocalDay::parse(fields[0].toStdString())->number();
            const QString cell = model->index(row, TrendTableModel::kFixedColumns).data().toString();
            if (cell != QStringLiteral("–"))
                for (const QString& score : cell.split(QStringLiteral(", ")))
                    tabled.push_back({day, score.toDouble()});
            if (!fields[4].isEmpty())
                for (const QByteArray& score : fields[4].split(';'))
                    written.push_back({day, score.toDouble()});
        }
        QVERIFY(!drawn.empty());
        QVERIFY(drawn == tabled);
        QVERIFY(drawn == written);
    }

    void theTableFollowsTheZoom()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        shown.page.setTableShown(true);
        auto* chart = shown.find<SorenessChart>("sorenessChart");
        const int before = shown.find<QTableView>("trendTableView")->model()->rowCount();
        const QString kicker = shown.text("kickerLabel");
        chart->zoom(0.5, chart->visibleDays().last);
        QVERIFY(shown.find<QTableView>("trendTableView")->model()->rowCount() < before);
        QVERIFY(shown.text("kickerLabel") != kicker);
    }

    void allTwelveAreSmallChartsThatOpen()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        QTest::keyClick(&shown.page, Qt::Key_A);
        QVERIFY(shown.find<MuscleGrid>("muscleGrid")->isVisible());
        QVERIFY(shown.find<QAbstractButton>("allButton")->isChecked());
        auto* grid = shown.find<MuscleGrid>("muscleGrid");
        grid->chart(Muscle::Calf).zoom(0.5, grid->chart(Muscle::Calf).visibleDays().last);
        QCOMPARE(grid->chart(Muscle::Psoas).visibleDays(), grid->chart(Muscle::Calf).visibleDays());
        QTest::keyClick(&shown.page, Qt::Key_T);
        QCOMPARE(shown.find<QTableView>("trendTableView")->model()->columnCount(), 4 + 3 * 12);
        QTest::keyClick(&shown.page, Qt::Key_T);
        shown.click("gluteHeadingButton");
        QVERIFY(shown.find<QAbstractButton>("gluteButton")->isChecked());
        QVERIFY(shown.text("kickerLabel").startsWith(QStringLiteral("Glutes")));
    }

    void selfTestsHaveTheirOwnChartsTableAndCsv()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        QTest::keyClick(&shown.page, Qt::Key_S);
        QVERIFY(shown.find<SelfTestChart>("gluteChart")->isVisible());
        QVERIFY(!shown.find<SelfTestChart>("gluteChart")->tests().empty());
        QTest::keyClick(&shown.page, Qt::Key_T);
        const int rows = shown.find<QTableView>("trendTableView")->model()->rowCount();
        QVERIFY(rows > 0);
        const QString path = fixture.folder.filePath(QStringLiteral("tests.csv"));
        QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
        QCOMPARE(contentOf(path).count('\n'), rows + 1);
    }

    void exportsOpenAsWhatTheyAre()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        for (const auto view : {TrendsPage::View::Muscle, TrendsPage::View::AllMuscles, TrendsPage::View::SelfTests}) {
            shown.page.setView(view);
            const QString png = fixture.folder.filePath(QStringLiteral("trend.png"));
            QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Png, png));
            const QImage image(png);
            QVERIFY(image.width() > 2000 && image.height() > 1000);
            const QString pdf = fixture.folder.filePath(QStringLiteral("trend.pdf"));
            QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Pdf, pdf));
            const QByteArray content = contentOf(pdf);
            QVERIFY(content.startsWith("%PDF-"));
            QVERIFY(content.contains("/Font"));
            QVERIFY(content.size() > 5'000);
        }
    }

    void aFailedExportKeepsTheOldFileAndSaysSo()
    {
        test::PageFixture fixture;
        fixture.fillDemo();
        Shown shown(fixture);
        const QString path = fixture.folder.filePath(QStringLiteral("no such folder/trend.csv"));
        QVERIFY(!shown.page.exportTo(TrendsPage::ExportKind::Csv, path));
        QVERIFY(shown.find<QWidget>("errorBanner")->isVisible());
        QVERIFY(shown.text("errorLabel").contains(QStringLiteral("was not written")));
        QVERIFY(shown.page.exportTo(TrendsPage::ExportKind::Csv, fixture.folder.filePath(QStringLiteral("ok.csv"))));
        QVERIFY(!shown.find<QWidget>("errorBanner")->isVisible());
    }

    void aNewCheckInAppearsAtOnce()
    {
        test::PageFixture fixture;
        checkIn(fixture, 1, 4, 2);
        Shown shown(fixture);
        auto* chart = shown.find<SorenessChart>("sorenessChart");
        QCOMPARE(chart->series(Side::Left)->dots.size(), 1U);
        checkIn(fixture, 0, 5, 2);
        fixture.changes.announce();
        QCOMPARE(chart->series(Side::Left)->dots.size(), 2U);
    }

    void fewDaysAreCalledFew()
    {
        const Finding few{{}, FindingKind::BeforeAndSince, {3, 0, 6.0}, {20, 0, 3.0}, false};
        QVERIFY(findingWords(few).text.startsWith(QStringLiteral("3 days of baseline")));
        QVERIFY(!findingWords(few).comparable);
        const Finding enough{{}, FindingKind::BeforeAndSince, {7, 0, 6.0}, {20, 0, 3.0}, true};
        QVERIFY(findingWords(enough).text.contains(QStringLiteral("not necessarily because of it")));
        QCOMPARE(findingWords(enough).title, QStringLiteral("The median is 3 lower than in your baseline"));
    }

    void everythingFitsAtTwiceTheTextSize()
    {
        test::PageFixture fixture(ThemeChoice::Light, 200);
        fixture.fillDemo();
        Shown shown(fixture);
        shown.page.resize(828, 700);
        QTest::qWait(0);
        for (const QAbstractButton* button : shown.page.findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            const QPoint right = button->mapTo(&shown.page, QPoint(button->width(), 0));
            QVERIFY2(right.x() <= shown.page.width(), qPrintable(button->objectName()));
            QVERIFY2(button->height() >= 24, qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(TrendsPageTest)
#include "trendspage_test.moc"
