// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <map>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "storage/connection.h"
#include "storage/dayscores.h"
#include "storage/logtest.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class Trends : public LogTest {
protected:
    std::unique_ptr<Log> m_log = open();
    const LocalDay m_first = kToday - 1000;
};

TEST_F(Trends, ScoresOfASiteComeInOrderOfTime)
{
    const Site site{Muscle::Hamstring, Side::Left};
    for (const int days : {3, 1, 2, 9})
        ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, site, days, days)));
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, Site{Muscle::Hamstring, Side::Right}, 8, 2)));
    const auto points = *m_log->trends().scores(site, kToday - 3, kToday);
    ASSERT_EQ(points.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const int days = 3 - static_cast<int>(i);
        EXPECT_EQ(points[i].score, days);
        EXPECT_EQ(points[i].day, (kToday - days).number());
        EXPECT_EQ(points[i].utcMs, recordedDaysAgo(days).at.utc.time_since_epoch().count());
    }
}

TEST_F(Trends, TimeDecidesTheOrderWhenTheDateLineWasCrossed)
{
    const Site site = siteAt(0);
    CheckIn apia = oneScore(m_ids, site, 1, 2);
    apia.recorded.day = kToday - 1;  // already tomorrow there
    CheckIn honolulu = oneScore(m_ids, site, 2, 2);
    honolulu.recorded.at.utc += std::chrono::hours(5);
    ASSERT_TRUE(m_log->checkIns().save(apia));
    ASSERT_TRUE(m_log->checkIns().save(honolulu));
    const auto points = *m_log->trends().scores(site, m_first, kToday);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].score, 1);
    EXPECT_EQ(points[1].score, 2);
}

TEST_F(Trends, ScoresAreReadFromTheIndexAlone)
{
    const auto connection = Connection::open(m_path, {});
    ASSERT_TRUE(connection);
    Statement plan(**connection,
                   "EXPLAIN QUERY PLAN SELECT day_scores(day, score) FROM soreness "
                   "WHERE removed = 0 AND site = ? AND day BETWEEN ? AND ?");
    ASSERT_TRUE(plan.step());
    static_cast<void>(plan.take<int>());
    static_cast<void>(plan.take<int>());
    static_cast<void>(plan.take<int>());
    EXPECT_NE(plan.take<std::string>().find("COVERING INDEX soreness_trend"), std::string::npos);
    EXPECT_FALSE(plan.step()) << "a sort";
}

TEST_F(Trends, ScoresAreCountedByDay)
{
    const Site site{Muscle::Hamstring, Side::Left};
    for (const auto& [score, days] : {std::pair{4, 3}, {10, 1}, {4, 3}, {0, 3}, {7, 9}})
        ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, site, score, days)));
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, Site{Muscle::Hamstring, Side::Right}, 8, 2)));
    const CheckIn removed = oneScore(m_ids, site, 5, 2);
    ASSERT_TRUE(m_log->checkIns().save(removed));
    ASSERT_TRUE(m_log->checkIns().remove(removed.id));

    std::vector<DayScores> expected{{(kToday - 3).number(), {}}, {(kToday - 1).number(), {}}};
    expected[0].counts[0] = 1;
    expected[0].counts[4] = 2;
    expected[1].counts[10] = 1;
    EXPECT_EQ(*m_log->trends().dayScores(site, kToday - 3, kToday), expected);
    EXPECT_TRUE(m_log->trends().dayScores(site, kToday - 8, kToday - 4)->empty());
    EXPECT_TRUE(m_log->trends().dayScores(siteAt(11), m_first, kToday)->empty());
}

/// The counts of all sites, from the check-ins themselves.
AllDayScores countedOneByOne(Log& log, LocalDay first, LocalDay last)
{
    std::array<std::map<std::int32_t, DayScores>, kSiteCount> days;
    const std::vector<CheckIn> records = *log.checkIns().between(first, last);
    for (const CheckIn& record : records)
        for (const Site site : allSites())
            if (const auto score = record.scores[site]) {
                DayScores& day = days[indexOf(site)][record.recorded.day.number()];
                day.day = record.recorded.day.number();
                ++day.counts[static_cast<std::size_t>(score->value())];
            }
    AllDayScores all;
    for (std::size_t i = 0; i < kSiteCount; ++i)
        for (const auto& [number, day] : days[i])
            all[i].push_back(day);
    return all;
}

class LargeTrends : public Trends {
protected:
    /// A log with enough scores to be shared, which seems to have even more; those of a check-in are all the same.
    void SetUp() override
    {
        m_log.reset();
        execute(fmt::format(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
            "INSERT INTO check_in (seq, id, utc_ms, offset_min, time_zone, local_day, day, context, note) "
            "SELECT i + 20000, printf('%08x-1111-4000-8000-000000000000', i), ({0} + i / 6) * 86400000 + i % 6, 0, "
            "'UTC', date(({0} + i / 6) * 86400, 'unixepoch'), {0} + i / 6, 'other', '' FROM n; "
            "INSERT INTO soreness SELECT seq, value, seq % 7 + seq % 5, day, utc_ms, 0 FROM check_in, "
            "json_each('[\"{1}\"]')",
            m_first.number(), siteNames()));
        m_log = open();
        const CheckIn removed = fullCheckIn(m_ids, 9);
        ASSERT_TRUE(m_log->checkIns().save(removed));
        ASSERT_TRUE(m_log->checkIns().remove(removed.id));
    }

    static std::string siteNames()
    {
        std::string names;
        for (const Site site : allSites())
            names += (names.empty() ? "" : "\",\"") + nameOf(site);
        return names;
    }
};

TEST_F(Trends, AllSitesAreCountedAsEachIs)
{
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, siteAt(2), 4, 3)));
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, siteAt(9), 6, 1)));
    EXPECT_EQ(*m_log->trends().allDayScores(m_first, kToday), countedOneByOne(*m_log, m_first, kToday));
}

TEST_F(LargeTrends, AllSitesAreCountedAsEachIs)
{
    for (std::size_t i = 0; i < kSiteCount; ++i)
        ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, siteAt(i), 10, static_cast<int>(i))));
    for (const LocalDay first : {m_first, kToday - 10, kToday + 1}) {
        const auto all = *m_log->trends().allDayScores(first, kToday);
        EXPECT_EQ(all, countedOneByOne(*m_log, first, kToday));
        for (const Site site : allSites())
            EXPECT_EQ(all[indexOf(site)], *m_log->trends().dayScores(site, first, kToday));
    }
}

TEST_F(LargeTrends, AWriteThatIsNotCommittedIsCountedByItsWriter)
{
    ASSERT_TRUE(m_log->inTransaction([&]() -> Result<void> {
        if (auto saved = m_log->checkIns().save(fullCheckIn(m_ids, 1)); !saved)
            return saved;
        EXPECT_EQ(*m_log->trends().allDayScores(m_first, kToday), countedOneByOne(*m_log, m_first, kToday));
        return {};
    }));
}

TEST_F(LargeTrends, AnotherFileInThePlaceOfTheLogIsNotCounted)
{
    const auto before = *m_log->trends().allDayScores(m_first, kToday);
    std::filesystem::rename(m_path, m_folder.file("moved.psolog"));
    ASSERT_TRUE(open()->checkIns().save(oneScore(m_ids, siteAt(0), 10, 2)));
    EXPECT_EQ(*m_log->trends().allDayScores(m_first, kToday), before);
}

TEST_F(LargeTrends, AllSitesAreOfOneStateWhileAnotherProgramWrites)
{
    OpenOptions patient;
    patient.busyTimeout = std::chrono::seconds(60);
    m_log = *Log::open(m_path, m_clock, patient);
    const std::jthread writer([&](const std::stop_token& stop) {
        const auto other = Log::open(m_path, m_clock, patient);
        SequentialIds ids;
        for (int i = 0; !stop.stop_requested(); ++i) {
            CheckIn record = fullCheckIn(ids, 50);
            record.id = CheckInId(fmt::format("{:08x}-0000-4000-8000-000000000000", i));
            record.run.reset();
            for (const Site site : allSites())
                record.scores[site] = Score::clamped(10);
            ASSERT_TRUE((*other)->checkIns().save(record));
        }
    });
    for (std::int32_t seen = 0; seen < 8;) {
        const auto all = m_log->trends().allDayScores(m_first, kToday);
        ASSERT_TRUE(all);
        for (const auto& days : *all)
            ASSERT_EQ(days, all->front());
        const auto written = std::find_if(all->front().begin(), all->front().end(),
                                          [](const DayScores& day) { return day.day == (kToday - 50).number(); });
        ASSERT_NE(written, all->front().end());
        seen = written->counts[10];
    }
}

TEST_F(Trends, DaysAreInOrderWhateverTheOrderOfTheRows)
{
    const auto connection = Connection::open(m_path, {});
    ASSERT_TRUE(connection);
    Statement row(**connection,
                  "WITH given (day, score) AS (VALUES (5, 1), (3, 2), (9, 3), (4, 4), (3, 2), (5, 0)) "
                  "SELECT day_scores(day, score) FROM given");
    ASSERT_TRUE(row.step());
    const auto days = unpackDayScores(row.take<std::string>());
    ASSERT_EQ(days.size(), 4U);
    EXPECT_EQ(days[0].day, 3);
    EXPECT_EQ(days[0].counts[2], 2);
    EXPECT_EQ(days[1].day, 4);
    EXPECT_EQ(days[2].day, 5);
    EXPECT_EQ(days[2].counts[0] + days[2].counts[1], 2);
    EXPECT_EQ(days[3].day, 9);
}

TEST_F(Trends, CountingGivenUpHalfwayLeavesNothingBehind)
{
    // The sum overflows on the second row, after the counting began; the leak checker sees what is left.
    const auto connection = Connection::open(m_path, {});
    ASSERT_TRUE(connection);
    Statement row(**connection,
                  "WITH given (day, score, big) AS (VALUES (1, 1, 9223372036854775807), (2, 2, 1)) "
                  "SELECT day_scores(day, score), sum(big) FROM given");
    EXPECT_THROW(static_cast<void>(row.step()), SqliteError);
    EXPECT_THROW(static_cast<void>(unpackDayScores("not whole days")), UnreadableValue);
}

TEST_F(Trends, ActivityCountsWhatHappenedOnEachDay)
{
    ASSERT_TRUE(m_log->checkIns().save(fullCheckIn(m_ids, 2)));
    CheckIn bare = fullCheckIn(m_ids, 2);
    bare.run->distanceMetres.reset();
    ASSERT_TRUE(m_log->checkIns().save(bare));
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, siteAt(1), 0, 2)));
    ASSERT_TRUE(m_log->selfTests().save(gluteTest(m_ids, 1)));
    SelfTest cancelled = gluteTest(m_ids, 1);
    cancelled.complete = false;
    ASSERT_TRUE(m_log->selfTests().save(cancelled));
    ReleaseSession release = session(m_ids, 0);
    release.outcome = ReleaseOutcome::Stopped;
    release.worked = Seconds(60);
    ASSERT_TRUE(m_log->releases().save(release));
    ReleaseSession brief = session(m_ids, 5);
    brief.worked = Milliseconds(59'999);
    ASSERT_TRUE(m_log->releases().save(brief));

    const std::vector expected{
        DayActivity{kToday - 2, 3, 2, 0, 0, 8400, 92, 552, 2, 2, 1},
        DayActivity{kToday - 1, 0, 0, 1, 0, 0, 0},
        DayActivity{kToday, 0, 0, 0, 1, 0, 0},
    };
    EXPECT_EQ(*m_log->trends().activity(m_first, kToday), expected);
    EXPECT_EQ(m_log->trends().activity(kToday - 1, kToday - 1)->size(), 1U);
}

TEST_F(Trends, TheSpanCoversEveryKindOfRecord)
{
    ASSERT_TRUE(m_log->checkIns().save(oneScore(m_ids, siteAt(1), 0, 4)));
    EXPECT_EQ(*m_log->trends().span(), (LogSpan{kToday - 4, kToday - 4}));
    ASSERT_TRUE(m_log->selfTests().save(gluteTest(m_ids, 1)));
    ASSERT_TRUE(m_log->releases().save(session(m_ids, 9)));
    EXPECT_EQ(*m_log->trends().span(), (LogSpan{kToday - 9, kToday - 1}));
}

TEST_F(Trends, TheFirstReleaseIsTheFirstWithReleaseTime)
{
    ReleaseSession brief = session(m_ids, 9);
    brief.worked = Seconds(10);
    ReleaseSession discarded = session(m_ids, 8);
    discarded.worked = Seconds(300);
    discarded.outcome = ReleaseOutcome::Discarded;
    ASSERT_TRUE(m_log->releases().save(brief));
    ASSERT_TRUE(m_log->releases().save(discarded));
    EXPECT_FALSE(m_log->trends().firstReleaseDay()->has_value());
    for (const int days : {2, 6, 4}) {
        ReleaseSession release = session(m_ids, days);
        release.worked = Seconds(200);
        ASSERT_TRUE(m_log->releases().save(release));
    }
    EXPECT_EQ(*m_log->trends().firstReleaseDay(), kToday - 6);
}

}  // namespace
