// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/dayseries.h"
#include "analysis/testseries.h"
#include "analysis/verdict.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/itrendlog.h"
#include "core/site.h"
#include "core/time.h"

namespace psolog {

/// What was named beforehand, and what only may be looked at.
enum class OutcomeRole {
    Primary,      ///< soreness of the hamstring that was worse in the baseline
    Secondary,    ///< calves (less), glutes (more, an early sign), glute activation (more), tilt readings (more)
    Exploratory,  ///< every other site: twelve series at 5 % give a 46 % chance of one false alarm
};

/// What an outcome measures.
enum class OutcomeMeasure {
    Soreness,         ///< 0-10, `site`
    GluteActivation,  ///< 0-4, `site.side`
    TiltArched,       ///< 0-4
    TiltTucked,       ///< 0-4
};

/// One outcome with both phases side by side. Only the primary one has a verdict; the others are described.
struct Outcome {
    OutcomeMeasure measure = OutcomeMeasure::Soreness;
    Site site;
    OutcomeRole role = OutcomeRole::Exploratory;
    Improvement improvement = Improvement::Decrease;  ///< the direction that the claim expects
    PhaseComparison phases;
    std::optional<TheilSen> line;  ///< of both phases together; slope per day
};

/// Days from the first release day on that an early sign looks at.
inline constexpr int kEarlyDays = 14;
/// Smaller differences are not seen as a sign. Scores and ratings are whole numbers.
inline constexpr double kEarlyChange = 1.0;

/// What the claim promises for the first kEarlyDays days from the first release.
enum class Sign { GlutesSorer, HamstringsLessSore, CalvesLessSore, ActivationUp };

template <>
struct NameTable<Sign> {
    static constexpr std::array rows{
        Named{Sign::GlutesSorer, std::string_view("glutes-sorer")},
        Named{Sign::HamstringsLessSore, std::string_view("hamstrings-less-sore")},
        Named{Sign::CalvesLessSore, std::string_view("calves-less-sore")},
        Named{Sign::ActivationUp, std::string_view("activation-up")},
    };
};

/// What an early sign says. Until the kEarlyDays days are over, what is not seen may still come.
enum class SignState {
    TooEarly,
    Seen,
    NotSeen,
    Unknown,  ///< the days are over and too few of them, or of the baseline, have a value
};

template <>
struct NameTable<SignState> {
    static constexpr std::array rows{
        Named{SignState::TooEarly, std::string_view("too-early")},
        Named{SignState::Seen, std::string_view("seen")},
        Named{SignState::NotSeen, std::string_view("not-seen")},
        Named{SignState::Unknown, std::string_view("cannot-tell")},
    };
};

struct SignFinding {
    Sign sign = Sign::GlutesSorer;
    Side side = Side::Left;  ///< the side it rests on: sorer in the baseline, for activation the weaker one
    SignState state = SignState::TooEarly;
    std::optional<double> before;  ///< median of the baseline
    std::optional<double> early;   ///< median of the first kEarlyDays days
    /// The days, counted from the first release day as 1, on which the 7-day median showed it; only when Seen.
    std::optional<int> firstDay;
    std::optional<int> lastDay;

    friend bool operator==(const SignFinding&, const SignFinding&) = default;
};

/// The series of a log that a review rests on; read once, or taken from what a page has read already.
struct ReviewFacts {
    LocalDay today;
    std::optional<LocalDay> firstRelease;
    std::vector<DayActivity> activity;                   ///< of the whole log
    std::array<std::vector<DayValue>, kSiteCount> days;  ///< by indexOf(site); a site not read is empty
    std::vector<TestPoint> glute;                        ///< complete tests, in order of days
    std::vector<TestPoint> tilt;
};

/// The site of the primary outcome: the hamstring that was sorer in the baseline, without a baseline the sorer one
/// since; nothing when no hamstring was ever asked.
[[nodiscard]] std::optional<Site> primarySite(const ReviewFacts& facts);

/// The verdict on the soreness of a site, with the loads of runs.
[[nodiscard]] Verdict judgeSite(const ReviewFacts& facts, Site site);

/// What the load of runs is counted in: the best unit that nearly all runs of both phases have.
enum class LoadUnit {
    SessionLoad,  ///< effort x minutes
    Minutes,
    Metres,
    Runs,
};

template <>
struct NameTable<LoadUnit> {
    static constexpr std::array rows{
        Named{LoadUnit::SessionLoad, std::string_view("session-load")},
        Named{LoadUnit::Minutes, std::string_view("minutes")},
        Named{LoadUnit::Metres, std::string_view("metres")},
        Named{LoadUnit::Runs, std::string_view("runs")},
    };
};

/// The load of runs a week in both phases of a site.
struct WeeklyLoads {
    LoadUnit unit = LoadUnit::Runs;
    double before = 0;
    double since = 0;

    friend bool operator==(const WeeklyLoads&, const WeeklyLoads&) = default;
};

/// The loads that judgeSite() compares, up to the last day with any entry. Nothing when no run was logged or a phase is
/// shorter than kLeastPhaseDays.
[[nodiscard]] std::optional<WeeklyLoads> weeklyLoads(const ReviewFacts& facts, Site site);

/// The early signs, always all four, in order. Needs hamstrings, glutes and calves.
[[nodiscard]] std::vector<SignFinding> earlySigns(const ReviewFacts& facts);

/// Every outcome of the log but the primary one that has a value: secondary, then exploratory.
[[nodiscard]] std::vector<Outcome> otherOutcomes(const ReviewFacts& facts);

/// What becomes of records dated after today.
enum class LaterDays {
    Include,  ///< the clock was set back
    LeaveOut  ///< today is a day of the past, looked back to
};

/// Reads the facts of these sites over the whole log; the first error ends it.
[[nodiscard]] Result<ReviewFacts> readReviewFacts(ITrendLog& trends, ISelfTestLog& tests, LocalDay today,
                                                  const std::vector<Site>& sites, LaterDays later = LaterDays::Include);

}  // namespace psolog
