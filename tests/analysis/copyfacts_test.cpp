// SPDX-License-Identifier: GPL-3.0-or-later
// What is worked out of a copy in memory is what the ports read from the same log.
#include "analysis/copyfacts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "storage/log.h"
#include "support/manualclock.h"
#include "support/sequentialids.h"
#include "support/temporaryfolder.h"

namespace psolog {
namespace {

constexpr int kDays = 40;
const LocalDay kFirst(2026, 10, 1);

/// A log with any records, some of them removed, and the same as a copy.
class TwoWays {
public:
    TwoWays() : m_log(openLog()) { }

    void fill()
    {
        RC_ASSERT(m_log->inTransaction([&]() -> Result<void> {
            for (int i = *rc::gen::inRange(0, 60); i > 0; --i)
                keep(m_copy.checkIns, checkIn(), m_log->checkIns());
            for (int i = *rc::gen::inRange(0, 8); i > 0; --i)
                keep(m_copy.selfTests, selfTest(), m_log->selfTests());
            for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
                keep(m_copy.releases, release(), m_log->releases());
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
                keep(m_copy.weekly, weekly(), m_log->weekly());
            return {};
        }));
        const auto byTime = [](const auto& a, const auto& b) {
            return a.record.recorded.at.utc < b.record.recorded.at.utc;
        };
        std::sort(m_copy.checkIns.begin(), m_copy.checkIns.end(), byTime);
        std::sort(m_copy.selfTests.begin(), m_copy.selfTests.end(), byTime);
        std::sort(m_copy.releases.begin(), m_copy.releases.end(), byTime);
        std::sort(m_copy.weekly.begin(), m_copy.weekly.end(), byTime);
    }

    [[nodiscard]] Log& log() { return *m_log; }
    [[nodiscard]] const LogCopy& copy() const { return m_copy; }

private:
    std::unique_ptr<Log> openLog()
    {
        m_clock.advance(std::chrono::days(2 * kDays));
        auto opened = Log::open(m_folder.file("log.psolog"), m_clock);
        RC_ASSERT(opened.has_value());
        return std::move(*opened);
    }

    template <class R, class Port>
    void keep(std::vector<Kept<R>>& kept, R record, Port& port)
    {
        RC_ASSERT(port.save(record).has_value());
        Kept<R> entry{std::move(record), {}, {}};
        if (*rc::gen::inRange(0, 8) == 0) {
            RC_ASSERT(port.remove(entry.record.id).has_value());
            entry.deletedMs = 1;
        }
        kept.push_back(std::move(entry));
    }

    template <class Id>
    Id newId()
    {
        return Id(m_ids.newUuid());
    }

    /// No two records at one moment. Now and then a day that is not the moment's: a journey, or another start of day.
    RecordedAt recorded()
    {
        const int day = *rc::gen::inRange(0, kDays);
        RecordedAt when;
        when.at = m_clock.now();
        when.at.utc = UtcTime((kFirst + day).days()) + std::chrono::hours(12) + Milliseconds(++m_moments);
        when.day = kFirst + day + (*rc::gen::inRange(0, 6) == 0 ? *rc::gen::inRange(-1, 2) : 0);
        return when;
    }

    std::optional<int> maybe(int first, int end)
    {
        return *rc::gen::arbitrary<bool>() ? std::optional(*rc::gen::inRange(first, end)) : std::nullopt;
    }

    CheckIn checkIn()
    {
        CheckIn record;
        record.id = newId<CheckInId>();
        record.recorded = recorded();
        record.note = "So so.";
        for (const Site site : allSites())
            if (const auto score = maybe(0, 11))
                record.scores[site] = Score::clamped(*score);
        if (*rc::gen::arbitrary<bool>()) {
            Run run;
            run.id = newId<RunId>();
            run.recorded = recorded();
            run.distanceMetres = maybe(1, 20'000);
            run.minutes = maybe(1, 200);
            if (const auto effort = maybe(0, 11))
                run.effort = Score::clamped(*effort);
            record.run = run;
        }
        return record;
    }

    SelfTest selfTest()
    {
        SelfTest record;
        record.id = newId<SelfTestId>();
        record.recorded = recorded();
        const bool glute = *rc::gen::arbitrary<bool>();
        record.kind = glute ? SelfTestKind::GluteActivation : SelfTestKind::PelvicTilt;
        for (int repeat = 1; repeat <= record.repeats; ++repeat)
            for (const bool first : {true, false}) {
                Reading reading;
                if (glute)
                    reading.side = first ? Side::Left : Side::Right;
                else
                    reading.posture = first ? Posture::Arched : Posture::Tucked;
                reading.repeat = repeat;
                reading.contraction = static_cast<Contraction>(*rc::gen::inRange(0, 5));
                record.readings.push_back(reading);
            }
        record.complete = *rc::gen::inRange(0, 5) > 0;
        return record;
    }

    ReleaseSession release()
    {
        ReleaseSession record;
        record.id = newId<ReleaseSessionId>();
        record.recorded = recorded();
        record.routineId = "daily-five";
        record.routineName = "Daily five";
        record.planned = Seconds(300);
        record.worked = Seconds(*rc::gen::elementOf(std::vector<int>{0, 59, 60, 280}));
        record.outcome = *rc::gen::elementOf(
            std::vector<ReleaseOutcome>{ReleaseOutcome::Completed, ReleaseOutcome::Partial, ReleaseOutcome::Discarded});
        return record;
    }

    WeeklyCheckIn weekly()
    {
        WeeklyCheckIn record;
        record.id = newId<WeeklyCheckInId>();
        record.recorded = recorded();
        record.scores = {8, 8, 8, 8};
        return record;
    }

    test::TemporaryFolder m_folder;
    test::ManualClock m_clock;
    test::SequentialIds m_ids;
    int m_moments = 0;
    std::unique_ptr<Log> m_log;
    LogCopy m_copy;
};

RC_GTEST_PROP(CopyFacts, AreWhatThePortsReadFromTheSameLog, ())
{
    TwoWays both;
    both.fill();
    const LocalDay today = kFirst + *rc::gen::inRange(-2, kDays + 3);
    const auto all = allSites();
    const std::vector<Site> sites(all.begin(), all.begin() + *rc::gen::inRange(0, static_cast<int>(kSiteCount)));
    const auto read = readReviewFacts(both.log().trends(), both.log().selfTests(), today, sites, LaterDays::LeaveOut);
    RC_ASSERT(read.has_value());
    const ReviewFacts made = copyFacts(both.copy(), today, sites);
    RC_ASSERT(made.today == read->today);
    RC_ASSERT(made.firstRelease == read->firstRelease);
    RC_ASSERT(made.activity == read->activity);
    RC_ASSERT(made.days == read->days);
    RC_ASSERT(made.glute == read->glute);
    RC_ASSERT(made.tilt == read->tilt);
}

RC_GTEST_PROP(CopyFacts, HaveTheSpanAndTheHighestScoresOfTheLog, ())
{
    TwoWays both;
    both.fill();
    const LocalDay end = kFirst + 2 * kDays;
    const auto span = both.log().trends().span();
    RC_ASSERT(span.has_value());
    RC_ASSERT(copySpan(both.copy(), end) == *span);
    const SiteHighs highs = siteHighs(both.copy(), end);
    for (const Site site : allSites()) {
        const auto scores = both.log().trends().scores(site, kFirst - 2, end);
        RC_ASSERT(scores.has_value());
        std::map<std::int32_t, int> expected;
        for (const ScorePoint& point : *scores)
            expected[point.day] = std::max(expected[point.day], point.score);
        std::vector<DayHigh> list;
        for (const auto& [day, score] : expected)
            list.push_back({day, score});
        RC_ASSERT(highs[indexOf(site)] == list);
    }
}

TEST(CopyFacts, OfAnEmptyCopyAreEmpty)
{
    const ReviewFacts facts = copyFacts({}, kFirst, allSites());
    EXPECT_EQ(facts.today, kFirst);
    EXPECT_TRUE(facts.activity.empty());
    EXPECT_FALSE(copySpan({}, kFirst));
}

}  // namespace
}  // namespace psolog
