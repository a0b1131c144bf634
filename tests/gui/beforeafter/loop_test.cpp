// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>

#include "gui/beforeafter/beforeafterview.h"
#include "gui/widgets/button.h"
#include "looprig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

class LoopTest : public QObject {
    Q_OBJECT

    static Button* offer(const LoopRig& rig) { return rig.child<Button>("retestButton"); }
    static SelfTest newest(const LoopRig& rig)
    {
        const auto tests = rig.services->selfTests.latest(SelfTestKind::GluteActivation, 1);
        return tests && !tests->empty() ? tests->front() : SelfTest{};
    }
    static QString historyOfRelease(LoopRig& rig, const char* label)
    {
        HistoryPage history(*rig.services);
        history.show();
        history.activate();
        history.openTopic(QString::fromStdString(rig.stored().id.toString()));
        return history.findChild<QLabel*>(QString::fromLatin1(label))->text();
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void a_test_a_release_and_a_retest_are_shown_before_and_after()
    {
        LoopRig rig;
        const SelfTest before = rig.addTest(15min, {1, 1, 2}, {3, 3, 3});
        rig.release();
        QCOMPARE(rig.page->stage(), ReleasePage::Stage::Summary);
        QCOMPARE(rig.text("leftLabel"), QStringLiteral("6 → 3"));
        QCOMPARE(rig.text("rightLabel"), QStringLiteral("4 → 4"));
        QCOMPARE(rig.text("leftUsualLabel"), QStringLiteral("3 lower"));
        QCOMPARE(rig.text("rightUsualLabel"), QStringLiteral("no change"));
        QVERIFY(rig.text("caveatLabel").contains(QStringLiteral("not because of")));
        QCOMPARE(rig.text("foundLabel"), QStringLiteral("1"));
        QCOMPARE(offer(rig)->variant(), QStringLiteral("primary"));
        QVERIFY(offer(rig)->hasFocus());

        rig.leaveSummary("retestButton");
        rig.rate({3, 3, 3}, {3, 3, 4}, 4s);
        const SelfTest after = newest(rig);
        QVERIFY(after.complete);
        QVERIFY(after.id != before.id);
        QCOMPARE(after.repeats, 3);
        QCOMPARE(after.hold, Seconds(4));
        QCOMPARE(after.firstSide, Side::Right);
        QVERIFY(rig.tests->findChild<BeforeAfterView*>()->isVisible());
        QCOMPARE(rig.testText("titleLabel"), QStringLiteral("Left glute firmer after the release"));
        QCOMPARE(rig.testText("beforeAfterLabel"),
                 QStringLiteral("Left 1 → 3: firmer, beyond your repeats\nRight 3 → 3: no change beyond your repeats"));
        QVERIFY(rig.testText("beforeAfterCaveatLabel").contains(QStringLiteral("being tested twice")));
        QCOMPARE(rig.testText("loopReleaseLabel"),
                 QStringLiteral("Tightness left 6 → 3: 3 lower\nTightness right 4 → 4: no change\nPoints found 1\n"
                                "Points released 1"));
        QVERIFY(rig.testText("loopUsualLabel").contains(QStringLiteral("Too few")));
        QVERIFY(!rig.tests->findChild<QPushButton*>(QStringLiteral("releaseNowButton"))->isVisible());

        rig.page->activate();
        QVERIFY2(rig.text("lastSessionLabel").contains(QStringLiteral("Glutes before and after: left 1 → 3")),
                 qPrintable(rig.text("lastSessionLabel")));
        const QString history = historyOfRelease(rig, "detailsGlutesLabel");
        QVERIFY2(history.contains(QStringLiteral("Left 1 → 3: firmer")), qPrintable(history));
        QVERIFY(history.contains(QStringLiteral("Changed after, not because of")));
    }

    void the_retest_shows_how_the_release_compares_with_earlier_ones()
    {
        LoopRig rig;
        rig.fixture.fillDemo(40);
        rig.addTest(15min, {1, 1, 2}, {3, 3, 3});
        rig.release();
        const QString left = rig.text("leftUsualLabel");
        const QString found = rig.text("foundUsualLabel");
        const QString released = rig.text("releasedUsualLabel");
        rig.leaveSummary("retestButton");
        rig.rate({3, 3, 3}, {3, 3, 4}, 4s);
        QVERIFY2(left.contains(QStringLiteral("usual")), qPrintable(left));
        const QStringList lines = rig.testText("loopReleaseLabel").split(QLatin1Char('\n'));
        QCOMPARE(lines.value(0), QStringLiteral("Tightness left 6 → 3: %1").arg(left));
        QCOMPARE(lines.value(2), QStringLiteral("Points found 1: %1").arg(found));
        QCOMPARE(lines.value(3), QStringLiteral("Points released 1: %1").arg(released));
        QVERIFY(rig.testText("loopUsualLabel").contains(QStringLiteral("median")));
    }

    void a_retest_that_is_not_finished_compares_nothing()
    {
        LoopRig rig;
        rig.addTest(15min, {1, 1}, {3, 3});
        rig.release();
        rig.leaveSummary("retestButton");
        rig.pressInTest(Qt::Key_Space);
        rig.run(9s);
        rig.pressInTest(Qt::Key_2);
        rig.pressInTest(Qt::Key_Escape);
        QVERIFY(!newest(rig).readings.empty());
        QVERIFY(!rig.tests->findChild<BeforeAfterView*>()->isVisible());
        QVERIFY2(rig.testText("loopNoteLabel").contains(QStringLiteral("not finished")),
                 qPrintable(rig.testText("loopNoteLabel")));
        rig.page->activate();
        QVERIFY(!rig.text("lastSessionLabel").contains(QStringLiteral("Glutes")));
        QVERIFY(historyOfRelease(rig, "detailsGlutesLabel").isEmpty());
    }

    void without_a_test_before_the_offer_is_a_plain_test()
    {
        LoopRig rig;
        rig.addTest(25h, {1, 1}, {3, 3});
        rig.release();
        QCOMPARE(offer(rig)->variant(), QStringLiteral("secondary"));
        QVERIFY(rig.child<QPushButton>("todayButton")->hasFocus());
        QVERIFY(rig.text("retestLabel").contains(QStringLiteral("No glute test")));
        rig.leaveSummary("retestButton");
        rig.rate({2, 2}, {2, 2}, 5s);
        QVERIFY(newest(rig).complete);
        QVERIFY(!rig.tests->findChild<BeforeAfterView*>()->isVisible());
        QVERIFY(rig.testText("loopNoteLabel").isEmpty());
        // Otherwise the side that was second now comes first.
        QCOMPARE(newest(rig).firstSide, Side::Left);
    }

    void a_test_with_other_words_is_not_repeated()
    {
        LoopRig rig;
        SelfTest old = rig.addTest(15min, {1, 1}, {3, 3});
        old.wordingVersion = 99;
        QVERIFY(rig.services->selfTests.save(old).has_value());
        rig.release();
        QCOMPARE(offer(rig)->variant(), QStringLiteral("secondary"));
        rig.leaveSummary("retestButton");
        rig.rate({2, 2}, {2, 2}, 5s);
        QVERIFY(!rig.tests->findChild<BeforeAfterView*>()->isVisible());
        QVERIFY2(rig.testText("loopNoteLabel").contains(QStringLiteral("other words")),
                 qPrintable(rig.testText("loopNoteLabel")));
    }

    void a_difference_within_the_repeats_is_no_change()
    {
        LoopRig rig;
        rig.addTest(15min, {1, 2}, {2, 3});
        rig.release();
        rig.leaveSummary("retestButton");
        rig.rate({3, 3}, {2, 3}, 4s);
        QCOMPARE(rig.testText("titleLabel"), QStringLiteral("No change beyond your repeats"));
        QCOMPARE(rig.testText("beforeAfterLabel"),
                 QStringLiteral(
                     "Left 1.5 → 2.5: no change beyond your repeats\nRight 2.5 → 3: no change beyond your repeats"));
    }

    void a_red_stop_offers_no_test()
    {
        LoopRig rig;
        rig.addTest(15min, {1, 1}, {3, 3});
        rig.open();
        rig.start();
        rig.run(40s);
        rig.key(Qt::Key_Escape);
        rig.click("sharp-painButton");
        QCOMPARE(rig.page->stage(), ReleasePage::Stage::Locked);
        rig.key(Qt::Key_Space);
        rig.click("confirmButton");
        QCOMPARE(rig.page->stage(), ReleasePage::Stage::Summary);
        QVERIFY(!offer(rig)->isVisible());
        QVERIFY(rig.child<QPushButton>("todayButton")->hasFocus());
    }

    void with_enough_sessions_the_summary_says_what_is_usual()
    {
        LoopRig rig;
        for (int ago = 1; ago <= 4; ++ago) {
            ReleaseSession session;
            session.id = rig.fixture.ids.make<ReleaseSessionId>();
            session.recorded = rig.services->recordedNow();
            session.recorded.at.utc -= std::chrono::hours(24 * ago);
            session.recorded.day = session.recorded.day - ago;
            session.routineId = "daily-five";
            session.outcome = ReleaseOutcome::Completed;
            session.planned = 300s;
            session.worked = 180s;
            session.before = {Score::clamped(6), std::nullopt};
            session.after = {Score::clamped(5), std::nullopt};
            QVERIFY(rig.services->releases.save(session).has_value());
        }
        rig.release();
        QCOMPARE(rig.text("leftUsualLabel"), QStringLiteral("3 lower; usually 1 lower"));
        QCOMPARE(rig.text("rightUsualLabel"), QStringLiteral("no change"));
        QCOMPARE(rig.text("workedUsualLabel"), QStringLiteral("more than usual (3:00)"));
        // Nobody marked a point in those sessions: that is not "usually none".
        QVERIFY(rig.text("foundUsualLabel").isEmpty());
    }
};

QTEST_MAIN(LoopTest)
#include "loop_test.moc"
