// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/itones.h"
#include "synth.h"

namespace psolog::sounds {

/// What a tone sounds like, in the middle; a side moves it.
[[nodiscard]] Melody melodyOf(Tone tone);

}  // namespace psolog::sounds
