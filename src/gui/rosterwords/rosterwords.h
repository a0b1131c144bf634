// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "analysis/roster.h"
#include "core/logunion.h"

namespace psolog {

// Words for athletes in a coach's library, for the roster, the review and what is exported of them. They describe and
// never say why something is so. Plain text. Thread: GUI (uses the installed translators).

/// What stands out, as short as a badge: "Stopped: pulsing", "Left calf ≥ 7 for 3 days", "No check-in for 5 days".
[[nodiscard]] QString flagWords(const Flag& flag);
/// The kind alone, for filters: "Score of 7 or more".
[[nodiscard]] QString flagName(FlagKind kind);
/// The exact rule, one sentence: "No check-in for 3 days or more."
[[nodiscard]] QString flagRule(FlagKind kind);
/// Tone of its badge: "bad" or "warn".
[[nodiscard]] const char* flagTone(FlagKind kind);

/// "6 of 7"; a dash before the first release.
[[nodiscard]] QString adherenceWords(const std::optional<Adherence>& adherence);
/// "Left weaker by 1 point", "no difference beyond its repeats"; a dash without a test.
[[nodiscard]] QString sidesWords(const std::optional<SideDifference>& sides);
/// "today", "yesterday", "17 Nov", "never".
[[nodiscard]] QString lastCheckInWords(const RosterRow& row);

/// A badge.
struct BadgeWords {
    QString text;
    const char* tone = "neutral";  ///< good, bad, warn or neutral
};
/// "Better", "No clear change", "Baseline, day 5 of 7"; the same words as on the athlete's Trends.
[[nodiscard]] BadgeWords rowVerdictWords(const RosterRow& row);

/// What a file is to the copy at hand: "New", "Newer", "Nothing new", …
[[nodiscard]] BadgeWords relationWords(CopyRelation relation);

/// The name, or words for an athlete without one.
[[nodiscard]] QString athleteLabel(const std::string& name);

}  // namespace psolog
