// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "analysis/periodfacts.h"

namespace psolog {

// The words of two periods side by side. They say how the two differ and never why. Thread: GUI.

/// One fact of both, and how the second differs from the first; empty where that says nothing.
struct CompareRow {
    QString fact;
    QString first;
    QString second;
    QString difference;

    friend bool operator==(const CompareRow&, const CompareRow&) = default;
};

/// One of the two.
struct CompareSide {
    std::optional<PeriodFacts> facts;  ///< nothing: there are no such days
    QString verdict;                   ///< on the whole log of that athlete
};

/// Medians, days with a score, releases, runs and their load, the glute test; with two athletes their verdicts.
[[nodiscard]] std::vector<CompareRow> compareRows(const CompareSide& first, const CompareSide& second,
                                                  bool twoAthletes);

/// The finding as a title: "Left hamstring: 5, then 3; right: 4, then 4".
[[nodiscard]] QString compareTitle(const CompareSide& first, const CompareSide& second, bool twoAthletes);

/// What a difference does not say.
[[nodiscard]] QString compareCaution(bool twoAthletes);

/// "Last 4 weeks", "Since the first release", …
[[nodiscard]] QString periodName(PeriodKind kind);

}  // namespace psolog
