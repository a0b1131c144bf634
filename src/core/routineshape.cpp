// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routineshape.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/validation.h"

namespace psolog {

namespace {

constexpr std::array kSides{BodySide::Both, BodySide::Left, BodySide::Right};

/// Places of the zone steps that work this side.
std::vector<std::size_t> placesOf(const Routine& routine, BodySide side)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < routine.steps.size(); ++i)
        if (routine.steps[i].kind == StepKind::Zone && routine.steps[i].side == side)
            places.push_back(i);
    return places;
}

RoutineDirection directionOf(const Routine& routine, BodySide side)
{
    bool up = false;
    bool down = false;
    std::optional<Zone> before;
    for (const std::size_t place : placesOf(routine, side)) {
        const std::optional<Zone> zone = routine.steps[place].zone;
        up = up || (before && zone > before);
        down = down || (before && zone < before);
        before = zone;
    }
    if (up && down)
        return RoutineDirection::Mixed;
    return up ? RoutineDirection::Upward : down ? RoutineDirection::Downward : RoutineDirection::None;
}

std::string otherSidePose(const std::string& pose, const std::function<bool(std::string_view)>& isPose)
{
    for (const auto& [from, to] :
         {std::pair<std::string_view, std::string_view>("-left", "-right"), {"-right", "-left"}})
        if (pose.ends_with(from)) {
            const std::string other = pose.substr(0, pose.size() - from.size()).append(to);
            return isPose(other) ? other : pose;
        }
    return pose;
}

}  // namespace

RoutineDirection directionOf(const Routine& routine)
{
    RoutineDirection all = RoutineDirection::None;
    for (const BodySide side : kSides) {
        const RoutineDirection one = directionOf(routine, side);
        if (all == RoutineDirection::None)
            all = one;
        else if (one != RoutineDirection::None && one != all)
            return RoutineDirection::Mixed;
    }
    return all;
}

RoutineSides sidesOf(const Routine& routine)
{
    const auto both = placesOf(routine, BodySide::Both);
    const auto left = placesOf(routine, BodySide::Left);
    const auto right = placesOf(routine, BodySide::Right);
    if (left.empty() && right.empty())
        return both.empty() ? RoutineSides::None : RoutineSides::Both;
    if (!both.empty())
        return RoutineSides::Mixed;
    if (left.empty() || right.empty())
        return left.empty() ? RoutineSides::RightOnly : RoutineSides::LeftOnly;
    return left.front() < right.front() ? RoutineSides::LeftFirst : RoutineSides::RightFirst;
}

Routine reversed(Routine routine)
{
    for (const BodySide side : kSides) {
        const std::vector<std::size_t> places = placesOf(routine, side);
        for (std::size_t i = 0; i < places.size() / 2; ++i)
            std::swap(routine.steps[places[i]], routine.steps[places[places.size() - 1 - i]]);
    }
    return routine;
}

Routine mirrored(Routine routine, const std::function<bool(std::string_view)>& isPose)
{
    for (RoutineStep& step : routine.steps) {
        if (step.side != BodySide::Both)
            step.side = step.side == BodySide::Left ? BodySide::Right : BodySide::Left;
        step.pose = otherSidePose(step.pose, isPose);
    }
    return routine;
}

Milliseconds speakingTime(std::string_view text)
{
    constexpr int kCharactersPerSecond = 14;
    return Milliseconds(static_cast<Milliseconds::rep>(codePoints(text)) * 1000 / kCharactersPerSecond);
}

}  // namespace psolog
