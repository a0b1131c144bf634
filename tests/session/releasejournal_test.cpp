// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "releasescenario.h"
#include "session/releaseflow.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::ReleaseScenario;

constexpr auto kPrimary = ReleaseAction::Primary;

TEST(ReleaseJournal, GoesOnWhenTheLogFailsAndWritesEverythingLater)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(29s);
    run.log.failNextWrites(1'000'000, ErrorCode::DiskFull);
    run.at(35s, kPrimary).at(60s, kPrimary).at(70s, kPrimary).at(80s, kPrimary).until(111s);
    EXPECT_EQ(run.stored().size(), 1U);
    EXPECT_EQ(run.now().unsavedEvents, 6U);
    ASSERT_TRUE(run.now().saveError);
    EXPECT_EQ(run.now().saveError->code, ErrorCode::DiskFull);
    EXPECT_EQ(run.now().worked, 111s) << "the session goes on";
    run.log.failNextWrites(0);
    run.until(112s + 100ms);
    EXPECT_FALSE(run.now().saveError);
    EXPECT_EQ(run.storedSession().events, run.flow.record().events);
    EXPECT_EQ(run.stored().size(), 7U);
}

TEST(ReleaseJournal, TriesAFailedWriteOnceASecond)
{
    ReleaseScenario run;
    run.at(0s, kPrimary);
    const int before = run.log.attempts();
    run.log.failNextWrites(1'000'000);
    run.at(2s, ReleaseAction::Pause).until(12s);
    const int tries = run.log.attempts() - before;
    EXPECT_GE(tries, 10);
    EXPECT_LE(tries, 11);
}

TEST(ReleaseJournal, StoresTheSessionBeforeItsEventsEvenLate)
{
    ReleaseScenario run;
    run.log.failNextWrites(3);
    run.at(0s, kPrimary).until(1s);
    EXPECT_TRUE(run.now().saveError);
    run.at(33s, ReleaseAction::Stop);
    run.flow.retrySave();
    EXPECT_FALSE(run.now().saveError);
    EXPECT_EQ(run.stored().size(), 4U);
    EXPECT_EQ(run.storedSession().outcome, ReleaseOutcome::Stopped);
}

TEST(ReleaseJournal, KeepsTheOutcomeUntilItIsWritten)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(32s);
    run.log.failNextWrites(1);
    run.flow.handle(ReleaseAction::Stop);
    run.flow.chooseReason(StopReason::Numbness);
    run.flow.setTightnessAfter(Tightness{Score::clamped(2), std::nullopt});
    EXPECT_FALSE(run.now().saveError);
    const ReleaseSession session = run.storedSession();
    EXPECT_EQ(session.stopReason, StopReason::Numbness);
    EXPECT_EQ(session.after.left, Score::clamped(2));
    EXPECT_EQ(session, run.flow.record());
}

}  // namespace
}  // namespace psolog
