// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releaseflow.h"

#include <gtest/gtest.h>

#include "expectlines.h"
#include "releasescenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::dailyFive;
using test::oneSideAtATime;
using test::ReleaseScenario;
using Stage = ReleaseFlow::Stage;
using Phase = ReleaseFlow::Phase;
using test::expectLines;
using test::from;

constexpr auto kPrimary = ReleaseAction::Primary;

TEST(ReleaseFlow, RunsTheDailyFiveHandsFree)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(301s);
    expectLines(run.stored(),
                {"0.000 step-started 0 | worked 0.000", "30.000 step-ended 0 for 30.000 | worked 30.000",
                 "30.000 step-started 1 low | worked 30.000", "120.000 step-ended 1 low for 90.000 | worked 120.000",
                 "120.000 step-started 2 middle | worked 120.000",
                 "210.000 step-ended 2 middle for 90.000 | worked 210.000",
                 "210.000 step-started 3 high | worked 210.000",
                 "270.000 step-ended 3 high for 60.000 | worked 270.000", "270.000 step-started 4 | worked 270.000",
                 "300.000 step-ended 4 for 30.000 | worked 300.000", "300.000 finished 4 | worked 300.000"});
    EXPECT_EQ(run.now().stage, Stage::Finished);
    const ReleaseSession session = run.storedSession();
    EXPECT_EQ(session.outcome, ReleaseOutcome::Completed);
    EXPECT_EQ(session.worked, 300s);
    EXPECT_EQ(session.pointsFound(), 0) << "nobody stated one";
    EXPECT_EQ(session.planned, 300s);
    EXPECT_EQ(session.routineId, "daily-five");
    EXPECT_EQ(session.before, test::releaseConfig().before);
    EXPECT_EQ(session.recorded.day, LocalDay(2026, 11, 22));
    EXPECT_EQ(session.events, run.flow.record().events);
    EXPECT_EQ(run.log.saves().size(), 2U) << "once at the start, once at the end";
}

TEST(ReleaseFlow, StoresNothingBeforeItStarts)
{
    ReleaseScenario run;
    run.until(60s);
    EXPECT_EQ(run.log.attempts(), 0);
    EXPECT_EQ(run.now().stage, Stage::Ready);
    EXPECT_EQ(run.now().primary, PrimaryMeaning::Start);
    EXPECT_EQ(run.now().remaining, 300s);
    EXPECT_EQ(run.now().worked, 0s);
}

TEST(ReleaseFlow, AnswersToTheOneBigKey)
{
    ReleaseScenario run;
    run.at(2s, kPrimary);                     // start
    run.at(20s, kPrimary);                    // settle: means nothing
    run.at(36s, kPrimary).at(78s, kPrimary);  // found one, it released
    run.at(79s, kPrimary).at(92s, ReleaseAction::Stop);
    expectLines(run.stored(),
                {"2.000 step-started 0 | worked 0.000", "32.000 step-ended 0 for 30.000 | worked 30.000",
                 "32.000 step-started 1 low | worked 30.000", "36.000 point-found 1 low #1 | worked 34.000",
                 "78.000 point-released 1 low #1 for 42.000 | worked 76.000",
                 "79.000 point-found 1 low #2 | worked 77.000", "92.000 point-left 1 low #2 for 13.000 | worked 90.000",
                 "92.000 stopped 1 low for 60.000 | worked 90.000"});
    EXPECT_EQ(run.now().pointsFound, 2);
    EXPECT_EQ(run.now().pointsReleased, 1);
}

TEST(ReleaseFlow, HoldsAPointFoundByKeyAtMostAMinute)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(31s, kPrimary).until(92s);
    expectLines(
        from(run.stored(), -2),
        {"31.000 point-found 1 low #1 | worked 31.000", "91.000 point-left 1 low #1 for 60.000 | worked 91.000"});
    EXPECT_EQ(run.now().phase, Phase::Scan);
}

TEST(ReleaseFlow, TakesAReleaseStatedDuringAPacedHold)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(47s, kPrimary).until(50s);
    expectLines(
        from(run.stored(), -2),
        {"47.000 point-found 1 low #1 | worked 47.000", "47.000 point-released 1 low #1 for 7.000 | worked 47.000"});
    EXPECT_EQ(run.now().phase, Phase::Scan);
    EXPECT_EQ(run.now().pointsFound, 1);
    EXPECT_EQ(run.now().pointsReleased, 1);
}

TEST(ReleaseFlow, APauseInAPacedHoldIsNotHeld)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(45s, ReleaseAction::Pause).at(100s, ReleaseAction::Resume).at(107s, kPrimary);
    expectLines(
        from(run.stored(), -2),
        {"107.000 point-found 1 low #1 | worked 52.000", "107.000 point-released 1 low #1 for 12.000 | worked 52.000"});
}

TEST(ReleaseFlow, AKeyRightAfterPacingBeganAHoldStillMeansFoundOne)
{
    for (const Milliseconds late : {0ms, 200ms, 1499ms}) {
        ReleaseScenario run;
        run.at(0s, kPrimary).until(40s + late);
        EXPECT_EQ(run.now().phase, Phase::Hold);
        EXPECT_TRUE(run.now().pacedHold);
        EXPECT_EQ(run.now().primary, PrimaryMeaning::FoundPoint);
        EXPECT_EQ(run.now().point, 0);
        run.flow.handle(kPrimary);
        EXPECT_FALSE(run.now().pacedHold);
        EXPECT_EQ(run.now().point, 1);
        EXPECT_EQ(run.now().primary, PrimaryMeaning::PointReleased);
        EXPECT_EQ(run.now().phaseRemaining, 60s);
        run.flow.handle(kPrimary);  // pressed twice
        EXPECT_EQ(run.now().pointsReleased, 0);
        run.at(55s + late, kPrimary);
        EXPECT_EQ(run.storedSession().events.back().duration, 15s);
        EXPECT_EQ(run.now().pointsFound, 1);
        EXPECT_EQ(run.now().pointsReleased, 1);
    }
}

TEST(ReleaseFlow, IgnoresAKeyMeantForTheStateBefore)
{
    ReleaseScenario run;
    run.at(0s, kPrimary);
    run.at(41500ms, kPrimary);
    EXPECT_EQ(run.now().pointsReleased, 1) << "no longer meant for the scan";
    run.at(41600ms, kPrimary);  // pressed twice
    EXPECT_EQ(run.now().phase, Phase::Scan);
    EXPECT_EQ(run.now().pointsFound, 1);
    run.at(83s, kPrimary).at(113s, kPrimary).until(120399ms);
    EXPECT_EQ(run.now().step, 2U);
    EXPECT_EQ(run.now().pointsFound, 2);
    run.flow.handle(kPrimary);  // meant for the zone before
    EXPECT_EQ(run.now().pointsFound, 2);
    EXPECT_EQ(run.now().phase, Phase::Scan);
}

TEST(ReleaseFlow, AKeyPressedTwiceToResumeStatesNoRelease)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(50s, ReleaseAction::Pause);
    run.at(60s, kPrimary).at(60s + 200ms, kPrimary);
    EXPECT_EQ(run.now().phase, Phase::Hold);
    EXPECT_EQ(run.now().pointsReleased, 0);
    EXPECT_EQ(run.now().pointsFound, 0);
}

TEST(ReleaseFlow, AKeyPressedTwiceToResumeJustBeforeAPacedHoldStatesNothing)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(39900ms, ReleaseAction::Pause);
    run.at(60s, kPrimary).at(60s + 200ms, kPrimary);
    EXPECT_EQ(run.now().phase, Phase::Hold);
    EXPECT_EQ(run.now().pointsFound, 0);
}

TEST(ReleaseFlow, EndsAHoldWithItsStep)
{
    ReleaseScenario run(oneSideAtATime());
    run.at(0s, kPrimary).at(22s, kPrimary).until(45s);
    expectLines(run.stored(),
                {"0.000 step-started 0 | worked 0.000", "5.000 step-ended 0 for 5.000 | worked 5.000",
                 "5.000 step-started 1 low left | worked 5.000", "22.000 point-found 1 low left #1 | worked 22.000",
                 "22.000 point-released 1 low left #1 for 7.000 | worked 22.000",
                 "25.000 step-ended 1 low left for 20.000 | worked 25.000", "25.000 step-started 2 | worked 25.000",
                 "29.000 step-ended 2 for 4.000 | worked 29.000", "29.000 step-started 3 low right | worked 29.000",
                 "41.000 step-ended 3 low right for 12.000 | worked 41.000", "41.000 step-started 4 | worked 41.000",
                 "44.000 step-ended 4 for 3.000 | worked 44.000", "44.000 finished 4 | worked 44.000"});
}

TEST(ReleaseFlow, PausesWithoutCountingTheTime)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, kPrimary).at(50s, ReleaseAction::Pause);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    EXPECT_EQ(run.now().phaseRemaining, 43s);
    run.at(110s, ReleaseAction::Resume).until(154s);
    expectLines(from(run.stored(), 3),
                {"33.000 point-found 1 low #1 | worked 33.000", "50.000 paused 1 low | worked 50.000",
                 "110.000 resumed 1 low | worked 50.000", "153.000 point-left 1 low #1 for 60.000 | worked 93.000"});
    EXPECT_EQ(run.now().worked, 94s);
}

TEST(ReleaseFlow, ResumesByTheBigKeyAfterALongSilence)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(10s, ReleaseAction::Pause);
    run.stall(10min).sleep(1h);  // nobody ticks a paused session, and the machine may sleep
    run.flow.handle(kPrimary);
    EXPECT_EQ(run.now().stage, Stage::Step);
    EXPECT_EQ(run.now().worked, 10s);
    EXPECT_EQ(run.stored().back(), "4210.000 resumed 0 | worked 10.000");
    EXPECT_EQ(run.stored().size(), 3U) << "no gap event while paused";
}

TEST(ReleaseFlow, SkipsAStepAndKeepsItsPart)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(40s, kPrimary).at(45s, ReleaseAction::Skip).until(46s);
    expectLines(from(run.stored(), 3),
                {"40.000 point-found 1 low #1 | worked 40.000", "45.000 point-left 1 low #1 for 5.000 | worked 45.000",
                 "45.000 step-skipped 1 low for 15.000 | worked 45.000",
                 "45.000 step-started 2 middle | worked 45.000"});
    EXPECT_DOUBLE_EQ(run.now().stepDone[0], 1.0);
    EXPECT_DOUBLE_EQ(run.now().stepDone[1], 15.0 / 90.0);
    EXPECT_DOUBLE_EQ(run.now().stepDone[2], 1.0 / 90.0);
    EXPECT_DOUBLE_EQ(run.now().stepDone[3], 0.0);
}

TEST(ReleaseFlow, SkippingTheLastStepFinishes)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(275s, ReleaseAction::Skip);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    EXPECT_EQ(run.storedSession().outcome, ReleaseOutcome::Completed);
    EXPECT_EQ(run.storedSession().worked, 275s);
    EXPECT_EQ(run.now().remaining, 0s);
    expectLines(from(run.stored(), -2),
                {"275.000 step-skipped 4 for 5.000 | worked 275.000", "275.000 finished 4 | worked 275.000"});
}

TEST(ReleaseFlow, StepsBackAndKeepsWhatWasDone)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(130s, kPrimary).at(135s, ReleaseAction::StepBack).until(136s);
    expectLines(from(run.stored(), -4),
                {"130.000 point-found 2 middle #1 | worked 130.000",
                 "135.000 point-left 2 middle #1 for 5.000 | worked 135.000",
                 "135.000 step-back 1 low for 15.000 | worked 135.000", "135.000 step-started 1 low | worked 135.000"});
    EXPECT_EQ(run.now().step, 1U);
    EXPECT_EQ(run.now().stepRemaining, 89s) << "the step has its full time again";
    EXPECT_EQ(run.now().worked, 136s);
    EXPECT_DOUBLE_EQ(run.now().stepDone[2], 0.0);
    run.until(416s);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    EXPECT_EQ(run.storedSession().worked, 405s);
}

TEST(ReleaseFlow, StepBackInTheFirstStepBeginsItAgain)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(12s, ReleaseAction::StepBack).until(43s);
    expectLines(run.stored(),
                {"0.000 step-started 0 | worked 0.000", "12.000 step-back 0 for 12.000 | worked 12.000",
                 "12.000 step-started 0 | worked 12.000", "42.000 step-ended 0 for 30.000 | worked 42.000",
                 "42.000 step-started 1 low | worked 42.000"});
}

TEST(ReleaseFlow, CountsAsStoppedBeforeTheReasonIsKnown)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, ReleaseAction::Stop);
    EXPECT_EQ(run.now().stage, Stage::StopAsk);
    EXPECT_EQ(run.stored().back(), "33.000 stopped 1 low for 3.000 | worked 33.000");
    EXPECT_EQ(run.storedSession().outcome, ReleaseOutcome::Stopped);
    EXPECT_FALSE(run.storedSession().stopReason) << "nobody has said why";
    EXPECT_TRUE(lacksReason(run.storedSession()));
    EXPECT_EQ(run.storedSession().worked, 33s);
    run.at(50s, [](ReleaseScenario& at) { at.flow.chooseReason(StopReason::Pulsing); });
    EXPECT_EQ(run.now().stage, Stage::Stopped);
    EXPECT_EQ(run.storedSession().stopReason, StopReason::Pulsing);
    EXPECT_FALSE(lacksReason(run.storedSession()));
    EXPECT_FALSE(run.storedSession().redAcknowledged);
    run.flow.acknowledgeRedStop();
    EXPECT_TRUE(run.storedSession().redAcknowledged);
    run.flow.chooseReason(StopReason::SharpPain);
    EXPECT_FALSE(run.storedSession().redAcknowledged) << "another red reason has to be read again";
    EXPECT_EQ(run.stored().size(), 4U) << "the reason is no event";
}

TEST(ReleaseFlow, StopsFromPauseAndFromTheGapQuestion)
{
    ReleaseScenario paused;
    paused.at(0s, kPrimary).at(5s, ReleaseAction::Pause).at(9s, ReleaseAction::Stop);
    EXPECT_EQ(paused.stored().back(), "9.000 stopped 0 for 5.000 | worked 5.000");
    ReleaseScenario asked;
    asked.at(0s, kPrimary).until(5s).sleep(10min).at(606s, ReleaseAction::Stop);
    EXPECT_EQ(asked.stored().back(), "606.000 stopped 0 for 5.000 | worked 5.000");
    EXPECT_EQ(asked.now().stage, Stage::StopAsk);
}

TEST(ReleaseFlow, AsksAfterTheMachineSlept)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(40s, kPrimary).until(45s).sleep(2h);
    EXPECT_EQ(run.now().stage, Stage::GapAsk);
    EXPECT_EQ(run.now().gap, 2h);
    EXPECT_EQ(run.now().worked, 45s);
    run.at(7250s, ReleaseAction::Resume).until(7261s);
    EXPECT_TRUE(run.now().pacedHold) << "after a whole new scan";
    expectLines(from(run.stored(), 3),
                {"40.000 point-found 1 low #1 | worked 40.000",
                 "7245.000 point-left 1 low #1 for 5.000 | worked 45.000",
                 "7245.000 gap 1 low for 7200.000 | worked 45.000", "7250.000 resumed 1 low | worked 45.000"});
}

TEST(ReleaseFlow, AsksAfterAStall)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(10s).stall(2s);
    EXPECT_EQ(run.now().stage, Stage::Step) << "two seconds are still counted";
    EXPECT_EQ(run.now().worked, 12s);
    run.stall(2001ms);
    EXPECT_EQ(run.now().stage, Stage::GapAsk);
    EXPECT_EQ(run.now().worked, 12s);
    EXPECT_EQ(run.stored().back(), "14.001 gap 0 for 2.001 | worked 12.000");
}

TEST(ReleaseFlow, ALateTickLosesNoTimeAndNoEvent)
{
    ReleaseScenario run(oneSideAtATime());
    run.at(0s, kPrimary).until(4s).stall(1900ms).until(28s).stall(1990ms).until(39900ms).stall(1900ms).until(45s);
    EXPECT_EQ(run.stored()[1], "5.000 step-ended 0 for 5.000 | worked 5.000");
    EXPECT_EQ(run.stored().back(), "44.000 finished 4 | worked 44.000");
}

TEST(ReleaseFlow, ASetClockChangesNoDuration)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(35s);
    run.clock.setWall(run.start - 3h);
    run.until(100s);
    run.clock.setWall(run.start + 48h);
    run.until(301s);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    EXPECT_EQ(run.storedSession().worked, 300s);
    EXPECT_EQ(run.storedSession().events.size(), 11U);
    for (const SessionEvent& event : run.storedSession().events)
        EXPECT_NE(event.kind, SessionEventKind::Gap);
}

TEST(ReleaseFlow, TakesTightnessOnlyOnceItHasEnded)
{
    ReleaseScenario run(oneSideAtATime());
    run.at(0s, kPrimary).until(10s);
    run.flow.setTightnessAfter(Tightness{Score::clamped(2), Score::clamped(1)});
    EXPECT_FALSE(run.flow.record().after.left);
    run.until(45s);
    EXPECT_TRUE(run.now().allowed.tightnessAfter);
    run.flow.setTightnessAfter(Tightness{Score::clamped(2), Score::clamped(1)});
    EXPECT_EQ(run.storedSession().after.right, Score::clamped(1));
}

TEST(ReleaseFlow, IgnoresWhatIsNotAllowed)
{
    ReleaseScenario run(oneSideAtATime());
    const auto tryAll = [&run](std::initializer_list<ReleaseAction> actions) {
        for (const ReleaseAction action : actions)
            run.flow.handle(action);
    };
    using A = ReleaseAction;
    tryAll({A::Pause, A::Resume, A::Skip, A::StepBack, A::Stop});
    run.flow.chooseReason(StopReason::Pulsing);
    run.flow.acknowledgeRedStop();
    EXPECT_EQ(run.now().stage, Stage::Ready);
    EXPECT_EQ(run.log.attempts(), 0);
    run.at(0s, kPrimary);
    tryAll({A::Resume});
    run.flow.chooseReason(StopReason::Pulsing);
    EXPECT_EQ(run.now().stage, Stage::Step);
    run.flow.handle(A::Pause);
    tryAll({A::Pause, A::Skip, A::StepBack});
    EXPECT_EQ(run.stored().size(), 2U);
    run.flow.handle(A::Resume);
    run.until(45s);
    const std::size_t events = run.stored().size();
    tryAll({A::Primary, A::Pause, A::Resume, A::Skip, A::StepBack, A::Stop});
    run.flow.chooseReason(StopReason::Pulsing);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    EXPECT_EQ(run.stored().size(), events);
    EXPECT_FALSE(run.storedSession().stopReason);
}

TEST(ReleaseFlow, ShowsTheWholeMoment)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(138s);
    const ReleaseFlow::Snapshot now = run.now();
    EXPECT_EQ(now.stage, Stage::Step);
    EXPECT_EQ(now.phase, Phase::Hold);
    EXPECT_EQ(now.primary, PrimaryMeaning::PointReleased);
    EXPECT_EQ(now.step, 2U);
    EXPECT_EQ(now.stepCount, 5U);
    EXPECT_EQ(now.stepKind, StepKind::Zone);
    EXPECT_EQ(now.zone, Zone::Middle);
    EXPECT_EQ(now.side, BodySide::Both);
    EXPECT_EQ(now.cue, "Search slowly.");
    EXPECT_EQ(now.pose, "tool-low");
    EXPECT_EQ(now.point, 0);
    EXPECT_TRUE(now.pacedHold);
    EXPECT_EQ(now.pointsFound, 0);
    EXPECT_EQ(now.phaseRemaining, 22s);
    EXPECT_EQ(now.phaseTotal, 30s);
    EXPECT_EQ(now.stepElapsed, 18s);
    EXPECT_EQ(now.stepRemaining, 72s);
    EXPECT_EQ(now.stepTotal, 90s);
    EXPECT_EQ(now.remaining, 162s);
    EXPECT_EQ(now.worked, 138s);
    EXPECT_EQ(now.planned, 300s);
    const ReleaseFlow::Allowed allowed{true, true, false, true, true, true, false, false};
    EXPECT_EQ(now.allowed, allowed);
    EXPECT_FALSE(now.saveError);
}

TEST(ReleaseFlow, CutsTheShownHoldByTheStepsEnd)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(265s);
    EXPECT_EQ(run.now().phase, Phase::Hold);
    EXPECT_EQ(run.now().phaseTotal, 10s);
    EXPECT_EQ(run.now().phaseRemaining, 5s);
}

TEST(ReleaseFlow, AnAnnouncedSleepAsksAtOnceAndIsStoredOnceWhenBack)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(35s, kPrimary).at(45s, ReleaseAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::GapAsk);
    EXPECT_EQ(run.now().gap, 0ms);
    EXPECT_EQ(run.now().primary, PrimaryMeaning::Resume);
    expectLines(from(run.stored(), 4),
                {"45.000 point-left 1 low #1 for 10.000 | worked 45.000", "45.000 paused 1 low | worked 45.000"});
    run.sleep(8h);
    EXPECT_EQ(run.now().gap, 8h);
    run.sleep(1h);
    EXPECT_EQ(run.now().gap, 8h) << "asked already; the next sleep is for nobody";
    run.at(run.elapsed() + 10s, kPrimary).until(run.elapsed() + 5s);
    expectLines(from(run.stored(), 5),
                {"45.000 paused 1 low | worked 45.000", "28845.000 gap 1 low for 28800.000 | worked 45.000",
                 "32455.000 resumed 1 low | worked 45.000"});
    EXPECT_EQ(run.now().worked, 50s);
    EXPECT_EQ(run.now().gap, 0ms);
}

TEST(ReleaseFlow, AnAnnouncedSleepThatNeverCameIsAPause)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(10s, ReleaseAction::Sleep).stall(30s);
    run.at(41s, kPrimary).until(42s);
    expectLines(from(run.stored(), 1), {"10.000 paused 0 | worked 10.000", "41.000 resumed 0 | worked 10.000"});
    EXPECT_EQ(run.now().worked, 11s);
    run.sleep(1min);
    EXPECT_EQ(run.now().stage, Stage::GapAsk) << "a later one is a gap like any other";
    EXPECT_EQ(run.now().gap, 1min);
}

TEST(ReleaseFlow, AnAnnouncedSleepChangesNothingThatWaitsAnyway)
{
    ReleaseScenario run;
    run.at(0s, ReleaseAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Ready);
    run.at(0s, kPrimary).at(10s, ReleaseAction::Pause).at(11s, ReleaseAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    run.at(12s, ReleaseAction::Stop).at(13s, ReleaseAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::StopAsk);
}

TEST(ReleaseFlow, TellsHowLongAgoItEnded)
{
    ReleaseScenario run(oneSideAtATime());
    run.at(0s, kPrimary).until(43s).stall(1700ms);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    EXPECT_EQ(run.now().overrun, 700ms);
    run.stall(1s);
    EXPECT_EQ(run.now().overrun, 700ms);
    ReleaseScenario skipped(oneSideAtATime());
    skipped.at(0s, kPrimary).until(42s).at(43s, ReleaseAction::Skip);
    EXPECT_EQ(skipped.now().stage, Stage::Finished);
    EXPECT_EQ(skipped.now().overrun, 0ms);
}

}  // namespace
}  // namespace psolog
