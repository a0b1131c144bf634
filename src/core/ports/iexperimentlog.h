// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/result.h"

namespace psolog {

/// The experiments of a log. They are never removed: that a plan was stopped or changed belongs to its result. What
/// returns a value was read from the file; what writes has committed when it returns without an error, and has changed
/// nothing when it returns one.
class IExperimentLog {
public:
    virtual ~IExperimentLog() = default;

    /// Stores a plan as new. InvalidValue when validate() refuses it, when it is not active, when it replaces another,
    /// or when another one is active and not over on `plan.recorded.day`.
    virtual Result<void> begin(const Experiment& plan) = 0;
    /// Marks an active plan as stopped. NotFound; InvalidValue when it is not active, or over on `when.day`, or when
    /// `when` lies in the future or before the plan.
    virtual Result<void> stop(const ExperimentId& id, const RecordedAt& when, const std::string& reason) = 0;
    /// Marks an active plan as replaced and stores the new one, whose `replaces` names it, together or not at all.
    /// NotFound and InvalidValue as for stop() and begin().
    virtual Result<void> change(const ExperimentId& id, const RecordedAt& when, const std::string& reason,
                                const Experiment& plan) = 0;
    /// Every plan, oldest first.
    [[nodiscard]] virtual Result<std::vector<Experiment>> all() = 0;
};

}  // namespace psolog
