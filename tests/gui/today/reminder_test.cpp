// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/reminder.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTimeZone>
#include <QtTest>

#include "core/localtime.h"
#include "gui/today/reminderbanner.h"
#include "gui/today/todaypage.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(psolog::PageId)

namespace {

std::chrono::minutes offsetOf(const QTimeZone& zone, UtcTime at)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return std::chrono::floor<std::chrono::minutes>(Seconds(zone.offsetFromUtc(moment)));
}

/// A clock in a real zone, that stands.
class ZoneClock : public IClock {
public:
    ZoneClock(const char* zone, LocalDay date, std::chrono::minutes time) : m_zone(zone)
    {
        m_now = localInstant(date, time);
    }

    [[nodiscard]] ClockSample sample() const override
    {
        ClockSample sample;
        sample.wall = m_now;
        return sample;
    }
    [[nodiscard]] Instant localInstant(LocalDay date, std::chrono::minutes timeOfDay) const override
    {
        const UtcTime at = utcOfLocal(date, timeOfDay, [this](UtcTime utc) { return offsetOf(m_zone, utc); });
        return {at, offsetOf(m_zone, at), m_zone.id().toStdString()};
    }
    void go(UtcTime at) { m_now = {at, offsetOf(m_zone, at), m_now.zone}; }

private:
    QTimeZone m_zone;
    Instant m_now;
};

/// "2026-03-29 03:30" of a moment in the zone of the clock.
QString wallText(const ZoneClock& clock, UtcTime at)
{
    ZoneClock there = clock;
    there.go(at);
    const Instant wall = there.now();
    return QDateTime::fromMSecsSinceEpoch((wall.utc + wall.offset).time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd hh:mm"));
}

/// A program at 18:00 with a reminder for 19:00, and an athlete for whom a check-in is open.
struct Bench {
    explicit Bench(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize)
    {
        Athlete athlete{fixture.ids.make<AthleteId>(), "Runner", StartChoice::ReleaseToday,
                        fixture.services->recordedNow()};
        QVERIFY(fixture.log->athlete().save(athlete));
        setReminder(19h);
    }
    void setReminder(std::optional<std::chrono::minutes> time)
    {
        Settings settings = fixture.settings.current();
        settings.reminder = time;
        QVERIFY(fixture.settings.save(settings));
        fixture.changes.announce();
    }
    /// Time passes; the alarm rings if its moment is over.
    void wait(Milliseconds time)
    {
        fixture.clock.suspend(time);
        if (fixture.alarm.at && *fixture.alarm.at <= fixture.clock.now().utc)
            fixture.alarm.ring();
    }
    void finishToday()
    {
        CheckIn checkIn;
        checkIn.id = fixture.ids.make<CheckInId>();
        checkIn.recorded = fixture.services->recordedNow();
        checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(1);
        QVERIFY(fixture.log->checkIns().save(checkIn));
        for (const SelfTestKind kind : {SelfTestKind::GluteActivation, SelfTestKind::PelvicTilt}) {
            SelfTest test;
            test.id = fixture.ids.make<SelfTestId>();
            test.recorded = fixture.services->recordedNow();
            test.kind = kind;
            test.complete = true;
            QVERIFY(fixture.log->selfTests().save(test));
        }
        ReleaseSession session;
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = fixture.services->recordedNow();
        session.routineId = "daily-five";
        session.routineName = "Daily five";
        session.planned = Seconds(300);
        session.worked = Seconds(300);
        session.outcome = ReleaseOutcome::Completed;
        QVERIFY(fixture.log->releases().save(session));
        fixture.changes.announce();
    }
    [[nodiscard]] std::size_t notices() const { return fixture.desktop.notices.size(); }

    PageFixture fixture;
};

}  // namespace

class ReminderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void theNextTimeIsTodayOrTomorrow()
    {
        ZoneClock clock("Europe/Berlin", LocalDay(2026, 11, 22), 18h);
        QCOMPARE(wallText(clock, nextReminder(clock, 18h + 1min)), QStringLiteral("2026-11-22 18:01"));
        QCOMPARE(wallText(clock, nextReminder(clock, 18h)), QStringLiteral("2026-11-23 18:00"));
        QCOMPARE(wallText(clock, nextReminder(clock, 0min)), QStringLiteral("2026-11-23 00:00"));
    }

    void aClockChangeMovesNoOtherTime()
    {
        ZoneClock spring("Europe/Berlin", LocalDay(2026, 3, 28), 18h);
        QCOMPARE(wallText(spring, nextReminder(spring, 18h)), QStringLiteral("2026-03-29 18:00"));
        QVERIFY(nextReminder(spring, 18h) - spring.now().utc == 23h);
        ZoneClock autumn("Europe/Berlin", LocalDay(2026, 10, 24), 18h);
        QVERIFY(nextReminder(autumn, 18h) - autumn.now().utc == 25h);
        ZoneClock west("America/Los_Angeles", LocalDay(2026, 3, 7), 23h);
        QCOMPARE(wallText(west, nextReminder(west, 22h)), QStringLiteral("2026-03-08 22:00"));
    }

    void aTimeThatIsSkippedComesLater()
    {
        ZoneClock clock("Europe/Berlin", LocalDay(2026, 3, 29), 1h);
        QCOMPARE(wallText(clock, nextReminder(clock, 2h + 30min)), QStringLiteral("2026-03-29 03:30"));
    }

    void aTimeThatComesTwiceRingsOnce()
    {
        ZoneClock clock("Europe/Berlin", LocalDay(2026, 10, 25), 1h);
        const UtcTime first = nextReminder(clock, 2h + 30min);
        QCOMPARE(wallText(clock, first), QStringLiteral("2026-10-25 02:30"));
        clock.go(first);
        QCOMPARE(wallText(clock, nextReminder(clock, 2h + 30min)), QStringLiteral("2026-10-26 02:30"));
    }

    void aDayThatNeverWasIsSurvived()
    {
        ZoneClock clock("Pacific/Apia", LocalDay(2011, 12, 29), 19h);
        const UtcTime next = nextReminder(clock, 18h);
        QVERIFY(next > clock.now().utc);
        QCOMPARE(wallText(clock, next), QStringLiteral("2011-12-31 18:00"));
    }

    void atItsTimeItTellsWhatIsNext()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        QSignalSpy due(&reminder, &Reminder::due);
        bench.wait(59min);
        QCOMPARE(due.count(), 0);
        bench.wait(1min);
        QCOMPARE(due.count(), 1);
        QCOMPARE(bench.notices(), std::size_t{1});
        const auto& [title, text] = bench.fixture.desktop.notices.front();
        QCOMPARE(QString::fromStdString(title), QStringLiteral("A check-in, then five minutes on the floor?"));
        QVERIFY(QString::fromStdString(text).startsWith(QStringLiteral("Check-in")));
        // And again the next day.
        bench.wait(24h);
        QCOMPARE(due.count(), 2);
    }

    void aFinishedDayIsLeftAlone()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.finishToday();
        bench.wait(1h);
        QCOMPARE(bench.notices(), std::size_t{0});
    }

    void whatIsStillOpenAfterAFlowIsToldThen()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        QSignalSpy due(&reminder, &Reminder::due);
        bench.fixture.guide.beginFlow(QStringLiteral("Release"));
        bench.wait(1h);
        QCOMPARE(bench.notices(), std::size_t{0});
        bench.fixture.guide.endFlow();
        QTRY_COMPARE(bench.notices(), std::size_t{1});
        QCOMPARE(due.count(), 1);
        // Once, and no flow brings it back.
        bench.fixture.guide.beginFlow(QStringLiteral("Release"));
        bench.fixture.guide.endFlow();
        QCoreApplication::processEvents();
        QCOMPARE(due.count(), 1);
        bench.wait(24h);
        QCOMPARE(due.count(), 2);
    }

    void aFlowThatDidWhatWasOpenIsRemindedOfNothing()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.fixture.guide.beginFlow(QStringLiteral("Release"));
        bench.wait(1h);
        bench.fixture.guide.endFlow();
        // A flow is stored after its end.
        bench.finishToday();
        QCoreApplication::processEvents();
        QCOMPARE(bench.notices(), std::size_t{0});
    }

    void aFlowIntoTheNextDayIsRemindedOfNothing()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.fixture.guide.beginFlow(QStringLiteral("Release"));
        bench.wait(1h);
        bench.fixture.clock.suspend(12h);
        bench.fixture.guide.endFlow();
        QCoreApplication::processEvents();
        QCOMPARE(bench.notices(), std::size_t{0});
    }

    void aLogWithoutAnAthleteIsLeftAlone()
    {
        PageFixture fixture;
        Settings settings;
        settings.reminder = 19h;
        QVERIFY(fixture.settings.save(settings));
        const Reminder reminder(*fixture.services);
        fixture.clock.advance(1h);
        fixture.alarm.ring();
        QVERIFY(fixture.desktop.notices.empty());
    }

    void theSettingsDecide()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        QVERIFY(bench.fixture.alarm.at == bench.fixture.clock.now().utc + 1h);
        bench.setReminder(20h);
        QVERIFY(bench.fixture.alarm.at == bench.fixture.clock.now().utc + 2h);
        bench.setReminder(17h);
        QVERIFY(bench.fixture.alarm.at == bench.fixture.clock.now().utc + 23h);
        bench.setReminder(std::nullopt);
        QVERIFY(!bench.fixture.alarm.at);
    }

    void aClockThatIsSetRemindsOfNothingByItself()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.fixture.clock.setWall(bench.fixture.clock.now().utc - 26h);
        bench.fixture.alarm.ring();
        QCOMPARE(bench.notices(), std::size_t{0});
        QVERIFY(bench.fixture.alarm.at == bench.fixture.clock.now().utc + 3h);
    }

    void aLateAwakeningOfTheSameDayStillReminds()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.wait(4h);
        QCOMPARE(bench.notices(), std::size_t{1});
    }

    void whatWasSleptThroughUntilTheNextDayIsOver()
    {
        Bench bench;
        const Reminder reminder(*bench.fixture.services);
        bench.wait(14h);
        QCOMPARE(bench.notices(), std::size_t{0});
        QVERIFY(bench.fixture.alarm.at == bench.fixture.clock.now().utc + 11h);
    }

    void theReminderOfTheWindowThatIsOpenCounts()
    {
        Bench bench;
        auto first = std::make_unique<Reminder>(*bench.fixture.services);
        const Reminder second(*bench.fixture.services);
        QSignalSpy due(&second, &Reminder::due);
        first.reset();
        bench.wait(1h);
        QCOMPARE(due.count(), 1);
        QCOMPARE(bench.notices(), std::size_t{1});
    }

    void theBannerLeadsToWhatIsNext()
    {
        Bench bench;
        TodayPage page(*bench.fixture.services);
        open(page);
        auto* banner = page.findChild<ReminderBanner*>();
        QVERIFY(!banner->isVisible());
        page.showReminder();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->findChild<QLabel*>(QStringLiteral("reminderLabel"))->text(),
                 QStringLiteral("A check-in, then five minutes on the floor?"));
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::mouseClick(button(page, "reminderStartButton"), Qt::LeftButton);
        QCOMPARE(requests.count(), 1);
        QCOMPARE(requests.front().front().value<PageId>(), PageId::CheckIn);
        QVERIFY(banner->isVisible());
    }

    void theBannerGoesWhenAllIsDone()
    {
        Bench bench;
        TodayPage page(*bench.fixture.services);
        open(page);
        page.showReminder();
        bench.finishToday();
        QVERIFY(!page.findChild<ReminderBanner*>()->isVisible());
    }

    void theBannerGoesWhenItIsPutOff()
    {
        Bench bench;
        TodayPage page(*bench.fixture.services);
        open(page);
        page.showReminder();
        QTest::mouseClick(button(page, "reminderLaterButton"), Qt::LeftButton);
        QVERIFY(!page.findChild<ReminderBanner*>()->isVisible());
        bench.fixture.changes.announce();
        QVERIFY(!page.findChild<ReminderBanner*>()->isVisible());
    }

    void theBannerGoesWithItsDay()
    {
        Bench bench;
        TodayPage page(*bench.fixture.services);
        open(page);
        page.showReminder();
        bench.fixture.clock.advance(24h);
        page.activate();
        QVERIFY(!page.findChild<ReminderBanner*>()->isVisible());
    }

    void todayAsksAboutYesterday()
    {
        Bench bench;
        CheckIn checkIn;
        checkIn.id = bench.fixture.ids.make<CheckInId>();
        checkIn.recorded = bench.fixture.services->recordedNow();
        checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
        QVERIFY(bench.fixture.log->checkIns().save(checkIn));
        bench.fixture.clock.advance(13h);
        TodayPage page(*bench.fixture.services);
        open(page);
        const auto labels = page.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible()
                && label->text() == QStringLiteral("Yesterday your left hamstring was 6. How is it this morning?");
        }));
    }

    void pictures()
    {
        const QByteArray folder = qgetenv("PSOLOG_SHOTS");
        if (folder.isEmpty())
            QSKIP("PSOLOG_SHOTS names no folder");
        struct Look {
            const char* name;
            ThemeChoice theme;
            int textSize;
            QSize size;
        };
        for (const Look& look :
             {Look{"light", ThemeChoice::Light, 100, {1084, 800}}, Look{"dark", ThemeChoice::Dark, 100, {1084, 800}},
              Look{"large", ThemeChoice::Light, 200, {800, 1200}}}) {
            Bench bench(look.theme, look.textSize);
            CheckIn checkIn;
            checkIn.id = bench.fixture.ids.make<CheckInId>();
            checkIn.recorded = bench.fixture.services->recordedNow();
            checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
            checkIn.scores[Site{Muscle::Calf, Side::Right}] = Score::clamped(4);
            QVERIFY(bench.fixture.log->checkIns().save(checkIn));
            bench.fixture.clock.advance(14h);
            bench.setReminder(8h);
            TodayPage page(*bench.fixture.services);
            page.resize(look.size);
            open(page);
            page.showReminder();
            QCoreApplication::processEvents();
            page.grab().save(QStringLiteral("%1/reminder-%2.png")
                                 .arg(QString::fromLocal8Bit(folder), QString::fromLatin1(look.name)));
        }
    }

private:
    static void open(TodayPage& page)
    {
        if (page.width() < 700)
            page.resize(1084, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    static QAbstractButton* button(TodayPage& page, const char* name)
    {
        return page.findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
};

QTEST_MAIN(ReminderTest)
#include "reminder_test.moc"
