// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/nametable.h"
#include "core/records.h"
#include "core/time.h"

namespace psolog {

/// Ids of the shipped routines that can be proposed.
inline constexpr std::string_view kDailyRoutine = "daily-five";
inline constexpr std::string_view kGentleRoutine = "first-week";
inline constexpr std::string_view kLeftFirstRoutine = "left-first";
inline constexpr std::string_view kRightFirstRoutine = "right-first";

/// Release days before the full five minutes are proposed.
inline constexpr int kGentleReleaseDays = 7;
/// A glute test older than this many days says nothing about today.
inline constexpr int kProposalTestDays = 28;

/// Why a routine is proposed.
enum class ProposalReason {
    RedStop,     ///< the last session ended for a red reason: begin gently again
    FirstWeek,   ///< fewer than kGentleReleaseDays release days so far
    WeakerSide,  ///< the glute test found one side weaker, beyond the spread of its repeats
    Even,        ///< the glute test found no clear difference
    NoTest,      ///< no glute test that is recent and complete
};

template <>
struct NameTable<ProposalReason> {
    static constexpr std::array rows{
        Named{ProposalReason::RedStop, std::string_view("red-stop")},
        Named{ProposalReason::FirstWeek, std::string_view("first-week")},
        Named{ProposalReason::WeakerSide, std::string_view("weaker-side")},
        Named{ProposalReason::Even, std::string_view("even")},
        Named{ProposalReason::NoTest, std::string_view("no-test")},
    };
};

/// What the proposal rests on. Everything comes from the log.
struct ProposalFacts {
    LocalDay today;
    std::optional<SelfTest> gluteTest;   ///< the newest complete glute activation test
    int releaseDays = 0;                 ///< days with a release so far; counting may end at kGentleReleaseDays
    std::optional<StopReason> lastStop;  ///< reason of the last session, if it was stopped early
};

/// A routine for today. A proposal only: what the user has chosen stays chosen until the user takes it.
struct RoutineProposal {
    std::string routineId{kDailyRoutine};
    ProposalReason reason = ProposalReason::NoTest;
    std::optional<Side> weakerSide;  ///< with WeakerSide
    int releaseDays = 0;             ///< as in the facts

    friend bool operator==(const RoutineProposal&, const RoutineProposal&) = default;
};

/// The side that a glute activation test shows to be clearly weaker: the medians differ by kNoticeableDifference or
/// more, both sides were rated at least twice, and no rating of the weaker side reaches one of the other's.
[[nodiscard]] std::optional<Side> clearlyWeakerSide(const SelfTest& test);

/// What is careful goes first: after a red stop and in the first week the gentle routine, then the weaker side first,
/// else the daily five minutes. Pure.
[[nodiscard]] RoutineProposal proposeRoutine(const ProposalFacts& facts);

}  // namespace psolog
