// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/toneoutput.h"

namespace psolog {

/// Makes outputs on the default device of the desktop (Qt Multimedia), which they follow when it changes. The sound
/// stream is open only from the first tone of a series until a few seconds after the last.
[[nodiscard]] ToneOutputFactory qtToneOutput();

}  // namespace psolog
