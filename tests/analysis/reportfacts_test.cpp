// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reportfacts.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "storage/log.h"
#include "support/manualclock.h"
#include "support/sequentialids.h"
#include "support/temporaryfolder.h"

using namespace psolog;

namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};

/// A log of a given number of days that ends today, written day by day.
class ReportFactsTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto opened = Log::open(m_folder.file("log.psolog"), m_clock);
        ASSERT_TRUE(opened);
        m_log = std::move(*opened);
        m_today = localDayOf(m_clock.now());
    }

    [[nodiscard]] RecordedAt daysAgo(int days) const
    {
        RecordedAt recorded{m_clock.now(), m_today - days};
        recorded.at.utc -= std::chrono::days(days);
        return recorded;
    }
    void checkIn(int ago, std::initializer_list<std::pair<Site, int>> scores, const std::string& note = {})
    {
        CheckIn record;
        record.id = CheckInId(m_ids.newUuid());
        record.recorded = daysAgo(ago);
        for (const auto& [site, score] : scores)
            record.scores[site] = Score::clamped(score);
        record.note = note;
        ASSERT_TRUE(m_log->checkIns().save(record));
    }
    void release(int ago, std::optional<StopReason> reason = std::nullopt, const std::string& note = {})
    {
        ReleaseSession session;
        session.id = ReleaseSessionId(m_ids.newUuid());
        session.recorded = daysAgo(ago);
        session.routineId = "daily-five";
        session.routineName = "Daily five";
        session.planned = Seconds(300);
        session.worked = Milliseconds(280'000);
        session.outcome = reason ? ReleaseOutcome::Stopped : ReleaseOutcome::Completed;
        session.stopReason = reason;
        session.note = note;
        ASSERT_TRUE(m_log->releases().save(session));
    }
    void gluteTest(int ago, Contraction left, bool complete = true)
    {
        SelfTest test;
        test.id = SelfTestId(m_ids.newUuid());
        test.recorded = daysAgo(ago);
        test.complete = complete;
        test.repeats = 1;
        test.readings = {{Side::Left, {}, 1, left, {}}, {Side::Right, {}, 1, Contraction::Firm, {}}};
        ASSERT_TRUE(m_log->selfTests().save(test));
    }
    [[nodiscard]] ReportFacts read(ReportNotes notes = ReportNotes::No)
    {
        const auto facts =
            readReport({m_log->athlete(), m_log->checkIns(), m_log->selfTests(), m_log->releases(), m_log->trends()},
                       m_today, notes);
        EXPECT_TRUE(facts);
        return facts.value_or(ReportFacts{});
    }

    test::TemporaryFolder m_folder;
    test::ManualClock m_clock;
    test::SequentialIds m_ids;
    std::unique_ptr<Log> m_log;
    LocalDay m_today;
};

TEST_F(ReportFactsTest, AnEmptyLogHasNoSpanAndNoOutcome)
{
    const ReportFacts facts = read(ReportNotes::Yes);
    EXPECT_FALSE(facts.span);
    EXPECT_FALSE(facts.primary);
    EXPECT_TRUE(facts.rows.empty());
    EXPECT_FALSE(facts.now.any());
    EXPECT_TRUE(facts.notes.empty());
}

TEST_F(ReportFactsTest, ThenIsTheBaselineAndNowTheLastSevenDaysWithScores)
{
    for (int ago = 29; ago >= 3; --ago)
        checkIn(ago, {{kLeft, ago > 14 ? 6 : ago > 9 ? 5 : 2}});
    for (int ago = 14; ago >= 3; --ago)
        release(ago);
    const ReportFacts facts = read();
    EXPECT_EQ(facts.before.medians[indexOf(kLeft)], 6);
    EXPECT_EQ(facts.before.days, (LogSpan{m_today - 29, m_today - 15}));
    EXPECT_EQ(facts.now.medians[indexOf(kLeft)], 2);
    EXPECT_EQ(facts.now.days, (LogSpan{m_today - 9, m_today - 3}));
    EXPECT_FALSE(facts.now.medians[indexOf(kRight)]) << "not asked is no zero";
    EXPECT_EQ(facts.primary, kLeft);
    EXPECT_EQ(facts.scoredDays, 27);
}

TEST_F(ReportFactsTest, WithoutADayBeforeTheFirstReleaseThereIsNoThen)
{
    for (int ago = 5; ago >= 0; --ago) {
        checkIn(ago, {{kLeft, 4}});
        release(ago);
    }
    const ReportFacts facts = read();
    EXPECT_FALSE(facts.before.days);
    EXPECT_FALSE(facts.before.any());
    EXPECT_TRUE(facts.now.any());
}

TEST_F(ReportFactsTest, KeptReleaseDaysAreCountedOfThosePossible)
{
    checkIn(12, {{kLeft, 4}});
    release(9);
    release(9);
    release(4);
    EXPECT_EQ(read().releaseDaysKept, 2);
    EXPECT_EQ(read().releaseDaysPossible, 9) << "today is not over";
    release(0);
    EXPECT_EQ(read().releaseDaysKept, 3);
    EXPECT_EQ(read().releaseDaysPossible, 10);
}

TEST_F(ReportFactsTest, OnlyRedStopsAreListedTheNewestFirst)
{
    release(9, StopReason::SharpPain);
    release(7, StopReason::FinishedEarly);
    release(6, StopReason::Interrupted);
    release(3, StopReason::Pulsing);
    const std::vector<RedStop> expected{{m_today - 3, StopReason::Pulsing}, {m_today - 9, StopReason::SharpPain}};
    EXPECT_EQ(read().redStops, expected);
}

TEST_F(ReportFactsTest, SelfTestsShowTheFirstAndTheLatestCompleteOne)
{
    gluteTest(20, Contraction::Flicker);
    gluteTest(10, Contraction::Soft);
    gluteTest(5, Contraction::Hard);
    gluteTest(2, Contraction::None, false);
    const auto glute = read().glute;
    ASSERT_TRUE(glute);
    EXPECT_EQ(glute->count, 3);
    EXPECT_EQ(glute->first.first->median, 1);
    EXPECT_EQ(glute->latest.first->median, 4);
    EXPECT_FALSE(read().tilt);
}

TEST_F(ReportFactsTest, NotesAreReadOnlyWhenAskedForTheNewestFirstAndFew)
{
    checkIn(400, {{kLeft, 3}}, "very old");
    checkIn(200, {{kLeft, 3}}, "old");
    checkIn(3, {{kLeft, 3}}, " \n");
    release(2, std::nullopt, "after the release");
    checkIn(1, {{kLeft, 3}}, "new");
    EXPECT_TRUE(read().notes.empty());
    const std::vector<ReportNote> expected{
        {m_today - 1, "new"}, {m_today - 2, "after the release"}, {m_today - 200, "old"}, {m_today - 400, "very old"}};
    EXPECT_EQ(read(ReportNotes::Yes).notes, expected);
    for (int ago = 20; ago > 10; --ago)
        checkIn(ago, {{kLeft, 3}}, "day " + std::to_string(ago));
    EXPECT_EQ(read(ReportNotes::Yes).notes.size(), kReportNotes);
    EXPECT_EQ(read(ReportNotes::Yes).notes.back().text, "day 14");
}

TEST_F(ReportFactsTest, TheVerdictAndTheRowsAreThoseOfTheReview)
{
    for (int ago = 39; ago >= 0; --ago) {
        checkIn(ago, {{kLeft, ago > 19 ? 6 + ago % 2 : 2 + ago % 2}, {kRight, 3}});
        if (ago <= 19)
            release(ago);
    }
    const ReportFacts facts = read();
    const auto review = readReviewFacts(m_log->trends(), m_log->selfTests(), m_today, {kLeft, kRight});
    ASSERT_TRUE(review);
    const Verdict verdict = judgeSite(*review, kLeft);
    EXPECT_EQ(facts.verdict.kind, VerdictKind::Better);
    EXPECT_EQ(facts.verdict.kind, verdict.kind);
    EXPECT_EQ(facts.verdict.phases.difference, verdict.phases.difference);
    EXPECT_EQ(facts.rows,
              TrendRows({kLeft, kRight}, {review->days[indexOf(kLeft)], review->days[indexOf(kRight)]},
                        review->activity, review->firstRelease));
    EXPECT_EQ(facts.rows.size(), 40U);
    EXPECT_EQ(facts.signs.size(), 4U);
}

}  // namespace
