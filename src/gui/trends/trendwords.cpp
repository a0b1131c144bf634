// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendwords.h"

#include <QCoreApplication>
#include <QLocale>

#include "analysis/todayplan.h"
#include "gui/body/sitewords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

/// Words of this page for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

QString caution()
{
    return Words::tr(
        "Changed after you began, not necessarily because of it: natural recovery, or a bad week at the start, "
        "looks the same.");
}

}  // namespace

QString musclePlural(Muscle muscle)
{
    switch (muscle) {
    case Muscle::Hamstring:
        return Words::tr("Hamstrings");
    case Muscle::Calf:
        return Words::tr("Calves");
    case Muscle::Quadriceps:
        return Words::tr("Quadriceps");
    case Muscle::Glute:
        return Words::tr("Glutes");
    case Muscle::Psoas:
        return Words::tr("Psoas");
    case Muscle::LowerBack:
        return Words::tr("Lower back");
    }
    return {};
}

QString dayCount(int count)
{
    return count == 1 ? Words::tr("1 day") : Words::tr("%1 days").arg(count);
}

QString medianWords(double median)
{
    QString text = QString::fromStdString(medianText(median));
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString dateSpan(LocalDay first, LocalDay last, LocalDay today)
{
    const bool years = first.ymd().year() != last.ymd().year() || last.ymd().year() != today.ymd().year();
    const QString format = years ? QStringLiteral("d MMMM yyyy") : QStringLiteral("d MMMM");
    const QLocale locale;
    return Words::tr("%1 to %2").arg(locale.toString(toQDate(first), format), locale.toString(toQDate(last), format));
}

QString findingTitle(const Finding& finding)
{
    const QString site = siteLabel(finding.site);
    switch (finding.kind) {
    case FindingKind::NeverAsked:
        return Words::tr("%1: no score yet").arg(site);
    case FindingKind::NoReleaseYet:
        return Words::tr("%1: %2 in the baseline so far").arg(site, medianWords(*finding.before.median));
    case FindingKind::NothingBefore:
        return finding.since.median
            ? Words::tr("%1: %2 since the first release").arg(site, medianWords(*finding.since.median))
            : Words::tr("%1: no score yet").arg(site);
    case FindingKind::NothingSince:
        return Words::tr("%1: %2 before the release, no score since").arg(site, medianWords(*finding.before.median));
    case FindingKind::BeforeAndSince:
        return Words::tr("%1: %2 before the release, %3 since")
            .arg(site, medianWords(*finding.before.median), medianWords(*finding.since.median));
    }
    return {};
}

FindingWords findingWords(const Finding& finding)
{
    FindingWords words;
    words.badge = Words::tr("Too few days to compare");
    switch (finding.kind) {
    case FindingKind::NeverAsked:
        words.badge = Words::tr("No scores");
        words.title = Words::tr("Nothing logged for this muscle");
        words.text = Words::tr("Give it a score in a check-in. What is left alone counts as not asked, never as zero.");
        return words;
    case FindingKind::NoReleaseYet:
        words.badge = Words::tr("Baseline");
        words.title = Words::tr("%1 of baseline logged").arg(dayCount(finding.before.days));
        words.text = finding.before.days >= kBaselineDays
            ? Words::tr("Enough to compare with later: the days from your first release on are held against these.")
            : Words::tr("%1 are the least that can be compared.").arg(dayCount(kBaselineDays));
        return words;
    case FindingKind::NothingBefore:
        words.title = Words::tr("No baseline to compare with");
        words.text = Words::tr(
            "There is no score from the days before the first release. The line still shows where it goes from here.");
        return words;
    case FindingKind::NothingSince:
        words.title = Words::tr("No score since the first release");
        words.text = Words::tr("The next check-in shows whether anything changed.");
        return words;
    case FindingKind::BeforeAndSince:
        break;
    }

    if (!finding.enough) {
        words.title = Words::tr("Not enough days to compare yet");
        words.text = finding.before.days < kBaselineDays
            ? Words::tr("%1 of baseline logged; %2 are the least that can be compared.")
                  .arg(dayCount(finding.before.days), dayCount(kBaselineDays))
            : Words::tr("%1 logged since the first release; %2 are the least that can be compared.")
                  .arg(dayCount(finding.since.days), dayCount(kBaselineDays));
        return words;
    }
    const double change = *finding.change();
    words.comparable = true;
    words.badge = Words::tr("What the log shows");
    words.text = change == 0 ? Words::tr("Medians hide single days: look at the points as well.") : caution();
    if (*finding.before.median == 0 && *finding.since.median == 0)
        words.title = Words::tr("Not sore before, not sore since");
    else if (change == 0)
        words.title = Words::tr("The same median before and since");
    else
        words.title = change < 0 ? Words::tr("The median is %1 lower than in your baseline").arg(medianWords(-change))
                                 : Words::tr("The median is %1 higher than in your baseline").arg(medianWords(change));
    return words;
}

QString signLabel(const SignRow& row)
{
    return row.activation ? Words::tr("%1, activation").arg(siteLabel(row.site)) : siteLabel(row.site);
}

QString signWords(const SignRow& row)
{
    if (row.sign == EarlySign::TooEarly || !row.before || !row.early)
        return Words::tr("too early to say");
    const QString before = medianWords(*row.before);
    const QString early = medianWords(*row.early);
    switch (row.sign) {
    case EarlySign::Up:
        return Words::tr("up, %1 → %2").arg(before, early);
    case EarlySign::Down:
        return Words::tr("down, %1 → %2").arg(before, early);
    case EarlySign::Same:
        return before == early ? Words::tr("the same, %1").arg(before)
                               : Words::tr("about the same, %1 → %2").arg(before, early);
    case EarlySign::TooEarly:
        break;
    }
    return {};
}

}  // namespace psolog
