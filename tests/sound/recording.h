// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "platform/wavfile.h"

namespace psolog::test {

/// Recorded sound, both channels as one, at a quarter of its rate: enough for where, not for how, something sounds.
/// Times are in seconds from the first sample.
class Recording {
public:
    /// Of the whole sound, or of its beginning.
    explicit Recording(const StereoSound& sound, double seconds = 1e9);

    [[nodiscard]] double seconds() const;
    /// Root mean square between 0 and 1; 0 outside the recording.
    [[nodiscard]] double loudness(double from, double to) const;

    struct Match {
        double at = 0;        ///< where the sound begins
        double likeness = 0;  ///< 1: exactly this sound, 0: nothing of it
    };
    /// Where between two moments a sound begins, if it does (matched filter: the greatest normalised correlation).
    [[nodiscard]] Match find(const Recording& sound, double from, double to) const;

private:
    [[nodiscard]] std::size_t indexOf(double time) const;

    double m_rate;
    std::vector<float> m_samples;
};

}  // namespace psolog::test
