// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/dayseries.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/score.h"

namespace psolog {

namespace {

constexpr int kScores = Score::kMax + 1;

/// The first score at which more than `position` scores have been counted.
int nth(const DayScores& day, std::int32_t position)
{
    std::int32_t seen = 0;
    for (int score = 0; score < kScores; ++score) {
        seen += day.counts[static_cast<std::size_t>(score)];
        if (position < seen)
            return score;
    }
    return Score::kMax;
}

DayValue dayValue(const DayScores& day)
{
    DayValue value;
    value.day = day.day;
    for (int score = 0; score < kScores; ++score) {
        const std::int32_t count = day.counts[static_cast<std::size_t>(score)];
        value.count += count;
        if (count > 0)
            value.scores = static_cast<std::uint16_t>(value.scores | (1U << score));
    }
    value.median = (nth(day, (value.count - 1) / 2) + nth(day, value.count / 2)) / 2.0;
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

    std::vector<DayScores> days;
    for (const ScorePoint& point : points) {
        if (days.empty() || days.back().day != point.day)
            days.push_back({point.day, {}});
        ++days.back().counts[static_cast<std::size_t>(Score::clamped(point.score).value())];
    }
    return daySeries(days);
}

std::vector<DayValue> daySeries(const std::vector<DayScores>& days)
{
    std::vector<DayValue> values;
    values.reserve(days.size());
    for (const DayScores& day : days)
        values.push_back(dayValue(day));
    addRolling(values);
    return values;
}

}  // namespace psolog
