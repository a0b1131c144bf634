// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignrecords.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/validation.h"
#include "storage/foreignrow.h"
#include "storage/schema.h"

namespace psolog {

namespace {

constexpr std::size_t kMaxRoutineId = 200;
constexpr std::size_t kMaxStoredName = 1'000;
constexpr int kMostPlannedSeconds = 1'000'000;
constexpr int kMostHoldSeconds = 3'600;
constexpr std::size_t kUsualEvents = 32;  // more than most sessions have
constexpr int kMostWeeklyScore = 25;
constexpr std::size_t kMostExperiments = 1'000;  // one a week for twenty years; each is worked out and listed
constexpr const char* kNoParent = "belongs to no record";
constexpr const char* kNotInOrder = "not in the order of the keys";

template <class R>
void sortByTime(std::vector<Kept<R>>& records)
{
    const auto order = [](const Kept<R>& a, const Kept<R>& b) {
        const UtcTime left = a.record.recorded.at.utc;
        const UtcTime right = b.record.recorded.at.utc;
        return left != right ? left < right : a.record.id < b.record.id;
    };
    // As a rule they are.
    if (!std::is_sorted(records.begin(), records.end(), order))
        std::sort(records.begin(), records.end(), order);
}

void requireKey(bool follows, const ForeignRow& row)
{
    if (!follows)
        row.refuse("seq", kNotInOrder);
}

std::size_t parentOf(ForeignKeys& keys, ForeignRow& row)
{
    const std::ptrdiff_t place = keys.find(row.key());
    if (place < 0)
        row.refuse(kNoParent);
    return static_cast<std::size_t>(place);
}

}  // namespace

ForeignRecords::ForeignRecords(int schema, std::int64_t budget)
    : m_knowsChanges(schema >= kSharingSchema),
      m_budget(budget)
{
    m_copy.schema = schema;
}

std::optional<std::int64_t> ForeignRecords::changed(ForeignRow& row) const
{
    return m_knowsChanges ? row.optionalMoment() : std::nullopt;
}

void ForeignRecords::takeAthlete(ForeignRow& row)
{
    // One row at most: its key is 1.
    (void)row.whole(1, 1);
    if (m_hasAthlete)
        row.refuse("there twice");
    m_hasAthlete = true;
    Athlete& athlete = m_copy.athlete.record;
    athlete.id = AthleteId(row.uuid());
    athlete.created = row.recorded();
    athlete.name = row.line(kMaxNameLength);
    athlete.start = row.named<StartChoice>();
    m_copy.athlete.changedMs = changed(row);
}

void ForeignRecords::takeScreening(ForeignRow& row)
{
    requireKey(m_screenings.add(row.key()), row);
    auto& kept = m_copy.screenings.emplace_back();
    kept.record.id = ScreeningId(row.uuid());
    m_screeningIds.add(kept.record.id.toString());
    kept.record.recorded = row.recorded();
    kept.record.clearedAt = row.optionalInstant();
    kept.changedMs = changed(row);
    count(sizeof kept);
}

void ForeignRecords::takeSafetyItem(ForeignRow& row)
{
    const std::size_t parent = parentOf(m_screenings, row);
    if (!m_copy.screenings[parent].record.present.insert(row.named<SafetyItem>()).second)
        row.refuse("there twice");
    count(64);
}

void ForeignRecords::takeCheckIn(ForeignRow& row)
{
    requireKey(m_checkIns.add(row.key()), row);
    auto& kept = m_copy.checkIns.emplace_back();
    CheckIn& record = kept.record;
    record.id = CheckInId(row.uuid());
    m_checkInIds.add(record.id.toString());
    record.recorded = row.recorded();
    const int day = record.recorded.day.number();
    (void)row.number(day, day);
    record.context = row.named<Context>();
    record.note = row.text(kMaxNoteLength);
    kept.deletedMs = row.optionalMoment();
    if (row.flag() != kept.deletedMs.has_value())
        row.refuse("contradicts deleted_at");
    kept.changedMs = changed(row);
    count(sizeof kept + record.note.size());
}

void ForeignRecords::takeSoreness(ForeignRow& row)
{
    const std::size_t parent = parentOf(m_checkIns, row);
    auto& kept = m_copy.checkIns[parent];
    auto& score = kept.record.scores[row.site()];
    if (score)
        row.refuse("there twice");
    score = Score::clamped(row.number(Score::kMin, Score::kMax));
    const int day = kept.record.recorded.day.number();
    (void)row.number(day, day);
    const std::int64_t utc = kept.record.recorded.at.utc.time_since_epoch().count();
    (void)row.whole(utc, utc);
    if (row.flag() != kept.deletedMs.has_value())
        row.refuse("contradicts check_in");
}

void ForeignRecords::takeRun(ForeignRow& row)
{
    requireKey(m_runs.add(row.key()), row);
    Run run;
    run.id = RunId(row.uuid());
    m_runIds.add(run.id.toString());
    const std::size_t parent = parentOf(m_checkIns, row);
    if (m_copy.checkIns[parent].record.run)
        row.refuse("there twice");
    run.recorded = row.recorded();
    run.distanceMetres = row.optionalNumber(1, kMaxRunMetres);
    run.minutes = row.optionalNumber(1, kMaxRunMinutes);
    run.effort = row.optionalScore();
    m_copy.checkIns[parent].record.run = std::move(run);
    m_runCheckIn.push_back(parent);
    count(64);
}

void ForeignRecords::takeRunFeature(ForeignRow& row)
{
    const std::size_t parent = m_runCheckIn[parentOf(m_runs, row)];
    if (!m_copy.checkIns[parent].record.run.value().features.insert(row.named<RunFeature>()).second)
        row.refuse("there twice");
    count(64);
}

void ForeignRecords::takeSelfTest(ForeignRow& row)
{
    requireKey(m_selfTests.add(row.key()), row);
    auto& kept = m_copy.selfTests.emplace_back();
    SelfTest& record = kept.record;
    record.id = SelfTestId(row.uuid());
    m_selfTestIds.add(record.id.toString());
    record.recorded = row.recorded();
    record.kind = row.named<SelfTestKind>();
    record.wordingVersion = row.number(1);
    record.firstSide = row.named<Side>();
    record.pillow = row.flag();
    record.repeats = row.number(1, kMaxTestRepeats);
    record.hold = Seconds(row.number(0, kMostHoldSeconds));
    record.complete = row.flag();
    record.note = row.text(kMaxNoteLength);
    kept.deletedMs = row.optionalMoment();
    kept.changedMs = changed(row);
    count(sizeof kept + record.note.size());
}

void ForeignRecords::takeReading(ForeignRow& row)
{
    const std::size_t parent = parentOf(m_selfTests, row);
    SelfTest& test = m_copy.selfTests[parent].record;
    const std::int64_t position = row.whole(0, std::numeric_limits<int>::max());
    const auto key = static_cast<std::int64_t>(parent);
    if (!test.readings.empty() && (m_lastParent != key || position <= m_lastPosition))
        row.refuse(kNotInOrder);
    m_lastParent = key;
    m_lastPosition = position;
    Reading& reading = test.readings.emplace_back();
    reading.side = row.optionalNamed<Side>();
    reading.posture = row.optionalNamed<Posture>();
    const bool glute = test.kind == SelfTestKind::GluteActivation;
    if (reading.side.has_value() != glute || reading.posture.has_value() == glute)
        row.refuse("does not fit the kind of the test");
    reading.repeat = row.number(1, kMaxTestRepeats);
    reading.contraction = row.named<Contraction>();
    reading.workedHardest = row.optionalNamed<WorkedHardest>();
    count(sizeof reading);
}

void ForeignRecords::takeRelease(ForeignRow& row)
{
    requireKey(m_releases.add(row.key()), row);
    auto& kept = m_copy.releases.emplace_back();
    ReleaseSession& record = kept.record;
    record.id = ReleaseSessionId(row.uuid());
    m_releaseIds.add(record.id.toString());
    record.recorded = row.recorded();
    record.routineId = row.line(kMaxRoutineId);
    record.routineName = row.line(kMaxStoredName);
    record.planned = Seconds(row.number(0, kMostPlannedSeconds));
    record.outcome = row.named<ReleaseOutcome>();
    record.stopReason = row.optionalNamed<StopReason>();
    record.redAcknowledged = row.flag();
    record.worked = row.duration();
    record.before.left = row.optionalScore();
    record.before.right = row.optionalScore();
    record.after.left = row.optionalScore();
    record.after.right = row.optionalScore();
    record.note = row.text(kMaxNoteLength);
    kept.deletedMs = row.optionalMoment();
    kept.changedMs = changed(row);
    count(sizeof kept + record.note.size() + record.routineName.size());
}

void ForeignRecords::takeEvent(ForeignRow& row)
{
    const std::size_t parent = parentOf(m_releases, row);
    auto& events = m_copy.releases[parent].record.events;
    if (events.empty())
        events.reserve(kUsualEvents);
    SessionEvent& event = events.emplace_back();
    event.sequence = row.number(0);
    if (event.sequence != static_cast<int>(events.size()) - 1)
        row.refuse("not the next one of its session");
    row.take(event.at);
    event.worked = row.duration();
    event.kind = row.named<SessionEventKind>();
    event.step = row.number(0);
    event.zone = row.optionalNamed<Zone>();
    event.side = row.named<BodySide>();
    event.point = row.optionalNumber(1);
    event.duration = row.optionalDuration();
    count(sizeof event);
}

void ForeignRecords::takeWeekly(ForeignRow& row)
{
    requireKey(m_weekly.add(row.key()), row);
    auto& kept = m_copy.weekly.emplace_back();
    WeeklyCheckIn& record = kept.record;
    record.id = WeeklyCheckInId(row.uuid());
    m_weeklyIds.add(record.id.toString());
    record.recorded = row.recorded();
    record.version = row.named<WeeklyVersion>();
    bool answered = false;
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        record.scores[i] = row.optionalNumber(0, kMostWeeklyScore);
        if (record.scores[i] && !isWeeklyScore(record.version, static_cast<WeeklyItem>(i), *record.scores[i]))
            row.refuse("no answer of its questionnaire");
        answered = answered || record.scores[i].has_value();
    }
    if (!answered)
        row.refuse("no question is answered");
    record.note = row.text(kMaxNoteLength);
    kept.deletedMs = row.optionalMoment();
    kept.changedMs = changed(row);
    count(sizeof kept + record.note.size());
}

void ForeignRecords::takeExperiment(ForeignRow& row)
{
    requireKey(m_experiments.add(row.key()), row);
    if (m_copy.experiments.size() == kMostExperiments)
        row.refuse("seq", "more than are accepted");
    auto& kept = m_copy.experiments.emplace_back();
    Experiment& plan = kept.record;
    plan.id = ExperimentId(row.uuid());
    plan.recorded = row.recorded();
    plan.kind = row.named<ExperimentKind>();
    plan.firstDay = row.day();
    const bool start = plan.kind == ExperimentKind::RandomStart;
    for (int* const value : {&plan.leastBaseline, &plan.mostBaseline, &plan.baseline, &plan.releaseDays}) {
        const auto stored = row.optionalNumber(0);
        if (stored.has_value() != start)
            row.refuse("does not fit the kind");
        *value = stored.value_or(*value);
    }
    if (const auto digits = row.optionalView()) {
        if (digits->empty() || digits->find_first_not_of("01") != std::string_view::npos
            || digits->size() > static_cast<std::size_t>(kMostWeekPairs))
            row.refuse("not an order of weeks");
        for (const char digit : *digits)
            plan.releaseFirst.push_back(digit == '1');
    }
    plan.state = row.named<ExperimentState>();
    plan.ended = row.optionalRecorded();
    plan.reason = row.text(kMaxNoteLength);
    if (auto replaced = row.optionalUuid()) {
        // An earlier row, so that no chain of plans leads back to itself.
        if (!m_experimentIds.contains(*replaced) || !m_replaced.insert(*replaced).second)
            row.refuse("not the change of an earlier plan");
        plan.replaces = ExperimentId(std::move(*replaced));
    }
    if (!m_experimentIds.insert(plan.id.toString()).second)
        row.refuse("id", "there twice");
    kept.changedMs = changed(row);
    const Instant latest{UtcTime{Milliseconds(kLastMoment)}, {}, "UTC"};
    // Its days must be days that can be written, too.
    if (!validate(plan, latest) || plan.lastDay() > LocalDay(9999, 12, 31))
        row.refuse("kind", "not a plan that can be");
    count(sizeof kept + 256 + plan.reason.size());
}

Result<LogCopy> ForeignRecords::finish()
{
    if (!m_hasAthlete)
        return fail(ErrorCode::NotALog, "nobody's log yet: it has no athlete");
    const std::array ids{std::pair{&m_screeningIds, "safety_screening"},
                         std::pair{&m_checkInIds, "check_in"},
                         std::pair{&m_runIds, "run"},
                         std::pair{&m_selfTestIds, "self_test"},
                         std::pair{&m_releaseIds, "release_session"},
                         std::pair{&m_weeklyIds, "weekly_check_in"},
                         std::pair{&m_noteIds, "received_note"}};
    for (const auto& [each, table] : ids)
        if (each->hasTwice())
            return fail(ErrorCode::Damaged, fmt::format("{}.id: there twice", table));
    sortByTime(m_copy.screenings);
    sortByTime(m_copy.checkIns);
    sortByTime(m_copy.selfTests);
    sortByTime(m_copy.releases);
    sortByTime(m_copy.weekly);
    sortByTime(m_copy.experiments);
    return std::move(m_copy);
}

}  // namespace psolog
