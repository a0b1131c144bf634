// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/ports/isettings.h"
#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

class FullScreenTest : public QObject {
    Q_OBJECT

    static void want(WindowRig& rig, bool full)
    {
        Settings settings = rig.fixture.settings.current();
        settings.fullScreenSession = full;
        static_cast<void>(rig.fixture.settings.save(settings));
    }
    static void toTest(WindowRig& rig)
    {
        rig.fixture.fillDemo(10);
        rig.start();
        QVERIFY(rig.window->showPage(PageId::SelfTests, QStringLiteral("glute-activation")));
        WindowRig::settle();
    }

private Q_SLOTS:
    void a_flow_takes_the_screen_and_gives_it_back()
    {
        WindowRig rig;
        want(rig, true);
        toTest(rig);
        QVERIFY(rig.window->isFullScreen());
        rig.key(Qt::Key_Escape);
        WindowRig::settle();
        QVERIFY(!rig.window->isFullScreen());
    }

    void a_window_that_was_maximised_is_so_again()
    {
        WindowRig rig;
        want(rig, true);
        rig.fixture.fillDemo(10);
        rig.start();
        rig.window->showMaximized();
        WindowRig::settle();
        QVERIFY(rig.window->showPage(PageId::SelfTests, QStringLiteral("glute-activation")));
        QVERIFY(rig.window->isFullScreen());
        rig.key(Qt::Key_Escape);
        WindowRig::settle();
        QVERIFY(!rig.window->isFullScreen());
        QVERIFY(rig.window->isMaximized());
    }

    void one_key_ends_it_and_the_next_flow_remembers()
    {
        WindowRig rig;
        want(rig, true);
        toTest(rig);
        rig.key(Qt::Key_F);
        QVERIFY(!rig.window->isFullScreen());
        QVERIFY(!rig.fixture.settings.current().fullScreenSession);
        rig.key(Qt::Key_F);
        QVERIFY(rig.window->isFullScreen());
        QVERIFY(rig.fixture.settings.current().fullScreenSession);
        rig.key(Qt::Key_F);
        rig.key(Qt::Key_Escape);
        WindowRig::settle();
        QVERIFY(rig.window->showPage(PageId::SelfTests, QStringLiteral("pelvic-tilt")));
        QVERIFY(!rig.window->isFullScreen());
        rig.key(Qt::Key_Escape);
    }

    void the_key_is_an_ordinary_letter_outside_of_a_flow()
    {
        WindowRig rig;
        want(rig, true);
        rig.fixture.fillDemo(10);
        rig.start();
        rig.key(Qt::Key_F);
        QVERIFY(!rig.window->isFullScreen());
    }
};

QTEST_MAIN(FullScreenTest)
#include "fullscreen_test.moc"
