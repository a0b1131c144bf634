// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment and the weekly check-in in the whole program, by keyboard.
#include <QtTest>

#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;

class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsFollowedFromTheDrawToTheReminder()
    {
        WindowRig rig;
        Services& services = *rig.fixture.services;
        QVERIFY(services.athletes.save(
            Athlete{rig.fixture.ids.make<AthleteId>(), "Runner", StartChoice::ReleaseToday, services.recordedNow()}));
        Settings settings = rig.fixture.settings.current();
        settings.reminder = std::chrono::hours(20);
        QVERIFY(rig.fixture.settings.save(settings));
        rig.start();

        rig.key(Qt::Key_P);
        QCOMPARE(rig.page(), PageId::Experiment);
        QVERIFY(rig.visible<QAbstractButton>("trendsNavButton")->isChecked());
        QVERIFY(rig.tabTo("drawButton"));
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.text("titleLabel"), QStringLiteral("Plan day 1: a day without release"));
        // A second press draws nothing again.
        const auto drawn = services.experiments.all().value();
        QCOMPARE(drawn.size(), std::size_t(1));
        QVERIFY(rig.closeAndReopen());
        rig.start();
        QCOMPARE(rig.fixture.services->experiments.all().value(), drawn);

        QCOMPARE(rig.text("nextBadge"), QStringLiteral("Plan day 1: a day without release"));
        rig.fixture.clock.advance(std::chrono::hours(2));
        rig.fixture.alarm.ring();
        WindowRig::settle();
        QCOMPARE(rig.text("reminderLabel"),
                 QStringLiteral("Half a minute for a check-in? No release today, by your plan."));
        rig.key(Qt::Key_R);
        QCOMPARE(rig.page(), PageId::Release);
    }

    void theReminderIsTurnedOnBesideThePlan()
    {
        WindowRig rig;
        Services& services = *rig.fixture.services;
        QVERIFY(services.athletes.save(
            Athlete{rig.fixture.ids.make<AthleteId>(), "Runner", StartChoice::ReleaseToday, services.recordedNow()}));
        rig.start();
        QVERIFY(!rig.fixture.settings.current().reminder);
        QVERIFY(!rig.fixture.alarm.at);
        rig.key(Qt::Key_P);
        QCOMPARE(rig.page(), PageId::Experiment);
        QVERIFY(rig.tabTo("planReminderCheckBox"));
        rig.key(Qt::Key_Space);
        QVERIFY(rig.fixture.settings.current().reminder);
        QVERIFY2(rig.fixture.alarm.at, "it rings today, not only after the next start");
    }

    void theWeeklyCheckInIsReachedFromTheCheckInAndLeadsBack()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        rig.key(Qt::Key_C);
        QCOMPARE(rig.page(), PageId::CheckIn);
        QVERIFY(rig.click("weeklyLinkButton"));
        QCOMPARE(rig.page(), PageId::Weekly);
        const auto before = rig.fixture.services->weekly.latest().value();
        rig.key(Qt::Key_1);
        rig.key(Qt::Key_Return);
        const auto after = rig.fixture.services->weekly.latest().value();
        QVERIFY(after && after != before);
        QCOMPARE(rig.text("severityLabel"), QStringLiteral("Severity 0 of 100"));
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(rig.fixture.services->weekly.latest().value(), before);
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.page(), PageId::Today);
    }
};

QTEST_MAIN(PlanTest)
#include "plan_test.moc"
