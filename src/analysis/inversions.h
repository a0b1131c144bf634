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

/// Number of pairs of a permutation of 0 … n-1 that stand in the wrong order; sorts it. As above without the blocks,
/// and without a branch that depends on the numbers.
[[nodiscard]] inline std::int64_t countInversions(std::vector<std::uint32_t>& permutation,
                                                  std::vector<std::uint32_t>& spare)
{
    const std::size_t n = permutation.size();
    spare.resize(n);
    if (n < 2)
        return 0;
    std::size_t count = 0;
    for (std::size_t half = std::bit_floor(n - 1); half > 0; half /= 2) {
        const std::uint32_t* const in = permutation.data();
        std::uint32_t* const out = spare.data();
        for (std::size_t start = 0; start < n; start += 2 * half) {
            const std::size_t end = std::min(n, start + 2 * half);
            const std::size_t firstHigh = start + std::min(half, end - start);
            std::size_t low = start;
            std::size_t high = firstHigh;
            for (std::size_t i = start; i < end; ++i) {
                const std::uint32_t value = in[i];
                const std::size_t isHigh = (value & half) != 0 ? 1 : 0;
                out[isHigh != 0 ? high : low] = value;
                count += (isHigh - 1) & (high - firstHigh);
                high += isHigh;
                low += 1 - isHigh;
            }
        }
        permutation.swap(spare);
    }
    return static_cast<std::int64_t>(count);
}

}  // namespace psolog
