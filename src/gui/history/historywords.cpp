// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historywords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <QLocale>

#include "analysis/experiment.h"
#include "analysis/weekly.h"
#include "gui/body/sitewords.h"
#include "gui/checkin/numberentry.h"
#include "gui/weekly/weeklywords.h"
#include "gui/widgets/datewords.h"
#include "session/selftestresult.h"

namespace psolog {

namespace {

constexpr std::size_t kWorst = 3;
const QString kDot = QStringLiteral(" \u00b7 ");

QString rating(Contraction contraction)
{
    switch (contraction) {
    case Contraction::None:
        return HistoryWords::tr("none");
    case Contraction::Flicker:
        return HistoryWords::tr("flicker");
    case Contraction::Soft:
        return HistoryWords::tr("soft");
    case Contraction::Firm:
        return HistoryWords::tr("firm");
    case Contraction::Hard:
        return HistoryWords::tr("hard");
    }
    return {};
}

QString hardest(WorkedHardest worked)
{
    switch (worked) {
    case WorkedHardest::Glute:
        return HistoryWords::tr("glute worked hardest");
    case WorkedHardest::Hamstring:
        return HistoryWords::tr("hamstring worked hardest");
    case WorkedHardest::LowerBack:
        return HistoryWords::tr("lower back worked hardest");
    case WorkedHardest::Even:
        return HistoryWords::tr("all worked evenly");
    }
    return {};
}

/// A median in a word where it is a rating, else the number.
QString spreadWords(const std::optional<ReadingSpread>& spread)
{
    if (!spread)
        return QStringLiteral("\u2013");
    if (std::floor(spread->median) == spread->median)
        return rating(static_cast<Contraction>(static_cast<int>(spread->median)));
    return HistoryWords::tr("%1 of 4", "median rating").arg(QLocale().toString(spread->median, 'f', 1));
}

QString place(std::optional<Zone> zone, BodySide side)
{
    QString zoneWord;
    if (zone == Zone::Low)
        zoneWord = HistoryWords::tr("low");
    else if (zone == Zone::Middle)
        zoneWord = HistoryWords::tr("middle");
    else if (zone == Zone::High)
        zoneWord = HistoryWords::tr("high");
    const QString sideWord = side == BodySide::Both ? HistoryWords::tr("both sides")
        : side == BodySide::Left                    ? HistoryWords::tr("left side")
                                                    : HistoryWords::tr("right side");
    return zoneWord.isEmpty() ? sideWord : HistoryWords::tr("%1, %2", "zone and side").arg(zoneWord, sideWord);
}

QString eventWords(const SessionEvent& event)
{
    const QString where = place(event.zone, event.side);
    const QString length = event.duration ? minutesSeconds(*event.duration) : QString();
    const int point = event.point.value_or(0);
    switch (event.kind) {
    case SessionEventKind::StepStarted:
        return event.zone ? HistoryWords::tr("Zone begins: %1").arg(where)
                          : HistoryWords::tr("Step %1 begins").arg(event.step + 1);
    case SessionEventKind::StepEnded:
        return HistoryWords::tr("Step %1 ends").arg(event.step + 1);
    case SessionEventKind::StepSkipped:
        return HistoryWords::tr("Step %1 skipped").arg(event.step + 1);
    case SessionEventKind::StepBack:
        return HistoryWords::tr("Back to step %1").arg(event.step + 1);
    case SessionEventKind::PointFound:
        return HistoryWords::tr("Point %1 found (%2)").arg(point).arg(where);
    case SessionEventKind::PointReleased:
        return HistoryWords::tr("Point %1 released after %2").arg(point).arg(length);
    case SessionEventKind::PointLeft:
        return HistoryWords::tr("Point %1 left after %2").arg(point).arg(length);
    case SessionEventKind::Paused:
        return HistoryWords::tr("Paused");
    case SessionEventKind::Resumed:
        return HistoryWords::tr("Resumed");
    case SessionEventKind::Gap:
        return HistoryWords::tr("Interrupted for %1, not counted").arg(length);
    case SessionEventKind::Finished:
        return HistoryWords::tr("Finished");
    case SessionEventKind::Stopped:
        return HistoryWords::tr("Stopped");
    }
    return {};
}

}  // namespace

QString HistoryWords::worstSites(const SiteScores& scores)
{
    if (scores.count() == 0)
        return tr("No muscle rated");
    std::vector<Site> sore;
    for (const Site site : allSites())
        if (scores[site] && scores[site]->value() > 0)
            sore.push_back(site);
    if (sore.empty())
        return tr("Nothing sore");
    std::stable_sort(sore.begin(), sore.end(), [&](Site a, Site b) { return *scores[a] > *scores[b]; });
    QStringList parts;
    for (std::size_t i = 0; i < std::min(kWorst, sore.size()); ++i)
        parts << tr("%1 %2", "muscle and score").arg(siteLabel(sore[i]), scoreText(scores[sore[i]]));
    return parts.join(kDot);
}

QString HistoryWords::run(const Run& run)
{
    QStringList parts;
    if (run.distanceMetres)
        parts << tr("%1 km").arg(kilometresText(*run.distanceMetres));
    if (run.minutes)
        parts << tr("%1 min").arg(*run.minutes);
    if (run.effort)
        parts << tr("effort %1").arg(run.effort->value());
    for (const RunFeature feature : run.features)
        parts << of(feature);
    return parts.isEmpty() ? tr("Run without numbers") : parts.join(kDot);
}

QString HistoryWords::selfTest(const SelfTest& test)
{
    const SelfTestSummary summary = summarise(test);
    QString words;
    if (test.readings.empty())
        words = tr("No reading");
    else if (test.kind == SelfTestKind::GluteActivation)
        words = tr("Left %1, right %2").arg(spreadWords(summary.left), spreadWords(summary.right));
    else
        words = tr("Arched %1, tucked %2").arg(spreadWords(summary.arched), spreadWords(summary.tucked));
    return test.complete ? words : words + kDot + tr("incomplete");
}

QString HistoryWords::release(const ReleaseSession& session)
{
    const QString time = tr("%1 of %2", "time worked of time planned")
                             .arg(minutesSeconds(session.worked), minutesSeconds(session.planned));
    const int found = session.pointsFound();
    if (found == 0)
        return time + kDot + tr("no points marked");
    return time + kDot + (found == 1 ? tr("1 point found") : tr("%1 points found").arg(found)) + QStringLiteral(", ")
        + tr("%1 released").arg(session.pointsReleased());
}

QStringList HistoryWords::readings(const SelfTest& test)
{
    QStringList lines;
    for (const Reading& reading : test.readings) {
        QString what;
        if (reading.side)
            what = sideLabel(*reading.side);
        else if (reading.posture)
            what = *reading.posture == Posture::Arched ? tr("Arched") : tr("Tucked");
        QString line = tr("%1, repeat %2: %3 (%4)")
                           .arg(what)
                           .arg(reading.repeat)
                           .arg(rating(reading.contraction))
                           .arg(static_cast<int>(reading.contraction));
        if (reading.workedHardest)
            line += QStringLiteral(", ") + hardest(*reading.workedHardest);
        lines << line;
    }
    return lines;
}

QStringList HistoryWords::points(const ReleaseSession& session)
{
    QStringList lines;
    for (const SessionEvent& found : session.events) {
        if (found.kind != SessionEventKind::PointFound || !found.point)
            continue;
        const auto end = std::find_if(session.events.begin(), session.events.end(), [&](const SessionEvent& event) {
            return event.point == found.point
                && (event.kind == SessionEventKind::PointReleased || event.kind == SessionEventKind::PointLeft);
        });
        QString fate = tr("not finished");
        if (end != session.events.end()) {
            const QString held = minutesSeconds(end->duration.value_or(Milliseconds(0)));
            fate = end->kind == SessionEventKind::PointReleased ? tr("held %1, released").arg(held)
                                                                : tr("held %1, not released").arg(held);
        }
        lines << tr("Point %1, %2: %3").arg(*found.point).arg(place(found.zone, found.side), fate);
    }
    return lines;
}

QStringList HistoryWords::timeline(const ReleaseSession& session)
{
    QStringList lines;
    for (const SessionEvent& event : session.events)
        lines << minutesSeconds(event.worked) + QStringLiteral("  ") + eventWords(event);
    return lines;
}

QString HistoryWords::tightness(const ReleaseSession& session)
{
    const auto change = [](const std::optional<Score>& before, const std::optional<Score>& after) {
        if (!before && !after)
            return tr("not asked");
        return QStringLiteral("%1 \u2192 %2").arg(scoreText(before), scoreText(after));
    };
    return tr("Left %1, right %2", "tightness before and after")
        .arg(change(session.before.left, session.after.left), change(session.before.right, session.after.right));
}

QString HistoryWords::weekly(const WeeklyCheckIn& checkIn)
{
    const auto severity = weeklySeverity(checkIn);
    const QString words = severity ? WeeklyWords::severity(*severity) : tr("Not all answered");
    return isSubstantial(checkIn) ? words + kDot + tr("substantial") : words;
}

QStringList HistoryWords::answers(const WeeklyCheckIn& checkIn)
{
    QStringList lines;
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        const auto item = static_cast<WeeklyItem>(i);
        const auto& score = checkIn.scores.at(i);
        QString answer = tr("not answered");
        if (score) {
            const auto place = answerPosition(*score);
            // The older questionnaire words its answers in another way.
            const bool worded = checkIn.version == WeeklyVersion::OstrcH2 && place;
            answer = worded ? tr("%1 (%2)", "answer, score").arg(WeeklyWords::answer(item, *place)).arg(*score)
                            : tr("%1 of 25", "score").arg(*score);
        }
        lines << WeeklyWords::question(item) + QLatin1Char(' ') + answer;
    }
    return lines;
}

QStringList HistoryWords::plan(const Experiment& plan, LocalDay today)
{
    const QString first = shortDate(plan.firstDay, today);
    const QString last = shortDate(plan.lastDay(), today);
    if (plan.kind == ExperimentKind::RandomStart)
        return {tr("From %1, %2 to %3 days without release").arg(first).arg(plan.leastBaseline).arg(plan.mostBaseline),
                tr("Then a release every day until %1").arg(last)};
    return {tr("%1 pairs of weeks, %2 to %3").arg(plan.releaseFirst.size()).arg(first, last),
            tr("In each pair one week with release and one without")};
}

QStringList HistoryWords::drawn(const Experiment& plan, LocalDay today)
{
    if (plan.kind == ExperimentKind::RandomStart) {
        const LocalDay start = plan.firstDay + plan.baseline;
        if (!isStartTold(plan, today))
            return {tr("Told on the day the release begins")};
        return {tr("Release from %1 on, after %2 days").arg(shortDate(start, today)).arg(plan.baseline)};
    }
    QStringList lines;
    for (std::size_t pair = 0; pair < plan.releaseFirst.size(); ++pair) {
        const int week = static_cast<int>(pair) * 2 + 1;
        if (!isDrawTold(plan, plan.firstDay + (week - 1) * 7, today)) {
            lines << tr("The weeks to come are told when they begin");
            break;
        }
        lines << (plan.releaseFirst[pair] ? tr("Weeks %1 and %2: release first")
                                          : tr("Weeks %1 and %2: release second"))
                     .arg(week)
                     .arg(week + 1);
    }
    return lines;
}

QString HistoryWords::standing(const Experiment& plan, LocalDay today)
{
    if (plan.state == ExperimentState::Stopped && plan.ended)
        return tr("Stopped on %1").arg(shortDate(plan.ended->day, today));
    if (plan.state == ExperimentState::Replaced && plan.ended)
        return tr("Changed into another plan on %1").arg(shortDate(plan.ended->day, today));
    if (today < plan.firstDay)
        return tr("Begins on %1").arg(shortDate(plan.firstDay, today));
    return today > plan.lastDay() ? tr("Over since %1").arg(shortDate(plan.lastDay(), today))
                                  : tr("Runs until %1").arg(shortDate(plan.lastDay(), today));
}

QString HistoryWords::of(Context context)
{
    switch (context) {
    case Context::AfterRun:
        return tr("after a run");
    case Context::Morning:
        return tr("morning");
    case Context::Other:
        return tr("other time");
    }
    return {};
}

QString HistoryWords::of(RunFeature feature)
{
    switch (feature) {
    case RunFeature::Hills:
        return tr("hills");
    case RunFeature::Speed:
        return tr("speed");
    case RunFeature::Strength:
        return tr("strength");
    }
    return {};
}

QString HistoryWords::of(SelfTestKind kind)
{
    return kind == SelfTestKind::GluteActivation ? tr("Glute activation") : tr("Pelvic tilt");
}

QString HistoryWords::of(ReleaseOutcome outcome)
{
    switch (outcome) {
    case ReleaseOutcome::Running:
        return tr("not ended");
    case ReleaseOutcome::Completed:
        return tr("completed");
    case ReleaseOutcome::Stopped:
        return tr("stopped");
    case ReleaseOutcome::Partial:
        return tr("cut off");
    case ReleaseOutcome::Discarded:
        return tr("discarded");
    }
    return {};
}

QString HistoryWords::of(StopReason reason)
{
    switch (reason) {
    case StopReason::FinishedEarly:
        return tr("finished early");
    case StopReason::SharpPain:
        return tr("sharp pain");
    case StopReason::Pulsing:
        return tr("pulsing");
    case StopReason::Numbness:
        return tr("numbness or tingling");
    case StopReason::Interrupted:
        return tr("interrupted");
    case StopReason::Other:
        return tr("another reason");
    }
    return {};
}

}  // namespace psolog
