// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releasecoach.h"

#include <gtest/gtest.h>

#include "cuelines.h"
#include "expectlines.h"
#include "releasescenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::cueLine;
using test::dailyFive;
using test::expectLines;
using test::from;
using test::Lines;
using test::oneSideAtATime;
using test::ReleaseScenario;

constexpr auto kPrimary = ReleaseAction::Primary;

/// A session that is followed by a coach; notes each cue with the moment it was due.
class Coached : public ReleaseScenario {
public:
    explicit Coached(const Routine& routine = dailyFive()) : ReleaseScenario(routine), m_coach(routine)
    {
        watch = [this](ReleaseScenario&) { follow(); };
        follow();
    }

    /// The cues since the last call.
    Lines heard() { return std::exchange(m_heard, {}); }
    Coached& until(Milliseconds time)
    {
        ReleaseScenario::until(time);
        return *this;
    }
    template <class Action>
    Coached& at(Milliseconds time, Action action)
    {
        ReleaseScenario::at(time, action);
        return *this;
    }
    Coached& sleep(Milliseconds length)
    {
        ReleaseScenario::sleep(length);
        return *this;
    }
    Coached& stall(Milliseconds length)
    {
        ReleaseScenario::stall(length);
        return *this;
    }
    /// Goes there without a word.
    Coached& quietlyUntil(Milliseconds time)
    {
        until(time);
        m_heard.clear();
        return *this;
    }
    [[nodiscard]] const ReleaseCoach& coach() const { return m_coach; }
    [[nodiscard]] Milliseconds latest() const { return m_latest; }
    void newCoach() { m_coach = ReleaseCoach(flow.routine()); }
    void follow()
    {
        for (const Cue& cue : m_coach.follow(now())) {
            EXPECT_GE(cue.late, 0ms);
            m_latest = std::max(m_latest, cue.late);
            m_heard.push_back(cueLine(elapsed() - cue.late, cue));
        }
    }

private:
    ReleaseCoach m_coach;
    Lines m_heard;
    Milliseconds m_latest{0};
};

Routine only(StepKind kind, Seconds duration)
{
    RoutineStep step{kind, std::nullopt, BodySide::Both, duration, "Breathe.", "prone"};
    if (kind == StepKind::Zone)
        step.zone = Zone::Low;
    return {"only", "Only", {step}};
}

Routine steps(std::vector<Seconds> durations)
{
    Routine routine{"steps", "Steps", {}};
    for (const Seconds duration : durations)
        routine.steps.push_back({StepKind::Settle, std::nullopt, BodySide::Both, duration, "Breathe.", "prone"});
    return routine;
}

TEST(ReleaseCoach, LeadsThroughTheDailyFiveHandsFree)
{
    Coached run;
    run.at(2s, kPrimary).until(310s);
    expectLines(run.heard(),
                {"0.000 ready",
                 "2.000 started",
                 "2.000 step-begins settle",
                 "14.000 breathe",
                 "24.000 next-step zone low in 8",
                 "29.000 last-second 3",
                 "30.000 last-second 2",
                 "31.000 last-second 1",
                 "32.000 step-begins zone low",
                 "42.000 hold low",
                 "48.000 breathe low",
                 "60.000 breathe low",
                 "72.000 scan low",
                 "82.000 hold low",
                 "88.000 breathe low",
                 "100.000 breathe low",
                 "112.000 scan low",
                 "114.000 next-step zone middle in 8",
                 "119.000 last-second low 3",
                 "120.000 last-second low 2",
                 "121.000 last-second low 1",
                 "122.000 step-begins zone middle",
                 "132.000 hold middle",
                 "138.000 breathe middle",
                 "152.000 halfway middle",
                 "155.000 breathe middle",
                 "162.000 scan middle",
                 "172.000 hold middle",
                 "178.000 breathe middle",
                 "190.000 breathe middle",
                 "202.000 scan middle",
                 "204.000 next-step zone high in 8",
                 "209.000 last-second middle 3",
                 "210.000 last-second middle 2",
                 "211.000 last-second middle 1",
                 "212.000 step-begins zone high",
                 "222.000 hold high",
                 "228.000 breathe high",
                 "240.000 breathe high",
                 "252.000 scan high",
                 "262.000 hold high",
                 "264.000 next-step rest in 8",
                 "269.000 last-second high 3",
                 "270.000 last-second high 2",
                 "271.000 last-second high 1",
                 "272.000 step-begins rest",
                 "284.000 breathe",
                 "296.000 breathe",
                 "299.000 last-second 3",
                 "300.000 last-second 2",
                 "301.000 last-second 1",
                 "302.000 finished"});
    EXPECT_LE(run.latest(), 100ms) << "one tick";
    EXPECT_GT(run.latest(), 0ms);
}

TEST(ReleaseCoach, NamesTheSideToComeBeforeAndAtASwitch)
{
    Coached run(oneSideAtATime());
    run.at(0s, kPrimary).until(45s);
    expectLines(run.heard(),
                {"0.000 ready",
                 "0.000 started",
                 "0.000 step-begins settle",
                 "2.000 last-second 3",
                 "3.000 last-second 2",
                 "4.000 last-second 1",
                 "5.000 step-begins zone low left",
                 "15.000 hold low left",
                 "17.000 next-step switch right in 8",
                 "22.000 last-second low left 3",
                 "23.000 last-second low left 2",
                 "24.000 last-second low left 1",
                 "25.000 switch-sides right in 4",
                 "26.000 last-second 3",
                 "27.000 last-second 2",
                 "28.000 last-second 1",
                 "29.000 step-begins zone low right",
                 "36.000 next-step rest in 5",
                 "38.000 last-second low right 3",
                 "39.000 last-second low right 2",
                 "40.000 last-second low right 1",
                 "41.000 step-begins rest",
                 "42.000 last-second 2",
                 "43.000 last-second 1",
                 "44.000 finished"});
}

TEST(ReleaseCoach, GivesTheRoutinesOwnSentence)
{
    Routine routine = oneSideAtATime();
    routine.steps[0].cue = "Lie down.";
    routine.steps[2].cue = "Move the tool over.";
    const auto planned = plannedCues(routine);
    const auto find = [&](CueKind kind) {
        return std::find_if(planned.begin(), planned.end(),
                            [kind](const PlannedCue& cue) { return cue.cue.kind == kind; });
    };
    EXPECT_EQ(find(CueKind::StepBegins)->cue.text, "Lie down.");
    EXPECT_EQ(find(CueKind::SwitchSides)->cue.text, "Move the tool over.");
    EXPECT_EQ(find(CueKind::NextStep)->cue.text, "");
}

TEST(ReleaseCoach, FollowsWhatTheKeySays)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(31s);
    run.at(35s, kPrimary).at(50s, kPrimary);  // found one, it released
    run.at(70s, kPrimary);                    // a paced hold: found and released at once
    run.at(75s, kPrimary).until(120s);
    expectLines(run.heard(),
                {"35.000 found low 1", "41.000 breathe low", "50.000 released low 1", "60.000 hold low",
                 "66.000 breathe low", "70.000 released low 2", "75.000 found low 3", "81.000 breathe low",
                 "93.000 breathe low", "105.000 breathe low", "112.000 next-step zone middle in 8",
                 "117.000 last-second low 3", "118.000 last-second low 2", "119.000 last-second low 1",
                 "120.000 step-begins zone middle"});
}

TEST(ReleaseCoach, SaysThatTheLongestHoldIsOver)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(30s).at(31s, kPrimary);
    run.quietlyUntil(80s).until(112s);
    expectLines(
        run.heard(),
        {"85.000 breathe low", "91.000 hold-over low 1", "101.000 hold low", "112.000 next-step zone middle in 8"});
}

TEST(ReleaseCoach, SendsNobodySearchingForTheLastSeconds)
{
    Coached run(only(StepKind::Zone, 74s));
    run.at(0s, kPrimary).quietlyUntil(9s).at(9900ms, kPrimary).quietlyUntil(69s);
    run.until(75s);
    expectLines(
        run.heard(),
        {"71.000 last-second low 3", "72.000 last-second low 2", "73.000 last-second low 1", "74.000 finished"});
}

TEST(ReleaseCoach, AKeyThatMeansNothingIsNotAnswered)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(9s).at(10s, kPrimary).at(11s, ReleaseAction::Resume);
    expectLines(run.heard(), {});
}

TEST(ReleaseCoach, SaysWhereItGoesOnAfterAPause)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(60s);
    run.at(62s, ReleaseAction::Pause).at(90s, kPrimary).until(120s);
    expectLines(run.heard(),
                {"62.000 paused", "90.000 resumed low", "98.000 scan low", "108.000 hold low", "114.000 breathe low"});
}

TEST(ReleaseCoach, TakesItsTimeForTheNextBreathAfterAPause)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(45s).at(45500ms, ReleaseAction::Pause);  // a breath was due at 46 s
    run.at(50s, kPrimary).until(56s);
    expectLines(run.heard(), {"45.500 paused", "50.000 resumed low", "53.000 breathe low"});
    run.at(57s, ReleaseAction::Pause).at(58s, kPrimary).until(67s);
    expectLines(run.heard(),
                {"57.000 paused", "58.000 resumed low", "66.000 breathe low"});  // twelve seconds of work after it
}

TEST(ReleaseCoach, GivesNothingTwiceAroundAPause)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(21s);
    run.at(22s, ReleaseAction::Pause).at(30s, kPrimary).until(38s);
    expectLines(run.heard(),
                {"22.000 next-step zone low in 8", "22.000 paused", "30.000 resumed", "35.000 last-second 3",
                 "36.000 last-second 2", "37.000 last-second 1", "38.000 step-begins zone low"});
}

TEST(ReleaseCoach, AnnouncesTheStepReachedBySkipAndStepBack)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(40s);
    run.at(50s, ReleaseAction::Skip).at(51s, ReleaseAction::StepBack).at(52s, ReleaseAction::StepBack);
    run.at(55s, ReleaseAction::StepBack).until(56s);
    expectLines(run.heard(),
                {"46.000 breathe low", "50.000 step-begins zone middle", "51.000 step-begins zone low",
                 "52.000 step-begins settle", "55.000 step-begins settle"});
}

TEST(ReleaseCoach, SkippingTheLastStepFinishes)
{
    Coached run(oneSideAtATime());
    run.at(0s, kPrimary).quietlyUntil(41500ms).at(42500ms, ReleaseAction::Skip).until(50s);
    expectLines(run.heard(), {"42.000 last-second 2", "42.500 finished"});
}

TEST(ReleaseCoach, AsksAfterASleepAndAStall)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(45s).sleep(20min);
    run.at(1300s, kPrimary).until(1311s).stall(5s);
    run.at(1320s, ReleaseAction::Stop);
    run.flow.chooseReason(StopReason::Interrupted);
    run.until(1321s);
    expectLines(run.heard(),
                {"1245.000 gap", "1300.000 resumed low", "1310.000 hold low", "1316.000 gap", "1320.000 stopped"});
}

TEST(ReleaseCoach, AsksAgainWhenTheMachineIsBackFromAnAnnouncedSleep)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(45s).at(45s, ReleaseAction::Sleep).sleep(1h);
    run.until(3646s).at(3650s, kPrimary).until(3661s);
    expectLines(run.heard(), {"45.000 paused", "3645.000 gap", "3650.000 resumed low", "3660.000 hold low"});
}

TEST(ReleaseCoach, StopsInAnyStage)
{
    Coached run;
    run.at(0s, kPrimary).at(5s, ReleaseAction::Stop).until(20s);
    expectLines(from(run.heard(), 3), {"5.000 stopped"});
    Coached paused;
    paused.at(0s, kPrimary).at(5s, ReleaseAction::Pause).at(6s, ReleaseAction::Stop).until(20s);
    expectLines(from(paused.heard(), 3), {"5.000 paused", "6.000 stopped"});
}

TEST(ReleaseCoach, GoesOnWithASessionThatACrashCutOff)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(45s);
    ReleaseSession cut = run.storedSession();
    auto flow = ReleaseFlow::resumeFrom(dailyFive(), run.log, cut, run.clock.sample());
    ASSERT_TRUE(flow.has_value());
    run.flow = std::move(*flow);
    run.newCoach();
    run.follow();
    run.at(46s, kPrimary).until(57s);
    expectLines(run.heard(), {"45.000 paused", "46.000 resumed low", "46.000 step-begins zone low", "56.000 hold low"});
}

TEST(ReleaseCoach, ALateTickOvertakesWhatIsOver)
{
    Coached run;
    run.at(0s, kPrimary).quietlyUntil(26500ms);
    run.stall(2s);      // 3 and 2 were due
    run.stall(1900ms);  // 1, and the next step
    expectLines(run.heard(), {"28.000 last-second 2", "30.000 step-begins zone low"});
    EXPECT_EQ(run.latest(), 500ms);
    run.quietlyUntil(69s).stall(2s);
    expectLines(run.heard(), {"70.000 scan low"});
    EXPECT_EQ(run.latest(), 1s);
}

TEST(ReleaseCoach, ALateTickAnnouncesTheStepThatRunsNow)
{
    Coached run(steps({1s, 1s, 1s, 3s}));
    run.at(0s, kPrimary).stall(2s);
    run.stall(2s).stall(2s);
    expectLines(from(run.heard(), 1),
                {"0.000 started", "0.000 step-begins settle", "2.000 step-begins settle", "3.000 step-begins settle",
                 "4.000 last-second 2", "6.000 finished"});
}

TEST(ReleaseCoach, SaysHowLateTheEndWas)
{
    Coached run(steps({10s}));
    run.at(0s, kPrimary).until(9s).stall(2s);
    EXPECT_EQ(from(run.heard(), -1).front(), "10.000 finished");
}

TEST(ReleaseCoach, MovesHalfwayAwayFromOtherCues)
{
    const auto halfway = [](const Routine& routine) -> std::string {
        for (const PlannedCue& cue : plannedCues(routine))
            if (cue.cue.kind == CueKind::Halfway)
                return cueLine(cue.at, cue.cue);
        return "none";
    };
    EXPECT_EQ(halfway(steps({40s, 40s})), "43.000 halfway") << "when the step has been announced";
    EXPECT_EQ(halfway(steps({41s, 40s})), "44.000 halfway");
    EXPECT_EQ(halfway(steps({40s, 15s, 40s})), "none") << "ten seconds on there is no clear moment";
    EXPECT_EQ(halfway(steps({60s, 61s})), "63.000 halfway") << "not before the next step, not in its last seconds";
    EXPECT_EQ(halfway(steps({100s})), "50.000 halfway");
    EXPECT_EQ(halfway(steps({59s})), "none");
}

TEST(ReleaseCoach, SaysHalfwayOnceWhateverIsSkippedOrDoneAgain)
{
    Coached run(steps({40s, 60s, 40s}));
    run.at(0s, kPrimary).quietlyUntil(69s).until(75s);
    expectLines(run.heard(), {"70.000 halfway"});
    run.at(76s, ReleaseAction::StepBack).quietlyUntil(145s).until(147s);
    expectLines(run.heard(), {});  // half was said already

    Coached skipped(steps({40s, 60s, 40s}));
    skipped.at(0s, kPrimary).at(10s, ReleaseAction::Skip).at(12s, ReleaseAction::Skip).until(30s);
    for (const std::string& line : skipped.heard())
        EXPECT_EQ(line.find("halfway"), std::string::npos) << line;
}

TEST(ReleaseCoach, LeavesBreathingAloneInShortHolds)
{
    for (const PlannedCue& cue : plannedCues(only(StepKind::Zone, 29s)))
        EXPECT_NE(cue.cue.kind, CueKind::Breathe);
    for (const PlannedCue& cue : plannedCues(only(StepKind::Switch, 90s)))
        EXPECT_NE(cue.cue.kind, CueKind::Breathe);
}

TEST(ReleaseCoach, AnnouncesTheNextStepByTheLengthOfTheStep)
{
    const auto ahead = [](Seconds duration) {
        for (const PlannedCue& cue : plannedCues(steps({duration, 5s})))
            if (cue.cue.kind == CueKind::NextStep)
                return cue.cue.ahead;
        return 0ms;
    };
    EXPECT_EQ(ahead(11s), 0ms);
    EXPECT_EQ(ahead(12s), 5s);
    EXPECT_EQ(ahead(19s), 5s);
    EXPECT_EQ(ahead(20s), 8s);
}

TEST(ReleaseCoach, KnowsHowLongUntilTheNextCue)
{
    Coached run;
    EXPECT_FALSE(run.coach().untilNext());
    run.at(0s, kPrimary);
    EXPECT_EQ(run.coach().untilNext(), 12s);
    run.until(25s);
    EXPECT_EQ(run.coach().untilNext(), 2s);
    run.until(32s);
    EXPECT_EQ(run.coach().untilNext(), 8s) << "a hold begins";
    run.at(33s, ReleaseAction::Pause);
    EXPECT_FALSE(run.coach().untilNext());
    run.at(40s, kPrimary).until(330s);
    EXPECT_FALSE(run.coach().untilNext());
}

TEST(ReleaseCoach, IsHeardBeforeTheDiskIsWrittenAndNotAgainAfter)
{
    Coached run(oneSideAtATime());
    Lines before;
    run.watch = [](ReleaseScenario&) {};
    run.flow.beforeStoring([&] {
        const std::size_t stored = run.stored().size();
        run.follow();
        for (const std::string& line : run.heard())
            before.push_back(fmt::format("{} events | {}", stored, line));
    });
    run.at(0s, kPrimary).until(5s).at(6s, kPrimary).at(7s, ReleaseAction::Pause);
    expectLines(before,
                {"0 events | 0.000 ready", "0 events | 0.000 started", "0 events | 0.000 step-begins settle",
                 "1 events | 5.000 step-begins zone low left", "3 events | 6.000 found low left 1",
                 "4 events | 7.000 paused"});
    run.follow();
    expectLines(run.heard(), {});
    EXPECT_EQ(run.stored().size(), 5U);
}

}  // namespace
}  // namespace psolog
