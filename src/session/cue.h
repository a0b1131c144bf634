// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/nametable.h"
#include "core/records.h"
#include "core/routine.h"
#include "core/time.h"

namespace psolog {

/// Something a good coach would say or sound at a moment of a guided flow.
enum class CueKind {
    Ready,        ///< the session or test waits for its start. Says what the one key does
    Started,
    StepBegins,   ///< release: step, zone, side, the routine's own sentence
    NextStep,     ///< release: the step named begins in `ahead`; a switch with the side to come
    Scan,         ///< release: search (again)
    Hold,         ///< release: pacing began a hold
    Found,        ///< release: a point was stated as found; number
    Released,     ///< release: a point was stated as released; number. The search goes on
    HoldOver,     ///< release: the longest hold ended without a release; number. The search goes on
    Breathe,      ///< release: a long hold goes on: in … and sink out
    Halfway,      ///< of the whole session or of an effort
    LastSecond,   ///< number: 3, 2, 1 before the end of a step or an effort
    GetReady,     ///< test: the posture or effort begins in `ahead`; side or posture to come, number: repeat
    Posture,      ///< tilt test: get into this posture; the squeeze begins in `ahead`
    Effort,       ///< test: lift and hold, or squeeze; number: repeat
    EffortOver,   ///< test: lower, or let go
    Rate,         ///< test: how strong was it; says the keys
    Offer,        ///< test: the rating that the one key would choose now; number 0-4
    Rated,        ///< test: the rating was taken; number
    SwitchSides,  ///< side is the one to come; release: with the routine's own sentence
    Paused,
    Resumed,      ///< release: goes on with step, zone, side; test: the stage that begins again follows
    Gap,          ///< the machine slept or stalled: what now?
    Stopped,      ///< also a test that was cancelled
    Finished,
};

template <>
struct NameTable<CueKind> {
    static constexpr std::array rows{
        Named{CueKind::Ready, std::string_view("ready")},
        Named{CueKind::Started, std::string_view("started")},
        Named{CueKind::StepBegins, std::string_view("step-begins")},
        Named{CueKind::NextStep, std::string_view("next-step")},
        Named{CueKind::Scan, std::string_view("scan")},
        Named{CueKind::Hold, std::string_view("hold")},
        Named{CueKind::Found, std::string_view("found")},
        Named{CueKind::Released, std::string_view("released")},
        Named{CueKind::HoldOver, std::string_view("hold-over")},
        Named{CueKind::Breathe, std::string_view("breathe")},
        Named{CueKind::Halfway, std::string_view("halfway")},
        Named{CueKind::LastSecond, std::string_view("last-second")},
        Named{CueKind::GetReady, std::string_view("get-ready")},
        Named{CueKind::Posture, std::string_view("posture")},
        Named{CueKind::Effort, std::string_view("effort")},
        Named{CueKind::EffortOver, std::string_view("effort-over")},
        Named{CueKind::Rate, std::string_view("rate")},
        Named{CueKind::Offer, std::string_view("offer")},
        Named{CueKind::Rated, std::string_view("rated")},
        Named{CueKind::SwitchSides, std::string_view("switch-sides")},
        Named{CueKind::Paused, std::string_view("paused")},
        Named{CueKind::Resumed, std::string_view("resumed")},
        Named{CueKind::Gap, std::string_view("gap")},
        Named{CueKind::Stopped, std::string_view("stopped")},
        Named{CueKind::Finished, std::string_view("finished")},
    };
};

/// One cue. A value without words: those are the window's.
struct Cue {
    CueKind kind = CueKind::Started;
    Milliseconds late{0};      ///< how long before the tick that gave it the cue was due
    Milliseconds ahead{0};     ///< NextStep, GetReady, Posture, SwitchSides: until what it announces, from when due
    int number = 0;            ///< see CueKind
    StepKind step = StepKind::Settle;  ///< release: NextStep: the one to come; otherwise the one that runs
    std::optional<Zone> zone;  ///< of that step, or of the one that runs
    BodySide side = BodySide::Both;
    std::optional<psolog::Posture> posture;  ///< tilt test
    std::string text;          ///< StepBegins, SwitchSides: the routine's own sentence

    friend bool operator==(const Cue&, const Cue&) = default;
};

}  // namespace psolog
