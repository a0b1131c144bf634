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
    Primary,    ///< the one big key; see TestPrimary for what it does now
    Sleep,      ///< the machine is about to sleep: a countdown is paused like by a gap
};

/// What the one big key does now.
enum class TestPrimary {
    None,
    Start,
    Resume,
    TakeOffer,   ///< takes the offered rating
    OfferAgain,  ///< nothing is offered: offers the ratings from 0
};

/// The stages that the self-tests are made of.
enum class TestStage {
    Introduction,
    GetReady,  ///< glute: lie still; tilt: stand tall
    Posture,   ///< tilt: get into the posture
    Effort,    ///< lift and hold, or squeeze
    Rate,
    SwitchSides,  ///< glute
    Paused,
    Result,
    Cancelled,
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
    Gap,  ///< the machine slept or stalled for SelfTestView::gap, or is about to sleep: then that is 0
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
    TestStage part = TestStage::Introduction;
    TestStage pausedPart = TestStage::Introduction;  ///< the stage cut off, while Paused; otherwise equal to part
    std::optional<Side> readingSide;                 ///< glute: of the reading that runs
    std::optional<psolog::Posture> readingPosture;   ///< tilt: of the reading that runs
    int repeat = 1;                                  ///< 1 … repeats
    int repeats = 2;
    Countdown countdown;
    std::vector<Reading> readings;               ///< so far, in the order they were first rated
    std::optional<Reading> current;              ///< the reading that runs, or the one rated last, once rated
    std::optional<WorkedHardest> workedHardest;  ///< chosen for that reading, perhaps before its rating
    bool awaitingRating = false;                 ///< the flow waits for a rating and for nothing else
    /// In Rate: the rating offered to the one key now. Just after a change it still chooses the one before
    /// (RatingScan).
    std::optional<Contraction> offered;
    Milliseconds offeredFor{0};              ///< how long that has been
    std::optional<Milliseconds> untilOffer;  ///< until the next rating is offered
    Milliseconds inStage{0};                 ///< since the stage began; stands still where nothing counts or offers
    bool wantsTicks = false;                 ///< time matters: a countdown or an offer runs
    TestPrimary primary = TestPrimary::None;
    bool pillow = false;
    std::string_view pose;  ///< name of the figure's pose
    PauseCause pauseCause = PauseCause::None;
    Milliseconds gap{0};  ///< with PauseCause::Gap
    TestAllowed allowed;
    std::optional<Error> saveError;  ///< the last save failed; the readings wait in memory
};

}  // namespace psolog
