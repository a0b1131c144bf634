// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace psolog {

/// Sorts a permutation of 0 … n-1 from its highest bit to its lowest and tells of the pairs that stand in the wrong
/// order as it meets them: `visit(first, last, value)` with the larger numbers [first, last) that stood before `value`.
/// The sizes of all blocks add up to the number of inversions; every one is in exactly one block. O(n log n); `spare`
/// is working room and may have any content.
template <class Visit>
void forEachInversionBlock(std::vector<std::uint32_t>& permutation, std::vector<std::uint32_t>& spare, Visit&& visit)
{
    const std::size_t n = permutation.size();
    spare.resize(n);
    if (n < 2)
        return;
    for (std::size_t half = std::bit_floor(n - 1); half > 0; half /= 2) {
        const std::uint32_t* const in = permutation.data();
        std::uint32_t* const out = spare.data();
        // The numbers that agree above this bit stand together, where the lowest of them will end.
        for (std::size_t start = 0; start < n; start += 2 * half) {
            const std::size_t end = std::min(n, start + 2 * half);
            std::uint32_t* low = out + start;
            std::uint32_t* const firstHigh = low + std::min(half, end - start);
            std::uint32_t* high = firstHigh;
            for (std::size_t i = start; i < end; ++i) {
                const std::uint32_t value = in[i];
                if ((value & half) != 0) {
                    *high++ = value;
                } else {
                    if (high != firstHigh)
                        visit(static_cast<const std::uint32_t*>(firstHigh), static_cast<const std::uint32_t*>(high),
                              value);
                    *low++ = value;
                }
            }
        }
        permutation.swap(spare);
    }
}

/// Number of pairs of a permutation of 0 … n-1 that stand in the wrong order; leaves it in any order. As above without
/// the blocks, and without a branch that depends on the numbers.
[[nodiscard]] inline std::int64_t countInversions(std::vector<std::uint32_t>& permutation,
                                                  std::vector<std::uint32_t>& spare)
{
    constexpr int kSmallBits = 3;
    constexpr std::size_t kSmall = 1U << kSmallBits;  // so few numbers are compared with each other
    const std::size_t n = permutation.size();
    spare.resize(n);
    if (n < 2)
        return 0;
    std::size_t count = 0;
    for (int bit = static_cast<int>(std::bit_width(n - 1)) - 1; bit >= kSmallBits; --bit) {
        const std::size_t half = std::size_t{1} << bit;
        const std::uint32_t* const in = permutation.data();
        std::uint32_t* const out = spare.data();
        for (std::size_t start = 0; start < n; start += 2 * half) {
            const std::size_t end = std::min(n, start + 2 * half);
            const std::size_t firstHigh = start + std::min(half, end - start);
            std::size_t high = firstHigh;
            for (std::size_t i = start; i < end; ++i) {
                const std::uint32_t value = in[i];
                const std::size_t isHigh = (value >> bit) & 1U;
                // Those of the lower half so far are all so far but those of the upper half.
                const std::size_t highs = high - firstHigh;
                const std::size_t low = i - highs;
                out[low + ((high - low) & (0 - isHigh))] = value;
                count += (isHigh - 1) & highs;
                high += isHigh;
            }
        }
        permutation.swap(spare);
    }
    for (std::size_t start = 0; start < n; start += kSmall) {
        const std::size_t end = std::min(n, start + kSmall);
        const std::uint32_t* const in = permutation.data();
        for (std::size_t i = start; i < end; ++i)
            for (std::size_t j = i + 1; j < end; ++j)
                count += in[i] > in[j] ? 1 : 0;
    }
    return static_cast<std::int64_t>(count);
}

}  // namespace psolog
