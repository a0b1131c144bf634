// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/nametable.h"

namespace psolog {

/// A muscle group whose soreness is logged.
enum class Muscle {
    Hamstring,
    Calf,
    Quadriceps,
    Glute,
    Psoas,
    LowerBack,
};

template <>
struct NameTable<Muscle> {
    static constexpr std::array rows{
        Named{Muscle::Hamstring, std::string_view("hamstring")},
        Named{Muscle::Calf, std::string_view("calf")},
        Named{Muscle::Quadriceps, std::string_view("quadriceps")},
        Named{Muscle::Glute, std::string_view("glute")},
        Named{Muscle::Psoas, std::string_view("psoas")},
        Named{Muscle::LowerBack, std::string_view("lower-back")},
    };
};

/// Side of the body, the athlete's own.
enum class Side {
    Left,
    Right,
};

template <>
struct NameTable<Side> {
    static constexpr std::array rows{
        Named{Side::Left, std::string_view("left")},
        Named{Side::Right, std::string_view("right")},
    };
};

[[nodiscard]] constexpr Side opposite(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

/// One place whose soreness is asked: a muscle group on one side.
struct Site {
    Muscle muscle = Muscle::Hamstring;
    Side side = Side::Left;

    friend auto operator<=>(const Site&, const Site&) = default;
};

inline constexpr std::size_t kMuscleCount = NameTable<Muscle>::rows.size();
inline constexpr std::size_t kSiteCount = kMuscleCount * 2;

/// Position of a site in arrays of kSiteCount: muscles in declaration order, left before right.
[[nodiscard]] constexpr std::size_t indexOf(Site site)
{
    return static_cast<std::size_t>(site.muscle) * 2 + static_cast<std::size_t>(site.side);
}

/// The site at a position; index < kSiteCount.
[[nodiscard]] constexpr Site siteAt(std::size_t index)
{
    return Site{static_cast<Muscle>(index / 2), static_cast<Side>(index % 2)};
}

/// All sites in index order.
[[nodiscard]] constexpr std::array<Site, kSiteCount> allSites()
{
    std::array<Site, kSiteCount> sites{};
    for (std::size_t i = 0; i < kSiteCount; ++i)
        sites[i] = siteAt(i);
    return sites;
}

/// Stored name of a site: "hamstring-left".
[[nodiscard]] std::string nameOf(Site site);

/// The site with this stored name, or nothing.
[[nodiscard]] std::optional<Site> siteFromName(std::string_view name);

}  // namespace psolog
