// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace psolog {

/// The clocks of the machine. Thread-safe.
class IClock {
public:
    virtual ~IClock() = default;

    /// All clocks, read together.
    [[nodiscard]] virtual ClockSample sample() const = 0;

    /// The wall clock alone.
    [[nodiscard]] Instant now() const { return sample().wall; }

    /// An instant of the athlete's current zone for a local date and time (for records entered afterwards).
    /// `timeOfDay` counts from midnight. A time skipped by a clock change moves forward.
    [[nodiscard]] virtual Instant localInstant(LocalDay date, std::chrono::minutes timeOfDay) const = 0;
};

}  // namespace psolog
