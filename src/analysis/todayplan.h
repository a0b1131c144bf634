// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/weekly.h"
#include "core/experiment.h"
#include "core/nametable.h"
#include "core/ports/itrendlog.h"
#include "core/records.h"
#include "core/time.h"

namespace psolog {

/// Days with a score that make a baseline: the least that can be compared with the days since.
inline constexpr int kBaselineDays = 7;
/// A self-test is offered again when it was last completed this many days ago or more.
inline constexpr int kTestIntervalDays = 7;
/// Length of the window in which kept release days are counted.
inline constexpr int kRecentDays = 14;

/// Whether a release may begin, as the caller found it from the safety screening and the last sessions.
enum class ReleaseLock {
    Free,
    ScreeningNeeded,  ///< the safety screen was never answered or is out of date
    Screening,        ///< a yes on the safety screen that no clinician has cleared
    RedStop,          ///< the last session ended for a red reason that was not acknowledged
    Unanswered,       ///< the last session was stopped and nobody has said why: it may have been a red reason
};

/// The one thing to do next.
enum class NextStep {
    CheckIn,      ///< log how the muscles feel
    GluteTest,    ///< the glute activation test is due
    TiltTest,     ///< the pelvic tilt test is due
    BaselineDay,  ///< everything of a day without release is done; come back tomorrow
    Screening,    ///< answer the safety screen, then release
    Locked,       ///< the release is locked; TodayPlan::lock says why
    Release,      ///< five minutes on the floor
    Done,         ///< everything of today is done
};

template <>
struct NameTable<NextStep> {
    static constexpr std::array rows{
        Named{NextStep::CheckIn, std::string_view("check-in")},
        Named{NextStep::GluteTest, std::string_view("glute-test")},
        Named{NextStep::TiltTest, std::string_view("tilt-test")},
        Named{NextStep::BaselineDay, std::string_view("baseline-day")},
        Named{NextStep::Screening, std::string_view("screening")},
        Named{NextStep::Locked, std::string_view("locked")},
        Named{NextStep::Release, std::string_view("release")},
        Named{NextStep::Done, std::string_view("done")},
    };
};

/// What the plan rests on. Everything comes from the log; nothing is assumed about what is missing.
struct TodayFacts {
    LocalDay today;
    StartChoice start = StartChoice::BaselineFirst;
    /// Of the days up to the first release and of the last kRecentDays, in any order; days after today are ignored.
    std::vector<DayActivity> activity;
    std::optional<LocalDay> firstReleaseDay;
    std::optional<LocalDay> lastGluteTest;  ///< day of the newest complete test
    std::optional<LocalDay> lastTiltTest;
    ReleaseLock lock = ReleaseLock::ScreeningNeeded;
    std::vector<Experiment> experiments;  ///< every one of the log, in any order
    bool weeklyWanted = false;            ///< the athlete wants to be asked once a week
    std::optional<LocalDay> lastWeekly;   ///< day of the newest weekly check-in
};

/// What today is in an experiment. What was drawn for later days does not belong here: to know it may colour today.
struct PlanDay {
    ExperimentKind kind = ExperimentKind::RandomStart;
    int number = 1;        ///< the first day is 1
    bool release = false;  ///< the plan has a release today
    bool turn = false;     ///< unlike yesterday; never on the first day

    friend bool operator==(const PlanDay&, const PlanDay&) = default;
};

/// The experiment whose plan holds on this day: one that covers it and was not stopped or replaced on it or before.
[[nodiscard]] const Experiment* experimentOn(const std::vector<Experiment>& experiments, LocalDay day);

/// What Today shows.
struct TodayPlan {
    NextStep step = NextStep::CheckIn;
    std::vector<NextStep> later;    ///< what else is open today, in order, without `step`; never BaselineDay or Done
    bool inBaseline = false;        ///< baseline chosen, no release yet and fewer than kBaselineDays days logged; never
                                    ///< while an experiment runs
    int baselineDay = 0;            ///< in the baseline: the number of today, 1-kBaselineDays; else 0
    int baselineDaysLogged = 0;     ///< days with a check-in before the first release (today included)
    std::optional<int> releaseDay;  ///< number of today counted from the first release day (that day is 1). Before
                                    ///< the first release: 1 when a release is next, else empty
    int releaseDaysKept = 0;        ///< release days in the last kRecentDays days, not before the first release
    int releaseDaysPossible = 0;    ///< days of that window on which a release could have been; today counts once it is
                                  ///< done. Days that an experiment leaves without release count in neither
    bool checkedInToday = false;
    bool releasedToday = false;
    ReleaseLock lock = ReleaseLock::ScreeningNeeded;
    std::optional<PlanDay> planDay;  ///< of the experiment that runs
    bool weeklyDue = false;          ///< offered beside the steps, never one of them

    friend bool operator==(const TodayPlan&, const TodayPlan&) = default;
};

/// Decides what comes next, in this order: check-in, self-tests that are due, release (or, in the baseline and on a day
/// that an experiment leaves without one, nothing more today). An experiment's days stand above the chosen baseline. A
/// lock stands in the place of the release; it never holds back check-in or tests. A reason still owed goes first, also
/// on a day that had its release. Pure.
[[nodiscard]] TodayPlan planToday(const TodayFacts& facts);

}  // namespace psolog
