// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>

#include "core/result.h"
#include "core/site.h"

namespace psolog {

/// Soreness of one site: a whole number 0 (none) to 10 (worst imaginable). Also used for other 0-10 ratings
/// (effort of a run, tightness). "Not asked" is an empty std::optional<Score>, never zero.
class Score {
public:
    static constexpr int kMin = 0;
    static constexpr int kMax = 10;

    /// InvalidValue when outside 0-10.
    [[nodiscard]] static Result<Score> make(int value)
    {
        if (value < kMin || value > kMax)
            return fail(ErrorCode::InvalidValue, "a score must be 0 to 10");
        return Score(value);
    }

    /// The nearest valid score.
    [[nodiscard]] static constexpr Score clamped(int value)
    {
        return Score(value < kMin ? kMin : value > kMax ? kMax : value);
    }

    [[nodiscard]] constexpr int value() const { return m_value; }

    friend constexpr auto operator<=>(Score, Score) = default;

private:
    constexpr explicit Score(int value) : m_value(value) {}
    int m_value;
};

/// Scores of all sites; an empty element was not asked.
class SiteScores {
public:
    [[nodiscard]] std::optional<Score>& operator[](Site site) { return m_scores[indexOf(site)]; }
    [[nodiscard]] const std::optional<Score>& operator[](Site site) const { return m_scores[indexOf(site)]; }

    /// Number of sites with a score.
    [[nodiscard]] std::size_t count() const
    {
        std::size_t n = 0;
        for (const auto& score : m_scores)
            n += score.has_value() ? 1 : 0;
        return n;
    }

    friend bool operator==(const SiteScores&, const SiteScores&) = default;

private:
    std::array<std::optional<Score>, kSiteCount> m_scores{};
};

}  // namespace psolog
