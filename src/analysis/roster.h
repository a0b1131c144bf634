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

/// Why an athlete needs a look, the most urgent first. Each rule is described where its numbers are, below.
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

inline constexpr int kRedStopDays = 14;       ///< RedStop: a session stopped with a red reason in the last 14 days
inline constexpr int kHighScore = 7;          ///< HighScore: a site scored at least this on
inline constexpr int kHighScoreDays = 3;      ///< each of its last 3 days with a score, all of them in the last 7 days
inline constexpr int kSilentDays = 3;         ///< Silent: no check-in for 3 days
inline constexpr int kRisingDays = 14;        ///< Rising: the primary site's last 14 days, at least
inline constexpr int kRisingLeastScores = 7;  ///< 7 of them with a score, rise: Theil-Sen's interval lies above 0 and
inline constexpr double kRisingPoints = 1.0;  ///< the line rises by at least a point over the days
inline constexpr double kPlanShare = 0.6;     ///< PlanNotFollowed: adherence below this share of the planned days
inline constexpr int kSparkDays = 28;

/// One flag with what its words need.
struct Flag {
    FlagKind kind = FlagKind::Silent;
    std::optional<Site> site;          ///< HighScore, Rising, Worse; Asymmetry: the weaker side's glute
    std::optional<StopReason> reason;  ///< RedStop
    LocalDay since;                    ///< the day on which the rule came true with the data at hand
    int days = 0;                      ///< Silent: days without; HighScore: days in a row; Rising: days looked at
    double value = 0;                  ///< HighScore: the highest; Rising: points over the days; Asymmetry: points;
                                       ///< PlanNotFollowed: the share; Worse: points

    friend bool operator==(const Flag&, const Flag&) = default;
};

/// How a plan is kept, tolerant of single misses: see adherence() in roster.cpp for the formula.
struct Adherence {
    int done = 0;      ///< days with a release among the last 7
    int planned = 0;   ///< days a week planned; 7 without a plan of the coach's
    double score = 0;  ///< 0-1

    friend bool operator==(const Adherence&, const Adherence&) = default;
};

/// The difference between the sides in the last complete glute test.
struct SideDifference {
    LocalDay day;
    Side weaker = Side::Left;
    double points = 0;    ///< medians of the two sides, 0 or more
    bool beyond = false;  ///< more than the spread of its repeats: see roster.cpp

    friend bool operator==(const SideDifference&, const SideDifference&) = default;
};

/// One athlete in the roster. Pure values of a copy and a day; flags are sorted by kind.
struct RosterRow {
    AthleteId athlete;
    std::string name;
    LocalDay today;
    std::optional<LocalDay> firstDay;  ///< of the log
    std::optional<LocalDay> lastCheckIn;
    std::optional<int> worstNow;  ///< highest score of the last day with one
    std::optional<Site> worstSite;
    std::optional<Site> primary;
    std::vector<std::optional<double>> spark;  ///< primary site's highest score a day, the last kSparkDays days
    std::optional<Adherence> adherence;        ///< nothing before the first release
    std::optional<SideDifference> sides;
    std::optional<VerdictKind> verdict;  ///< nothing when no hamstring was ever asked
    int baselineDays = 0;                ///< days with a value before the first release
    bool released = false;               ///< there was a release
    std::optional<double> change;        ///< difference of the medians, points
    std::vector<Flag> flags;

    friend bool operator==(const RosterRow&, const RosterRow&) = default;
};

/// Works the row out of a copy, as of `today`; later records are left out. `daysAWeek`: of the coach's plan.
[[nodiscard]] RosterRow rosterRow(const LogCopy& copy, LocalDay today, std::optional<int> daysAWeek = {});

/// A row as text and back, for a cache; SyntaxError for anything else. Never from elsewhere.
[[nodiscard]] std::string toText(const RosterRow& row);
[[nodiscard]] Result<RosterRow> rowFromText(std::string_view text);
/// What a cached row depends on, besides the copy of that digest.
[[nodiscard]] std::string rosterKey(std::string_view digest, LocalDay today, std::optional<int> daysAWeek);

/// The flags as a mark of what was seen, and those of `row` that were not seen then.
[[nodiscard]] std::string flagsText(const std::vector<Flag>& flags);
[[nodiscard]] std::vector<Flag> unseenFlags(const RosterRow& row, std::string_view seenFlags);

/// Whether `a` needs a look more than `b`: unseen flags by their most urgent kind, then their number, then the longer
/// silence, then the name. Strict weak ordering of rows with the flags that count for them.
[[nodiscard]] bool needsMore(const RosterRow& a, const std::vector<Flag>& unseenA, const RosterRow& b,
                             const std::vector<Flag>& unseenB);

}  // namespace psolog
