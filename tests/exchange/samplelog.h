// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "exchange/logcontents.h"

namespace psolog::test {

/// A moment of Monday 2026-11-23 in Berlin, `minutes` after local midnight.
inline RecordedAt sampleMoment(int minutes)
{
    const Instant at{UtcTime(LocalDay(2026, 11, 23).days()) + std::chrono::minutes(minutes - 60),
                     std::chrono::minutes(60), "Europe/Berlin"};
    return RecordedAt{at, LocalDay(2026, 11, 23)};
}

inline std::string sampleId(int number)
{
    return "00000000-0000-4000-8000-00000000000" + std::to_string(number);
}

/// A log with one record of each kind, and in them one value of each kind.
inline LogContents sampleLog()
{
    LogContents log;
    log.athlete = Athlete{AthleteId(sampleId(1)), "Jörg", StartChoice::BaselineFirst, sampleMoment(400)};
    log.screenings.push_back(
        SafetyScreening{ScreeningId(sampleId(2)), sampleMoment(401), {SafetyItem::Hernia}, sampleMoment(402).at});

    CheckIn checkIn;
    checkIn.id = CheckInId(sampleId(3));
    checkIn.recorded = sampleMoment(420);
    checkIn.context = Context::AfterRun;
    checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
    checkIn.scores[Site{Muscle::LowerBack, Side::Right}] = Score::clamped(0);
    Run run;
    run.id = RunId(sampleId(4));
    run.recorded = sampleMoment(415);
    run.distanceMetres = 8200;
    run.effort = Score::clamped(7);
    run.features = {RunFeature::Hills, RunFeature::Speed};
    checkIn.run = run;
    checkIn.note = "windy, \"cold\"\nand wet";
    log.checkIns.push_back(checkIn);

    SelfTest test;
    test.id = SelfTestId(sampleId(5));
    test.recorded = sampleMoment(430);
    test.firstSide = Side::Right;
    test.complete = true;
    test.readings = {Reading{Side::Right, std::nullopt, 1, Contraction::Soft, WorkedHardest::Hamstring}};
    log.selfTests.push_back(test);

    ReleaseSession session;
    session.id = ReleaseSessionId(sampleId(6));
    session.recorded = sampleMoment(440);
    session.routineId = "daily-five";
    session.routineName = "Daily five minutes";
    session.planned = Seconds(300);
    session.outcome = ReleaseOutcome::Stopped;
    session.stopReason = StopReason::Interrupted;
    session.worked = Milliseconds(61'500);
    session.before = Tightness{Score::clamped(6), std::nullopt};
    const auto event = [&](SessionEventKind kind, int seconds, std::optional<int> point,
                           std::optional<Milliseconds> duration) {
        SessionEvent made;
        made.sequence = static_cast<int>(session.events.size());
        made.at = session.recorded.at;
        made.at.utc += Seconds(seconds);
        made.worked = Seconds(seconds);
        made.kind = kind;
        made.step = 1;
        made.zone = Zone::Low;
        made.point = point;
        made.duration = duration;
        session.events.push_back(made);
    };
    event(SessionEventKind::PointFound, 10, 1, std::nullopt);
    event(SessionEventKind::PointReleased, 34, 1, Milliseconds(24'250));
    event(SessionEventKind::PointFound, 40, 2, std::nullopt);
    event(SessionEventKind::PointLeft, 61, 2, Milliseconds(21'000));
    event(SessionEventKind::PointFound, 61, 3, std::nullopt);
    log.releases.push_back(session);

    WeeklyCheckIn week;
    week.id = WeeklyCheckInId(sampleId(7));
    week.recorded = sampleMoment(450);
    week.scores = {8, 17, std::nullopt, 0};
    week.note = "less hills";
    log.weekly.push_back(week);

    Experiment start;
    start.id = ExperimentId(sampleId(8));
    start.recorded = sampleMoment(460);
    start.firstDay = start.recorded.day;
    start.baseline = 12;
    start.state = ExperimentState::Replaced;
    start.ended = sampleMoment(470);
    start.reason = "=too long";
    log.experiments.push_back(start);

    Experiment weeks;
    weeks.id = ExperimentId(sampleId(9));
    weeks.recorded = sampleMoment(470);
    weeks.kind = ExperimentKind::AlternatingWeeks;
    weeks.firstDay = weeks.recorded.day + 1;
    weeks.releaseFirst = {true, false};
    weeks.state = ExperimentState::Stopped;
    weeks.ended = sampleMoment(480);
    weeks.replaces = start.id;
    log.experiments.push_back(weeks);
    return log;
}

}  // namespace psolog::test
