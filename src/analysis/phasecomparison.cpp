// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/phasecomparison.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "analysis/kendall.h"
#include "analysis/median.h"
#include "analysis/normal.h"

namespace psolog {

namespace {

double square(double value)
{
    return value * value;
}

/// The pairs of a value of A and one of B, larger being better.
struct Pairs {
    double m = 0;
    double n = 0;
    double wins = 0;  ///< of B
    double ties = 0;
    double nap = 0;
    double lead = 0;           ///< wins - losses
    double rowSquares = 0;     ///< over the values of A: the square of (wins + ties / 2 of its pairs - n nap)
    double columnSquares = 0;  ///< over the values of B: the square of (wins + ties / 2 of its pairs - m nap)
};

/// Calls visit(value's number of larger others, of equal others) for each value; both lists ascend.
template <class Visit>
void forEachRank(const std::vector<double>& values, const std::vector<double>& others, Visit&& visit)
{
    std::size_t below = 0;
    std::size_t upTo = 0;
    for (const double value : values) {
        while (below < others.size() && others[below] < value)
            ++below;
        upTo = std::max(upTo, below);
        while (upTo < others.size() && others[upTo] <= value)
            ++upTo;
        visit(static_cast<double>(others.size() - upTo), static_cast<double>(upTo - below));
    }
}

Pairs countPairs(std::vector<double> a, std::vector<double> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    Pairs pairs;
    pairs.m = static_cast<double>(a.size());
    pairs.n = static_cast<double>(b.size());
    forEachRank(a, b, [&](double larger, double equal) {
        pairs.wins += larger;
        pairs.ties += equal;
    });
    pairs.nap = (pairs.wins + pairs.ties / 2) / (pairs.m * pairs.n);
    pairs.lead = 2 * pairs.wins + pairs.ties - pairs.m * pairs.n;
    forEachRank(a, b, [&](double larger, double equal) {
        pairs.rowSquares += square(larger + equal / 2 - pairs.n * pairs.nap);
    });
    forEachRank(b, a, [&](double larger, double equal) {
        const double smaller = pairs.m - larger - equal;
        pairs.columnSquares += square(smaller + equal / 2 - pairs.m * pairs.nap);
    });
    return pairs;
}

/// The variance of nap from the spread of the pairs' wins over the rows (values of A) and columns (values of B). The
/// binomial part is kept off 0, so that complete separation does not look certain.
double napVariance(const Pairs& pairs)
{
    const double all = pairs.m * pairs.n;
    const double losses = all - pairs.wins - pairs.ties;
    const double squares =
        pairs.wins * square(1 - pairs.nap) + pairs.ties * square(0.5 - pairs.nap) + losses * square(pairs.nap);
    const double least = 0.5 / all;
    const double inside = std::clamp(pairs.nap, least, 1 - least);
    return (inside * (1 - inside) + (pairs.rowSquares + pairs.columnSquares - 2 * squares) / all)
        / ((pairs.m - 1) * (pairs.n - 1));
}

/// P(fewer than `rank` of n values lie below the median), rank at most n / 2.
double tailBelowMedian(double n, double rank)
{
    // From the largest term down: from the smallest up they would all vanish in a long series.
    const double last = rank - 1;
    double term =
        std::exp(std::lgamma(n + 1) - std::lgamma(last + 1) - std::lgamma(n - last + 1) - n * std::numbers::ln2);
    double tail = 0;
    for (double i = last; i >= 0 && term > tail * 1e-17; --i) {
        tail += term;
        term *= i / (n - i + 1);
    }
    return tail;
}

std::vector<double> signedValues(std::span<const double> values, Improvement improvement)
{
    std::vector<double> result(values.begin(), values.end());
    if (improvement == Improvement::Decrease)
        for (double& value : result)
            value = -value;
    return result;
}

}  // namespace

Interval napInterval(double nap, std::size_t m, std::size_t n)
{
    const auto sizes = static_cast<double>(m) * static_cast<double>(n);
    const double h = (static_cast<double>(m) + static_cast<double>(n)) / 2 - 1;
    const double z2 = kNormal95 * kNormal95;
    // At nap = 1 both sides have the factor (1 - x), which is taken out so that the root inside is found; at 0 alike.
    const auto excess = [=](double x) {
        const double spread = 2 + h + (1 + 2 * h) * x * (1 - x);
        if (nap >= 1)
            return sizes * (1 - x) * (2 - x) * (1 + x) - z2 * x * spread;
        if (nap <= 0)
            return sizes * x * (2 - x) * (1 + x) - z2 * (1 - x) * spread;
        return sizes * (nap - x) * (nap - x) * (2 - x) * (1 + x) - z2 * x * (1 - x) * spread;
    };
    // `outside` has a positive excess, `inside` a negative one.
    const auto root = [&](double outside, double inside) {
        for (int step = 0; step < 200 && outside != inside; ++step) {
            const double middle = (outside + inside) / 2;
            (excess(middle) > 0 ? outside : inside) = middle;
        }
        return (outside + inside) / 2;
    };
    if (nap >= 1)
        return {root(0, 1), 1};
    if (nap <= 0)
        return {0, root(1, 0)};
    return {root(0, nap), root(1, nap)};
}

double medianVariance(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    const double rank = std::max(1.0, std::nearbyint((n + 1) / 2 - std::sqrt(n)));
    const double z = normalQuantile(1 - tailBelowMedian(n, rank));
    const auto c = static_cast<std::size_t>(rank);
    const double width = values[values.size() - c] - values[c - 1];
    return std::pow(width / (2 * z), 2);
}

std::optional<double> lagOne(std::span<const double> a, std::span<const double> b)
{
    double products = 0;
    double squares = 0;
    for (const auto phase : {a, b}) {
        // A constant phase has no residuals; its mean may be rounded.
        if (std::adjacent_find(phase.begin(), phase.end(), std::not_equal_to<>()) == phase.end())
            continue;
        const double mean = std::accumulate(phase.begin(), phase.end(), 0.0) / static_cast<double>(phase.size());
        for (std::size_t i = 0; i < phase.size(); ++i) {
            squares += (phase[i] - mean) * (phase[i] - mean);
            if (i > 0)
                products += (phase[i] - mean) * (phase[i - 1] - mean);
        }
    }
    if (a.size() + b.size() < 3 || squares <= 0)
        return std::nullopt;
    return products / squares;
}

PhaseComparison comparePhases(const PhaseValues& a, const PhaseValues& b, Improvement improvement)
{
    PhaseComparison result;
    result.m = a.y.size();
    result.n = b.y.size();
    result.medianA = medianOf({a.y.begin(), a.y.end()});
    result.medianB = medianOf({b.y.begin(), b.y.end()});
    if (!result.medianA || !result.medianB)
        return result;
    result.difference = *result.medianB - *result.medianA;
    if (result.m >= 3 && result.n >= 3) {
        const double reach =
            kNormal95 * std::sqrt(medianVariance({a.y.begin(), a.y.end()}) + medianVariance({b.y.begin(), b.y.end()}));
        result.differenceInterval = Interval{*result.difference - reach, *result.difference + reach};
    }

    const std::vector<double> before = signedValues(a.y, improvement);
    const std::vector<double> after = signedValues(b.y, improvement);
    const auto pairs = static_cast<double>(result.m) * static_cast<double>(result.n);
    const Pairs counted = countPairs(before, after);
    result.nap = counted.nap;
    result.napInterval = napInterval(*result.nap, result.m, result.n);
    // Out of whole numbers: what rounding leaves of 2 nap - 1 is not 0.
    result.tau = counted.lead / pairs;
    if (result.m >= 2 && result.n >= 2)
        result.napSe = std::sqrt(std::max(0.0, napVariance(counted)));
    result.tauUMinusTrendA = (counted.lead - static_cast<double>(kendall(a.x, before).s)) / pairs;
    // Of no confidence: the interval, which is not used, then costs nothing.
    if (const auto line = theilSen(a.x, before, 0)) {
        // Of the usual size, so that a huge value does not level the others.
        std::vector<double> values;
        std::vector<double> onLine;
        for (const PhaseValues& phase : {a, b})
            for (std::size_t i = 0; i < phase.y.size(); ++i) {
                values.push_back(std::abs(phase.y[i]));
                onLine.push_back(std::abs(line->slope * phase.x[i]));
            }
        const double usual = std::max({std::abs(line->intercept), medianOf(std::move(values)).value_or(0),
                                       medianOf(std::move(onLine)).value_or(0)});
        const double unit = std::max(usual, std::numeric_limits<double>::min()) * 0x1p-40;
        const auto corrected = [&](std::span<const double> x, std::vector<double> y) {
            for (std::size_t i = 0; i < y.size(); ++i)
                y[i] -= line->intercept + line->slope * x[i];
            // What rounding leaves must not break a tie. A value far larger than the unit has no such digits.
            for (double& value : y)
                if (std::abs(value) < unit * 0x1p52)
                    value = std::nearbyint(value / unit) * unit;
            return y;
        };
        result.tauBaselineCorrected = countPairs(corrected(a.x, before), corrected(b.x, after)).lead / pairs;
    }
    return result;
}

}  // namespace psolog
