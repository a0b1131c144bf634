// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include <QString>

#include "core/pose.h"
#include "core/score.h"
#include "core/site.h"

namespace psolog {

/// Translated words for muscles, sides and sites, for every page. Thread: GUI (uses the installed translators).

/// "Hamstring", "Lower back", …: begins with a capital, for labels and list rows.
[[nodiscard]] QString muscleLabel(Muscle muscle);

/// "Left" or "Right".
[[nodiscard]] QString sideLabel(Side side);

/// "Left hamstring": one translated phrase a site, because the adjective agrees with the noun in many languages.
[[nodiscard]] QString siteLabel(Site site);

/// The score as text: "6", or "–" when not asked.
[[nodiscard]] QString scoreText(std::optional<Score> score);

/// The score as a phrase for assistive technology: "6 of 10" or "not asked".
[[nodiscard]] QString scorePhrase(std::optional<Score> score);

/// The pose's description; translated when it is one that ships with the program. Of the mirrored picture: the same
/// with left and right exchanged.
[[nodiscard]] QString poseDescription(const Pose& pose, bool mirrored = false);

/// English text with the words left and right exchanged.
[[nodiscard]] std::string sidesSwapped(const std::string& english);

/// The descriptions that translators see; the shipped poses use no others.
[[nodiscard]] std::set<std::string> translatablePoseDescriptions();

}  // namespace psolog
