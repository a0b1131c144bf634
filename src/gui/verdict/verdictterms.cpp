// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/verdict/verdictterms.h"

#include <cmath>

#include <QCoreApplication>

#include "gui/body/sitewords.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

QString none()
{
    return QStringLiteral("–");
}

QString withInterval(const QString& value, const std::optional<QString>& interval)
{
    return interval ? Words::tr("%1 (%2)", "value and interval").arg(value, *interval) : value;
}

QString mediansValue(const PhaseComparison& phases)
{
    const auto median = [](const std::optional<double>& value) { return value ? medianWords(*value) : none(); };
    return Words::tr("%1 before (%2), %3 since (%4)")
        .arg(median(phases.medianA), dayCount(static_cast<int>(phases.m)), median(phases.medianB),
             dayCount(static_cast<int>(phases.n)));
}

QString differenceValue(const PhaseComparison& phases)
{
    if (!phases.difference)
        return none();
    std::optional<QString> interval;
    if (phases.differenceInterval)
        interval = intervalWords(*phases.differenceInterval);
    return withInterval(signedWords(*phases.difference), interval);
}

QString slopeValue(const std::optional<TheilSen>& line)
{
    if (!line)
        return none();
    const SlopeWords words = slopeWords(*line);
    return Words::tr("%1 points a week (%2)").arg(words.slope, words.interval);
}

QString napValue(const PhaseComparison& phases)
{
    if (!phases.nap)
        return none();
    std::optional<QString> interval;
    if (phases.napInterval)
        interval = Words::tr("%1 to %2", "interval")
                       .arg(shareWords(phases.napInterval->low), shareWords(phases.napInterval->high));
    return withInterval(shareWords(*phases.nap), interval);
}

QString napText(const PhaseComparison& phases)
{
    const QString meaning = Words::tr("Nonoverlap of all pairs: of all pairs of a day before and a day since, the "
                                      "share in which the later day is less sore, equal days counting half. 0.5 is a "
                                      "coin toss, 1 means every day since is less sore.");
    if (!phases.nap)
        return meaning;
    return meaning + QLatin1Char(' ') + Words::tr("Here: %1 of 100 pairs.").arg(std::llround(*phases.nap * 100));
}

QString optionalShare(const std::optional<double>& value)
{
    return value ? shareWords(*value) : none();
}

}  // namespace

std::vector<VerdictTerm> verdictTerms(const Verdict& verdict, const VerdictSubject& subject)
{
    const PhaseComparison& phases = verdict.phases;
    return {
        {Words::tr("Primary outcome"), siteLabel(subject.site),
         Words::tr("Soreness of the hamstring that was sorer in the baseline, named before anyone looks at the result. "
                   "Twelve sites are logged: who picks the best of twelve afterwards finds a change in 46 of 100 logs "
                   "in which nothing changed.")},
        {Words::tr("Rule for better"),
         Words::tr("%1 days, %2\u00a0%, %3 points, %4\u00a0%")
             .arg(kLeastPhaseDays)
             .arg(medianWords(kSignificance * 100), medianWords(kLeastChange), medianWords(kLeastShare * 100)),
         Words::tr(
             "All four are needed: at least 7 days with a score in each phase, p below 5\u00a0%, a drop of 2 points "
             "and of 30\u00a0%. About that much is what patients call better. Worse is the mirror image; everything "
             "else is no clear change.")},
        {Words::tr("Medians"), mediansValue(phases),
         Words::tr("The middle value of a phase: half of its days are lower, half higher. Every day counts once, "
                   "however many check-ins it had.")},
        {Words::tr("Difference"), differenceValue(phases),
         Words::tr(
             "Median since minus median before, in points. In brackets the 95\u00a0% interval: the differences that "
             "fit your log. Days that resemble their neighbours count as fewer days, as for p.")},
        {Words::tr("Slope (Theil–Sen)"), slopeValue(verdict.line),
         Words::tr(
             "The middle of the slopes between all pairs of days, over both phases, with its 95\u00a0% interval. A few "
             "odd days cannot bend it.")},
        {Words::tr("NAP"), napValue(phases), napText(phases)},
        {Words::tr("p"), verdict.p ? pWords(*verdict.p) : none(),
         Words::tr(
             "How often a difference of means this large would turn up if nothing had changed between the phases. "
             "Days that resemble their neighbours count as fewer days, and the difference has to hold without the "
             "first three days of the baseline, too.")},
        {Words::tr("Lag-1 autocorrelation"), optionalShare(verdict.lag1),
         Words::tr("How much a day resembles the day before: 0 not at all, 1 wholly. The higher, the less each further "
                   "day adds; p takes that into account.")},
        {Words::tr("Days missing"), QString::number(verdict.missing),
         Words::tr("Calendar days of both phases without a score. They are left out, never filled in.")},
        {Words::tr("Tau-U, A against B minus trend A"), optionalShare(phases.tauUMinusTrendA),
         Words::tr("Sensitivity check, not part of the rule: how little the phases overlap, less what the trend of "
                   "the baseline accounts for. From −2 to 2; above 0: less sore since.")},
        {Words::tr("Baseline-corrected Tau"), optionalShare(phases.tauBaselineCorrected),
         Words::tr("Sensitivity check, not part of the rule: the same after the line of the baseline is taken off both "
                   "phases. A short baseline makes it noisy.")},
        {Words::tr("Why not “because of”"), QString(),
         Words::tr(
             "One log cannot show a cause. People start when it is worst, and from there it mostly gets better by "
             "itself. An experiment with a start day drawn at random comes closest.")},
    };
}

}  // namespace psolog
