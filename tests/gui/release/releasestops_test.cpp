// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QFontInfo>
#include <QSignalSpy>
#include <QWindow>

#include "releaserig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;
using Stage = ReleasePage::Stage;

class ReleaseStopsTest : public QObject {
    Q_OBJECT

    /// A session that was cut off after 100 s; the page is up again and asks.
    static void cutOff(ReleaseRig& rig)
    {
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(100s);
        rig.crash();
        rig.open();
    }

    /// A session stopped after 50 s, and the program killed while it asked why; the page is up again.
    static void stopUnanswered(ReleaseRig& rig)
    {
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(50s);
        rig.key(Qt::Key_Escape);
        rig.crash();
        rig.fixture.voice.said.clear();
        rig.fixture.tones.played.clear();
        rig.open();
    }

private Q_SLOTS:
    void each_reason_has_its_key_and_is_stored_data()
    {
        QTest::addColumn<int>("reason");
        for (const auto& row : NameTable<StopReason>::rows)
            QTest::newRow(std::string(row.name).c_str()) << static_cast<int>(row.value);
    }
    void each_reason_has_its_key_and_is_stored()
    {
        QFETCH(int, reason);
        const auto expected = static_cast<StopReason>(reason);
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        rig.start();
        rig.run(50s);
        rig.key(Qt::Key_Escape);
        QCOMPARE(page.stage(), Stage::StopReason);
        QVERIFY(!rig.fixture.ticker.isRunning());
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Stopped);
        rig.key(static_cast<Qt::Key>(Qt::Key_1 + reason));
        QCOMPARE(page.stage(), isRed(expected) ? Stage::Locked : Stage::TightnessAfter);
        QCOMPARE(*rig.stored().stopReason, expected);
        QCOMPARE(rig.stored().worked, Milliseconds(50s));
        QVERIFY(!rig.stored().redAcknowledged);
    }

    void a_reason_can_be_chosen_by_mouse()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.click("stopButton");
        rig.click("interruptedButton");
        QCOMPARE(*rig.stored().stopReason, StopReason::Interrupted);
    }

    void a_second_escape_does_not_answer_the_question()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
    }

    void a_red_stop_is_acknowledged_right_away()
    {
        ReleaseRig rig;
        rig.answerScreening();
        ReleasePage& page = rig.open();
        rig.start();
        rig.run(50s);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_3);
        QCOMPARE(page.stage(), Stage::Locked);
        QVERIFY(!rig.button("confirmButton")->isEnabled());
        rig.key(Qt::Key_Space);
        rig.click("confirmButton");
        QCOMPARE(page.stage(), Stage::Summary);
        QVERIFY(rig.stored().redAcknowledged);
        rig.click("todayButton");
        page.activate();
        QCOMPARE(page.stage(), Stage::Overview);
    }

    void a_red_stop_left_unread_locks_the_next_session_after_a_restart()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(50s);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_2);
        QVERIFY(rig.page->mayLeave());
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::Locked);
        rig.crash();
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QVERIFY(rig.text("reasonLabel").contains(QStringLiteral("sharp pain")));
        rig.child<QCheckBox>("confirmCheckBox")->click();
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QVERIFY(rig.stored().redAcknowledged);
    }

    void a_stop_that_nobody_answered_is_asked_about_after_a_restart()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        QVERIFY(!rig.page->wantsWholeWindow());
        QVERIFY2(rig.text("stopTitleLabel").startsWith(QStringLiteral("You stopped the session of today at")),
                 qPrintable(rig.text("stopTitleLabel")));
        QVERIFY(rig.page->mayLeave());
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        QVERIFY(rig.fixture.voice.said.empty());
        QVERIFY(rig.fixture.tones.played.empty());
        rig.key(Qt::Key_3);
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QCOMPARE(rig.stored().stopReason, std::optional(StopReason::Pulsing));
        QVERIFY(!rig.stored().redAcknowledged);
        QVERIFY(rig.fixture.tones.played.empty());
        rig.child<QCheckBox>("confirmCheckBox")->click();
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QVERIFY(rig.stored().redAcknowledged);
    }

    void a_late_answer_that_is_not_red_frees_the_release()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        rig.fixture.clock.advance(24h);
        rig.page->activate();
        QVERIFY(rig.text("stopTitleLabel").startsWith(QStringLiteral("You stopped the session of yesterday at")));
        rig.click("interruptedButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QCOMPARE(rig.stored().stopReason, std::optional(StopReason::Interrupted));
        rig.start();
        QCOMPARE(rig.page->stage(), Stage::Session);
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.text("stopTitleLabel"), QStringLiteral("Stopped. Why?"));
    }

    void a_late_answer_needs_no_routine()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        ReleaseSession session = rig.stored();
        session.routineId = "gone";
        QVERIFY(rig.services->releases.save(session).has_value());
        rig.page->activate();
        rig.key(Qt::Key_4);
        QCOMPARE(rig.page->stage(), Stage::Locked);
        session.stopReason = rig.stored().stopReason;
        QVERIFY(session.stopReason && isRed(*session.stopReason));
        QCOMPARE(rig.stored(), session);
    }

    void a_late_answer_that_cannot_be_saved_is_asked_again()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        rig.releases->full = true;
        rig.key(Qt::Key_2);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        QVERIFY(rig.text("stopErrorLabel").contains(QStringLiteral("The disk is full")));
        const auto size = [&rig](const char* name) { return QFontInfo(rig.child<QLabel>(name)->font()).pixelSize(); };
        QVERIFY(size("stopErrorLabel") > 20);  // read from the floor
        rig.releases->full = false;
        rig.key(Qt::Key_2);
        QCOMPARE(rig.page->stage(), Stage::Locked);
    }

    void a_session_stopped_elsewhere_without_a_reason_lets_none_begin()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        const ReleaseSession unanswered = rig.stored();
        rig.key(Qt::Key_1);
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QVERIFY(rig.services->releases.save(unanswered).has_value());
        rig.key(Qt::Key_Space);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
    }

    void the_reason_comes_before_a_session_that_was_cut_off()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        ReleaseSession second = rig.stored();
        second.id = rig.fixture.ids.make<ReleaseSessionId>();
        second.outcome = ReleaseOutcome::Running;
        second.events.clear();
        QVERIFY(rig.services->releases.save(second).has_value());
        rig.page->activate();
        rig.page->offerRecovery(second);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        rig.key(Qt::Key_2);
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QVERIFY(rig.text("continueHintLabel").contains(QStringLiteral("locked")));
    }

    void a_stop_whose_header_was_not_written_is_asked_about_when_kept()
    {
        ReleaseRig rig;
        stopUnanswered(rig);
        ReleaseSession session = rig.stored();
        session.outcome = ReleaseOutcome::Running;
        QVERIFY(rig.services->releases.save(session).has_value());
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QSignalSpy noticed(rig.page.get(), &Page::noticed);
        rig.click("partialButton");
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Stopped);
        QCOMPARE(noticed.front().front().toString(), QStringLiteral("Session saved as stopped"));
        QCOMPARE(rig.page->stage(), Stage::StopReason);
    }

    void a_red_stop_that_could_not_be_saved_is_not_left_at_once()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(50s);
        rig.releases->full = true;
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_3);
        QVERIFY(!rig.page->mayLeave());
        QVERIFY(rig.text("errorLabel").contains(QStringLiteral("The disk is full")));
        rig.releases->full = false;
        QVERIFY(rig.page->mayLeave());
        QCOMPARE(*rig.stored().stopReason, StopReason::Pulsing);
    }

    void acknowledging_on_a_full_disk_stays_locked_and_says_so()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(50s);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_2);
        QVERIFY(rig.page->mayLeave());
        rig.page->activate();
        rig.releases->full = true;
        rig.child<QCheckBox>("confirmCheckBox")->click();
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QVERIFY(rig.text("errorLabel").contains(QStringLiteral("The disk is full")));
    }

    void the_first_release_asks_the_safety_questions()
    {
        ReleaseRig rig;
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Screening);
        QVERIFY(!rig.button("saveScreeningButton")->isEnabled());
        rig.key(Qt::Key_N);
        QCOMPARE(rig.page->stage(), Stage::Overview);
        const auto screening = rig.services->athletes.latestScreening().value();
        QVERIFY(screening && screening->present.empty());
    }

    void after_thirty_days_they_are_asked_again()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.fixture.clock.advance(29 * 24h);
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Overview);
        rig.fixture.clock.advance(24h);
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Screening);
    }

    void one_yes_locks_until_a_clinician_cleared_it_and_the_date_is_stored()
    {
        ReleaseRig rig;
        rig.open();
        rig.child<QCheckBox>("herniaCheckBox")->click();
        rig.click("saveScreeningButton");
        QCOMPARE(rig.page->stage(), Stage::Locked);
        rig.crash();
        rig.fixture.clock.advance(3 * 24h);
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QVERIFY(!rig.button("confirmButton")->isEnabled());
        rig.child<QCheckBox>("confirmCheckBox")->click();
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        const auto screening = rig.services->athletes.latestScreening().value();
        QCOMPARE(screening->clearedAt->utc, rig.fixture.clock.now().utc);
        QCOMPARE(screening->present, std::set{SafetyItem::Hernia});
    }

    void a_yes_after_the_clock_was_set_back_locks_and_is_the_one_cleared()
    {
        ReleaseRig rig;
        rig.answerScreening();
        const UtcTime later = rig.fixture.clock.now().utc;
        rig.fixture.clock.setWall(later - 5 * 24h);
        rig.answerScreening({SafetyItem::Clot});
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Locked);
        rig.child<QCheckBox>("confirmCheckBox")->click();
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        const auto screenings = rig.services->athletes.screenings().value();
        QCOMPARE(screenings.size(), std::size_t(2));
        QVERIFY(screenings.front().clearedAt);
        QCOMPARE(screenings.front().present, std::set{SafetyItem::Clot});
        QVERIFY(!screenings.back().clearedAt);
    }

    void every_screening_with_a_yes_is_cleared_by_itself()
    {
        ReleaseRig rig;
        rig.answerScreening({SafetyItem::Hernia});
        rig.fixture.clock.advance(1s);
        rig.answerScreening({SafetyItem::Clot});
        rig.open();
        for (const Stage next : {Stage::Locked, Stage::Overview}) {
            QCOMPARE(rig.page->stage(), Stage::Locked);
            auto* const confirm = rig.child<QCheckBox>("confirmCheckBox");
            QVERIFY(!confirm->isChecked());
            confirm->click();
            rig.click("confirmButton");
            QCOMPARE(rig.page->stage(), next);
        }
        const auto screenings = rig.services->athletes.screenings().value();
        QCOMPARE(screenings.size(), std::size_t(2));
        for (const SafetyScreening& screening : screenings)
            QVERIFY(screening.clearedAt);
    }

    void a_yes_on_the_daily_card_locks_with_the_item_it_means()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.fixture.clock.advance(1s);
        rig.open();
        rig.key(Qt::Key_Space);
        QVERIFY(!rig.button("yesTodayButton")->isEnabled());
        rig.child<QCheckBox>("groin-painTodayCheckBox")->click();
        QVERIFY(!rig.button("noneTodayButton")->isEnabled());
        rig.click("yesTodayButton");
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QCOMPARE(rig.services->athletes.latestScreening().value()->present, std::set{SafetyItem::GroinPain});
    }

    void a_session_cut_off_is_not_touched_before_the_answer()
    {
        ReleaseRig rig;
        cutOff(rig);
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QCOMPARE(rig.services->releases.unfinished().value().size(), std::size_t(1));
        QVERIFY(rig.page->mayLeave());
        QCOMPARE(rig.services->releases.unfinished().value().size(), std::size_t(1));
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::Recovery);
    }

    void a_session_cut_off_can_be_continued_to_its_end()
    {
        ReleaseRig rig;
        cutOff(rig);
        rig.click("continueButton");
        QCOMPARE(rig.page->stage(), Stage::Session);
        QVERIFY(rig.page->flow()->snapshot().resumedAfterCrash);
        QVERIFY(!rig.fixture.ticker.isRunning());
        const Milliseconds proven = rig.page->flow()->snapshot().worked;
        QVERIFY(proven > 0ms && proven <= 100s);
        rig.key(Qt::Key_Space);
        QVERIFY(rig.fixture.ticker.isRunning());
        rig.run(5min);
        QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Completed);
        QVERIFY(rig.services->releases.unfinished().value().empty());
        rig.key(Qt::Key_Return);
        // It is not compared with itself.
        QVERIFY(rig.text("comparisonLabel").contains(QStringLiteral("first")));
    }

    void continued_by_whatever_means_it_waits_for_resume_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("click") << 0;
        QTest::newRow("double click") << 1;
        QTest::newRow("space") << 2;
        QTest::newRow("mnemonic") << 3;
    }
    void continued_by_whatever_means_it_waits_for_resume()
    {
        QFETCH(int, way);
        ReleaseRig rig;
        cutOff(rig);
        auto* const button = rig.button("continueButton");
        QWindow* const window = rig.page->windowHandle();
        const QPoint where = button->mapTo(rig.page.get(), button->rect().center());
        if (way == 0)
            QTest::mouseClick(window, Qt::LeftButton, {}, where);
        else if (way == 1)
            QTest::mouseDClick(window, Qt::LeftButton, {}, where);
        else if (way == 2)
            QTest::keyClick(window, Qt::Key_Space);
        else
            QTest::keyClick(window, Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(rig.page->stage(), Stage::Session);
        const Milliseconds proven = rig.page->flow()->snapshot().worked;
        rig.run(1min);
        QCOMPARE(rig.page->flow()->snapshot().stage, ReleaseFlow::Stage::Paused);
        QCOMPARE(rig.page->flow()->snapshot().worked, proven);
        QVERIFY(!rig.fixture.ticker.isRunning());
        QCOMPARE(rig.button("primaryButton")->text(), QStringLiteral("Resume"));
        QVERIFY(rig.stored().events.back().kind != SessionEventKind::Resumed);
    }

    void a_session_cut_off_can_be_kept_as_partial()
    {
        ReleaseRig rig;
        cutOff(rig);
        rig.click("partialButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Partial);
        QVERIFY(rig.stored().worked > 0ms);
    }

    void a_session_cut_off_can_be_discarded()
    {
        ReleaseRig rig;
        cutOff(rig);
        rig.click("discardButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QVERIFY(!rig.services->releases.latest().value());
        QVERIFY(rig.services->releases.unfinished().value().empty());
    }

    void a_session_closed_elsewhere_is_not_asked_about_again()
    {
        ReleaseRig rig;
        cutOff(rig);
        ReleaseSession session = rig.stored();
        session.outcome = ReleaseOutcome::Partial;
        QVERIFY(rig.services->releases.save(session).has_value());
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::Overview);
    }

    void an_answer_never_writes_over_what_happened_meanwhile_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("continue") << QByteArray("continueButton");
        QTest::newRow("partial") << QByteArray("partialButton");
        QTest::newRow("discard") << QByteArray("discardButton");
    }
    void an_answer_never_writes_over_what_happened_meanwhile()
    {
        QFETCH(QByteArray, answer);
        ReleaseRig rig;
        cutOff(rig);
        QVERIFY(rig.services->releases.remove(rig.stored().id).has_value());
        rig.click(answer.constData());
        QCOMPARE(rig.page->stage(), Stage::Overview);
        QVERIFY(!rig.services->releases.latest().value());
    }

    void the_answer_keeps_what_was_written_meanwhile()
    {
        ReleaseRig rig;
        cutOff(rig);
        ReleaseSession session = rig.stored();
        session.note = "from the other computer";
        QVERIFY(rig.services->releases.save(session).has_value());
        rig.click("partialButton");
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Partial);
        QCOMPARE(rig.stored().note, session.note);
    }

    void an_answer_that_cannot_be_saved_is_asked_again()
    {
        ReleaseRig rig;
        cutOff(rig);
        rig.releases->full = true;
        rig.click("partialButton");
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QVERIFY(rig.text("errorLabel").contains(QStringLiteral("The disk is full")));
        rig.releases->full = false;
        rig.click("partialButton");
        QCOMPARE(rig.page->stage(), Stage::Overview);
    }

    void a_session_whose_routine_was_changed_cannot_be_continued()
    {
        ReleaseRig rig;
        cutOff(rig);
        ReleaseSession session = rig.stored();
        session.planned += 30s;
        QVERIFY(rig.services->releases.save(session).has_value());
        rig.page->activate();
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QVERIFY(!rig.button("continueButton")->isEnabled());
        QVERIFY(rig.text("continueHintLabel").contains(QStringLiteral("changed")));
        rig.click("partialButton");
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Partial);
    }

    void a_locked_release_cannot_be_continued()
    {
        ReleaseRig rig;
        rig.answerScreening();
        rig.open();
        rig.start();
        rig.run(100s);
        rig.crash();
        rig.fixture.clock.advance(1s);
        rig.answerScreening({SafetyItem::Clot});
        rig.open();
        QCOMPARE(rig.page->stage(), Stage::Recovery);
        QVERIFY(!rig.button("continueButton")->isEnabled());
        QVERIFY(rig.text("continueHintLabel").contains(QStringLiteral("locked")));
        rig.click("partialButton");
        QCOMPARE(rig.page->stage(), Stage::Locked);
    }
};

QTEST_MAIN(ReleaseStopsTest)
#include "releasestops_test.moc"
