// SPDX-License-Identifier: GPL-3.0-or-later
#include "melodies.h"

namespace psolog::sounds {

namespace {

// Semitones above 440 Hz, of the scale the sounds share.
constexpr double kD4 = -7;
constexpr double kE4 = -5;
constexpr double kG4 = -2;
constexpr double kA4 = 0;
constexpr double kC5 = 3;
constexpr double kD5 = 5;
constexpr double kE5 = 7;
constexpr double kG5 = 10;
constexpr double kA5 = 12;
constexpr double kC6 = 15;
constexpr double kE6 = 19;

Note note(double at, double seconds, double pitch, double strength = 1)
{
    return {at, seconds, pitch, pitch, strength};
}

Note glide(double at, double seconds, double from, double to)
{
    return {at, seconds, from, to, 1};
}

Timbre bar()
{
    return {0.005, 6.0, {1, 0.35, 0.12}};
}

Timbre bell()
{
    return {0.004, 7.0, {1, 0.15, 0.3, 0.1}};
}

Timbre flute()
{
    return {0.04, 0.8, {1, 0.12, 0.05}};
}

Timbre reed()
{
    return {0.01, 0.5, {1, 0.6, 0.45, 0.3, 0.2}};
}

}  // namespace

Melody melodyOf(Tone tone)
{
    switch (tone) {
    case Tone::Start:  // three steps up
        return {0.55, bar(), {note(0, 0.16, kC5), note(0.13, 0.16, kE5), note(0.26, 0.29, kG5)}};
    case Tone::Step:  // one step up
        return {0.30, bar(), {note(0, 0.12, kG4), note(0.10, 0.20, kC5)}};
    case Tone::Scan:  // low and soft, for wandering
        return {0.40, flute(), {glide(0, 0.40, kE4, kD4)}};
    case Tone::Hold:  // a firm call that stays
        return {0.50, reed(), {note(0, 0.08, kC5), note(0.12, 0.38, kC5)}};
    case Tone::Found:  // a bright ping
        return {0.40, bell(), {note(0, 0.40, kE6)}};
    case Tone::Released:  // opening upwards
        return {0.50, flute(), {glide(0, 0.50, kD5, kA5)}};
    case Tone::Switch:  // to and fro
        return {0.56, bar(), {note(0, 0.15, kC5), note(0.13, 0.15, kA4), note(0.26, 0.15, kC5), note(0.39, 0.17, kA4)}};
    case Tone::Halfway:  // two equal strokes of a bell
        return {0.55, bell(), {note(0, 0.22, kG5), note(0.22, 0.33, kG5)}};
    case Tone::LastSecond:  // a tick
        return {0.10, bar(), {note(0, 0.10, kA5)}};
    case Tone::Answer:  // a question
        return {0.35, flute(), {note(0, 0.13, kE5), glide(0.13, 0.22, kE5, kC6)}};
    case Tone::Taken:  // a small yes
        return {0.16, bell(), {note(0, 0.06, kG5), note(0.06, 0.10, kC6)}};
    case Tone::Paused:  // two equal strokes, low and dull
        return {0.40, flute(), {note(0, 0.15, kG4), note(0.22, 0.18, kG4)}};
    case Tone::Finished:  // all the way down, home
        return {0.60, bar(), {note(0, 0.13, kC6), note(0.11, 0.13, kG5), note(0.22, 0.13, kE5), note(0.33, 0.27, kC5)}};
    case Tone::Stop:  // down, and rough
        return {0.45, reed(), {note(0, 0.12, kA4), note(0.15, 0.30, kD4)}};
    }
    return {};
}

}  // namespace psolog::sounds
