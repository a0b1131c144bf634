// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/kendall.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "analysis/inversions.h"
#include "analysis/normal.h"

namespace psolog {

namespace {

/// Sums over the sizes t of groups of equal values.
struct Ties {
    double pairs = 0;   ///< t(t-1)/2
    double triple = 0;  ///< t(t-1)(t-2)
    double var = 0;     ///< t(t-1)(2t+5)

    void add(std::size_t size)
    {
        const auto t = static_cast<double>(size);
        pairs += t * (t - 1) / 2;
        triple += t * (t - 1) * (t - 2);
        var += t * (t - 1) * (2 * t + 5);
    }
};

/// The groups of an order in which `same(i, i + 1)` joins neighbours.
template <class Same>
Ties tiesOf(std::size_t n, Same&& same)
{
    Ties ties;
    for (std::size_t first = 0; first < n;) {
        std::size_t last = first + 1;
        while (last < n && same(last - 1, last))
            ++last;
        ties.add(last - first);
        first = last;
    }
    return ties;
}

}  // namespace

Kendall kendall(std::span<const double> x, std::span<const double> y)
{
    Kendall result;
    const std::size_t n = std::min(x.size(), y.size());
    result.n = n;
    if (n < 2)
        return result;
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return x[a] != x[b] ? x[a] < x[b] : y[a] < y[b]; });
    std::vector<double> values(n);
    std::transform(order.begin(), order.end(), values.begin(), [&](std::size_t i) { return y[i]; });

    const auto sameX = [&](std::size_t a, std::size_t b) { return x[order[a]] == x[order[b]]; };
    const Ties xTies = tiesOf(n, sameX);
    const Ties bothTies = tiesOf(n, [&](std::size_t a, std::size_t b) { return sameX(a, b) && values[a] == values[b]; });
    std::vector<double> spare;
    const auto falling = static_cast<double>(countInversions(values, spare));
    const Ties yTies = tiesOf(n, [&](std::size_t a, std::size_t b) { return values[a] == values[b]; });

    const auto count = static_cast<double>(n);
    const double pairs = count * (count - 1) / 2;
    const double s = pairs - xTies.pairs - yTies.pairs + bothTies.pairs - 2 * falling;
    result.s = static_cast<std::int64_t>(s);
    result.tauA = s / pairs;
    const double xPairs = pairs - xTies.pairs;
    const double yPairs = pairs - yTies.pairs;
    if (xPairs > 0 && yPairs > 0)
        result.tauB = s / (std::sqrt(xPairs) * std::sqrt(yPairs));

    result.varS = (count * (count - 1) * (2 * count + 5) - xTies.var - yTies.var) / 18
        + 2 * xTies.pairs * yTies.pairs / (count * (count - 1));
    if (n > 2)
        result.varS += xTies.triple * yTies.triple / (9 * count * (count - 1) * (count - 2));
    // All y the same: the exact variance is 0, and rounding may leave a trace of it.
    if (xPairs <= 0 || yPairs <= 0)
        result.varS = 0;
    if (result.s != 0 && result.varS > 0) {
        result.z = (s - (s > 0 ? 1 : -1)) / std::sqrt(result.varS);
        result.p = twoSidedNormal(result.z);
    }
    return result;
}

}  // namespace psolog
