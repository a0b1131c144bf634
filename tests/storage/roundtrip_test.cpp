// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the records may hold comes back as it was.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "storage/log.h"
#include "storage/samples.h"
#include "support/temporaryfolder.h"

namespace rc {

using namespace psolog;

template <class E>
Gen<E> anyOf()
{
    return gen::map(gen::inRange<std::size_t>(0, NameTable<E>::rows.size()),
                    [](std::size_t i) { return NameTable<E>::rows[i].value; });
}

template <class T>
std::optional<T> maybe(const Gen<T>& values)
{
    return *gen::inRange(0, 3) == 0 ? std::nullopt : std::optional<T>(*values);
}

Score anyScore()
{
    return Score::clamped(*gen::inRange(0, 11));
}

std::optional<Score> maybeScore()
{
    return *gen::inRange(0, 3) == 0 ? std::nullopt : std::optional(anyScore());
}

/// Text with what hurts: quotes, line ends, marks of other scripts, emoji; and empty.
std::string anyText()
{
    static const std::vector<std::string> pieces{"a", "'", "\"", "\n", "%", "?1", ";--",
                                                 "ü", "ß", "漢", "🏃",  " ", "\t", "\\"};
    std::string text;
    for (const auto index : *gen::container<std::vector<std::size_t>>(gen::inRange<std::size_t>(0, pieces.size())))
        text += pieces[index];
    return text;
}

Instant anyInstant()
{
    const auto ms = *gen::inRange<std::int64_t>(0, 1'790'000'000'000);
    const auto offset = std::chrono::minutes(*gen::inRange(-12 * 60, 14 * 60 + 1));
    return Instant{UtcTime(Milliseconds(ms)), offset,
                   *gen::element<std::string>("Europe/Berlin", "Pacific/Apia", "UTC", "")};
}

RecordedAt anyMoment()
{
    Instant at = anyInstant();
    const LocalDay day = localDayOf(at);
    return {std::move(at), day};
}

template <class IdType>
IdType anyId()
{
    static test::SequentialIds ids;
    return ids.make<IdType>();
}

template <class E>
std::set<E> anySet()
{
    std::set<E> values;
    for (const auto& row : NameTable<E>::rows)
        if (*gen::arbitrary<bool>())
            values.insert(row.value);
    return values;
}

CheckIn anyCheckIn()
{
    CheckIn record;
    record.id = anyId<CheckInId>();
    record.recorded = anyMoment();
    record.context = *anyOf<Context>();
    for (const Site site : allSites())
        record.scores[site] = maybeScore();
    if (*gen::arbitrary<bool>())
        record.run =
            Run{anyId<RunId>(), anyMoment(),         maybe(gen::inRange(1, 300'001)), maybe(gen::inRange(1, 841)),
                maybeScore(),   anySet<RunFeature>()};
    record.note = anyText();
    RC_PRE(record.scores.count() > 0 || record.run || !record.note.empty());
    return record;
}

SelfTest anySelfTest()
{
    SelfTest record;
    record.id = anyId<SelfTestId>();
    record.recorded = anyMoment();
    record.kind = *anyOf<SelfTestKind>();
    record.wordingVersion = *gen::inRange(1, 10);
    record.firstSide = *anyOf<Side>();
    record.pillow = *gen::arbitrary<bool>();
    record.repeats = *gen::inRange(1, 4);
    record.hold = Seconds(*gen::inRange(3, 11));
    record.complete = *gen::arbitrary<bool>();
    record.note = anyText();
    for (int i = *gen::inRange(0, 7); i > 0; --i) {
        Reading reading;
        if (record.kind == SelfTestKind::GluteActivation)
            reading.side = *anyOf<Side>();
        else
            reading.posture = *anyOf<Posture>();
        reading.repeat = *gen::inRange(1, 4);
        reading.contraction = *anyOf<Contraction>();
        reading.workedHardest = maybe(anyOf<WorkedHardest>());
        record.readings.push_back(reading);
    }
    return record;
}

ReleaseSession anySession()
{
    ReleaseSession record;
    record.id = anyId<ReleaseSessionId>();
    record.recorded = anyMoment();
    record.routineId = anyText();
    record.routineName = anyText();
    record.planned = Seconds(*gen::inRange(0, 3600));
    record.outcome = *anyOf<ReleaseOutcome>();
    record.stopReason = maybe(anyOf<StopReason>());
    record.redAcknowledged = *gen::arbitrary<bool>();
    record.worked = Milliseconds(*gen::inRange(0, 4'000'000));
    record.before = {maybeScore(), maybeScore()};
    record.after = {maybeScore(), maybeScore()};
    record.note = anyText();
    for (int i = 0, count = *gen::inRange(0, 8); i < count; ++i) {
        SessionEvent event;
        event.sequence = i;
        event.at = anyInstant();
        event.worked = Milliseconds(*gen::inRange(0, 400'000));
        event.kind = *anyOf<SessionEventKind>();
        event.step = *gen::inRange(0, 200);
        event.zone = maybe(anyOf<Zone>());
        event.side = *anyOf<BodySide>();
        event.point = maybe(gen::inRange(1, 50));
        event.duration = maybe(gen::map(gen::inRange(0, 90'000), [](int ms) { return Milliseconds(ms); }));
        record.events.push_back(event);
    }
    return record;
}

WeeklyCheckIn anyWeekly()
{
    WeeklyCheckIn record;
    record.id = anyId<WeeklyCheckInId>();
    record.recorded = anyMoment();
    record.version = *anyOf<WeeklyVersion>();
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        std::vector<int> fitting;
        for (int score = 0; score <= 25; ++score)
            if (isWeeklyScore(record.version, static_cast<WeeklyItem>(i), score))
                fitting.push_back(score);
        record.scores[i] = maybe(gen::elementOf(fitting));
    }
    record.note = anyText();
    if (record.scores == decltype(record.scores){})  // at least one answer
        record.scores.front() = 8;
    return record;
}

Experiment anyPlan()
{
    Experiment plan;
    plan.id = anyId<ExperimentId>();
    plan.recorded = anyMoment();
    plan.firstDay = plan.recorded.day + *gen::inRange(0, 30);
    plan.kind = *anyOf<ExperimentKind>();
    if (plan.kind == ExperimentKind::RandomStart) {
        plan.leastBaseline = *gen::inRange(kLeastBaselineDays, kMostBaselineDays + 1);
        plan.mostBaseline = *gen::inRange(plan.leastBaseline, kMostBaselineDays + 1);
        plan.baseline = *gen::inRange(plan.leastBaseline, plan.mostBaseline + 1);
        plan.releaseDays = *gen::inRange(kLeastReleasePhaseDays, kMostReleasePhaseDays + 1);
    } else {
        const int pairs = *gen::inRange(kLeastWeekPairs, kMostWeekPairs + 1);
        for (int i = 0; i < pairs; ++i)
            plan.releaseFirst.push_back(*gen::arbitrary<bool>());
    }
    return plan;
}

}  // namespace rc

using namespace psolog;
using namespace psolog::test;

namespace {

class RoundTrip : public ::testing::Test {
protected:
    RoundTrip() { reopen(); }

    void reopen()
    {
        m_log.reset();
        auto opened = Log::open(m_folder.file("log.psolog"), m_clock);
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_log = std::move(*opened);
    }

    /// rc::check without the wait for the disk after each save.
    template <class Property>
    bool checkInOneTransaction(const Property& property)
    {
        bool holds = false;
        const auto committed = m_log->inTransaction([&]() -> Result<void> {
            holds = rc::check(property);
            return {};
        });
        return holds && committed;
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    std::unique_ptr<Log> m_log;
};

TEST_F(RoundTrip, AnyCheckInComesBackAsItWasSaved)
{
    EXPECT_TRUE(rc::check([&] {
        const CheckIn record = rc::anyCheckIn();
        const auto saved = m_log->checkIns().save(record);
        RC_ASSERT(saved.has_value());
        RC_ASSERT(*m_log->checkIns().find(record.id) == record);
        const auto day = *m_log->checkIns().between(record.recorded.day, record.recorded.day);
        RC_ASSERT(std::count(day.begin(), day.end(), record) == 1);
    }));
}

TEST_F(RoundTrip, AnyEditReplacesTheWholeCheckIn)
{
    EXPECT_TRUE(checkInOneTransaction([&] {
        const CheckIn record = rc::anyCheckIn();
        CheckIn edited = rc::anyCheckIn();
        edited.id = record.id;
        RC_ASSERT(m_log->checkIns().save(record).has_value());
        RC_ASSERT(m_log->checkIns().save(edited).has_value());
        RC_ASSERT(*m_log->checkIns().find(record.id) == edited);
    }));
}

TEST_F(RoundTrip, AnySelfTestComesBackAsItWasSaved)
{
    EXPECT_TRUE(checkInOneTransaction([&] {
        const SelfTest record = rc::anySelfTest();
        RC_ASSERT(m_log->selfTests().save(record).has_value());
        RC_ASSERT(*m_log->selfTests().find(record.id) == record);
    }));
}

TEST_F(RoundTrip, AnySessionComesBackWithItsEvents)
{
    EXPECT_TRUE(checkInOneTransaction([&] {
        const ReleaseSession record = rc::anySession();
        RC_ASSERT(m_log->releases().save(record).has_value());
        for (const SessionEvent& event : record.events)
            RC_ASSERT(m_log->releases().append(record.id, event).has_value());
        RC_ASSERT(*m_log->releases().find(record.id) == record);
    }));
}

TEST_F(RoundTrip, AnyWeeklyCheckInComesBackAsItWasSaved)
{
    EXPECT_TRUE(checkInOneTransaction([&] {
        const WeeklyCheckIn record = rc::anyWeekly();
        RC_ASSERT(m_log->weekly().save(record).has_value());
        RC_ASSERT(*m_log->weekly().find(record.id) == record);
        const auto day = *m_log->weekly().between(record.recorded.day, record.recorded.day);
        RC_ASSERT(std::count(day.begin(), day.end(), record) == 1);
    }));
}

TEST_F(RoundTrip, AnyPlanComesBackAsItWasDrawnAndEnded)
{
    EXPECT_TRUE(checkInOneTransaction([&] {
        Experiment plan = rc::anyPlan();
        RC_ASSERT(m_log->experiments().begin(plan).has_value());
        plan.state = ExperimentState::Stopped;
        plan.reason = rc::anyText();
        plan.ended = RecordedAt{rc::anyInstant(), plan.recorded.day};
        plan.ended->at.utc = std::max(plan.ended->at.utc, plan.recorded.at.utc);
        RC_ASSERT(m_log->experiments().stop(plan.id, *plan.ended, plan.reason).has_value());
        const auto all = *m_log->experiments().all();
        RC_ASSERT(std::count(all.begin(), all.end(), plan) == 1);
    }));
}

TEST_F(RoundTrip, AthleteAndScreeningComeBackAfterReopening)
{
    SequentialIds ids;
    const Athlete athlete{ids.make<AthleteId>(), "Jörg 'O''Neill' 🏃", StartChoice::ReleaseToday, recordedDaysAgo(3)};
    SafetyScreening screening{ids.make<ScreeningId>(), recordedDaysAgo(2), {}, {}};
    for (const auto& row : NameTable<SafetyItem>::rows)
        screening.present.insert(row.value);
    ASSERT_TRUE(m_log->athlete().save(athlete));
    ASSERT_TRUE(m_log->athlete().save(screening));
    reopen();
    EXPECT_EQ(*m_log->athlete().athlete(), athlete);
    EXPECT_EQ(*m_log->athlete().latestScreening(), screening);

    screening.clearedAt = recordedDaysAgo(1).at;
    screening.present = {SafetyItem::Hernia};
    ASSERT_TRUE(m_log->athlete().save(screening));
    reopen();
    EXPECT_EQ(*m_log->athlete().latestScreening(), screening);
}

}  // namespace
