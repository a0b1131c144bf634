// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/copyfacts.h"
#include "analysis/roster.h"

namespace psolog {

// The rules of the roster, each a function of what it rests on; their numbers are in roster.h. Nothing: the rule is not
// true. Pure. Records dated after `today` must have been left out.

/// The latest release that was stopped for a red reason within kRedStopDays; the flag is `since` its day, so that a
/// second one is new again.
[[nodiscard]] std::optional<Flag> redStopFlag(const std::vector<Kept<ReleaseSession>>& releases, LocalDay today);

/// One for each site, the highest score first. A day counts by its highest score: a bad evening is not made good by the
/// morning.
[[nodiscard]] std::vector<Flag> highScoreFlags(const SiteHighs& highs, LocalDay today);

/// `verdict` is judgeSite() of the facts and the site. `since` is found by halving the days: that the verdict was
/// another for a few days in between may go unseen.
[[nodiscard]] std::optional<Flag> worseFlag(const ReviewFacts& facts, Site site, const Verdict& verdict);

/// `days` of the site. The interval takes days as independent; as they resemble each other, a steady diary is flagged
/// now and then, which is why the line must rise by a point, too.
[[nodiscard]] std::optional<Flag> risingFlag(const std::vector<DayValue>& days, Site site, LocalDay today);

/// Counts from the day of the log's first start where nothing was scored yet.
[[nodiscard]] std::optional<Flag> silentFlag(std::optional<LocalDay> lastCheckIn, LocalDay created, LocalDay today);

/// How a plan is kept, and since when the rule of PlanNotFollowed is true.
struct PlanKept {
    Adherence adherence;
    std::optional<LocalDay> brokenSince;

    friend bool operator==(const PlanKept&, const PlanKept&) = default;
};

/// The share of days with a release, over the share that is planned, at most 1:
///
///     score = min(1, (sum w_i r_i / sum w_i) / (planned / 7)),   w_i = 2^(-i / kPlanHalfLife)
///
/// where r_i is 1 when there was a release i counted days before the last one, otherwise 0. This is an exponentially
/// weighted mean (Roberts, Technometrics 1 (1959) 239) without the bias of its start, the way habit trackers score a
/// habit: one missed day costs a tenth and is half forgotten after a week, while a daily plan that is given up falls
/// below kPlanShare on the sixth day. A weekly plan that is kept never does, because the weights of a week are spread
/// evenly enough.
///
/// Counted are the days from the first release to the last day with any entry. That last day, as every day after it,
/// counts with a release only: what is not logged yet is not missed. Days on which an experiment has no release are
/// left out. Nothing before the first release. `daysAWeek`: 1-7; nothing: daily, as the routines are meant.
[[nodiscard]] std::optional<PlanKept>
adherenceOf(const ReviewFacts& facts, const std::vector<Kept<Experiment>>& experiments, std::optional<int> daysAWeek);
[[nodiscard]] std::optional<Flag> planFlag(const std::optional<PlanKept>& plan);

/// The sides in the last complete glute test with both of them, and since when they differ beyond their noise.
struct SidesKept {
    SideDifference difference;
    std::optional<LocalDay> beyondSince;

    friend bool operator==(const SidesKept&, const SidesKept&) = default;
};

/// Beyond its noise is a difference of the sides' medians greater than each of
/// - one step of the scale: ratings are whole, so that sides that are alike can be a step apart by rounding alone;
/// - the spread (highest less lowest) of the repeats of either side in the same test;
/// - once there are kAsymmetryLeastTests tests, the median of the changes of the difference (left less right, signed)
///   from one test to the next over the last kAsymmetryTests: what the same athlete shows without meaning it.
[[nodiscard]] std::optional<SidesKept> sidesOf(const std::vector<TestPoint>& glute);
[[nodiscard]] std::optional<Flag> asymmetryFlag(const std::optional<SidesKept>& sides, LocalDay today);

}  // namespace psolog
