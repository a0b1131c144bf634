// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonexport.h"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace psolog {

namespace {

using Json = nlohmann::ordered_json;

Json momentOf(const Instant& at)
{
    return Json{{"time", toIsoString(at)}, {"time_zone", at.zone}};
}

Json recordedOf(const RecordedAt& recorded)
{
    Json json = momentOf(recorded.at);
    json["day"] = recorded.day.toString();
    return json;
}

template <class E>
Json named(E value)
{
    return std::string(nameOf(value));
}

template <class E>
Json named(const std::optional<E>& value)
{
    return value ? named(*value) : Json();
}

Json numbered(const std::optional<Score>& value)
{
    return value ? Json(value->value()) : Json();
}

Json numbered(const std::optional<int>& value)
{
    return value ? Json(*value) : Json();
}

Json of(const Athlete& athlete)
{
    return Json{{"id", athlete.id.toString()},
                {"name", athlete.name},
                {"start", named(athlete.start)},
                {"recorded", recordedOf(athlete.created)}};
}

Json of(const SafetyScreening& screening)
{
    Json present = Json::array();
    for (const SafetyItem item : screening.present)
        present.push_back(named(item));
    return Json{{"id", screening.id.toString()},
                {"recorded", recordedOf(screening.recorded)},
                {"present", std::move(present)},
                {"cleared_at", screening.clearedAt ? momentOf(*screening.clearedAt) : Json()}};
}

Json of(const CheckIn& checkIn)
{
    Json scores = Json::object();
    for (const Site site : allSites())
        if (checkIn.scores[site])
            scores[nameOf(site)] = checkIn.scores[site]->value();
    return Json{{"id", checkIn.id.toString()},
                {"recorded", recordedOf(checkIn.recorded)},
                {"context", named(checkIn.context)},
                {"scores", std::move(scores)},
                {"note", checkIn.note}};
}

Json of(const Run& run, const CheckInId& checkIn)
{
    Json features = Json::array();
    for (const RunFeature feature : run.features)
        features.push_back(named(feature));
    return Json{{"id", run.id.toString()},
                {"check_in", checkIn.toString()},
                {"recorded", recordedOf(run.recorded)},
                {"distance_m", numbered(run.distanceMetres)},
                {"minutes", numbered(run.minutes)},
                {"effort", numbered(run.effort)},
                {"features", std::move(features)}};
}

Json of(const Reading& reading)
{
    return Json{{"side", named(reading.side)},
                {"posture", named(reading.posture)},
                {"repeat", reading.repeat},
                {"rating", static_cast<int>(reading.contraction)},
                {"worked_hardest", named(reading.workedHardest)}};
}

Json of(const SelfTest& test)
{
    Json readings = Json::array();
    for (const Reading& reading : test.readings)
        readings.push_back(of(reading));
    return Json{{"id", test.id.toString()},
                {"recorded", recordedOf(test.recorded)},
                {"kind", named(test.kind)},
                {"wording_version", test.wordingVersion},
                {"first_side", named(test.firstSide)},
                {"pillow", test.pillow},
                {"repeats", test.repeats},
                {"hold_s", test.hold.count()},
                {"complete", test.complete},
                {"note", test.note},
                {"readings", std::move(readings)}};
}

Json of(const SessionEvent& event)
{
    return Json{{"sequence", event.sequence},
                {"at", momentOf(event.at)},
                {"worked_ms", event.worked.count()},
                {"kind", named(event.kind)},
                {"step", event.step},
                {"zone", named(event.zone)},
                {"side", named(event.side)},
                {"point", numbered(event.point)},
                {"duration_ms", event.duration ? Json(event.duration->count()) : Json()}};
}

Json of(const Tightness& tightness)
{
    return Json{{"left", numbered(tightness.left)}, {"right", numbered(tightness.right)}};
}

Json of(const ReleaseSession& session)
{
    Json events = Json::array();
    for (const SessionEvent& event : session.events)
        events.push_back(of(event));
    return Json{{"id", session.id.toString()},
                {"recorded", recordedOf(session.recorded)},
                {"routine_id", session.routineId},
                {"routine_name", session.routineName},
                {"planned_s", session.planned.count()},
                {"outcome", named(session.outcome)},
                {"stop_reason", named(session.stopReason)},
                {"red_acknowledged", session.redAcknowledged},
                {"worked_ms", session.worked.count()},
                {"before", of(session.before)},
                {"after", of(session.after)},
                {"note", session.note},
                {"events", std::move(events)}};
}

Json of(const WeeklyCheckIn& checkIn)
{
    Json scores = Json::array();
    for (const auto& score : checkIn.scores)
        scores.push_back(numbered(score));
    return Json{{"id", checkIn.id.toString()},
                {"recorded", recordedOf(checkIn.recorded)},
                {"questionnaire", named(checkIn.version)},
                {"scores", std::move(scores)},
                {"note", checkIn.note}};
}

Json of(const Experiment& plan)
{
    const bool start = plan.kind == ExperimentKind::RandomStart;
    const auto ofStart = [&](int value) { return start ? Json(value) : Json(); };
    Json order = Json::array();
    for (const bool first : plan.releaseFirst)
        order.push_back(first);
    return Json{{"id", plan.id.toString()},
                {"recorded", recordedOf(plan.recorded)},
                {"kind", named(plan.kind)},
                {"first_day", plan.firstDay.toString()},
                {"least_baseline", ofStart(plan.leastBaseline)},
                {"most_baseline", ofStart(plan.mostBaseline)},
                {"baseline", ofStart(plan.baseline)},
                {"release_days", ofStart(plan.releaseDays)},
                {"release_first", std::move(order)},
                {"state", named(plan.state)},
                {"ended", plan.ended ? recordedOf(*plan.ended) : Json()},
                {"reason", plan.reason},
                {"replaces", plan.replaces ? Json(plan.replaces->toString()) : Json()}};
}

template <class Record>
Json listOf(const std::vector<Record>& records)
{
    Json list = Json::array();
    for (const Record& record : records)
        list.push_back(of(record));
    return list;
}

}  // namespace

Result<void> writeJson(const LogContents& contents, std::ostream& out)
{
    Json runs = Json::array();
    for (const CheckIn& checkIn : contents.checkIns)
        if (checkIn.run)
            runs.push_back(of(*checkIn.run, checkIn.id));
    const Json document{{"format", "psolog-log"},
                        {"version", kJsonLogVersion},
                        {"athlete", contents.athlete ? of(*contents.athlete) : Json()},
                        {"screenings", listOf(contents.screenings)},
                        {"check_ins", listOf(contents.checkIns)},
                        {"runs", std::move(runs)},
                        {"self_tests", listOf(contents.selfTests)},
                        {"release_sessions", listOf(contents.releases)},
                        {"weekly_check_ins", listOf(contents.weekly)},
                        {"experiments", listOf(contents.experiments)}};
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    out.flush();
    if (!out)
        return fail(ErrorCode::WriteFailed, "the document could not be written");
    return {};
}

}  // namespace psolog
