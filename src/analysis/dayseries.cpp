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

/// The medians of the days in the window, in order; a day comes and goes at the cost of moving a few numbers.
class Window {
public:
    void add(double value)
    {
        std::size_t place = m_size++;
        for (; place > 0 && m_values[place - 1] > value; --place)
            m_values[place] = m_values[place - 1];
        m_values[place] = value;
    }
    void remove(double value)
    {
        const auto end = m_values.begin() + static_cast<std::ptrdiff_t>(m_size);
        const auto place = std::find(m_values.begin(), end, value);
        std::copy(place + 1, end, place);
        --m_size;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double median() const { return (m_values[(m_size - 1) / 2] + m_values[m_size / 2]) / 2.0; }

private:
    std::array<double, kRollingDays> m_values{};
    std::size_t m_size = 0;
};

void addRolling(std::vector<DayValue>& days)
{
    Window window;
    std::size_t first = 0;
    for (DayValue& day : days) {
        for (; days[first].day <= day.day - kRollingDays; ++first)
            window.remove(days[first].median);
        window.add(day.median);
        if (window.size() >= kRollingLeastDays)
            day.rolling = window.median();
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
