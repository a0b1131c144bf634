// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/verdict/verdictwords.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "gui/body/sitewords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

constexpr double kNoticeable = 1;  ///< points; less is called "about as sore"
constexpr int kUsefulDays = 14;    ///< days of a phase that make a difference clearer
constexpr double kPerCent = 100;

QString space()
{
    return QStringLiteral(" ");
}

/// "Three points", "2.5 points", "One point".
QString pointsOf(double change)
{
    const std::array words{Words::tr("One point"),    Words::tr("Two points"),   Words::tr("Three points"),
                           Words::tr("Four points"),  Words::tr("Five points"),  Words::tr("Six points"),
                           Words::tr("Seven points"), Words::tr("Eight points"), Words::tr("Nine points"),
                           Words::tr("Ten points")};
    const double size = std::abs(change);
    const auto whole = static_cast<std::size_t>(size);
    if (size == std::floor(size) && whole >= 1 && whole <= words.size())
        return words.at(whole - 1);
    return Words::tr("%1 points").arg(medianWords(size));
}

QString loadWords(const WeeklyLoads& loads)
{
    const QLocale locale;
    const auto whole = [&](double value) { return locale.toString(std::llround(value)); };
    switch (loads.unit) {
    case LoadUnit::SessionLoad:
        return Words::tr("effort × minutes a week: %1 before, %2 since").arg(whole(loads.before), whole(loads.since));
    case LoadUnit::Minutes:
        return Words::tr("minutes a week: %1 before, %2 since").arg(whole(loads.before), whole(loads.since));
    case LoadUnit::Metres:
        return Words::tr("km a week: %1 before, %2 since")
            .arg(medianWords(loads.before / 1000), medianWords(loads.since / 1000));
    case LoadUnit::Runs:
        return Words::tr("runs a week: %1 before, %2 since").arg(medianWords(loads.before), medianWords(loads.since));
    }
    return {};
}

QString findingOfPhases(const PhaseComparison& phases, const VerdictSubject& subject)
{
    const QString site = siteLabel(subject.site);
    if (phases.medianA && phases.medianB)
        return Words::tr("%1: %2 before, %3 since you started")
            .arg(site, medianWords(*phases.medianA), medianWords(*phases.medianB));
    if (phases.medianA)
        return subject.released
            ? Words::tr("%1: %2 before, no score since you started").arg(site, medianWords(*phases.medianA))
            : Words::tr("%1: %2 in the baseline so far").arg(site, medianWords(*phases.medianA));
    if (phases.medianB)
        return Words::tr("%1: %2 since you started").arg(site, medianWords(*phases.medianB));
    return Words::tr("%1: no score yet").arg(site);
}

QString footOf(const Verdict& verdict)
{
    const PhaseComparison& phases = verdict.phases;
    if (!phases.medianA && !phases.medianB)
        return {};
    const auto phase = [](const std::optional<double>& median, std::size_t days) {
        return median
            ? Words::tr("%1 (%2)", "median and days").arg(medianWords(*median), dayCount(static_cast<int>(days)))
            : Words::tr("no score");
    };
    QStringList parts{
        Words::tr("medians %1 and %2").arg(phase(phases.medianA, phases.m), phase(phases.medianB, phases.n)),
        Words::tr("%n day(s) missing", nullptr, verdict.missing)};
    if (verdict.lag1)
        parts << Words::tr("lag-1\u00a0autocorrelation\u00a0%1").arg(shareWords(*verdict.lag1));
    return parts.join(QStringLiteral(" · "));
}

std::vector<VerdictFigure> figuresOf(const Verdict& verdict)
{
    std::vector<VerdictFigure> figures;
    const PhaseComparison& phases = verdict.phases;
    if (phases.difference)
        figures.push_back({signedWords(*phases.difference),
                           phases.differenceInterval
                               ? Words::tr("points (%1)").arg(intervalWords(*phases.differenceInterval))
                               : Words::tr("points")});
    if (verdict.share)
        figures.push_back({percentWords(*verdict.share), Words::tr("of the baseline")});
    if (verdict.line) {
        const SlopeWords slope = slopeWords(*verdict.line);
        figures.push_back({slope.slope, Words::tr("a week (%1)").arg(slope.interval)});
    }
    if (phases.nap)
        figures.push_back({shareWords(*phases.nap),
                           phases.napInterval
                               ? Words::tr("NAP (%1 to %2)")
                                     .arg(shareWords(phases.napInterval->low), shareWords(phases.napInterval->high))
                               : Words::tr("NAP")});
    return figures;
}

std::vector<VerdictFigure> dayFigures(const Verdict& verdict, const VerdictSubject& subject)
{
    const auto of = [](std::size_t days) {
        return Words::tr("%1 of %2", "days of the least").arg(days).arg(kLeastPhaseDays);
    };
    const auto figure = [&](std::size_t days, int needed, const QString& caption) {
        return VerdictFigure{needed > 0 ? of(days) : QString::number(days), caption};
    };
    std::vector<VerdictFigure> figures;
    figures.push_back(figure(verdict.phases.m, verdict.neededBefore, Words::tr("days before the release")));
    if (subject.released)
        figures.push_back(figure(verdict.phases.n, verdict.neededSince, Words::tr("days since")));
    if (!subject.released && verdict.phases.medianA)
        figures.push_back({medianWords(*verdict.phases.medianA), Words::tr("median so far")});
    if (!subject.released && verdict.phases.m > 0)
        figures.push_back({QString::number(verdict.missing), Words::tr("days missing")});
    return figures;
}

void baselineWords(VerdictWords& words, const Verdict& verdict)
{
    const auto logged = static_cast<int>(verdict.phases.m);
    words.badge = Words::tr("Baseline");
    words.title = verdict.neededBefore > 0 ? Words::tr("%1 of %2 baseline days logged").arg(logged).arg(kLeastPhaseDays)
                                           : Words::tr("Your baseline is ready: %1").arg(dayCount(logged));
    words.text = verdict.neededBefore > 0
        ? Words::tr("%n more day(s) with a score before the first release, and there is something to compare with; "
                    "fourteen in all are better.",
                    nullptr, verdict.neededBefore)
        : Words::tr("The days from your first release on will be compared with it. Fourteen days make a steadier "
                    "baseline than seven.");
    words.brief = words.text;
}

void tooLittleWords(VerdictWords& words, const Verdict& verdict)
{
    words.badge = Words::tr("Too little data");
    const auto before = static_cast<int>(verdict.phases.m);
    const auto since = static_cast<int>(verdict.phases.n);
    if (verdict.neededBefore > 0) {
        words.title = before == 0
            ? Words::tr("Cannot tell: no day before the first release")
            : Words::tr("Cannot tell: %n more day(s) before the release were needed", nullptr, verdict.neededBefore);
        words.text = Words::tr("A comparison needs at least %1 days with a score before the release and as many since; "
                               "your log has %2 and %3. Those before cannot be made up for, but the line still shows "
                               "where it goes, and weeks without release give a new comparison.")
                         .arg(kLeastPhaseDays)
                         .arg(before)
                         .arg(since);
    } else {
        words.title =
            Words::tr("Cannot tell yet: %n more day(s) since the release are needed", nullptr, verdict.neededSince);
        words.text = Words::tr("%1 of %2 days with a score since the first release. Check in on the days to come and "
                               "the verdict appears; any sooner, a difference can be an ordinary good or bad week.")
                         .arg(since)
                         .arg(kLeastPhaseDays);
    }
    words.brief =
        words.title + QStringLiteral(". ") + Words::tr("Until then a difference can be an ordinary good or bad week.");
}

/// Why it is not called better or worse.
QString unclearReason(const Verdict& verdict)
{
    const double change = *verdict.phases.difference;
    const bool tooSmall = std::abs(change) < kLeastChange || (verdict.share && std::abs(*verdict.share) < kLeastShare);
    const QString asked =
        Words::tr("%1 points and %2\u00a0%").arg(medianWords(kLeastChange), medianWords(kLeastShare * kPerCent));
    if (std::abs(change) < kNoticeable)
        return Words::tr("A change counts here from %1 on: less cannot be told from ordinary days.").arg(asked);
    if (tooSmall)
        return verdict.share
            ? Words::tr("A change counts here from %1 on; so far it is %2 points and %3.")
                  .arg(asked, signedWords(change), percentWords(*verdict.share))
            : Words::tr("A change counts here from %1 on; so far it is %2 points.").arg(asked, signedWords(change));
    return change < 0 ? Words::tr("In a log that varies like yours, an ordinary good spell can look the same (%1).")
                            .arg(pWords(*verdict.p))
                      : Words::tr("In a log that varies like yours, an ordinary bad spell can look the same (%1).")
                            .arg(pWords(*verdict.p));
}

void unclearWords(VerdictWords& words, const Verdict& verdict)
{
    const double change = *verdict.phases.difference;
    const auto since = static_cast<int>(verdict.phases.n);
    words.badge = since < kUsefulDays ? Words::tr("No clear change yet") : Words::tr("No clear change");
    if (*verdict.phases.medianA == 0 && *verdict.phases.medianB == 0)
        words.title = Words::tr("Not sore before, not sore since");
    else if (std::abs(change) < kNoticeable)
        words.title =
            change == 0 ? Words::tr("As sore as in your baseline") : Words::tr("About as sore as in your baseline");
    else
        words.title = change < 0 ? Words::tr("%1 less sore, but not clearly so").arg(pointsOf(change))
                                 : Words::tr("%1 sorer, but not clearly so").arg(pointsOf(change));
    const QString more = since < kUsefulDays
        ? Words::tr("%1 of %2 days in; %n more day(s) will tell more.", nullptr, kUsefulDays - since)
              .arg(since)
              .arg(kUsefulDays)
        : Words::tr("No clear change is an answer too; more days make it firmer.");
    words.text = unclearReason(verdict) + space() + more;
    words.brief = words.text;
}

void clearWords(VerdictWords& words, const Verdict& verdict, const VerdictSubject& subject)
{
    const double change = *verdict.phases.difference;
    const bool better = verdict.kind == VerdictKind::Better;
    words.badge = better ? Words::tr("Better") : Words::tr("Worse");
    words.tone = better ? "good" : "bad";
    words.title = better ? Words::tr("%1 less sore than in your baseline").arg(pointsOf(change))
                         : Words::tr("%1 sorer than in your baseline").arg(pointsOf(change));
    words.text = causeSentence(!better);
    words.brief = words.title + QStringLiteral(". ") + words.text;
    if (!verdict.cautions.empty()) {
        for (const Caution caution : verdict.cautions)
            words.brief += space() + cautionSentence(caution, verdict, subject);
        return;
    }
    if (better)
        words.text += space()
            + (subject.loads ? Words::tr("Your runs stayed about the same, and no clear fall was seen in the baseline.")
                             : Words::tr("No clear fall was seen in the baseline."));
    else if (subject.loads)
        words.text += space() + Words::tr("Your runs stayed about the same.");
}

}  // namespace

VerdictSubject subjectOf(const ReviewFacts& facts, Site site)
{
    return {site, facts.firstRelease.has_value(), weeklyLoads(facts, site)};
}

QString causeSentence(bool worse)
{
    return worse ? Words::tr("Changed after you began, not proven to be because of it: harder days and a good week at "
                             "the start look the same.")
                 : Words::tr("Changed after you began, not proven to be because of it: natural recovery and a bad week "
                             "at the start look the same.");
}

QString cautionName(Caution caution)
{
    switch (caution) {
    case Caution::AlreadyFalling:
        return Words::tr("Already falling");
    case Caution::BeganInBadSpell:
        return Words::tr("Began in a bad spell");
    case Caution::ManyDaysMissing:
        return Words::tr("Many days missing");
    case Caution::RunsChanged:
        return Words::tr("Runs changed");
    }
    return {};
}

QString cautionSentence(Caution caution, const Verdict& verdict, const VerdictSubject& subject)
{
    switch (caution) {
    case Caution::AlreadyFalling:
        return Words::tr("Soreness may already have been falling before the release.");
    case Caution::BeganInBadSpell:
        return Words::tr("The log began in a bad spell, which often passes by itself.");
    case Caution::ManyDaysMissing:
        return Words::tr("%n day(s) are missing.", nullptr, verdict.missing);
    case Caution::RunsChanged:
        return subject.loads ? Words::tr("Your runs changed, %1.").arg(loadWords(*subject.loads))
                             : Words::tr("Your runs changed.");
    }
    return {};
}

VerdictWords verdictWords(const Verdict& verdict, const VerdictSubject& subject)
{
    VerdictWords words;
    words.finding = findingOfPhases(verdict.phases, subject);
    if (subject.released)
        words.foot = footOf(verdict);
    if (!subject.released)
        baselineWords(words, verdict);
    else if (verdict.kind == VerdictKind::TooLittleData || !verdict.phases.difference || !verdict.p)
        tooLittleWords(words, verdict);
    else if (verdict.kind == VerdictKind::NoClearChange)
        unclearWords(words, verdict);
    else
        clearWords(words, verdict, subject);
    words.figures = verdict.kind == VerdictKind::TooLittleData || !subject.released ? dayFigures(verdict, subject)
                                                                                    : figuresOf(verdict);
    if (subject.released && verdict.kind != VerdictKind::TooLittleData)
        for (const Caution caution : verdict.cautions)
            words.cautions << cautionSentence(caution, verdict, subject);
    return words;
}

VerdictWords unaskedWords()
{
    VerdictWords words;
    words.badge = Words::tr("Too little data");
    words.finding = Words::tr("No hamstring score yet");
    words.title = words.finding;
    words.text = Words::tr("The verdict is about the hamstring that is sorer in your baseline, named before anyone "
                           "looks. Rate your hamstrings in a check-in, sore or not.");
    words.brief = words.text;
    return words;
}

VerdictWords cutWords(LocalDay sharedFrom, LocalDay today)
{
    const QString day = shortDate(sharedFrom, today);
    VerdictWords words;
    words.badge = Words::tr("From %1 only").arg(day);
    words.finding = Words::tr("Cannot tell: this copy begins on %1").arg(day);
    words.title = words.finding;
    words.text =
        Words::tr("What came before was left out when it was shared, so that neither the baseline nor the first "
                  "release is known. A copy of the whole log gives a verdict.");
    words.brief = words.text;
    return words;
}

}  // namespace psolog
