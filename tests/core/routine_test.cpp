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

}  // namespace
