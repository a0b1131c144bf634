// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest>

#include "gui/charts/sorenesschart.h"
#include "gui/review/comparecolumn.h"
#include "gui/review/compareview.h"
#include "gui/review/comparewords.h"
#include "reviewathletes.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

const LocalDay kToday(2026, 11, 22);

struct Comparison {
    explicit Comparison(QSize size = QSize(1084, 700), int textSize = 100)
        : fixture(ThemeChoice::Light, textSize),
          athlete(reviewed({"Runner 07", 90, 7}, fixture.clock)),
          view(fixture.theme)
    {
        view.resize(size);
        view.setFirst(athlete, kToday);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
        QCoreApplication::processEvents();
    }

    template <class T>
    T* part(const char* name) const
    {
        return view.findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString cell(const QString& fact, int column) const
    {
        const auto* table = part<QTableWidget>("compareTable");
        for (int row = 0; row < table->rowCount(); ++row)
            if (table->item(row, 0)->text() == fact)
                return table->item(row, column)->text();
        return QStringLiteral("no such fact");
    }

    PageFixture fixture;
    ReviewedAthlete athlete;
    CompareView view;
};

PeriodFacts periodOf(double left, double right, int releaseDays)
{
    PeriodFacts facts;
    facts.days = {kToday - 27, kToday};
    facts.soreness[0].median = left;
    facts.soreness[0].days = 26;
    facts.soreness[1].median = right;
    facts.soreness[1].days = 25;
    facts.releaseDays = releaseDays;
    facts.runs = {12, 0, 12, 0, 0, 480, 0};
    return facts;
}

}  // namespace

/// Two periods, or two athletes, side by side.
class CompareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPeriodsOfOneAthleteComeFirst()
    {
        const Comparison comparison;
        QCOMPARE(comparison.part<QComboBox>("firstPeriodComboBox")->currentText(),
                 QStringLiteral("The 4 weeks before"));
        QCOMPARE(comparison.part<QComboBox>("secondPeriodComboBox")->currentText(), QStringLiteral("Last 4 weeks"));
        QCOMPARE(comparison.part<QLabel>("firstNameLabel")->text(), QStringLiteral("Runner 07"));
        QCOMPARE(comparison.part<QLabel>("firstDaysLabel")->text(), QStringLiteral("28 Sep to 25 Oct · 28 days"));
        QCOMPARE(comparison.part<QLabel>("secondDaysLabel")->text(), QStringLiteral("26 Oct to 22 Nov · 28 days"));
        QVERIFY(comparison.part<QLabel>("compareTitleLabel")->text().contains(QStringLiteral("median")));
        QVERIFY(comparison.cell(QStringLiteral("Left hamstring, median"), 1) != QStringLiteral("–"));
    }

    void bothChartsHaveOneScale()
    {
        const Comparison comparison;
        auto* period = comparison.part<QComboBox>("firstPeriodComboBox");
        period->setFocus();
        QTest::keyClick(period, Qt::Key_End);  // other days
        QTest::keyClick(period, Qt::Key_Up);   // since the first release
        QCOMPARE(period->currentText(), QStringLiteral("Since the first release"));
        const auto* first = comparison.part<SorenessChart>("firstChart");
        const auto* second = comparison.part<SorenessChart>("secondChart");
        QVERIFY(first->visibleDays().length() > 28);
        QCOMPARE(second->visibleDays().length(), first->visibleDays().length());
        QCOMPARE(second->visibleDays().last, kToday.number());
    }

    void ownDaysAreChosenByKeyboard()
    {
        const Comparison comparison;
        auto* period = comparison.part<QComboBox>("firstPeriodComboBox");
        period->setFocus();
        QTest::keyClick(period, Qt::Key_End);
        auto* from = comparison.part<QDateEdit>("firstFromDateEdit");
        QVERIFY(from->isVisible());
        QCOMPARE(from->date(), QDate(2026, 9, 28));
        from->setFocus();
        from->setCurrentSection(QDateTimeEdit::DaySection);
        QTest::keyClick(from, Qt::Key_Up);
        QCOMPARE(comparison.part<QLabel>("firstDaysLabel")->text(), QStringLiteral("29 Sep to 25 Oct · 27 days"));
        comparison.part<QDateEdit>("firstToDateEdit")->setDate(QDate(2026, 9, 1));
        QCOMPARE(comparison.part<QLabel>("firstDaysLabel")->text(), QStringLiteral("1 Sep to 29 Sep · 29 days"));
    }

    void anotherMuscleChangesBothColumns()
    {
        const Comparison comparison;
        auto* calf = comparison.part<QAbstractButton>("compareMuscle1Button");
        calf->setFocus();
        QTest::keyClick(calf, Qt::Key_Space);
        QVERIFY(comparison.cell(QStringLiteral("Left calf, median"), 1) != QStringLiteral("no such fact"));
        QCOMPARE(comparison.part<CompareColumn>("secondCompareColumn")->facts()->muscle, Muscle::Calf);
    }

    void anotherAthleteStandsBeside()
    {
        Comparison comparison;
        const ReviewedAthlete other = reviewed({"Runner 21", 60, 3, 4}, comparison.fixture.clock);
        comparison.view.setChoices({{other.entry.id, QStringLiteral("Runner 21")},
                                    {comparison.athlete.entry.id, QStringLiteral("Runner 07")}});
        auto* beside = comparison.part<QComboBox>("besideComboBox");
        QCOMPARE(beside->count(), 2);
        QSignalSpy asked(&comparison.view, &CompareView::besideRequested);
        beside->setFocus();
        QTest::keyClick(beside, Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        comparison.view.setSecond(other);
        QCOMPARE(comparison.part<QLabel>("secondNameLabel")->text(), QStringLiteral("Runner 21"));
        QCOMPARE(beside->currentText(), QStringLiteral("Runner 21"));
        QCOMPARE(comparison.part<QComboBox>("firstPeriodComboBox")->currentText(), QStringLiteral("Last 4 weeks"));
        QVERIFY(comparison.cell(QStringLiteral("Verdict, whole log"), 2) != QStringLiteral("no such fact"));
        QTest::keyClick(beside, Qt::Key_Home);
        QCOMPARE(comparison.part<QLabel>("secondNameLabel")->text(), QStringLiteral("Runner 07"));
        QCOMPARE(comparison.cell(QStringLiteral("Verdict, whole log"), 2), QStringLiteral("no such fact"));
    }

    void daysThatALogDoesNotHaveAreSaid()
    {
        Comparison comparison;
        comparison.view.setSecond(reviewed({"Newcomer", 0}, comparison.fixture.clock));
        QVERIFY(comparison.part<QLabel>("secondNoneLabel")->isVisible());
        QVERIFY(!comparison.part<SorenessChart>("secondChart")->isVisible());
        QCOMPARE(comparison.cell(QStringLiteral("Left hamstring, median"), 2), QStringLiteral("–"));
    }

    void itStandsOneAboveTheOtherWhereThereIsLittleWidth()
    {
        for (const auto& [size, text] : {std::pair{QSize(828, 640), 200}, std::pair{QSize(500, 640), 100}}) {
            const Comparison comparison(size, text);
            const auto* first = comparison.part<QWidget>("firstCompareColumn");
            const auto* second = comparison.part<QWidget>("secondCompareColumn");
            QVERIFY(second->y() >= first->geometry().bottom());
            QVERIFY(first->width() <= size.width());
        }
        const Comparison wide;
        QCOMPARE(wide.part<QWidget>("firstCompareColumn")->y(), wide.part<QWidget>("secondCompareColumn")->y());
    }

    void factsAndDifferencesAreThoseOfTheDays()
    {
        const auto rows = compareRows({periodOf(5, 4, 8), {}}, {periodOf(3, 4, 24), {}}, false);
        const auto find = [&](const QString& fact) {
            for (const CompareRow& row : rows)
                if (row.fact == fact)
                    return row;
            return CompareRow{};
        };
        QCOMPARE(find(QStringLiteral("Left hamstring, median")).difference, QStringLiteral("−2"));
        QCOMPARE(find(QStringLiteral("Right hamstring, median")).difference, QStringLiteral("0"));
        QCOMPARE(find(QStringLiteral("Days with a score")).first, QStringLiteral("26 of 28"));
        QCOMPARE(find(QStringLiteral("Release days a week")).first, QStringLiteral("2"));
        QCOMPARE(find(QStringLiteral("Release days a week")).difference, QStringLiteral("+4"));
        QCOMPARE(find(QStringLiteral("Minutes run a week")).first, QStringLiteral("120"));
        QCOMPARE(find(QStringLiteral("Last glute test")).first, QStringLiteral("no test"));
        QCOMPARE(compareTitle({periodOf(5, 4, 8), {}}, {periodOf(3, 4, 24), {}}, false),
                 QStringLiteral("Left hamstring: median 5, then 3"));
    }

    void nothingClaimsACause()
    {
        for (const bool two : {false, true}) {
            const QString text =
                compareCaution(two) + compareTitle({periodOf(5, 4, 8), {}}, {periodOf(3, 4, 24), {}}, two);
            for (const char* word : {"because", "caused", "thanks to", "due to", "helped", "works", "improve"})
                QVERIFY2(!text.contains(QLatin1String(word), Qt::CaseInsensitive), word);
        }
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"
