// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "analysis/beforeafter.h"

namespace psolog {

/// The words of glute tests before and after a release. They say what changed after it, never because of it, and call a
/// difference that the repeats of one test show anyway no change.
class BeforeAfterWords {
    Q_DECLARE_TR_FUNCTIONS(BeforeAfterWords)
public:
    /// The finding, for a title: "Left glute firmer after the release". `tests` is complete, here and below.
    [[nodiscard]] static QString headline(const BeforeAfter& tests);
    /// One line a side: "Left 1 → 3: changed beyond your repeats".
    [[nodiscard]] static QStringList sides(const BeforeAfter& tests);
    /// All in one line: "Glutes before and after: left 1 → 3 (…), right 2 → 2 (…)."
    [[nodiscard]] static QString line(const BeforeAfter& tests);
    /// What the finding does not say.
    [[nodiscard]] static QString caveat();
    /// Why a test after the release was not set against one before it; empty when there was none after it.
    [[nodiscard]] static QString missing(const BeforeAfter& tests);

    /// "1.5 (1 to 2)": median and spread of the repeats.
    [[nodiscard]] static QString value(const std::optional<TestValue>& value);
    /// "0" to "4" in a word.
    [[nodiscard]] static QString rating(int rating);
};

}  // namespace psolog
