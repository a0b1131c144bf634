// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/dayseries.h"
#include "core/site.h"
#include "core/time.h"

namespace psolog {

/// One phase of one site: every day with a score counts once, by its median.
struct PhaseSummary {
    int days = 0;                  ///< days with a score
    int missing = 0;               ///< calendar days of the phase without one
    std::optional<double> median;  ///< of the day medians
    std::optional<double> mean;    ///< of the day medians; tells equal medians apart

    friend bool operator==(const PhaseSummary&, const PhaseSummary&) = default;
};

/// What can be said about a site.
enum class FindingKind {
    NeverAsked,      ///< no score at all
    NoReleaseYet,    ///< scores, but no release session: everything is baseline
    NothingBefore,   ///< released from the first day: nothing to compare with
    NothingSince,    ///< no score since the first release
    BeforeAndSince,  ///< both phases have a median
};

/// The plain finding of one site. It describes; it does not judge.
struct Finding {
    Site site;
    FindingKind kind = FindingKind::NeverAsked;
    PhaseSummary before;  ///< baseline: days before the first release day
    PhaseSummary since;   ///< from the first release day on
    bool enough = false;  ///< both phases have kBaselineDays days or more: the least that can be compared

    /// Median since minus median before; only with both.
    [[nodiscard]] std::optional<double> change() const;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The finding of one site. A phase lasts from its first day with a score to its last calendar day: the day before the
/// release, or `today`.
[[nodiscard]] Finding findingOf(Site site, const std::vector<DayValue>& days, std::optional<LocalDay> firstRelease,
                                LocalDay today);

/// Which of several findings leads: the one that was sorest in the baseline, by the median, then by the mean: what came
/// since must not choose what is judged. Without a baseline the one that is sorest since. The first of equals. Null when
/// all were never asked.
[[nodiscard]] const Finding* leadingFinding(std::span<const Finding> findings);

}  // namespace psolog
