// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/verdict/outcomewords.h"

#include <QCoreApplication>

#include "analysis/finding.h"
#include "gui/body/sitewords.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

QString orDash(const std::optional<double>& value)
{
    return value ? medianWords(*value) : QStringLiteral("–");
}

QString shortTitle(Sign sign)
{
    switch (sign) {
    case Sign::GlutesSorer:
        return Words::tr("Glutes sorer");
    case Sign::HamstringsLessSore:
        return Words::tr("Hamstrings less sore");
    case Sign::CalvesLessSore:
        return Words::tr("Calves less sore");
    case Sign::ActivationUp:
        return Words::tr("Activation up");
    }
    return {};
}

QString plainState(SignState state)
{
    switch (state) {
    case SignState::TooEarly:
        return Words::tr("too early");
    case SignState::Seen:
        return Words::tr("seen");
    case SignState::NotSeen:
        return Words::tr("not seen");
    case SignState::Unknown:
        return Words::tr("too few days");
    }
    return {};
}

}  // namespace

QString signTitle(Sign sign)
{
    return sign == Sign::GlutesSorer ? Words::tr("Glutes sorer at first") : shortTitle(sign);
}

QString signStateWords(const SignFinding& finding)
{
    if (finding.state != SignState::Seen)
        return plainState(finding.state);
    if (finding.sign == Sign::ActivationUp && finding.before && finding.early) {
        const QString before = medianWords(*finding.before);
        const QString early = medianWords(*finding.early);
        return finding.side == Side::Left ? Words::tr("seen, left %1 → %2").arg(before, early)
                                          : Words::tr("seen, right %1 → %2").arg(before, early);
    }
    if (!finding.firstDay || !finding.lastDay)
        return Words::tr("seen");
    return *finding.firstDay == *finding.lastDay
        ? Words::tr("seen, day %1").arg(*finding.firstDay)
        : Words::tr("seen, days %1–%2").arg(*finding.firstDay).arg(*finding.lastDay);
}

QString signChip(const SignFinding& finding)
{
    return Words::tr("%1: %2", "early sign and its state").arg(shortTitle(finding.sign), plainState(finding.state));
}

QString signDetail(const SignFinding& finding)
{
    QString what;
    switch (finding.sign) {
    case Sign::GlutesSorer:
        what = siteLabel({Muscle::Glute, finding.side});
        break;
    case Sign::HamstringsLessSore:
        what = siteLabel({Muscle::Hamstring, finding.side});
        break;
    case Sign::CalvesLessSore:
        what = siteLabel({Muscle::Calf, finding.side});
        break;
    case Sign::ActivationUp:
        what = Words::tr("%1, activation").arg(siteLabel({Muscle::Glute, finding.side}));
        break;
    }
    return Words::tr("%1: median %2 before, %3 in the first %4 days")
        .arg(what, orDash(finding.before), orDash(finding.early))
        .arg(kEarlyDays);
}

int releaseDayOf(LocalDay firstRelease, LocalDay today)
{
    return today.number() - firstRelease.number() + 1;
}

QString outcomeLabel(const Outcome& outcome)
{
    switch (outcome.measure) {
    case OutcomeMeasure::Soreness:
        return siteLabel(outcome.site);
    case OutcomeMeasure::GluteActivation:
        return Words::tr("%1, activation").arg(siteLabel(outcome.site));
    case OutcomeMeasure::TiltArched:
        return Words::tr("Tilt test, back arched");
    case OutcomeMeasure::TiltTucked:
        return Words::tr("Tilt test, pelvis tucked");
    }
    return {};
}

QString outcomeMedians(const Outcome& outcome)
{
    return Words::tr("%1 → %2", "median before and since")
        .arg(orDash(outcome.phases.medianA), orDash(outcome.phases.medianB));
}

QString outcomeDifference(const Outcome& outcome)
{
    const PhaseComparison& phases = outcome.phases;
    if (!phases.difference)
        return QStringLiteral("–");
    const QString value = signedWords(*phases.difference);
    return phases.differenceInterval
        ? Words::tr("%1 (%2)", "value and interval").arg(value, intervalWords(*phases.differenceInterval))
        : value;
}

QString outcomeNap(const Outcome& outcome)
{
    const PhaseComparison& phases = outcome.phases;
    if (!phases.nap)
        return QStringLiteral("–");
    const QString value = shareWords(*phases.nap);
    return phases.napInterval
        ? Words::tr("%1 (%2 to %3)")
              .arg(value, shareWords(phases.napInterval->low), shareWords(phases.napInterval->high))
        : value;
}

QString twelveSeriesWarning()
{
    return Words::tr("Described, not judged: with twelve sites, one looks changed by chance alone in 46 of 100 logs.");
}

}  // namespace psolog
