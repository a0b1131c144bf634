// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace psolog {

/// The 97.5 % point of the standard normal distribution: half the width of a 95 % interval, in standard errors.
inline constexpr double kNormal95 = 1.959963984540054;

/// Probability of a standard normal value at least this far from 0, on either side.
[[nodiscard]] inline double twoSidedNormal(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

/// The point below which a standard normal value lies with this probability (0 < probability < 1). Newton's method on
/// erfc from a logistic start; exact to about 1e-14.
[[nodiscard]] inline double normalQuantile(double probability)
{
    double z = std::log(probability / (1 - probability)) / 1.702;
    for (int step = 0; step < 60; ++step) {
        const double error = 0.5 * std::erfc(-z / std::numbers::sqrt2) - probability;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        const double change = std::clamp(error / density, -1.0, 1.0);
        z -= change;
        if (std::abs(change) < 1e-15 * (1 + std::abs(z)))
            break;
    }
    return z;
}

}  // namespace psolog
