// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace psolog {

/// One row of an enum's name table.
template <class E>
struct Named {
    E value;
    std::string_view name;
};

/// The one list of an enum's values and their stored names. Specialised next to each enum; the log, the
/// exchange formats and the tests all read it. Names are never translated and never change.
template <class E>
struct NameTable;

/// The stored name of an enum value; empty for a value outside the table.
template <class E>
[[nodiscard]] constexpr std::string_view nameOf(E value)
{
    for (const auto& row : NameTable<E>::rows)
        if (row.value == value)
            return row.name;
    return {};
}

/// The enum value with this stored name, or nothing.
template <class E>
[[nodiscard]] constexpr std::optional<E> fromName(std::string_view name)
{
    for (const auto& row : NameTable<E>::rows)
        if (row.name == name)
            return row.value;
    return std::nullopt;
}

}  // namespace psolog

// An aggregate needs none; clang 14, which builds the fuzz targets, does not know that yet.
#if defined(__clang__)
namespace psolog {
template <class E>
Named(E, std::string_view) -> Named<E>;
}  // namespace psolog
#endif
