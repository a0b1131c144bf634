// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "analysis/todayplan.h"
#include "gui/shell/page.h"

namespace psolog {

/// What the card of the next step says and where its button leads.
struct NextStepWords {
    QString title;      ///< heads the page
    QString badge;      ///< "Next", "Locked", "Done"
    QString heading;    ///< heads the card
    QString text;
    QString action;     ///< label of the primary button; empty: no button
    QString key;
    PageId page = PageId::Today;
    QString topic;
    QString pose;       ///< of the figure beside it
};

/// The words for a plan. `hour` is the local hour, 0-23, for "Morning" or "Evening"; `pointsNote` tells of the last
/// session's points, empty for none.
[[nodiscard]] NextStepWords wordsFor(const TodayPlan& plan, int hour, const QString& pointsNote);

/// "Plan day 5: a day without release", for the badge of the card; empty without a plan.
[[nodiscard]] QString planDayWords(const TodayPlan& plan);

/// What a reminder asks: "Five minutes on the floor?", and on a day that an experiment leaves without release that there is
/// none; empty when nothing is left to do today, or nothing can be done.
[[nodiscard]] QString reminderQuestion(const TodayPlan& plan);

/// A shorter button label for something that is open later today.
[[nodiscard]] NextStepWords wordsForLater(NextStep step);

}  // namespace psolog
