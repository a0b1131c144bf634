// SPDX-License-Identifier: GPL-3.0-or-later
// The coach's library: what is taken in, what two copies become, and what the coach adds.
#include "storage/coachlibrary.h"

#include <filesystem>

#include "storage/coachdesk.h"
#include "storage/coachtest.h"
#include "storage/digest.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

class Library : public CoachTest {
protected:
    void SetUp() override { m_library = open(); }

    /// What `change` leaves of the file's bytes as they were: it is closed before and after.
    bool leavesTheFileAlone(const std::function<void()>& change)
    {
        m_library.reset();
        const std::string before = bytesOf(m_path);
        m_library = open();
        change();
        m_library.reset();
        const bool same = bytesOf(m_path) == before;
        m_library = open();
        return same;
    }

    CopyRelation takeIn(const LogCopy& copy) { return m_library->takeIn(fileOf(copy)).value().relation; }

    /// The stored image of the only athlete.
    std::string storedImage()
    {
        SQLite::Database database(m_path, SQLite::OPEN_READONLY);
        return database.execAndGet("SELECT bytes FROM image").getString();
    }

    AthleteEntry only()
    {
        const auto all = m_library->athletes().value();
        if (all.size() != 1)
            throw std::runtime_error("not one athlete");
        return all.front();
    }

    CheckIn another(int daysAgo) { return oneScore(m_ids, siteAt(1), 4, daysAgo); }

    static void add(LogCopy& copy, const CheckIn& checkIn)
    {
        copy.checkIns.push_back({checkIn, {}, {}});
        sortByTime(copy.checkIns);
    }

    std::unique_ptr<CoachLibrary> m_library;
};

TEST_F(Library, ANewAthleteIsTakenInAsTheFileIs)
{
    const LogCopy copy = fullCopy();
    const InspectedFile file = fileOf(copy);
    EXPECT_EQ(m_library->compare(file)->relation, CopyRelation::New);
    const CopyComparison taken = m_library->takeIn(file).value();
    EXPECT_EQ(taken.relation, CopyRelation::New);
    EXPECT_EQ(taken.added, 1 + 11 + 2 + 2 + 2 + 2);
    const AthleteEntry entry = only();
    EXPECT_EQ(entry.id, copy.athlete.record.id);
    EXPECT_EQ(entry.name, "Ada");
    EXPECT_EQ(entry.digest, file.digest);
    EXPECT_EQ(entry.taken, m_clock.now());
    EXPECT_EQ(*m_library->copyOf(entry.id), copy);
    m_library.reset();
    EXPECT_EQ(storedImage(), *file.image);
}

TEST_F(Library, TakingInTwiceChangesNothing)
{
    const InspectedFile file = fileOf(fullCopy());
    ASSERT_TRUE(m_library->takeIn(file));
    m_clock.advance(std::chrono::hours(1));
    EXPECT_TRUE(leavesTheFileAlone([&] {
        EXPECT_EQ(m_library->compare(file)->relation, CopyRelation::Same);
        EXPECT_EQ(m_library->takeIn(file)->relation, CopyRelation::Same);
    }));
}

TEST_F(Library, TheSameRecordsInOtherBytesChangeNothing)
{
    LogCopy copy = fullCopy();
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    copy.snapshot->made = recordedDaysAgo(1).at;
    EXPECT_TRUE(leavesTheFileAlone([&] { EXPECT_EQ(takeIn(copy), CopyRelation::Same); }));
}

TEST_F(Library, ANewerCopyReplacesTheOneAtHandAsItIs)
{
    LogCopy copy = fullCopy();
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    add(copy, another(0));
    copy.athlete.record.name = "Ada L.";
    copy.athlete.changedMs = msDaysAgo(0);
    const InspectedFile newer = fileOf(copy);
    m_clock.advance(std::chrono::hours(1));
    EXPECT_EQ(m_library->takeIn(newer)->relation, CopyRelation::Newer);
    EXPECT_EQ(only().name, "Ada L.");
    EXPECT_EQ(only().taken, m_clock.now());
    EXPECT_EQ(only().digest, newer.digest);
    m_library.reset();
    EXPECT_EQ(storedImage(), *newer.image);
}

TEST_F(Library, AnOlderCopyChangesNothing)
{
    const LogCopy older = fullCopy();
    LogCopy newer = older;
    add(newer, another(0));
    newer.checkIns[0].deletedMs = newer.checkIns[0].changedMs = msDaysAgo(0);
    ASSERT_TRUE(m_library->takeIn(fileOf(newer)));
    EXPECT_TRUE(leavesTheFileAlone([&] {
        const CopyComparison taken = m_library->takeIn(fileOf(older)).value();
        EXPECT_EQ(taken, (CopyComparison{CopyRelation::Older, 0, 1, 0, 1}));
    }));
    EXPECT_EQ(*m_library->copyOf(newer.athlete.record.id), newer);
}

TEST_F(Library, DivergedCopiesAreUnitedInEitherOrder)
{
    LogCopy a = fullCopy();
    a.snapshot.reset();
    LogCopy b = a;
    const CheckIn inA = another(1);
    const CheckIn inB = another(2);
    add(a, inA);
    add(b, inB);
    LogCopy expected = a;
    add(expected, inB);

    ASSERT_TRUE(m_library->takeIn(fileOf(a)));
    const std::string before = only().digest;
    EXPECT_EQ(takeIn(b), CopyRelation::Diverged);
    EXPECT_EQ(*m_library->copyOf(a.athlete.record.id), expected);
    const AthleteEntry united = only();
    EXPECT_NE(united.digest, before);
    EXPECT_TRUE(leavesTheFileAlone([&] {
        EXPECT_EQ(takeIn(a), CopyRelation::Older);
        EXPECT_EQ(takeIn(b), CopyRelation::Older);
    }));

    m_library.reset();
    const std::string image = storedImage();
    EXPECT_EQ(digestOf(image), united.digest);
    ASSERT_TRUE(std::filesystem::remove(m_path));
    m_library = open();
    ASSERT_TRUE(m_library->takeIn(fileOf(b)));
    EXPECT_EQ(takeIn(a), CopyRelation::Diverged);
    EXPECT_EQ(only().digest, united.digest);
}

TEST_F(Library, ConflictingCopiesAreDecidedTheSameInEitherOrder)
{
    const LogCopy a = copyOf("Ada", 4);
    LogCopy b = a;
    b.checkIns[0].record.scores[siteAt(0)] = Score::clamped(10);
    b.checkIns[1].record.note = "another note";
    std::vector<LogCopy> outcomes;
    for (const auto& [first, second] : {std::pair(a, b), std::pair(b, a)}) {
        m_library.reset();
        std::filesystem::remove(m_path);
        m_library = open();
        ASSERT_TRUE(m_library->takeIn(fileOf(first)));
        EXPECT_EQ(takeIn(second), CopyRelation::Conflicting);
        outcomes.push_back(m_library->copyOf(a.athlete.record.id).value());
        EXPECT_TRUE(leavesTheFileAlone([&] {
            static_cast<void>(takeIn(first));
            static_cast<void>(takeIn(second));
        }));
    }
    EXPECT_EQ(outcomes[0], outcomes[1]);
}

TEST_F(Library, ASnapshotWithoutNotesTakesNoNoteAway)
{
    LogCopy whole = copyOf("Ada", 3);
    ASSERT_TRUE(m_library->takeIn(fileOf(whole)));
    LogCopy bare = whole;
    bare.snapshot = SnapshotMark{recordedDaysAgo(0).at, {}, false};
    for (auto& kept : bare.checkIns)
        kept.record.note.clear();
    const CheckIn fresh = another(0);
    add(bare, fresh);
    ASSERT_TRUE(m_library->takeIn(fileOf(bare)));
    add(whole, fresh);
    EXPECT_EQ(m_library->copyOf(whole.athlete.record.id)->checkIns, whole.checkIns);

    EXPECT_TRUE(leavesTheFileAlone([&] { EXPECT_EQ(takeIn(bare), CopyRelation::Older); }));
}

TEST_F(Library, AnOlderSchemaIsTakenInAndUnitedWithANewerOne)
{
    LogCopy copy = fullCopy();
    putBytes(m_folder.file("newest"), imageOf(copy));
    writeOlderLog(m_folder.file("newest"), m_folder.file("older"), 1);
    const InspectedFile older = inspected(bytesOf(m_folder.file("older")));
    ASSERT_EQ(older.copy->schema, 1);
    ASSERT_EQ(m_library->takeIn(older)->relation, CopyRelation::New);
    const AthleteId id = copy.athlete.record.id;
    EXPECT_TRUE(m_library->open(id).value()->weekly().latest()->has_value() == false);
    EXPECT_EQ(takeIn(copy), CopyRelation::Newer);
    EXPECT_EQ(m_library->copyOf(id)->weekly, copy.weekly);
    EXPECT_TRUE(leavesTheFileAlone([&] { EXPECT_EQ(m_library->takeIn(older)->relation, CopyRelation::Older); }));
}

TEST_F(Library, AnOpenLogStaysAsItIsWhenTheLibraryChanges)
{
    LogCopy copy = copyOf("Ada", 2);
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    const auto log = m_library->open(copy.athlete.record.id).value();
    add(copy, another(0));
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 2u);
    m_library.reset();
    EXPECT_EQ(log->checkIns().between(kToday - 100, kToday)->size(), 2u);
    EXPECT_EQ(log->file().path(), m_path);
    EXPECT_EQ(codeOf(log->checkIns().save(fullCheckIn(m_ids))), "read-only");
}

TEST_F(Library, ARemovedAthleteComesBackWithEverythingUntilTheLibraryIsClosed)
{
    const LogCopy copy = copyOf("Ada");
    const AthleteId id = copy.athlete.record.id;
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    const CoachNote note{m_ids.make<CoachNoteId>(), "Coach", m_clock.now(), {}, {}, "rest", false};
    ASSERT_TRUE(m_library->saveNote(id, note));
    ASSERT_TRUE(m_library->setGroup(id, "Sprint"));
    const AthleteEntry before = only();

    ASSERT_TRUE(m_library->remove(id));
    EXPECT_TRUE(m_library->athletes()->empty());
    EXPECT_EQ(codeOf(m_library->copyOf(id)), "not-found");
    EXPECT_EQ(codeOf(m_library->open(id)), "not-found");
    EXPECT_EQ(codeOf(m_library->notes(id)), "not-found");
    EXPECT_EQ(codeOf(m_library->saveNote(id, note)), "not-found");
    EXPECT_EQ(codeOf(m_library->setGroup(id, "x")), "not-found");
    EXPECT_EQ(codeOf(m_library->remove(id)), "not-found");
    const auto other = open();  // as another window would, meanwhile
    ASSERT_TRUE(m_library->restore(id));
    EXPECT_EQ(only(), before);
    EXPECT_EQ(m_library->notes(id)->size(), 1u);
    EXPECT_EQ(*m_library->copyOf(id), copy);
    EXPECT_EQ(codeOf(m_library->restore(id)), "ok") << "who is back stays";

    ASSERT_TRUE(m_library->remove(id));
    m_library = open();
    EXPECT_TRUE(m_library->athletes()->empty());
    m_library.reset();
    EXPECT_EQ(bytesOf(m_path).find("stairs were harder"), std::string::npos) << "a note is left in a free page";
    m_library = open();
    EXPECT_EQ(codeOf(m_library->restore(id)), "not-found");
}

TEST_F(Library, ARemovedAthleteComesBackWithWhatTheCoachWroteWhenTakenInAgain)
{
    const LogCopy copy = copyOf("Ada");
    const AthleteId id = copy.athlete.record.id;
    const InspectedFile file = fileOf(copy);
    LogCopy fewer = copy;
    fewer.checkIns.pop_back();
    ASSERT_TRUE(m_library->takeIn(file));
    ASSERT_TRUE(m_library->setGroup(id, "Sprint"));
    const CoachNote note{m_ids.make<CoachNoteId>(), "Coach", m_clock.now(), {}, {}, "rest", false};
    ASSERT_TRUE(m_library->saveNote(id, note));
    ASSERT_TRUE(m_library->remove(id));
    EXPECT_EQ(m_library->compare(file)->relation, CopyRelation::New);
    EXPECT_EQ(m_library->takeIn(fileOf(fewer))->relation, CopyRelation::New);
    EXPECT_EQ(only().group, "Sprint");
    EXPECT_EQ(*m_library->notes(id), std::vector{note});
    EXPECT_EQ(*m_library->copyOf(id), copy) << "united with what was removed";
    EXPECT_EQ(codeOf(m_library->restore(id)), "ok") << "taking the removal back is no failure";
    m_library = open();
    EXPECT_EQ(*m_library->notes(id), std::vector{note});
}

TEST_F(Library, ARemovedAthleteWithADamagedCopyIsReplaced)
{
    const LogCopy copy = copyOf("Ada");
    const InspectedFile file = fileOf(copy);
    ASSERT_TRUE(m_library->takeIn(file));
    ASSERT_TRUE(m_library->remove(copy.athlete.record.id));
    SQLite::Database(m_path, SQLite::OPEN_READWRITE)
        .exec("UPDATE image SET bytes = x'78'; UPDATE athlete SET digest = 'x'");
    EXPECT_EQ(m_library->takeIn(file)->relation, CopyRelation::New);
    EXPECT_EQ(*m_library->copyOf(copy.athlete.record.id), copy);
}

TEST_F(Library, WhatACrashLeftRemovedIsPurgedADayLater)
{
    const LogCopy copy = copyOf("Ada");
    ASSERT_TRUE(m_library->takeIn(fileOf(copy)));
    m_library.reset();
    SQLite::Database(m_path, SQLite::OPEN_READWRITE)
        .exec("UPDATE athlete SET removed_at = " + std::to_string(msDaysAgo(0)));
    m_clock.advance(std::chrono::hours(23));
    m_library = open();
    ASSERT_TRUE(m_library->restore(copy.athlete.record.id));
    m_library.reset();
    SQLite::Database(m_path, SQLite::OPEN_READWRITE)
        .exec("UPDATE athlete SET removed_at = " + std::to_string(msDaysAgo(0)));
    m_clock.advance(std::chrono::hours(2));
    m_library = open();
    EXPECT_EQ(codeOf(m_library->restore(copy.athlete.record.id)), "not-found");
}

TEST_F(Library, ManyFilesInOneGoAreAllThereOrNone)
{
    const auto result = m_library->inOneGo([&]() -> Result<void> {
        for (int i = 0; i < 5; ++i)
            if (auto taken = m_library->takeIn(fileOf(copyOf("Runner"))); !taken)
                return tl::unexpected<Error>(taken.error());
        return {};
    });
    ASSERT_TRUE(result);
    EXPECT_EQ(m_library->athletes()->size(), 5u);
    EXPECT_TRUE(leavesTheFileAlone([&] {
        EXPECT_EQ(codeOf(m_library->inOneGo([&]() -> Result<void> {
                      EXPECT_TRUE(m_library->takeIn(fileOf(copyOf("Runner"))));
                      return fail(ErrorCode::Internal);
                  })),
                  "internal");
    }));
    EXPECT_EQ(m_library->athletes()->size(), 5u);
}

TEST_F(Library, AthletesComeByNameWithWhatTheCoachAdded)
{
    const LogCopy zoe = copyOf("zoe");
    const LogCopy ada = copyOf("Ada");
    ASSERT_TRUE(m_library->takeIn(fileOf(zoe)));
    ASSERT_TRUE(m_library->takeIn(fileOf(ada)));
    const AthleteId id = zoe.athlete.record.id;
    const ReviewMark mark{m_clock.now(), "digest", "flags"};
    const CachedFacts facts{"key", std::string(5'000, 'x')};
    CoachPlan plan{m_ids.make<CoachPlanId>(), "Coach", m_clock.now(), 4, {"five", "Five", {}}};
    plan.routine.steps = {{StepKind::Settle, {}, BodySide::Both, Seconds(20), "breathe", "lie"},
                          {StepKind::Zone, Zone::Low, BodySide::Left, Seconds(60), "", ""}};
    ASSERT_TRUE(m_library->setGroup(id, "Sprint"));
    ASSERT_TRUE(m_library->setReviewed(id, mark));
    ASSERT_TRUE(m_library->cacheFacts(id, facts));
    ASSERT_TRUE(m_library->savePlan(id, plan));
    m_library = open();
    const auto all = m_library->athletes().value();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].name, "Ada");
    EXPECT_FALSE(all[0].reviewed || all[0].facts || all[0].plan);
    EXPECT_EQ(all[1].group, "Sprint");
    EXPECT_EQ(all[1].reviewed, mark);
    EXPECT_EQ(all[1].facts, facts);
    EXPECT_EQ(all[1].plan, plan);

    plan.routine.steps.pop_back();
    plan.daysAWeek = 2;
    ASSERT_TRUE(m_library->savePlan(id, plan));
    ASSERT_TRUE(m_library->setReviewed(id, std::nullopt));
    ASSERT_TRUE(m_library->setGroup(id, ""));
    EXPECT_EQ(m_library->athletes()->at(1).plan, plan);
    EXPECT_EQ(m_library->athletes()->at(1).reviewed, std::nullopt);
    EXPECT_EQ(codeOf(m_library->setGroup(id, "two\nlines")), "invalid-value");
    EXPECT_EQ(codeOf(m_library->setGroup(AthleteId(m_ids.newUuid()), "x")), "not-found");
    plan.daysAWeek = 8;
    EXPECT_EQ(codeOf(m_library->savePlan(id, plan)), "invalid-value");
}

TEST_F(Library, NotesAreKeptChangedAndTakenBack)
{
    const LogCopy ada = copyOf("Ada");
    const LogCopy bob = copyOf("Bob");
    ASSERT_TRUE(m_library->takeIn(fileOf(ada)));
    ASSERT_TRUE(m_library->takeIn(fileOf(bob)));
    const AthleteId id = ada.athlete.record.id;
    CoachNote first{m_ids.make<CoachNoteId>(), "Coach", recordedDaysAgo(2).at, {}, {}, "rest", false};
    CoachNote second{m_ids.make<CoachNoteId>(),
                     "Coach",
                     recordedDaysAgo(1).at,
                     NoteDays{kToday - 9, kToday - 3},
                     Muscle::Calf,
                     "<b>why?</b>",
                     false};
    ASSERT_TRUE(m_library->saveNote(id, first));
    ASSERT_TRUE(m_library->saveNote(id, second));
    EXPECT_EQ(*m_library->notes(id), (std::vector{second, first}));
    EXPECT_EQ(m_library->athletes()->at(0).notes, 2);

    first.written = recordedDaysAgo(0).at;
    first.text.clear();
    first.withdrawn = true;
    ASSERT_TRUE(m_library->saveNote(id, first));
    m_library = open();
    EXPECT_EQ(*m_library->notes(id), (std::vector{first, second}));
    EXPECT_EQ(m_library->athletes()->at(0).notes, 1);
    EXPECT_TRUE(m_library->notes(bob.athlete.record.id)->empty());

    EXPECT_EQ(codeOf(m_library->saveNote(bob.athlete.record.id, second)), "invalid-value") << "of another athlete";
    second.author.clear();
    EXPECT_EQ(codeOf(m_library->saveNote(id, second)), "invalid-value");
}

TEST_F(Library, SettingsAndKnownFilesAreRemembered)
{
    EXPECT_EQ(*m_library->coachName(), "");
    EXPECT_EQ(*m_library->watchedFolder(), "");
    ASSERT_TRUE(m_library->setCoachName("Cora"));
    ASSERT_TRUE(m_library->setCoachName("Cora D."));
    ASSERT_TRUE(m_library->setWatchedFolder("/home/cora/logs"));
    EXPECT_EQ(codeOf(m_library->setCoachName("a\nb")), "invalid-value");
    KnownFile good{"/a \xff file", 1, 2, 3, "digest", {}, m_ids.make<AthleteId>()};
    const KnownFile bad{"/b", 4, 5, 6, "", Error{ErrorCode::ForeignContent, "a view"}, {}};
    ASSERT_TRUE(m_library->rememberFiles({good, bad}));
    good.digest = "another";
    ASSERT_TRUE(m_library->rememberFiles({good}));
    m_library = open();
    EXPECT_EQ(*m_library->coachName(), "Cora D.");
    EXPECT_EQ(*m_library->watchedFolder(), "/home/cora/logs");
    EXPECT_EQ(*m_library->knownFiles(), (std::vector{bad, good}));
}

TEST_F(Library, FilesBeyondTheMostAreForgottenOldestFirst)
{
    std::vector<KnownFile> files(kMostKnownFiles);
    for (std::size_t i = 0; i < files.size(); ++i)
        files[i].path = "/folder/" + std::to_string(i);
    ASSERT_TRUE(m_library->rememberFiles(files));
    KnownFile one;
    one.path = "/one more";
    ASSERT_TRUE(m_library->rememberFiles({files[0], one}));
    const auto known = m_library->knownFiles().value();
    ASSERT_EQ(known.size(), kMostKnownFiles);
    EXPECT_EQ(known.front().path, "/folder/2");
    EXPECT_EQ(known[known.size() - 2].path, "/folder/0");
    EXPECT_EQ(known.back().path, "/one more");
}

TEST_F(Library, TheDeskMakesOneLibraryAndRefusesItAsAFile)
{
    m_library.reset();
    std::filesystem::remove_all(std::filesystem::path(m_path).parent_path());
    IntakeOptions options;
    options.ownFiles = [this] { return std::vector{m_folder.file("own.psolog")}; };
    const CoachDesk desk(m_path, m_clock, options);
    EXPECT_FALSE(desk.hasLibrary());
    const auto library = desk.openLibrary();
    ASSERT_TRUE(library);
    EXPECT_TRUE(desk.hasLibrary());
    EXPECT_EQ(codeOf(desk.intake().inspect(m_path)), "own-log");
    putBytes(m_folder.file("own.psolog"), imageOf(copyOf("Me")));
    EXPECT_EQ(codeOf(desk.intake().inspect(m_folder.file("own.psolog"))), "own-log");
    putBytes(m_folder.file("ada.psolog"), imageOf(copyOf("Ada")));
    const auto file = desk.intake().inspect(m_folder.file("ada.psolog"));
    ASSERT_TRUE(file);
    EXPECT_EQ((*library)->takeIn(*file)->relation, CopyRelation::New);
}

}  // namespace
