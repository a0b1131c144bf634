// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "core/coachnote.h"
#include "core/result.h"

namespace psolog {

/// How far a coach's clock may be ahead: a time zone that was set wrong.
inline constexpr std::chrono::hours kMostAhead{24};

/// InvalidValue when a note or the plan of a file was written later than kMostAhead from now. Later versions replace
/// earlier ones, so that one from the far future could never be changed again.
[[nodiscard]] Result<void> refuseAhead(const NotesFile& file, const Instant& now);

}  // namespace psolog
