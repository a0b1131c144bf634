// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/nametable.h"

namespace psolog {

/// Whether voice or tones can be heard.
enum class SoundState {
    Off,           ///< not started, or switched off by the user
    Starting,      ///< asked for, no answer yet
    Ready,
    NoService,     ///< there is no speech engine, or it failed
    NotAnswering,  ///< it was there and hangs; tried again later
    NoOutput,      ///< no device or server plays sound
};

template <>
struct NameTable<SoundState> {
    static constexpr std::array rows{
        Named{SoundState::Off, std::string_view("off")},
        Named{SoundState::Starting, std::string_view("starting")},
        Named{SoundState::Ready, std::string_view("ready")},
        Named{SoundState::NoService, std::string_view("no-service")},
        Named{SoundState::NotAnswering, std::string_view("not-answering")},
        Named{SoundState::NoOutput, std::string_view("no-output")},
    };
};

}  // namespace psolog
