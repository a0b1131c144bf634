// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace psolog {

/// Rows of one table by their key, which only grows, for the rows of others that refer to them.
class ForeignKeys {
public:
    /// False when the key does not follow.
    [[nodiscard]] bool add(std::int64_t key);
    /// Position of the row with this key, or -1. Quick when the keys that are asked for only grow.
    [[nodiscard]] std::ptrdiff_t find(std::int64_t key);

private:
    std::vector<std::int64_t> m_keys;
    std::size_t m_cursor = 0;
};

/// Ids of the records of one table, to find one that is there twice.
class ForeignIds {
public:
    void add(std::string_view uuid);
    [[nodiscard]] bool hasTwice();

private:
    std::vector<std::array<std::uint64_t, 2>> m_ids;
};

}  // namespace psolog
