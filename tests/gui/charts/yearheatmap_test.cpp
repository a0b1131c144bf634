// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/yearheatmap.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "core/time.h"
#include "gui/charts/yeargrid.h"
#include "gui/theme/theme.h"

using namespace psolog;

namespace {

const Site kSite{Muscle::Hamstring, Side::Left};

int day(unsigned month, unsigned date)
{
    return LocalDay(2026, month, date).number();
}

/// 1 June: 0; 2 June: not asked, a release and a run; 3 June: 3 and 4; 4 June: 8 and the first release of all.
std::shared_ptr<const TrendRows> rows()
{
    const std::vector<DayScores> scores = [] {
        std::vector<DayScores> made{{day(6, 1), {}}, {day(6, 3), {}}, {day(6, 4), {}}};
        made[0].counts[0] = 1;
        made[1].counts[3] = 1;
        made[1].counts[4] = 1;
        made[2].counts[8] = 1;
        return made;
    }();
    DayActivity release;
    release.day = LocalDay(2026, 6, 2);
    release.releases = 1;
    release.runs = 1;
    return std::make_shared<const TrendRows>(std::vector{kSite}, std::vector<std::vector<DayValue>>{daySeries(scores)},
                                             std::vector{release}, LocalDay(2026, 6, 2));
}

struct Rig {
    explicit Rig(ThemeChoice choice = ThemeChoice::Light) : theme(choice, 100), map(theme)
    {
        map.resize(1000, 300);
        map.setData(rows(), 0, {day(6, 1), day(6, 30)});
        map.setYear(2026);
    }
    [[nodiscard]] QColor middleOf(int number)
    {
        const QRectF rect = map.rectOf(number);
        // Beside the middle, where the dot of a release is.
        return map.grab().toImage().pixelColor(rect.topLeft().toPoint() + QPoint(4, 4));
    }

    Theme theme;
    YearHeatMap map;
};

}  // namespace

class YearHeatMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weeksAreColumnsThatBeginOnTheFirstWeekday()
    {
        const YearGrid monday(2026, Qt::Monday);  // 1 January 2026 is a Thursday
        QCOMPARE(monday.cell(monday.first()).row, 3);
        QCOMPARE(monday.cell(day(1, 5)).column, 1);
        QCOMPARE(monday.cell(day(1, 5)).row, 0);
        const YearGrid sunday(2026, Qt::Sunday);
        QCOMPARE(sunday.cell(sunday.first()).row, 4);
        QCOMPARE(sunday.cell(day(1, 4)).row, 0);
    }

    void everyDayOfEveryYearHasItsOwnCell()
    {
        for (int year = 1899; year <= 2105; ++year) {
            for (const auto first : {Qt::Monday, Qt::Saturday, Qt::Sunday}) {
                const YearGrid grid(year, first);
                QCOMPARE(grid.last() - grid.first() + 1, QDate::isLeapYear(year) ? 366 : 365);
                for (std::int32_t number = grid.first(); number <= grid.last(); ++number) {
                    const YearGrid::Cell cell = grid.cell(number);
                    QVERIFY(cell.row >= 0 && cell.row < 7 && cell.column >= 0 && cell.column < grid.columns());
                    QCOMPARE(grid.day(cell), std::optional(number));
                }
                QVERIFY(!grid.day({grid.columns() - 1, 6}) || *grid.day({grid.columns() - 1, 6}) == grid.last());
            }
        }
    }

    void zeroIsColouredAndNotAskedIsNot()
    {
        for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            Rig rig(choice);
            QCOMPARE(rig.middleOf(day(6, 1)), rig.theme.soreness(0));
            QCOMPARE(rig.middleOf(day(6, 4)), rig.theme.soreness(8));
            const QColor blank = rig.middleOf(day(6, 2));
            QVERIFY(blank != rig.theme.soreness(0));
            QCOMPARE(blank, rig.middleOf(day(6, 20)));
        }
    }

    void daysAreReadOutInWordsAndNumbers()
    {
        const Rig rig;
        QCOMPARE(rig.map.readout(day(6, 1)), QStringLiteral("Mon 1 Jun: 0"));
        QCOMPARE(rig.map.readout(day(6, 2)), QStringLiteral("Tue 2 Jun: not asked, first release, run"));
        QCOMPARE(rig.map.readout(day(6, 3)), QStringLiteral("Wed 3 Jun: median 3.5 (scores 3, 4)"));
        QVERIFY(rig.map.readout(day(7, 1)).isEmpty());
        QVERIFY(rig.map.readout(LocalDay(2025, 6, 1).number()).isEmpty());
    }

    void theCursorStaysInTheLogAndTheYear()
    {
        Rig rig;
        QTest::keyClick(&rig.map, Qt::Key_Down);
        QCOMPARE(rig.map.cursorDay(), std::optional(day(6, 30)));
        QTest::keyClick(&rig.map, Qt::Key_Right);
        QCOMPARE(rig.map.cursorDay(), std::optional(day(6, 30)));
        QTest::keyClick(&rig.map, Qt::Key_Home);
        QCOMPARE(rig.map.cursorDay(), std::optional(day(6, 1)));
        QSignalSpy wanted(&rig.map, &YearHeatMap::yearWanted);
        QTest::keyClick(&rig.map, Qt::Key_PageUp);
        QTest::keyClick(&rig.map, Qt::Key_PageDown);
        QCOMPARE(wanted[0][0].toInt(), 2025);
        QCOMPARE(wanted[1][0].toInt(), 2027);
    }

    void thePointerReadsOutTheDayUnderIt()
    {
        Rig rig;
        rig.map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&rig.map));
        QTest::mouseMove(&rig.map, rig.map.rectOf(day(6, 3)).center().toPoint());
        QCOMPARE(rig.map.cursorDay(), std::optional(day(6, 3)));
        QTest::mouseMove(&rig.map, rig.map.rectOf(day(3, 3)).center().toPoint());
        QVERIFY2(!rig.map.cursorDay(), "a day before the log");
    }
};

QTEST_MAIN(YearHeatMapTest)
#include "yearheatmap_test.moc"
