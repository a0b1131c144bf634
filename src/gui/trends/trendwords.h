// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "analysis/finding.h"
#include "gui/trends/trenddata.h"

namespace psolog {

// The sentences of the Trends page. They describe what the log holds and never say why.

/// "Hamstrings", "Calves", …
[[nodiscard]] QString musclePlural(Muscle muscle);

/// "3", "3.5" with the decimal sign of the language.
[[nodiscard]] QString medianWords(double median);

/// "1 day", "18 days".
[[nodiscard]] QString dayCount(int count);

/// "28 September to 22 November"; with years when they differ from each other or from this year.
[[nodiscard]] QString dateSpan(LocalDay first, LocalDay last, LocalDay today);

/// The finding as a title: "Left hamstring: 6 before the release, 3 since".
[[nodiscard]] QString findingTitle(const Finding& finding);

/// What can be said about it, and how sure that is.
struct FindingWords {
    QString badge;
    bool comparable = false;  ///< both phases are long enough
    QString title;
    QString text;
};
[[nodiscard]] FindingWords findingWords(const Finding& finding);

/// "Left glute", "Left glute activation".
[[nodiscard]] QString signLabel(const SignRow& row);
/// "up, 1 → 3", "too early to say".
[[nodiscard]] QString signWords(const SignRow& row);

}  // namespace psolog
