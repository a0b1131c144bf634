// SPDX-License-Identifier: GPL-3.0-or-later
// What is set in Settings takes effect in the rest of the window at once.
#include <QAbstractButton>
#include <QTest>

#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;

class SettingsAppliedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_reminder_switched_on_is_armed_at_once()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        QVERIFY(rig.window->showPage(PageId::Settings));
        QVERIFY(!rig.fixture.alarm.at);
        rig.visible<QAbstractButton>("reminderCheckBox")->click();
        QVERIFY(rig.fixture.alarm.at);
        rig.visible<QAbstractButton>("reminderCheckBox")->click();
        QVERIFY(!rig.fixture.alarm.at);
    }

    void figures_stand_still_as_set_or_as_the_desktop_asks()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        Settings settings = rig.fixture.settings.current();
        settings.motion = MotionChoice::System;
        static_cast<void>(rig.fixture.settings.save(settings));
        rig.start();
        const Theme& theme = rig.fixture.theme;
        QVERIFY(!theme.isStill());
        rig.fixture.desktop.still = true;
        rig.fixture.desktop.listener.changed();
        QVERIFY(theme.isStill());
        QVERIFY(rig.window->showPage(PageId::Settings));
        rig.visible<QAbstractButton>("movingMotionRadioButton")->click();
        QVERIFY(!theme.isStill());
        rig.visible<QAbstractButton>("stillMotionRadioButton")->click();
        rig.fixture.desktop.still = false;
        rig.fixture.desktop.listener.changed();
        QVERIFY(theme.isStill());
    }
};

QTEST_MAIN(SettingsAppliedTest)
#include "settingsapplied_test.moc"
