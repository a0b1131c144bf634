// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendwords.h"

#include <QCoreApplication>
#include <QLocale>

#include "gui/body/sitewords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

/// Words of this page for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

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

}  // namespace psolog
