// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/verdict.h"
#include "core/logcopy.h"
#include "core/nametable.h"
#include "core/result.h"
#include "core/site.h"

namespace psolog {

/// Why an athlete needs a look, the most urgent first. Worse: the verdict on the primary site is worse. The other rules
/// are described where their numbers are, below. A flag is a reason to look, never a finding: of athletes without any
/// change some are flagged by chance.
enum class FlagKind {
    RedStop,
    HighScore,
    Worse,
    Rising,
    Silent,
    PlanNotFollowed,
    Asymmetry,
};

template <>
struct NameTable<FlagKind> {
    static constexpr std::array rows{
        Named{FlagKind::RedStop, std::string_view("red-stop")},
        Named{FlagKind::HighScore, std::string_view("high-score")},
        Named{FlagKind::Worse, std::string_view("worse")},
        Named{FlagKind::Rising, std::string_view("rising")},
        Named{FlagKind::Silent, std::string_view("silent")},
        Named{FlagKind::PlanNotFollowed, std::string_view("plan-not-followed")},
        Named{FlagKind::Asymmetry, std::string_view("asymmetry")},
    };
};

// The numbers of the rules. "The last n days" end with today. Each rule is a function of rosterflags.h.

/// RedStop: a release was stopped for a red reason in the last 14 days. Whether the athlete has acknowledged it does
/// not matter: that unlocks the next session and says nothing of whether the coach knows.
inline constexpr int kRedStopDays = 14;
/// HighScore: on each of its last 3 days with a score, all of them in the last 7 days, a site got 7 or more.
inline constexpr int kHighScore = 7;
inline constexpr int kHighScoreDays = 3;
inline constexpr int kHighScoreWindow = 7;
/// Silent: the last check-in with a score lies 3 days back or more. A run alone is no check-in.
inline constexpr int kSilentDays = 3;
/// Rising: of the last 14 days of the primary site, at least 7 have a score, Theil-Sen's 95 % interval through their
/// medians lies above 0, and the line rises by at least a point from the first of them to the last.
inline constexpr int kRisingDays = 14;
inline constexpr int kRisingLeastScores = 7;
inline constexpr double kRisingPoints = 1.0;
/// PlanNotFollowed: at least 7 planned days since the first release are counted, and the adherence is below 0.6.
inline constexpr double kPlanShare = 0.6;
inline constexpr int kPlanLeastDays = 7;
inline constexpr int kPlanHalfLife = 7;  ///< days after which a day weighs half
/// Asymmetry: in the last complete glute test, made in the last 28 days, the medians of the sides differ by more than
/// one step of the scale, more than the repeats of either side, and more than the usual change of the difference from
/// one test to the next (the median of the last 8 tests, once there are 3).
inline constexpr int kAsymmetryDays = 28;
inline constexpr double kAsymmetryStep = 1.0;
inline constexpr int kAsymmetryTests = 8;
inline constexpr int kAsymmetryLeastTests = 3;
/// Days of the small chart.
inline constexpr int kSparkDays = 28;

/// The numbers of a rule, for whoever states it; 0: the rule has no such number.
struct FlagRule {
    int days = 0;       ///< the days looked at; Silent: days without; PlanNotFollowed: the least counted
    int least = 0;      ///< HighScore: days; Rising: days with a score; Worse: days of each phase; Asymmetry: tests
    double points = 0;  ///< HighScore: the score; Rising, Worse: the change; Asymmetry: the difference to exceed
    double share = 0;   ///< PlanNotFollowed: of the plan; Worse: of the baseline
    int halfLife = 0;   ///< PlanNotFollowed: days

    friend bool operator==(const FlagRule&, const FlagRule&) = default;
};

[[nodiscard]] FlagRule ruleOf(FlagKind kind);

/// One flag with what its words need.
struct Flag {
    FlagKind kind = FlagKind::Silent;
    std::optional<Site> site;          ///< HighScore, Rising, Worse; Asymmetry: the weaker side's glute
    std::optional<StopReason> reason;  ///< RedStop
    LocalDay since;                    ///< the day since which the rule is true, with the data at hand
    int days = 0;                      ///< Silent: days without; HighScore: days with a score in a row; Rising: days
                                       ///< from the first of the scores to the last
    double value = 0;                  ///< HighScore: the highest; Rising: points over the days; Asymmetry: points;
                                       ///< PlanNotFollowed: the share; Worse: points

    friend bool operator==(const Flag&, const Flag&) = default;
};

/// How a plan is kept, tolerant of single misses: see adherenceOf() in rosterflags.h for the formula.
struct Adherence {
    int done = 0;      ///< days with a release among the last 7
    int planned = 0;   ///< days a week planned; 7 without a plan of the coach's
    double score = 0;  ///< 0-1, as of the last day with any entry: what comes after it is not known

    friend bool operator==(const Adherence&, const Adherence&) = default;
};

/// The difference between the sides in the last complete glute test.
struct SideDifference {
    LocalDay day;
    Side weaker = Side::Left;
    double points = 0;    ///< medians of the two sides, 0 or more
    bool beyond = false;  ///< more than its noise, as the rule of Asymmetry has it, however long ago the test was

    friend bool operator==(const SideDifference&, const SideDifference&) = default;
};

/// One athlete in the roster. Pure values of a copy and a day; flags are sorted by kind.
struct RosterRow {
    AthleteId athlete;
    std::string name;
    LocalDay today;
    std::optional<LocalDay> firstDay;     ///< of the log
    std::optional<LocalDay> lastCheckIn;  ///< the last day with a score
    std::optional<int> worstNow;          ///< highest score of the last day with one
    std::optional<Site> worstSite;
    std::optional<Site> primary;
    std::vector<std::optional<double>> spark;  ///< primary site's highest score a day, the last kSparkDays days
    std::optional<Adherence> adherence;        ///< nothing before the first release
    std::optional<SideDifference> sides;
    std::optional<VerdictKind> verdict;  ///< nothing when no hamstring was ever asked
    int baselineDays = 0;                ///< days of the primary site with a score before the first release
    bool released = false;               ///< there was a release
    std::optional<double> change;        ///< difference of the medians, points
    std::vector<Flag> flags;
    /// The copy begins at this day: what came before it was left out, so that neither a baseline nor a first release is
    /// known. Then there is no verdict, no days of a baseline, no change and no flag Worse.
    std::optional<LocalDay> sharedFrom;

    friend bool operator==(const RosterRow&, const RosterRow&) = default;
};

/// Works the row out of a copy, as of `today`; later records are left out. `daysAWeek`: of the coach's plan, 1-7. Pure;
/// may be called by any thread.
[[nodiscard]] RosterRow rosterRow(const LogCopy& copy, LocalDay today, std::optional<int> daysAWeek = {});

/// A row as text and back, for a cache; SyntaxError for anything else. Never from elsewhere.
[[nodiscard]] std::string toText(const RosterRow& row);
[[nodiscard]] Result<RosterRow> rowFromText(std::string_view text);
/// What a cached row depends on, besides the copy of that digest.
[[nodiscard]] std::string rosterKey(std::string_view digest, LocalDay today, std::optional<int> daysAWeek);

/// The flags as a mark of what was seen, and those of `row` that were not seen then: of a kind (and site, HighScore)
/// that is not in the mark, or that came true again since. A mark that cannot be read has seen nothing.
[[nodiscard]] std::string flagsText(const std::vector<Flag>& flags);
[[nodiscard]] std::vector<Flag> unseenFlags(const RosterRow& row, std::string_view seenFlags);

/// Whether `a` needs a look more than `b`: unseen flags by their most urgent kind, then their number, then the longer
/// silence, then the name. Strict weak ordering of rows with the flags that count for them.
[[nodiscard]] bool needsMore(const RosterRow& a, const std::vector<Flag>& unseenA, const RosterRow& b,
                             const std::vector<Flag>& unseenB);

}  // namespace psolog
