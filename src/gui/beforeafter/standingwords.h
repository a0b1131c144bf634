// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "analysis/beforeafter.h"

namespace psolog {

/// The words of how a release session stands among earlier ones.
class StandingWords {
    Q_DECLARE_TR_FUNCTIONS(StandingWords)
public:
    /// "6 → 3"; "not asked".
    [[nodiscard]] static QString tightness(const std::optional<Score>& before, const std::optional<Score>& after);
    /// "3 lower; usually 1 lower": how tightness changed, and how it usually does. Empty when it was not asked twice.
    [[nodiscard]] static QString tightnessChange(const Standing& standing);
    /// "more than usual (3)"; empty when there are too few earlier sessions. `median` is theirs, in words.
    [[nodiscard]] static QString rank(const Standing& standing, const QString& median);
    /// The same, of a plain number.
    [[nodiscard]] static QString rank(const Standing& standing);
    /// Tightness and points of a session in lines: "Tightness left 6 → 3: 3 lower, as usual".
    [[nodiscard]] static QStringList lines(const ReleaseSession& session, const SessionStanding& standing);
    /// What "usual" means in these lines, or that there is nothing to compare with yet.
    [[nodiscard]] static QString usual(const SessionStanding& standing);
};

}  // namespace psolog
