// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include <algorithm>
#include <cmath>

namespace psolog::test {

namespace {

constexpr std::size_t kStep = 4;

}  // namespace

Recording::Recording(const StereoSound& sound, double seconds) : m_rate(static_cast<double>(sound.rate) / kStep)
{
    const double length = std::min(seconds * m_rate, static_cast<double>(sound.frames() / kStep));
    m_samples.resize(static_cast<std::size_t>(length));
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 2 * kStep * i; k < 2 * kStep * (i + 1); ++k)
            sum += sound.samples[k];
        m_samples[i] = static_cast<float>(sum / (2 * kStep * 32768.0));
    }
}

double Recording::seconds() const
{
    return static_cast<double>(m_samples.size()) / m_rate;
}

double Recording::loudness(double from, double to) const
{
    const std::size_t last = indexOf(to);
    double sum = 0;
    for (std::size_t i = indexOf(from); i < last; ++i)
        sum += static_cast<double>(m_samples[i]) * static_cast<double>(m_samples[i]);
    return std::sqrt(sum / std::max(1.0, (to - from) * m_rate));
}

Recording::Match Recording::find(const Recording& sound, double from, double to) const
{
    const std::vector<float>& wanted = sound.m_samples;
    float wantedEnergy = 0;
    for (const float sample : wanted)
        wantedEnergy += sample * sample;
    Match best;
    const std::size_t last = indexOf(to);
    for (std::size_t at = indexOf(from); at < last && at + wanted.size() <= m_samples.size(); ++at) {
        float common = 0;
        float energy = 0;
        const float* const here = m_samples.data() + at;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            common += here[i] * wanted[i];
            energy += here[i] * here[i];
        }
        const double likeness =
            energy > 0 ? static_cast<double>(common) / std::sqrt(static_cast<double>(energy * wantedEnergy)) : 0;
        if (likeness > best.likeness)
            best = {static_cast<double>(at) / m_rate, likeness};
    }
    return best;
}

std::size_t Recording::indexOf(double time) const
{
    const double index = std::clamp(time * m_rate, 0.0, static_cast<double>(m_samples.size()));
    return static_cast<std::size_t>(index);
}

}  // namespace psolog::test
