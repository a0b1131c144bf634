// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "core/records.h"
#include "core/result.h"
#include "core/time.h"

namespace psolog {

/// What the athlete, or the page for the athlete, can tell a self-test. Ratings have functions of their own.
enum class TestAction {
    Start,      ///< leave the introduction
    Pause,      ///< stop the countdown
    Resume,     ///< go on: the countdown begins again, that of a hold with its get-ready
    Redo,       ///< do the last rated reading again; the old rating stays until a new one replaces it
    Cancel,     ///< end now; what was rated is kept as an incomplete test, nothing rated leaves nothing behind
    RetrySave,  ///< try a failed save again
};

/// How a self-test is to be run.
struct SelfTestConfig {
    SelfTestId id;
    int repeats = 2;                                   ///< 1-3, clamped
    Seconds hold{5};                                   ///< at least 1 s
    Side firstSide = Side::Left;                       ///< glute activation only, see nextFirstSide()
    bool pillow = false;                               ///< glute activation only
    std::chrono::minutes dayStart = kDefaultDayStart;  ///< fixes the local day of the record
};

/// The countdown on the screen. All zero when the stage waits for the athlete.
struct Countdown {
    Milliseconds elapsed{0};
    Milliseconds remaining{0};
    Milliseconds total{0};

    friend bool operator==(const Countdown&, const Countdown&) = default;
};

/// Why a flow is paused.
enum class PauseCause {
    None,  ///< it is not
    Asked,
    Gap,  ///< the machine slept or stalled for SelfTestView::gap
};

/// What the athlete may do now; the page enables its buttons and keys by it.
struct TestAllowed {
    bool start = false;
    bool pillow = false;  ///< setPillow() is heard
    bool pause = false;
    bool resume = false;
    bool redo = false;
    bool cancel = false;
    bool rate = false;           ///< rate() is heard, for the reading that runs
    bool workedHardest = false;  ///< chooseWorkedHardest() is heard, for that reading or for the one rated last
    bool retrySave = false;

    friend bool operator==(const TestAllowed&, const TestAllowed&) = default;
};

/// The part of a snapshot that both self-tests share. A value; holds no reference to its flow, except `pose`, which
/// names a literal.
struct SelfTestView {
    int repeat = 1;  ///< 1 … repeats
    int repeats = 2;
    Countdown countdown;
    std::vector<Reading> readings;               ///< so far, in the order they were first rated
    std::optional<Reading> current;              ///< the reading that runs, or the one rated last, once rated
    std::optional<WorkedHardest> workedHardest;  ///< chosen for that reading, perhaps before its rating
    bool awaitingRating = false;                 ///< the flow waits for a rating and for nothing else
    bool pillow = false;
    std::string_view pose;  ///< name of the figure's pose
    PauseCause pauseCause = PauseCause::None;
    Milliseconds gap{0};  ///< with PauseCause::Gap
    TestAllowed allowed;
    std::optional<Error> saveError;  ///< the last save failed; the readings wait in memory
};

}  // namespace psolog
