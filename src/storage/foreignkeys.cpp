// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignkeys.h"

#include <algorithm>

namespace psolog {

namespace {

std::uint64_t hexDigit(char c)
{
    return static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
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
    std::size_t digit = 0;
    for (const char c : uuid)
        if (c != '-') {
            id[digit / 16] = id[digit / 16] << 4U | hexDigit(c);
            ++digit;
        }
    m_ids.push_back(id);
}

bool ForeignIds::hasTwice()
{
    std::sort(m_ids.begin(), m_ids.end());
    return std::adjacent_find(m_ids.begin(), m_ids.end()) != m_ids.end();
}

}  // namespace psolog
