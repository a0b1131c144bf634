// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/time.h"

namespace psolog {

/// A growth of boot minus steady time beyond this means that the machine slept.
inline constexpr Milliseconds kSleepTolerance{1'000};
/// Two ticks further apart than this mean that the program stood still.
inline constexpr Milliseconds kStallTolerance{2'000};

/// What lies between two ticks: either time that passed, or a gap nobody may count.
struct TickSpan {
    Milliseconds passed{0};
    Milliseconds gap{0};    ///< 0: no gap; otherwise how long the machine slept or stalled, and passed is 0
    Milliseconds slept{0};  ///< how much of the gap the machine slept for sure: 0 when the program only stalled
};

/// Turns clock samples into time that passed. The wall clock plays no part, so setting it changes no duration.
class TickMeter {
public:
    /// Time since the sample before; the first one starts the meter.
    TickSpan advance(const ClockSample& now);

    /// The moment of the last sample, `before` it.
    [[nodiscard]] Instant wall(Milliseconds before = Milliseconds{0}) const;
    /// Steady time of the last sample.
    [[nodiscard]] Milliseconds steady() const { return m_last ? m_last->steady : Milliseconds{0}; }

private:
    std::optional<ClockSample> m_last;
};

}  // namespace psolog
