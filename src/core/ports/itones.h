// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>

#include "core/nametable.h"
#include "core/ports/soundstate.h"
#include "core/site.h"
#include "core/records.h"

namespace psolog {

/// The short sounds of the guided flows.
enum class Tone {
    Start,       ///< a flow begins or goes on
    Step,        ///< the next step or zone
    Scan,        ///< search, or let go and get ready
    Hold,        ///< stay, lift or squeeze: the effort begins
    Found,       ///< a point was found
    Released,    ///< a point released
    Switch,      ///< change sides
    Halfway,
    LastSecond,  ///< each of the last three seconds
    Answer,      ///< a rating is asked for
    Taken,       ///< an answer was taken
    Paused,
    Finished,
    Stop,
};

template <>
struct NameTable<Tone> {
    static constexpr std::array rows{
        Named{Tone::Start, std::string_view("start")},
        Named{Tone::Step, std::string_view("step")},
        Named{Tone::Scan, std::string_view("scan")},
        Named{Tone::Hold, std::string_view("hold")},
        Named{Tone::Found, std::string_view("found")},
        Named{Tone::Released, std::string_view("released")},
        Named{Tone::Switch, std::string_view("switch")},
        Named{Tone::Halfway, std::string_view("halfway")},
        Named{Tone::LastSecond, std::string_view("last-second")},
        Named{Tone::Answer, std::string_view("answer")},
        Named{Tone::Taken, std::string_view("taken")},
        Named{Tone::Paused, std::string_view("paused")},
        Named{Tone::Finished, std::string_view("finished")},
        Named{Tone::Stop, std::string_view("stop")},
    };
};

/// Plays short sounds. For the GUI thread; no call waits for the sound server.
class ITones {
public:
    virtual ~ITones() = default;

    /// Opens the sound output; until then play() is silent.
    virtual void start() = 0;
    /// Plays it at once; one side alone is higher (right) or lower (left) and comes from that side.
    virtual void play(Tone tone, BodySide side = BodySide::Both) = 0;
    /// 0-100; 0 is silent.
    virtual void setVolume(int volume) = 0;
    [[nodiscard]] virtual SoundState state() const = 0;
    /// Called in the GUI thread whenever state() changed. One listener; empty for none.
    virtual void onChanged(std::function<void()> listener) = 0;
};

}  // namespace psolog
