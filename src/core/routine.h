// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
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
    std::string cue;                ///< one sentence shown (and later spoken) while it runs
    std::string pose;               ///< name of a pose of the figure

    friend bool operator==(const RoutineStep&, const RoutineStep&) = default;
};

/// The steps of a release as data.
struct Routine {
    std::string id;    ///< lower-case letters, digits and dashes
    std::string name;
    std::vector<RoutineStep> steps;

    [[nodiscard]] Seconds total() const;

    friend bool operator==(const Routine&, const Routine&) = default;
};

inline constexpr Seconds kMaxStepSeconds{60 * 60};
inline constexpr std::size_t kMaxRoutineSteps = 200;

/// InvalidValue naming step and field ("step 2: seconds must be 1 to 3600") unless the routine can be run.
[[nodiscard]] Result<void> validate(const Routine& routine);

}  // namespace psolog
