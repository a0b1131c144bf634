// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/experimentwords.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "gui/body/sitewords.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog::ExperimentWords {

namespace {

constexpr int kWeek = 7;
constexpr double kUsualLine = 0.05;
constexpr int kPairsForLine = 5;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Experiment)
};

int pairNumber(const Experiment& plan, LocalDay today)
{
    return (today - plan.firstDay) / (2 * kWeek);
}

}  // namespace

Offer offer(const Experiment& plan, LocalDay today)
{
    Offer offer;
    const bool start = plan.kind == ExperimentKind::RandomStart;
    const int count = assignmentCount(plan);
    const int pairs = static_cast<int>(plan.releaseFirst.size());
    const double smallest = smallestP(plan);
    const QString begins = relativeDay(plan.firstDay, today);
    if (start) {
        const std::vector<LocalDay> candidates = candidateDays(plan);
        offer.dates = Words::tr("Begins %1. The first release day is one of %n candidate day(s), %2 to %3. Whichever "
                                "is drawn, the plan "
                                "ends on %4.",
                                nullptr, count)
                          .arg(begins, shortDate(candidates.front(), today), shortDate(candidates.back(), today),
                               shortDate(plan.lastDay(), today));
    } else {
        offer.dates =
            Words::tr("Begins %1 and lasts %2 weeks, to %3. %n pair(s): %4 ways to draw them.", nullptr, pairs)
                .arg(begins)
                .arg(2 * pairs)
                .arg(shortDate(plan.lastDay(), today))
                .arg(count);
    }
    if (count == 1) {
        offer.smallest = Words::tr("One candidate day: nothing is drawn, and there is no p.");
        offer.limits = Words::tr("Widen the baseline to leave something to chance.");
        return offer;
    }
    offer.smallest = Words::tr("The smallest p it can come to: 1 of %1, %2").arg(count).arg(pWords(smallest));
    if (smallest <= kUsualLine)
        offer.limits =
            Words::tr("Low enough to pass the usual line of 0.05, if the weeks with release stand out that clearly.");
    else if (start)
        offer.limits =
            Words::tr(
                "Said honestly: however well it goes, this plan cannot pass the usual line of 0.05. That takes "
                "more candidate days than a baseline can offer; %1 pairs of weeks can. It still tells more than a "
                "start you choose.")
                .arg(kPairsForLine);
    else
        offer.limits = Words::tr("Said honestly: however well it goes, this plan cannot pass the usual line of 0.05. "
                                 "That takes %1 pairs "
                                 "or more.")
                           .arg(kPairsForLine);
    return offer;
}

QString changeMeaning()
{
    return Words::tr("Changing ends the plan that runs, and it gets no p: whoever has seen some of the days and then "
                     "picks another plan "
                     "no longer leaves it to chance. The new plan has a draw and a p of its own, from its own days. "
                     "The old one stays "
                     "listed as changed.");
}

QString stopMeaning()
{
    return Words::tr(
        "A stopped plan gets no p: when to stop was not drawn. Everything you logged stays, and the trends go on. If "
        "something hurts, stopping is right, and no reason is asked.");
}

QString kind(ExperimentKind kind)
{
    return kind == ExperimentKind::RandomStart ? Words::tr("A baseline, then release")
                                               : Words::tr("Weeks with and without, by turns");
}

QString title(const Experiment& plan, LocalDay today)
{
    if (today < plan.firstDay)
        return Words::tr("Your plan begins %1")
            .arg(today + 1 == plan.firstDay ? Words::tr("tomorrow") : shortDate(plan.firstDay, today));
    if (today > plan.lastDay())
        return Words::tr("Your experiment is over");
    const int number = today - plan.firstDay + 1;
    return plan.isReleaseDay(today) ? Words::tr("Plan day %1: release day").arg(number)
                                    : Words::tr("Plan day %1: a day without release").arg(number);
}

QString today(const Experiment& plan, const PlanCell& cell)
{
    if (cell.planned == PlannedDay::With) {
        if (cell.released)
            return Words::tr(
                "Today's release is done. Check in tomorrow morning: the days after count as much as the days before.");
        if (plan.kind == ExperimentKind::RandomStart && cell.day == plan.firstDay + plan.baseline)
            return Words::tr("This is the day that was drawn. Release today, and every day from here on.");
        return Words::tr("Release today, and rate your hamstrings.");
    }
    if (cell.released)
        return Words::tr(
            "You released today all the same. It is logged, and today counts as a day not kept. Go on with the plan.");
    return Words::tr("Rate your hamstrings, run as usual, and leave the tool where it is.");
}

QString ahead(const Experiment& plan, LocalDay today)
{
    if (plan.kind == ExperimentKind::RandomStart) {
        const LocalDay last = plan.firstDay + plan.mostBaseline;
        if (!isStartTold(plan, today))
            return Words::tr("The first release day is drawn and stored. It comes on %1 at the latest, and is shown "
                             "when it is there: who "
                             "knows the day might rate the days before it differently. The plan ends on %2.")
                .arg(shortDate(last, today), shortDate(plan.lastDay(), today));
        return Words::tr("Release days run to %1.").arg(shortDate(plan.lastDay(), today));
    }
    const int pairs = static_cast<int>(plan.releaseFirst.size());
    if (today < plan.firstDay || pairNumber(plan, today) + 1 < pairs)
        return Words::tr("The plan runs to %1. The order of each pair of weeks is drawn and stored, and shown when the "
                         "pair begins.")
            .arg(shortDate(plan.lastDay(), today));
    return Words::tr("This is the last pair of weeks. The plan runs to %1.").arg(shortDate(plan.lastDay(), today));
}

QString soFar(const std::vector<PlanCell>& cells)
{
    int days = 0;
    int missed = 0;
    int scored = 0;
    for (const PlanCell& cell : cells) {
        if (!cell.past)
            continue;
        ++days;
        missed += cell.isMissed() ? 1 : 0;
        scored += cell.scored ? 1 : 0;
    }
    if (days == 0)
        return Words::tr("No day is over yet.");
    const QString kept = missed == 0 ? Words::tr("all as planned") : Words::tr("%n not as planned", nullptr, missed);
    return Words::tr("%n day(s) over: %1, %2 with soreness logged.", nullptr, days).arg(kept).arg(scored);
}

QString earlier(const Experiment& plan, const ExperimentFinding& finding, LocalDay today)
{
    const LocalDay end = plan.ended ? std::min(plan.ended->day, plan.lastDay()) : plan.lastDay();
    QString how;
    switch (plan.state) {
    case ExperimentState::Active:
        how = finding.p ? pWords(*finding.p) : Words::tr("too few days with a score, no p");
        break;
    case ExperimentState::Stopped:
        how = Words::tr("stopped, no p");
        break;
    case ExperimentState::Replaced:
        how = Words::tr("changed to another plan, no p");
        break;
    }
    const QString line =
        Words::tr("%1, %2 to %3: %4").arg(kind(plan.kind), shortDate(plan.firstDay, today), shortDate(end, today), how);
    const QString reason = QString::fromStdString(plan.reason).simplified();
    return reason.isEmpty() ? line : Words::tr("%1 (\u201c%2\u201d)").arg(line, reason);
}

namespace {

ExperimentResultWords ended(const Experiment& plan, LocalDay today)
{
    ExperimentResultWords words;
    words.badge = Words::tr("No p");
    const LocalDay when = plan.ended ? plan.ended->day : today;
    words.headline = plan.state == ExperimentState::Replaced ? Words::tr("Changed on %1").arg(shortDate(when, today))
                                                             : Words::tr("Stopped on %1").arg(shortDate(when, today));
    words.meaning = plan.state == ExperimentState::Replaced
        ? Words::tr("A plan that was changed has no p: it was not left to chance to its end. Trends compare the days "
                    "as they are.")
        : Words::tr("A plan that was stopped has no p: when to stop was not drawn, and soreness may have had a say in "
                    "it. Trends compare "
                    "the days as they are.");
    const QString reason = QString::fromStdString(plan.reason).simplified();
    if (!reason.isEmpty())
        words.facts << Words::tr("Your reason: %1").arg(reason);
    return words;
}

QString keptWords(const ExperimentFinding& finding)
{
    if (finding.releasedWithout == 0 && finding.releasesMissed == 0)
        return Words::tr("Every day was kept to the plan.");
    const QString without = Words::tr("%1 of %n day(s) without release had one", nullptr, finding.plannedWithout)
                                .arg(finding.releasedWithout);
    const QString with =
        Words::tr("%1 of %n release day(s) had none", nullptr, finding.plannedWith).arg(finding.releasesMissed);
    return Words::tr("Not kept: %1, and %2. They count as they were drawn: to leave them out would let soreness choose "
                     "the days.")
        .arg(without, with);
}

/// "2.5 points less sore on release days".
QString differenceWords(double difference)
{
    if (std::abs(difference) < 0.05)
        return Words::tr("as sore on release days as without");
    const QString points = medianWords(std::abs(difference));
    const bool one = points == QStringLiteral("1");
    if (difference > 0)
        return one ? Words::tr("1 point less sore on release days")
                   : Words::tr("%1 points less sore on release days").arg(points);
    return one ? Words::tr("1 point sorer on release days") : Words::tr("%1 points sorer on release days").arg(points);
}

ExperimentResultWords compared(const ExperimentFinding& finding, Site site)
{
    ExperimentResultWords words;
    const double p = finding.p.value_or(1);
    const double difference = finding.difference.value_or(0);
    const bool rare = p <= kUsualLine && difference > 0;
    const auto share = static_cast<int>(std::lround(p * finding.assignments));
    words.badge = pWords(p);
    words.tone = rare ? "good" : "neutral";
    words.headline = Words::tr("%1: %2").arg(siteLabel(site), differenceWords(difference));
    words.meaning =
        Words::tr(
            "%1: if release made no difference, a difference at least this large would come up in %2 of %3 draws.")
            .arg(pWords(p))
            .arg(share)
            .arg(finding.assignments)
        + QLatin1Char(' ')
        + (rare
               ? Words::tr("Chance alone would rarely produce this.")
               : Words::tr("That is not rare enough to rule chance out. It does not show that release changes nothing, "
                           "either."));
    words.facts << Words::tr("Mean soreness %1 on %2 without release, %3 on %4 with it.")
                       .arg(medianWords(finding.meanWithout.value_or(0)), dayCount(finding.daysWithout),
                            medianWords(finding.meanWith.value_or(0)), dayCount(finding.daysWith));
    words.facts << keptWords(finding);
    if (finding.incomparable > 0)
        words.facts << Words::tr("%1 of the draws would have left one side without any score. They count as large "
                                 "differences, which can "
                                 "only raise p.")
                           .arg(finding.incomparable);
    if (!rare && finding.smallestP > kUsualLine)
        words.facts << Words::tr("The smallest p this plan could come to was %1.").arg(pNumber(finding.smallestP));
    words.caution = Words::tr("What this leaves open: you knew which days had a release, so what you expected may have "
                              "coloured your ratings. "
                              "And it is about you and these weeks only. Not medical advice.");
    return words;
}

}  // namespace

ExperimentResultWords result(const Experiment& plan, const ExperimentFinding& finding, Site site, LocalDay today)
{
    switch (finding.stage) {
    case ExperimentStage::Done:
        return compared(finding, site);
    case ExperimentStage::TooFewDays: {
        ExperimentResultWords words;
        words.badge = Words::tr("No p");
        words.headline = Words::tr("Too few days with a score to compare");
        words.meaning =
            Words::tr(
                "It takes %1 days with soreness logged on each side. There are %2 without release and %3 with it.")
                .arg(kLeastDaysCompared)
                .arg(finding.daysWithout)
                .arg(finding.daysWith);
        words.facts << keptWords(finding);
        return words;
    }
    case ExperimentStage::NotOver:
    case ExperimentStage::Stopped:
    case ExperimentStage::Replaced:
        break;
    }
    return ended(plan, today);
}

}  // namespace psolog::ExperimentWords
