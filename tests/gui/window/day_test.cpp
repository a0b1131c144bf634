// SPDX-License-Identifier: GPL-3.0-or-later
// A runner's whole first day in the real window, and what the file holds afterwards.
#include <QListView>
#include <QTest>

#include "gui/body/bodymapwidget.h"
#include "gui/charts/sorenesschart.h"
#include "gui/release/releasepage.h"
#include "gui/widgets/daystrip.h"
#include "gui/widgets/scorescale.h"
#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightHamstring{Muscle::Hamstring, Side::Right};
constexpr Site kLeftCalf{Muscle::Calf, Side::Left};

/// The moments of a day that end up in the log.
struct Moments {
    RecordedAt firstStart;
    RecordedAt checkIn;
    RecordedAt glute;
    RecordedAt tilt;
    RecordedAt release;
    Instant firstFound;
    Instant released;
    Instant secondFound;
};

Tightness tightness(int left, int right)
{
    return {Score::clamped(left), Score::clamped(right)};
}

ReleasePage& releasePage(const WindowRig& rig)
{
    return static_cast<ReleasePage&>(rig.window->page(PageId::Release));
}

const SessionEvent* eventAt(const ReleaseSession& session, SessionEventKind kind, const Instant& at)
{
    for (const SessionEvent& event : session.events)
        if (event.kind == kind && event.at == at)
            return &event;
    return nullptr;
}

Reading gluteReading(Side side, int repeat, Contraction contraction, std::optional<WorkedHardest> worked)
{
    return {side, std::nullopt, repeat, contraction, worked};
}

Reading tiltReading(Posture posture, int repeat, Contraction contraction)
{
    return {std::nullopt, posture, repeat, contraction, std::nullopt};
}

}  // namespace

class DayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_whole_first_day_by_keyboard_is_in_the_file_and_comes_back()
    {
        WindowRig rig;
        rig.start();
        Moments at;
        firstStart(rig, at);
        checkIn(rig, at);
        gluteTest(rig, at);
        tiltTest(rig, at);
        release(rig, at);
        if (QTest::currentTestFailed())
            return;
        const QString strip = rig.window->findChild<DayStrip*>()->accessibleDescription();
        showsTheDay(rig);
        QVERIFY(rig.closeAndReopen());

        compare(readAll(*rig.fixture.services), at);
        if (QTest::currentTestFailed())
            return;
        rig.start();
        QCOMPARE(rig.page(), PageId::Today);
        QCOMPARE(rig.window->findChild<DayStrip*>()->accessibleDescription(), strip);
        showsTheDay(rig);
    }

    void the_same_day_by_mouse()
    {
        WindowRig rig;
        rig.start();
        QVERIFY(rig.click("nextButton"));
        QVERIFY(rig.click("noneButton"));
        QVERIFY(rig.click("nextButton"));
        QVERIFY(rig.click("todayRadioButton"));
        QVERIFY(rig.click("nextButton"));
        QCOMPARE(rig.page(), PageId::Today);

        QVERIFY(rig.click("nextButton"));
        QCOMPARE(rig.page(), PageId::CheckIn);
        auto* map = rig.visible<BodyMapWidget>("bodyMapWidget");
        auto* scale = rig.visible<ScoreScale>("scoreScale");
        for (const auto& [site, score] : {std::pair{kLeftHamstring, 6}, std::pair{kRightHamstring, 4}}) {
            QTest::mouseClick(map, Qt::LeftButton, {}, map->siteRect(site).center().toPoint());
            QTest::mouseClick(scale, Qt::LeftButton, {}, scale->cellRect(Score::clamped(score)).center().toPoint());
        }
        QVERIFY(rig.click("afterRunButton"));
        QVERIFY(rig.click("hillsButton"));
        QVERIFY(rig.click("saveButton"));
        QCOMPARE(rig.page(), PageId::Today);

        QVERIFY(rig.click("selfTestsNavButton"));
        QVERIFY(rig.click("startGluteButton"));
        QVERIFY(rig.click("goButton"));
        for (int reading = 0; reading < 4; ++reading) {
            rig.run(reading == 2 ? 18s : 10s);
            QVERIFY(rig.click("rating3Button"));
        }
        QVERIFY(rig.click("releaseNowButton"));

        QCOMPARE(rig.page(), PageId::Release);
        QVERIFY(rig.click("startButton"));
        QVERIFY(rig.click("noneTodayButton"));
        QVERIFY(rig.click("continueButton"));
        QVERIFY(rig.click("primaryButton"));
        rig.run(5min);
        QVERIFY(rig.click("continueButton"));
        QVERIFY(rig.click("todayButton"));
        QCOMPARE(rig.page(), PageId::Today);
        // Of the day only the second self-test is left.
        QCOMPARE(rig.text("nextHeadingLabel"), QStringLiteral("Pelvic tilt test"));

        const WholeLog log = readAll(*rig.fixture.services);
        QCOMPARE(log.athlete->start, StartChoice::ReleaseToday);
        QCOMPARE(log.checkIns.size(), std::size_t{1});
        QCOMPARE(log.checkIns.front().scores[kLeftHamstring], std::optional(Score::clamped(6)));
        QCOMPARE(log.checkIns.front().scores[kRightHamstring], std::optional(Score::clamped(4)));
        QCOMPARE(log.checkIns.front().scores.count(), std::size_t{2});
        QCOMPARE(log.checkIns.front().run->features, std::set{RunFeature::Hills});
        QCOMPARE(log.selfTests.size(), std::size_t{1});
        QVERIFY(log.selfTests.front().complete);
        QCOMPARE(log.releases.size(), std::size_t{1});
        QCOMPARE(log.releases.front().outcome, ReleaseOutcome::Completed);
        QCOMPARE(log.releases.front().worked, Milliseconds(5min));
    }

    void a_session_cut_off_by_a_crash_can_be_continued()
    {
        WindowRig rig;
        ReleaseSession before;
        crashInMidSession(rig, before);
        if (QTest::currentTestFailed())
            return;
        rig.key(Qt::Key_Space);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Session);
        QVERIFY(!rig.window->findChild<QWidget*>(QStringLiteral("sidebarFrame"))->isVisible());
        // The runner is still at the desk: the clock waits for Resume.
        rig.run(1min);
        QCOMPARE(releasePage(rig).flow()->snapshot().stage, ReleaseFlow::Stage::Paused);
        rig.key(Qt::Key_Space);
        rig.run(5min);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::TightnessAfter);
        rig.key(Qt::Key_2);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_1);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_Space);
        QCOMPARE(rig.page(), PageId::Today);
        QVERIFY(rig.closeAndReopen());

        const WholeLog log = readAll(*rig.fixture.services);
        QCOMPARE(log.releases.size(), std::size_t{1});
        const ReleaseSession& session = log.releases.front();
        QCOMPARE(session.id, before.id);
        QCOMPARE(session.recorded, before.recorded);
        QCOMPARE(session.before, tightness(5, 5));
        QCOMPARE(session.after, tightness(2, 1));
        QCOMPARE(session.outcome, ReleaseOutcome::Completed);
        // The seconds after the last stored event were not proven to be worked; at most one scan.
        QVERIFY(session.worked <= Milliseconds(5min));
        QVERIFY(session.worked >= Milliseconds(4min + 30s));
        QVERIFY(session.events.size() > before.events.size());
        QVERIFY(std::equal(before.events.begin(), before.events.end(), session.events.begin()));
        for (std::size_t i = 0; i < session.events.size(); ++i)
            QCOMPARE(session.events[i].sequence, static_cast<int>(i));
        QVERIFY(rig.fixture.services->releases.unfinished()->empty());
    }

    void a_session_cut_off_by_a_crash_can_be_kept_as_partial()
    {
        WindowRig rig;
        ReleaseSession before;
        crashInMidSession(rig, before);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(rig.tabTo("partialButton"));
        rig.key(Qt::Key_Space);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Overview);
        QVERIFY(rig.closeAndReopen());

        const WholeLog log = readAll(*rig.fixture.services);
        QCOMPARE(log.releases.size(), std::size_t{1});
        QCOMPARE(log.releases.front().outcome, ReleaseOutcome::Partial);
        QCOMPARE(log.releases.front().events, before.events);
        QVERIFY(log.releases.front().worked >= Milliseconds(30s));
        rig.start();
        QCOMPARE(rig.page(), PageId::Today);
    }

    void a_session_cut_off_by_a_crash_can_be_discarded()
    {
        WindowRig rig;
        ReleaseSession before;
        crashInMidSession(rig, before);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(rig.tabTo("discardButton"));
        rig.key(Qt::Key_Space);
        QVERIFY(rig.closeAndReopen());
        QVERIFY(readAll(*rig.fixture.services).releases.empty());
        rig.start();
        QCOMPARE(rig.page(), PageId::Today);
    }

    void without_an_answer_the_cut_off_session_is_offered_again()
    {
        WindowRig rig;
        ReleaseSession before;
        crashInMidSession(rig, before);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(rig.closeAndReopen());
        QCOMPARE(readAll(*rig.fixture.services).releases.front(), before);
        rig.start();
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Recovery);
    }

private:
    static void firstStart(WindowRig& rig, Moments& at)
    {
        rig.type(QStringLiteral("Ada Läufer"));
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_N);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_Down);
        at.firstStart = rig.fixture.services->recordedNow();
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page(), PageId::Today);
        QVERIFY(rig.window->findChild<QWidget*>(QStringLiteral("sidebarFrame"))->isVisible());
        rig.run(1min);
    }

    static void checkIn(WindowRig& rig, Moments& at)
    {
        rig.key(Qt::Key_C);
        QCOMPARE(rig.page(), PageId::CheckIn);
        rig.key(Qt::Key_6);
        rig.key(Qt::Key_Tab);
        rig.key(Qt::Key_4);
        rig.key(Qt::Key_Tab);
        rig.key(Qt::Key_3);
        QVERIFY(rig.tabTo("afterRunButton"));
        rig.key(Qt::Key_Space);
        QVERIFY(rig.tabTo("distanceLineEdit"));
        rig.type(QStringLiteral("8.4"));
        QVERIFY(rig.tabTo("minutesLineEdit"));
        rig.type(QStringLiteral("46"));
        QVERIFY(rig.tabTo("effortScale"));
        rig.key(Qt::Key_6);
        QVERIFY(rig.tabTo("hillsButton"));
        rig.key(Qt::Key_Space);
        at.checkIn = rig.fixture.services->recordedNow();
        rig.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::Today);
        QCOMPARE(rig.text("noticeLabel"), QStringLiteral("Check-in saved"));
        rig.run(1min);
    }

    static void gluteTest(WindowRig& rig, Moments& at)
    {
        rig.key(Qt::Key_G);
        QCOMPARE(rig.page(), PageId::SelfTests);
        at.glute = rig.fixture.services->recordedNow();
        rig.key(Qt::Key_Space);
        for (int reading = 0; reading < 4; ++reading) {
            rig.run(reading == 2 ? 18s : 10s);
            rig.key(reading < 2 ? Qt::Key_1 : Qt::Key_3);
            rig.key(reading < 2 ? Qt::Key_H : Qt::Key_G);
        }
        QCOMPARE(rig.text("titleLabel"), QStringLiteral("The left glute answers more softly than the right"));
        rig.key(Qt::Key_Space);
        rig.run(1min);
    }

    static void tiltTest(WindowRig& rig, Moments& at)
    {
        rig.key(Qt::Key_V);
        at.tilt = rig.fixture.services->recordedNow();
        rig.key(Qt::Key_Space);
        for (int repeat = 0; repeat < 2; ++repeat) {
            rig.run(15s);
            rig.key(Qt::Key_2);
            rig.run(10s);
            rig.key(Qt::Key_4);
        }
        QCOMPARE(rig.text("titleLabel"), QStringLiteral("Your glutes squeeze harder when tucked"));
        rig.run(1min);
    }

    static void release(WindowRig& rig, Moments& at)
    {
        rig.key(Qt::Key_R);
        QCOMPARE(rig.page(), PageId::Release);
        rig.key(Qt::Key_Space);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Daily);
        rig.key(Qt::Key_N);
        rig.key(Qt::Key_6);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_4);
        rig.key(Qt::Key_Return);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Session);
        at.release = rig.fixture.services->recordedNow();
        rig.key(Qt::Key_Space);
        rig.run(33s);
        at.firstFound = rig.fixture.clock.now();
        rig.key(Qt::Key_Space);
        rig.run(20s);
        at.released = rig.fixture.clock.now();
        rig.key(Qt::Key_Space);
        rig.run(5s);
        at.secondFound = rig.fixture.clock.now();
        rig.key(Qt::Key_Space);
        QCOMPARE(releasePage(rig).flow()->snapshot().pointsFound, 2);
        QCOMPARE(releasePage(rig).flow()->snapshot().pointsReleased, 1);
        rig.run(5min - 58s);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::TightnessAfter);
        rig.key(Qt::Key_3);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_2);
        rig.key(Qt::Key_Return);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Summary);
        QVERIFY(rig.tabTo("notePlainTextEdit"));
        rig.type(QStringLiteral("gave way, slowly"));
        QVERIFY(rig.tabTo("todayButton"));
        rig.key(Qt::Key_Space);
        QCOMPARE(rig.page(), PageId::Today);
    }

    /// Today, Trends and History after that day.
    static void showsTheDay(WindowRig& rig)
    {
        rig.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::Today);
        QCOMPARE(rig.text("nextHeadingLabel"), QStringLiteral("Release day 1 is done"));
        QVERIFY(rig.window->findChild<DayStrip*>()->accessibleDescription().endsWith(
            QStringLiteral("release, check-in, self-test, run")));

        rig.key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::Trends);
        auto* chart = rig.visible<SorenessChart>("sorenessChart");
        QVERIFY(chart != nullptr);
        QVERIFY(chart->series(Side::Left) != nullptr && chart->series(Side::Right) != nullptr);
        QCOMPARE(chart->series(Side::Left)->dots.size(), std::size_t{1});
        QCOMPARE(chart->series(Side::Right)->dots.size(), std::size_t{1});
        const QString said = chart->readout(rig.fixture.services->today().number()).join(u'\n');
        QVERIFY2(said.contains(u'6') && said.contains(u'4')
                     && said.contains(QStringLiteral("release"), Qt::CaseInsensitive),
                 qPrintable(said));

        rig.key(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::History);
        QCOMPARE(rig.visible<QListView>("historyList")->model()->rowCount(),
                 5);  // check-in, its run, two tests, release
    }

    /// What was entered against what is in the file, field by field.
    static void compare(const WholeLog& log, const Moments& at)
    {
        QVERIFY(log.athlete.has_value());
        QCOMPARE(QString::fromStdString(log.athlete->name), QStringLiteral("Ada Läufer"));
        QCOMPARE(log.athlete->start, StartChoice::ReleaseToday);
        QCOMPARE(log.athlete->created, at.firstStart);
        QCOMPARE(log.screenings.size(), std::size_t{1});
        QVERIFY(log.screenings.front().present.empty());
        QCOMPARE(log.screenings.front().recorded, at.firstStart);

        QCOMPARE(log.checkIns.size(), std::size_t{1});
        const CheckIn& stored = log.checkIns.front();
        CheckIn entered;
        entered.id = stored.id;
        entered.recorded = at.checkIn;
        entered.context = Context::AfterRun;
        entered.scores[kLeftHamstring] = Score::clamped(6);
        entered.scores[kRightHamstring] = Score::clamped(4);
        entered.scores[kLeftCalf] = Score::clamped(3);
        QVERIFY(stored.run.has_value());
        entered.run = Run{stored.run->id, at.checkIn, 8400, 46, Score::clamped(6), {RunFeature::Hills}};
        QVERIFY(stored == entered);

        QCOMPARE(log.selfTests.size(), std::size_t{2});
        const auto hamstring = std::optional(WorkedHardest::Hamstring);
        SelfTest glute = log.selfTests[0];
        QCOMPARE(glute.kind, SelfTestKind::GluteActivation);
        QCOMPARE(glute.recorded, at.glute);
        QVERIFY(glute.complete && !glute.pillow);
        QCOMPARE(glute.firstSide, Side::Left);
        QVERIFY((glute.readings
                 == std::vector{gluteReading(Side::Left, 1, Contraction::Flicker, hamstring),
                                gluteReading(Side::Left, 2, Contraction::Flicker, hamstring),
                                gluteReading(Side::Right, 1, Contraction::Firm, WorkedHardest::Glute),
                                glute.readings.back()}));
        // The last rating ends the test at once; what worked hardest is asked on the result.
        QVERIFY(glute.readings.back() == gluteReading(Side::Right, 2, Contraction::Firm, WorkedHardest::Glute));
        const SelfTest& tilt = log.selfTests[1];
        QCOMPARE(tilt.kind, SelfTestKind::PelvicTilt);
        QCOMPARE(tilt.recorded, at.tilt);
        QVERIFY(tilt.complete);
        QVERIFY((tilt.readings
                 == std::vector{tiltReading(Posture::Arched, 1, Contraction::Soft),
                                tiltReading(Posture::Tucked, 1, Contraction::Hard),
                                tiltReading(Posture::Arched, 2, Contraction::Soft),
                                tiltReading(Posture::Tucked, 2, Contraction::Hard)}));

        QCOMPARE(log.releases.size(), std::size_t{1});
        const ReleaseSession& session = log.releases.front();
        QCOMPARE(session.recorded, at.release);
        QCOMPARE(session.routineId, std::string("daily-five"));
        QCOMPARE(session.outcome, ReleaseOutcome::Completed);
        QCOMPARE(session.worked, Milliseconds(5min));
        QCOMPARE(session.planned, Seconds(5min));
        QCOMPARE(session.before, tightness(6, 4));
        QCOMPARE(session.after, tightness(3, 2));
        QCOMPARE(session.note, std::string("gave way, slowly"));
        QVERIFY(!session.stopReason);
        const SessionEvent* first = eventAt(session, SessionEventKind::PointFound, at.firstFound);
        const SessionEvent* released = eventAt(session, SessionEventKind::PointReleased, at.released);
        const SessionEvent* second = eventAt(session, SessionEventKind::PointFound, at.secondFound);
        QVERIFY(first != nullptr && released != nullptr && second != nullptr);
        QCOMPARE(first->zone, std::optional(Zone::Low));
        QCOMPARE(first->worked, Milliseconds(33s));
        QCOMPARE(first->point, std::optional(1));
        QCOMPARE(released->point, std::optional(1));
        QCOMPARE(released->duration, std::optional(Milliseconds(20s)));
        QCOMPARE(second->point, std::optional(2));
        QCOMPARE(session.pointsReleased(), 1);
        QCOMPARE(session.events.back().kind, SessionEventKind::Finished);
    }

    /// A second day's session runs for 50 s, then the program is gone; the next start shows what it offers.
    static void crashInMidSession(WindowRig& rig, ReleaseSession& before)
    {
        rig.start();
        Moments at;
        firstStart(rig, at);
        rig.key(Qt::Key_R);
        rig.key(Qt::Key_Space);
        rig.key(Qt::Key_N);
        rig.key(Qt::Key_5);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_5);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_Space);
        rig.run(50s);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Session);
        rig.crash();
        const auto unfinished = rig.fixture.services->releases.unfinished();
        QVERIFY(unfinished && unfinished->size() == 1);
        before = unfinished->front();
        rig.fixture.clock.advance(10min);
        rig.start();
        QCOMPARE(rig.page(), PageId::Release);
        QCOMPARE(releasePage(rig).stage(), ReleasePage::Stage::Recovery);
        QCOMPARE(rig.focus()->objectName(), QStringLiteral("continueButton"));
        // Nothing in the log changes before the answer.
        QCOMPARE(rig.fixture.services->releases.unfinished()->front(), before);
    }
};

QTEST_MAIN(DayTest)
#include "day_test.moc"
