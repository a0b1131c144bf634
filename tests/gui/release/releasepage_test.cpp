// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include "gui/guided/sessionstatus.h"
#include "gui/release/sessionwidget.h"
#include "releaserig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;
using Stage = ReleasePage::Stage;

class ReleasePageTest : public QObject {
    Q_OBJECT

    static SessionStatus* status(const ReleaseRig& rig) { return rig.child<SessionStatus>("sessionStatus"); }

private Q_SLOTS:
    void a_five_minute_session_by_keyboard_alone_is_stored_whole()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        QSignalSpy asked(&page, &Page::pageRequested);
        QCOMPARE(page.stage(), Stage::Overview);
        rig.key(Qt::Key_Space);
        QCOMPARE(page.stage(), Stage::Daily);
        rig.key(Qt::Key_N);
        QCOMPARE(page.stage(), Stage::TightnessBefore);
        rig.key(Qt::Key_6);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_4);
        rig.key(Qt::Key_Return);
        QCOMPARE(page.stage(), Stage::Session);
        QVERIFY(page.wantsWholeWindow());
        QVERIFY(rig.fixture.ticker.isRunning());  // it would start by itself
        rig.key(Qt::Key_Space);
        QVERIFY(rig.fixture.ticker.isRunning());
        rig.run(33s);
        QCOMPARE(page.flow()->snapshot().phase, ReleaseFlow::Phase::Scan);
        rig.key(Qt::Key_Space);
        QCOMPARE(page.flow()->snapshot().phase, ReleaseFlow::Phase::Hold);
        rig.run(20s);
        rig.key(Qt::Key_Space);
        QCOMPARE(page.flow()->snapshot().pointsReleased, 1);
        rig.run(247s);
        QCOMPARE(page.stage(), Stage::TightnessAfter);
        QVERIFY(!rig.fixture.ticker.isRunning());
        QVERIFY(!page.wantsWholeWindow());
        rig.key(Qt::Key_3);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_2);
        rig.key(Qt::Key_Return);
        QCOMPARE(page.stage(), Stage::Summary);
        QCOMPARE(rig.text("workedLabel"), QStringLiteral("5:00 of 5:00"));
        QCOMPARE(rig.text("releasedLabel"), QStringLiteral("1"));
        QCOMPARE(rig.text("leftLabel"), QStringLiteral("6 → 3"));
        QCOMPARE(rig.text("rightLabel"), QStringLiteral("4 → 2"));
        auto* note = rig.child<QPlainTextEdit>("notePlainTextEdit");
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("left side gave at once"));
        rig.key(Qt::Key_Tab);
        rig.key(Qt::Key_Space);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<PageId>(), PageId::Today);

        const ReleaseSession session = rig.stored();
        QCOMPARE(session.outcome, ReleaseOutcome::Completed);
        QCOMPARE(session.worked, Milliseconds(5min));
        QCOMPARE(session.before, (Tightness{Score::clamped(6), Score::clamped(4)}));
        QCOMPARE(session.after, (Tightness{Score::clamped(3), Score::clamped(2)}));
        QCOMPARE(session.pointsReleased(), 1);
        QCOMPARE(session.note, std::string("left side gave at once"));
        QCOMPARE(session.events.back().kind, SessionEventKind::Finished);
    }

    void a_day_that_the_plan_leaves_out_is_said_and_not_blocked()
    {
        ReleaseRig rig;
        rig.answerScreening();
        Services& services = *rig.fixture.services;
        Experiment plan;
        plan.id = rig.fixture.ids.make<ExperimentId>();
        plan.recorded = services.recordedNow();
        plan.firstDay = plan.recorded.day;
        QVERIFY(services.experiments.begin(plan));
        ReleasePage& page = rig.open();
        QVERIFY(rig.text("planNoteLabel").startsWith(QStringLiteral("Your plan has no release today.")));
        rig.key(Qt::Key_Space);
        QCOMPARE(page.stage(), Stage::Daily);
        QVERIFY(services.experiments.stop(plan.id, services.recordedNow(), ""));
        page.activate();
        QVERIFY(rig.text("planNoteLabel").isEmpty());
    }

    void a_five_minute_session_by_mouse_alone_is_stored_whole()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        QSignalSpy asked(&page, &Page::pageRequested);
        rig.click("startButton");
        rig.click("noneTodayButton");
        auto* left = rig.page->findChild<QWidget*>(QStringLiteral("tightnessBefore"))
                         ->findChild<ScoreScale*>(QStringLiteral("leftTightnessScale"));
        QTest::mouseClick(left, Qt::LeftButton, {}, left->cellRect(Score::clamped(7)).center().toPoint());
        rig.click("continueButton");
        QCOMPARE(page.stage(), Stage::Session);
        rig.click("primaryButton");
        rig.run(32s);
        // Beside everything: the free area is the big key, too.
        QTest::mouseClick(rig.child<SessionWidget>("sessionWidget"), Qt::LeftButton, {}, QPoint(640, 90));
        QCOMPARE(page.flow()->snapshot().pointsFound, 1);
        rig.run(10s);
        QTest::mouseClick(rig.child<QWidget>("countdownRing"), Qt::LeftButton);
        QCOMPARE(page.flow()->snapshot().pointsReleased, 1);
        rig.click("pauseButton");
        QVERIFY(!rig.fixture.ticker.isRunning());
        rig.run(1min);
        rig.click("primaryButton");
        rig.run(258s);
        QCOMPARE(page.stage(), Stage::TightnessAfter);
        rig.click("continueButton");
        QCOMPARE(page.stage(), Stage::Summary);
        QCOMPARE(rig.text("leftLabel"), QStringLiteral("7 → –"));
        QCOMPARE(rig.text("rightLabel"), QStringLiteral("not asked"));
        rig.click("retestButton");
        QCOMPARE(asked.front().front().value<PageId>(), PageId::SelfTests);
        QCOMPARE(asked.front().at(1).toString(), QStringLiteral("glute-activation"));
        QCOMPARE(rig.stored().worked, Milliseconds(5min));
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Completed);
    }

    void hands_free_a_session_runs_to_its_end()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(5min);
        QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
        QCOMPARE(rig.stored().pointsFound(), 0);
        QCOMPARE(rig.stored().pointsReleased(), 0);
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page->stage(), Stage::Summary);
        QCOMPARE(rig.text("foundLabel"), QStringLiteral("none marked"));
        QCOMPARE(rig.text("releasedLabel"), QStringLiteral("–"));
        rig.click("todayButton");
        rig.page->activate();
        QVERIFY2(rig.text("lastSessionLabel").contains(QStringLiteral("no points marked")),
                 qPrintable(rig.text("lastSessionLabel")));
    }

    void only_points_that_were_stated_have_a_number_on_the_screen()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(45s);
        QVERIFY(rig.page->flow()->snapshot().pacedHold);
        QVERIFY(!status(rig)->line().contains(QStringLiteral("point")));
        QVERIFY(!status(rig)->value().contains(QStringLiteral("point")));
        rig.key(Qt::Key_Space);  // it released
        QVERIFY(status(rig)->line().startsWith(QStringLiteral("points found 1 ")));
        rig.run(1s);
        rig.key(Qt::Key_Space);  // found the second one
        QVERIFY(status(rig)->line().startsWith(QStringLiteral("point 2 ")));
        QVERIFY(status(rig)->value().endsWith(QStringLiteral("point 2")));
    }

    void the_big_key_still_says_found_one_right_after_pacing_began_to_hold()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(41s);
        QCOMPARE(rig.page->flow()->snapshot().phase, ReleaseFlow::Phase::Hold);
        QCOMPARE(rig.button("primaryButton")->text(), QStringLiteral("Found one"));
        rig.run(1s);
        QCOMPARE(rig.button("primaryButton")->text(), QStringLiteral("It released"));
    }

    void the_screen_shows_zone_seconds_and_the_meaning_of_the_big_key()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        QCOMPARE(status(rig)->title(), QStringLiteral("Settle in"));
        rig.run(132s);
        QCOMPARE(status(rig)->title(), QStringLiteral("Middle zone"));
        QCOMPARE(rig.button("primaryButton")->text(), QStringLiteral("It released"));
        QVERIFY(status(rig)->line().endsWith(QStringLiteral("2:48 of 5:00 left")));
        QVERIFY(status(rig)->hasFocus());
    }

    void the_spoken_value_changes_with_the_phase_only()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(31s);
        const QString scan = status(rig)->value();
        const QString line = status(rig)->line();
        rig.run(3s);
        QCOMPARE(status(rig)->value(), scan);
        QVERIFY(status(rig)->line() != line);
        rig.key(Qt::Key_Space);
        QVERIFY(status(rig)->value() != scan);
    }

    void pause_skip_and_back_are_one_key_each()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(5s);
        rig.key(Qt::Key_Right);
        QCOMPARE(rig.page->flow()->snapshot().step, std::size_t(1));
        rig.run(5s);
        rig.key(Qt::Key_Left);
        QCOMPARE(rig.page->flow()->snapshot().step, std::size_t(0));
        rig.key(Qt::Key_P);
        QCOMPARE(rig.page->flow()->snapshot().stage, ReleaseFlow::Stage::Paused);
        QCOMPARE(rig.button("primaryButton")->text(), QStringLiteral("Resume"));
        rig.key(Qt::Key_P);
        QCOMPARE(rig.page->flow()->snapshot().stage, ReleaseFlow::Stage::Step);
        QCOMPARE(rig.page->flow()->snapshot().worked, Milliseconds(10s));
    }

    void a_double_click_means_one_press()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(33s);
        auto* screen = rig.child<SessionWidget>("sessionWidget");
        QTest::mouseClick(screen, Qt::LeftButton, {}, QPoint(640, 90));
        QTest::mouseDClick(screen, Qt::LeftButton, {}, QPoint(640, 90));
        QCOMPARE(rig.page->flow()->snapshot().pointsFound, 1);
        QCOMPARE(rig.page->flow()->snapshot().pointsReleased, 0);
    }

    void a_press_between_the_buttons_does_nothing()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(33s);
        QWidget* const stop = rig.button("stopButton");
        QTest::mouseClick(stop->parentWidget(), Qt::LeftButton, {}, stop->geometry().topLeft() - QPoint(6, -10));
        QCOMPARE(rig.page->flow()->snapshot().pointsFound, 0);
        QCOMPARE(rig.page->stage(), Stage::Session);
    }

    void time_asleep_is_not_counted_and_asks()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(20s);
        rig.fixture.clock.suspend(3min);
        rig.fixture.ticker.tick();
        QCOMPARE(status(rig)->title(), QStringLiteral("The computer was away for 3 minutes"));
        QVERIFY(!rig.fixture.ticker.isRunning());
        rig.key(Qt::Key_Space);
        QCOMPARE(rig.page->flow()->snapshot().stage, ReleaseFlow::Stage::Step);
        QVERIFY(rig.page->flow()->snapshot().worked <= Milliseconds(20s));
    }

    void a_mere_stall_is_not_called_sleep()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(20s);
        rig.fixture.clock.advance(3s);
        rig.fixture.ticker.tick();
        QCOMPARE(status(rig)->title(), QStringLiteral("The computer was away for 3 seconds"));
        const QString said = QString::fromStdString(rig.fixture.voice.said.back().text);
        QVERIFY2(said.startsWith(QStringLiteral("The computer was away.")), qPrintable(said));
    }

    void leaving_is_refused_while_a_session_runs_and_the_question_stays()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        rig.start();
        rig.run(20s);
        QVERIFY(!page.mayLeave());
        QCOMPARE(page.flow()->snapshot().stage, ReleaseFlow::Stage::Paused);
        QCOMPARE(status(rig)->title(), QStringLiteral("Stop the session?"));
        QVERIFY(!page.mayLeave());
        rig.key(Qt::Key_Space);
        QCOMPARE(status(rig)->title(), QStringLiteral("Settle in"));
        QVERIFY(!page.mayLeave());
        rig.key(Qt::Key_Escape);
        QCOMPARE(page.stage(), Stage::StopReason);
        QVERIFY(!page.mayLeave());
        rig.key(Qt::Key_5);
        QVERIFY(page.mayLeave());
        QCOMPARE(*rig.stored().stopReason, StopReason::Interrupted);
    }

    void a_session_that_did_not_start_leaves_nothing_behind()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        rig.key(Qt::Key_Space);
        rig.key(Qt::Key_N);
        rig.key(Qt::Key_Return);
        QCOMPARE(page.stage(), Stage::Session);
        rig.key(Qt::Key_Escape);
        QCOMPARE(page.stage(), Stage::Overview);
        QVERIFY(rig.services->releases.latest().value() == std::nullopt);
        rig.key(Qt::Key_Space);
        rig.key(Qt::Key_Escape);
        QCOMPARE(page.stage(), Stage::Overview);
    }

    void an_idle_page_runs_no_timer()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        QVERIFY(!rig.fixture.ticker.isRunning());
        rig.start();
        QVERIFY(rig.fixture.ticker.isRunning());
        rig.page.reset();
        QVERIFY(!rig.fixture.ticker.isRunning());
    }

    void a_full_disk_shows_a_banner_and_the_session_goes_on()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(32s);
        auto* banner = rig.child<QWidget>("saveErrorBanner");
        QVERIFY(banner->isHidden());
        rig.releases->full = true;
        rig.key(Qt::Key_Space);
        QVERIFY(banner->isVisible());
        QVERIFY(rig.text("saveErrorLabel").contains(QStringLiteral("The disk is full")));
        rig.run(5s);
        QCOMPARE(rig.page->flow()->snapshot().worked, Milliseconds(37s));
        rig.releases->full = false;
        rig.click("retrySaveButton");
        QVERIFY(banner->isHidden());
        QCOMPARE(rig.stored().pointsFound(), 1);
        QCOMPARE(rig.page->flow()->snapshot().unsavedEvents, std::size_t(0));
    }

    void what_a_full_disk_refused_at_the_end_can_be_saved_from_the_summary()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        QSignalSpy asked(&page, &Page::pageRequested);
        rig.start();
        rig.run(4min);
        rig.releases->full = true;
        rig.run(1min);
        rig.key(Qt::Key_Return);
        QCOMPARE(page.stage(), Stage::Summary);
        QVERIFY(rig.child<QWidget>("errorBanner") != nullptr);
        rig.child<QPlainTextEdit>("notePlainTextEdit")->setPlainText(QStringLiteral("kept"));
        rig.click("todayButton");
        QCOMPARE(asked.count(), 0);
        QVERIFY(!page.mayLeave());
        rig.releases->full = false;
        rig.click("todayButton");
        QCOMPARE(asked.count(), 1);
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Completed);
        QCOMPARE(rig.stored().note, std::string("kept"));
    }

    void a_note_that_is_too_long_is_refused_and_kept()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        rig.start();
        rig.run(5min);
        rig.key(Qt::Key_Return);
        auto* note = rig.child<QPlainTextEdit>("notePlainTextEdit");
        note->setPlainText(QString(100'000, QLatin1Char('x')));
        rig.click("todayButton");
        QCOMPARE(page.stage(), Stage::Summary);
        QVERIFY(rig.text("errorLabel").contains(QStringLiteral("too long")));
        QCOMPARE(note->toPlainText().size(), 100'000);
    }

    void the_overview_tells_of_the_session_before()
    {
        ReleaseRig rig;
        rig.fixture.fillDemo(40);
        rig.answerScreening();
        rig.open();
        QVERIFY(rig.text("lastSessionLabel").contains(QStringLiteral("worked")));
    }

    void a_change_elsewhere_is_seen_at_once()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.answerScreening({SafetyItem::Bones});
        rig.fixture.clock.advance(1s);
        rig.answerScreening({SafetyItem::Bones});
        rig.fixture.changes.announce();
        QCOMPARE(rig.page->stage(), Stage::Locked);
    }

    void everything_on_the_session_screen_is_large_at_every_size_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("text");
        QTest::newRow("1280x800") << QSize(1280, 800) << 100;
        QTest::newRow("1024x700") << QSize(1024, 700) << 100;
        QTest::newRow("1024x700 at 200 %") << QSize(1024, 700) << 200;
        QTest::newRow("1920x1080") << QSize(1920, 1080) << 100;
    }
    void everything_on_the_session_screen_is_large_at_every_size()
    {
        QFETCH(QSize, size);
        QFETCH(int, text);
        ReleaseRig rig(ThemeChoice::Light, text);
        rig.answerScreening();
        rig.open(size);
        rig.start();
        rig.run(45s);
        QApplication::sendPostedEvents();
        QCOMPARE(rig.page->size(), size);
        auto* screen = rig.child<SessionWidget>("sessionWidget");
        const auto labels = screen->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(QFontInfo(label->font()).pixelSize() >= 24, qPrintable(label->objectName()));
        std::vector<QWidget*> widgets;
        for (const char* name :
             {"routineNameLabel", "pressureLabel", "soundButton", "countdownRing", "sessionStatus", "nextLabel",
              "cueLabel", "segmentBar", "primaryButton", "pauseButton", "backButton", "skipButton", "stopButton"})
            if (auto* found = screen->findChild<QWidget*>(QString::fromLatin1(name)); found->isVisible())
                widgets.push_back(found);
        QVERIFY(widgets.size() >= 9);
        for (std::size_t i = 0; i < widgets.size(); ++i) {
            const QRect a(widgets[i]->mapTo(screen, QPoint()), widgets[i]->size());
            QVERIFY2(screen->rect().contains(a), qPrintable(widgets[i]->objectName()));
            if (qobject_cast<QAbstractButton*>(widgets[i]) != nullptr) {
                QVERIFY(a.height() >= 44 && a.width() >= 44);
                QVERIFY2(a.width() >= widgets[i]->sizeHint().width(), qPrintable(widgets[i]->objectName()));
            }
            if (widgets[i]->hasHeightForWidth())
                QVERIFY2(a.height() >= widgets[i]->heightForWidth(a.width()), qPrintable(widgets[i]->objectName()));
            for (std::size_t j = i + 1; j < widgets.size(); ++j) {
                const QRect b(widgets[j]->mapTo(screen, QPoint()), widgets[j]->size());
                QVERIFY2(!a.intersects(b), qPrintable(widgets[i]->objectName() + widgets[j]->objectName()));
            }
        }
    }
};

QTEST_MAIN(ReleasePageTest)
#include "releasepage_test.moc"
