// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <string>

#include "core/nametable.h"
#include "core/result.h"
#include "core/time.h"

namespace psolog {

/// Which colours the program uses.
enum class ThemeChoice {
    System,  ///< as the desktop
    Light,
    Dark,
};

template <>
struct NameTable<ThemeChoice> {
    static constexpr std::array rows{
        Named{ThemeChoice::System, std::string_view("system")},
        Named{ThemeChoice::Light, std::string_view("light")},
        Named{ThemeChoice::Dark, std::string_view("dark")},
    };
};

/// Everything the user can set, and what the window remembers. One value, so that it is read and written whole.
struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    int textSizePercent = 100;                          ///< 80-200
    std::chrono::minutes dayStart = kDefaultDayStart;   ///< 0:00-12:00
    int testRepeats = 2;                                ///< 1-3
    Seconds testHold{5};                                ///< 3-10 s
    std::string windowGeometry;                         ///< base64; empty before the first run
    std::string lastLog;                                ///< path opened last; empty: the default log

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The stored settings.
class ISettings {
public:
    virtual ~ISettings() = default;

    /// The current settings; out-of-range stored values are replaced by the defaults.
    [[nodiscard]] virtual const Settings& current() const = 0;
    /// Stores them.
    virtual Result<void> save(const Settings& settings) = 0;
};

}  // namespace psolog
