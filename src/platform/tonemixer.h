// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <QIODevice>

#include "platform/wavfile.h"

namespace psolog {

/// What the sound output reads from: the sounds under way, added up, and silence between them.
///
/// Thread: that of the sound output. Ownership: the sounds are borrowed and must outlive the mixer.
class ToneMixer : public QIODevice {
    Q_OBJECT
public:
    /// After `silence` frames without a sound `onSilent` is called, once until the next add().
    ToneMixer(std::size_t silence, std::function<void()> onSilent);

    /// Sounds from the next frame read on; `volume` from 0 to 1.
    void add(const StereoSound& sound, double volume);
    /// Forgets what is under way.
    void clear() { m_voices.clear(); }
    [[nodiscard]] bool isSilent() const { return m_voices.empty(); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    struct Playing {
        const StereoSound* sound;
        double volume;
        std::size_t next;
    };

    const std::size_t m_silence;
    const std::function<void()> m_onSilent;
    std::vector<Playing> m_voices;
    std::size_t m_silentFrames = 0;
};

}  // namespace psolog
