// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>
#include <QtTest>

#include "analysis/experiment.h"
#include "gui/experiment/experimentpage.h"
#include "gui/experiment/plancells.h"
#include "gui/today/todayfacts.h"
#include "gui/today/todaypage.h"
#include "gui/today/todaywords.h"
#include "planrig.h"
#include "support/saidwords.h"

using namespace psolog;
using namespace psolog::test;

Q_DECLARE_METATYPE(psolog::PageId)

namespace {

/// An experiment log whose writes fail as long as they are told to.
class FailingExperiments : public IExperimentLog {
public:
    explicit FailingExperiments(IExperimentLog& real) : m_real(real) { }
    Result<void> begin(const Experiment& plan) override
    {
        return failWith ? Result<void>(tl::unexpected(*failWith)) : m_real.begin(plan);
    }
    Result<void> stop(const ExperimentId& id, const RecordedAt& when, const std::string& reason) override
    {
        return failWith ? Result<void>(tl::unexpected(*failWith)) : m_real.stop(id, when, reason);
    }
    Result<void> change(const ExperimentId& id, const RecordedAt& when, const std::string& reason,
                        const Experiment& plan) override
    {
        return failWith ? Result<void>(tl::unexpected(*failWith)) : m_real.change(id, when, reason, plan);
    }
    Result<std::vector<Experiment>> all() override { return m_real.all(); }

    std::optional<Error> failWith;

private:
    IExperimentLog& m_real;
};

/// A trend log that can be read or not, as it is told to.
class FailingTrends : public ITrendLog {
public:
    explicit FailingTrends(ITrendLog& real) : m_real(real) { }
    Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override
    {
        return m_real.scores(site, first, last);
    }
    Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override
    {
        return m_real.dayScores(site, first, last);
    }
    Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return m_real.activity(first, last);
    }
    Result<std::optional<LogSpan>> span() override { return m_real.span(); }
    Result<std::optional<LocalDay>> firstReleaseDay() override { return m_real.firstReleaseDay(); }

    std::optional<Error> failWith;

private:
    ITrendLog& m_real;
};

Services withTrends(Services& real, ITrendLog& trends)
{
    return Services{real.clock,    real.ids,    real.athletes, real.checkIns,    real.selfTests,
                    real.releases, trends,      real.weekly,   real.experiments, real.file,
                    real.settings, real.theme,  real.poses,    real.routines,    real.alarm,
                    real.guide,    real.ticker, real.changes,  real.undo,        real.random};
}

Services withExperiments(Services& real, IExperimentLog& experiments)
{
    return Services{real.clock,    real.ids,    real.athletes, real.checkIns, real.selfTests,
                    real.releases, real.trends, real.weekly,   experiments,   real.file,
                    real.settings, real.theme,  real.poses,    real.routines, real.alarm,
                    real.guide,    real.ticker, real.changes,  real.undo,     real.random};
}

}  // namespace

class ExperimentPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void theSmallestPossiblePIsSaidBeforeAnythingIsDrawn()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        QVERIFY(PlanRig::text(page, "smallestPLabel").contains(QStringLiteral("1 of 15, p = 0.067")));
        QVERIFY(PlanRig::text(page, "limitsLabel")
                    .contains(QStringLiteral("more candidate days than a baseline can offer; 5 pairs of weeks can")));
        spin(page, "mostBaselineSpinBox")->setValue(7);
        QVERIFY(PlanRig::text(page, "smallestPLabel").contains(QStringLiteral("nothing is drawn")));
        QVERIFY(rig.fixture.random.asked.empty());
        choose(page, "alternatingWeeksRadioButton");
        QVERIFY(PlanRig::text(page, "smallestPLabel").contains(QStringLiteral("1 of 32, p = 0.031")));
        spin(page, "pairsSpinBox")->setValue(4);
        QVERIFY(PlanRig::text(page, "limitsLabel").contains(QStringLiteral("5 pairs")));
        QVERIFY(PlanRig::value(rig.fixture.services->experiments.all()).empty());
    }

    void theWholeWayByKeyboardFromThePlanToItsResult()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        // Two tabs or more lead from the kinds to the draw; what is drawn is written down at once.
        rig.fixture.random.script = {2};
        spin(page, "mostBaselineSpinBox")->setValue(11);
        spin(page, "releaseDaysSpinBox")->setValue(14);
        QVERIFY(tabTo(page, "drawButton"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QCOMPARE(rig.fixture.random.asked, (std::vector<std::uint32_t>{5}));
        const Experiment plan = rig.plan();
        QCOMPARE(plan.baseline, 9);
        QCOMPARE(plan.firstDay, rig.fixture.services->today());
        QCOMPARE(title(page), QStringLiteral("Plan day 1: a day without release"));

        // The drawn day is not to be seen anywhere before it comes.
        const QString drawn = QStringLiteral("1 Dec");
        for (int day = 0; day < 9; ++day) {
            page.activate();
            for (const auto* label : page.findChildren<QLabel*>())
                QVERIFY2(!label->isVisibleTo(&page) || !label->text().contains(drawn), qPrintable(label->text()));
            QCOMPARE(title(page), QStringLiteral("Plan day %1: a day without release").arg(day + 1));
            QVERIFY(!button(page, "planReleaseButton")->isVisibleTo(&page));
            rig.live(plan, 1, 6, 3);
        }
        QCOMPARE(title(page), QStringLiteral("Plan day 10: release day"));
        QVERIFY(PlanRig::text(page, "planTodayLabel").contains(QStringLiteral("the day that was drawn")));
        page.activate();
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QCOMPARE(requests.takeFirst().first().value<PageId>(), PageId::Release);
        rig.live(plan, 16, 6, 3);

        QCOMPARE(title(page), QStringLiteral("Your experiment is over"));
        QCOMPARE(PlanRig::text(page, "resultBadge"), QStringLiteral("p = 0.20"));
        QVERIFY(PlanRig::text(page, "resultLabel").startsWith(QStringLiteral("Left hamstring: 3 points less sore")));
        QVERIFY(
            PlanRig::text(page, "resultMeaningLabel")
                .contains(QStringLiteral(
                    "if release made no difference, a difference at least this large would come up in 1 of 5 draws.")));
        QVERIFY(
            PlanRig::text(page, "resultMeaningLabel").contains(QStringLiteral("not rare enough to rule chance out")));
        QVERIFY(PlanRig::text(page, "resultFactsLabel").contains(QStringLiteral("Every day was kept")));
        QVERIFY(PlanRig::text(page, "resultCautionLabel").contains(QStringLiteral("expected")));
        // Nothing was drawn again on the way.
        QCOMPARE(rig.fixture.random.asked.size(), std::size_t(1));
    }

    void fivePairsOfWeeksThatStandOutAreRare()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment plan = drawWeeks(rig, page);
        QCOMPARE(rig.fixture.random.asked, (std::vector<std::uint32_t>(5, 2)));
        // One day without released all the same, one release day missed.
        rig.live(plan, 30, 6, 3);
        QVERIFY(!plan.isReleaseDay(rig.fixture.services->today()));
        rig.rate(6);
        rig.release();
        rig.sleep();
        rig.live(plan, 5, 6, 3);
        QVERIFY(plan.isReleaseDay(rig.fixture.services->today()));
        rig.rate(3);
        rig.sleep();
        while (plan.covers(rig.fixture.services->today()))
            rig.live(plan, 1, 6, 3);
        QCOMPARE(PlanRig::text(page, "resultBadge"), QStringLiteral("p = 0.031"));
        const QString meaning = PlanRig::text(page, "resultMeaningLabel");
        QVERIFY2(meaning.contains(QStringLiteral("1 of 32 draws. Chance alone would rarely produce this.")),
                 qPrintable(meaning));
        const QString facts = PlanRig::text(page, "resultFactsLabel");
        QVERIFY2(
            facts.contains(QStringLiteral("1 of 35 days without release had one, and 1 of 35 release days had none")),
            qPrintable(facts));
    }

    void whoHasReleasedAlreadyIsToldWhyOnlyWeeksByTurnsAreLeft()
    {
        PlanRig rig;
        rig.release();
        ExperimentPage page(*rig.fixture.services);
        open(page);
        QVERIFY(!page.findChild<QRadioButton*>(QStringLiteral("randomStartRadioButton"))->isEnabled());
        QVERIFY(PlanRig::text(page, "startClosedLabel").contains(QStringLiteral("released already")));
        rig.fixture.random.script = {1, 1, 1, 1, 1};
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        // Today had a release already, so it can be no day of the plan.
        QCOMPARE(rig.plan().firstDay, rig.fixture.services->today() + 1);
        QVERIFY(title(page).contains(QStringLiteral("tomorrow")));
        QCOMPARE(rig.plan().kind, ExperimentKind::AlternatingWeeks);
    }

    void stoppingSaysWhatItMeansAndLeavesNoP()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment plan = drawWeeks(rig, page);
        rig.live(plan, 20, 6, 3);
        page.activate();
        QVERIFY(tabTo(page, "stopPlanButton"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(PlanRig::text(page, "stopMeaningLabel").contains(QStringLiteral("no p")));
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("stopReasonLineEdit"));
        QTest::keyClicks(page.focusWidget(), QStringLiteral("A race"));
        QCOMPARE(rig.plan().state, ExperimentState::Active);
        QVERIFY(tabTo(page, "confirmStopButton"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QCOMPARE(rig.plan().state, ExperimentState::Stopped);
        QCOMPARE(rig.plan().reason, std::string("A race"));
        QCOMPARE(PlanRig::text(page, "resultBadge"), QStringLiteral("No p"));
        QVERIFY(PlanRig::text(page, "resultFactsLabel").contains(QStringLiteral("A race")));
        QVERIFY(button(page, "newExperimentButton")->isVisibleTo(&page));
    }

    void theDaysAfterAStopAreNoDaysOfThePlan()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment plan = drawWeeks(rig, page);
        rig.live(plan, 20, 6, 3);
        page.activate();
        QTest::mouseClick(button(page, "stopPlanButton"), Qt::LeftButton);
        QTest::mouseClick(button(page, "confirmStopButton"), Qt::LeftButton);
        const QString kept = QStringLiteral("20 days over: all as planned, 20 with soreness logged.");
        QCOMPARE(PlanRig::text(page, "planSoFarLabel"), kept);
        rig.sleep(10);
        page.activate();
        QCOMPARE(PlanRig::text(page, "planSoFarLabel"), kept);
        const auto& cells = page.findChild<PlanStrip*>()->days();
        QCOMPARE(cells.size(), std::size_t(20));
        for (const PlanCell& cell : cells)
            QVERIFY(!cell.isMissed());
    }

    void aPlanKeepsItsPWhenAnotherIsDrawn()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment rated = drawWeeks(rig, page);
        liveUnseen(rig, page, rated, rated.length(), 6, 3);
        QCOMPARE(PlanRig::text(page, "resultBadge"), QStringLiteral("p = 0.031"));
        QTest::mouseClick(button(page, "newExperimentButton"), Qt::LeftButton);
        const auto drawAnother = [&] {
            rig.fixture.random.script = {1, 0};
            spin(page, "pairsSpinBox")->setValue(2);
            QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        };
        drawAnother();
        QStringList earlier = PlanRig::text(page, "earlierPlansLabel").split(QLatin1Char('\n'));
        QCOMPARE(earlier.size(), 1);
        QVERIFY2(earlier.first().endsWith(QStringLiteral(": p = 0.031")), qPrintable(earlier.first()));
        // Nobody rates a single day of the next one.
        rig.sleep(28);
        QTest::mouseClick(button(page, "newExperimentButton"), Qt::LeftButton);
        drawAnother();
        earlier = PlanRig::text(page, "earlierPlansLabel").split(QLatin1Char('\n'));
        QCOMPARE(earlier.size(), 2);
        QVERIFY2(earlier.first().endsWith(QStringLiteral(": too few days with a score, no p")),
                 qPrintable(earlier.first()));
    }

    void theReminderIsOffUntilItIsTurnedOnBesideThePlan()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        QSignalSpy stored(&page, &ExperimentPage::settingsChanged);
        QVERIFY(!rig.fixture.settings.current().reminder);
        const auto boxes = [&] { return visible<QAbstractButton>(page, "planReminderCheckBox"); };
        QVERIFY(!boxes()->isChecked());
        QVERIFY(tabTo(page, "planReminderCheckBox"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QCOMPARE(rig.fixture.settings.current().reminder, std::optional<std::chrono::minutes>(std::chrono::hours(18)));
        QCOMPARE(stored.size(), 1);
        // The plan that runs has the same line.
        static_cast<void>(drawWeeks(rig, page));
        QVERIFY(boxes()->isChecked());
        visible<QTimeEdit>(page, "planReminderTimeEdit")->setTime(QTime(7, 30));
        QCOMPARE(rig.fixture.settings.current().reminder, std::optional(std::chrono::minutes(7 * 60 + 30)));
        boxes()->click();
        QVERIFY(!rig.fixture.settings.current().reminder);
    }

    void whatCannotBeReadCannotBeDrawn()
    {
        PlanRig rig;
        FailingTrends trends(rig.fixture.services->trends);
        Services services = withTrends(*rig.fixture.services, trends);
        ExperimentPage page(services);
        trends.failWith = Error{ErrorCode::Locked, {}};
        open(page);
        QVERIFY(PlanRig::text(page, "experimentErrorLabel").contains(QStringLiteral("could not be read")));
        QVERIFY(!button(page, "drawButton")->isVisibleTo(&page));
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("experimentRetryButton"));
        trends.failWith.reset();
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(PlanRig::text(page, "experimentErrorLabel").isEmpty());
        QVERIFY(button(page, "drawButton")->isVisibleTo(&page));
        // Whether there was a release today decides on which day the plan begins.
        trends.failWith = Error{ErrorCode::Locked, {}};
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        QVERIFY(PlanRig::text(page, "failureLabel").contains(QStringLiteral("nothing was drawn")));
        QVERIFY(rig.fixture.random.asked.empty());
        QVERIFY(PlanRig::value(rig.fixture.services->experiments.all()).empty());
    }

    void aReleaseLoggedMeanwhileClosesTheBaseline()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        QVERIFY(button(page, "randomStartRadioButton")->isChecked());
        const QSignalBlocker unheard(rig.fixture.changes);
        rig.release();
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        QVERIFY(PlanRig::text(page, "failureLabel").contains(QStringLiteral("nothing was drawn")));
        QVERIFY(PlanRig::value(rig.fixture.services->experiments.all()).empty());
        QVERIFY(button(page, "alternatingWeeksRadioButton")->isChecked());
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        QCOMPARE(rig.plan().firstDay, rig.fixture.services->today() + 1);
    }

    void keepingGoingChangesNothing()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        static_cast<void>(drawWeeks(rig, page));
        const Experiment before = rig.plan();
        QTest::mouseClick(button(page, "stopPlanButton"), Qt::LeftButton);
        QTest::mouseClick(button(page, "keepGoingButton"), Qt::LeftButton);
        QTest::mouseClick(button(page, "changePlanButton"), Qt::LeftButton);
        QTest::mouseClick(button(page, "keepPlanButton"), Qt::LeftButton);
        QCOMPARE(rig.plan(), before);
        QVERIFY(title(page).startsWith(QStringLiteral("Plan day 1")));
    }

    void changingDrawsAnewAndListsTheOldPlan()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment old = drawWeeks(rig, page);
        rig.live(old, 9, 6, 3);
        page.activate();
        QTest::mouseClick(button(page, "changePlanButton"), Qt::LeftButton);
        QVERIFY(PlanRig::text(page, "changeMeaningLabel").contains(QStringLiteral("no p")));
        QTest::keyClicks(page.findChild<QLineEdit*>(QStringLiteral("reasonLineEdit")), QStringLiteral("Holiday"));
        spin(page, "pairsSpinBox")->setValue(2);
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        const auto all = PlanRig::value(rig.fixture.services->experiments.all());
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.front().state, ExperimentState::Replaced);
        QCOMPARE(all.front().reason, std::string("Holiday"));
        QCOMPARE(all.back().replaces, std::optional(old.id));
        QCOMPARE(all.back().releaseFirst.size(), std::size_t(2));
        QCOMPARE(rig.fixture.random.asked.size(), std::size_t(7));
        QVERIFY(PlanRig::text(page, "earlierPlansLabel").contains(QStringLiteral("Holiday")));
        QVERIFY(title(page).startsWith(QStringLiteral("Plan day 1")));
    }

    void anErrorKeepsWhatWasChosenAndTheNextTrySavesIt()
    {
        PlanRig rig;
        FailingExperiments experiments(rig.fixture.services->experiments);
        Services services = withExperiments(*rig.fixture.services, experiments);
        ExperimentPage page(services);
        open(page);
        choose(page, "alternatingWeeksRadioButton");
        spin(page, "pairsSpinBox")->setValue(3);
        experiments.failWith = Error{ErrorCode::DiskFull, {}};
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        QVERIFY(PlanRig::text(page, "failureLabel").contains(QStringLiteral("disk is full")));
        QCOMPARE(spin(page, "pairsSpinBox")->value(), 3);
        experiments.failWith.reset();
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        QCOMPARE(rig.plan().releaseFirst.size(), std::size_t(3));

        QTest::mouseClick(button(page, "stopPlanButton"), Qt::LeftButton);
        QTest::keyClicks(page.focusWidget(), QStringLiteral("Ill"));
        experiments.failWith = Error{ErrorCode::Locked, {}};
        QTest::mouseClick(button(page, "confirmStopButton"), Qt::LeftButton);
        QVERIFY(PlanRig::text(page, "stopFailureLabel").contains(QStringLiteral("Another program")));
        QCOMPARE(page.findChild<QLineEdit*>(QStringLiteral("stopReasonLineEdit"))->text(), QStringLiteral("Ill"));
        QCOMPARE(rig.plan().state, ExperimentState::Active);
    }

    void todaySaysOnEachDayWhatItIs()
    {
        PlanRig rig;
        TodayPage today(*rig.fixture.services);
        PlanRig::open(today);
        today.activate();
        QVERIFY(button(today, "planButton")->isVisibleTo(&today));
        QSignalSpy requests(&today, &Page::pageRequested);
        QTest::keyClick(&today, Qt::Key_P);
        QCOMPARE(requests.takeFirst().first().value<PageId>(), PageId::Experiment);

        rig.fixture.random.script = {0};
        Experiment plan;
        plan.firstDay = rig.fixture.services->today();
        plan = drawn(plan, 0, rig.fixture.random);
        plan.id = rig.fixture.ids.make<ExperimentId>();
        plan.recorded = rig.fixture.services->recordedNow();
        PlanRig::must(rig.fixture.services->experiments.begin(plan));
        rig.fixture.changes.announce();

        const auto badge = [&today] { return PlanRig::text(today, "nextBadge"); };
        QCOMPARE(badge(), QStringLiteral("Plan day 1: a day without release"));
        QCOMPARE(reminderOf(rig), QStringLiteral("Half a minute for a check-in? No release today, by your plan."));
        rig.rate(5);
        QCOMPARE(PlanRig::text(today, "nextHeadingLabel"), QStringLiteral("No release today"));
        QVERIFY(!button(today, "nextButton")->isVisibleTo(&today));
        QVERIFY(reminderOf(rig).isEmpty());
        // Not blocked: R still leads to the release.
        QTest::keyClick(&today, Qt::Key_R);
        QCOMPARE(requests.takeFirst().first().value<PageId>(), PageId::Release);
        rig.release();
        QCOMPARE(PlanRig::text(today, "nextHeadingLabel"), QStringLiteral("Released, on a day planned without"));
        rig.sleep(7);
        rig.test(SelfTestKind::GluteActivation);
        rig.test(SelfTestKind::PelvicTilt);
        rig.rate(5);
        QCOMPARE(badge(), QStringLiteral("Plan day 8: release day"));
        QCOMPARE(PlanRig::text(today, "nextHeadingLabel"),
                 QStringLiteral("The drawn day is here: release from today on"));
        QCOMPARE(reminderOf(rig), QStringLiteral("Five minutes on the floor? It is a release day of your plan."));
        rig.sleep(plan.length());
        QVERIFY(button(today, "planButton")->text().contains(QStringLiteral("see the result")));
    }

    void whatWasDrawnIsHiddenUntilItComes()
    {
        Experiment plan;
        plan.firstDay = LocalDay(2026, 11, 1);
        plan.leastBaseline = 7;
        plan.mostBaseline = 10;
        plan.baseline = 8;
        const auto shown = [&plan](int day, int today) {
            return plannedAsShown(plan, plan.firstDay + day, plan.firstDay + today);
        };
        QCOMPARE(shown(6, 0), PlannedDay::Without);
        for (int day : {7, 8, 9})
            QCOMPARE(shown(day, 0), PlannedDay::Hidden);
        QCOMPARE(shown(10, 0), PlannedDay::With);
        QCOMPARE(shown(7, 7), PlannedDay::Without);
        QCOMPARE(shown(8, 7), PlannedDay::Hidden);
        QCOMPARE(shown(8, 8), PlannedDay::With);
        QCOMPARE(shown(9, 8), PlannedDay::With);
        plan.kind = ExperimentKind::AlternatingWeeks;
        plan.releaseFirst = {true, false};
        QCOMPARE(shown(0, -1), PlannedDay::Hidden);
        QCOMPARE(shown(13, 0), PlannedDay::Without);
        QCOMPARE(shown(14, 13), PlannedDay::Hidden);
        QCOMPARE(shown(14, 14), PlannedDay::Without);
        QCOMPARE(shown(21, 14), PlannedDay::With);
    }

    void theDaysAreReadOneByOneWithTheArrowKeys()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        const Experiment plan = drawWeeks(rig, page);
        rig.live(plan, 2, 6, 3);
        page.activate();
        QVERIFY(tabTo(page, "planStrip"));
        const auto value = [&] {
            return QAccessible::queryAccessibleInterface(page.focusWidget())->text(QAccessible::Value);
        };
        QVERIFY2(value().endsWith(QStringLiteral(": release planned")), qPrintable(value()));
        QTest::keyClick(page.focusWidget(), Qt::Key_Left);
        QVERIFY2(value().endsWith(QStringLiteral(": release, done, soreness logged")), qPrintable(value()));
        QTest::keyClick(page.focusWidget(), Qt::Key_End);
        QVERIFY2(value().endsWith(QStringLiteral(": not shown before it comes")), qPrintable(value()));
        const QString last = value();
        QTest::keyClick(page.focusWidget(), Qt::Key_Right);
        QCOMPARE(value(), last);
    }

    void noTextClaimsACauseADiagnosisOrAPromise()
    {
        PlanRig rig;
        ExperimentPage page(*rig.fixture.services);
        open(page);
        expectNoClaim(page);
        const Experiment rare = drawWeeks(rig, page);
        expectNoClaim(page);
        liveUnseen(rig, page, rare, 20, 6, 3);
        expectNoClaim(page);
        liveUnseen(rig, page, rare, rare.length() - 20, 6, 3);
        QCOMPARE(PlanRig::text(page, "resultBadge"), QStringLiteral("p = 0.031"));
        expectNoClaim(page);
        button(page, "newExperimentButton")->click();
        const Experiment unremarkable = drawWeeks(rig, page);
        liveUnseen(rig, page, unremarkable, unremarkable.length(), 3, 6);
        expectNoClaim(page);
        button(page, "newExperimentButton")->click();
        static_cast<void>(drawWeeks(rig, page));
        rig.sleep(71);
        page.activate();
        expectNoClaim(page);
        button(page, "newExperimentButton")->click();
        static_cast<void>(drawWeeks(rig, page));
        button(page, "changePlanButton")->click();
        expectNoClaim(page);
        button(page, "keepPlanButton")->click();
        button(page, "stopPlanButton")->click();
        button(page, "confirmStopButton")->click();
        expectNoClaim(page);
    }

    void largeTextFitsWithoutScrollingSideways()
    {
        for (const QSize size : {QSize(1084, 800), QSize(828, 700)}) {
            PlanRig rig(ThemeChoice::Light, 200);
            ExperimentPage page(*rig.fixture.services);
            PlanRig::open(page, size);
            page.activate();
            expectFits(page);
            static_cast<void>(drawWeeks(rig, page));
            rig.live(rig.plan(), 9, 6, 3);
            page.activate();
            QTest::mouseClick(button(page, "stopPlanButton"), Qt::LeftButton);
            expectFits(page);
        }
    }

private:
    static void open(ExperimentPage& page)
    {
        PlanRig::open(page);
        page.activate();
    }

    static QString title(const QWidget& page)
    {
        for (const auto* label : page.findChildren<QLabel*>(QStringLiteral("titleLabel")))
            if (label->isVisibleTo(&page))
                return label->text();
        return {};
    }

    template <class Widget>
    static Widget* visible(const QWidget& page, const char* name)
    {
        for (auto* each : page.findChildren<Widget*>(QString::fromLatin1(name)))
            if (each->isVisibleTo(&page))
                return each;
        return nullptr;
    }

    static QAbstractButton* button(const QWidget& page, const char* name)
    {
        return page.findChild<QAbstractButton*>(QString::fromLatin1(name));
    }

    static QSpinBox* spin(const QWidget& page, const char* name)
    {
        return page.findChild<QSpinBox*>(QString::fromLatin1(name));
    }

    static void choose(const QWidget& page, const char* name) { button(page, name)->click(); }

    static Experiment drawWeeks(PlanRig& rig, ExperimentPage& page)
    {
        choose(page, "alternatingWeeksRadioButton");
        rig.fixture.random.script = {1, 0, 0, 1, 0};
        QTest::mouseClick(button(page, "drawButton"), Qt::LeftButton);
        return rig.plan();
    }

    static QString reminderOf(PlanRig& rig)
    {
        TodayFacts facts = PlanRig::value(readTodayFacts(*rig.fixture.services));
        return reminderQuestion(planToday(facts));
    }

    static bool tabTo(QWidget& page, const char* name)
    {
        for (int i = 0; i < 40; ++i) {
            if (page.focusWidget() != nullptr && page.focusWidget()->objectName() == QLatin1String(name))
                return true;
            QTest::keyClick(page.focusWidget() == nullptr ? &page : page.focusWidget(), Qt::Key_Tab);
        }
        return false;
    }

    /// Days during which another page is shown.
    static void liveUnseen(PlanRig& rig, ExperimentPage& page, const Experiment& plan, int days, int without, int with)
    {
        page.hide();
        rig.live(plan, days, without, with);
        page.setVisible(true);
        page.activate();
    }

    static void expectNoClaim(const QWidget& page)
    {
        for (const QString& text : everyText(page))
            QVERIFY2(forbiddenWord(text).isEmpty(), qPrintable(text));
    }

    static void expectFits(QWidget& page)
    {
        QCoreApplication::processEvents();  // what changed is laid out
        for (auto* area : page.findChildren<QScrollArea*>()) {
            if (!area->isVisible())
                continue;
            QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                     qPrintable(QStringLiteral("%1 > %2")
                                    .arg(area->widget()->minimumSizeHint().width())
                                    .arg(area->viewport()->width())));
        }
        for (const auto* control : page.findChildren<QAbstractButton*>())
            if (control->isVisibleTo(&page))
                QVERIFY2(control->height() >= 24 && control->width() >= control->minimumSizeHint().width(),
                         qPrintable(control->objectName()));
    }
};

QTEST_MAIN(ExperimentPageTest)
#include "experimentpage_test.moc"
