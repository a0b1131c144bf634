// SPDX-License-Identifier: GPL-3.0-or-later
// What coaches send back stands in the log beside the records and never touches them.

#include "storage/logtest.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class Received : public LogTest {
protected:
    Received()
    {
        const Athlete athlete{m_athlete, "Ada", StartChoice::BaselineFirst, recordedDaysAgo(90)};
        if (!m_log->athlete().save(athlete) || !m_log->checkIns().save(m_checkIn))
            throw std::runtime_error("no athlete");
    }

    CoachNote note(const std::string& text, int daysAgo = 0)
    {
        CoachNote made;
        made.id = m_ids.make<CoachNoteId>();
        made.author = "Coach Kim";
        made.written = recordedDaysAgo(daysAgo).at;
        made.text = text;
        return made;
    }

    CoachPlan plan(int daysAgo = 0)
    {
        CoachPlan made;
        made.id = m_ids.make<CoachPlanId>();
        made.author = "Coach Kim";
        made.written = recordedDaysAgo(daysAgo).at;
        made.daysAWeek = 4;
        made.routine.id = "from-kim";
        made.routine.name = "Kim's evening";
        made.routine.steps = {RoutineStep{StepKind::Settle, {}, BodySide::Both, Seconds(20), "breathe", "prone"},
                              RoutineStep{StepKind::Zone, Zone::High, BodySide::Left, Seconds(90), "", "prone-left"}};
        return made;
    }

    NotesFile file(std::vector<CoachNote> notes, std::optional<CoachPlan> with = {})
    {
        return {m_athlete, "Ada", "Coach Kim", recordedDaysAgo(0).at, std::move(notes), std::move(with)};
    }

    IReceivedNotes& received() { return m_log->receivedNotes(); }

    const AthleteId m_athlete = m_ids.make<AthleteId>();
    const CheckIn m_checkIn = fullCheckIn(m_ids, 2);
    std::unique_ptr<Log> m_log = open();
};

TEST_F(Received, WhatWasWrittenMoreThanADayAheadIsRefused)
{
    const auto ahead = [&](auto made, std::chrono::minutes by) {
        made.written.utc = m_clock.now().utc + std::chrono::hours(24) + by;
        return made;
    };
    EXPECT_EQ(codeOf(received().take(file({note("a"), ahead(note("b"), std::chrono::minutes(1))}))), "invalid-value");
    EXPECT_EQ(codeOf(received().take(file({note("a")}, ahead(plan(), std::chrono::minutes(1))))), "invalid-value");
    EXPECT_TRUE(received().all()->empty());
    EXPECT_FALSE(received().plan()->has_value());
    const auto close = ahead(plan(), std::chrono::minutes(0));
    ASSERT_EQ(codeOf(received().take(file({ahead(note("a"), std::chrono::minutes(0))}, close))), "ok");
    EXPECT_EQ(*received().plan(), close);
}

TEST_F(Received, ANewLogHasNothing)
{
    EXPECT_TRUE(received().notes()->empty());
    EXPECT_TRUE(received().all()->empty());
    EXPECT_TRUE(received().unread()->empty());
    EXPECT_FALSE(received().plan()->has_value());
}

TEST_F(Received, NotesAndPlanComeBackAsTheyWereSentNewestFirst)
{
    CoachNote chart = note("See <b>the</b> fall after the 3rd.\nSecond line", 5);
    chart.days = NoteDays{kToday - 20, kToday - 10};
    chart.muscle = Muscle::Calf;
    CoachNote day = note("Nice.", 3);
    day.days = NoteDays{kToday - 3, kToday - 3};
    const CoachNote whole = note("=1+1", 4);
    const CoachPlan proposed = plan();
    ASSERT_EQ(codeOf(received().take(file({chart, day, whole}, proposed))), "ok");
    m_log = open();
    EXPECT_EQ(*received().notes(), (std::vector{day, whole, chart}));
    EXPECT_EQ(*received().all(), *received().notes());
    EXPECT_EQ(*received().plan(), proposed);
    EXPECT_EQ(received().unread()->size(), 3U);
    EXPECT_EQ(*m_log->checkIns().find(m_checkIn.id), m_checkIn);
}

TEST_F(Received, TakingTheSameFileAgainChangesNothing)
{
    const CoachNote first = note("Rest a day.");
    const NotesFile sent = file({first}, plan());
    ASSERT_EQ(codeOf(received().take(sent)), "ok");
    ASSERT_EQ(codeOf(received().setRead(first.id, true)), "ok");
    m_log.reset();
    const auto before = [&] {
        return SQLite::Database(m_path).execAndGet("SELECT count(*) FROM received_note").getInt();
    };
    const int rows = before();
    m_log = open();
    EXPECT_TRUE(compareNotes(*received().all(), *received().plan(), sent).changesNothing());
    ASSERT_EQ(codeOf(received().take(sent)), "ok");
    EXPECT_TRUE(received().unread()->empty()) << "read stays read";
    EXPECT_EQ(*received().notes(), std::vector{first});
    m_log.reset();
    EXPECT_EQ(before(), rows);
}

TEST_F(Received, ALaterVersionTakesThePlaceAndIsUnreadAndAnEarlierOneIsLeftOut)
{
    CoachNote sent = note("Rest a day.", 4);
    ASSERT_EQ(codeOf(received().take(file({sent}))), "ok");
    ASSERT_EQ(codeOf(received().setRead(sent.id, true)), "ok");
    CoachNote later = sent;
    later.text = "Rest two days.";
    later.written = recordedDaysAgo(3).at;
    ASSERT_EQ(codeOf(received().take(file({later}))), "ok");
    EXPECT_EQ(*received().notes(), std::vector{later});
    EXPECT_EQ(*received().unread(), std::set{sent.id});
    ASSERT_EQ(codeOf(received().take(file({sent}))), "ok");
    EXPECT_EQ(*received().notes(), std::vector{later});
}

TEST_F(Received, ANoteTakenBackIsGoneAndItsTextToo)
{
    CoachNote sent = note("xyzzy-unfortunate-words", 4);
    ASSERT_EQ(codeOf(received().take(file({sent}))), "ok");
    CoachNote back = sent;
    back.withdrawn = true;  // at the same moment: that counts
    ASSERT_EQ(codeOf(received().take(file({back}))), "ok");
    EXPECT_TRUE(received().notes()->empty());
    EXPECT_TRUE(received().unread()->empty());
    ASSERT_EQ(received().all()->size(), 1U);
    EXPECT_TRUE(received().all()->front().withdrawn);
    EXPECT_EQ(received().all()->front().text, "");
    EXPECT_EQ(codeOf(received().setRead(sent.id, true)), "not-found");
    ASSERT_EQ(codeOf(received().take(file({sent}))), "ok");
    EXPECT_TRUE(received().notes()->empty()) << "an older file does not bring it back";

    CoachNote unknown = note("", 1);
    unknown.withdrawn = true;
    ASSERT_EQ(codeOf(received().take(file({unknown}))), "ok");
    EXPECT_EQ(received().all()->size(), 1U);
}

TEST_F(Received, OnlyALaterPlanTakesThePlace)
{
    const CoachPlan first = plan(5);
    CoachPlan second = plan(2);
    second.routine.steps.resize(1);
    ASSERT_EQ(codeOf(received().take(file({}, second))), "ok");
    ASSERT_EQ(codeOf(received().take(file({}, first))), "ok");
    EXPECT_EQ(*received().plan(), second);
    const CoachPlan third = plan(1);
    ASSERT_EQ(codeOf(received().take(file({}, third))), "ok");
    EXPECT_EQ(*received().plan(), third);
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

TEST_F(Received, AFileAboutAnotherAthleteOrOneThatIsInvalidIsRefusedWhole)
{
    NotesFile other = file({note("Rest.")});
    other.athlete = m_ids.make<AthleteId>();
    EXPECT_EQ(codeOf(received().take(other)), "invalid-value");
    CoachNote empty = note("");
    EXPECT_EQ(codeOf(received().take(file({note("Rest."), empty}))), "invalid-value");
    CoachPlan broken = plan();
    broken.daysAWeek = 8;
    EXPECT_EQ(codeOf(received().take(file({note("Rest.")}, broken))), "invalid-value");
    EXPECT_TRUE(received().all()->empty());
    EXPECT_FALSE(received().plan()->has_value());
}

TEST_F(Received, ReadAndUnreadAreTheAthletesToSay)
{
    const CoachNote one = note("One.", 2);
    const CoachNote two = note("Two.", 1);
    ASSERT_EQ(codeOf(received().take(file({one, two}))), "ok");
    ASSERT_EQ(codeOf(received().setRead(one.id, true)), "ok");
    EXPECT_EQ(*received().unread(), std::set{two.id});
    ASSERT_EQ(codeOf(received().setRead(one.id, false)), "ok");
    EXPECT_EQ(received().unread()->size(), 2U);
    EXPECT_EQ(codeOf(received().setRead(m_ids.make<CoachNoteId>(), true)), "not-found");
}

TEST_F(Received, TheFileItselfRefusesWhatANoteCannotBe)
{
    ASSERT_EQ(codeOf(received().take(file({note("Rest.")}, plan()))), "ok");
    m_log.reset();
    for (const char* change :
         {"received_note SET author = ''", "received_note SET text = ''", "received_note SET first_day = '2026-01-01'",
          "received_note SET first_day = '2026-01-02', last_day = '2026-01-01'", "received_note SET muscle = 'calf'",
          "received_note SET read = 2", "received_plan SET days_a_week = 8", "received_plan SET singleton = 2",
          "received_plan_step SET seconds = 0", "received_plan_step SET zone = 'low' WHERE kind = 'settle'",
          "received_plan_step SET plan = 2"})
        EXPECT_THROW(execute("PRAGMA foreign_keys = ON; UPDATE " + std::string(change)), SQLite::Exception) << change;
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
}

TEST_F(Received, AnOlderLogThatCannotBeWrittenHasNone)
{
    m_log.reset();
    const std::string older = m_folder.file("older.psolog");
    writeOlderLog(m_path, older, 2);
    OpenOptions options;
    options.readOnly = true;
    const auto log = tryOpen(older, options);
    ASSERT_TRUE(log);
    IReceivedNotes& notes = (*log)->receivedNotes();
    EXPECT_TRUE(notes.notes()->empty());
    EXPECT_TRUE(notes.all()->empty());
    EXPECT_TRUE(notes.unread()->empty());
    EXPECT_FALSE(notes.plan()->has_value());
    EXPECT_EQ(codeOf(notes.take(file({note("Rest.")}))), "read-only");
    EXPECT_EQ(codeOf(notes.setRead(m_ids.make<CoachNoteId>(), true)), "read-only");
}

}  // namespace
