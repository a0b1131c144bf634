// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QString>

#include "core/ports/iclock.h"
#include "gui/review/reviewedathlete.h"
#include "storage/log.h"

namespace psolog::test {

/// What an invented athlete's log holds.
struct AthleteStory {
    std::string name = "Runner 07";
    int days = 60;  ///< of a demonstration log; 0: only what `add` writes
    std::uint64_t seed = 7;
    double effect = -3;
    /// Adds to the log before it becomes an image.
    std::function<void(Log&)> add = [](Log&) {};
};

/// The bytes of such a log as a file.
[[nodiscard]] std::shared_ptr<const std::string> imageOf(const AthleteStory& story, const IClock& clock);

/// The athlete as a coach opens one: an image in memory, with two flags, one of them new since the last review.
[[nodiscard]] ReviewedAthlete reviewed(const AthleteStory& story, const IClock& clock,
                                       std::shared_ptr<const std::string> image = nullptr);

/// A note of the coach's.
[[nodiscard]] CoachNote coachNote(const std::string& text, const IClock& clock,
                                  const std::optional<NoteDays>& days = {});

}  // namespace psolog::test
