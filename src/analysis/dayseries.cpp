// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/dayseries.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/score.h"

namespace psolog {

namespace {

constexpr std::size_t kBins = Score::kMax + 1;
using Histogram = std::array<std::int32_t, kBins>;

/// The value at a position of the sorted scores, 0-based.
int nth(const Histogram& bins, std::int32_t position)
{
    std::int32_t seen = 0;
    for (std::size_t score = 0; score < kBins; ++score) {
        seen += bins[score];
        if (position < seen)
            return static_cast<int>(score);
    }
    return Score::kMax;
}

DayValue dayValue(std::int32_t day, const Histogram& bins, std::int32_t count)
{
    DayValue value;
    value.day = day;
    value.count = count;
    for (std::size_t score = 0; score < kBins; ++score)
        if (bins[score] > 0)
            value.scores = static_cast<std::uint16_t>(value.scores | (1U << score));
    value.median = (nth(bins, (count - 1) / 2) + nth(bins, count / 2)) / 2.0;
    return value;
}

void addRolling(std::vector<DayValue>& days)
{
    std::array<double, kRollingDays> window{};
    std::size_t first = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        while (days[first].day <= days[i].day - kRollingDays)
            ++first;
        const std::size_t count = i - first + 1;
        if (count < kRollingLeastDays)
            continue;
        for (std::size_t k = 0; k < count; ++k)
            window[k] = days[first + k].median;
        const auto end = window.begin() + static_cast<std::ptrdiff_t>(count);
        std::sort(window.begin(), end);
        days[i].rolling = (window[(count - 1) / 2] + window[count / 2]) / 2.0;
    }
}

}  // namespace

std::vector<DayValue> daySeries(const std::vector<ScorePoint>& points)
{
    const auto byDay = [](const ScorePoint& a, const ScorePoint& b) { return a.day < b.day; };
    if (!std::is_sorted(points.begin(), points.end(), byDay)) {
        // Moments in order can have days out of order: a journey westwards, or another start of day.
        std::vector<ScorePoint> sorted = points;
        std::sort(sorted.begin(), sorted.end(), byDay);
        return daySeries(sorted);
    }

    std::vector<DayValue> days;
    for (std::size_t i = 0; i < points.size();) {
        const std::int32_t day = points[i].day;
        Histogram bins{};
        std::int32_t count = 0;
        for (; i < points.size() && points[i].day == day; ++i, ++count)
            ++bins[static_cast<std::size_t>(Score::clamped(points[i].score).value())];
        days.push_back(dayValue(day, bins, count));
    }
    addRolling(days);
    return days;
}

}  // namespace psolog
