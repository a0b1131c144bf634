// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QLatin1String>

/// The stable names under which other pages open a place in Learn: pageRequested(PageId::Learn, topics::kSafety).
/// A chapter opens at its top, the others at their heading.
namespace psolog::topics {

// Chapters, in reading order.
inline constexpr QLatin1String kHamstrings{"hamstrings"};
inline constexpr QLatin1String kPsoas{"psoas"};
inline constexpr QLatin1String kSelfTests{"self-tests"};
inline constexpr QLatin1String kRelease{"release"};
inline constexpr QLatin1String kExpect{"expect"};
inline constexpr QLatin1String kRunningForm{"running-form"};
inline constexpr QLatin1String kEvidence{"evidence"};
inline constexpr QLatin1String kSafety{"safety"};
inline constexpr QLatin1String kVerdict{"verdict"};
inline constexpr QLatin1String kCoach{"coach"};
inline constexpr QLatin1String kSources{"sources"};

inline constexpr std::array kChapters{
    kHamstrings, kPsoas, kSelfTests, kRelease, kExpect, kRunningForm, kEvidence, kSafety, kVerdict, kCoach, kSources,
};

// Places within a chapter.
inline constexpr QLatin1String kGluteTest{"glute-test"};
inline constexpr QLatin1String kTiltTest{"tilt-test"};
inline constexpr QLatin1String kPosition{"position"};
inline constexpr QLatin1String kZones{"zones"};
inline constexpr QLatin1String kHolding{"holding"};
inline constexpr QLatin1String kPressure{"pressure"};
inline constexpr QLatin1String kSigns{"signs"};
inline constexpr QLatin1String kSoreness{"soreness"};
inline constexpr QLatin1String kDoNotUse{"do-not-use"};
inline constexpr QLatin1String kStop{"stop"};
inline constexpr QLatin1String kHelpNow{"help-now"};
inline constexpr QLatin1String kGroinFold{"groin-fold"};
inline constexpr QLatin1String kNormal{"normal"};
inline constexpr QLatin1String kBaseline{"baseline"};
inline constexpr QLatin1String kBetter{"better"};
inline constexpr QLatin1String kChangedAfter{"changed-after"};
inline constexpr QLatin1String kSharing{"share"};
inline constexpr QLatin1String kCoaching{"coaching"};
inline constexpr QLatin1String kFlags{"flags"};

inline constexpr std::array kPlaces{
    kGluteTest, kTiltTest,  kPosition, kZones,    kHolding, kPressure,     kSigns,   kSoreness, kDoNotUse, kStop,
    kHelpNow,   kGroinFold, kNormal,   kBaseline, kBetter,  kChangedAfter, kSharing, kCoaching, kFlags,
};

}  // namespace psolog::topics
