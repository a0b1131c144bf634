// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/kendall.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
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

struct Pair {
    double x;
    double y;

    friend bool operator<(const Pair& a, const Pair& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }
};

/// A value and its place in the order by x.
struct Placed {
    double y;
    std::uint32_t place;

    friend bool operator<(const Placed& a, const Placed& b) { return a.y != b.y ? a.y < b.y : a.place < b.place; }
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
    std::vector<Pair> pairsByX(n);
    for (std::size_t i = 0; i < n; ++i)
        pairsByX[i] = {x[i], y[i]};
    if (!std::is_sorted(pairsByX.begin(), pairsByX.end()))
        std::sort(pairsByX.begin(), pairsByX.end());
    // The rank of each y; of equal ones the first ranks lower, so that they are not in the wrong order.
    std::vector<Placed> byY(n);
    for (std::size_t i = 0; i < n; ++i)
        byY[i] = {pairsByX[i].y, static_cast<std::uint32_t>(i)};
    std::sort(byY.begin(), byY.end());
    std::vector<std::uint32_t> ranks(n);
    for (std::size_t rank = 0; rank < n; ++rank)
        ranks[byY[rank].place] = static_cast<std::uint32_t>(rank);

    const Ties xTies = tiesOf(n, [&](std::size_t a, std::size_t b) { return pairsByX[a].x == pairsByX[b].x; });
    const Ties bothTies = tiesOf(n, [&](std::size_t a, std::size_t b) {
        return pairsByX[a].x == pairsByX[b].x && pairsByX[a].y == pairsByX[b].y;
    });
    const Ties yTies = tiesOf(n, [&](std::size_t a, std::size_t b) { return byY[a].y == byY[b].y; });
    std::vector<std::uint32_t> spare;
    const auto falling = static_cast<double>(countInversions(ranks, spare));

    const auto count = static_cast<double>(n);
    const double pairs = count * (count - 1) / 2;
    const double s = pairs - xTies.pairs - yTies.pairs + bothTies.pairs - 2 * falling;
    result.s = static_cast<std::int64_t>(s);
    result.tauA = s / pairs;
    const double xPairs = pairs - xTies.pairs;
    const double yPairs = pairs - yTies.pairs;
    if (xPairs > 0 && yPairs > 0)
        result.tauB = std::clamp(s / std::sqrt(xPairs) / std::sqrt(yPairs), -1.0, 1.0);

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
