// SPDX-License-Identifier: GPL-3.0-or-later
#include "synth.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace psolog::sounds {

namespace {

constexpr double kRelease = 0.02;  // seconds in which a note fades out, so that it ends without a click
constexpr double kPeak = 0.7;      // of full scale; leaves room for two tones at once

double frequencyOf(double pitch)
{
    return 440.0 * std::exp2(pitch / 12.0);
}

/// A smooth step from 0 to 1.
double ramp(double x)
{
    const double t = std::clamp(x, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

void add(std::vector<double>& samples, const Note& note, const Timbre& timbre, double transpose)
{
    const auto first = static_cast<std::size_t>(std::lround(note.at * kSampleRate));
    const auto count = static_cast<std::size_t>(std::lround(note.seconds * kSampleRate));
    double phase = 0;
    for (std::size_t i = 0; i < count && first + i < samples.size(); ++i) {
        const double t = static_cast<double>(i) / kSampleRate;
        const double pitch = note.pitch + (note.glideTo - note.pitch) * ramp(t / note.seconds);
        const double envelope =
            ramp(t / timbre.attack) * std::exp(-timbre.decay * t) * ramp((note.seconds - t) / kRelease);
        double value = 0;
        for (std::size_t k = 0; k < timbre.partials.size(); ++k) {
            // Higher partials die away sooner, as on a struck bar.
            const double order = static_cast<double>(k + 1);
            value +=
                timbre.partials[k] * std::exp(-timbre.decay * t * static_cast<double>(k)) * std::sin(order * phase);
        }
        samples[first + i] += note.strength * envelope * value;
        phase += 2 * std::numbers::pi * frequencyOf(pitch + transpose) / kSampleRate;
    }
}

}  // namespace

std::vector<double> render(const Melody& melody, double transpose)
{
    std::vector<double> samples(static_cast<std::size_t>(std::lround(melody.seconds * kSampleRate)), 0.0);
    for (const Note& note : melody.notes)
        add(samples, note, melody.timbre, transpose);
    double peak = 0;
    for (const double sample : samples)
        peak = std::max(peak, std::abs(sample));
    if (peak > 0)
        for (double& sample : samples)
            sample *= kPeak / peak;
    return samples;
}

}  // namespace psolog::sounds
