// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "gui/selftest/selftestpage.h"
#include "gui/selftest/selftestrunview.h"
#include "gui/widgets/countdownring.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

class SelfTestPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<psolog::PageId>();
        qRegisterMetaType<psolog::TestAction>();
    }

    void aWholeGluteTestByKeyboardIsSavedRepeatByRepeat()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        shot(page, "introduction");
        QVERIFY(!fixture.ticker.isRunning());
        press(page, Qt::Key_Space);
        QVERIFY(fixture.ticker.isRunning());

        int saved = 0;
        for (int side = 0; side < 2; ++side) {
            for (int repeat = 0; repeat < 2; ++repeat) {
                fixture.run(5s);  // get ready
                QVERIFY(title(page).contains(side == 0 ? QStringLiteral("left leg") : QStringLiteral("right leg")));
                fixture.run(2s);
                QCOMPARE(page.findChild<CountdownRing*>()->number(), QStringLiteral("3"));
                if (side == 0 && repeat == 1) {
                    press(page, Qt::Key_2);  // rated while the leg is up: no stop afterwards
                    shot(page, "hold");
                    fixture.run(3s);
                } else {
                    fixture.run(3s);
                    QVERIFY(!fixture.ticker.isRunning());
                    shot(page, "rate");
                    press(page, side == 0 ? Qt::Key_1 : Qt::Key_3);
                    press(page, Qt::Key_H);
                }
                const auto tests = fixture.log->selfTests().between(fixture.services->today(), fixture.services->today());
                QVERIFY(tests);
                QCOMPARE(tests->size(), std::size_t{1});
                QCOMPARE(static_cast<int>(tests->front().readings.size()), ++saved);
                QCOMPARE(tests->front().complete, saved == 4);
            }
            if (side == 0) {
                QVERIFY(title(page).contains(QStringLiteral("Switch sides")));
                shot(page, "switch");
                fixture.run(8s);
            }
        }
        QCOMPARE(title(page), QStringLiteral("The left glute answers more softly than the right"));
        QVERIFY(!fixture.ticker.isRunning());
        shot(page, "result");
        const auto test = fixture.log->selfTests().latest(SelfTestKind::GluteActivation, 1);
        QVERIFY(test && test->size() == 1);
        QCOMPARE(test->front().readings.at(0).workedHardest, std::optional(WorkedHardest::Hamstring));
    }

    void theNextGluteTestBeginsWithTheOtherSide()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(10s);
        press(page, Qt::Key_4);
        press(page, Qt::Key_Escape);
        QVERIFY(title(page).contains(QStringLiteral("incomplete")));
        QTest::keyClick(page.findChild<QPushButton*>(QStringLiteral("testDoneButton")), Qt::Key_Space);
        QTest::keyClick(&page, Qt::Key_G);
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("instructionLabel"))->text().contains(QStringLiteral("right leg comes first")));
    }

    void stoppingBeforeAnyRatingLeavesNothingBehind()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_V);
        press(page, Qt::Key_Space);
        fixture.run(7s);
        press(page, Qt::Key_Escape);
        QVERIFY(!fixture.ticker.isRunning());
        const auto tests = fixture.log->selfTests().between(fixture.services->today(), fixture.services->today());
        QVERIFY(tests && tests->empty());
    }

    void aWholeTiltTestByMouseShowsTheExpectedAnswer()
    {
        PageFixture fixture;
        fixture.settings.save([] {
            Settings settings;
            settings.testRepeats = 1;
            settings.testHold = 3s;
            return settings;
        }());
        SelfTestPage page(*fixture.services);
        open(page);
        shot(page, "overview");
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("startTiltButton")), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("goButton")), Qt::LeftButton);
        fixture.run(5s);
        shot(page, "arch");
        fixture.run(5s + 3s);
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("rating1Button")), Qt::LeftButton);
        fixture.run(5s);
        shot(page, "tuck");
        fixture.run(3s);
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("rating3Button")), Qt::LeftButton);
        QCOMPARE(title(page), QStringLiteral("Your glutes squeeze harder when tucked"));
        const auto test = fixture.log->selfTests().latest(SelfTestKind::PelvicTilt, 1);
        QVERIFY(test && test->size() == 1);
        QCOMPARE(test->front().hold, Seconds(3));
        QCOMPARE(test->front().readings.size(), std::size_t{2});
    }

    void sleepOfTheMachinePausesTheCountdown()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(6s);
        fixture.clock.suspend(10min);
        fixture.ticker.tick();
        QCOMPARE(title(page), QStringLiteral("The computer was away"));
        QVERIFY(!fixture.ticker.isRunning());
        press(page, Qt::Key_Space);
        QVERIFY(fixture.ticker.isRunning());
        press(page, Qt::Key_P);
        QCOMPARE(title(page), QStringLiteral("Paused"));
        press(page, Qt::Key_P);
        QVERIFY(title(page).startsWith(QStringLiteral("Get ready")));
    }

    void theResultComparesWithTheLastTest()
    {
        PageFixture fixture;
        fixture.fillDemo();
        SelfTestPage page(*fixture.services);
        open(page);
        shot(page, "overview-demo");
        QTest::keyClick(&page, Qt::Key_V);
        press(page, Qt::Key_Space);
        for (int round = 0; round < 2; ++round) {
            fixture.run(5s + 5s + 5s);
            press(page, Qt::Key_2);
            fixture.run(5s + 5s);
            press(page, Qt::Key_4);
        }
        const QString comparison = page.findChild<QLabel*>(QStringLiteral("comparisonLabel"))->text();
        QVERIFY2(comparison.startsWith(QStringLiteral("Against ")), qPrintable(comparison));
        shot(page, "result-demo");
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::keyClick(&page, Qt::Key_R);
        QCOMPARE(requests.count(), 1);
    }

    void aTopicOpensTheIntroductionOfThatTest()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        page.openTopic(QStringLiteral("pelvic-tilt"));
        QCOMPARE(title(page), QStringLiteral("Pelvic tilt"));
        QVERIFY(page.mayLeave());
    }

private:
    static void open(SelfTestPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }

    /// The page head that is on the screen.
    static QString title(SelfTestPage& page)
    {
        const auto labels = page.findChildren<QLabel*>(QStringLiteral("titleLabel"));
        for (const QLabel* label : labels)
            if (label->isVisible())
                return label->text();
        return {};
    }

    static void press(SelfTestPage& page, Qt::Key key) { QTest::keyClick(page.findChild<SelfTestRunView*>(), key); }

    static void shot(SelfTestPage& page, const char* name)
    {
        const QByteArray folder = qgetenv("PSOLOG_SHOTS");
        if (folder.isEmpty())
            return;
        QCoreApplication::processEvents();
        page.grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/selftest-") + QString::fromLatin1(name) + QStringLiteral(".png"));
    }
};

QTEST_MAIN(SelfTestPageTest)
#include "selftestpage_test.moc"
