// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

#include "core/time.h"

namespace psolog {

/// The moment of a local date and time (minutes from midnight) in a zone given by its offset at each moment. A time
/// that a clock change skips moves forward by the length of the gap (on 2011-12-30, which Apia never had: by a day);
/// of a time that comes twice the first one is meant.
[[nodiscard]] UtcTime utcOfLocal(LocalDay date, std::chrono::minutes timeOfDay,
                                 const std::function<std::chrono::minutes(UtcTime)>& offsetAt);

}  // namespace psolog
