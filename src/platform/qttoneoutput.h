// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudio>

#include "platform/toneoutput.h"

namespace psolog {

/// Makes outputs on the default device of the desktop (Qt Multimedia), which they follow when it changes. The sound
/// stream is open only from the first tone of a series until a few seconds after the last.
[[nodiscard]] ToneOutputFactory qtToneOutput();

/// Whether a sound stream can take another tone. One that ran dry, on a busy machine, goes on by itself; to open it
/// again would cut off what sounds and delay what comes.
[[nodiscard]] bool isStillOpen(QAudio::State state, QAudio::Error error);

}  // namespace psolog
