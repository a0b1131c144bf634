// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/dayseries.h"
#include "core/experiment.h"
#include "core/ports/irandomsource.h"
#include "core/ports/itrendlog.h"

namespace psolog {

/// Days with a score that an experiment needs with release, and as many without, before it is compared.
inline constexpr int kLeastDaysCompared = 7;

/// The plan with its chance parts drawn: every baseline from leastBaseline to mostBaseline is equally likely, or every
/// order within each of `weekPairs` pairs of weeks. Everything else of `plan` stays.
///
/// Nothing of a drawn plan may be told before its time: who knows that the release begins tomorrow may rate today
/// differently. Say what today is; until the release has begun neither `baseline` nor the days left of it. The last day
/// tells nothing: it is the same for every draw.
[[nodiscard]] Experiment drawn(Experiment plan, int weekPairs, IRandomSource& random);

/// How many plans the draw chooses from: 15 for a baseline of 7 to 21 days, 2^pairs for pairs of weeks. Needs the
/// ranges or the number of pairs only.
[[nodiscard]] int assignmentCount(const Experiment& plan);

/// The smallest p that the randomisation test of this plan can give, 1 / assignmentCount(): with fewer than 20
/// assignments the test can never get to 5 %, whatever happens. That is to be said before the plan begins.
[[nodiscard]] double smallestP(const Experiment& plan);

/// The days on which the release could begin, in order; empty for alternating weeks.
[[nodiscard]] std::vector<LocalDay> candidateDays(const Experiment& plan);

/// Whether what was drawn for this day, one that the plan covers, may be told on `today`. It stays untold until its
/// time comes, so that it cannot colour the days before it. With a random start these are the days that could still be
/// the first one; with weeks by turns those of every pair that has not begun. Of a plan that was ended everything is
/// told.
[[nodiscard]] bool isDrawTold(const Experiment& plan, LocalDay day, LocalDay today);

/// Whether the first release day of a random start may be told on `today`: it has come, only one was possible, or the
/// plan was ended.
[[nodiscard]] bool isStartTold(const Experiment& plan, LocalDay today);

/// Every plan that the same draw could have given, this one among them.
[[nodiscard]] std::vector<Experiment> assignmentsOf(const Experiment& plan);

/// Where an experiment stands.
enum class ExperimentStage {
    NotOver,     ///< its last day has not passed
    Stopped,     ///< ended early; when to stop was no matter of chance, so that there is no p
    Replaced,    ///< another plan took its place
    TooFewDays,  ///< over, with fewer than kLeastDaysCompared days with a score on one of the sides
    Done,        ///< over, with a p
};

/// What an experiment has shown. Days are days of the plan that have passed by.
struct ExperimentFinding {
    ExperimentStage stage = ExperimentStage::NotOver;
    int daysWithout = 0;      ///< days without release that have a score
    int daysWith = 0;         ///< release days that have a score
    int releasedWithout = 0;  ///< days without release on which a release was done all the same
    int releasesMissed = 0;   ///< release days without a release
    int plannedWithout = 0;   ///< days without release, with a score or not
    int plannedWith = 0;      ///< release days, with a score or not
    int assignments = 1;      ///< see assignmentCount()
    int incomparable = 0;     ///< of them, those that leave a side without any score; only when Done
    double smallestP = 1;     ///< see smallestP()

    // Only when Done:
    std::optional<double> meanWithout;  ///< mean of the day medians of days without release
    std::optional<double> meanWith;     ///< the same of release days
    std::optional<double> difference;   ///< meanWithout - meanWith: above 0 when release days were less sore
    std::optional<double> p;            ///< exact, one-sided

    friend bool operator==(const ExperimentFinding&, const ExperimentFinding&) = default;
};

/// Examines a plan with the soreness of one site: `days` in order of days, of any length; `activity` says on which days
/// there was a release. The site should be one that no draw has chosen (see experimentSite()).
///
/// p is that of the exact randomisation test for N = 1 (Edgington & Onghena, Randomization Tests, 4th ed. 2007, chapter
/// 11): the share of the plans that could have been drawn whose difference, on the scores as they are, is at least as
/// large as that of the plan that was drawn. If the release changed nothing the scores would be the same under every
/// plan, and each was equally likely: then p is at most α in at most the share α of all draws, whatever trend or
/// correlation from day to day the scores have. One-sided, because the claim is that soreness drops.
///
/// - All plans of a draw cover the same days, and all scores of those days are used.
/// - Days are compared as they were drawn, not as they were lived: leaving out the days on which the plan was not kept
///   would let soreness choose the days.
/// - A day without a score is left out of its mean, whichever side it is on. A plan that leaves a side without scores
///   has no difference; it counts as one of at least the same difference, which can make p larger and never smaller.
[[nodiscard]] ExperimentFinding examine(const Experiment& plan, const std::vector<DayValue>& days,
                                        const std::vector<DayActivity>& activity, LocalDay today);

}  // namespace psolog
