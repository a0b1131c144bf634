// SPDX-License-Identifier: GPL-3.0-or-later
// What a file from elsewhere says, value by value, and which values are refused.
#include <algorithm>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "storage/digest.h"
#include "storage/foreignrow.h"
#include "storage/intaketest.h"
#include "storage/logimage.h"
#include "storage/schema.h"
#include "support/olderlog.h"

using namespace psolog;
using namespace psolog::test;

namespace {

LogPorts portsOf(Log& log)
{
    return {log.athlete(), log.checkIns(), log.selfTests(), log.releases(), log.weekly(), log.experiments()};
}

template <class R, class Wanted>
std::vector<R> present(const std::vector<Kept<R>>& kept, Wanted wanted)
{
    std::vector<R> records;
    for (const Kept<R>& each : kept)
        if (!each.deletedMs && wanted(each.record))
            records.push_back(each.record);
    return records;
}

/// What the repositories would read out of a log with this content.
LogContents contentsOf(const LogCopy& copy)
{
    const auto all = [](const auto& /*record*/) { return true; };
    LogContents contents;
    contents.athlete = copy.athlete.record;
    contents.screenings = present(copy.screenings, all);
    contents.checkIns = present(copy.checkIns, all);
    contents.selfTests = present(copy.selfTests, all);
    contents.releases = present(
        copy.releases, [](const ReleaseSession& session) { return session.outcome != ReleaseOutcome::Discarded; });
    contents.weekly = present(copy.weekly, all);
    contents.experiments = present(copy.experiments, all);
    return contents;
}

class IntakeValues : public IntakeTest {
protected:
    LogContents read()
    {
        OpenOptions readOnly;
        readOnly.readOnly = true;
        const auto log = open(readOnly);
        const auto contents = log->reading([&] { return readContents(portsOf(*log)); });
        if (!contents)
            throw std::runtime_error(contents.error().detail);
        return *contents;
    }
};

TEST_F(IntakeValues, AreThoseThatTheRepositoriesRead)
{
    makeFullLog();
    const auto file = inspect(m_path);
    ASSERT_EQ(saidOf(file), "ok");
    EXPECT_EQ(contentsOf(*file->copy), read());
    EXPECT_EQ(file->copy->schema, newestVersion());
    EXPECT_EQ(file->path, m_path);
    EXPECT_EQ(*file->image, bytesOf(m_path));
    EXPECT_EQ(file->bytes, static_cast<std::int64_t>(file->image->size()));
    EXPECT_EQ(file->digest, digestOf(*file->image));
    IntakeOptions without = options();
    without.digests = false;
    const auto undigested = Intake(without).inspect(m_path);
    ASSERT_EQ(saidOf(undigested), "ok");
    EXPECT_EQ(undigested->digest, "");
    EXPECT_EQ(*undigested->image, *file->image);
}

TEST_F(IntakeValues, IncludeWhatWasRemoved)
{
    makeFullLog();
    const auto file = inspect(m_path);
    ASSERT_EQ(saidOf(file), "ok");
    const LogCopy& copy = *file->copy;
    const std::int64_t now = m_clock.now().utc.time_since_epoch().count();
    const auto removed = [&](const auto& list) {
        return std::count_if(list.begin(), list.end(), [&](const auto& kept) { return kept.deletedMs == now; });
    };
    EXPECT_EQ(removed(copy.checkIns), 1);
    EXPECT_EQ(removed(copy.selfTests), 1);
    EXPECT_EQ(removed(copy.weekly), 1);
    EXPECT_EQ(removed(copy.releases), 1);
    EXPECT_EQ(copy.releases.front().record.events.size(), 2U);
    EXPECT_EQ(copy.experiments.back().record.replaces, copy.experiments.front().record.id);
    EXPECT_FALSE(copy.snapshot);
}

TEST_F(IntakeValues, OfOlderVersionsAreReadWithoutWhatCameLater)
{
    makeFullLog();
    const LogContents newest = read();
    for (int version = 1; version < newestVersion(); ++version) {
        const std::string path = m_folder.file("older");
        writeOlderLog(m_path, path, version);
        const auto file = inspect(path);
        ASSERT_EQ(saidOf(file), "ok") << version;
        EXPECT_EQ(file->copy->schema, version);
        LogContents expected = newest;
        if (version < kWeeklySchema) {
            expected.weekly.clear();
            expected.experiments.clear();
        }
        EXPECT_EQ(contentsOf(*file->copy), expected) << version;
    }
}

TEST_F(IntakeValues, OfAnyDemonstrationAreThoseOfTheLog)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        DemoOptions demo;
        demo.days = static_cast<int>(seed * seed % 90 + 1);
        demo.seed = seed;
        const auto contents = generateDemo(demo, m_clock);
        ASSERT_EQ(codeOf(contents), "ok");
        std::filesystem::remove(m_path);
        {
            const auto log = open();
            ASSERT_EQ(codeOf(log->inTransaction([&] { return writeContents(*contents, portsOf(*log)); })), "ok");
        }
        const auto file = inspect(m_path);
        ASSERT_EQ(saidOf(file), "ok");
        EXPECT_EQ(contentsOf(*file->copy), *contents) << seed;
        // And once more through an image that is made of them.
        const auto image = writeImage(*file->copy);
        ASSERT_EQ(codeOf(image), "ok");
        const auto again = Intake::inspectBytes(std::as_bytes(std::span(*image)));
        ASSERT_EQ(saidOf(again), "ok");
        EXPECT_EQ(*again->copy, *file->copy) << seed;
    }
}

TEST_F(IntakeValues, OfALogOfNobodyAreRefused)
{
    makeLog();
    EXPECT_EQ(said(m_path), "not-a-log: nobody's log yet: it has no athlete");
}

struct Refusal {
    const char* sql;
    const char* said;
};

TEST_F(IntakeValues, ThatNoLogHoldsAreNamedByTableAndColumn)
{
    makeFullLog();
    const std::string sound = bytesOf(m_path);
    const Refusal refusals[] = {
        {"UPDATE athlete SET id = 'x'", "athlete.id: not an id"},
        {"UPDATE athlete SET name = 'a' || char(8238) || 'b'", "athlete.name: not a line of text"},
        {"UPDATE athlete SET name = replace(hex(zeroblob(51)), '0', 'a')", "athlete.name: too long"},
        {"UPDATE athlete SET start = 'soon'", "athlete.start: an unknown name"},
        {"UPDATE athlete SET utc_ms = 253402300800000", "athlete.utc_ms: out of range"},
        {"UPDATE safety_screening SET cleared_utc_ms = NULL",
         "safety_screening.cleared_utc_ms: a part of a moment is "
         "missing"},
        {"UPDATE safety_item SET item = 'fear' WHERE item = 'bones'", "safety_item.item: an unknown name"},
        {"UPDATE check_in SET offset_min = 1081", "check_in.offset_min: out of range"},
        {"UPDATE check_in SET time_zone = 'a' || char(10)", "check_in.time_zone: not a line of text"},
        {"UPDATE check_in SET local_day = '2026-02-30'", "check_in.local_day: not a day"},
        {"UPDATE check_in SET local_day = '2020-01-01'", "check_in.local_day: not the day of its moment"},
        {"UPDATE check_in SET day = day + 1", "check_in.day: out of range"},
        {"UPDATE check_in SET context = 'never'", "check_in.context: an unknown name"},
        {"UPDATE check_in SET note = CAST(X'c328' AS TEXT)", "check_in.note: not valid text"},
        {"UPDATE check_in SET note = CAST(X'6100' AS TEXT)", "check_in.note: not valid text"},
        {"UPDATE check_in SET note = hex(zeroblob(2501))", "check_in.note: too long"},
        {"UPDATE check_in SET removed = 1 - removed", "check_in.removed: contradicts deleted_at"},
        {"UPDATE check_in SET id = (SELECT min(id) FROM check_in) WHERE 0; UPDATE soreness SET score = 11",
         "soreness.score: out of range"},
        {"UPDATE soreness SET site = 'elbow-left' WHERE site = 'psoas-left'", "soreness.site: an unknown name"},
        {"UPDATE soreness SET check_in = 1000 + check_in", "soreness.check_in: belongs to no record"},
        {"UPDATE soreness SET utc_ms = utc_ms + 1", "soreness.utc_ms: out of range"},
        {"UPDATE run SET distance_m = 300001", "run.distance_m: out of range"},
        {"UPDATE run SET check_in = check_in + 1000", "run.check_in: belongs to no record"},
        {"UPDATE run_feature SET run = run + 1000", "run_feature.run: belongs to no record"},
        {"UPDATE self_test SET pillow = 2", "self_test.pillow: out of range"},
        {"UPDATE self_test SET kind = 'pelvic-tilt'", "reading.posture: does not fit the kind of the test"},
        {"UPDATE reading SET repeat = 4", "reading.repeat: out of range"},
        {"UPDATE release_session SET worked_ms = 9223372036854775807", "release_session.worked_ms: out of range"},
        {"UPDATE release_session SET stop_reason = 'bored'", "release_session.stop_reason: an unknown name"},
        {"UPDATE session_event SET sequence = 5 WHERE sequence = 1",
         "session_event.sequence: not the next one of its session"},
        {"UPDATE session_event SET point = 0", "session_event.point: out of range"},
        {"UPDATE weekly_check_in SET q1 = 6", "weekly_check_in.q1: no answer of its questionnaire"},
        {"UPDATE weekly_check_in SET q1 = NULL, q2 = NULL, q3 = NULL, q4 = NULL",
         "weekly_check_in.q4: no question is answered"},
        {"UPDATE experiment SET release_first = '12' WHERE release_first IS NOT NULL",
         "experiment.release_first: not an order of weeks"},
        {"UPDATE experiment SET baseline = 22 WHERE baseline IS NOT NULL", "experiment.kind: not a plan that can be"},
        {"UPDATE experiment SET replaces = id WHERE replaces IS NOT NULL",
         "experiment.replaces: not the change of an earlier plan"},
        {"UPDATE experiment SET first_day = '9999-12-31'", "experiment.kind: not a plan that can be"},
        {"UPDATE check_in SET changed_ms = 9223372036854775807", "check_in.changed_ms: out of range"},
        {"INSERT INTO snapshot VALUES (1, 0, 0, 'UTC', '1970-13-01', 1)", "snapshot.first_day: not a day"},
        {"INSERT INTO received_note VALUES (1, '00000000-0000-4000-8000-000000000001', 0, 0, 'UTC', '', NULL, NULL, "
         "NULL, 'x', 0, 0)",
         "received_note.author: empty"},
    };
    for (const auto& [sql, refused] : refusals) {
        putBytes(m_path, sound);
        damage(sql);
        EXPECT_EQ(said(m_path), std::string("damaged: ") + refused) << sql;
    }
    putBytes(m_path, sound);
    EXPECT_EQ(said(m_path), "ok");
}

TEST_F(IntakeValues, MayLieInTheFuture)
{
    makeFullLog();
    damage("UPDATE weekly_check_in SET utc_ms = 253402300799999 - 86400000, local_day = '9999-12-30'");
    EXPECT_EQ(said(m_path), "ok");
}

TEST_F(IntakeValues, OfASnapshotCarryItsMark)
{
    makeFullLog();
    damage("INSERT INTO snapshot VALUES (1, 1000, 60, 'Europe/Berlin', '2026-10-01', 0)");
    const auto file = inspect(m_path);
    ASSERT_EQ(saidOf(file), "ok");
    const SnapshotMark expected{Instant{UtcTime(Milliseconds(1000)), std::chrono::minutes(60), "Europe/Berlin"},
                                LocalDay(2026, 10, 1), false};
    EXPECT_EQ(file->copy->snapshot, expected);
}

TEST(SameText, IsToldFromOneWithAnyByteChanged)
{
    const std::string longest = "abcdefghijklmnopqrstuvwxyz";
    for (std::size_t size = 0; size <= longest.size(); ++size) {
        const std::string text = longest.substr(0, size);
        EXPECT_TRUE(isSameText(text, std::string(text))) << size;
        EXPECT_FALSE(isSameText(text, text + "a")) << size;
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = text;
            other[i] ^= 1;
            EXPECT_FALSE(isSameText(text, other)) << size << ", " << i;
        }
    }
}

TEST(Digest, IsBlake2bAsTheStandardHasIt)
{
    EXPECT_EQ(digestOf(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(digestOf("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(digestOf(std::string(128, 'a')), "ae2aa48507885c4c950fb809b2076f959cde9f8ea6da260d9a3587df33dac450");
    EXPECT_EQ(digestOf(std::string(129, 'a')), "2f64744a6de0d2c0b56e64cf6e29a5aaa255010d415d51c75ccc82f73dccd865");
    EXPECT_EQ(digestOf(std::string(1000, 'a')), "e00b0ddbf1e2cdaf5c898e1a5e8826ea3a2c339bcf2a478da2e5fca9ff126672");
}

TEST(Digest, DoesNotDependOnHowTheBytesCome)
{
    const std::string bytes(1000, 'b');
    for (const std::size_t part : {1U, 3U, 127U, 128U, 129U, 999U}) {
        Digest digest;
        for (std::size_t at = 0; at < bytes.size(); at += part)
            digest.add(std::as_bytes(std::span(bytes)).subspan(at, std::min(part, bytes.size() - at)));
        EXPECT_EQ(digest.finish(), digestOf(bytes)) << part;
    }
}

}  // namespace
