// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/selftestresult.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace psolog {

namespace {

template <class Predicate>
std::optional<ReadingSpread> spreadOf(const SelfTest& test, Predicate belongs)
{
    std::vector<int> ratings;
    for (const Reading& reading : test.readings)
        if (belongs(reading))
            ratings.push_back(static_cast<int>(reading.contraction));
    if (ratings.empty())
        return std::nullopt;
    std::sort(ratings.begin(), ratings.end());
    const std::size_t middle = ratings.size() / 2;
    const double median = ratings.size() % 2 == 1 ? ratings[middle] : (ratings[middle - 1] + ratings[middle]) / 2.0;
    return ReadingSpread{static_cast<int>(ratings.size()), median, ratings.front(), ratings.back()};
}

std::optional<double> difference(const std::optional<ReadingSpread>& from, const std::optional<ReadingSpread>& to)
{
    if (!from || !to)
        return std::nullopt;
    return to->median - from->median;
}

const SelfTest* newest(const SelfTest* a, const SelfTest& b)
{
    return a == nullptr || a->recorded.at.utc < b.recorded.at.utc ? &b : a;
}

}  // namespace

SelfTestSummary summarise(const SelfTest& test)
{
    SelfTestSummary summary;
    summary.kind = test.kind;
    summary.left = spreadOf(test, [](const Reading& reading) { return reading.side == Side::Left; });
    summary.right = spreadOf(test, [](const Reading& reading) { return reading.side == Side::Right; });
    summary.arched = spreadOf(test, [](const Reading& reading) { return reading.posture == Posture::Arched; });
    summary.tucked = spreadOf(test, [](const Reading& reading) { return reading.posture == Posture::Tucked; });
    if (test.kind == SelfTestKind::PelvicTilt) {
        summary.difference = difference(summary.arched, summary.tucked);
        return summary;
    }
    summary.difference = difference(summary.right, summary.left);
    if (summary.difference && std::abs(*summary.difference) >= kNoticeableDifference)
        summary.weakerSide = *summary.difference < 0 ? Side::Left : Side::Right;
    return summary;
}

SelfTestChange changeBetween(const SelfTestSummary& before, const SelfTestSummary& after)
{
    return SelfTestChange{difference(before.left, after.left), difference(before.right, after.right),
                          difference(before.arched, after.arched), difference(before.tucked, after.tucked)};
}

std::optional<SelfTest> previousComparable(const SelfTest& test, const std::vector<SelfTest>& tests)
{
    const SelfTest* previous = nullptr;
    for (const SelfTest& other : tests) {
        const bool comparable = other.complete && other.id != test.id && other.kind == test.kind
            && other.wordingVersion == test.wordingVersion && other.pillow == test.pillow
            && other.recorded.at.utc <= test.recorded.at.utc;
        if (comparable)
            previous = newest(previous, other);
    }
    return previous == nullptr ? std::nullopt : std::optional(*previous);
}

Side nextFirstSide(const std::vector<SelfTest>& tests)
{
    const SelfTest* last = nullptr;
    for (const SelfTest& test : tests)
        if (test.kind == SelfTestKind::GluteActivation && !test.readings.empty())
            last = newest(last, test);
    return last == nullptr ? Side::Left : opposite(last->firstSide);
}

}  // namespace psolog
