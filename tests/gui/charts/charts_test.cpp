// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "gui/charts/dayticks.h"
#include "gui/charts/linethinning.h"
#include "gui/charts/selftestchart.h"
#include "gui/charts/sorenesschart.h"
#include "gui/charts/weeklychart.h"
#include "gui/theme/theme.h"

using namespace psolog;

namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};

const LocalDay kFirst(2026, 9, 28);

std::vector<DayValue> series(int days, int score)
{
    std::vector<ScorePoint> points;
    for (int i = 0; i < days; ++i)
        points.push_back({0, kFirst.number() + i, score});
    return daySeries(points);
}

int countColor(const QImage& image, const QRect& area, const QColor& wanted)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.rect().contains(x, y) && image.pixelColor(x, y) == wanted ? 1 : 0;
    return count;
}

}  // namespace

class ChartsTest : public QObject {
    Q_OBJECT

private:
    Theme m_theme{ThemeChoice::Light, 100};

    /// Eight weeks: left 6, right 3, first release on day 21.
    void fill(SorenessChart& chart, int days = 56)
    {
        const auto left = series(days, 6);
        const auto right = series(days, 3);
        const LocalDay release = kFirst + 21;
        chart.setData(
            std::make_shared<const TrendRows>(std::vector{kLeft, kRight}, std::vector{left, right},
                                              std::vector<DayActivity>{{release, 1, 1, 0, 1, 0, 0}}, release),
            {findingOf(kLeft, left, release, kFirst + days), findingOf(kRight, right, release, kFirst + days)});
        chart.setBounds({kFirst.number(), kFirst.number() + days - 1});
        chart.setRange({kFirst.number(), kFirst.number() + days - 1});
        chart.resize(900, 340);
    }

    void show(QWidget& widget)
    {
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        widget.setFocus();
        QTRY_VERIFY(widget.hasFocus());
    }

private Q_SLOTS:
    void ticksStandOnRoundDays()
    {
        const DayTicks weeks = dayTicks(kFirst.number(), kFirst.number() + 55, 6);
        QCOMPARE(weeks.unit, TickUnit::Weeks);
        QCOMPARE(weeks.days.front() % 7, kFirst.number() % 7);  // kFirst is a Monday
        QVERIFY(weeks.days.size() <= 6);
        const DayTicks days = dayTicks(kFirst.number(), kFirst.number() + 4, 6);
        QCOMPARE(days.unit, TickUnit::Days);
        QCOMPARE(days.days.size(), 5U);
    }

    void ticksNeverExceedTheirNumber()
    {
        for (int length = 1; length < 80'000; length = length * 5 / 4 + 1)
            for (const int most : {1, 3, 8}) {
                const auto count =
                    static_cast<int>(dayTicks(kFirst.number(), kFirst.number() + length, most).days.size());
                QVERIFY2(count <= most, qPrintable(QStringLiteral("%1 days, %2 marks").arg(length).arg(count)));
            }
    }

    void ticksOfYearsShowTheYear()
    {
        const DayTicks ticks = dayTicks(LocalDay(2017, 3, 1).number(), LocalDay(2026, 11, 22).number(), 10);
        QCOMPARE(ticks.unit, TickUnit::Years);
        QCOMPARE(tickLabel(ticks, 0), QStringLiteral("2018"));
    }

    void aLineIsThinnedToTheWidthOfItsPicture()
    {
        std::vector<SeriesPoint> line;
        for (int i = 0; i < 1000; ++i)
            line.push_back({i, i % 3 == 0 ? 9.0 : 4.0});
        QVERIFY(thinnedLine(line, 0, 999, 10).size() <= 101);
        QCOMPARE(thinnedLine(line, 0, 999, 10).front().y(), 4.0);  // the median of its column
        QCOMPARE(thinnedLine(line, 0, 999, 1).size(), 1000U);
        // One more at each end, and nothing of the rest.
        const auto part = thinnedLine(line, 100, 110, 1);
        QCOMPARE(part.front().x(), 99.0);
        QCOMPARE(part.back().x(), 111.0);
    }

    void aLevelLineKeepsItsEndsAndItsSteps()
    {
        const std::vector<SeriesPoint> line{{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 2}, {5, 2}};
        const std::vector<QPointF> wanted{{0, 5}, {3, 5}, {4, 2}, {5, 2}};
        QVERIFY(thinnedLine(line, 0, 5, 0.1) == wanted);
    }

    void theValueAxisAlwaysShowsZeroToTen()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const double top = chart.yOf(10);
        const double bottom = chart.yOf(0);
        QTest::keyClick(&chart, Qt::Key_Plus);
        chart.grab();
        QCOMPARE(chart.yOf(10), top);
        QCOMPARE(chart.yOf(0), bottom);
        QVERIFY(top >= 0 && bottom < chart.height());
    }

    void drawsTheLineOfEachSideAtItsMedian()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const QImage image = chart.grab().toImage();
        const int x = static_cast<int>(chart.xOf(kFirst.number() + 10));
        const auto around = [&](double value) { return QRect(x, static_cast<int>(chart.yOf(value)) - 2, 60, 5); };
        QVERIFY(countColor(image, around(6), m_theme.color(Role::SeriesLeft)) > 20);
        QVERIFY(countColor(image, around(3), m_theme.color(Role::SeriesRight)) > 20);
        QCOMPARE(countColor(image, around(6), m_theme.color(Role::SeriesRight)), 0);
        QVERIFY(
            countColor(image, QRect(x, static_cast<int>(chart.yOf(8)) - 6, 60, 5), m_theme.color(Role::BaselineShade))
            > 200);
    }

    void doesNotDrawTheLineAcrossAGap()
    {
        SorenessChart chart(m_theme);
        auto days = series(56, 6);
        days.erase(days.begin() + 20, days.begin() + 30);
        chart.setData(std::make_shared<const TrendRows>(std::vector{kLeft}, std::vector<std::vector<DayValue>>{days},
                                                        std::vector<DayActivity>{}, std::nullopt),
                      {findingOf(kLeft, days, std::nullopt, kFirst + 56)});
        chart.setRange({kFirst.number(), kFirst.number() + 55});
        chart.resize(900, 340);
        show(chart);
        const QImage image = chart.grab().toImage();
        const int y = static_cast<int>(chart.yOf(6)) - 2;
        const auto between = [&](int from, int to) {
            const int left = static_cast<int>(chart.xOf(kFirst.number() + from)) + 6;
            const int right = static_cast<int>(chart.xOf(kFirst.number() + to)) - 6;
            return countColor(image, QRect(left, y, right - left, 5), m_theme.color(Role::SeriesLeft));
        };
        QCOMPARE(between(19, 30), 0);
        QVERIFY(between(10, 19) > 50);
    }

    void zoomsAndReturns()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const DayRange all = chart.visibleDays();
        QCOMPARE(all.length(), 56);
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.visibleDays().length() < 56);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.visibleDays(), all);
        QTest::keyClick(&chart, Qt::Key_Minus);
        QCOMPARE(chart.visibleDays(), all);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.visibleDays().length() >= 3);
    }

    void pansToTheEndsOfTheLog()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const DayRange all = chart.visibleDays();
        chart.setRange({all.last - 13, all.last});
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.visibleDays().first, all.first);
        QCOMPARE(chart.visibleDays().length(), 14);
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(chart.visibleDays().first > all.first);
        QTest::keyClick(&chart, Qt::Key_PageDown);
        QVERIFY(chart.visibleDays().first > all.first + 10);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.visibleDays().last, all.last);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.visibleDays().last, all.last);
    }

    void followsAMouseDrag()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const DayRange all = chart.visibleDays();
        chart.setRange({all.last - 13, all.last});
        chart.grab();
        const double day = chart.xOf(1) - chart.xOf(0);
        QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(300, 150));
        QTest::mouseMove(&chart, QPoint(300 + static_cast<int>(day * 5), 150));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(300 + static_cast<int>(day * 5), 150));
        QCOMPARE(chart.visibleDays().last, all.last - 5);
    }

    void readsOutTheDayUnderThePointer()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        chart.grab();
        const int release = kFirst.number() + 21;
        QTest::mouseMove(&chart, QPoint(static_cast<int>(chart.xOf(release)), 120));
        QCOMPARE(chart.cursorDay(), std::optional<int>(release));
        const QStringList lines = chart.readout(release);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].contains(QStringLiteral("Left")) && lines[1].contains(QLatin1Char('6')));
        QVERIFY(lines[2].contains(QStringLiteral("Right")) && lines[2].contains(QLatin1Char('3')));
        QVERIFY(lines[3].contains(QStringLiteral("release")) && lines[3].contains(QStringLiteral("run")));
    }

    void movesItsCursorByKeyboardAndPansWithIt()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        const DayRange all = chart.visibleDays();
        chart.setRange({all.last - 6, all.last});
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chart.cursorDay(), std::optional<int>(all.last));
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chart.cursorDay(), std::optional<int>(all.last - 9));
        QVERIFY(chart.visibleDays().first <= all.last - 9);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.cursorDay());
    }

    void saysItsValueToAssistiveTechnology()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        chart.setCursorDay(kFirst.number() + 3);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&chart);
        QVERIFY(accessible != nullptr);
        QCOMPARE(accessible->role(), QAccessible::Chart);
        QVERIFY(accessible->text(QAccessible::Value).contains(QStringLiteral("Left: 6")));
        QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    }

    void saysWhenNothingWasLogged()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        QVERIFY(chart.readout(kFirst.number() - 5).last().contains(QStringLiteral("nothing")));
    }

    void hidesASideByItsNameAndByKey()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        show(chart);
        QSignalSpy toggled(&chart, &SorenessChart::sideToggled);
        auto* left = chart.findChild<QAbstractButton*>(QStringLiteral("leftSeriesButton"));
        QVERIFY(left != nullptr);
        chart.grab();
        QVERIFY(left->height() >= 24);
        QTest::mouseClick(left, Qt::LeftButton);
        QVERIFY(!chart.isSideShown(Side::Left));
        QVERIFY(!chart.baselineText().contains(QStringLiteral("left")));
        const QImage image = chart.grab().toImage();
        const int x = static_cast<int>(chart.xOf(kFirst.number() + 10));
        QCOMPARE(
            countColor(image, QRect(x, static_cast<int>(chart.yOf(6)) - 2, 60, 5), m_theme.color(Role::SeriesLeft)), 0);
        QTest::keyClick(&chart, Qt::Key_L);
        QVERIFY(chart.isSideShown(Side::Left));
        QCOMPARE(toggled.count(), 2);
    }

    void keepsTheNamesOfEqualSidesApart()
    {
        SorenessChart chart(m_theme);
        const auto same = series(30, 5);
        chart.setData(std::make_shared<const TrendRows>(std::vector{kLeft, kRight}, std::vector{same, same},
                                                        std::vector<DayActivity>{}, std::nullopt),
                      {});
        chart.setRange({kFirst.number(), kFirst.number() + 29});
        chart.resize(900, 340);
        show(chart);
        chart.grab();
        const auto* left = chart.findChild<QAbstractButton*>(QStringLiteral("leftSeriesButton"));
        const auto* right = chart.findChild<QAbstractButton*>(QStringLiteral("rightSeriesButton"));
        QVERIFY(!left->geometry().intersects(right->geometry()));
    }

    void namesThePhasesWithTheirMedians()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        QCOMPARE(chart.baselineText(), QStringLiteral("baseline, median left 6, right 3"));
        chart.setSideShown(Side::Right, false);
        QCOMPARE(chart.releaseText(), QStringLiteral("release, median 6"));
    }

    void drawsTheSameSeriesItWasGiven()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        QVERIFY(chart.series(Side::Left) != nullptr);
        QCOMPARE(chart.series(Side::Left)->dots.size(), 56U);
        QCOMPARE(chart.series(Side::Left)->lines.size(), 1U);
    }

    void canBeDrawnAsVectors()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        QImage image(900, 340, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.drawPicture(0, 0, chart.picture(image.size()));
        painter.end();
        QVERIFY(countColor(image, image.rect(), m_theme.color(Role::SeriesLeft)) > 250);
    }

    void aBaselineThatGoesOnBeyondTheViewIsShaded()
    {
        WeeklyChart chart(m_theme);
        chart.setWeeks({}, kFirst + 200);
        chart.setBounds({kFirst.number(), kFirst.number() + 300});
        chart.setRange({kFirst.number(), kFirst.number() + 60});
        chart.resize(900, 340);
        show(chart);
        const QImage picture = chart.grab().toImage();
        QVERIFY(countColor(picture, picture.rect(), m_theme.color(Role::BaselineShade)) > 50'000);
    }

    void aNarrowPhaseKeepsItsMedians()
    {
        SorenessChart chart(m_theme);
        fill(chart);
        QCOMPARE(chart.briefText(&Finding::before), QStringLiteral("median 6 / 3"));
        chart.setSideShown(Side::Right, false);
        QCOMPARE(chart.briefText(&Finding::before), QStringLiteral("median 6"));
    }

    void selfTestsShowMedianAndSpread()
    {
        SelfTestChart chart(m_theme, SelfTestKind::GluteActivation);
        chart.setTests({{kFirst.number(), TestValue{1.5, 1, 2}, TestValue{3, 3, 3}}});
        const QStringList lines = chart.readout(kFirst.number());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1], QStringLiteral("Left: 1.5 (1 to 2)"));
        QCOMPARE(lines[2], QStringLiteral("Right: 3"));
        QVERIFY(chart.readout(kFirst.number() + 1).last().contains(QStringLiteral("no test")));
    }
};

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
