// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "core/records.h"
#include "core/time.h"

namespace psolog {

/// A score from here on is asked about again the next morning. On a scale of 0-10 about 2 points is the least change
/// that people call one; 3 is the least score that lies further than that from none. With 1 or 2 nearly every runner
/// would be asked about nearly every muscle each morning.
inline constexpr int kFollowUpFrom = 3;
/// The morning ends at noon; for days that start late, this long after their start.
inline constexpr std::chrono::minutes kFollowUpEnds{12 * 60};
inline constexpr std::chrono::minutes kShortestMorning{4 * 60};

/// What the question of the morning rests on.
struct FollowUpFacts {
    RecordedAt now;
    std::chrono::minutes dayStart = kDefaultDayStart;
    std::vector<CheckIn> checkIns;  ///< of the day before and of today, in any order; other days are ignored
    bool releasedYesterday = false;
    std::vector<Site> primary;  ///< the sites the release is judged by
};

/// A site to ask about, with the highest score of the day before; empty when it had none.
struct FollowUpSite {
    Site site;
    std::optional<Score> yesterday;

    [[nodiscard]] bool wasSore() const { return yesterday && yesterday->value() >= kFollowUpFrom; }

    friend bool operator==(const FollowUpSite&, const FollowUpSite&) = default;
};

/// Which sites to ask about this morning: those that were sore the day before, sorest first; after a release then the
/// primary ones and the psoas. Without those that already have a score today; empty when it is not morning. Pure.
[[nodiscard]] std::vector<FollowUpSite> followUp(const FollowUpFacts& facts);

}  // namespace psolog
