// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/nametable.h"
#include "core/records.h"
#include "core/time.h"

namespace psolog {

/// May a release begin?
enum class GateState {
    Free,
    ScreeningNeeded,    ///< never answered, or kScreeningValidDays or more ago
    LockedByScreening,  ///< a yes that no clinician has cleared; `items` says which
    LockedByRedStop,    ///< a session ended for a red reason that was not acknowledged yet
};

/// The answer with what it rests on.
struct ReleaseGate {
    GateState state = GateState::ScreeningNeeded;
    std::set<SafetyItem> items;               ///< LockedByScreening
    std::optional<ReleaseSessionId> session;  ///< LockedByRedStop: the newest such session
    std::optional<StopReason> reason;         ///< LockedByRedStop
    /// The newest session that was stopped without a reason, in any state: it may have been a red one, so ask before
    /// the next session begins (ReleaseFlow::resumeFrom() asks).
    std::optional<ReleaseSessionId> unanswered;

    friend bool operator==(const ReleaseGate&, const ReleaseGate&) = default;
};

/// The screening that releaseGate() is to judge: one that locks before one that does not, however their moments compare
/// (after the clock was set back an older answer bears a later moment); among equals the newest, the later in the
/// vector at the same moment. Nothing when there is none.
[[nodiscard]] std::optional<SafetyScreening> decisiveScreening(const std::vector<SafetyScreening>& screenings);

/// Judges the screening that decides and the sessions given (any order, any number) for `today`. A lock goes before an
/// expired screening. A cleared screening holds from the day it was cleared.
[[nodiscard]] ReleaseGate releaseGate(const std::optional<SafetyScreening>& screening,
                                      const std::vector<ReleaseSession>& sessions, LocalDay today,
                                      std::chrono::minutes dayStart = kDefaultDayStart);

/// The card before each session: any of these today?
enum class DailyItem {
    Pulsing,    ///< pulsing in the abdomen
    Numbness,   ///< numbness or tingling in a leg
    GroinPain,  ///< groin pain when running or at night
    Bleeding,   ///< news of bleeding or blood thinners
    Pregnancy,  ///< news of a pregnancy
};

template <>
struct NameTable<DailyItem> {
    static constexpr std::array rows{
        Named{DailyItem::Pulsing, std::string_view("pulsing")},
        Named{DailyItem::Numbness, std::string_view("numbness")},
        Named{DailyItem::GroinPain, std::string_view("groin-pain")},
        Named{DailyItem::Bleeding, std::string_view("bleeding")},
        Named{DailyItem::Pregnancy, std::string_view("pregnancy")},
    };
};

/// The item of the safety screen that a yes on the card is stored as.
[[nodiscard]] SafetyItem safetyItemFor(DailyItem item);

/// A yes on the card as the screening to store; it locks the release until cleared. `yes` must not be empty: none is
/// not stored.
[[nodiscard]] SafetyScreening screeningFor(const std::set<DailyItem>& yes, ScreeningId id, RecordedAt recorded);

}  // namespace psolog
