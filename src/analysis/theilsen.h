// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace psolog {

/// A range of plausible values.
struct Interval {
    double low = 0;
    double high = 0;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The line through the middle of the slopes.
struct TheilSen {
    double slope = 0;      ///< y per unit of x
    double intercept = 0;  ///< median(y) - slope * median(x)
    Interval slopeInterval;
    /// False where ties in both x and y make the variance of Sen's method negative: the interval is then empty of
    /// meaning. Never with one value a day that is not the same on all of them.
    bool intervalKnown = true;
};

/// The median of all (yj - yi) / (xj - xi) with xi < xj, and the interval of Sen's method for the confidence given
/// (0 to below 1): order statistics of the slopes at the rounded ranks (N -+ z sqrt(Var S)) / 2, Var S with the ties
/// of x and y each taken off, as scipy.stats.theilslopes does. Nothing without two distinct x. x and y are of the same
/// length, finite, in any order. O(n log n) time expected, O(n) memory (see Slopes).
///
/// Theil, Proc. Kon. Ned. Akad. v. Wetensch. A 53 (1950); Sen, JASA 63 (1968) 1379.
[[nodiscard]] std::optional<TheilSen> theilSen(std::span<const double> x, std::span<const double> y,
                                               double confidence = 0.95);

}  // namespace psolog
