// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QString>

#include "core/ports/itones.h"
#include "platform/wavfile.h"

namespace psolog {

/// ":/sounds/last-second-left.wav".
[[nodiscard]] QString soundPath(Tone tone, BodySide side);

/// All tones of all sides, in memory. Immutable, so any thread may read it.
class ToneBank {
public:
    /// From the program's own resources; Error when one is missing or not like the others.
    [[nodiscard]] static Result<ToneBank> load();

    [[nodiscard]] const StereoSound& sound(Tone tone, BodySide side) const;
    /// The rate of all of them.
    [[nodiscard]] int rate() const { return m_sounds.front().front().rate; }

private:
    static constexpr std::size_t kSides = NameTable<BodySide>::rows.size();

    ToneBank() = default;

    std::array<std::array<StereoSound, kSides>, NameTable<Tone>::rows.size()> m_sounds;
};

}  // namespace psolog
