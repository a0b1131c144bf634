// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/theilsen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "analysis/inversions.h"
#include "analysis/median.h"
#include "analysis/normal.h"

namespace psolog {

namespace {

using Rank = std::int64_t;

constexpr Rank kEnumerated = 60'000;  ///< so many slopes are simply listed
constexpr std::size_t kSample = 1'024;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Order statistics of the slopes of all pairs of points with distinct x.
class Slopes {
public:
    Slopes(std::span<const double> x, std::span<const double> y);

    [[nodiscard]] Rank count() const { return m_count; }
    /// The slopes of rank `first` … `last` (from 0), ascending. At most a few ranks apart.
    [[nodiscard]] std::vector<double> at(Rank first, Rank last);

private:
    /// Puts into m_sequence, for the points in the order they have at slope `low`, their ranks at slope `high`: each
    /// inversion is a pair with a slope in (low, high].
    void arrange(double low, double high);
    void orderAt(double slope, std::vector<std::uint32_t>& order);
    [[nodiscard]] double slope(std::uint32_t a, std::uint32_t b) const
    {
        return (m_y[b] - m_y[a]) / (m_x[b] - m_x[a]);
    }
    [[nodiscard]] Rank between(double low, double high);
    [[nodiscard]] std::vector<double> list(double low, double high);
    [[nodiscard]] std::vector<double> sample(double low, double high, Rank size);

    std::vector<double> m_x;
    std::vector<double> m_y;
    Rank m_count = 0;
    std::mt19937_64 m_random{20'240'731};
    std::vector<double> m_key;
    std::vector<std::uint32_t> m_order;  ///< the points by their rank at the upper bound
    std::vector<std::uint32_t> m_byHigh;
    std::vector<std::uint32_t> m_byLow;
    std::vector<std::uint32_t> m_sequence;
    std::vector<std::uint32_t> m_spare;
};

Slopes::Slopes(std::span<const double> x, std::span<const double> y) : m_x(x.begin(), x.end()), m_y(y.begin(), y.end())
{
    // About their middles the points lose the fewest digits in y - slope * x.
    const auto [lowX, highX] = std::minmax_element(m_x.begin(), m_x.end());
    const double centre = (*lowX + *highX) / 2;
    for (double& value : m_x)
        value -= centre;
    std::vector<double> sorted = m_x;
    std::sort(sorted.begin(), sorted.end());
    const auto n = static_cast<Rank>(sorted.size());
    m_count = n * (n - 1) / 2;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t last = first;
        while (last < sorted.size() && sorted[last] == sorted[first])
            ++last;
        const auto ties = static_cast<Rank>(last - first);
        m_count -= ties * (ties - 1) / 2;
        first = last;
    }
}

void Slopes::orderAt(double slope, std::vector<std::uint32_t>& order)
{
    const std::size_t n = m_x.size();
    m_key.resize(n);
    order.resize(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = 0; i < n; ++i)
        m_key[i] = slope == -kInfinity ? m_x[i] : slope == kInfinity ? -m_x[i] : m_y[i] - slope * m_x[i];
    // Of two points on a line of this very slope the right one goes first: the slope counts as at most this one.
    std::sort(order.begin(), order.end(), [this, slope](std::uint32_t a, std::uint32_t b) {
        if (m_key[a] != m_key[b])
            return m_key[a] < m_key[b];
        if (std::isfinite(slope) && m_x[a] != m_x[b])
            return m_x[a] > m_x[b];
        return a < b;
    });
}

void Slopes::arrange(double low, double high)
{
    const std::size_t n = m_x.size();
    orderAt(high, m_order);
    m_byHigh.resize(n);
    for (std::size_t rank = 0; rank < n; ++rank)
        m_byHigh[m_order[rank]] = static_cast<std::uint32_t>(rank);
    orderAt(low, m_byLow);
    m_sequence.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        m_sequence[i] = m_byHigh[m_byLow[i]];
}

Rank Slopes::between(double low, double high)
{
    arrange(low, high);
    return countInversions(m_sequence, m_spare);
}

std::vector<double> Slopes::list(double low, double high)
{
    arrange(low, high);
    std::vector<double> found;
    forEachInversionBlock(m_sequence, m_spare,
                          [&](const std::uint32_t* first, const std::uint32_t* last, std::uint32_t right) {
                              for (; first != last; ++first)
                                  found.push_back(slope(m_order[*first], m_order[right]));
                          });
    return found;
}

std::vector<double> Slopes::sample(double low, double high, Rank size)
{
    std::array<Rank, kSample> wanted{};
    std::uniform_int_distribution<Rank> any(0, size - 1);
    for (Rank& rank : wanted)
        rank = any(m_random);
    std::sort(wanted.begin(), wanted.end());
    arrange(low, high);
    std::vector<double> found;
    Rank seen = 0;
    std::size_t next = 0;
    forEachInversionBlock(m_sequence, m_spare,
                          [&](const std::uint32_t* first, const std::uint32_t* last, std::uint32_t right) {
                              const Rank block = last - first;
                              for (; next < wanted.size() && wanted[next] < seen + block; ++next)
                                  found.push_back(slope(m_order[first[wanted[next] - seen]], m_order[right]));
                              seen += block;
                          });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<double> Slopes::at(Rank first, Rank last)
{
    double low = -kInfinity;
    double high = kInfinity;
    Rank below = 0;          // slopes up to `low`
    Rank inside = m_count;   // slopes in (low, high]
    while (inside > kEnumerated) {
        const std::vector<double> drawn = sample(low, high, inside);
        const auto size = static_cast<double>(drawn.size());
        const double width = 3 * std::sqrt(size) / 2;
        const auto place = [&](Rank rank, double shift) {
            const double wanted = size * static_cast<double>(rank - below) / static_cast<double>(inside) + shift;
            return drawn[static_cast<std::size_t>(std::clamp(wanted, 0.0, size - 1))];
        };
        // A bound beside a slope, not on it: rounding must not decide on which side it lies.
        const auto away = [](double bound, double direction) {
            return bound + direction * (std::abs(bound) * 1e-12 + 1e-14);
        };
        const double innerLow = std::max(low, away(place(first, -width), -1));
        const double innerHigh = std::min(high, away(place(last, width), 1));
        const Rank upToLow = innerLow == low ? below : below + between(low, innerLow);
        const Rank within = between(innerLow, innerHigh);
        if (first < upToLow) {
            high = innerLow;
            inside = upToLow - below;
        } else if (last >= upToLow + within) {
            inside -= upToLow + within - below;
            below = upToLow + within;
            low = innerHigh;
        } else {
            if (within == inside) {
                // Nothing was cut off: nearly all slopes here are the same one.
                const double middle = drawn[drawn.size() / 2];
                const Rank under = between(low, away(middle, -1));
                const Rank same = between(away(middle, -1), away(middle, 1));
                if (first >= below + under && last < below + under + same)
                    return std::vector<double>(static_cast<std::size_t>(last - first + 1), middle);
                if (last < below + under) {
                    high = away(middle, -1);
                    inside = under;
                    continue;
                }
                if (first >= below + under + same) {
                    low = away(middle, 1);
                    below += under + same;
                    inside -= under + same;
                    continue;
                }
                break;  // the two ranks lie on both sides of its edge: list them
            }
            low = innerLow;
            high = innerHigh;
            below = upToLow;
            inside = within;
            if (drawn.front() == drawn.back() && innerHigh - innerLow <= 2.5 * (std::abs(innerLow) * 1e-12 + 1e-14))
                return std::vector<double>(static_cast<std::size_t>(last - first + 1), drawn.front());
        }
    }
    std::vector<double> slopes = list(low, high);
    std::vector<double> result;
    for (Rank rank = first; rank <= last; ++rank) {
        const auto wanted = slopes.begin() + std::clamp<Rank>(rank - below, 0, static_cast<Rank>(slopes.size()) - 1);
        std::nth_element(slopes.begin(), wanted, slopes.end());
        result.push_back(*wanted);
    }
    return result;
}

/// Sum of t(t-1)(2t+5) over the groups of equal values.
double tieTerm(std::span<const double> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    double sum = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t last = first;
        while (last < sorted.size() && sorted[last] == sorted[first])
            ++last;
        const auto t = static_cast<double>(last - first);
        sum += t * (t - 1) * (2 * t + 5);
        first = last;
    }
    return sum;
}

}  // namespace

std::optional<TheilSen> theilSen(std::span<const double> x, std::span<const double> y, double confidence)
{
    const std::size_t size = std::min(x.size(), y.size());
    x = x.first(size);
    y = y.first(size);
    if (size < 2)
        return std::nullopt;
    Slopes slopes(x, y);
    const Rank count = slopes.count();
    if (count == 0)
        return std::nullopt;

    TheilSen line;
    const std::vector<double> middle = slopes.at((count - 1) / 2, count / 2);
    line.slope = (middle.front() + middle.back()) / 2;
    line.intercept = *medianOf({y.begin(), y.end()}) - line.slope * *medianOf({x.begin(), x.end()});

    const auto n = static_cast<double>(size);
    const double variance = (n * (n - 1) * (2 * n + 5) - tieTerm(x) - tieTerm(y)) / 18;
    const double reach = normalQuantile(0.5 + confidence / 2) * std::sqrt(std::max(variance, 0.0));
    // std::nearbyint rounds halves to even, as SciPy does.
    const auto rounded = [](double rank) { return static_cast<Rank>(std::nearbyint(rank)); };
    const Rank low = std::clamp<Rank>(rounded((static_cast<double>(count) - reach) / 2) - 1, 0, count - 1);
    const Rank high = std::clamp<Rank>(rounded((static_cast<double>(count) + reach) / 2), 0, count - 1);
    line.slopeInterval = {slopes.at(low, low).front(), slopes.at(high, high).front()};
    return line;
}

}  // namespace psolog
