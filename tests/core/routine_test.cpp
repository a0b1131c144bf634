// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routine.h"

#include <gtest/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

Routine sound()
{
    return Routine{"daily-five",
                   "Daily five minutes",
                   {RoutineStep{StepKind::Settle, {}, BodySide::Both, 30s, "Breathe.", "prone"},
                    RoutineStep{StepKind::Zone, Zone::Low, BodySide::Both, 90s, "Sink in.", "tool-low"}}};
}

TEST(Routine, AddsUpItsSteps)
{
    EXPECT_EQ(sound().total(), 120s);
    EXPECT_TRUE(validate(sound()));
}

TEST(Routine, RefusalNamesStepAndField)
{
    auto routine = sound();
    routine.steps[1].duration = 0s;
    EXPECT_EQ(validate(routine).error().detail, "step 2: seconds must be 1 to 3600");
    routine = sound();
    routine.steps[1].zone.reset();
    EXPECT_EQ(validate(routine).error().detail, "step 2: zone is missing");
    routine = sound();
    routine.steps[0].zone = Zone::High;
    EXPECT_FALSE(validate(routine));
    routine = sound();
    routine.steps.clear();
    EXPECT_FALSE(validate(routine));
    routine = sound();
    routine.steps.resize(10'000, routine.steps[0]);
    EXPECT_FALSE(validate(routine));
    routine = sound();
    routine.id = "../x";
    EXPECT_FALSE(validate(routine));
}

TEST(Routine, ListsEveryIssueWithItsPlace)
{
    Routine routine = sound();
    routine.id = "Daily";
    routine.name = "Two\nlines";
    routine.steps[0].zone = Zone::Low;
    routine.steps[0].cue = std::string(kMaxCueLength + 1, 'x');
    routine.steps[1].duration = -1s;
    const std::vector<RoutineIssue> expected{
        {std::nullopt, RoutineField::Id, RoutineProblem::NotAllowed},
        {std::nullopt, RoutineField::Name, RoutineProblem::Unprintable},
        {0, RoutineField::Zone, RoutineProblem::NotAllowed},
        {0, RoutineField::Cue, RoutineProblem::TooMany},
        {1, RoutineField::Duration, RoutineProblem::OutOfRange},
    };
    EXPECT_EQ(issuesOf(routine), expected);
    EXPECT_TRUE(issuesOf(sound()).empty());
}

TEST(Routine, SaysEveryIssueInWords)
{
    const auto says = [](std::optional<std::size_t> step, RoutineField field, RoutineProblem problem) {
        return detailOf({step, field, problem});
    };
    EXPECT_EQ(says({}, RoutineField::Name, RoutineProblem::Missing), "name must not be empty");
    EXPECT_EQ(says({}, RoutineField::Name, RoutineProblem::TooMany), "name may have at most 100 characters");
    EXPECT_EQ(says({}, RoutineField::Name, RoutineProblem::Unprintable), "name must not contain control characters");
    EXPECT_EQ(says({}, RoutineField::Steps, RoutineProblem::TooMany), "steps must be 1 to 200");
    EXPECT_EQ(says({}, RoutineField::Id, RoutineProblem::NotAllowed),
              "id must be lower-case letters, digits and dashes");
    EXPECT_EQ(says(0, RoutineField::Zone, RoutineProblem::NotAllowed), "step 1: only a zone step has a zone");
    EXPECT_EQ(says(6, RoutineField::Cue, RoutineProblem::TooMany), "step 7: cue may have at most 500 characters");
    EXPECT_EQ(says(6, RoutineField::Pose, RoutineProblem::Unknown), "step 7: pose is not known");
}

TEST(Routine, TakesOnlyOneLineOfPlainTextAsName)
{
    const auto accepts = [](const char* name) {
        Routine routine = sound();
        routine.name = name;
        return validate(routine).has_value();
    };
    EXPECT_TRUE(accepts("Gr\xC3\xBC\xC3\x9F"
                        "e \xE2\x82\xAC \xF0\x9F\x8F\x83"));
    EXPECT_TRUE(accepts("<b>not markup</b>"));
    for (const char* const bad : {"", "a\x1B[31m", "a\x7F", "a\xC2\x85",
                                  "a\xE2\x80\xAE"
                                  "b",
                                  "a\xE2\x80\xA8"
                                  "b",
                                  "a\xE2\x81\xA6"
                                  "b",
                                  "\xFF", "\xC3"})
        EXPECT_FALSE(accepts(bad)) << bad;
}

}  // namespace
