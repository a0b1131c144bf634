// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <random>
#include <span>
#include <vector>

#include "analysis/verdict.h"

namespace psolog::test {

/// One simulated diary: a whole score 0-10 a day.
struct Diary {
    std::vector<double> baseline;
    std::vector<double> release;
};

/// What is true of a simulated diary.
struct Truth {
    double mean = 6;
    double phi = 0.3;     ///< correlation from one day to the next
    double drop = 0;      ///< points, from the first release day on
    double recovery = 0;  ///< points a day, from the first day on
    int baselineDays = 14;
    int releaseDays = 14;
    double spread = 1.5;  ///< standard deviation of a day, in points
};

/// How a diary is chosen that begins in a bad spell: the first half of its baseline lies at least one standard
/// deviation above the usual.
struct BadStart {
    enum class Choice {
        DrawAgain,  ///< diaries are drawn until one begins so
        FirstSpell  ///< a long diary without an end; logging begins at the first such spell
    };
    enum class Measure {
        Latent,    ///< the mean of the values before they are rounded
        Scores,    ///< the mean of the scores
        EveryDay,  ///< every day by itself, before it is rounded
        OwnUsual   ///< the mean of the scores, against mean and standard deviation of the long diary's own scores
    };
    Choice choice = Choice::DrawAgain;
    Measure measure = Measure::Latent;
    int days = 4;  ///< that are the first half
};

/// Draws diaries: AR(1) noise around the truth, rounded and held in 0-10. The same seed gives the same diaries on every
/// machine.
class DiarySimulator {
public:
    explicit DiarySimulator(std::uint64_t seed) : m_random(seed) { }

    [[nodiscard]] Diary draw(const Truth& truth)
    {
        const int days = truth.baselineDays + truth.releaseDays;
        const std::vector<double> noise = series(days, truth);
        std::vector<double> values(noise.size());
        for (int day = 0; day < days; ++day)
            values[at(day)] =
                truth.mean + noise[at(day)] - truth.recovery * day - (day >= truth.baselineDays ? truth.drop : 0);
        return cut(values, 0, truth);
    }

    [[nodiscard]] Diary drawBadStart(const Truth& truth, const BadStart& start)
    {
        const int days = truth.baselineDays + truth.releaseDays;
        for (;;) {
            const bool fromLong = start.choice == BadStart::Choice::FirstSpell;
            std::vector<double> values = series(fromLong ? kLongDays : days, truth);
            for (double& value : values)
                value += truth.mean;
            const int first = fromLong ? kWarmUpDays : 0;
            const int last = fromLong ? kLongDays - days : 0;
            const double usual = usualOf(values, truth, start);
            for (int day = first; day <= last; ++day)
                if (isBad(values, day, usual, start))
                    return cut(values, day, truth);
        }
    }

private:
    static constexpr int kLongDays = 365;
    static constexpr int kWarmUpDays = 30;

    static std::size_t at(int day) { return static_cast<std::size_t>(day); }
    static double score(double value) { return std::clamp(std::round(value), 0.0, 10.0); }

    double uniform() { return (static_cast<double>(m_random() >> 11) + 0.5) * 0x1.0p-53; }

    /// Box and Muller, because the distributions of the standard library differ between libraries.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

    std::vector<double> series(int days, const Truth& truth)
    {
        std::vector<double> values(at(days));
        double last = truth.spread * normal();
        for (double& value : values) {
            value = last;
            last = truth.phi * last + truth.spread * std::sqrt(1 - truth.phi * truth.phi) * normal();
        }
        return values;
    }

    static Diary cut(const std::vector<double>& values, int first, const Truth& truth)
    {
        Diary diary;
        for (int day = 0; day < truth.baselineDays + truth.releaseDays; ++day)
            (day < truth.baselineDays ? diary.baseline : diary.release).push_back(score(values[at(first + day)]));
        return diary;
    }

    static double usualOf(const std::vector<double>& values, const Truth& truth, const BadStart& start)
    {
        if (start.measure != BadStart::Measure::OwnUsual)
            return truth.mean + truth.spread;
        double sum = 0;
        double squares = 0;
        for (const double value : values) {
            sum += score(value);
            squares += score(value) * score(value);
        }
        const auto n = static_cast<double>(values.size());
        return sum / n + std::sqrt(squares / n - sum / n * sum / n);
    }

    static bool isBad(const std::vector<double>& values, int first, double limit, const BadStart& start)
    {
        const std::span<const double> days = std::span(values).subspan(at(first), at(start.days));
        if (start.measure == BadStart::Measure::EveryDay)
            return std::all_of(days.begin(), days.end(), [limit](double value) { return value >= limit; });
        double sum = 0;
        for (const double value : days)
            sum += start.measure == BadStart::Measure::Latent ? value : score(value);
        return sum >= limit * start.days;
    }

    std::mt19937_64 m_random;
};

/// The verdict on a diary whose days follow one another without a gap.
[[nodiscard]] inline Verdict judged(const Diary& diary, Improvement improvement = Improvement::Decrease)
{
    std::vector<double> x(diary.baseline.size() + diary.release.size());
    std::iota(x.begin(), x.end(), 0.0);
    VerdictFacts facts;
    facts.baseline = {std::span(x).first(diary.baseline.size()), diary.baseline};
    facts.release = {std::span(x).subspan(diary.baseline.size()), diary.release};
    facts.improvement = improvement;
    return judge(facts);
}

}  // namespace psolog::test
