// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <optional>
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

/// How much is heard in a guided flow.
enum class SoundLevel {
    Full,       ///< tones and a coach who explains
    Brief,      ///< tones and the fewest words
    TonesOnly,
    Silent,
};

template <>
struct NameTable<SoundLevel> {
    static constexpr std::array rows{
        Named{SoundLevel::Full, std::string_view("full")},
        Named{SoundLevel::Brief, std::string_view("brief")},
        Named{SoundLevel::TonesOnly, std::string_view("tones-only")},
        Named{SoundLevel::Silent, std::string_view("silent")},
    };
};

/// Whether pictures move.
enum class MotionChoice {
    System,  ///< as the desktop asks
    Moving,
    Still,
};

template <>
struct NameTable<MotionChoice> {
    static constexpr std::array rows{
        Named{MotionChoice::System, std::string_view("system")},
        Named{MotionChoice::Moving, std::string_view("moving")},
        Named{MotionChoice::Still, std::string_view("still")},
    };
};

/// Everything the user can set, and what the window remembers. One value, so that it is read and written whole.
struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    int textSizePercent = 100;                          ///< 80-200
    std::chrono::minutes dayStart = kDefaultDayStart;   ///< 0:00-12:00
    int testRepeats = 2;                                ///< 1-3
    Seconds testHold{5};                                ///< 3-10 s
    SoundLevel soundLevel = SoundLevel::Full;
    std::string voice;                                  ///< VoiceChoice::id; empty: one of the program's language
    int voiceRatePercent = 0;                           ///< -50 to 50
    int voiceVolume = 80;                               ///< 0-100
    int toneVolume = 70;                                ///< 0-100
    MotionChoice motion = MotionChoice::System;
    bool fullScreenSession = true;                      ///< a guided flow takes the whole screen
    std::optional<std::chrono::minutes> reminder;       ///< minutes since midnight, 0-1439; nothing: no reminder
    bool weeklyCheckIn = false;                         ///< Today asks once a week how running was limited
    std::string routine;                                ///< id of the routine chosen last; empty: the default
    std::string windowGeometry;                         ///< base64; empty before the first run
    std::string lastLog;                                ///< path opened last; empty: the default log

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The time of a reminder offered until the athlete chooses one: after work, before the evening meal.
inline constexpr std::chrono::minutes kReminderOffer = std::chrono::hours(18);

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
