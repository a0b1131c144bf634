// SPDX-License-Identifier: GPL-3.0-or-later
// The routine files that come with the program.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "core/routineshape.h"
#include "exchange/routinefile.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

fs::path resources()
{
    const char* const root = std::getenv("PSOLOG_SOURCE_DIR");
    return fs::path(root == nullptr ? "." : root) / "resources";
}

/// By file name, as the program sorts them.
std::map<std::string, Routine> shipped()
{
    std::map<std::string, Routine> routines;
    for (const auto& entry : fs::directory_iterator(resources() / "routines")) {
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto routine = parseRoutine(text, entry.path().filename().string());
        EXPECT_TRUE(routine) << (routine ? "" : routine.error().detail);
        if (routine)
            routines[entry.path().stem().string()] = *routine;
    }
    return routines;
}

bool isPose(std::string_view name)
{
    return fs::exists(resources() / "poses" / (std::string(name) + ".json"));
}

/// The steps without their words.
std::vector<RoutineStep> bare(const Routine& routine)
{
    std::vector<RoutineStep> steps = routine.steps;
    for (RoutineStep& step : steps)
        step.cue.clear();
    return steps;
}

TEST(ShippedRoutines, AreNamedAfterTheirIdsWithTheDefaultFirst)
{
    const auto routines = shipped();
    EXPECT_EQ(routines.size(), 5U);
    EXPECT_EQ(routines.begin()->first, "daily-five");
    for (const auto& [name, routine] : routines)
        EXPECT_EQ(routine.id, name);
}

TEST(ShippedRoutines, LastAsLongAsPromised)
{
    const auto routines = shipped();
    EXPECT_EQ(routines.at("daily-five").total(), 5min);
    EXPECT_EQ(routines.at("downward-five").total(), 5min);
    EXPECT_EQ(routines.at("first-week").total(), 2min + 30s);
    for (const char* const one : {"left-first", "right-first"}) {
        EXPECT_GE(routines.at(one).total(), 5min);
        EXPECT_LE(routines.at(one).total(), 6min);
    }
}

TEST(ShippedRoutines, SayHowStrongItMayFeel)
{
    for (const auto& [name, routine] : shipped()) {
        const auto says = [](const RoutineStep& step) { return step.cue.find("p to 4 of 10") != std::string::npos; };
        EXPECT_TRUE(std::any_of(routine.steps.begin(), routine.steps.end(), says)) << name;
    }
}

TEST(ShippedRoutines, GoInTheDirectionsAndSidesTheyAreNamedFor)
{
    const auto routines = shipped();
    for (const auto& [name, routine] : routines)
        EXPECT_EQ(directionOf(routine), name == "downward-five" ? RoutineDirection::Downward : RoutineDirection::Upward)
            << name;
    EXPECT_EQ(sidesOf(routines.at("daily-five")), RoutineSides::Both);
    EXPECT_EQ(sidesOf(routines.at("first-week")), RoutineSides::Both);
    EXPECT_EQ(sidesOf(routines.at("left-first")), RoutineSides::LeftFirst);
    EXPECT_EQ(sidesOf(routines.at("right-first")), RoutineSides::RightFirst);
    EXPECT_EQ(reversed(routines.at("daily-five")).steps, routines.at("downward-five").steps);
    EXPECT_EQ(bare(mirrored(routines.at("left-first"), isPose)), bare(routines.at("right-first")));
}

TEST(ShippedRoutines, SwitchToTheSideThatComesNext)
{
    for (const auto& [name, routine] : shipped())
        for (std::size_t i = 0; i < routine.steps.size(); ++i)
            if (routine.steps[i].kind == StepKind::Switch) {
                ASSERT_LT(i + 1, routine.steps.size()) << name;
                EXPECT_EQ(routine.steps[i].side, routine.steps[i + 1].side) << name;
                EXPECT_NE(routine.steps[i].side, routine.steps[i - 1].side) << name;
            }
}

TEST(ShippedRoutines, ShowAPoseThatExistsInEveryStep)
{
    for (const auto& [name, routine] : shipped())
        for (const RoutineStep& step : routine.steps)
            EXPECT_TRUE(isPose(step.pose)) << name << ": " << step.pose;
}

TEST(ShippedRoutines, SayNothingThatTakesMoreThanSevenSecondsToSpeak)
{
    for (const auto& [name, routine] : shipped())
        for (const RoutineStep& step : routine.steps) {
            EXPECT_FALSE(step.cue.empty()) << name;
            EXPECT_LE(speakingTime(step.cue), 7s) << name << ": " << step.cue;
            EXPECT_LT(2 * speakingTime(step.cue), step.duration) << name << ": " << step.cue;
        }
}

TEST(ShippedRoutines, WarnOfTheGroinFoldAndOfTheSignsToStopFor)
{
    for (const auto& [name, routine] : shipped()) {
        const auto says = [&](std::optional<Zone> zone, const char* words) {
            return std::all_of(routine.steps.begin(), routine.steps.end(), [&](const RoutineStep& step) {
                return step.kind != StepKind::Zone || step.zone != zone || step.cue.find(words) != std::string::npos;
            });
        };
        EXPECT_TRUE(says(Zone::Low, "never in the groin fold")) << name;
        EXPECT_TRUE(says(Zone::High, "pulses, stabs or goes numb")) << name;
    }
}

}  // namespace
}  // namespace psolog
