// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rosterwords/rosterwords.h"

#include <cmath>

#include <QCoreApplication>

#include "gui/body/sitewords.h"
#include "gui/history/historywords.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Roster)
};

constexpr double kPerCent = 100;

QString dash()
{
    return QStringLiteral("–");
}

QString siteOf(const Flag& flag)
{
    return flag.site ? siteLabel(*flag.site) : Words::tr("A muscle");
}

QString points(double value)
{
    return std::abs(value) == 1 ? Words::tr("1 point") : Words::tr("%1 points").arg(medianWords(std::abs(value)));
}

QString percent(double share)
{
    return Words::tr("%1\u00a0%", "percent").arg(std::lround(share * kPerCent));
}

}  // namespace

QString flagWords(const Flag& flag)
{
    switch (flag.kind) {
    case FlagKind::RedStop:
        return flag.reason ? Words::tr("Stopped: %1").arg(HistoryWords::of(*flag.reason)) : Words::tr("Stopped");
    case FlagKind::HighScore:
        return Words::tr("%1 ≥ %2 for %3").arg(siteOf(flag)).arg(kHighScore).arg(dayCount(flag.days));
    case FlagKind::Worse:
        return flag.value > 0 ? Words::tr("Worse by %1").arg(points(flag.value)) : Words::tr("Worse");
    case FlagKind::Rising:
        return Words::tr("Rising for %1").arg(dayCount(flag.days));
    case FlagKind::Silent:
        return Words::tr("No check-in for %1").arg(dayCount(flag.days));
    case FlagKind::PlanNotFollowed:
        return Words::tr("Plan not followed: %1").arg(percent(flag.value));
    case FlagKind::Asymmetry:
        return Words::tr("%1 weaker by %2").arg(siteOf(flag), points(flag.value));
    }
    return {};
}

QString flagName(FlagKind kind)
{
    switch (kind) {
    case FlagKind::RedStop:
        return Words::tr("Stopped for a red reason");
    case FlagKind::HighScore:
        return Words::tr("Score of %1 or more").arg(kHighScore);
    case FlagKind::Worse:
        return Words::tr("Worse");
    case FlagKind::Rising:
        return Words::tr("Rising");
    case FlagKind::Silent:
        return Words::tr("No check-in");
    case FlagKind::PlanNotFollowed:
        return Words::tr("Plan not followed");
    case FlagKind::Asymmetry:
        return Words::tr("One side weaker");
    }
    return {};
}

QString flagRule(FlagKind kind)
{
    switch (kind) {
    case FlagKind::RedStop:
        return Words::tr("A release was stopped for sharp pain, pulsing or numbness within the last %1.")
            .arg(dayCount(kRedStopDays));
    case FlagKind::HighScore:
        return Words::tr("A muscle scored %1 or more on each of its last %2 with a score, all within the last %3.")
            .arg(kHighScore)
            .arg(dayCount(kHighScoreDays), dayCount(kHighScoreWindow));
    case FlagKind::Worse:
        return Words::tr("The verdict on the primary hamstring is “Worse”: its median since the first release against "
                         "the baseline.");
    case FlagKind::Rising:
        return Words::tr("Over the last %1 the Theil–Sen line of the primary hamstring rises by %2 or more, with the "
                         "whole interval of its slope above zero and at least %3 with a score.")
            .arg(dayCount(kRisingDays), points(kRisingPoints), dayCount(kRisingLeastScores));
    case FlagKind::Silent:
        return Words::tr("No check-in for %1 or more. A run without a score is none.").arg(dayCount(kSilentDays));
    case FlagKind::PlanNotFollowed:
        return Words::tr("The share of days with a release is below %1 of the share planned, after at least %2. Days "
                         "lose half their weight in %3, so that a single miss is soon forgiven; what is not logged yet "
                         "and days that an experiment keeps free do not count.")
            .arg(percent(kPlanShare), dayCount(kPlanLeastDays), dayCount(kPlanHalfLife));
    case FlagKind::Asymmetry:
        return Words::tr("In the last complete glute test, within the last %1, the medians of the two sides differ by "
                         "more than one step, by more than the repeats of either side, and by more than they usually "
                         "change from one test to the next.")
            .arg(dayCount(kAsymmetryDays));
    }
    return {};
}

const char* flagTone(FlagKind kind)
{
    switch (kind) {
    case FlagKind::RedStop:
    case FlagKind::HighScore:
    case FlagKind::Worse:
        return "bad";
    case FlagKind::Rising:
    case FlagKind::Silent:
    case FlagKind::PlanNotFollowed:
    case FlagKind::Asymmetry:
        break;
    }
    return "warn";
}

QString adherenceWords(const std::optional<Adherence>& adherence)
{
    if (!adherence)
        return dash();
    return Words::tr("%1 of %2", "days with a release, days planned").arg(adherence->done).arg(adherence->planned);
}

QString sidesWords(const std::optional<SideDifference>& sides)
{
    if (!sides)
        return dash();
    if (sides->points == 0)
        return Words::tr("both sides alike");
    if (!sides->beyond)
        return Words::tr("no difference beyond the repeats");
    return sides->weaker == Side::Left ? Words::tr("left weaker by %1").arg(points(sides->points))
                                       : Words::tr("right weaker by %1").arg(points(sides->points));
}

QString lastCheckInWords(const RosterRow& row)
{
    return row.lastCheckIn ? relativeDay(*row.lastCheckIn, row.today) : Words::tr("never");
}

BadgeWords rowVerdictWords(const RosterRow& row)
{
    if (row.sharedFrom)
        return {Words::tr("From %1 only").arg(shortDate(*row.sharedFrom, row.today)), "neutral"};
    if (!row.verdict)
        return {Words::tr("No scores"), "neutral"};
    if (!row.released)
        return {row.baselineDays < kLeastPhaseDays
                    ? Words::tr("Baseline, day %1 of %2").arg(row.baselineDays).arg(kLeastPhaseDays)
                    : Words::tr("Baseline, %1").arg(dayCount(row.baselineDays)),
                "neutral"};
    switch (*row.verdict) {
    case VerdictKind::TooLittleData:
        return {Words::tr("Too little data"), "neutral"};
    case VerdictKind::NoClearChange:
        return {Words::tr("No clear change"), "neutral"};
    case VerdictKind::Better:
        return {Words::tr("Better"), "good"};
    case VerdictKind::Worse:
        return {Words::tr("Worse"), "bad"};
    }
    return {};
}

BadgeWords relationWords(CopyRelation relation)
{
    switch (relation) {
    case CopyRelation::New:
        return {Words::tr("New athlete"), "good"};
    case CopyRelation::Same:
        return {Words::tr("Nothing new"), "neutral"};
    case CopyRelation::Newer:
        return {Words::tr("Newer"), "good"};
    case CopyRelation::Older:
        return {Words::tr("Older"), "neutral"};
    case CopyRelation::Diverged:
        return {Words::tr("Both have more"), "good"};
    case CopyRelation::Conflicting:
        return {Words::tr("Conflicting"), "warn"};
    }
    return {};
}

QString athleteLabel(const std::string& name)
{
    return name.empty() ? Words::tr("Without a name") : QString::fromStdString(name);
}

}  // namespace psolog
