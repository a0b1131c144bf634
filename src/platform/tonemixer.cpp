// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tonemixer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace psolog {

namespace {

constexpr qint64 kFrameSize = 2 * static_cast<qint64>(sizeof(std::int16_t));
constexpr qint64 kEnough = 1 << 20;  // bytes; there is always more silence

}  // namespace

ToneMixer::ToneMixer(std::size_t silence, std::function<void()> onSilent)
    : m_silence(silence),
      m_onSilent(std::move(onSilent))
{
}

void ToneMixer::add(const StereoSound& sound, double volume)
{
    m_voices.push_back({&sound, volume, 0});
    m_silentFrames = 0;
}

qint64 ToneMixer::bytesAvailable() const
{
    return kEnough + QIODevice::bytesAvailable();
}

qint64 ToneMixer::readData(char* data, qint64 size)
{
    const auto frames = static_cast<std::size_t>(size / kFrameSize);
    std::vector<double> mixed(frames * 2, 0.0);
    for (Playing& voice : m_voices) {
        const std::size_t count = std::min(frames, voice.sound->frames() - voice.next);
        for (std::size_t i = 0; i < count * 2; ++i)
            mixed[i] += voice.volume * voice.sound->samples[voice.next * 2 + i];
        voice.next += count;
    }
    using Limits = std::numeric_limits<std::int16_t>;
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        const double bounded = std::clamp<double>(mixed[i], Limits::min(), Limits::max());
        const auto sample = static_cast<std::int16_t>(std::lround(bounded));
        std::memcpy(data + i * sizeof sample, &sample, sizeof sample);
    }
    const bool wasSilent = m_voices.empty();
    std::erase_if(m_voices, [](const Playing& voice) { return voice.next >= voice.sound->frames(); });
    if (wasSilent) {
        const bool wasLong = m_silentFrames >= m_silence;
        m_silentFrames += frames;
        if (!wasLong && m_silentFrames >= m_silence)
            m_onSilent();
    }
    return static_cast<qint64>(frames) * kFrameSize;
}

qint64 ToneMixer::writeData(const char*, qint64)
{
    return -1;
}

}  // namespace psolog
