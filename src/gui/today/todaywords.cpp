// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/todaywords.h"

#include <algorithm>

#include <QCoreApplication>

namespace psolog {

namespace {

constexpr int kNoon = 12;
constexpr int kEvening = 17;

QString tr(const char* text)
{
    return QCoreApplication::translate("TodayPage", text);
}

QString greeting(int hour)
{
    if (hour < kNoon)
        return tr("Morning check-in");
    if (hour < kEvening)
        return tr("Afternoon check-in");
    return tr("Evening check-in");
}

bool contains(const TodayPlan& plan, NextStep step)
{
    return std::find(plan.later.begin(), plan.later.end(), step) != plan.later.end();
}

bool isPlannedOff(const TodayPlan& plan)
{
    return plan.planDay && !plan.planDay->release;
}

NextStepWords checkInWords(const TodayPlan& plan, int hour)
{
    NextStepWords words;
    words.title = greeting(hour);
    if (contains(plan, NextStep::Release))
        words.title = tr("%1, then five minutes on the floor").arg(words.title);
    else if (contains(plan, NextStep::GluteTest) || contains(plan, NextStep::TiltTest))
        words.title = tr("%1, then a self-test").arg(words.title);
    else if (isPlannedOff(plan))
        words.title = tr("%1, and no release today").arg(words.title);
    words.badge = tr("Next");
    words.heading = plan.inBaseline ? tr("Check-in, baseline day %1 of %2").arg(plan.baselineDay).arg(kBaselineDays)
                                    : tr("Check-in");
    words.text = plan.inBaseline
        ? tr("How sore is each muscle? Days logged before the first release are what later days are compared with.")
        : tr("How sore is each muscle right now? It takes half a minute.");
    if (isPlannedOff(plan))
        words.text = tr("How sore is each muscle right now? Your plan compares the days without release with those "
                        "that have one, so "
                        "each counts the same.");
    words.action = tr("Check in");
    words.key = tr("C");
    words.page = PageId::CheckIn;
    words.pose = QStringLiteral("stand-neutral");
    return words;
}

/// A day that the plan leaves without release, and everything else is done.
NextStepWords plannedOffWords(const TodayPlan& plan)
{
    NextStepWords words;
    words.title = tr("Done for today");
    words.pose = QStringLiteral("run-tall");
    if (plan.releasedToday) {
        words.heading = tr("Released, on a day planned without");
        words.text = tr("It is logged. The plan counts today as a day not kept, and goes on as it was drawn.");
        return words;
    }
    words.heading = tr("No release today");
    words.text =
        tr("Run as usual and check in tomorrow. The Release page stays open to you; a release today would be a day "
           "not kept to the plan.");
    return words;
}

NextStepWords releaseWords(const TodayPlan& plan, const QString& pointsNote)
{
    NextStepWords words;
    words.title = tr("Five minutes on the floor");
    words.badge = tr("Next");
    words.heading = tr("Release, day %1").arg(plan.releaseDay.value_or(1));
    words.text = tr("Daily five minutes, low to high, both sides.");
    if (plan.planDay && plan.planDay->turn) {
        const bool drawn = plan.planDay->kind == ExperimentKind::RandomStart;
        words.heading = drawn ? tr("The drawn day is here: release from today on") : tr("A week with release begins");
    }
    if (!pointsNote.isEmpty())
        words.text += QLatin1Char(' ') + pointsNote;
    words.action = tr("Start release");
    words.key = tr("R");
    words.page = PageId::Release;
    words.pose = QStringLiteral("tool-low");
    return words;
}

NextStepWords lockedWords(const TodayPlan& plan)
{
    NextStepWords words;
    words.page = PageId::Release;
    words.pose = QStringLiteral("prone");
    words.key = tr("R");
    if (plan.lock == ReleaseLock::Unanswered) {
        words.title = tr("One answer is missing");
        words.badge = tr("Open");
        words.heading = tr("Why did you stop the last session?");
        words.text =
            tr("The answer decides whether the next session needs a pause. Check-ins and self-tests stay open.");
        words.action = tr("Answer now");
        return words;
    }
    words.title = tr("The release is locked");
    words.badge = tr("Locked");
    words.heading = plan.lock == ReleaseLock::RedStop ? tr("Your last session ended with a warning sign")
                                                      : tr("Ask a clinician first");
    words.text = plan.lock == ReleaseLock::RedStop ? tr("Read what to do now. Check-ins and self-tests stay open.")
                                                   : tr("The safety screen has a yes. Check-ins and self-tests stay "
                                                        "open; the release opens once a clinician has cleared you.");
    words.action = tr("See why");
    return words;
}

NextStepWords stepWords(const TodayPlan& plan, int hour, const QString& pointsNote)
{
    NextStepWords words;
    switch (plan.step) {
    case NextStep::CheckIn:
        return checkInWords(plan, hour);
    case NextStep::Release:
        return releaseWords(plan, pointsNote);
    case NextStep::Locked:
        return lockedWords(plan);
    case NextStep::GluteTest:
        words.title = tr("A self-test today");
        words.badge = tr("Next");
        words.heading = tr("Glute activation test");
        words.text = tr("Face down, lift one leg, and feel whether the glute works. Two minutes.");
        words.action = tr("Start test");
        words.key = tr("G");
        words.page = PageId::SelfTests;
        words.topic = QStringLiteral("glute-activation");
        words.pose = QStringLiteral("prone-lift-left");
        return words;
    case NextStep::TiltTest:
        words.title = tr("A self-test today");
        words.badge = tr("Next");
        words.heading = tr("Pelvic tilt test");
        words.text = tr("Standing: squeeze the glutes with the back arched, then with the pelvis tucked. One minute.");
        words.action = tr("Start test");
        words.key = tr("V");
        words.page = PageId::SelfTests;
        words.topic = QStringLiteral("pelvic-tilt");
        words.pose = QStringLiteral("stand-tucked");
        return words;
    case NextStep::Screening:
        words = releaseWords(plan, {});
        words.heading = tr("Safety screen, then release");
        words.text = tr("Ten short questions, asked before the first release and every 30 days.");
        words.action = tr("Answer now");
        return words;
    case NextStep::BaselineDay:
        if (isPlannedOff(plan))
            return plannedOffWords(plan);
        words.title = tr("Done for today");
        words.badge = tr("Baseline");
        words.heading = tr("Baseline day %1 of %2 is logged").arg(plan.baselineDay).arg(kBaselineDays);
        words.text = tr("Keep running as usual and check in tomorrow. No release yet: without a before, there is "
                        "nothing to compare.");
        words.pose = QStringLiteral("run-tall");
        return words;
    case NextStep::Done:
        words.title = tr("Done for today");
        words.badge = tr("Done");
        words.heading =
            plan.releaseDay ? tr("Release day %1 is done").arg(*plan.releaseDay) : tr("Everything is logged");
        words.text = tr(
            "Check in again after your next run, or tomorrow morning. Soreness changes slowly; one day says little.");
        words.pose = QStringLiteral("run-tall");
        return words;
    }
    return words;
}

}  // namespace

NextStepWords wordsFor(const TodayPlan& plan, int hour, const QString& pointsNote)
{
    NextStepWords words = stepWords(plan, hour, pointsNote);
    // What the day is in the plan matters more than that this comes next; a lock says why itself.
    if (plan.planDay && plan.step != NextStep::Locked)
        words.badge = planDayWords(plan);
    return words;
}

QString planDayWords(const TodayPlan& plan)
{
    if (!plan.planDay)
        return {};
    return plan.planDay->release ? tr("Plan day %1: release day").arg(plan.planDay->number)
                                 : tr("Plan day %1: a day without release").arg(plan.planDay->number);
}

QString reminderQuestion(const TodayPlan& plan)
{
    const bool releaseLater = contains(plan, NextStep::Release) || contains(plan, NextStep::Screening);
    switch (plan.step) {
    case NextStep::CheckIn:
        if (isPlannedOff(plan))
            return tr("Half a minute for a check-in? No release today, by your plan.");
        return releaseLater ? tr("A check-in, then five minutes on the floor?") : tr("Half a minute for a check-in?");
    case NextStep::GluteTest:
    case NextStep::TiltTest:
        if (isPlannedOff(plan))
            return tr("Two minutes for a self-test? No release today, by your plan.");
        return releaseLater ? tr("A self-test, then five minutes on the floor?") : tr("Two minutes for a self-test?");
    case NextStep::Screening:
    case NextStep::Release:
        if (plan.planDay)
            return tr("Five minutes on the floor? It is a release day of your plan.");
        return tr("Five minutes on the floor?");
    case NextStep::BaselineDay:
    case NextStep::Locked:
    case NextStep::Done:
        break;
    }
    return {};
}

NextStepWords wordsForLater(NextStep step)
{
    TodayPlan plan;
    plan.step = step;
    NextStepWords words = wordsFor(plan, kNoon, {});
    switch (step) {
    case NextStep::GluteTest:
        words.action = tr("Glute test");
        break;
    case NextStep::TiltTest:
        words.action = tr("Tilt test");
        break;
    case NextStep::Screening:
        words.action = tr("Safety screen");
        break;
    case NextStep::CheckIn:
    case NextStep::BaselineDay:
    case NextStep::Locked:
    case NextStep::Release:
    case NextStep::Done:
        break;
    }
    return words;
}

}  // namespace psolog
