// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/testcoach.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "cuelines.h"
#include "expectlines.h"
#include "selftestscenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::cueLine;
using test::expectLines;
using test::from;
using test::Lines;

/// A self-test that is followed by a coach; notes each cue with the moment it was due.
template <class Flow>
class Coached : public test::SelfTestScenario<Flow> {
public:
    explicit Coached(const SelfTestConfig& config = {}) : test::SelfTestScenario<Flow>(config)
    {
        this->watch = [this](test::SelfTestScenario<Flow>&) { follow(); };
        follow();
    }

    Lines heard() { return std::exchange(m_heard, {}); }
    Coached& until(Milliseconds time)
    {
        test::SelfTestScenario<Flow>::until(time);
        return *this;
    }
    template <class Action>
    Coached& at(Milliseconds time, Action action)
    {
        test::SelfTestScenario<Flow>::at(time, action);
        return *this;
    }
    Coached& sleep(Milliseconds length)
    {
        test::SelfTestScenario<Flow>::sleep(length);
        return *this;
    }
    Coached& stall(Milliseconds length)
    {
        test::SelfTestScenario<Flow>::stall(length);
        return *this;
    }
    /// Goes there without a word.
    Coached& quietlyUntil(Milliseconds time)
    {
        until(time);
        m_heard.clear();
        return *this;
    }
    [[nodiscard]] const TestCoach& coach() const { return m_coach; }
    [[nodiscard]] Milliseconds latest() const { return m_latest; }
    void follow()
    {
        for (const Cue& cue : m_coach.follow(this->now())) {
            EXPECT_GE(cue.late, 0ms);
            m_latest = std::max(m_latest, cue.late);
            m_heard.push_back(cueLine(this->elapsed() - cue.late, cue));
        }
    }

private:
    TestCoach m_coach;
    Lines m_heard;
    Milliseconds m_latest{0};
};

using Glute = Coached<GluteTestFlow>;
using Tilt = Coached<TiltTestFlow>;

SelfTestConfig once(Seconds hold = 5s)
{
    SelfTestConfig config;
    config.repeats = 1;
    config.hold = hold;
    return config;
}

TEST(TestCoach, LeadsThroughAGluteTestWithOneKey)
{
    Glute run(once());
    run.at(1s, TestAction::Primary);   // start
    run.at(8s, TestAction::Primary);   // lifting: means nothing
    run.at(18s, TestAction::Primary);  // 2 is offered
    run.at(40s, TestAction::Primary);  // 0 is offered
    run.until(60s);
    expectLines(run.heard(),
                {"0.000 ready left",
                 "1.000 started left",
                 "1.000 get-ready left 1 in 5",
                 "6.000 effort left 1",
                 "8.000 last-second left 3",
                 "9.000 last-second left 2",
                 "10.000 last-second left 1",
                 "11.000 effort-over left 1",
                 "11.000 rate left 1",
                 "13.500 offer left 0",
                 "15.300 offer left 1",
                 "17.100 offer left 2",
                 "18.000 rated left 2",
                 "18.000 switch-sides right in 8",
                 "26.000 get-ready right 1 in 5",
                 "31.000 effort right 1",
                 "33.000 last-second right 3",
                 "34.000 last-second right 2",
                 "35.000 last-second right 1",
                 "36.000 effort-over right 1",
                 "36.000 rate right 1",
                 "38.500 offer right 0",
                 "40.000 rated right 0",
                 "40.000 finished right"});
    expectLines(run.saves(), {"left1=2 incomplete", "left1=2 right1=0 complete"});
    EXPECT_LE(run.latest(), 100ms);
    EXPECT_GT(run.latest(), 0ms);
}

TEST(TestCoach, LeadsThroughATiltTestWithNumberKeys)
{
    Tilt run(once());
    run.at(0s, TestAction::Start).at(17s, 1).at(29s, 4).until(60s);
    expectLines(run.heard(),
                {"0.000 ready arched",          "0.000 started arched",        "0.000 get-ready arched 1 in 5",
                 "5.000 posture arched 1 in 5", "10.000 effort arched 1",      "12.000 last-second arched 3",
                 "13.000 last-second arched 2", "14.000 last-second arched 1", "15.000 effort-over arched 1",
                 "15.000 rate arched 1",        "17.000 rated arched 1",       "17.000 posture tucked 1 in 5",
                 "22.000 effort tucked 1",      "24.000 last-second tucked 3", "25.000 last-second tucked 2",
                 "26.000 last-second tucked 1", "27.000 effort-over tucked 1", "27.000 rate tucked 1",
                 "29.000 rated tucked 4",       "29.000 finished tucked"});
}

TEST(TestCoach, SaysHalfwayInALongEffortOnly)
{
    Glute run(once(10s));
    run.at(0s, TestAction::Start).quietlyUntil(5500ms).until(15s);
    expectLines(run.heard(),
                {"10.000 halfway left", "12.000 last-second left 3", "13.000 last-second left 2",
                 "14.000 last-second left 1", "15.000 effort-over left 1", "15.000 rate left 1"});
    Glute brief(once(7s));
    brief.at(0s, TestAction::Start).quietlyUntil(5500ms).until(12s);
    expectLines(from(brief.heard(), 0),
                {"9.000 last-second left 3", "10.000 last-second left 2", "11.000 last-second left 1",
                 "12.000 effort-over left 1", "12.000 rate left 1"});
}

TEST(TestCoach, ARatingDuringTheLiftIsTakenOnce)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(6s);
    run.at(6500ms, 2).at(7500ms, 3);
    run.flow.chooseWorkedHardest(WorkedHardest::Glute);
    run.until(11s);
    expectLines(run.heard(),
                {"6.500 rated left 2", "7.000 last-second left 3", "7.500 rated left 3", "8.000 last-second left 2",
                 "9.000 last-second left 1", "10.000 effort-over left 1", "10.000 switch-sides right in 8"});
}

TEST(TestCoach, OffersTwoRoundsThenWaitsForTheKey)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(19900ms).until(60s);
    EXPECT_FALSE(run.now().wantsTicks) << "nothing happens by itself any more";
    expectLines(run.heard(),
                {"21.500 offer left 0", "23.300 offer left 1", "25.100 offer left 2", "26.900 offer left 3",
                 "28.700 offer left 4"});
    run.at(70s, TestAction::Primary).at(72500ms, TestAction::Primary).until(73s);
    expectLines(
        run.heard(),
        {"70.000 offer left 0", "71.800 offer left 1", "72.500 rated left 1", "72.500 switch-sides right in 8"});
}

TEST(TestCoach, OffersTheSameRatingAnewWhenTheOffersBeginAgain)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(13s).sleep(1h);
    expectLines(run.heard(), {"3613.000 offer left 0"});
}

TEST(TestCoach, ALateKeyChoosesTheOfferThatWasHeard)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(16s).at(16200ms, TestAction::Primary);  // 2 since 16.1 s
    expectLines(run.heard(), {"16.100 offer left 2", "16.200 rated left 1", "16.200 switch-sides right in 8"});
}

TEST(TestCoach, BeginsTheStageAgainAfterAPause)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(6s);
    run.at(6500ms, TestAction::Pause).at(9s, TestAction::Primary).until(15s);
    expectLines(run.heard(),
                {"6.500 paused left", "9.000 resumed left", "9.000 get-ready left 1 in 5", "14.000 effort left 1"});
}

TEST(TestCoach, AsksAfterASleepAndAgainAfterAnAnnouncedOne)
{
    Tilt run(once());
    run.at(0s, TestAction::Start).quietlyUntil(11s).sleep(10min);
    run.at(620s, TestAction::Primary).at(622s, TestAction::Sleep).sleep(1h);
    run.until(4230s);
    expectLines(run.heard(),
                {"611.000 gap arched", "620.000 resumed arched", "620.000 posture arched 1 in 5",
                 "622.000 paused arched", "4222.000 gap arched"});
    EXPECT_EQ(run.now().gap, 1h);
}

TEST(TestCoach, DoingOneAgainEndsTheLiftAndGetsReady)
{
    SelfTestConfig config;
    Glute run(config);
    run.at(0s, TestAction::Start).at(12s, 2).quietlyUntil(17500ms).at(18s, TestAction::Redo).until(19s);
    expectLines(run.heard(), {"18.000 effort-over left 2", "18.000 get-ready left 1 in 5"});
    Glute rating(config);
    rating.at(0s, TestAction::Start).at(12s, 2).quietlyUntil(22s).at(23s, TestAction::Redo).until(23500ms);
    expectLines(rating.heard(), {"23.000 get-ready left 1 in 5"});  // nothing was rated
}

TEST(TestCoach, ACancelledTestIsStopped)
{
    Glute run(once());
    run.at(0s, TestAction::Start).at(6s, TestAction::Cancel).until(20s);
    expectLines(from(run.heard(), -2), {"5.000 effort left 1", "6.000 stopped left"});
    Glute paused(once());
    paused.at(0s, TestAction::Start).at(6s, TestAction::Pause).at(7s, TestAction::Cancel);
    expectLines(from(paused.heard(), -2), {"6.000 paused left", "7.000 stopped left"});
    Glute never(once());
    never.at(1s, TestAction::Cancel);
    expectLines(never.heard(), {"0.000 ready left", "1.000 stopped left"});
}

TEST(TestCoach, ALateTickOvertakesWhatIsOver)
{
    Glute run(once(1s));
    run.at(0s, TestAction::Start).quietlyUntil(4900ms).stall(2s);  // lift and lower lie in between
    expectLines(run.heard(), {"6.000 rate left 1"});
    EXPECT_EQ(run.latest(), 900ms);
    Glute lift(once());
    lift.at(0s, TestAction::Start).quietlyUntil(6900ms).stall(1200ms);  // 3 and 2
    lift.stall(1990ms);                                                 // 1, and the end
    expectLines(lift.heard(), {"8.000 last-second left 2", "10.000 effort-over left 1", "10.000 rate left 1"});
    lift.quietlyUntil(12400ms).stall(2s);  // 0 and 1 are offered
    expectLines(lift.heard(), {"14.300 offer left 1"});
}

TEST(TestCoach, IsHeardBeforeARatingIsSavedAndNotAgainAfter)
{
    Glute run(once());
    run.at(0s, TestAction::Start).quietlyUntil(12s);
    Lines before;
    run.watch = nullptr;
    run.flow.beforeStoring([&] {
        EXPECT_TRUE(run.saves().empty());
        run.follow();
        before = run.heard();
    });
    run.at(12s, 3);
    expectLines(before, {"12.000 rated left 3", "12.000 switch-sides right in 8"});
    run.follow();
    expectLines(run.heard(), {});
    expectLines(run.saves(), {"left1=3 incomplete"});
}

TEST(TestCoach, KnowsHowLongUntilTheNextCue)
{
    Glute run(once(10s));
    EXPECT_FALSE(run.coach().untilNext());
    run.at(0s, TestAction::Start);
    EXPECT_EQ(run.coach().untilNext(), 5s);
    run.until(6s);
    EXPECT_EQ(run.coach().untilNext(), 4s) << "halfway";
    run.until(14500ms);
    EXPECT_EQ(run.coach().untilNext(), 500ms);
    run.until(16s);
    EXPECT_EQ(run.coach().untilNext(), 1500ms) << "the first offer";
    run.until(40s);
    EXPECT_FALSE(run.coach().untilNext()) << "silence";
    run.at(41s, 3).at(42s, TestAction::Pause);
    EXPECT_FALSE(run.coach().untilNext());
}

template <class Flow>
void playAnything(unsigned seed)
{
    SelfTestConfig config;
    config.repeats = *rc::gen::inRange(1, 4);
    config.hold = Seconds(*rc::gen::inRange(1, 12));
    test::MemorySelfTestLog log;
    test::ManualClock clock;
    config.id = SelfTestId("00000000-0000-4000-8000-000000000007");
    Flow flow(config, log, clock.sample());
    TestCoach coach;
    std::minstd_rand random(seed + 1);
    int rated = 0;
    int ends = 0;
    int lastSecond = 0;
    const auto check = [&](Milliseconds tick) {
        for (const Cue& cue : coach.follow(flow.snapshot())) {
            RC_ASSERT(cue.late >= 0ms && cue.late <= tick);
            rated += cue.kind == CueKind::Rated ? 1 : 0;
            ends += cue.kind == CueKind::EffortOver ? 1 : 0;
            ends -= cue.kind == CueKind::Effort ? 1 : 0;
            if (cue.kind == CueKind::Effort)
                lastSecond = 4;
            if (cue.kind == CueKind::LastSecond) {
                RC_ASSERT(flow.snapshot().part == TestStage::Effort);
                RC_ASSERT(cue.number < lastSecond);
                lastSecond = cue.number;
            }
            RC_ASSERT(ends <= 0);  // what ends has begun
        }
        const auto now = flow.snapshot();
        const std::optional<Milliseconds> next = coach.untilNext();
        if (next) {
            RC_ASSERT(*next > 0ms);
            RC_ASSERT(now.wantsTicks);
        }
    };
    check(0ms);
    int taken = 0;
    for (const int deed : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20))) {
        const auto before = flow.snapshot();
        if (deed < 8)
            flow.handle(static_cast<TestAction>(deed));
        else if (deed < 10)
            flow.rate(static_cast<Contraction>(deed % 5));
        if (deed < 10) {
            // Rated in Rate, or another rating in the effort.
            const auto now = flow.snapshot();
            if (before.part == TestStage::Rate)
                taken += now.part != TestStage::Rate && now.current ? 1 : 0;
            else if (before.part == TestStage::Effort && now.part == TestStage::Effort)
                taken += now.current && before.current != now.current ? 1 : 0;
            check(0ms);
        }
        for (int i = 0; deed >= 10 && i < deed; ++i) {
            const Milliseconds tick(1 + static_cast<int>(random() % 2000));
            clock.advance(tick);
            flow.advance(clock.sample());
            check(tick);
        }
    }
    RC_ASSERT(rated == taken);
}

RC_GTEST_PROP(TestCoachProperties, NoSequenceOfActionsConfusesAGluteTest, (unsigned seed))
{
    playAnything<GluteTestFlow>(seed);
}

RC_GTEST_PROP(TestCoachProperties, NoSequenceOfActionsConfusesATiltTest, (unsigned seed))
{
    playAnything<TiltTestFlow>(seed);
}

}  // namespace
}  // namespace psolog
