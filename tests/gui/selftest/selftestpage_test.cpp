// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "gui/body/figurewidget.h"
#include "gui/guided/sessionstatus.h"
#include "gui/selftest/selftestpage.h"
#include "gui/selftest/selftestresultview.h"
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

        // The last rating opened the result at once; what worked hardest in that lift is asked there.
        auto* done = page.findChild<QPushButton*>(QStringLiteral("testDoneButton"));
        QVERIFY(done->hasFocus());
        QTest::keyClick(done, Qt::Key_B);
        QCOMPARE(lastWorked(fixture), std::optional(WorkedHardest::LowerBack));
        QTest::mouseClick(visible(page, "worked0Button"), Qt::LeftButton);
        QCOMPARE(lastWorked(fixture), std::optional(WorkedHardest::Glute));
        QVERIFY(page.mayLeave());
        QVERIFY(visible(page, "startGluteButton") != nullptr);
        page.activate();
        QVERIFY(visible(page, "startGluteButton") != nullptr);
    }

    void aKeyBetweenTwoLiftsDoesNotOverwriteTheLastRating()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(10s);
        press(page, Qt::Key_3);
        press(page, Qt::Key_0);  // getting ready for the second lift
        press(page, Qt::Key_E);
        QVERIFY(!visible(page, "rating0Button")->isEnabled());
        const LocalDay today = fixture.services->today();
        auto tests = fixture.log->selfTests().between(today, today);
        QVERIFY(tests && tests->size() == 1);
        QCOMPARE(tests->front().readings.front().contraction, Contraction::Firm);
        QCOMPARE(tests->front().readings.front().workedHardest, std::optional(WorkedHardest::Even));
        press(page, Qt::Key_Backspace);  // correcting goes through doing it again
        fixture.run(10s);
        press(page, Qt::Key_0);
        tests = fixture.log->selfTests().between(today, today);
        QCOMPARE(tests->front().readings.front().contraction, Contraction::None);
        press(page, Qt::Key_Escape);
    }

    void theFigureDoesNotTurnRoundBetweenGetReadyAndTheLift()
    {
        PageFixture fixture;
        fixture.settings.save([] {
            Settings settings;
            settings.testRepeats = 1;
            return settings;
        }());
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        const auto* figure = page.findChild<SelfTestRunView*>()->findChild<FigureWidget*>();
        const auto turned = [figure] { return figure->pose().mirrored != figure->isMirrored(); };
        for (const bool left : {true, false}) {
            const bool ready = turned();
            QCOMPARE(figure->pose().name, std::string(left ? "prone-ready-left" : "prone-ready-right"));
            shot(page, left ? "ready-left" : "ready-right");
            fixture.run(5s);
            QVERIFY(figure->pose().name.find(left ? "lift-left" : "lift-right") != std::string::npos);
            QCOMPARE(turned(), ready);
            QCOMPARE(turned(), fixture.services->poses.at("prone-lift-right").mirrored != left);
            fixture.run(5s);
            QCOMPARE(turned(), ready);
            press(page, Qt::Key_2);
            if (left)
                fixture.run(8s);
        }
    }

    void onlyTheGluteTestOffersToRateAfterwards()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        const auto offers = [&page] {
            return page.findChild<QLabel*>(QStringLiteral("nextLabel"))->text().contains(QStringLiteral("back up"));
        };
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        QVERIFY(!offers());
        fixture.run(6s);
        QVERIFY(offers());
        press(page, Qt::Key_Escape);
        QTest::keyClick(&page, Qt::Key_V);
        press(page, Qt::Key_Space);
        const auto* figure = page.findChild<SelfTestRunView*>()->findChild<FigureWidget*>();
        fixture.run(11s);
        QVERIFY(!offers());
        QCOMPARE(figure->highlight(), (std::set{Muscle::Glute, Muscle::LowerBack}));
        fixture.run(4s);
        press(page, Qt::Key_2);
        QCOMPARE(figure->highlight(), figure->pose().highlight);
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
        QVERIFY(page.findChild<SessionStatus*>()->line().contains(QStringLiteral("right leg comes first")));
    }

    void aResultThatWasLeftButIsStillThereDoesNothing()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page);
        QTest::keyClick(&page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(10s);
        press(page, Qt::Key_4);
        press(page, Qt::Key_Escape);
        auto* result = page.findChild<SelfTestResultView*>();
        QVERIFY(result->isVisible());
        // Another log was to be opened, which failed: the window stays, and what it shows can be used.
        QVERIFY(page.mayLeave());
        QVERIFY(!result->isVisible());
        QVERIFY(page.mayLeave());
        Q_EMIT result->workedHardestChosen(WorkedHardest::LowerBack);
        Q_EMIT result->closed();
        QVERIFY(lastWorked(fixture) != WorkedHardest::LowerBack);
        QVERIFY(visible(page, "startGluteButton") != nullptr);
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
    static QAbstractButton* visible(SelfTestPage& page, const char* name)
    {
        const auto buttons = page.findChildren<QAbstractButton*>(QString::fromLatin1(name));
        for (QAbstractButton* button : buttons)
            if (button->isVisible())
                return button;
        return nullptr;
    }

    static std::optional<WorkedHardest> lastWorked(PageFixture& fixture)
    {
        const auto tests = fixture.log->selfTests().latest(SelfTestKind::GluteActivation, 1);
        return tests && !tests->empty() ? tests->front().readings.back().workedHardest : std::nullopt;
    }

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
        if (const auto* status = page.findChild<SessionStatus*>(); status->isVisible())
            return status->title();
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
