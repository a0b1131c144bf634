// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/review.h"
#include "core/logcopy.h"

namespace psolog {

// The facts of a log that is at hand as values: what the ports read from its file, worked out in memory. Removed
// records and those dated after the day given are left out.

/// The facts of these sites, the same that readReviewFacts() reads with LaterDays::LeaveOut.
[[nodiscard]] ReviewFacts copyFacts(const LogCopy& copy, LocalDay today, std::span<const Site> sites);

/// First and last day with any record up to `today`, as ITrendLog::span().
[[nodiscard]] std::optional<LogSpan> copySpan(const LogCopy& copy, LocalDay today);

/// The highest score of a site on a local day.
struct DayHigh {
    std::int32_t day = 0;  ///< LocalDay::number()
    int score = 0;

    friend bool operator==(const DayHigh&, const DayHigh&) = default;
};

/// The days with a score of every site, by indexOf(site), in order of days.
using SiteHighs = std::array<std::vector<DayHigh>, kSiteCount>;

[[nodiscard]] SiteHighs siteHighs(const LogCopy& copy, LocalDay today);

}  // namespace psolog
