// SPDX-License-Identifier: GPL-3.0-or-later
// Copies to hand over: what is in them, what is not even in their free pages, and when there is none.
#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

#include "storage/asnobody.h"
#include "storage/snapshottest.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// An intake that refuses everything, or finds another log than was given to it.
class OddIntake : public IIntake {
public:
    explicit OddIntake(Result<InspectedFile> answer) : m_answer(std::move(answer)) { }

    [[nodiscard]] Result<InspectedFile> inspect(const std::string& path) const override
    {
        looked = path;
        return m_answer;
    }

    mutable std::string looked;

private:
    Result<InspectedFile> m_answer;
};

class SnapshotsOf : public SnapshotTest {
protected:
    SnapshotsOf() { fill(); }

    Result<SnapshotContents> write(const SnapshotOptions& options = {}) { return writeTo(m_target, options); }

    Result<SnapshotContents> writeTo(const std::string& target, const SnapshotOptions& options = {})
    {
        const auto log = open();
        const auto snapshots = log->snapshots(m_intake);
        const auto expected = snapshots->preview(options);
        const auto written = snapshots->write(options, target);
        EXPECT_EQ(expected.has_value() || !written, true);
        if (written && expected) {
            EXPECT_EQ(*written, *expected) << "what was announced";
        }
        return written;
    }

    /// The copy's bytes hold this text.
    bool holds(const std::string& text) { return bytesOf(m_target).find(text) != std::string::npos; }

    LogCopy copy()
    {
        const auto inspected = inspect(m_target);
        if (!inspected)
            throw std::runtime_error(std::string(nameOf(inspected.error().code)) + ": " + inspected.error().detail);
        return *inspected->copy;
    }
};

TEST_F(SnapshotsOf, ALogHaveAllOfIt)
{
    const auto written = write();
    ASSERT_EQ(codeOf(written), "ok") << written.error().detail;
    const SnapshotContents expected{"Ada", LogSpan{kToday - kOldest, kToday}, 61, 61, 2, 2, 2, 3, 0, 61 + 6};
    EXPECT_EQ(*written, expected);
    struct stat status { };
    ASSERT_EQ(::stat(m_target.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    EXPECT_EQ(m_folder.entries(), 2) << "the log and the copy";
    EXPECT_EQ(codeOf(checkLog(m_target)), "ok");

    const LogCopy made = copy();
    EXPECT_EQ(made.schema, newestVersion());
    EXPECT_EQ(made.snapshot, (SnapshotMark{m_clock.now(), std::nullopt, true}));
    EXPECT_EQ(made.athlete.record.id, m_athlete);
    const auto mine = open();
    const auto theirs = tryOpen(m_target);
    ASSERT_TRUE(theirs);
    EXPECT_EQ(*(*theirs)->athlete().athlete(), *mine->athlete().athlete());
    EXPECT_EQ(*(*theirs)->checkIns().between(kToday - 100, kToday), *mine->checkIns().between(kToday - 100, kToday));
    EXPECT_EQ(*(*theirs)->selfTests().between(kToday - 100, kToday), *mine->selfTests().between(kToday - 100, kToday));
    EXPECT_EQ(*(*theirs)->releases().between(kToday - 100, kToday), *mine->releases().between(kToday - 100, kToday));
    EXPECT_EQ(*(*theirs)->weekly().between(kToday - 100, kToday), *mine->weekly().between(kToday - 100, kToday));
    EXPECT_EQ(*(*theirs)->athlete().screenings(), *mine->athlete().screenings());
}

TEST_F(SnapshotsOf, ADayOnHoldNothingEarlierNotEvenInFreePages)
{
    const auto written = write({kToday - 10, true});
    ASSERT_EQ(codeOf(written), "ok");
    EXPECT_EQ(*written, (SnapshotContents{"Ada", LogSpan{kToday - 10, kToday}, 11, 11, 1, 1, 1, 1, 0, 11 + 3}));
    EXPECT_TRUE(holds("checkin-note-10-ago"));
    for (const std::string gone :
         {"checkin-note-11-ago", "checkin-note-60-ago", "test-note-40", "release-note-40", "weekly-note-40"})
        EXPECT_FALSE(holds(gone)) << gone;
    EXPECT_EQ(copy().snapshot->firstDay, kToday - 10);
    EXPECT_EQ(codeOf(checkLog(m_target)), "ok");
}

TEST_F(SnapshotsOf, ALogWithoutNotesHoldNone)
{
    const auto written = write({std::nullopt, false});
    ASSERT_EQ(codeOf(written), "ok");
    EXPECT_EQ(written->checkIns, 61);
    EXPECT_EQ(written->notes, 0);
    EXPECT_FALSE(holds("-note-"));
    EXPECT_FALSE(copy().snapshot->notes);
}

TEST_F(SnapshotsOf, ALogSayOfADiscardedSessionOnlyThatThereWasOne)
{
    ReleaseSession discarded = session(m_ids, 2);
    {
        const auto log = open();
        ASSERT_EQ(codeOf(log->releases().save(discarded)), "ok");
        ASSERT_EQ(codeOf(log->releases().append(discarded.id, event(0, 2))), "ok");
        discarded.outcome = ReleaseOutcome::Discarded;
        discarded.note = "discarded-note";
        discarded.routineName = "discarded-routine";
        ASSERT_EQ(codeOf(log->releases().save(discarded)), "ok");
    }
    ASSERT_EQ(codeOf(write()), "ok");
    EXPECT_FALSE(holds("discarded-"));
    const LogCopy made = copy();
    const auto left = std::find_if(made.releases.begin(), made.releases.end(),
                                   [&](const Kept<ReleaseSession>& kept) { return kept.record.id == discarded.id; });
    ASSERT_NE(left, made.releases.end());
    EXPECT_EQ(left->record.recorded, discarded.recorded);
    EXPECT_EQ(left->record.outcome, ReleaseOutcome::Discarded);
    EXPECT_TRUE(left->record.events.empty());
    EXPECT_FALSE(left->record.before.left || left->record.after.left);
}

TEST_F(SnapshotsOf, ALogSayOfARemovedRecordOnlyThatItWasRemoved)
{
    ASSERT_EQ(codeOf(write()), "ok");
    EXPECT_FALSE(holds("removed-"));
    const LogCopy made = copy();
    const auto tombstone = std::find_if(made.checkIns.begin(), made.checkIns.end(),
                                        [&](const Kept<CheckIn>& kept) { return kept.record.id == m_removed; });
    ASSERT_NE(tombstone, made.checkIns.end());
    const std::int64_t now = m_clock.now().utc.time_since_epoch().count();
    EXPECT_EQ(tombstone->deletedMs, now);
    EXPECT_EQ(tombstone->changedMs, now);
    EXPECT_EQ(tombstone->record.recorded, recordedDaysAgo(3));
    EXPECT_EQ(tombstone->record.scores.count(), 0U);
    EXPECT_FALSE(tombstone->record.run);
    const auto removed = [](const auto& records) {
        return std::count_if(records.begin(), records.end(),
                             [](const auto& kept) { return kept.deletedMs.has_value(); });
    };
    EXPECT_EQ(removed(made.selfTests), 1);
    EXPECT_EQ(removed(made.releases), 1);
    EXPECT_EQ(removed(made.weekly), 1);
}

TEST_F(SnapshotsOf, ALogNeverHoldWhatACoachSent)
{
    ASSERT_TRUE(bytesOf(m_path).find("words-of-the-coach") != std::string::npos);
    ASSERT_EQ(codeOf(write()), "ok");
    EXPECT_FALSE(holds("of-the-coach"));
    EXPECT_FALSE(holds("coach-by-name"));
    EXPECT_EQ(open()->receivedNotes().notes()->size(), 1U) << "they stay in the log";
}

TEST_F(SnapshotsOf, ADayOnKeepThePlansThatCoverItAndThoseTheyReplaced)
{
    Experiment over = startPlan(m_ids, 58);
    Experiment replaced = startPlan(m_ids, 50);
    Experiment current = startPlan(m_ids, 30);
    current.replaces = replaced.id;
    {
        const auto log = open();
        IExperimentLog& plans = log->experiments();
        ASSERT_EQ(codeOf(plans.begin(over)), "ok");
        ASSERT_EQ(codeOf(plans.stop(over.id, recordedDaysAgo(55), "reason-of-the-stop")), "ok");
        ASSERT_EQ(codeOf(plans.begin(replaced)), "ok");
        ASSERT_EQ(codeOf(plans.change(replaced.id, recordedDaysAgo(30), "reason-of-the-change", current)), "ok");
    }
    const auto written = write({kToday - 10, true});
    ASSERT_EQ(codeOf(written), "ok");
    EXPECT_EQ(written->experiments, 2);
    EXPECT_EQ(written->notes, 11 + 3 + 1);
    EXPECT_FALSE(holds("reason-of-the-stop"));
    EXPECT_TRUE(holds("reason-of-the-change"));
    const LogCopy made = copy();
    ASSERT_EQ(made.experiments.size(), 2U);
    EXPECT_EQ(made.experiments.front().record.id, replaced.id);
    EXPECT_EQ(made.experiments.back().record, current);

    std::filesystem::remove(m_target);
    ASSERT_EQ(codeOf(write({kToday - 10, false})), "ok");
    EXPECT_FALSE(holds("reason-of-the"));
}

TEST_F(SnapshotsOf, ASnapshotLackWhatThatLackedToo)
{
    const std::string first = m_folder.file("first.psolog");
    ASSERT_EQ(codeOf(writeTo(first, {kToday - 10, false})), "ok");
    m_clock.advance(std::chrono::hours(1));
    const auto log = tryOpen(first);
    ASSERT_TRUE(log);
    ASSERT_EQ(codeOf((*log)->snapshots(m_intake)->write({kToday - 30, true}, m_target)), "ok");
    EXPECT_EQ(copy().snapshot, (SnapshotMark{m_clock.now(), kToday - 10, false}));
    const std::string later = m_folder.file("later.psolog");
    ASSERT_EQ(codeOf((*log)->snapshots(m_intake)->write({kToday - 2, true}, later)), "ok");
    EXPECT_EQ(inspect(later)->copy->snapshot->firstDay, kToday - 2);
    const std::string all = m_folder.file("all.psolog");
    ASSERT_EQ(codeOf((*log)->snapshots(m_intake)->write({}, all)), "ok");
    EXPECT_EQ(inspect(all)->copy->snapshot, (SnapshotMark{m_clock.now(), kToday - 10, false}));
}

TEST_F(SnapshotsOf, ALogNeverReplaceAFile)
{
    putBytes(m_target, "mine");
    EXPECT_EQ(codeOf(write()), "invalid-value");
    EXPECT_EQ(bytesOf(m_target), "mine");
    const std::string before = bytesOf(m_path);
    EXPECT_EQ(codeOf(writeTo(m_path)), "invalid-value") << "the log itself";
    EXPECT_EQ(bytesOf(m_path), before);
    const std::string link = m_folder.file("link.psolog");
    std::filesystem::create_symlink("nowhere", link);
    EXPECT_EQ(codeOf(writeTo(link)), "invalid-value");
    EXPECT_EQ(codeOf(writeTo(m_folder.file("nowhere/x.psolog"))), "not-found");
    EXPECT_EQ(m_folder.entries(), 3);
}

TEST_F(SnapshotsOf, ALogOpenedForReadingAreMadeAndLeaveItForReading)
{
    const std::string before = bytesOf(m_path);
    OpenOptions options;
    options.readOnly = true;
    const auto log = open(options);
    const auto snapshots = log->snapshots(m_intake);
    ASSERT_EQ(codeOf(snapshots->write({}, m_target)), "ok");
    EXPECT_EQ(copy().checkIns.size(), 62U);
    EXPECT_EQ(codeOf(log->checkIns().remove(m_removed)), "read-only");
    EXPECT_EQ(bytesOf(m_path), before);
}

TEST_F(SnapshotsOf, AnOlderLogThatStaysAsItIsAreOfTheNewestSchema)
{
    for (int version = 1; version < newestVersion(); ++version) {
        SCOPED_TRACE(version);
        const std::string older = m_folder.file("older.psolog");
        writeOlderLog(m_path, older, version);
        const std::string before = bytesOf(older);
        OpenOptions options;
        options.readOnly = true;
        const auto log = tryOpen(older, options);
        ASSERT_TRUE(log);
        const auto snapshots = (*log)->snapshots(m_intake);
        const auto expected = snapshots->preview({kToday - 10, true});
        const auto written = snapshots->write({kToday - 10, true}, m_target);
        ASSERT_EQ(codeOf(written), "ok");
        EXPECT_EQ(*written, *expected);
        EXPECT_EQ(written->weekly, version >= 2 ? 1 : 0);
        EXPECT_EQ(copy().schema, newestVersion());
        EXPECT_EQ(bytesOf(older), before);
        std::filesystem::remove(m_target);
    }
}

TEST_F(SnapshotsOf, ANewerLogAreRefused)
{
    execute("PRAGMA user_version = " + std::to_string(newestVersion() + 1));
    const auto log = open();
    EXPECT_EQ(codeOf(log->snapshots(m_intake)->preview({})), "too-new");
    EXPECT_EQ(codeOf(log->snapshots(m_intake)->write({}, m_target)), "too-new");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(SnapshotsOf, ALogHaveNoIndexOfAnotherProgram)
{
    execute("CREATE INDEX \"of \"\"others\" ON check_in (note); ANALYZE");
    ASSERT_EQ(codeOf(write()), "ok");
    EXPECT_EQ(copy().checkIns.size(), 62U);
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok") << "there it stays";
}

TEST_F(SnapshotsOf, ALogThatTheIntakeRefusesAreNotKept)
{
    const auto log = open();
    const OddIntake refusing(fail(ErrorCode::ForeignContent, "a view"));
    EXPECT_EQ(codeOf(log->snapshots(refusing)->write({}, m_target)), "foreign-content");
    EXPECT_FALSE(refusing.looked.empty());
    EXPECT_EQ(m_folder.entries(), 1);

    InspectedFile other;
    auto values = std::make_shared<LogCopy>();
    values->snapshot = SnapshotMark{};
    values->athlete.record.name = "Ada";
    other.copy = values;
    const OddIntake astray(other);
    EXPECT_EQ(codeOf(log->snapshots(astray)->write({}, m_target)), "write-failed");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(SnapshotTest, ALogWithoutAnAthleteHasNothingToHandOver)
{
    const auto log = open();
    EXPECT_EQ(codeOf(log->snapshots(m_intake)->preview({})), "invalid-value");
    EXPECT_EQ(codeOf(log->snapshots(m_intake)->write({}, m_target)), "invalid-value");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(SnapshotsOf, AFolderThatMayNotBeWrittenAreNotMade)
{
    const std::string folder = m_folder.file("locked");
    std::filesystem::create_directory(folder);
    const auto log = open();
    const auto snapshots = log->snapshots(m_intake);
    std::filesystem::permissions(folder, std::filesystem::perms(0555));
    const AsNobody nobody(m_folder.path().string(), m_path);
    if (!nobody.works())
        GTEST_SKIP() << "root could not step down, or not reach the folder then";
    EXPECT_EQ(codeOf(snapshots->write({}, folder + "/x.psolog")), "read-only");
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

}  // namespace
