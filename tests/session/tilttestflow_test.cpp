// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tilttestflow.h"

#include <gtest/gtest.h>

#include "expectlines.h"
#include "selftestscenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using Scenario = test::SelfTestScenario<TiltTestFlow>;
using Stage = TiltTestFlow::Stage;
using test::expectLines;

SelfTestConfig oneRepeat()
{
    SelfTestConfig config;
    config.repeats = 1;
    return config;
}

TEST(TiltTestFlow, RunsEveryStageOfEveryRepeat)
{
    Scenario run;
    run.at(2s, TestAction::Start).at(18s, 1).at(29s, 3).at(45s, 2).at(57s, 4).until(60s);
    expectLines(run.stages,
                {"0.000 introduction", "2.000 stand 1", "7.000 arch 1", "12.000 squeeze-arched 1",
                 "17.000 rate-arched 1", "18.000 tuck 1", "23.000 squeeze-tucked 1", "28.000 rate-tucked 1",
                 "29.000 stand 2", "34.000 arch 2", "39.000 squeeze-arched 2", "44.000 rate-arched 2", "45.000 tuck 2",
                 "50.000 squeeze-tucked 2", "55.000 rate-tucked 2", "57.000 result"});
    expectLines(run.saves(),
                {"arched1=1 incomplete", "arched1=1 tucked1=3 incomplete", "arched1=1 tucked1=3 arched2=2 incomplete",
                 "arched1=1 tucked1=3 arched2=2 tucked2=4 complete"});
    const SelfTest test = run.log.saves().back();
    EXPECT_EQ(test, run.flow.record());
    EXPECT_EQ(test.kind, SelfTestKind::PelvicTilt);
    EXPECT_EQ(test.wordingVersion, kTiltTestWording);
    EXPECT_EQ(test.recorded.at.utc, test::ManualClock::defaultStart().utc + 2s);
}

TEST(TiltTestFlow, ARatingDuringTheSqueezeMovesOnAtItsEnd)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(11s, 2).at(21s, 3).until(30s);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 stand 1", "5.000 arch 1", "10.000 squeeze-arched 1", "15.000 tuck 1",
                 "20.000 squeeze-tucked 1", "25.000 result"});
    expectLines(run.saves(), {"arched1=2 incomplete", "arched1=2 tucked1=3 complete"});
}

TEST(TiltTestFlow, ARatingIsHeardOnlyForTheSqueezeThatRuns)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(2s, 4).at(7s, 4).at(16s, 2);  // standing tall, arching, rating
    EXPECT_FALSE(run.now().allowed.rate);
    run.at(18s, 4).at(27s, 3).at(30s, 1);  // tucking, rating, result
    expectLines(run.saves(), {"arched1=2 incomplete", "arched1=2 tucked1=3 complete"});
}

TEST(TiltTestFlow, DoesTheLastReadingAgain)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(15s, 2).at(17s, TestAction::Redo).at(33s, 1);
    run.at(43s, 3).at(45s, TestAction::Redo).at(56s, 4);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 stand 1", "5.000 arch 1", "10.000 squeeze-arched 1",
                 "15.000 rate-arched 1", "15.000 tuck 1", "17.000 stand 1", "22.000 arch 1", "27.000 squeeze-arched 1",
                 "32.000 rate-arched 1", "33.000 tuck 1", "38.000 squeeze-tucked 1", "43.000 rate-tucked 1",
                 "43.000 result", "45.000 tuck 1", "50.000 squeeze-tucked 1", "55.000 rate-tucked 1", "56.000 result"});
    expectLines(run.saves(),
                {"arched1=2 incomplete", "arched1=1 incomplete", "arched1=1 tucked1=3 complete",
                 "arched1=1 tucked1=4 complete"});
}

TEST(TiltTestFlow, ResumingASqueezeBeginsWithItsPosture)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).at(3s, TestAction::Pause).at(10s, TestAction::Resume);
    run.at(21s, TestAction::Pause).at(30s, TestAction::Resume).at(41s, 2);
    run.at(47s, TestAction::Pause).at(60s, TestAction::Resume).until(70s);
    expectLines(run.stages,
                {"0.000 introduction", "0.000 stand 1", "3.000 paused arched 1", "10.000 stand 1", "15.000 arch 1",
                 "20.000 squeeze-arched 1", "21.000 paused arched 1", "30.000 arch 1", "35.000 squeeze-arched 1",
                 "40.000 rate-arched 1", "41.000 tuck 1", "46.000 squeeze-tucked 1", "47.000 paused tucked 1",
                 "60.000 tuck 1", "65.000 squeeze-tucked 1", "70.000 rate-tucked 1"});
}

TEST(TiltTestFlow, ASleepOrStallPausesACountdownButNotARating)
{
    Scenario run(oneRepeat());
    run.at(0s, TestAction::Start).until(7s).sleep(30min);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    EXPECT_EQ(run.now().pausedStage, Stage::Arch);
    EXPECT_EQ(run.now().pauseCause, PauseCause::Gap);
    EXPECT_EQ(run.now().gap, 30min);
    run.at(1810s, TestAction::Resume).until(1820s).sleep(1h);
    EXPECT_EQ(run.now().stage, Stage::RateArched);
    EXPECT_TRUE(run.now().awaitingRating);
    EXPECT_EQ(run.log.attempts(), 0);
}

TEST(TiltTestFlow, CancellingKeepsWhatWasRated)
{
    Scenario run;
    run.at(0s, TestAction::Start).at(16s, 2).at(20s, TestAction::Cancel).until(40s);
    EXPECT_EQ(run.now().stage, Stage::Cancelled);
    expectLines(run.saves(), {"arched1=2 incomplete"});
    Scenario nothing;
    nothing.at(0s, TestAction::Start).at(14s, TestAction::Cancel);
    EXPECT_EQ(nothing.log.attempts(), 0);
}

TEST(TiltTestFlow, AFailedSaveLosesNoReading)
{
    Scenario run(oneRepeat());
    run.log.failNextWrites(2, ErrorCode::ReadOnly);
    run.at(0s, TestAction::Start).at(16s, 2).at(27s, 3);
    ASSERT_TRUE(run.now().saveError);
    EXPECT_EQ(run.now().saveError->code, ErrorCode::ReadOnly);
    EXPECT_EQ(run.now().stage, Stage::Result);
    run.at(28s, TestAction::RetrySave);
    EXPECT_FALSE(run.now().saveError);
    expectLines(run.saves(), {"arched1=2 tucked1=3 complete"});
}

TEST(TiltTestFlow, ShowsThePostureOfTheMoment)
{
    Scenario run(oneRepeat());
    const auto poseAt = [&run](Milliseconds when) { return std::string(run.until(when).now().pose); };
    EXPECT_EQ(poseAt(0s), "stand-neutral");
    run.at(0s, TestAction::Start);
    EXPECT_EQ(poseAt(1s), "stand-neutral");
    EXPECT_EQ(poseAt(6s), "stand-arched");
    EXPECT_EQ(poseAt(11s), "stand-arched");
    EXPECT_EQ(poseAt(16s), "stand-arched");
    EXPECT_EQ(run.now().posture, Posture::Arched);
    run.at(16s, 2);
    EXPECT_EQ(run.now().posture, Posture::Tucked);
    EXPECT_EQ(poseAt(17s), "stand-tucked");
    EXPECT_EQ(poseAt(22s), "stand-tucked");
    run.at(23s, TestAction::Pause);
    EXPECT_EQ(poseAt(24s), "stand-neutral");
}

TEST(TiltTestFlow, RunsWithOneKey)
{
    SelfTestConfig config;
    config.repeats = 1;
    Scenario run(config);
    run.at(0s, TestAction::Primary).at(21s, TestAction::Primary).at(38s, TestAction::Primary).until(60s);
    expectLines(run.saves(), {"arched1=1 incomplete", "arched1=1 tucked1=2 complete"});
    EXPECT_EQ(run.now().stage, Stage::Result);
}

TEST(TiltTestFlow, AnAnnouncedSleepPausesASqueeze)
{
    Scenario run;
    run.at(0s, TestAction::Start).at(12s, TestAction::Sleep);
    EXPECT_EQ(run.now().stage, Stage::Paused);
    EXPECT_EQ(run.now().pausedStage, Stage::SqueezeArched);
    run.sleep(3h).at(run.elapsed(), TestAction::Primary);
    EXPECT_EQ(run.now().stage, Stage::Arch);
}

}  // namespace
}  // namespace psolog
