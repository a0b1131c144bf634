// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace psolog {

/// Mann-Kendall trend test and Kendall's rank correlation of y against x.
struct Kendall {
    std::size_t n = 0;           ///< pairs of values
    std::int64_t s = 0;          ///< pairs that rise minus pairs that fall, over distinct x
    double varS = 0;             ///< variance of s without a trend
    double z = 0;                ///< with correction for continuity; 0 when s or varS is 0
    double p = 1;                ///< two-sided, normal approximation
    std::optional<double> tauA;  ///< nothing with fewer than two values
    std::optional<double> tauB;  ///< nothing when all x or all y are the same
};

/// O(n log n). x and y are of the same length, finite, in any order.
///
/// S, tau_a, tau_b and the variance with ties in both: Kendall, Rank Correlation Methods, 4th ed. 1970, ch. 1, 3, 4;
/// the trend test: Mann, Econometrica 13 (1945) 245. S is counted by exchanges: Knight, JASA 61 (1966) 436.
/// The days of a diary are autocorrelated, so p is descriptive there; no correction is made for it.
[[nodiscard]] Kendall kendall(std::span<const double> x, std::span<const double> y);

}  // namespace psolog
