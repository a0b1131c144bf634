// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/coachnote.h"

namespace psolog {

/// The note taken back, to be stored in its place: without text, and later than it, whatever the clock says.
[[nodiscard]] CoachNote withdrawn(const CoachNote& note, const Instant& now);

/// The note as it was, written anew so that it counts after `stored`, the version that is there now: for undo.
[[nodiscard]] CoachNote broughtBack(const CoachNote& note, const CoachNote& stored, const Instant& now);

/// Text as a note may hold it: without control characters, and without blanks at its ends.
[[nodiscard]] std::string noteText(const QString& typed);

/// A note that is shown: those not withdrawn, in the order given.
[[nodiscard]] std::vector<CoachNote> standing(const std::vector<CoachNote>& notes);

}  // namespace psolog
