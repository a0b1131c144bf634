// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "releasescenario.h"
#include "session/releaseflow.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::dailyFive;
using test::ReleaseScenario;
using Stage = ReleaseFlow::Stage;
using Kind = SessionEventKind;

constexpr auto kPrimary = ReleaseAction::Primary;

/// A session with everything in it: keys in every kind of hold, pause, sleep, step back and skip; ended by itself.
ReleaseSession eventfulSession()
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(36s, kPrimary).at(50s, kPrimary).at(55s, kPrimary);
    run.at(60s, ReleaseAction::Pause).at(70s, ReleaseAction::Resume);
    run.until(75s).sleep(10min).at(680s, kPrimary).at(690s, kPrimary).at(700s, kPrimary);
    run.at(750s, kPrimary);  // in a paced hold: found and released at once
    run.at(800s, ReleaseAction::StepBack);
    run.at(840s, ReleaseAction::Skip).at(860s, ReleaseAction::Skip).until(1000s);
    EXPECT_EQ(run.now().stage, Stage::Finished);
    return run.storedSession();
}

ReleaseSession cutOff(ReleaseSession session, std::size_t events)
{
    session.outcome = ReleaseOutcome::Running;
    session.worked = Milliseconds{0};
    session.events.resize(events);
    return session;
}

Milliseconds stepTime(const ReleaseSession& session)
{
    Milliseconds sum{0};
    for (const SessionEvent& event : session.events) {
        const bool ofStep = event.kind == Kind::StepEnded || event.kind == Kind::StepSkipped
            || event.kind == Kind::StepBack || event.kind == Kind::Stopped;
        if (ofStep)
            sum += event.duration.value();
    }
    return sum;
}

/// Every point found is released or left exactly once, before the next one is found.
void expectPointsClosed(const ReleaseSession& session)
{
    std::optional<int> open;
    int found = 0;
    for (const SessionEvent& event : session.events) {
        if (event.kind == Kind::PointFound) {
            EXPECT_FALSE(open);
            open = event.point;
            EXPECT_EQ(event.point, ++found);
        } else if (event.kind == Kind::PointReleased || event.kind == Kind::PointLeft) {
            EXPECT_EQ(event.point, open);
            open.reset();
        }
    }
    EXPECT_FALSE(open);
}

class RestoreAfterEveryEvent : public ::testing::Test {
protected:
    ReleaseFlow restored(std::size_t events)
    {
        const ReleaseSession before = cutOff(m_session, events);
        m_log = test::MemoryReleaseLog();
        m_log.plant(before);
        m_provenTime = events == 0 ? Milliseconds{0} : before.events.back().worked;
        auto flow = ReleaseFlow::resumeFrom(dailyFive(), m_log, before, m_clock.sample());
        EXPECT_TRUE(flow.has_value()) << flow.error().detail;
        return std::move(*flow);
    }

    void tick(ReleaseFlow& flow, Milliseconds length)
    {
        m_clock.advance(length);
        flow.advance(m_clock.sample());
    }

    ReleaseSession stored() { return m_log.find(m_session.id).value().value(); }

    test::ManualClock m_clock;
    test::MemoryReleaseLog m_log;
    ReleaseSession m_session = eventfulSession();
    Milliseconds m_provenTime{0};
};

TEST_F(RestoreAfterEveryEvent, TheSessionCanBeFinishedAndCountsNoTimeTwice)
{
    ASSERT_GE(m_session.events.size(), 25U);
    for (std::size_t n = 0; n <= m_session.events.size(); ++n) {
        SCOPED_TRACE(fmt::format("after {} events", n));
        ReleaseFlow flow = restored(n);
        EXPECT_EQ(flow.snapshot().worked, m_provenTime);
        const bool ended = flow.snapshot().stage == Stage::Finished;
        EXPECT_EQ(ended, n + 1 >= m_session.events.size()) << "over with its last step";
        if (!ended) {
            EXPECT_EQ(flow.snapshot().stage, Stage::Paused);
            EXPECT_TRUE(flow.snapshot().resumedAfterCrash);
        }
        tick(flow, 1h);
        EXPECT_EQ(flow.snapshot().worked, m_provenTime) << "waiting for an answer is no release time";

        const Milliseconds began = m_clock.sample().steady;
        flow.handle(kPrimary);
        EXPECT_FALSE(flow.snapshot().resumedAfterCrash);
        for (int i = 0; i < 10'000 && flow.snapshot().stage == Stage::Step; ++i)
            tick(flow, 77ms);
        EXPECT_EQ(flow.snapshot().stage, Stage::Finished);

        const ReleaseSession session = stored();
        EXPECT_EQ(session, flow.record());
        EXPECT_EQ(session.outcome, ReleaseOutcome::Completed);
        EXPECT_LE(session.worked, m_provenTime + (m_clock.sample().steady - began));
        EXPECT_EQ(session.worked, session.events.back().worked);
        EXPECT_EQ(stepTime(session), session.worked);
        expectPointsClosed(session);
        for (std::size_t i = 0; i < session.events.size(); ++i) {
            EXPECT_EQ(session.events[i].sequence, static_cast<int>(i));
        }
        EXPECT_TRUE(std::equal(session.events.begin(), session.events.begin() + static_cast<std::ptrdiff_t>(n),
                               m_session.events.begin()))
            << "what was stored stays as it was";
    }
}

TEST_F(RestoreAfterEveryEvent, TheSessionCanBeStopped)
{
    for (std::size_t n = 0; n + 1 < m_session.events.size(); ++n) {
        SCOPED_TRACE(fmt::format("after {} events", n));
        ReleaseFlow flow = restored(n);
        flow.handle(ReleaseAction::Stop);
        flow.chooseReason(StopReason::Interrupted);
        const ReleaseSession session = stored();
        EXPECT_EQ(session, flow.record());
        EXPECT_EQ(session.outcome, ReleaseOutcome::Stopped);
        EXPECT_EQ(session.worked, m_provenTime);
        EXPECT_EQ(stepTime(session), session.worked);
        expectPointsClosed(session);
    }
}

TEST(ReleaseRestore, GoesOnWhereTheEventsEnd)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).until(75s).at(83s, kPrimary);
    const ReleaseSession session = run.storedSession();
    ASSERT_EQ(session.events.back().kind, Kind::PointReleased);
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, session, run.clock.sample());
    ASSERT_TRUE(flow);
    EXPECT_EQ(flow->snapshot().step, 1U);
    EXPECT_EQ(flow->snapshot().stepElapsed, 53s);
    EXPECT_EQ(flow->snapshot().pointsFound, 1);
    EXPECT_EQ(flow->snapshot().pointsReleased, 1);
    EXPECT_DOUBLE_EQ(flow->snapshot().stepDone[0], 1.0);
    EXPECT_DOUBLE_EQ(flow->snapshot().stepDone[1], 53.0 / 90.0);
    EXPECT_EQ(flow->snapshot().primary, PrimaryMeaning::Resume);
}

TEST(ReleaseRestore, ShowsTheProgressThatTheSessionShowed)
{
    ReleaseScenario run;
    run.at(0s, kPrimary);
    const auto expectSame = [&run](Milliseconds when, ReleaseAction action) {
        run.at(when, action);
        auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, run.storedSession(), run.clock.sample());
        ASSERT_TRUE(flow);
        const ReleaseFlow::Snapshot restored = flow->snapshot();
        EXPECT_EQ(restored.step, run.now().step);
        EXPECT_EQ(restored.stepElapsed, run.now().stepElapsed);
        EXPECT_EQ(restored.remaining, run.now().remaining);
        EXPECT_EQ(restored.worked, run.now().worked);
        EXPECT_EQ(restored.stepDone, run.now().stepDone);
        EXPECT_EQ(restored.pointsFound, run.now().pointsFound);
    };
    expectSame(50s, ReleaseAction::Skip);
    expectSame(70s, ReleaseAction::StepBack);
    expectSame(71s, ReleaseAction::StepBack);
    expectSame(80s, ReleaseAction::Skip);
    expectSame(95s, ReleaseAction::Pause);
}

TEST(ReleaseRestore, ClosesAPointThatWasOpenWithTheTimeProven)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, kPrimary).at(45s, ReleaseAction::Pause);
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, run.storedSession(), run.clock.sample());
    ASSERT_TRUE(flow);
    flow->handle(ReleaseAction::Resume);
    const std::vector<std::string> all = run.stored();
    const std::vector<std::string> tail(all.end() - 3, all.end());
    EXPECT_EQ(tail,
              (std::vector<std::string>{"45.000 paused 1 low | worked 45.000",
                                        "45.000 point-left 1 low #1 for 12.000 | worked 45.000",
                                        "45.000 resumed 1 low | worked 45.000"}));
    EXPECT_EQ(flow->snapshot().phase, ReleaseFlow::Phase::Scan);
    EXPECT_EQ(flow->snapshot().phaseRemaining, 10s);
}

TEST(ReleaseRestore, APacedHoldLeavesNoPointBehind)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(45s, ReleaseAction::Pause);
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, run.storedSession(), run.clock.sample());
    ASSERT_TRUE(flow);
    EXPECT_EQ(flow->snapshot().point, 0);
    flow->handle(ReleaseAction::Resume);
    EXPECT_EQ(flow->snapshot().phase, ReleaseFlow::Phase::Scan);
    EXPECT_EQ(flow->snapshot().pointsFound, 0);
    EXPECT_EQ(run.stored().back(), "45.000 resumed 1 low | worked 45.000");
}

TEST(ReleaseRestore, ASessionKilledRightAfterEscIsStopped)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, ReleaseAction::Stop);
    const ReleaseSession session = cutOff(run.storedSession(), run.storedSession().events.size());
    run.log.plant(session);
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, session, run.clock.sample());
    ASSERT_TRUE(flow);
    EXPECT_EQ(flow->snapshot().stage, Stage::StopAsk);
    EXPECT_EQ(run.storedSession().outcome, ReleaseOutcome::Stopped);
    EXPECT_FALSE(run.storedSession().stopReason) << "it is asked again";
    EXPECT_EQ(run.storedSession().worked, 33s);
}

TEST(ReleaseRestore, ASessionLeftWithoutAReasonIsAskedAgain)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, ReleaseAction::Stop);
    const ReleaseSession session = run.storedSession();
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, session, run.clock.sample());
    ASSERT_TRUE(flow);
    EXPECT_EQ(flow->snapshot().stage, Stage::StopAsk);
    EXPECT_EQ(run.storedSession(), session) << "asking changes nothing";
    flow->chooseReason(StopReason::Numbness);
    EXPECT_EQ(flow->snapshot().stage, Stage::Stopped);
    EXPECT_EQ(run.storedSession().stopReason, StopReason::Numbness);
    EXPECT_EQ(run.storedSession().events, session.events);
    EXPECT_FALSE(ReleaseFlow::resumeFrom(dailyFive(), run.log, run.storedSession(), run.clock.sample()))
        << "answered once";

    ReleaseSession odd = session;
    odd.events.pop_back();
    EXPECT_FALSE(ReleaseFlow::resumeFrom(dailyFive(), run.log, odd, run.clock.sample()))
        << "its events do not say that it was stopped";
}

TEST(ReleaseRestore, RefusesASessionThatDoesNotFit)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(35s, kPrimary).until(45s);
    const ReleaseSession good = run.storedSession();
    const auto codeFor = [&](const ReleaseSession& session) {
        const auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, session, run.clock.sample());
        return flow ? std::optional<ErrorCode>() : std::optional(flow.error().code);
    };
    EXPECT_EQ(codeFor(good), std::nullopt);
    ReleaseSession bad = good;
    bad.outcome = ReleaseOutcome::Partial;
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.routineId = "another";
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.events[1].step = 5;
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.events[1].step = -1;
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.events.erase(bad.events.begin());
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.events.back().worked = Milliseconds{1};
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
    bad = good;
    bad.events.back().worked = 1h;
    EXPECT_EQ(codeFor(bad), ErrorCode::InvalidValue);
}

TEST(ReleaseRestore, RefusesARoutineThatWasChangedSince)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(35s, kPrimary).until(45s);
    const ReleaseSession session = run.storedSession();
    const auto resumes = [&](const Routine& routine) {
        const bool resumed = ReleaseFlow::resumeFrom(routine, run.log, session, run.clock.sample()).has_value();
        EXPECT_EQ(resumed, fitsRoutine(session, routine));
        return resumed;
    };
    EXPECT_TRUE(resumes(dailyFive()));
    Routine longer = dailyFive();
    longer.steps.back().duration += 1s;
    EXPECT_FALSE(resumes(longer));
    Routine elsewhere = dailyFive();
    elsewhere.steps[1].zone = elsewhere.steps[2].zone;
    EXPECT_FALSE(resumes(elsewhere));
    Routine otherSide = dailyFive();
    otherSide.steps[1].side = BodySide::Left;
    EXPECT_FALSE(resumes(otherSide));
    Routine laterStep = dailyFive();
    laterStep.steps.back().side = BodySide::Left;
    EXPECT_TRUE(resumes(laterStep)) << "nothing was noted of that step yet";
}

TEST(ReleaseRestore, AnUnfinishedSessionCanBeKeptAsPartial)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(40s, kPrimary).until(45s);
    const ReleaseSession kept = endedAs(run.storedSession(), ReleaseOutcome::Partial);
    EXPECT_EQ(kept.outcome, ReleaseOutcome::Partial);
    EXPECT_EQ(kept.worked, 40s);
    EXPECT_EQ(kept.events, run.storedSession().events);
}

TEST(ReleaseRestore, ASessionKilledRightAfterEscIsNotKeptAsPartial)
{
    ReleaseScenario run;
    run.at(0s, kPrimary).at(33s, ReleaseAction::Stop);
    const ReleaseSession session = cutOff(run.storedSession(), run.storedSession().events.size());
    const ReleaseSession kept = endedAs(session, ReleaseOutcome::Partial);
    EXPECT_EQ(kept.outcome, ReleaseOutcome::Stopped);
    EXPECT_TRUE(lacksReason(kept)) << "it is asked";
    EXPECT_EQ(kept.worked, 33s);
    EXPECT_EQ(endedAs(session, ReleaseOutcome::Discarded).outcome, ReleaseOutcome::Discarded);
}

}  // namespace
}  // namespace psolog
