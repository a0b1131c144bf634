// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignkeys.h"

#include <algorithm>

namespace psolog {

namespace {

/// The value of a lower-case hexadecimal digit, without a branch: the letters begin at 0x61.
std::uint64_t hexDigit(char c)
{
    const auto code = static_cast<std::uint64_t>(c);
    return (code & 0xFU) + 9 * (code >> 6U);
}

}  // namespace

bool ForeignKeys::add(std::int64_t key)
{
    if (!m_keys.empty() && m_keys.back() >= key)
        return false;
    m_keys.push_back(key);
    return true;
}

std::ptrdiff_t ForeignKeys::find(std::int64_t key)
{
    constexpr std::size_t kNear = 8;
    for (std::size_t steps = 0; steps < kNear && m_cursor < m_keys.size() && m_keys[m_cursor] < key; ++steps)
        ++m_cursor;
    if (m_cursor >= m_keys.size() || m_keys[m_cursor] != key)
        m_cursor = static_cast<std::size_t>(std::lower_bound(m_keys.begin(), m_keys.end(), key) - m_keys.begin());
    if (m_cursor >= m_keys.size() || m_keys[m_cursor] != key)
        return -1;
    return static_cast<std::ptrdiff_t>(m_cursor);
}

void ForeignIds::add(std::string_view uuid)
{
    std::array<std::uint64_t, 2> id{};
    const auto take = [&](std::uint64_t& half, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            half = half << 4U | hexDigit(uuid[i]);
    };
    // Between the dashes: 8-4-4 and 4-12 digits.
    take(id[0], 0, 8);
    take(id[0], 9, 13);
    take(id[0], 14, 18);
    take(id[1], 19, 23);
    take(id[1], 24, 36);
    m_ids.push_back(id);
}

bool ForeignIds::hasTwice()
{
    std::sort(m_ids.begin(), m_ids.end());
    return std::adjacent_find(m_ids.begin(), m_ids.end()) != m_ids.end();
}

}  // namespace psolog
