// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routine.h"

#include <algorithm>

#include <fmt/format.h>

namespace psolog {

Seconds Routine::total() const
{
    Seconds sum{0};
    for (const RoutineStep& step : steps)
        sum += step.duration;
    return sum;
}

Result<void> validate(const Routine& routine)
{
    const auto invalid = [](std::string detail) { return fail(ErrorCode::InvalidValue, std::move(detail)); };
    const bool plainId = !routine.id.empty() && std::all_of(routine.id.begin(), routine.id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!plainId)
        return invalid("id must be lower-case letters, digits and dashes");
    if (routine.name.empty())
        return invalid("name must not be empty");
    if (routine.steps.empty() || routine.steps.size() > kMaxRoutineSteps)
        return invalid(fmt::format("steps must be 1 to {}", kMaxRoutineSteps));
    for (std::size_t i = 0; i < routine.steps.size(); ++i) {
        const RoutineStep& step = routine.steps[i];
        if (step.duration < Seconds(1) || step.duration > kMaxStepSeconds)
            return invalid(fmt::format("step {}: seconds must be 1 to {}", i + 1, kMaxStepSeconds.count()));
        if (step.kind == StepKind::Zone && !step.zone)
            return invalid(fmt::format("step {}: zone is missing", i + 1));
        if (step.kind != StepKind::Zone && step.zone)
            return invalid(fmt::format("step {}: only a zone step has a zone", i + 1));
    }
    return {};
}

}  // namespace psolog
