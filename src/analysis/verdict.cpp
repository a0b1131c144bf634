// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/verdict.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/normal.h"

namespace psolog {

namespace {

/// The variance of the mean of `n` days, as a multiple of the variance of independent days, under AR(1) with lag-1
/// correlation r: 1 + 2 sum (1 - k/n) r^k.
double inflation(std::size_t n, double r)
{
    const auto count = static_cast<double>(n);
    double sum = 1;
    double power = r;
    for (double lag = 1; lag < count && power > 1e-9; ++lag, power *= r)
        sum += 2 * (1 - lag / count) * power;
    return sum;
}

/// Two-sided p of the rank-sum test of two phases whose days have the lag-1 correlation r.
double rankTest(const std::vector<double>& a, const std::vector<double>& b, double r)
{
    struct Ranked {
        double value = 0;
        bool fromA = false;
    };
    std::vector<Ranked> all;
    all.reserve(a.size() + b.size());
    for (const double value : a)
        all.push_back({value, true});
    for (const double value : b)
        all.push_back({value, false});
    std::sort(all.begin(), all.end(), [](const Ranked& p, const Ranked& q) { return p.value < q.value; });

    const auto m = static_cast<double>(a.size());
    const auto n = static_cast<double>(b.size());
    const double total = m + n;
    double rankSum = 0;
    double ties = 0;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        double fromA = 0;
        for (; end < all.size() && all[end].value == all[i].value; ++end)
            fromA += all[end].fromA ? 1 : 0;
        const auto tied = static_cast<double>(end - i);
        rankSum += fromA * (static_cast<double>(i) + (tied + 1) / 2);
        ties += tied * (tied * tied - 1);
        i = end;
    }
    const double independent = m * n / 12 * (total + 1 - ties / (total * (total - 1)));
    if (total < 2 || independent <= 0)
        return 1;
    const double factor = (inflation(a.size(), r) / m + inflation(b.size(), r) / n) / (1 / m + 1 / n);
    const double distance = std::abs(rankSum - m * (total + 1) / 2) - 0.5;
    return twoSidedNormal(std::max(0.0, distance) / std::sqrt(independent * factor));
}

/// The correlation the test assumes.
double assumedLagOne(std::optional<double> lag1, std::size_t count)
{
    const double r = lag1.value_or(0);
    const double corrected = r + (1 + 4 * std::max(0.0, r)) / static_cast<double>(count);
    return std::clamp(corrected, 0.0, 0.8);
}

std::vector<double> joined(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> all(a.begin(), a.end());
    all.insert(all.end(), b.begin(), b.end());
    return all;
}

/// Values turned so that less is better.
std::vector<double> oriented(std::span<const double> values, Improvement improvement)
{
    std::vector<double> result(values.begin(), values.end());
    if (improvement == Improvement::Increase)
        for (double& value : result)
            value = -value;
    return result;
}

double meanOf(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

bool wasFalling(std::span<const double> x, std::span<const double> y)
{
    const auto line = theilSen(x, y);
    return line && line->slope * 7 <= -0.5;
}

bool beganBad(std::span<const double> y)
{
    const std::size_t half = y.size() / 2;
    return half > 0 && meanOf(y.first(half)) - meanOf(y.subspan(half)) >= 1.5;
}

bool manyMissing(std::size_t present, int missing)
{
    const double days = static_cast<double>(present) + missing;
    return days >= kLeastPhaseDays && missing > 0.3 * days;
}

bool loadChanged(const VerdictFacts& facts)
{
    if (!facts.weeklyLoadBefore || !facts.weeklyLoadSince)
        return false;
    return std::abs(*facts.weeklyLoadSince - *facts.weeklyLoadBefore) > kLoadChange * *facts.weeklyLoadBefore;
}

}  // namespace

bool Verdict::has(Caution caution) const
{
    return std::find(cautions.begin(), cautions.end(), caution) != cautions.end();
}

Verdict judge(const VerdictFacts& facts)
{
    const PhaseValues& a = facts.baseline;
    const PhaseValues& b = facts.release;
    Verdict verdict;
    verdict.phases = comparePhases(a, b, facts.improvement);
    verdict.neededBefore = std::max(0, kLeastPhaseDays - static_cast<int>(a.y.size()));
    verdict.neededSince = std::max(0, kLeastPhaseDays - static_cast<int>(b.y.size()));
    verdict.missing = facts.missingBefore + facts.missingSince;
    const std::vector<double> x = joined(a.x, b.x);
    const std::vector<double> y = joined(a.y, b.y);
    if (!y.empty()) {
        verdict.trend = kendall(x, y);
        verdict.line = theilSen(x, y);
    }
    verdict.lag1 = lagOne(a.y, b.y);

    const std::vector<double> before = oriented(a.y, facts.improvement);
    const std::vector<double> since = oriented(b.y, facts.improvement);
    if (before.size() >= static_cast<std::size_t>(kLeastPhaseDays)) {
        if (wasFalling(a.x, before))
            verdict.cautions.push_back(Caution::AlreadyFalling);
        if (beganBad(before))
            verdict.cautions.push_back(Caution::BeganInBadSpell);
    }
    if (manyMissing(a.y.size(), facts.missingBefore) || manyMissing(b.y.size(), facts.missingSince))
        verdict.cautions.push_back(Caution::ManyDaysMissing);
    if (loadChanged(facts))
        verdict.cautions.push_back(Caution::RunsChanged);

    const auto& difference = verdict.phases.difference;
    if (!difference)
        return verdict;
    const double base = std::abs(*verdict.phases.medianA);
    if (base > 0)
        verdict.share = *difference / base;
    verdict.p = rankTest(before, since, assumedLagOne(verdict.lag1, y.size()));
    if (verdict.neededBefore > 0 || verdict.neededSince > 0)
        return verdict;
    verdict.kind = VerdictKind::NoClearChange;
    const double change = std::abs(*difference);
    if (*verdict.p < kSignificance && change >= kLeastChange && change >= kLeastShare * base)
        verdict.kind = (*difference < 0) == (facts.improvement == Improvement::Decrease) ? VerdictKind::Better
                                                                                         : VerdictKind::Worse;
    return verdict;
}

}  // namespace psolog
