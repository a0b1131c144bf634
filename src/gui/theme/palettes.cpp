// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/palettes.h"

namespace psolog {

namespace {

constexpr std::array<QRgb, kSorenessSteps> kRamp{0xE9EEF3, 0xF6EBC4, 0xFCE3A1, 0xFBCF7E, 0xF7B765, 0xF19C57,
                                                 0xE67E52, 0xDC6B57, 0xC24359, 0xA12F5F, 0x7A1F5C};
constexpr int kFirstWhiteStep = 8;
constexpr QRgb kRampDarkText = 0x17212E;
constexpr QRgb kRampLightText = 0xFFFFFF;

struct RoleColor {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr std::array kRoles{
    RoleColor{Role::Window, 0xF5F7FA, 0x11161D},      RoleColor{Role::Sidebar, 0xFFFFFF, 0x151C25},
    RoleColor{Role::Card, 0xFFFFFF, 0x19212B},        RoleColor{Role::Divider, 0xDFE5EC, 0x2A3542},
    RoleColor{Role::ControlLine, 0x7F8DA0, 0x65768A}, RoleColor{Role::Track, 0xDFE5EC, 0x2A3542},
    RoleColor{Role::Text, 0x17212E, 0xE7EDF4},        RoleColor{Role::Muted, 0x566374, 0x9DABBB},
    RoleColor{Role::Accent, 0x0B6E69, 0x4CC9BC},      RoleColor{Role::AccentHover, 0x095A56, 0x6AD6CB},
    RoleColor{Role::OnAccent, 0xFFFFFF, 0x07211E},    RoleColor{Role::AccentSoft, 0xDDF1EE, 0x12342F},
    RoleColor{Role::Good, 0x17693F, 0x69D39B},        RoleColor{Role::GoodSoft, 0xDFF3E7, 0x12301F},
    RoleColor{Role::Warn, 0x9A4B00, 0xF2B15A},        RoleColor{Role::WarnSoft, 0xFDF0DC, 0x35270F},
    RoleColor{Role::Bad, 0xA8201A, 0xFF8A80},         RoleColor{Role::BadSoft, 0xFBE4E2, 0x3A1A19},
    RoleColor{Role::Body, 0xCBD5E1, 0x4A596B},        RoleColor{Role::FarLimb, 0xB4C0CE, 0x3B4858},
    RoleColor{Role::Hair, 0x6B7A8D, 0x313E4D},        RoleColor{Role::Shirt, 0xB8DBD7, 0x2C615D},
    RoleColor{Role::Shorts, 0x8FA9C4, 0x2B3A5C},
    RoleColor{Role::Tool, 0x3C4754, 0xC3CBD5},        RoleColor{Role::MuscleHighlight, 0xCC4A20, 0xFF8A5C},
    RoleColor{Role::SeriesLeft, 0x0072B2, 0x6BB7F0},  RoleColor{Role::SeriesRight, 0xB85600, 0xF0A05A},
    RoleColor{Role::RunMark, 0x0072B2, 0x6BB7F0},     RoleColor{Role::BaselineShade, 0xEEF1F4, 0x222C38},
    RoleColor{Role::NotAsked, 0xEDF1F5, 0x212B37},
};
static_assert(kRoles.size() == kRoleCount);

ColorSet build(bool dark)
{
    ColorSet set;
    for (const RoleColor& entry : kRoles)
        set.roles[static_cast<std::size_t>(entry.role)] = QColor::fromRgb(dark ? entry.dark : entry.light);
    for (std::size_t i = 0; i < kRamp.size(); ++i) {
        set.soreness[i] = QColor::fromRgb(kRamp[i]);
        set.sorenessText[i] = QColor::fromRgb(static_cast<int>(i) < kFirstWhiteStep ? kRampDarkText : kRampLightText);
    }
    return set;
}

}  // namespace

const ColorSet& lightColors()
{
    static const ColorSet set = build(false);
    return set;
}

const ColorSet& darkColors()
{
    static const ColorSet set = build(true);
    return set;
}

const std::vector<ContrastPair>& contrastPairs()
{
    constexpr double text = 4.5;
    constexpr double line = 3.0;
    static const std::vector<ContrastPair> pairs{
        {Role::Text, Role::Window, text},
        {Role::Text, Role::Card, text},
        {Role::Text, Role::Sidebar, text},
        {Role::Text, Role::AccentSoft, text},
        {Role::Text, Role::Body, text},
        {Role::Text, Role::NotAsked, text},
        {Role::Text, Role::WarnSoft, text},
        {Role::Text, Role::BadSoft, text},
        {Role::Text, Role::GoodSoft, text},
        {Role::Text, Role::BaselineShade, text},
        {Role::Muted, Role::Window, text},
        {Role::Muted, Role::Card, text},
        {Role::Muted, Role::Sidebar, text},
        {Role::Muted, Role::AccentSoft, text},
        {Role::Muted, Role::NotAsked, text},
        {Role::Muted, Role::BaselineShade, text},
        {Role::Accent, Role::Window, text},
        {Role::Accent, Role::Card, text},
        {Role::Accent, Role::Sidebar, text},
        {Role::Accent, Role::AccentSoft, text},
        {Role::OnAccent, Role::Accent, text},
        {Role::OnAccent, Role::AccentHover, text},
        {Role::Good, Role::GoodSoft, text},
        {Role::Good, Role::Card, text},
        {Role::Warn, Role::WarnSoft, text},
        {Role::Warn, Role::Card, text},
        {Role::Bad, Role::BadSoft, text},
        {Role::Bad, Role::Card, text},
        {Role::Bad, Role::Window, text},
        {Role::SeriesLeft, Role::Card, text},
        {Role::SeriesRight, Role::Card, text},
        {Role::SeriesLeft, Role::BaselineShade, line},
        {Role::SeriesRight, Role::BaselineShade, line},
        {Role::RunMark, Role::Card, line},
        {Role::ControlLine, Role::Card, line},
        {Role::ControlLine, Role::Window, line},
        {Role::MuscleHighlight, Role::Body, line},
        {Role::MuscleHighlight, Role::Shirt, line},
        {Role::MuscleHighlight, Role::Card, text},
        {Role::Text, Role::Shirt, line},
        {Role::Text, Role::Shorts, line},
        {Role::Tool, Role::AccentSoft, line},
        {Role::Tool, Role::Card, line},
        {Role::Accent, Role::Track, line},
    };
    return pairs;
}

}  // namespace psolog
