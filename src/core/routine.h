// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/records.h"
#include "core/result.h"
#include "core/time.h"

namespace psolog {

/// What a routine step is.
enum class StepKind {
    Settle,  ///< get into position and breathe; no zone
    Zone,  ///< scan and hold in one zone
    Switch,  ///< change sides
    Rest,  ///< come off the tool; no zone
};

template <>
struct NameTable<StepKind> {
    static constexpr std::array rows{
        Named{StepKind::Settle, std::string_view("settle")},
        Named{StepKind::Zone, std::string_view("zone")},
        Named{StepKind::Switch, std::string_view("switch")},
        Named{StepKind::Rest, std::string_view("rest")},
    };
};

/// One step of a routine.
struct RoutineStep {
    StepKind kind = StepKind::Settle;
    std::optional<Zone> zone;       ///< set exactly for StepKind::Zone
    BodySide side = BodySide::Both;
    Seconds duration{30};           ///< 1 to kMaxStepSeconds
    std::string cue;                ///< one sentence shown and spoken while it runs; at most kMaxCueLength
    std::string pose;               ///< name of a pose of the figure

    friend bool operator==(const RoutineStep&, const RoutineStep&) = default;
};

/// The steps of a release as data.
struct Routine {
    std::string id;    ///< lower-case letters, digits and dashes; at most kMaxNameLength
    std::string name;  ///< at most kMaxNameLength code points, none of them a control character
    std::vector<RoutineStep> steps;

    [[nodiscard]] Seconds total() const;

    friend bool operator==(const Routine&, const Routine&) = default;
};

inline constexpr Seconds kMaxStepSeconds{60 * 60};
inline constexpr std::size_t kMaxRoutineSteps = 200;
inline constexpr std::size_t kMaxCueLength = 500;  ///< code points

/// A field of a routine or of one of its steps that a person may have filled in wrongly.
enum class RoutineField { Id, Name, Steps, Zone, Duration, Cue, Pose };

/// What is wrong with a field.
enum class RoutineProblem {
    Missing,     ///< nothing is there: no name, no step, no zone in a zone step
    NotAllowed,  ///< a zone in a step of another kind; letters that an id cannot have
    OutOfRange,  ///< seconds not 1 to kMaxStepSeconds
    TooMany,     ///< more than kMaxRoutineSteps steps, or more characters than the field takes
    Unprintable, ///< a control character, or no valid UTF-8
    Unknown,     ///< no pose of that name
};

/// One thing that is wrong with a routine, and where.
struct RoutineIssue {
    std::optional<std::size_t> step;  ///< counted from 0; nothing: the routine as a whole
    RoutineField field = RoutineField::Id;
    RoutineProblem problem = RoutineProblem::Missing;

    friend bool operator==(const RoutineIssue&, const RoutineIssue&) = default;
};

/// Everything that keeps the routine from being run, the routine's own fields first, then step by step. Poses are not
/// looked at: only their library knows them.
[[nodiscard]] std::vector<RoutineIssue> issuesOf(const Routine& routine);

/// The issue in English for messages and logs: "step 2: seconds must be 1 to 3600".
[[nodiscard]] std::string detailOf(const RoutineIssue& issue);

/// InvalidValue with the detail of the first issue unless the routine can be run.
[[nodiscard]] Result<void> validate(const Routine& routine);

}  // namespace psolog
