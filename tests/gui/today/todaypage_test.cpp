// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "gui/body/bodymapwidget.h"
#include "gui/today/todaypage.h"
#include "gui/trends/diary.h"
#include "gui/widgets/pageheader.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(psolog::PageId)

class TodayPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void anEmptyLogAsksForTheFirstCheckIn()
    {
        PageFixture fixture;
        saveAthlete(fixture, StartChoice::BaselineFirst);
        TodayPage page(*fixture.services);
        open(page);
        QCOMPARE(heading(page), QStringLiteral("Check-in, baseline day 1 of 7"));
        QVERIFY(
            page.findChild<QLabel*>(QStringLiteral("findingLabel"))->text().contains(QStringLiteral("Your own data")));
        expectRequest(page, Qt::Key_C, PageId::CheckIn);
    }

    void thePrimaryButtonHasTheFocusAndLeadsOn()
    {
        PageFixture fixture;
        fixture.fillDemo();
        TodayPage page(*fixture.services);
        open(page);
        auto* button = page.findChild<QPushButton*>(QStringLiteral("nextButton"));
        QCOMPARE(page.focusWidget(), button);
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(requests.count(), 1);
    }

    void theDemonstrationShowsAFindingAndTheLatestBodyMap()
    {
        PageFixture fixture;
        fixture.fillDemo();
        TodayPage page(*fixture.services);
        open(page);
        const auto* finding = page.findChild<QLabel*>(QStringLiteral("findingLabel"));
        QTRY_VERIFY2(finding->text().contains(QStringLiteral("hamstring: ")), qPrintable(finding->text()));
        QVERIFY(finding->text().contains(QStringLiteral("since you started")));
        const auto latest = fixture.log->checkIns().latest();
        QVERIFY(latest && *latest);
        QCOMPARE(page.findChild<BodyMapWidget*>()->scores(), (*latest)->scores);
    }

    void theVerdictAndTheEarlySignsAreThoseOfTheTrends()
    {
        PageFixture fixture;
        fill(fixture, {21, 35, levels(21, 6, 3)});
        TodayPage page(*fixture.services);
        open(page);
        const auto text = [&](const char* name) { return page.findChild<QLabel*>(QString::fromLatin1(name))->text(); };
        QTRY_COMPARE(text("findingBadge"), QStringLiteral("Better"));
        QCOMPARE(text("findingLabel"), QStringLiteral("Left hamstring: 6 before, 3 since you started"));
        QVERIFY(text("findingTextLabel").startsWith(QStringLiteral("Three points less sore than in your baseline. ")));
        QVERIFY(text("findingTextLabel").contains(QStringLiteral("not proven to be because of it")));
        QStringList chips;
        for (const QLabel* label : page.findChildren<QLabel*>())
            chips << label->text();
        QVERIFY(chips.contains(QStringLiteral("Glutes sorer: seen")));
        QVERIFY(chips.contains(QStringLiteral("Hamstrings less sore: seen")));
        QVERIFY(chips.contains(QStringLiteral("Activation up: too few days")));
    }

    void aDayFitsTheUsualWindow()
    {
        PageFixture fixture;
        fixture.fillDemo();
        TodayPage page(*fixture.services);
        open(page);
        page.resize(1084, 800);
        QTRY_VERIFY(!page.findChild<QLabel*>(QStringLiteral("findingTextLabel"))->text().isEmpty());
        const auto* bar = page.findChild<QScrollArea*>()->verticalScrollBar();
        QTRY_COMPARE(bar->maximum(), 0);
    }

    void aChangeOfTheLogIsShownAtOnce()
    {
        PageFixture fixture;
        saveAthlete(fixture, StartChoice::ReleaseToday);
        TodayPage page(*fixture.services);
        open(page);
        const QString before = heading(page);
        CheckIn checkIn;
        checkIn.id = fixture.ids.make<CheckInId>();
        checkIn.recorded = fixture.services->recordedNow();
        checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
        QVERIFY(fixture.log->checkIns().save(checkIn));
        fixture.changes.announce();
        QVERIFY(heading(page) != before);
    }

    void anUnansweredSafetyScreenStandsBeforeTheRelease()
    {
        PageFixture fixture;
        fixture.fillDemo();
        fixture.clock.advance(24h * 40);
        TodayPage page(*fixture.services);
        open(page);
        expectRequest(page, Qt::Key_R, PageId::Release);
    }

    void aStopWithoutAReasonIsAskedAbout()
    {
        PageFixture fixture;
        fixture.fillDemo();
        ReleaseSession session = fixture.log->releases().latest().value().value();
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = fixture.services->recordedNow();
        session.outcome = ReleaseOutcome::Stopped;
        session.stopReason.reset();
        session.events.clear();
        QVERIFY(fixture.log->releases().save(session));
        TodayPage page(*fixture.services);
        open(page);
        QCOMPARE(heading(page), QStringLiteral("Why did you stop the last session?"));
        expectRequest(page, Qt::Key_R, PageId::Release);
        session.stopReason = StopReason::Interrupted;
        QVERIFY(fixture.log->releases().save(session));
        fixture.changes.announce();
        QVERIFY(heading(page) != QStringLiteral("Why did you stop the last session?"));
    }

private:
    static void saveAthlete(PageFixture& fixture, StartChoice start)
    {
        Athlete athlete{fixture.ids.make<AthleteId>(), "Runner", start, fixture.services->recordedNow()};
        QVERIFY(fixture.log->athlete().save(athlete));
    }

    static void open(TodayPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        if (const QByteArray folder = qgetenv("PSOLOG_SHOTS"); !folder.isEmpty())
            page.grab().save(QString::fromLocal8Bit(folder) + QLatin1Char('/')
                             + QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".png"));
    }

    static QString heading(TodayPage& page)
    {
        return page.findChild<QLabel*>(QStringLiteral("nextHeadingLabel"))->text();
    }

    static void expectRequest(TodayPage& page, Qt::Key key, PageId expected)
    {
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::keyClick(&page, key);
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.first().first().value<PageId>(), expected);
    }
};

QTEST_MAIN(TodayPageTest)
#include "todaypage_test.moc"
