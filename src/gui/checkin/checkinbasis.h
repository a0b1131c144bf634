// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/followup.h"
#include "core/records.h"

namespace psolog {

/// A site's score from an earlier check-in.
struct EarlierScore {
    Score score = Score::clamped(0);
    LocalDay day;

    friend bool operator==(const EarlierScore&, const EarlierScore&) = default;
};

/// What the log knows that helps with a check-in: earlier scores to compare with, and what is likely being entered.
struct CheckInBasis {
    std::optional<CheckIn> last;                                    ///< the newest earlier one with a score
    std::array<std::optional<EarlierScore>, kSiteCount> earlier{};  ///< by indexOf(site): the newest earlier score
    std::vector<Site> soreLast;  ///< sites of `last` worth asking first, sorest first
};

/// A score from here on is asked again first next time.
inline constexpr int kAskAgainFrom = kFollowUpFrom;

/// The basis for a check-in made at `moment`, from the check-ins of the days before it, in any order. `self` (empty
/// for a new one) does not count as earlier than itself.
[[nodiscard]] CheckInBasis basisFor(const std::vector<CheckIn>& known, const CheckInId& self, const Instant& moment);

/// Before this time of day a check-in is a morning one.
inline constexpr std::chrono::minutes kMorningEnds{11 * 60};

/// The likely context of a new check-in: the morning before kMorningEnds, unless today has a morning check-in; else
/// other. That there was a run is for the athlete to say.
[[nodiscard]] Context likelyContext(const std::vector<CheckIn>& known, const RecordedAt& now);

}  // namespace psolog
