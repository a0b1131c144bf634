// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "analysis/experiment.h"
#include "core/experiment.h"
#include "core/site.h"
#include "gui/experiment/planstrip.h"

namespace psolog {

/// What came of a plan, in words.
struct ExperimentResultWords {
    QString badge;
    const char* tone = "neutral";
    QString headline;
    QString meaning;
    QStringList facts;
    QString caution;
};

/// The words around an experiment. They promise no more than a draw can give: how often chance alone would produce what
/// was seen, for one runner who knows which days have a release.
namespace ExperimentWords {

/// What a plan that is not drawn yet comes to.
struct Offer {
    QString dates;     ///< when it begins and ends
    QString smallest;  ///< "Smallest p it can come to: 1 of 15 (p = .067)"
    QString limits;    ///< what that allows to say
};

/// Weeks by turns have as many entries of releaseFirst as they will have pairs.
[[nodiscard]] Offer offer(const Experiment& plan, LocalDay today);

[[nodiscard]] QString changeMeaning();
[[nodiscard]] QString stopMeaning();

/// "A baseline, then release" or "Weeks with and without, by turns".
[[nodiscard]] QString kind(ExperimentKind kind);
/// "Plan day 5: a day without release"; before the first day when it begins.
[[nodiscard]] QString title(const Experiment& plan, LocalDay today);
/// What is to be done today.
[[nodiscard]] QString today(const Experiment& plan, const PlanCell& cell);
/// What is known of the days to come.
[[nodiscard]] QString ahead(const Experiment& plan, LocalDay today);
/// "5 days so far, 1 not as planned, 4 with soreness logged."
[[nodiscard]] QString soFar(const std::vector<PlanCell>& cells);
/// One line about a plan that is over or was ended: kind, days, its p or why there is none, and the reason given.
[[nodiscard]] QString earlier(const Experiment& plan, const ExperimentFinding& finding, LocalDay today);

/// What came of a plan that is over or was ended, for the soreness of `site`.
[[nodiscard]] ExperimentResultWords result(const Experiment& plan, const ExperimentFinding& finding, Site site,
                                           LocalDay today);

}  // namespace ExperimentWords

}  // namespace psolog
