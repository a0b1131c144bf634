// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routineshape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

RoutineStep zone(Zone zone, BodySide side = BodySide::Both, const std::string& pose = "tool-low")
{
    return {StepKind::Zone, zone, side, 60s, "Search.", pose};
}

RoutineStep other(StepKind kind)
{
    return {kind, {}, BodySide::Both, 30s, "Breathe.", "rest"};
}

Routine of(std::vector<RoutineStep> steps)
{
    return {"mine", "Mine", std::move(steps)};
}

bool anyPose(std::string_view)
{
    return true;
}

TEST(RoutineShape, ReadsTheDirectionFromTheOrderOfTheZones)
{
    const auto low = zone(Zone::Low);
    const auto middle = zone(Zone::Middle);
    const auto high = zone(Zone::High);
    EXPECT_EQ(directionOf(of({other(StepKind::Settle), low, middle, high})), RoutineDirection::Upward);
    EXPECT_EQ(directionOf(of({high, high, other(StepKind::Rest), low})), RoutineDirection::Downward);
    EXPECT_EQ(directionOf(of({low, high, middle})), RoutineDirection::Mixed);
    EXPECT_EQ(directionOf(of({middle, middle})), RoutineDirection::None);
    EXPECT_EQ(directionOf(of({})), RoutineDirection::None);
}

TEST(RoutineShape, ReadsTheDirectionOfEachSideByItself)
{
    const auto pairOf = [](BodySide side, bool up) {
        return std::pair(zone(up ? Zone::Low : Zone::High, side), zone(up ? Zone::High : Zone::Low, side));
    };
    const auto [left1, left2] = pairOf(BodySide::Left, true);
    const auto [right1, right2] = pairOf(BodySide::Right, true);
    EXPECT_EQ(directionOf(of({left1, left2, other(StepKind::Switch), right1, right2})), RoutineDirection::Upward);
    EXPECT_EQ(directionOf(of({left1, left2, other(StepKind::Switch), right2, right1})), RoutineDirection::Mixed);
    EXPECT_EQ(directionOf(of({left1, left2, right1})), RoutineDirection::Upward);
}

TEST(RoutineShape, TellsWhichSideComesFirst)
{
    const auto left = zone(Zone::Low, BodySide::Left);
    const auto right = zone(Zone::Low, BodySide::Right);
    const auto both = zone(Zone::Low);
    EXPECT_EQ(sidesOf(of({other(StepKind::Rest)})), RoutineSides::None);
    EXPECT_EQ(sidesOf(of({both, both})), RoutineSides::Both);
    EXPECT_EQ(sidesOf(of({left})), RoutineSides::LeftOnly);
    EXPECT_EQ(sidesOf(of({right})), RoutineSides::RightOnly);
    EXPECT_EQ(sidesOf(of({left, right})), RoutineSides::LeftFirst);
    EXPECT_EQ(sidesOf(of({right, left})), RoutineSides::RightFirst);
    EXPECT_EQ(sidesOf(of({left, both})), RoutineSides::Mixed);
}

TEST(RoutineShape, ReversingLeavesEveryOtherStepInItsPlace)
{
    const Routine upward = of({other(StepKind::Settle), zone(Zone::Low), zone(Zone::Middle), other(StepKind::Switch),
                               zone(Zone::High), other(StepKind::Rest)});
    const Routine downward = of({other(StepKind::Settle), zone(Zone::High), zone(Zone::Middle), other(StepKind::Switch),
                                 zone(Zone::Low), other(StepKind::Rest)});
    EXPECT_EQ(reversed(upward), downward);
}

TEST(RoutineShape, MirroringKeepsAPoseThatHasNoOtherSide)
{
    const Routine left = of({zone(Zone::Low, BodySide::Left, "tool-low-left"), zone(Zone::High, BodySide::Both)});
    const Routine right = of({zone(Zone::Low, BodySide::Right, "tool-low-right"), zone(Zone::High, BodySide::Both)});
    EXPECT_EQ(mirrored(left, anyPose), right);
    EXPECT_EQ(mirrored(left, [](std::string_view) { return false; }).steps.front().pose, "tool-low-left");
}

TEST(RoutineShape, SpeaksFourteenCharactersASecond)
{
    EXPECT_EQ(speakingTime(""), 0ms);
    EXPECT_EQ(speakingTime("Up to 4 of 10, never sharp. "), 2000ms);
    EXPECT_EQ(speakingTime("\xC3\xBC\xC3\xBC"), speakingTime("uu"));
}

Routine anyRoutine()
{
    std::vector<RoutineStep> steps;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        RoutineStep step = other(*rc::gen::element(StepKind::Settle, StepKind::Zone, StepKind::Switch, StepKind::Rest));
        if (step.kind == StepKind::Zone)
            step.zone = *rc::gen::element(Zone::Low, Zone::Middle, Zone::High);
        step.side = *rc::gen::element(BodySide::Both, BodySide::Left, BodySide::Right);
        step.duration = Seconds(*rc::gen::inRange(1, 3601));
        step.pose = *rc::gen::element<std::string>("prone", "tool-low-left", "tool-low-right", "odd-left");
        steps.push_back(step);
    }
    return of(std::move(steps));
}

RC_GTEST_PROP(RoutineShape, ReversingTurnsTheDirectionAndTwiceGivesTheRoutineBack, ())
{
    const Routine routine = anyRoutine();
    const Routine turned = reversed(routine);
    RC_ASSERT(reversed(turned) == routine);
    RC_ASSERT(turned.total() == routine.total());
    RC_ASSERT(issuesOf(turned) == issuesOf(routine));
    const auto opposite = [](RoutineDirection direction) {
        return direction == RoutineDirection::Upward  ? RoutineDirection::Downward
            : direction == RoutineDirection::Downward ? RoutineDirection::Upward
                                                      : direction;
    };
    RC_ASSERT(directionOf(turned) == opposite(directionOf(routine)));
}

RC_GTEST_PROP(RoutineShape, MirroringTwiceGivesTheRoutineBack, ())
{
    const auto known = [](std::string_view pose) { return pose != "odd-right"; };
    const Routine routine = anyRoutine();
    const Routine other = mirrored(routine, known);
    RC_ASSERT(mirrored(other, known) == routine);
    RC_ASSERT(directionOf(other) == directionOf(routine));
}

}  // namespace
