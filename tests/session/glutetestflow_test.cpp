// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/glutetestflow.h"

#include <gtest/gtest.h>

#include "expectlines.h"
#include "selftestscenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using Scenario = test::SelfTestScenario<GluteTestFlow>;
using Stage = GluteTestFlow::Stage;
using test::expectLines;

SelfTestConfig oneRepeat()
{
    SelfTestConfig config;
    config.repeats = 1;
    return config;
}

TEST(GluteTestFlow, RunsBothSidesWithEveryStage)
{
    SelfTestConfig config;
    config.firstSide = Side::Right;
    Scenario run(config);
    run.at(3s, TestAction::Start).at(15s, 3).at(27s, 2).at(47s, 1).at(60s, 4).until(70s);
    expectLines(run.stages,
                {"0.000 introduction", "3.000 ready right 1", "8.000 hold right 1", "13.000 rate right 1",
                 "15.000 ready right 2", "20.000 hold right 2", "25.000 rate right 2", "27.000 switch left 1",
                 "35.000 ready left 1", "40.000 hold left 1", "45.000 rate left 1", "47.000 ready left 2",
                 "52.000 hold left 2", "57.000 rate left 2", "60.000 result"});
    expectLines(run.saves(),
                {"right1=3 incomplete", "right1=3 right2=2 incomplete", "right1=3 right2=2 left1=1 incomplete",
                 "right1=3 right2=2 left1=1 left2=4 complete"});
    const SelfTest test = run.log.saves().back();
    EXPECT_EQ(test, run.flow.record());
    EXPECT_EQ(test.kind, SelfTestKind::GluteActivation);
    EXPECT_EQ(test.firstSide, Side::Right);
    EXPECT_EQ(test.repeats, 2);
    EXPECT_EQ(test.hold, 5s);
    EXPECT_EQ(test.wordingVersion, kGluteTestWording);
    EXPECT_EQ(test.recorded.at.utc, test::ManualClock::defaultStart().utc + 3s) << "it began when it was started";
    EXPECT_EQ(test.recorded.day, LocalDay(2026, 11, 22));
}

TEST(GluteTestFlow, ARatingDuringTheHoldMovesOnAtItsEnd)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(7s, 2).at(8s, 3).at(25s, 1).until(30s);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 ready left 1", "5.000 hold left 1", "10.000 switch right 1",
                 "18.000 ready right 1", "23.000 hold right 1", "28.000 result"});
    expectLines(run.saves(), {"left1=2 incomplete", "left1=3 incomplete", "left1=3 right1=1 complete"});
}

TEST(GluteTestFlow, ARatingIsHeardOnlyForTheLiftThatRuns)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start);
    EXPECT_FALSE(run.now().allowed.rate) << "there is nothing to rate yet";
    run.at(2s, 4).at(11s, 2);
    EXPECT_FALSE(run.now().allowed.rate);
    EXPECT_TRUE(run.now().allowed.workedHardest);
    EXPECT_EQ(run.now().current->contraction, Contraction::Soft);
    run.at(14s, 3);  // switching sides
    run.flow.chooseWorkedHardest(WorkedHardest::Hamstring);
    run.at(20s, 1);  // getting ready
    run.until(25s);
    EXPECT_FALSE(run.now().current) << "a hold begins with nothing rated";
    EXPECT_TRUE(run.now().allowed.rate);
    run.at(30s, 4).at(35s, 0);  // rated, then a key on the result
    EXPECT_FALSE(run.now().allowed.rate);
    EXPECT_TRUE(run.now().allowed.workedHardest);
    run.flow.chooseWorkedHardest(WorkedHardest::Glute);
    expectLines(run.saves(),
                {"left1=2 incomplete", "left1=2/hamstring incomplete", "left1=2/hamstring right1=4 complete",
                 "left1=2/hamstring right1=4/glute complete"});
}

TEST(GluteTestFlow, WhatWorkedHardestMayComeBeforeTheRating)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(6s);
    run.flow.chooseWorkedHardest(WorkedHardest::LowerBack);
    EXPECT_TRUE(run.saves().empty());
    EXPECT_EQ(run.now().workedHardest, WorkedHardest::LowerBack);
    run.at(7s, 2);
    run.flow.chooseWorkedHardest(WorkedHardest::Even);
    run.flow.chooseWorkedHardest(WorkedHardest::Even);
    run.flow.chooseWorkedHardest(std::nullopt);
    run.until(24s);
    run.at(24s, 1);
    expectLines(run.saves(),
                {"left1=2/lower-back incomplete", "left1=2/even incomplete", "left1=2 incomplete",
                 "left1=2 right1=1 complete"});
}

TEST(GluteTestFlow, DoesTheLastReadingAgain)
{
    SelfTestConfig config;
    Scenario run(config);
    run.at(0s, TestAction::Start).at(10s, 1).at(12s, TestAction::Redo);
    EXPECT_EQ(run.now().stage, Stage::GetReady);
    EXPECT_EQ(run.now().repeat, 1);
    EXPECT_FALSE(run.now().allowed.rate) << "a key now would overwrite a rating that is being done again";
    run.at(25s, 3).until(27s);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 ready left 1", "5.000 hold left 1", "10.000 rate left 1",
                 "10.000 ready left 2", "12.000 ready left 1", "17.000 hold left 1", "22.000 rate left 1",
                 "25.000 ready left 2"});
    expectLines(run.saves(), {"left1=1 incomplete", "left1=3 incomplete"});
}

TEST(GluteTestFlow, RedoCanCrossSidesAndReachTheResult)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(10s, 1).at(30s, 2);
    EXPECT_EQ(run.now().stage, Stage::Result);
    run.at(32s, TestAction::Redo);
    EXPECT_EQ(run.now().side, Side::Right);
    run.at(33s, TestAction::Redo);  // and the one before
    EXPECT_EQ(run.now().stage, Stage::SwitchSides);
    EXPECT_EQ(run.now().side, Side::Left);
    EXPECT_FALSE(run.now().allowed.redo) << "nothing lies before the first reading";
    run.at(52s, 4);
    EXPECT_EQ(run.now().stage, Stage::Result);
    expectLines(run.saves(), {"left1=1 incomplete", "left1=1 right1=2 complete", "left1=4 right1=2 complete"});
}

TEST(GluteTestFlow, PausesACountdown)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(7s, TestAction::Pause);
    EXPECT_EQ(run.now().pausedStage, Stage::Hold);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Asked);
    EXPECT_EQ(run.now().countdown.remaining, 3s);
    EXPECT_EQ(run.now().pose, "prone") << "the leg is down";
    run.stall(20min);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Asked) << "no gap while paused";
    run.at(1210s, TestAction::Resume).at(1220s, 2);
    run.at(1224s, TestAction::Pause).at(1230s, TestAction::Resume).until(1240s);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 ready left 1", "5.000 hold left 1", "7.000 paused left 1",
                 "1210.000 ready left 1", "1215.000 hold left 1", "1220.000 rate left 1", "1220.000 switch right 1",
                 "1224.000 paused right 1", "1230.000 switch right 1", "1238.000 ready right 1"});
}

TEST(GluteTestFlow, ASleepOrStallPausesTheHold)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(6s, 2).sleep(1h);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Gap);
    EXPECT_EQ(run.now().gap, 1h);
    run.at(3610s, TestAction::Resume);
    EXPECT_EQ(run.now().stage, Stage::GetReady);
    EXPECT_EQ(run.now().pauseCause, PauseCause::None);
    run.until(3616s);
    EXPECT_EQ(run.now().stage, Stage::Hold);
    EXPECT_EQ(run.now().current->contraction, Contraction::Soft);
    run.until(3620s);
    EXPECT_EQ(run.now().stage, Stage::SwitchSides) << "the rating given before the sleep stands";
    run.stall(3s);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Gap);
    EXPECT_EQ(run.now().gap, 3s);
    expectLines(run.saves(), {"left1=2 incomplete"});
}

TEST(GluteTestFlow, WaitsForARatingHoweverLong)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(11s).sleep(8h).stall(1h);
    EXPECT_EQ(run.now().stage, Stage::Rate);
    EXPECT_TRUE(run.now().awaitingRating);
    EXPECT_EQ(run.now().countdown, Countdown{});
    EXPECT_FALSE(run.now().allowed.pause);
}

TEST(GluteTestFlow, ASetClockChangesNothing)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(3s);
    run.clock.setWall(run.clock.sample().wall.utc - 3h);
    run.until(11s);
    expectLines(run.stages, {"0.000 introduction", "0.000 ready left 1", "5.000 hold left 1", "10.000 rate left 1"});
}

TEST(GluteTestFlow, CancellingKeepsWhatWasRated)
{
    Scenario run;
    run.at(0s, TestAction::Start).at(10s, 3).at(13s, TestAction::Cancel).until(60s);
    EXPECT_EQ(run.now().stage, Stage::Cancelled);
    expectLines(run.saves(), {"left1=3 incomplete"});
    EXPECT_EQ(run.flow.record().readings.size(), 1U);
    EXPECT_EQ(run.now().allowed, TestAllowed{});
}

TEST(GluteTestFlow, CancellingBeforeTheFirstRatingSavesNothing)
{
    Scenario run;
    run.at(0s, TestAction::Start).at(9s, TestAction::Cancel).until(20s);
    EXPECT_EQ(run.now().stage, Stage::Cancelled);
    EXPECT_EQ(run.log.attempts(), 0);
    Scenario never;
    never.at(1s, TestAction::Cancel);
    EXPECT_EQ(never.now().stage, Stage::Cancelled);
    EXPECT_EQ(never.log.attempts(), 0);
}

TEST(GluteTestFlow, CancellingARedoOfACompleteTestLeavesItComplete)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(10s, 1).at(30s, 2).at(32s, TestAction::Redo).at(34s, TestAction::Cancel);
    EXPECT_EQ(run.now().stage, Stage::Result);
    expectLines(run.saves(), {"left1=1 incomplete", "left1=1 right1=2 complete"});
}

TEST(GluteTestFlow, AFailedSaveIsShownAndMadeUpForByTheNext)
{
    Scenario run;
    run.log.failNextWrites(1, ErrorCode::Locked);
    run.at(0s, TestAction::Start).at(10s, 3);
    ASSERT_TRUE(run.now().saveError);
    EXPECT_EQ(run.now().saveError->code, ErrorCode::Locked);
    EXPECT_TRUE(run.now().allowed.retrySave);
    EXPECT_EQ(run.now().readings.size(), 1U) << "nothing is lost";
    run.at(20s, 2);
    EXPECT_FALSE(run.now().saveError);
    expectLines(run.saves(), {"left1=3 left2=2 incomplete"});
}

TEST(GluteTestFlow, AFailedSaveCanBeTriedAgain)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(10s, 3);
    run.log.failNextWrites(2);
    run.at(30s, 2);
    EXPECT_EQ(run.now().stage, Stage::Result);
    run.at(31s, TestAction::RetrySave);
    EXPECT_TRUE(run.now().saveError);
    run.at(32s, TestAction::RetrySave);
    EXPECT_FALSE(run.now().saveError);
    run.at(33s, TestAction::RetrySave);
    expectLines(run.saves(), {"left1=3 incomplete", "left1=3 right1=2 complete"});
}

TEST(GluteTestFlow, CancellingTriesAFailedSaveAgain)
{
    Scenario run;
    run.log.failNextWrites(1);
    run.at(0s, TestAction::Start).at(10s, 3).at(11s, TestAction::Cancel);
    expectLines(run.saves(), {"left1=3 incomplete"});
}

TEST(GluteTestFlow, ThePillowIsChosenBeforeTheStart)
{
    Scenario run(oneRepeat());
    EXPECT_TRUE(run.now().allowed.pillow);
    EXPECT_EQ(run.now().pose, "prone");
    run.flow.setPillow(true);
    EXPECT_TRUE(run.now().pillow);
    EXPECT_EQ(run.now().pose, "prone-pillow");
    run.at(0s, TestAction::Start);
    run.flow.setPillow(false);
    run.until(4s);
    EXPECT_EQ(run.now().pose, "prone-pillow-ready-left");
    run.until(6s);
    EXPECT_EQ(run.now().pose, "prone-pillow-lift-left");
    run.at(10s, 1).until(20s);
    EXPECT_EQ(run.now().pose, "prone-pillow-ready-right");
    run.until(24s);
    EXPECT_EQ(run.now().pose, "prone-pillow-lift-right");
    EXPECT_TRUE(run.flow.record().pillow);
}

TEST(GluteTestFlow, ShowsTheHandOnTheGluteOfTheLegThatIsNext)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(4s);
    EXPECT_EQ(run.now().pose, "prone-ready-left");
    run.at(10s, 1);
    EXPECT_EQ(run.now().stage, Stage::SwitchSides);
    EXPECT_EQ(run.now().pose, "prone");
    run.until(20s);
    EXPECT_EQ(run.now().pose, "prone-ready-right");
}

TEST(GluteTestFlow, TakesRepeatsAndHoldFromTheSettings)
{
    SelfTestConfig config;
    config.repeats = 9;
    config.hold = 8s;
    Scenario run(config);
    EXPECT_EQ(run.now().repeats, 3);
    run.at(0s, TestAction::Start).until(12s);
    EXPECT_EQ(run.now().stage, Stage::Hold);
    EXPECT_EQ(run.now().countdown.total, 8s);
    EXPECT_EQ(run.now().countdown.elapsed, 7s);
    EXPECT_EQ(run.now().countdown.remaining, 1s);
    EXPECT_EQ(run.now().pose, "prone-lift-left");
}

TEST(GluteTestFlow, KnowsWhenTheOtherSideIsDone)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(10s);
    EXPECT_FALSE(run.now().otherSideDone);
    run.at(10s, 1);
    EXPECT_EQ(run.now().side, Side::Right);
    EXPECT_TRUE(run.now().otherSideDone);
}

TEST(GluteTestFlow, TheOneKeyMeansWhatTheStageNeeds)
{
    Scenario run(oneRepeat());
    EXPECT_EQ(run.now().primary, TestPrimary::Start);
    run.at(0s, TestAction::Primary).at(2s, TestAction::Primary);
    EXPECT_EQ(run.now().stage, Stage::GetReady);
    EXPECT_EQ(run.now().primary, TestPrimary::None);
    run.at(6s, TestAction::Primary);
    EXPECT_EQ(run.now().stage, Stage::Hold);
    run.at(7s, TestAction::Pause);
    EXPECT_EQ(run.now().primary, TestPrimary::Resume);
    run.at(8s, TestAction::Primary).until(18500ms);
    EXPECT_EQ(run.now().stage, Stage::Rate);
    EXPECT_EQ(run.now().primary, TestPrimary::OfferAgain) << "the question runs";
    EXPECT_FALSE(run.now().offered);
    run.until(21s);
    EXPECT_EQ(run.now().offered, Contraction::None);
    EXPECT_EQ(run.now().primary, TestPrimary::TakeOffer);
    run.at(24500ms, TestAction::Primary).at(44s, 3);
    EXPECT_EQ(run.now().stage, Stage::Result);
    EXPECT_EQ(run.now().primary, TestPrimary::None);
    run.at(45s, TestAction::Primary);
    expectLines(run.saves(), {"left1=2 incomplete", "left1=2 right1=3 complete"});
}

TEST(GluteTestFlow, NumberKeysWorkWhileRatingsAreOffered)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(13s);
    EXPECT_EQ(run.now().offered, Contraction::None);
    run.at(13s, 4);
    expectLines(run.saves(), {"left1=4 incomplete"});
    EXPECT_FALSE(run.now().offered) << "for the next lift it is asked anew";
}

TEST(GluteTestFlow, WantsTicksOnlyWhileTimeMatters)
{
    Scenario run(oneRepeat());
    EXPECT_FALSE(run.now().wantsTicks);
    run.at(0s, TestAction::Start);
    EXPECT_TRUE(run.now().wantsTicks);
    run.until(11s);
    EXPECT_TRUE(run.now().wantsTicks) << "ratings are about to be offered";
    run.until(31s);
    EXPECT_FALSE(run.now().wantsTicks) << "both rounds are over";
    run.at(32s, TestAction::Primary);
    EXPECT_TRUE(run.now().wantsTicks);
    run.at(35s, TestAction::Primary).at(36s, TestAction::Pause);
    EXPECT_FALSE(run.now().wantsTicks);
}

TEST(GluteTestFlow, ASleepWhileRatingsAreOfferedBeginsThemAgain)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(15s);
    EXPECT_EQ(run.now().offered, Contraction::Flicker);
    run.sleep(8h);
    EXPECT_EQ(run.now().stage, Stage::Rate) << "a rating does not hurry";
    EXPECT_EQ(run.now().offered, Contraction::None);
    EXPECT_EQ(run.now().offeredFor, 0ms);
    run.until(run.elapsed() + 30s).sleep(8h);
    EXPECT_FALSE(run.now().offered) << "silence stays silence";
}

TEST(GluteTestFlow, AnAnnouncedSleepPausesAtOnceAndTheGapIsToldWhenBack)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(7s, TestAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Gap);
    EXPECT_EQ(run.now().gap, 0ms);
    run.stall(5s);
    EXPECT_EQ(run.now().gap, 0ms) << "it has not slept yet";
    run.sleep(2h);
    EXPECT_EQ(run.now().gap, 2h);
    run.sleep(1h);
    EXPECT_EQ(run.now().gap, 2h) << "that one was for nobody";
    run.at(run.elapsed(), TestAction::Primary);
    EXPECT_EQ(run.now().stage, Stage::GetReady);
    EXPECT_EQ(run.now().gap, 0ms);
    EXPECT_EQ(run.now().countdown.elapsed, 0ms);
}

TEST(GluteTestFlow, AnAnnouncedSleepChangesNothingThatWaitsAnyway)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Introduction);
    run.at(0s, TestAction::Start).at(7s, TestAction::Pause).at(8s, TestAction::Sleep);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Asked);
    run.at(9s, TestAction::Resume).at(20s, TestAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Rate);
}

}  // namespace
}  // namespace psolog
