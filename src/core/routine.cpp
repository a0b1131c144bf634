// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routine.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/validation.h"

namespace psolog {

namespace {

bool isPlainId(std::string_view id)
{
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// Adds what is wrong with a text, if anything.
class Collector {
public:
    void add(std::optional<std::size_t> step, RoutineField field, RoutineProblem problem)
    {
        issues.push_back({step, field, problem});
    }

    void text(std::optional<std::size_t> step, RoutineField field, std::string_view value, std::size_t maxLength)
    {
        if (!isPrintable(value))
            add(step, field, RoutineProblem::Unprintable);
        else if (codePoints(value) > maxLength)
            add(step, field, RoutineProblem::TooMany);
    }

    std::vector<RoutineIssue> issues;
};

std::string_view fieldName(RoutineField field)
{
    switch (field) {
    case RoutineField::Id:
        return "id";
    case RoutineField::Name:
        return "name";
    case RoutineField::Steps:
        return "steps";
    case RoutineField::Zone:
        return "zone";
    case RoutineField::Duration:
        return "seconds";
    case RoutineField::Cue:
        return "cue";
    case RoutineField::Pose:
        return "pose";
    }
    return {};
}

std::string whatIsWrong(const RoutineIssue& issue)
{
    const std::string_view field = fieldName(issue.field);
    switch (issue.problem) {
    case RoutineProblem::Missing:
        if (issue.field == RoutineField::Steps)
            break;
        if (issue.field == RoutineField::Id)
            return "id must be lower-case letters, digits and dashes";
        return issue.field == RoutineField::Name ? "name must not be empty" : fmt::format("{} is missing", field);
    case RoutineProblem::NotAllowed:
        return issue.field == RoutineField::Id ? "id must be lower-case letters, digits and dashes"
                                               : "only a zone step has a zone";
    case RoutineProblem::OutOfRange:
        return fmt::format("{} must be 1 to {}", field, kMaxStepSeconds.count());
    case RoutineProblem::TooMany:
        if (issue.field == RoutineField::Steps)
            break;
        return fmt::format("{} may have at most {} characters", field,
                           issue.field == RoutineField::Cue ? kMaxCueLength : kMaxNameLength);
    case RoutineProblem::Unprintable:
        return fmt::format("{} must not contain control characters", field);
    case RoutineProblem::Unknown:
        return fmt::format("{} is not known", field);
    }
    return fmt::format("steps must be 1 to {}", kMaxRoutineSteps);
}

}  // namespace

Seconds Routine::total() const
{
    Seconds sum{0};
    for (const RoutineStep& step : steps)
        sum += step.duration;
    return sum;
}

std::vector<RoutineIssue> issuesOf(const Routine& routine)
{
    Collector found;
    if (routine.id.empty())
        found.add(std::nullopt, RoutineField::Id, RoutineProblem::Missing);
    else if (!isPlainId(routine.id))
        found.add(std::nullopt, RoutineField::Id, RoutineProblem::NotAllowed);
    else
        found.text(std::nullopt, RoutineField::Id, routine.id, kMaxNameLength);
    if (routine.name.empty())
        found.add(std::nullopt, RoutineField::Name, RoutineProblem::Missing);
    else
        found.text(std::nullopt, RoutineField::Name, routine.name, kMaxNameLength);
    if (routine.steps.empty())
        found.add(std::nullopt, RoutineField::Steps, RoutineProblem::Missing);
    if (routine.steps.size() > kMaxRoutineSteps)
        found.add(std::nullopt, RoutineField::Steps, RoutineProblem::TooMany);
    for (std::size_t i = 0; i < routine.steps.size(); ++i) {
        const RoutineStep& step = routine.steps[i];
        if (step.kind == StepKind::Zone && !step.zone)
            found.add(i, RoutineField::Zone, RoutineProblem::Missing);
        if (step.kind != StepKind::Zone && step.zone)
            found.add(i, RoutineField::Zone, RoutineProblem::NotAllowed);
        if (step.duration < Seconds(1) || step.duration > kMaxStepSeconds)
            found.add(i, RoutineField::Duration, RoutineProblem::OutOfRange);
        found.text(i, RoutineField::Cue, step.cue, kMaxCueLength);
        found.text(i, RoutineField::Pose, step.pose, kMaxNameLength);
    }
    return found.issues;
}

std::string detailOf(const RoutineIssue& issue)
{
    return issue.step ? fmt::format("step {}: {}", *issue.step + 1, whatIsWrong(issue)) : whatIsWrong(issue);
}

Result<void> validate(const Routine& routine)
{
    if (const auto issues = issuesOf(routine); !issues.empty())
        return fail(ErrorCode::InvalidValue, detailOf(issues.front()));
    return {};
}

}  // namespace psolog
