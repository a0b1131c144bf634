// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <QColor>

namespace psolog {

/// What a colour is for. Every colour of the program is one of these or a step of the soreness ramp.
enum class Role {
    Window,           ///< behind the cards
    Sidebar,          ///< behind the navigation
    Card,             ///< surface of a card
    Divider,          ///< hairline around and inside cards; decoration, carries no meaning
    ControlLine,      ///< outline of an input or button
    Track,            ///< unfilled part of a ring or bar
    Text,
    Muted,            ///< secondary text
    Accent,           ///< primary button, links, progress, focus
    AccentHover,      ///< primary button under the pointer
    OnAccent,         ///< text on Accent
    AccentSoft,       ///< selected item
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Body,             ///< figure
    FarLimb,          ///< limbs on the far side of the figure
    Hair,             ///< of the figure; shows where it looks
    Shirt,            ///< of the figure
    Shorts,           ///< of the figure; their waistband shows how the pelvis stands
    Tool,             ///< the release tool in the figure
    MuscleHighlight,  ///< the muscle in question
    SeriesLeft,       ///< left side in charts
    SeriesRight,      ///< right side in charts
    RunMark,          ///< days with a run
    BaselineShade,    ///< behind the baseline in charts
    NotAsked,         ///< fill of a site that was not asked
    Count,
};

inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Count);
inline constexpr int kSorenessSteps = 11;

/// One complete set of colours.
struct ColorSet {
    std::array<QColor, kRoleCount> roles;
    std::array<QColor, kSorenessSteps> soreness;      ///< fill for scores 0-10; luminance falls steadily
    std::array<QColor, kSorenessSteps> sorenessText;  ///< the number on that fill

    [[nodiscard]] const QColor& operator[](Role role) const { return roles[static_cast<std::size_t>(role)]; }
};

[[nodiscard]] const ColorSet& lightColors();
[[nodiscard]] const ColorSet& darkColors();

/// A pair of roles that is drawn one on the other, and the contrast it must reach (WCAG 2.1: 4.5 text, 3 lines).
struct ContrastPair {
    Role foreground;
    Role background;
    double minimum;
};

/// Every pair the program draws; the accessibility test computes each for each colour set.
[[nodiscard]] const std::vector<ContrastPair>& contrastPairs();

}  // namespace psolog
