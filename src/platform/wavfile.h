// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <QByteArray>

#include "core/result.h"

namespace psolog {

/// 16-bit stereo sound: left and right in turn.
struct StereoSound {
    int rate = 0;  ///< samples a second and channel
    std::vector<std::int16_t> samples;

    [[nodiscard]] std::size_t frames() const { return samples.size() / 2; }
};

/// Reads a WAV file of 16-bit stereo PCM; SyntaxError for anything else.
[[nodiscard]] Result<StereoSound> readWav(const QByteArray& bytes);

}  // namespace psolog
