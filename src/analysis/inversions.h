// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace psolog {

/// Sorts `values` and calls `block(first, last, value)` for each value that stands after larger ones: [first, last) are
/// those larger ones, which stood before it. The sizes of all blocks add up to the number of inversions. Merge sort,
/// O(n log n); equal values are no inversion. `spare` is working room and may have any content.
template <class T, class Block>
void forEachInversionBlock(std::vector<T>& values, std::vector<T>& spare, Block&& block)
{
    const std::size_t n = values.size();
    spare.resize(n);
    for (std::size_t width = 1; width < n; width *= 2) {
        for (std::size_t left = 0; left < n; left += 2 * width) {
            const std::size_t middle = std::min(left + width, n);
            const std::size_t right = std::min(left + 2 * width, n);
            std::size_t a = left;
            std::size_t b = middle;
            for (std::size_t out = left; out < right; ++out) {
                if (b == right || (a < middle && !(values[b] < values[a]))) {
                    spare[out] = values[a++];
                } else {
                    if (a < middle)
                        block(values.data() + a, values.data() + middle, values[b]);
                    spare[out] = values[b++];
                }
            }
        }
        values.swap(spare);
    }
}

/// Number of pairs that stand in the wrong order; sorts `values`.
template <class T>
[[nodiscard]] std::int64_t countInversions(std::vector<T>& values, std::vector<T>& spare)
{
    std::int64_t count = 0;
    forEachInversionBlock(values, spare, [&count](const T* first, const T* last, const T&) { count += last - first; });
    return count;
}

}  // namespace psolog
