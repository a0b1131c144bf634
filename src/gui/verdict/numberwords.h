// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "analysis/theilsen.h"

namespace psolog {

// Numbers as the pages and the report write them, with the decimal sign of the language. Thread: GUI.

/// At most one decimal: "3", "3.5".
[[nodiscard]] QString medianWords(double median);
/// The same with its sign: "−3", "+1.5", "0".
[[nodiscard]] QString signedWords(double value);
/// "−4 to −2".
[[nodiscard]] QString intervalWords(const Interval& interval);

/// Points a week from a slope a day: one decimal, two where the slope is less than a tenth of a point.
struct SlopeWords {
    QString slope;     ///< "−0.6"
    QString interval;  ///< "−0.8 to −0.4"
};
[[nodiscard]] SlopeWords slopeWords(const TheilSen& line);

/// A share of 0-1 or -1 to 1: "0.91", "−0.20", "1".
[[nodiscard]] QString shareWords(double share);
/// "−50 %".
[[nodiscard]] QString percentWords(double share);
/// "0.03", "below 0.001".
[[nodiscard]] QString pNumber(double p);
/// "p = 0.03", "p < 0.001".
[[nodiscard]] QString pWords(double p);

/// "1 day", "18 days".
[[nodiscard]] QString dayCount(int count);

}  // namespace psolog
