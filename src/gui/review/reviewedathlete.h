// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "analysis/roster.h"
#include "core/coachnote.h"
#include "core/ports/icoachlibrary.h"

namespace psolog {

/// An athlete opened for a review. The log is read by the GUI thread alone.
struct ReviewedAthlete {
    AthleteEntry entry;
    RosterRow row;
    std::vector<Flag> unseen;         ///< flags since the last review
    std::shared_ptr<IReviewLog> log;  ///< never null
    std::vector<CoachNote> notes;     ///< of the coach, withdrawn ones, too, newest first
};

}  // namespace psolog
