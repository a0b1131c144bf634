// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace psolog::sounds {

inline constexpr int kSampleRate = 24'000;

/// How a note is struck and what it is made of.
struct Timbre {
    double attack = 0.006;               ///< seconds until it is at its loudest
    double decay = 5.0;                  ///< how fast it dies away, per second; 0: it stays
    std::vector<double> partials = {1};  ///< strength of the first, second, third … harmonic
};

struct Note {
    double at = 0;       ///< seconds from the beginning
    double seconds = 0;  ///< how long it sounds
    double pitch = 0;    ///< semitones above 440 Hz
    double glideTo = 0;  ///< pitch at its end
    double strength = 1;
};

struct Melody {
    double seconds = 0;
    Timbre timbre;
    std::vector<Note> notes;
};

/// The melody as samples between -1 and 1, moved by some semitones; it begins and ends in silence.
[[nodiscard]] std::vector<double> render(const Melody& melody, double transpose);

}  // namespace psolog::sounds
