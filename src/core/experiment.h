// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/records.h"

namespace psolog {

/// How an experiment decides which days are days without release.
enum class ExperimentKind {
    RandomStart,       ///< a baseline without release, then release days; the first release day was drawn
    AlternatingWeeks,  ///< pairs of weeks, one with release and one without; which comes first was drawn for each pair
};

template <>
struct NameTable<ExperimentKind> {
    static constexpr std::array rows{
        Named{ExperimentKind::RandomStart, std::string_view("random-start")},
        Named{ExperimentKind::AlternatingWeeks, std::string_view("alternating-weeks")},
    };
};

/// How an experiment stands. Records of the log; "over" is a matter of the day and is not stored.
enum class ExperimentState {
    Active,
    Stopped,   ///< ended by the athlete before its last day
    Replaced,  ///< changed: another plan with a draw of its own took its place
};

template <>
struct NameTable<ExperimentState> {
    static constexpr std::array rows{
        Named{ExperimentState::Active, std::string_view("active")},
        Named{ExperimentState::Stopped, std::string_view("stopped")},
        Named{ExperimentState::Replaced, std::string_view("replaced")},
    };
};

inline constexpr int kLeastBaselineDays = 7;
inline constexpr int kMostBaselineDays = 21;
inline constexpr int kLeastWeekPairs = 2;
inline constexpr int kMostWeekPairs = 10;
inline constexpr int kLeastReleasePhaseDays = 14;
inline constexpr int kMostReleasePhaseDays = 56;

/// A plan that was drawn before its first day. What was drawn never changes: a change makes a new plan and marks this
/// one replaced, so that the log shows every draw.
struct Experiment {
    ExperimentId id;
    RecordedAt recorded;  ///< when it was planned and drawn
    ExperimentKind kind = ExperimentKind::RandomStart;
    LocalDay firstDay;  ///< day 1 of the plan: the day on which it was drawn or a later one

    /// RandomStart: the baseline could have lasted leastBaseline … mostBaseline days (kLeastBaselineDays to
    /// kMostBaselineDays); `baseline` days were drawn, each with the same chance.
    int leastBaseline = kLeastBaselineDays;
    int mostBaseline = kMostBaselineDays;
    int baseline = kLeastBaselineDays;
    /// Days of the release phase after the longest baseline, kLeastReleasePhaseDays to kMostReleasePhaseDays; a shorter
    /// baseline leaves it more. The plan ends on the same day whatever is drawn: the end does not tell the draw, and
    /// every draw can be compared on the same days.
    int releaseDays = 28;

    /// AlternatingWeeks: for each pair of weeks whether the week with release comes first; kLeastWeekPairs to
    /// kMostWeekPairs pairs, each drawn with even chances. Empty for RandomStart.
    std::vector<bool> releaseFirst;

    ExperimentState state = ExperimentState::Active;
    std::optional<RecordedAt> ended;  ///< when it was stopped or replaced
    std::string reason;               ///< why, in the athlete's words; UTF-8, at most kMaxNoteLength code points
    std::optional<ExperimentId> replaces;

    /// Days from the first to the last one.
    [[nodiscard]] int length() const;
    [[nodiscard]] LocalDay lastDay() const { return firstDay + (length() - 1); }
    [[nodiscard]] bool covers(LocalDay day) const { return day >= firstDay && day <= lastDay(); }
    /// Whether the plan has a release on this day; only for a day that it covers.
    [[nodiscard]] bool isReleaseDay(LocalDay day) const;

    friend bool operator==(const Experiment&, const Experiment&) = default;
};

/// InvalidValue names the first field that is out of its range, contradicts another or lies after `now` (one minute is
/// tolerated).
[[nodiscard]] Result<void> validate(const Experiment& experiment, const Instant& now);

}  // namespace psolog
