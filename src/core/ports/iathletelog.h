// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/records.h"
#include "core/result.h"

namespace psolog {

/// The athlete and the safety screenings of a log.
class IAthleteLog {
public:
    virtual ~IAthleteLog() = default;

    /// The athlete of this log; nothing before the first start was finished.
    [[nodiscard]] virtual Result<std::optional<Athlete>> athlete() = 0;
    /// Stores the athlete, new or changed; committed on return.
    virtual Result<void> save(const Athlete& athlete) = 0;
    /// The screening answered last, or nothing.
    [[nodiscard]] virtual Result<std::optional<SafetyScreening>> latestScreening() = 0;
    /// All screenings, in order of time.
    [[nodiscard]] virtual Result<std::vector<SafetyScreening>> screenings() = 0;
    /// Stores a screening, new or changed (cleared); committed on return.
    virtual Result<void> save(const SafetyScreening& screening) = 0;
};

}  // namespace psolog
