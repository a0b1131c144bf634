// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasewords.h"

#include "gui/routines/routinewords.h"
#include "gui/beforeafter/standingwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

QString ReleaseWords::of(SafetyItem item)
{
    switch (item) {
    case SafetyItem::Pregnancy:
        return tr("Pregnant, or gave birth in the last months");
    case SafetyItem::Aneurysm:
        return tr("The main artery in the abdomen is widened, or a doctor suspects it");
    case SafetyItem::Hernia:
        return tr("A hernia of the abdomen or groin");
    case SafetyItem::RecentSurgery:
        return tr("Surgery on, or an injury of, the abdomen or a hip in recent months");
    case SafetyItem::OrganDisease:
        return tr("A bowel or kidney disease that is active now");
    case SafetyItem::Bleeding:
        return tr("Blood thinners, or a bleeding disorder");
    case SafetyItem::Clot:
        return tr("A blood clot in a leg, in the past or suspected now");
    case SafetyItem::Bones:
        return tr("A fracture, or weak bones");
    case SafetyItem::Unexplained:
        return tr("Weight loss, fever or night pain without a known reason; or new back or hip pain after cancer");
    case SafetyItem::GroinPain:
        return tr("Groin pain when running, when hopping or at night");
    }
    return {};
}

QString ReleaseWords::of(DailyItem item)
{
    switch (item) {
    case DailyItem::Pulsing:
        return tr("Pulsing in the abdomen");
    case DailyItem::Numbness:
        return tr("Numbness or tingling in a leg");
    case DailyItem::GroinPain:
        return tr("Groin pain when running or at night");
    case DailyItem::Bleeding:
        return tr("New: bleeding, or blood thinners");
    case DailyItem::Pregnancy:
        return tr("New: pregnancy");
    }
    return {};
}

QString ReleaseWords::of(StopReason reason)
{
    switch (reason) {
    case StopReason::FinishedEarly:
        return tr("Finished early");
    case StopReason::SharpPain:
        return tr("Sharp pain");
    case StopReason::Pulsing:
        return tr("Pulsing");
    case StopReason::Numbness:
        return tr("Numbness or tingling");
    case StopReason::Interrupted:
        return tr("Interrupted");
    case StopReason::Other:
        return tr("Something else");
    }
    return {};
}

QString ReleaseWords::of(BodySide side)
{
    switch (side) {
    case BodySide::Both:
        return tr("both sides");
    case BodySide::Left:
        return tr("left side");
    case BodySide::Right:
        return tr("right side");
    }
    return {};
}

QString ReleaseWords::stepTitle(StepKind kind, std::optional<Zone> zone, BodySide side)
{
    // While a session runs the side to come is told beside it.
    if (kind == StepKind::Switch)
        return tr("Change sides");
    RoutineStep step;
    step.kind = kind;
    step.zone = zone;
    step.side = side;
    return RoutineWords::stepTitle(step);
}

QString ReleaseWords::zonePlace(Zone zone)
{
    switch (zone) {
    case Zone::Low:
        return tr("Just inside and above the front hip bone, never in the groin fold");
    case Zone::Middle:
        return tr("Halfway between the hip bone and the navel");
    case Zone::High:
        return tr("Beside the navel");
    }
    return {};
}

QString ReleaseWords::phaseCaption(const ReleaseFlow::Snapshot& now)
{
    switch (now.stage) {
    case ReleaseFlow::Stage::Ready:
        return tr("READY");
    case ReleaseFlow::Stage::Paused:
    case ReleaseFlow::Stage::GapAsk:
        return tr("PAUSED");
    case ReleaseFlow::Stage::Finished:
        return tr("DONE");
    case ReleaseFlow::Stage::StopAsk:
    case ReleaseFlow::Stage::Stopped:
        return tr("STOPPED");
    case ReleaseFlow::Stage::Step:
        break;
    }
    switch (now.stepKind) {
    case StepKind::Settle:
        return tr("SETTLE");
    case StepKind::Switch:
        return tr("SWITCH");
    case StepKind::Rest:
        return tr("REST");
    case StepKind::Zone:
        break;
    }
    return now.phase == ReleaseFlow::Phase::Hold ? tr("HOLD") : tr("SCAN");
}

QString ReleaseWords::phaseCue(const ReleaseFlow::Snapshot& now)
{
    if (now.stage == ReleaseFlow::Stage::Ready)
        return tr("lie down on the tool");
    if (now.stage == ReleaseFlow::Stage::Paused || now.stage == ReleaseFlow::Stage::GapAsk)
        return tr("come off the pressure");
    switch (now.stepKind) {
    case StepKind::Settle:
        return tr("breathe slowly");
    case StepKind::Switch:
        return tr("change sides, no hurry");
    case StepKind::Rest:
        return tr("off the tool, breathe");
    case StepKind::Zone:
        break;
    }
    return now.phase == ReleaseFlow::Phase::Hold ? tr("breathe out, let it sink") : tr("move slowly, look for it");
}

QString ReleaseWords::of(PrimaryMeaning meaning)
{
    switch (meaning) {
    case PrimaryMeaning::Start:
        return tr("Start");
    case PrimaryMeaning::FoundPoint:
        return tr("Found one");
    case PrimaryMeaning::PointReleased:
        return tr("It released");
    case PrimaryMeaning::Resume:
        return tr("Resume");
    case PrimaryMeaning::None:
        break;
    }
    return tr("Just breathe");
}

QString ReleaseWords::sessionFacts(const ReleaseSession& session)
{
    if (session.pointsFound() == 0)
        return tr("%1 of %2 worked, no points marked")
            .arg(minutesSeconds(session.worked), minutesSeconds(session.planned));
    return tr("%1 of %2 worked, points found %3, released %4")
        .arg(minutesSeconds(session.worked), minutesSeconds(session.planned))
        .arg(session.pointsFound())
        .arg(session.pointsReleased());
}

QString ReleaseWords::lastSession(const ReleaseSession& session, LocalDay today)
{
    QString text =
        tr("%1 at %2: %3.")
            .arg(relativeDay(session.recorded.day, today), clockTime(session.recorded.at), sessionFacts(session));
    text[0] = text[0].toUpper();
    if (session.before.left || session.before.right || session.after.left || session.after.right)
        text += QLatin1Char(' ')
            + tr("Tightness left %1, right %2.")
                  .arg(tightnessChange(session.before.left, session.after.left),
                       tightnessChange(session.before.right, session.after.right));
    if (session.stopReason)
        text += QLatin1Char(' ') + tr("Stopped: %1.").arg(of(*session.stopReason).toLower());
    return text;
}

QString ReleaseWords::tightnessChange(const std::optional<Score>& before, const std::optional<Score>& after)
{
    return StandingWords::tightness(before, after);
}

QString ReleaseWords::span(Milliseconds length)
{
    const auto seconds = static_cast<int>(std::chrono::round<Seconds>(length).count());
    if (seconds < 60)
        return seconds == 1 ? tr("1 second") : tr("%1 seconds").arg(seconds);
    const int minutes = (seconds + 30) / 60;
    if (minutes < 120)
        return minutes == 1 ? tr("1 minute") : tr("%1 minutes").arg(minutes);
    return tr("%1 hours").arg((minutes + 30) / 60);
}

QString ReleaseWords::notSaved(const Error& error)
{
    return tr("Not saved: %1. %2").arg(headline(error), describe(error));
}

QStringList ReleaseWords::redAdvice(StopReason reason)
{
    const QString today = tr("No more release today. Lie on your back, breathe, and let it settle.");
    switch (reason) {
    case StopReason::SharpPain:
        return {today,
                tr("Sharp, stabbing or electric pain is never part of a release. Uncomfortable up to 4 of 10 is the "
                   "limit."),
                tr("If it is still there tomorrow, or comes back with lighter pressure, show it to a clinician before "
                   "the next session.")};
    case StopReason::Pulsing:
        return {today,
                tr("Pulsing, or a feeling that spreads in the abdomen or groin, means that the tool pressed on the "
                   "wrong place."),
                tr("Talk to a clinician before you use the tool again. If it goes on without the tool, do it today.")};
    case StopReason::Numbness:
        return {today,
                tr("Numbness, tingling or weakness in a leg means pressure on a nerve. Change position and wait until "
                   "it is gone."),
                tr("If it does not go away within the hour, or the leg is weak, see a clinician today.")};
    case StopReason::FinishedEarly:
    case StopReason::Interrupted:
    case StopReason::Other:
        break;
    }
    return {today};
}

QStringList ReleaseWords::helpNow()
{
    return {tr("Numbness where a saddle would touch you, new trouble with bladder or bowel, or weakness in both legs"),
            tr("Tearing pain together with pulsing in the abdomen"), tr("One calf that is swollen, warm and red"),
            tr("A pop in the back of the thigh, then bruising and a leg that does not work"),
            tr("Dark urine together with severe soreness")};
}

}  // namespace psolog
