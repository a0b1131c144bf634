// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/theilsen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/normal.h"
#include "analysis/slopes.h"

namespace psolog {

namespace {

/// The median and the sum of t(t-1)(2t+5) over the groups of t equal values.
struct Sorted {
    double median = 0;
    double tieTerm = 0;
};

Sorted sorted(std::span<const double> values)
{
    std::vector<double> order(values.begin(), values.end());
    std::sort(order.begin(), order.end());
    const std::size_t n = order.size();
    Sorted result;
    result.median = n % 2 == 1 ? order[n / 2] : (order[n / 2 - 1] + order[n / 2]) / 2;
    for (std::size_t first = 0; first < n;) {
        std::size_t last = first;
        while (last < n && order[last] == order[first])
            ++last;
        const auto t = static_cast<double>(last - first);
        result.tieTerm += t * (t - 1) * (2 * t + 5);
        first = last;
    }
    return result;
}

}  // namespace

std::optional<TheilSen> theilSen(std::span<const double> x, std::span<const double> y, double confidence)
{
    const std::size_t size = std::min(x.size(), y.size());
    y = y.first(size);
    Slopes slopes(x.first(size), y);
    const Slopes::Rank count = slopes.count();
    if (count == 0)
        return std::nullopt;

    const Sorted ofY = sorted(y);
    const auto n = static_cast<double>(size);
    const double variance = (n * (n - 1) * (2 * n + 5) - slopes.xTieTerm() - ofY.tieTerm) / 18;
    const double reach = normalQuantile(0.5 + confidence / 2) * std::sqrt(std::max(variance, 0.0));
    // std::nearbyint rounds halves to even, as SciPy does.
    const auto rounded = [](double rank) { return static_cast<Slopes::Rank>(std::nearbyint(rank)); };
    const auto pairs = static_cast<double>(count);
    const std::array ranks{std::clamp<Slopes::Rank>(rounded((pairs - reach) / 2) - 1, 0, (count - 1) / 2),
                           (count - 1) / 2, count / 2,
                           std::clamp<Slopes::Rank>(rounded((pairs + reach) / 2), count / 2, count - 1)};
    const std::vector<double> found = slopes.at(ranks);

    TheilSen line;
    line.slope = found[1] == found[2] ? found[1] : (found[1] + found[2]) / 2;
    line.intercept = ofY.median - line.slope * slopes.medianX();
    line.slopeInterval = {found[0], found[3]};
    line.intervalKnown = variance >= 0;
    return line;
}

}  // namespace psolog
