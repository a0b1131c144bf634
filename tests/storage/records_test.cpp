// SPDX-License-Identifier: GPL-3.0-or-later
// What the ports promise beyond bringing back what was saved.
#include "storage/logtest.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class Records : public LogTest {
protected:
    CheckInId saved(const CheckIn& record)
    {
        EXPECT_EQ(codeOf(m_log->checkIns().save(record)), "ok");
        return record.id;
    }

    std::unique_ptr<Log> m_log = open();
    const LocalDay m_first = kToday - 1000;
};

TEST_F(Records, ANewLogIsEmpty)
{
    EXPECT_FALSE(m_log->athlete().athlete()->has_value());
    EXPECT_FALSE(m_log->athlete().latestScreening()->has_value());
    EXPECT_FALSE(m_log->checkIns().latest()->has_value());
    EXPECT_FALSE(m_log->releases().latest()->has_value());
    EXPECT_TRUE(m_log->selfTests().latest(SelfTestKind::PelvicTilt, 5)->empty());
    EXPECT_FALSE(m_log->trends().span()->has_value());
    EXPECT_FALSE(m_log->trends().firstReleaseDay()->has_value());
}

TEST_F(Records, ARemovedCheckInIsGoneEverywhereUntilRestored)
{
    const CheckIn record = fullCheckIn(m_ids);
    saved(record);
    const Site site{Muscle::Calf, Side::Right};
    ASSERT_TRUE(m_log->checkIns().remove(record.id));
    EXPECT_FALSE(m_log->checkIns().find(record.id)->has_value());
    EXPECT_FALSE(m_log->checkIns().latest()->has_value());
    EXPECT_TRUE(m_log->checkIns().between(m_first, kToday)->empty());
    EXPECT_TRUE(m_log->trends().scores(site, m_first, kToday)->empty());
    EXPECT_TRUE(m_log->trends().activity(m_first, kToday)->empty());
    EXPECT_FALSE(m_log->trends().span()->has_value());
    EXPECT_EQ(codeOf(m_log->checkIns().remove(record.id)), "not-found");

    ASSERT_TRUE(m_log->checkIns().restore(record.id));
    EXPECT_EQ(*m_log->checkIns().find(record.id), record);
    EXPECT_EQ(m_log->trends().scores(site, m_first, kToday)->size(), 1U);
    EXPECT_EQ(codeOf(m_log->checkIns().restore(record.id)), "not-found");
    EXPECT_EQ(codeOf(m_log->checkIns().restore(m_ids.make<CheckInId>())), "not-found");
}

TEST_F(Records, SavingARemovedRecordBringsItBack)
{
    const CheckIn checkIn = fullCheckIn(m_ids);
    const SelfTest test = gluteTest(m_ids);
    const ReleaseSession release = session(m_ids);
    saved(checkIn);
    ASSERT_TRUE(m_log->selfTests().save(test));
    ASSERT_TRUE(m_log->releases().save(release));
    ASSERT_TRUE(m_log->checkIns().remove(checkIn.id));
    ASSERT_TRUE(m_log->selfTests().remove(test.id));
    ASSERT_TRUE(m_log->releases().remove(release.id));
    EXPECT_FALSE(m_log->selfTests().find(test.id)->has_value());
    EXPECT_TRUE(m_log->selfTests().latest(test.kind, 9)->empty());
    EXPECT_FALSE(m_log->releases().find(release.id)->has_value());
    EXPECT_TRUE(m_log->releases().unfinished()->empty());
    saved(checkIn);
    ASSERT_TRUE(m_log->selfTests().save(test));
    ASSERT_TRUE(m_log->releases().save(release));
    EXPECT_EQ(*m_log->checkIns().find(checkIn.id), checkIn);
    EXPECT_EQ(*m_log->selfTests().find(test.id), test);
    EXPECT_EQ(*m_log->releases().find(release.id), release);
}

TEST_F(Records, AnEditMovesTheScoresToTheirNewDay)
{
    CheckIn record = fullCheckIn(m_ids, 5, 7);
    saved(record);
    record.recorded = recordedDaysAgo(2);
    record.scores = {};
    const Site site{Muscle::Glute, Side::Left};
    record.scores[site] = Score::clamped(2);
    record.run.reset();
    saved(record);
    const auto points = *m_log->trends().scores(site, m_first, kToday);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].day, (kToday - 2).number());
    EXPECT_EQ(points[0].score, 2);
    EXPECT_TRUE(m_log->trends().scores(Site{Muscle::Psoas, Side::Left}, m_first, kToday)->empty());
    EXPECT_EQ(*m_log->checkIns().find(record.id), record);
}

TEST_F(Records, TheLatestCheckInHasAScore)
{
    const CheckIn scored = oneScore(m_ids, siteAt(3), 4, 3);
    saved(scored);
    CheckIn note;
    note.id = m_ids.make<CheckInId>();
    note.recorded = recordedDaysAgo(0);
    note.note = "rest day";
    saved(note);
    EXPECT_EQ(*m_log->checkIns().latest(), scored);
}

TEST_F(Records, ADayRangeIncludesBothEndsInOrderOfTime)
{
    const CheckInId third = saved(oneScore(m_ids, siteAt(0), 1, 1));
    const CheckInId first = saved(oneScore(m_ids, siteAt(0), 2, 3));
    const CheckInId second = saved(oneScore(m_ids, siteAt(0), 3, 2));
    saved(oneScore(m_ids, siteAt(0), 3, 4));
    saved(oneScore(m_ids, siteAt(0), 3, 0));
    const auto found = *m_log->checkIns().between(kToday - 3, kToday - 1);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].id, first);
    EXPECT_EQ(found[1].id, second);
    EXPECT_EQ(found[2].id, third);
}

TEST_F(Records, InvalidRecordsAreRefusedAndChangeNothing)
{
    CheckIn future = fullCheckIn(m_ids);
    future.recorded.at.utc += std::chrono::hours(3);
    EXPECT_EQ(codeOf(m_log->checkIns().save(future)), "invalid-value");

    const CheckIn sound = fullCheckIn(m_ids);
    saved(sound);
    CheckIn edited = sound;
    edited.note = "changed";
    edited.run->id = RunId("not a uuid");  // refused by the file itself, after the scores were replaced
    EXPECT_EQ(codeOf(m_log->checkIns().save(edited)), "invalid-value");
    EXPECT_EQ(*m_log->checkIns().find(sound.id), sound);

    SelfTest test = gluteTest(m_ids);
    test.readings[0].posture = Posture::Arched;
    EXPECT_EQ(codeOf(m_log->selfTests().save(test)), "invalid-value");
    ReleaseSession release = session(m_ids);
    release.note = std::string(100'000, 'x');
    EXPECT_EQ(codeOf(m_log->releases().save(release)), "invalid-value");
    release.note.clear();
    release.worked = Milliseconds(-1);
    EXPECT_EQ(codeOf(m_log->releases().save(release)), "invalid-value");
    EXPECT_EQ(codeOf(m_log->athlete().save(Athlete{m_ids.make<AthleteId>(), std::string(101, 'n'), {}, {}})),
              "invalid-value");
}

TEST_F(Records, AClockSetBackDoesNotKeepAStoredRecordFromBeingSaved)
{
    CheckIn checkIn = fullCheckIn(m_ids);
    SelfTest test = gluteTest(m_ids);
    ReleaseSession release = session(m_ids);
    const auto saveAll = [&] {
        return codeOf(m_log->checkIns().save(checkIn)) + " " + codeOf(m_log->selfTests().save(test)) + " "
            + codeOf(m_log->releases().save(release));
    };
    EXPECT_EQ(saveAll(), "ok ok ok");
    m_clock.setWall(m_clock.now().utc - std::chrono::hours(3));
    checkIn.note = test.note = release.note = "finished after the clock was set back";
    release.outcome = ReleaseOutcome::Completed;
    EXPECT_EQ(saveAll(), "ok ok ok");
    EXPECT_EQ(*m_log->checkIns().find(checkIn.id), checkIn);
    EXPECT_EQ(*m_log->selfTests().find(test.id), test);
    EXPECT_EQ(*m_log->releases().find(release.id), release);

    // Nothing else is let through with it.
    for (RecordedAt* const recorded : {&checkIn.recorded, &test.recorded, &release.recorded})
        recorded->at.utc -= std::chrono::minutes(30);
    checkIn.run.reset();
    EXPECT_EQ(saveAll(), "invalid-value invalid-value invalid-value") << "a moment that is not the stored one";
    checkIn = fullCheckIn(m_ids);
    test = gluteTest(m_ids);
    release = session(m_ids);
    EXPECT_EQ(saveAll(), "invalid-value invalid-value invalid-value") << "a new record";
}

TEST_F(Records, AClockSetBackDoesNotKeepTheRunOfACheckInFromBeingSaved)
{
    CheckIn record = fullCheckIn(m_ids);
    saved(record);
    // The check-in lies in the past again, its run does not.
    m_clock.setWall(m_clock.now().utc - std::chrono::hours(3));
    record.recorded.at.utc -= std::chrono::hours(5);
    record.run->effort = Score::clamped(9);
    saved(record);
    EXPECT_EQ(*m_log->checkIns().find(record.id), record);
    record.run->recorded.at.utc += std::chrono::minutes(1);
    EXPECT_EQ(codeOf(m_log->checkIns().save(record)), "invalid-value");
}

TEST_F(Records, AllScreeningsComeInOrderOfTime)
{
    SafetyScreening second{m_ids.make<ScreeningId>(), recordedDaysAgo(30), {SafetyItem::Clot, SafetyItem::Bones}, {}};
    const SafetyScreening first{
        m_ids.make<ScreeningId>(), recordedDaysAgo(60), {SafetyItem::Hernia}, recordedDaysAgo(59).at};
    const SafetyScreening third{m_ids.make<ScreeningId>(), recordedDaysAgo(0), {}, {}};
    EXPECT_TRUE(m_log->athlete().screenings()->empty());
    for (const SafetyScreening& screening : {second, first, third})
        ASSERT_TRUE(m_log->athlete().save(screening));
    second.clearedAt = recordedDaysAgo(20).at;
    ASSERT_TRUE(m_log->athlete().save(second));
    EXPECT_EQ(*m_log->athlete().screenings(), (std::vector{first, second, third}));
    EXPECT_EQ(*m_log->athlete().latestScreening(), third);
}

TEST_F(Records, TheNewestCompleteTestsOfAKindComeFirst)
{
    for (int days = 0; days < 5; ++days)
        ASSERT_TRUE(m_log->selfTests().save(gluteTest(m_ids, days)));
    SelfTest cancelled = gluteTest(m_ids, 0);
    cancelled.complete = false;
    ASSERT_TRUE(m_log->selfTests().save(cancelled));
    const auto tests = *m_log->selfTests().latest(SelfTestKind::GluteActivation, 3);
    ASSERT_EQ(tests.size(), 3U);
    EXPECT_EQ(tests[0].recorded.day, kToday);
    EXPECT_EQ(tests[2].recorded.day, kToday - 2);
    EXPECT_EQ(tests[1].readings.size(), 2U);
    EXPECT_TRUE(m_log->selfTests().latest(SelfTestKind::PelvicTilt, 3)->empty());
    EXPECT_EQ(m_log->selfTests().between(kToday, kToday)->size(), 2U);
}

TEST_F(Records, EventsFollowEachOtherWithoutGap)
{
    const ReleaseSession release = session(m_ids);
    EXPECT_EQ(codeOf(m_log->releases().append(release.id, event(0))), "not-found");
    ASSERT_TRUE(m_log->releases().save(release));
    EXPECT_EQ(codeOf(m_log->releases().append(release.id, event(1))), "invalid-value");
    EXPECT_EQ(codeOf(m_log->releases().append(release.id, event(0))), "ok");
    EXPECT_EQ(codeOf(m_log->releases().append(release.id, event(0))), "invalid-value");
    EXPECT_EQ(codeOf(m_log->releases().append(release.id, event(1))), "ok");
    EXPECT_EQ((*m_log->releases().find(release.id))->events.size(), 2U);
}

TEST_F(Records, SavingASessionLeavesItsEventsAlone)
{
    ReleaseSession release = session(m_ids);
    ASSERT_TRUE(m_log->releases().save(release));
    ASSERT_TRUE(m_log->releases().append(release.id, event(0)));
    release.outcome = ReleaseOutcome::Stopped;
    release.stopReason = StopReason::SharpPain;
    ASSERT_TRUE(m_log->releases().save(release));
    release.events = {event(0)};
    EXPECT_EQ(*m_log->releases().find(release.id), release);
}

TEST_F(Records, DiscardedSessionsAreLeftOutButCanBeFound)
{
    ReleaseSession kept = session(m_ids, 3);
    kept.outcome = ReleaseOutcome::Partial;
    ReleaseSession discarded = session(m_ids, 1);
    discarded.outcome = ReleaseOutcome::Discarded;
    discarded.worked = Seconds(100);
    const ReleaseSession running = session(m_ids, 2);
    for (const ReleaseSession& release : {kept, discarded, running})
        ASSERT_TRUE(m_log->releases().save(release));
    EXPECT_EQ(*m_log->releases().find(discarded.id), discarded);
    EXPECT_EQ(*m_log->releases().latest(), running);
    EXPECT_EQ(*m_log->releases().between(m_first, kToday), (std::vector{kept, running}));
    EXPECT_EQ(*m_log->releases().unfinished(), std::vector{running});
    EXPECT_TRUE(m_log->trends().activity(kToday - 1, kToday)->empty());
}

TEST_F(Records, ManySavesCanBeCommittedAtOnceOrNotAtAll)
{
    const auto many = [&](bool succeed) {
        return m_log->inTransaction([&]() -> Result<void> {
            for (int i = 0; i < 50; ++i)
                saved(fullCheckIn(m_ids, i));
            // A save that fails inside takes only itself back.
            EXPECT_EQ(codeOf(m_log->checkIns().save(CheckIn{})), "invalid-value");
            CheckIn broken = fullCheckIn(m_ids, 1);
            broken.run->id = RunId("not a uuid");
            EXPECT_EQ(codeOf(m_log->checkIns().save(broken)), "invalid-value");
            return succeed ? Result<void>{} : fail(ErrorCode::SyntaxError, "line 51");
        });
    };
    EXPECT_EQ(codeOf(many(false)), "syntax-error");
    EXPECT_TRUE(m_log->checkIns().between(m_first, kToday)->empty());
    EXPECT_EQ(codeOf(many(true)), "ok");
    EXPECT_EQ(m_log->checkIns().between(m_first, kToday)->size(), 50U);
}

TEST_F(Records, TheFileItselfKeepsTheTrendCopiesHonest)
{
    saved(fullCheckIn(m_ids));
    m_log.reset();
    EXPECT_THROW(execute("PRAGMA foreign_keys = ON; UPDATE soreness SET day = day + 1"), SQLite::Exception);
    EXPECT_THROW(execute("PRAGMA foreign_keys = ON; UPDATE soreness SET removed = 1"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE check_in SET day = day + 1"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE check_in SET removed = 1"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE soreness SET score = 11"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE soreness SET score = 'sore'"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE check_in SET context = 'evening'"), SQLite::Exception);
    EXPECT_THROW(execute("UPDATE run SET local_day = '2026-02-30'"), SQLite::Exception);
}

}  // namespace
