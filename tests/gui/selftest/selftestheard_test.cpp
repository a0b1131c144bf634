// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard in a self-test, and that it can be done by ear with one key.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include "gui/guided/sessionstatus.h"
#include "gui/selftest/selftestcuewords.h"
#include "gui/selftest/selftestpage.h"
#include "gui/selftest/selftestrunview.h"
#include "gui/widgets/countdownring.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

class SelfTestHeardTest : public QObject {
    Q_OBJECT

    static void open(SelfTestPage& page, Qt::Key test)
    {
        page.resize(1280, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(&page, test);
    }
    static void press(SelfTestPage& page, Qt::Key key)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus == nullptr ? &page : focus, key);
    }
    static SessionStatus* status(SelfTestPage& page) { return page.findChild<SessionStatus*>(); }
    static QString ringNumber(SelfTestPage& page)
    {
        return page.findChild<SelfTestRunView*>()->findChild<CountdownRing*>()->number();
    }
    static QString lastSaid(const PageFixture& fixture)
    {
        return fixture.voice.said.empty() ? QString() : QString::fromStdString(fixture.voice.said.back().text);
    }
    static std::optional<SelfTest> stored(PageFixture& fixture, SelfTestKind kind)
    {
        const LocalDay today = fixture.services->today();
        const auto tests = fixture.log->selfTests().between(today, today);
        return tests && !tests->empty() && tests->front().kind == kind ? std::optional(tests->front()) : std::nullopt;
    }
    /// Waits until this rating is offered; false when it never is.
    static bool waitForOffer(PageFixture& fixture, SelfTestPage& page, const QString& number)
    {
        for (int i = 0; i < 300; ++i) {
            if (ringNumber(page) == number)
                return true;
            fixture.run(100ms, 100ms);
        }
        return false;
    }

private Q_SLOTS:
    void a_glute_test_is_done_with_one_key_alone()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        for (const char* rating : {"3", "2", "0", "4"}) {
            QVERIFY(waitForOffer(fixture, page, QStringLiteral("?")));
            QVERIFY(waitForOffer(fixture, page, QString::fromLatin1(rating)));
            fixture.run(500ms, 100ms);
            press(page, Qt::Key_Space);
            QVERIFY(lastSaid(fixture).contains(SelfTestCueWords::rating(QString::fromLatin1(rating).toInt())));
        }
        const auto test = stored(fixture, SelfTestKind::GluteActivation);
        QVERIFY(test && test->complete);
        const std::vector expected{Contraction::Firm, Contraction::Soft, Contraction::None, Contraction::Hard};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(test->readings.at(i).contraction, expected.at(i));
        QVERIFY2(lastSaid(fixture).contains(QStringLiteral("Finished.")), qPrintable(lastSaid(fixture)));
        QVERIFY(!fixture.desktop.awake);
    }

    void a_headset_alone_does_a_tilt_test()
    {
        PageFixture fixture;
        Settings settings;
        settings.testRepeats = 1;
        static_cast<void>(fixture.settings.save(settings));
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_V);
        const auto media = [&](MediaCommand command) { fixture.desktop.listener.mediaCommand(command); };
        media(MediaCommand::PlayPause);
        QCOMPARE(status(page)->title(), QStringLiteral("Stand tall"));
        media(MediaCommand::PlayPause);
        QCOMPARE(status(page)->title(), QStringLiteral("Paused"));
        QVERIFY(!fixture.desktop.awake);
        media(MediaCommand::Play);
        for (const char* rating : {"1", "3"}) {
            QVERIFY(waitForOffer(fixture, page, QStringLiteral("?")));
            QVERIFY(waitForOffer(fixture, page, QString::fromLatin1(rating)));
            fixture.run(500ms, 100ms);
            media(MediaCommand::PlayPause);
        }
        const auto test = stored(fixture, SelfTestKind::PelvicTilt);
        QVERIFY(test && test->complete);
        QCOMPARE(test->readings.at(0).contraction, Contraction::Flicker);
        QCOMPARE(test->readings.at(1).contraction, Contraction::Firm);
        QVERIFY(!fixture.desktop.media);
    }

    void a_test_starts_by_itself_unless_it_is_held()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        QVERIFY(page.wantsWholeWindow());
        QCOMPARE(ringNumber(page), QString::number(kTestReadyTime.count()));
        press(page, Qt::Key_P);
        QVERIFY(!fixture.ticker.isRunning());
        fixture.run(2min);
        press(page, Qt::Key_P);
        fixture.run(kTestReadyTime + 1s);
        QVERIFY(status(page)->title().startsWith(QStringLiteral("Get ready")));
        press(page, Qt::Key_Escape);
        QVERIFY(!page.wantsWholeWindow());
    }

    void who_takes_the_pillow_is_waited_for()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("pillowCheckBox")), Qt::LeftButton, {},
                          QPoint(12, 12));
        fixture.run(2min);
        QCOMPARE(status(page)->title(), QStringLiteral("Glute activation"));
        press(page, Qt::Key_Space);
        fixture.run(2s);
        press(page, Qt::Key_P);
        QCOMPARE(status(page)->title(), QStringLiteral("Paused"));
        press(page, Qt::Key_Escape);
    }

    void a_machine_that_stalled_holds_the_start_and_says_so()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        fixture.run(3s);
        fixture.clock.suspend(1h);
        const std::size_t said = fixture.voice.said.size();
        fixture.run(2min);
        QCOMPARE(status(page)->title(), QStringLiteral("Glute activation"));
        QCOMPARE(fixture.voice.said.size(), said + 1);
        QCOMPARE(lastSaid(fixture), QStringLiteral("It waits for you. Space starts."));
        QCOMPARE(fixture.tones.played.back().tone, Tone::Paused);
        press(page, Qt::Key_Escape);
    }

    void who_gives_no_rating_is_reminded_once_and_the_screen_may_blank()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        QVERIFY(waitForOffer(fixture, page, QStringLiteral("?")));
        QVERIFY(fixture.desktop.awake);
        fixture.run(1min, 100ms);
        QVERIFY(!fixture.desktop.awake);
        QVERIFY2(lastSaid(fixture).startsWith(QStringLiteral("It waits for the rating")),
                 qPrintable(lastSaid(fixture)));
        QCOMPARE(fixture.tones.played.back().tone, Tone::Answer);
        const std::size_t said = fixture.voice.said.size();
        fixture.run(5min, 100ms);
        QCOMPARE(fixture.voice.said.size(), said);
        press(page, Qt::Key_Space);
        QVERIFY(fixture.desktop.awake);
        press(page, Qt::Key_3);
        QVERIFY2(!lastSaid(fixture).contains(QStringLiteral("It waits")), qPrintable(lastSaid(fixture)));
        press(page, Qt::Key_Escape);
    }

    void halfway_is_shown_for_a_moment()
    {
        PageFixture fixture;
        Settings settings;
        settings.testHold = Seconds(10);
        static_cast<void>(fixture.settings.save(settings));
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        const auto* ring = page.findChild<SelfTestRunView*>()->findChild<CountdownRing*>();
        for (int i = 0; i < 200 && lastSaid(fixture) != QStringLiteral("Halfway."); ++i)
            fixture.run(100ms, 100ms);
        QCOMPARE(ring->note(), QStringLiteral("Halfway."));
        fixture.run(4s, 100ms);
        QVERIFY(ring->note().isEmpty());
        press(page, Qt::Key_Escape);
    }

    void return_gives_the_rating_that_has_the_focus()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        QVERIFY(waitForOffer(fixture, page, QStringLiteral("?")));
        page.findChild<QAbstractButton*>(QStringLiteral("rating3Button"))->setFocus(Qt::TabFocusReason);
        press(page, Qt::Key_Return);
        const auto test = stored(fixture, SelfTestKind::GluteActivation);
        QVERIFY(test && test->readings.size() == 1);
        QCOMPARE(test->readings.front().contraction, Contraction::Firm);
        press(page, Qt::Key_Escape);
    }

    void instructions_are_said_as_they_stand_on_the_screen()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        const QString starts = QStringLiteral("Starts by itself in %1 seconds. ").arg(kTestReadyTime.count());
        QVERIFY2(lastSaid(fixture).startsWith(starts + status(page)->line()), qPrintable(lastSaid(fixture)));
        // Speech of usual speed has some 15 characters a second: it ends before the test starts.
        QVERIFY2(lastSaid(fixture).size() < 15 * kTestReadyTime.count(), qPrintable(lastSaid(fixture)));
        press(page, Qt::Key_Space);
        QCOMPARE(lastSaid(fixture), status(page)->title() + u'.');
        fixture.run(5s, 100ms);
        QCOMPARE(lastSaid(fixture), status(page)->title());
        fixture.run(5s, 100ms);
        QCOMPARE(lastSaid(fixture), status(page)->title());
        press(page, Qt::Key_3);
        fixture.run(10s, 100ms);
        press(page, Qt::Key_3);
        QVERIFY(lastSaid(fixture).contains(status(page)->title()));
        QCOMPARE(fixture.tones.played.back().tone, Tone::Switch);
        QCOMPARE(fixture.tones.played.back().side, BodySide::Right);
        fixture.run(8s, 100ms);
        // A cue to squeeze would change the result by itself.
        for (std::size_t i = 1; i < fixture.voice.said.size(); ++i)
            QVERIFY(fixture.voice.said.at(i).text.find("queeze") == std::string::npos);
        press(page, Qt::Key_Escape);
    }

    void escape_stops_at_once_and_says_what_is_kept()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(10s);
        press(page, Qt::Key_2);
        fixture.run(7s);
        press(page, Qt::Key_Escape);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(fixture.tones.played.back().tone, Tone::Stop);
        QCOMPARE(lastSaid(fixture), QStringLiteral("Stopped. What was rated is kept."));
        QVERIFY(!page.wantsWholeWindow());
        QVERIFY(!fixture.desktop.awake);
        const auto test = stored(fixture, SelfTestKind::GluteActivation);
        QVERIFY(test && !test->complete);
        QCOMPARE(test->readings.size(), std::size_t{1});
    }

    void escape_before_the_first_rating_keeps_nothing_and_says_so()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        QSignalSpy noticed(&page, &Page::noticed);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(7s);
        press(page, Qt::Key_Escape);
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(lastSaid(fixture), QStringLiteral("Stopped. Nothing was rated."));
        QVERIFY(!stored(fixture, SelfTestKind::GluteActivation));
    }

    void leaving_pauses_and_asks_on_the_screen()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(6s);
        QVERIFY(!page.mayLeave());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(status(page)->title(), QStringLiteral("Stop the self-test?"));
        press(page, Qt::Key_Space);
        QVERIFY(status(page)->title().startsWith(QStringLiteral("Get ready")));
        QVERIFY(!page.mayLeave());
        fixture.desktop.listener.mediaCommand(MediaCommand::PlayPause);
        QVERIFY2(status(page)->title().startsWith(QStringLiteral("Get ready")), qPrintable(status(page)->title()));
        QVERIFY(!page.mayLeave());
        press(page, Qt::Key_Escape);
        QVERIFY(page.mayLeave());
    }

    void sleep_pauses_and_the_way_back_is_one_key()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        fixture.run(6s);
        fixture.desktop.listener.aboutToSleep();
        QVERIFY(!fixture.desktop.awake);
        fixture.clock.suspend(10min);
        fixture.desktop.listener.awake();
        QCOMPARE(status(page)->title(), QStringLiteral("The computer was away"));
        press(page, Qt::Key_Space);
        QVERIFY(status(page)->title().startsWith(QStringLiteral("Get ready")));
        press(page, Qt::Key_Escape);
    }

    void a_click_anywhere_is_the_big_key()
    {
        PageFixture fixture;
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        QTest::mouseClick(page.findChild<SelfTestRunView*>(), Qt::LeftButton, {}, QPoint(20, 400));
        QVERIFY(status(page)->title().startsWith(QStringLiteral("Get ready")));
        QVERIFY(status(page)->hasFocus());
        QVERIFY(status(page)->value().startsWith(QStringLiteral("Get ready: left leg")));
        press(page, Qt::Key_Escape);
    }

    void nothing_on_the_screen_is_small_or_cut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("text");
        QTest::newRow("1280x800") << QSize(1280, 800) << 100;
        QTest::newRow("1024x700") << QSize(1024, 700) << 100;
        QTest::newRow("1024x700 at 200 %") << QSize(1024, 700) << 200;
        QTest::newRow("1920x1080") << QSize(1920, 1080) << 100;
    }
    void nothing_on_the_screen_is_small_or_cut()
    {
        QFETCH(QSize, size);
        QFETCH(int, text);
        PageFixture fixture(ThemeChoice::Light, text);
        SelfTestPage page(*fixture.services);
        open(page, Qt::Key_G);
        press(page, Qt::Key_Space);
        page.resize(size);
        fixture.run(10s);
        QApplication::sendPostedEvents();
        QCOMPARE(page.size(), size);
        auto* view = page.findChild<SelfTestRunView*>();
        for (const QLabel* label : view->findChildren<QLabel*>())
            if (label->isVisible())
                QVERIFY2(QFontInfo(label->font()).pixelSize() >= 24, qPrintable(label->text()));
        for (const auto* button : view->findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            const QRect place(button->mapTo(view, QPoint()), button->size());
            QVERIFY2(view->rect().contains(place), qPrintable(button->objectName()));
            QVERIFY2(place.height() >= 44 && place.width() >= 44, qPrintable(button->objectName()));
            QVERIFY2(place.width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
        }
        press(page, Qt::Key_Escape);
    }
};

QTEST_MAIN(SelfTestHeardTest)
#include "selftestheard_test.moc"
