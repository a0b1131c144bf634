// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace psolog {

/// Order statistics of the slopes (yj - yi) / (xj - xi) of all pairs of points with distinct x, without a list of all
/// of them: O(n) memory.
///
/// The slopes up to a bound are the pairs that change places between the order of the points by x and their order by
/// y - bound * x; they are counted as inversions. A rank is closed in between two bounds drawn from a random sample of
/// the slopes, then from a sample of those between the bounds, until few enough are left to be listed (Matousek,
/// Information Processing Letters 39 (1991) 183). O(n log n) expected for each rank. The sample has a fixed seed and
/// decides only how long it takes.
///
/// y - bound * x is kept to twice the digits of a double, so that a huge value, or x a moment apart, does not blur the
/// order of the others (Dekker, Numer. Math. 18 (1971) 224). Ranks are exact; slopes that differ by less than 1e-14 of
/// their size, or by less than 1e-180, count as one that many pairs share. Where two x lie less than about 1e-120
/// apart, their product with a bound may be lost, and ranks in a long series be off by such pairs.
class Slopes {
public:
    using Rank = std::int64_t;

    /// x and y are of the same length, at most 2^32 - 1, finite, in any order.
    Slopes(std::span<const double> x, std::span<const double> y);

    /// Number of pairs with distinct x.
    [[nodiscard]] Rank count() const { return m_count; }
    /// The slopes of these ranks, which ascend and lie in 0 … count() - 1.
    [[nodiscard]] std::vector<double> at(std::span<const Rank> ranks);
    /// Sum of t(t-1)(2t+5) over the groups of t equal x.
    [[nodiscard]] double xTieTerm() const { return m_xTieTerm; }
    [[nodiscard]] double medianX() const { return m_medianX; }

private:
    using Index = std::uint32_t;

    /// A bound between slopes: how many lie below it, and the order of the points by y - slope * x.
    struct Cut {
        double slope = 0;
        Rank below = 0;
        std::vector<Index> order;
    };

    struct Key {
        std::uint64_t value;
        Index point;
    };

    /// Ranks that are looked for, and where their slopes go.
    struct Wanted {
        std::span<const Rank> ranks;
        std::span<double> slopes;
    };

    struct Round {
        int depth = 0;
        bool halve = false;  ///< the round before left nearly all slopes
    };

    /// Puts the slopes of these ranks, all of which lie between the two cuts, where they are wanted.
    void select(const Cut& low, const Cut& high, Wanted wanted, Round round);
    /// Bounds that very probably have each of the ranks between two of them, with few other slopes.
    [[nodiscard]] std::vector<double> boundsAround(const Cut& low, const Cut& high, std::span<const Rank> ranks,
                                                   const std::vector<double>& drawn) const;
    void list(const Cut& low, const Cut& high, Wanted wanted);
    [[nodiscard]] std::vector<double> sample(const Cut& low, const Cut& high);
    [[nodiscard]] std::vector<double> samplePairs();
    [[nodiscard]] Cut cutAt(double slope);
    void orderAt(double slope, std::vector<Index>& order);
    /// Orders the points whose keys have the same high part by the low one, then by their numbers.
    void sortTies(Key* keys) const;
    /// Puts into m_sequence, for the points in the order of `low`, their ranks in the order of `high`: the inversions
    /// are the pairs with slopes between the two.
    void arrange(const std::vector<Index>& low, const std::vector<Index>& high);
    [[nodiscard]] double slope(Index a, Index b) const
    {
        return (m_y.data()[b] - m_y.data()[a]) / (m_x.data()[b] - m_x.data()[a]);
    }
    std::uint64_t random();

    // The points by descending x, equal x by ascending y: of two points with the same y - bound * x the right one goes
    // first (their slope counts as below the bound), and points above each other never change places.
    std::vector<double> m_x;
    std::vector<double> m_y;
    std::vector<Index> m_byX;  ///< the points by ascending x, equal x by ascending y
    bool m_level = true;       ///< all y are the same
    double m_xTieTerm = 0;
    double m_medianX = 0;
    Rank m_count = 0;
    std::uint64_t m_random = 20'240'731;

    // Working room.
    std::vector<Key> m_keys;
    std::vector<Key> m_spareKeys;
    std::vector<double> m_low;  ///< low part of each point's y - bound * x
    std::vector<Index> m_rank;
    std::vector<Index> m_sequence;
    std::vector<Index> m_spare;
    std::vector<double> m_listed;
};

}  // namespace psolog
