// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/records.h"
#include "exchange/demorandom.h"

namespace psolog::demo {

/// How far the demonstration's story has come on the day of a session.
struct SessionStory {
    RecordedAt recorded;
    Milli tightLeft = 0;  ///< before the session
    Milli tightRight = 0;
    int releasedPercent = 60;           ///< of the points found
    std::optional<StopReason> stopped;  ///< in the middle zone; nothing: completed
};

/// A five-minute release session with the events a real one leaves.
[[nodiscard]] ReleaseSession makeSession(const SessionStory& story, Random& random);

}  // namespace psolog::demo
