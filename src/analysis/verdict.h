// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "analysis/kendall.h"
#include "analysis/phasecomparison.h"
#include "analysis/theilsen.h"
#include "core/nametable.h"

namespace psolog {

/// What a log says about one outcome. Changed after, never because of.
enum class VerdictKind {
    TooLittleData,
    NoClearChange,
    Better,
    Worse,
};

template <>
struct NameTable<VerdictKind> {
    static constexpr std::array rows{
        Named{VerdictKind::TooLittleData, std::string_view("too-little-data")},
        Named{VerdictKind::NoClearChange, std::string_view("no-clear-change")},
        Named{VerdictKind::Better, std::string_view("better")},
        Named{VerdictKind::Worse, std::string_view("worse")},
    };
};

/// A named reason to trust a verdict less.
enum class Caution {
    AlreadyFalling,   ///< the outcome was already improving before the release
    BeganInBadSpell,  ///< the log began in days that were worse than the rest of the baseline
    ManyDaysMissing,
    RunsChanged,  ///< the weekly load of runs differs by more than kLoadChange between the phases
};

template <>
struct NameTable<Caution> {
    static constexpr std::array rows{
        Named{Caution::AlreadyFalling, std::string_view("already-falling")},
        Named{Caution::BeganInBadSpell, std::string_view("began-in-bad-spell")},
        Named{Caution::ManyDaysMissing, std::string_view("many-days-missing")},
        Named{Caution::RunsChanged, std::string_view("runs-changed")},
    };
};

inline constexpr int kLeastPhaseDays = 7;    ///< days with a value that each phase needs
inline constexpr double kLeastChange = 2;    ///< points
inline constexpr double kLeastShare = 0.30;  ///< of the baseline's median
inline constexpr double kSignificance = 0.05;
inline constexpr double kLoadChange = 0.30;

/// What is judged: values at their days (day numbers), one a day, in order of days, and what else is known of the
/// phases. All finite.
struct VerdictFacts {
    PhaseValues baseline;
    PhaseValues release;
    Improvement improvement = Improvement::Decrease;
    int missingBefore = 0;                   ///< calendar days of the baseline without a value
    int missingSince = 0;                    ///< calendar days of the release phase without one
    std::optional<double> weeklyLoadBefore;  ///< of runs, both in the same unit; empty: not known
    std::optional<double> weeklyLoadSince;
};

/// The verdict with every number that is shown beside it.
struct Verdict {
    VerdictKind kind = VerdictKind::TooLittleData;
    int neededBefore = 0;           ///< TooLittleData: days with a value that the baseline still lacks (it may be over)
    int neededSince = 0;            ///< TooLittleData: the same for the release phase
    PhaseComparison phases;         ///< the interval of the difference allows for days that resemble the days before
    std::optional<double> share;    ///< difference / median of the baseline; empty when that median is 0
    std::optional<Kendall> trend;   ///< of both phases together
    std::optional<TheilSen> line;   ///< of both phases together; slope in points a day
    std::optional<double> lag1;     ///< lag-1 autocorrelation around the phases' means
    std::optional<double> p;        ///< of the A-against-B test, two-sided; empty without values in a phase
    int missing = 0;                ///< calendar days without a value, both phases
    std::vector<Caution> cautions;  ///< in the order of the enum

    /// Whether the cautions name this one.
    [[nodiscard]] bool has(Caution caution) const;
};

/// Judges one outcome. Pure; the method and its sources are described in verdict.cpp.
[[nodiscard]] Verdict judge(const VerdictFacts& facts);

/// The kind that judge() finds, without the statistics beside it: for many verdicts one after the other.
[[nodiscard]] VerdictKind verdictKind(const VerdictFacts& facts);

}  // namespace psolog
