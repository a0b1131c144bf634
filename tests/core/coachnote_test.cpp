// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coachnote.h"

#include <string>

#include <gtest/gtest.h>

#include "core/validation.h"

namespace psolog {
namespace {

Instant at(int minutes)
{
    return {UtcTime(std::chrono::days(20'000)) + std::chrono::minutes(minutes), std::chrono::minutes(60),
            "Europe/Berlin"};
}

CoachNote note(int number, int written, std::string text = "Rest.")
{
    const std::string digit = std::to_string(number);
    return {
        CoachNoteId("00000000-0000-4000-8000-00000000000" + digit), "Kim", at(written), {}, {}, std::move(text), false};
}

std::string detailOf(const CoachNote& one)
{
    const auto valid = validate(one);
    return valid ? std::string() : valid.error().detail;
}

NotesFile file(std::vector<CoachNote> notes)
{
    return {AthleteId("00000000-0000-4000-8000-000000000099"), {}, "Kim", at(0), std::move(notes), {}};
}

TEST(CoachNote, HoldsPlainTextAlone)
{
    EXPECT_EQ(detailOf(note(1, 0, "<b>Two</b>\n\tlines \xE2\x80\xAE too")), "");
    for (const char* const text : {"a\x01", "a\x1B[31m", "a\x7F", "a\xC2\x85", "a\r\n"})
        EXPECT_EQ(detailOf(note(1, 0, text)), "text must not contain control characters") << text;
    EXPECT_EQ(detailOf(note(1, 0, "\xFF")), "text must have at most 5000 characters");
    EXPECT_EQ(detailOf(note(1, 0, "\xC3\x85ngstr\xC3\xB6m \xC2\xA0")), "");
    EXPECT_EQ(detailOf(note(1, 0, "")), "text is missing");
    CoachNote gone = note(1, 0, "");
    gone.withdrawn = true;
    EXPECT_EQ(detailOf(gone), "");
}

TEST(CoachNote, IsAboutDaysThatDoNotRunBackwards)
{
    CoachNote one = note(1, 0);
    one.muscle = Muscle::Calf;
    EXPECT_EQ(detailOf(one), "muscle needs days");
    one.days = NoteDays{LocalDay(2026, 11, 21), LocalDay(2026, 11, 20)};
    EXPECT_EQ(detailOf(one), "days must not end before they begin");
    one.days->last = one.days->first;
    EXPECT_EQ(detailOf(one), "");
}

TEST(CoachNote, HasAnAuthorOfOneLine)
{
    CoachNote one = note(1, 0);
    for (const std::string& author : {std::string(), std::string("Kim\nCoach"), std::string("K\xE2\x80\xAEmi"),
                                      std::string(kMaxNameLength + 1, 'k')}) {
        one.author = author;
        EXPECT_EQ(detailOf(one), "author must be one line of 1 to 100 characters");
    }
}

TEST(CoachNote, WasWrittenAtAMomentThatCanBeStored)
{
    CoachNote one = note(1, 0);
    for (const std::int64_t ms : {-62'135'596'800'000, 253'402'300'799'999}) {
        one.written.utc = UtcTime(Milliseconds(ms));
        EXPECT_EQ(detailOf(one), "");
        one.written.utc += Milliseconds(ms < 0 ? -1 : 1);
        EXPECT_EQ(detailOf(one), "written: the year must be 1 to 9999");
    }
    one = note(1, 0);
    for (const int minutes : {-1080, 1080}) {
        one.written.offset = std::chrono::minutes(minutes);
        EXPECT_EQ(detailOf(one), "");
        one.written.offset = std::chrono::minutes(minutes + (minutes < 0 ? -1 : 1));
        EXPECT_EQ(detailOf(one), "written: a time zone is at most 1080 minutes from UTC");
    }
}

TEST(NotesComparison, CountsWhatWouldChange)
{
    const std::vector<CoachNote> atHand{note(1, 10), note(2, 10), note(3, 10), note(4, 10)};
    CoachNote gone = note(3, 20, "");
    gone.withdrawn = true;
    CoachNote unknownGone = note(6, 20, "");
    unknownGone.withdrawn = true;
    NotesFile sent = file({note(1, 10), note(2, 20, "New."), gone, note(4, 5, "Old."), note(5, 0), unknownGone});
    const NotesComparison expected{1, 1, 1, 3, false};
    EXPECT_EQ(compareNotes(atHand, {}, sent), expected);
    EXPECT_TRUE(compareNotes(atHand, {}, file({note(1, 10)})).changesNothing());
}

TEST(NotesComparison, TakesTheWithdrawnOneOfTwoWrittenAtOnce)
{
    CoachNote gone = note(1, 10, "");
    gone.withdrawn = true;
    EXPECT_EQ(compareNotes({note(1, 10)}, {}, file({gone})).withdrawn, 1);
    EXPECT_TRUE(compareNotes({gone}, {}, file({note(1, 10)})).changesNothing());
}

TEST(NotesComparison, TakesThePlanWrittenLater)
{
    CoachPlan plan;
    plan.written = at(10);
    NotesFile sent = file({});
    sent.plan = plan;
    EXPECT_TRUE(compareNotes({}, {}, sent).newPlan);
    EXPECT_FALSE(compareNotes({}, plan, sent).newPlan);
    sent.plan->written = at(11);
    EXPECT_TRUE(compareNotes({}, plan, sent).newPlan);
}

}  // namespace
}  // namespace psolog
