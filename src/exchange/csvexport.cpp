// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvexport.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/csvcell.h"

namespace psolog {

namespace {

enum class Column {
    Record,
    Id,
    Day,
    Time,
    TimeZone,
    Context,
    Site,
    Score,
    DistanceMetres,
    Minutes,
    Effort,
    Features,
    Test,
    Complete,
    FirstSide,
    Pillow,
    Wording,
    HoldSeconds,
    Side,
    Posture,
    Repeat,
    Rating,
    WorkedHardest,
    Routine,
    Outcome,
    StopReason,
    PlannedSeconds,
    WorkedSeconds,
    BeforeLeft,
    BeforeRight,
    AfterLeft,
    AfterRight,
    Zone,
    Point,
    HeldSeconds,
    Released,
    Questionnaire,
    Participation,
    Training,
    Performance,
    Symptoms,
    Plan,
    FirstDay,
    LeastBaseline,
    MostBaseline,
    Baseline,
    ReleaseDays,
    ReleaseFirst,
    State,
    Ended,
    Replaces,
    Note,
};

constexpr std::array<std::string_view, 52> kHeader{
    "record",
    "id",
    "day",
    "time",
    "time_zone",
    "context",
    "site",
    "score",
    "distance_m",
    "minutes",
    "effort",
    "features",
    "test",
    "complete",
    "first_side",
    "pillow",
    "wording",
    "hold_s",
    "side",
    "posture",
    "repeat",
    "rating",
    "worked_hardest",
    "routine",
    "outcome",
    "stop_reason",
    "planned_s",
    "worked_s",
    "before_left",
    "before_right",
    "after_left",
    "after_right",
    "zone",
    "point",
    "held_s",
    "released",
    "questionnaire",
    "participation",
    "training",
    "performance",
    "symptoms",
    "plan",
    "first_day",
    "least_baseline",
    "most_baseline",
    "baseline",
    "release_days",
    "release_first",
    "state",
    "ended",
    "replaces",
    "note",
};
static_assert(kHeader.size() == static_cast<std::size_t>(Column::Note) + 1);

/// One row in the making; unset cells stay empty.
class Row {
public:
    Row(std::string_view record, const std::string& id, const RecordedAt& recorded)
    {
        text(Column::Record, record);
        text(Column::Id, id);
        text(Column::Day, recorded.day.toString());
        moment(recorded.at);
    }

    Row& text(Column column, std::string_view value)
    {
        cell(column) = csvCell(value);
        return *this;
    }
    Row& moment(const Instant& at) { return text(Column::Time, toIsoString(at)).text(Column::TimeZone, at.zone); }
    Row& number(Column column, long long value)
    {
        cell(column) = std::to_string(value);
        return *this;
    }
    Row& number(Column column, const std::optional<int>& value) { return value ? number(column, *value) : *this; }
    Row& score(Column column, const std::optional<psolog::Score>& value)
    {
        return value ? number(column, value->value()) : *this;
    }
    Row& seconds(Column column, Milliseconds value)
    {
        cell(column) = fmt::format("{}.{:03}", value.count() / 1000, value.count() % 1000);
        return *this;
    }
    Row& yesNo(Column column, bool value) { return text(column, value ? "yes" : "no"); }
    template <class E>
    Row& name(Column column, const std::optional<E>& value)
    {
        return value ? text(column, nameOf(*value)) : *this;
    }

    void writeTo(std::ostream& out) const
    {
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            out << (i == 0 ? "" : ",") << m_cells[i];
        out << "\r\n";
    }

private:
    std::string& cell(Column column) { return m_cells[static_cast<std::size_t>(column)]; }

    std::array<std::string, kHeader.size()> m_cells;
};

void write(const CheckIn& checkIn, std::ostream& out)
{
    const std::string& id = checkIn.id.toString();
    const std::string_view context = nameOf(checkIn.context);
    Row("check-in", id, checkIn.recorded).text(Column::Context, context).text(Column::Note, checkIn.note).writeTo(out);
    for (const Site site : allSites())
        if (checkIn.scores[site])
            Row("score", id, checkIn.recorded)
                .text(Column::Context, context)
                .text(Column::Site, nameOf(site))
                .score(Column::Score, checkIn.scores[site])
                .writeTo(out);
    if (!checkIn.run)
        return;
    std::string features;
    for (const RunFeature feature : checkIn.run->features)
        features.append(features.empty() ? "" : " ").append(nameOf(feature));
    Row("run", id, checkIn.run->recorded)
        .number(Column::DistanceMetres, checkIn.run->distanceMetres)
        .number(Column::Minutes, checkIn.run->minutes)
        .score(Column::Effort, checkIn.run->effort)
        .text(Column::Features, features)
        .writeTo(out);
}

void write(const SelfTest& test, std::ostream& out)
{
    const bool glute = test.kind == SelfTestKind::GluteActivation;
    Row row("self-test", test.id.toString(), test.recorded);
    row.text(Column::Test, nameOf(test.kind)).yesNo(Column::Complete, test.complete);
    if (glute)
        row.text(Column::FirstSide, nameOf(test.firstSide)).yesNo(Column::Pillow, test.pillow);
    row.number(Column::Wording, test.wordingVersion)
        .number(Column::HoldSeconds, test.hold.count())
        .text(Column::Note, test.note)
        .writeTo(out);
    for (const Reading& reading : test.readings)
        Row("reading", test.id.toString(), test.recorded)
            .text(Column::Test, nameOf(test.kind))
            .name(Column::Side, reading.side)
            .name(Column::Posture, reading.posture)
            .number(Column::Repeat, reading.repeat)
            .number(Column::Rating, static_cast<int>(reading.contraction))
            .name(Column::WorkedHardest, reading.workedHardest)
            .writeTo(out);
}

void writePoint(const ReleaseSession& session, const SessionEvent& found, std::ostream& out)
{
    Row row("point", session.id.toString(), session.recorded);
    row.moment(found.at)
        .text(Column::Side, nameOf(found.side))
        .name(Column::Zone, found.zone)
        .number(Column::Point, found.point);
    const auto closed = std::find_if(session.events.begin(), session.events.end(), [&](const SessionEvent& event) {
        return event.point == found.point
            && (event.kind == SessionEventKind::PointReleased || event.kind == SessionEventKind::PointLeft);
    });
    const bool isClosed = closed != session.events.end();
    if (isClosed && closed->duration)
        row.seconds(Column::HeldSeconds, *closed->duration);
    row.yesNo(Column::Released, isClosed && closed->kind == SessionEventKind::PointReleased).writeTo(out);
}

void write(const ReleaseSession& session, std::ostream& out)
{
    Row("release", session.id.toString(), session.recorded)
        .text(Column::Routine, session.routineId)
        .text(Column::Outcome, nameOf(session.outcome))
        .name(Column::StopReason, session.stopReason)
        .number(Column::PlannedSeconds, session.planned.count())
        .seconds(Column::WorkedSeconds, session.worked)
        .score(Column::BeforeLeft, session.before.left)
        .score(Column::BeforeRight, session.before.right)
        .score(Column::AfterLeft, session.after.left)
        .score(Column::AfterRight, session.after.right)
        .text(Column::Note, session.note)
        .writeTo(out);
    for (const SessionEvent& event : session.events)
        if (event.kind == SessionEventKind::PointFound && event.point)
            writePoint(session, event, out);
}

void write(const WeeklyCheckIn& checkIn, std::ostream& out)
{
    const auto& [participation, training, performance, symptoms] = checkIn.scores;
    Row("weekly", checkIn.id.toString(), checkIn.recorded)
        .text(Column::Questionnaire, nameOf(checkIn.version))
        .number(Column::Participation, participation)
        .number(Column::Training, training)
        .number(Column::Performance, performance)
        .number(Column::Symptoms, symptoms)
        .text(Column::Note, checkIn.note)
        .writeTo(out);
}

void write(const Experiment& plan, std::ostream& out)
{
    Row row("experiment", plan.id.toString(), plan.recorded);
    row.text(Column::Plan, nameOf(plan.kind)).text(Column::FirstDay, plan.firstDay.toString());
    if (plan.kind == ExperimentKind::RandomStart)
        row.number(Column::LeastBaseline, plan.leastBaseline)
            .number(Column::MostBaseline, plan.mostBaseline)
            .number(Column::Baseline, plan.baseline)
            .number(Column::ReleaseDays, plan.releaseDays);
    std::string order;
    for (const bool first : plan.releaseFirst)
        order.append(order.empty() ? "" : " ").append(first ? "release-first" : "release-second");
    row.text(Column::ReleaseFirst, order).text(Column::State, nameOf(plan.state));
    if (plan.ended)
        row.text(Column::Ended, toIsoString(plan.ended->at));
    if (plan.replaces)
        row.text(Column::Replaces, plan.replaces->toString());
    row.text(Column::Note, plan.reason).writeTo(out);
}

}  // namespace

Result<void> writeCsv(const LogContents& contents, std::ostream& out)
{
    for (std::size_t i = 0; i < kHeader.size(); ++i)
        out << (i == 0 ? "" : ",") << kHeader[i];
    out << "\r\n";
    for (const CheckIn& checkIn : contents.checkIns)
        write(checkIn, out);
    for (const SelfTest& test : contents.selfTests)
        write(test, out);
    for (const ReleaseSession& session : contents.releases)
        write(session, out);
    for (const WeeklyCheckIn& checkIn : contents.weekly)
        write(checkIn, out);
    for (const Experiment& plan : contents.experiments)
        write(plan, out);
    out.flush();
    if (!out)
        return fail(ErrorCode::WriteFailed, "the table could not be written");
    return {};
}

}  // namespace psolog
