// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/roster.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "analysis/rostertable.h"
#include "support/copybuilder.h"

namespace psolog {
namespace {

using test::CopyBuilder;

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};
constexpr Site kCalf{Muscle::Calf, Side::Right};

std::vector<FlagKind> kinds(const std::vector<Flag>& flags)
{
    std::vector<FlagKind> list;
    for (const Flag& flag : flags)
        list.push_back(flag.kind);
    return list;
}

TEST(RosterRow, OfAnEmptyLogSaysNothingButItsName)
{
    CopyBuilder log;
    log.created(1);
    const RosterRow row = rosterRow(log.copy(), log.today());
    EXPECT_EQ(row.name, "Ann");
    EXPECT_EQ(row.athlete, log.copy().athlete.record.id);
    EXPECT_FALSE(row.firstDay || row.lastCheckIn || row.worstNow || row.primary || row.adherence || row.sides);
    EXPECT_FALSE(row.verdict);
    EXPECT_TRUE(row.spark.empty());
    EXPECT_TRUE(row.flags.empty());
}

TEST(RosterRow, CountsTheDaysOfABaseline)
{
    CopyBuilder log;
    log.scores(kLeft, {4, 5, -1, 5, 6, 5});
    const RosterRow row = rosterRow(log.copy(), log.today());
    EXPECT_EQ(row.baselineDays, 5);
    EXPECT_FALSE(row.released);
    EXPECT_EQ(row.verdict, VerdictKind::TooLittleData);
    EXPECT_EQ(row.primary, kLeft);
    EXPECT_EQ(row.firstDay, log.dayAgo(5));
}

TEST(RosterRow, OfACopyThatWasCutJudgesNothing)
{
    CopyBuilder log;
    std::vector<int> scores(10, 2);
    scores.insert(scores.end(), 20, 8);
    log.scores(kLeft, scores);
    for (int ago = 0; ago < 20; ++ago)
        log.release(ago);
    LogCopy copy = log.copy();
    const RosterRow whole = rosterRow(copy, log.today());
    ASSERT_EQ(whole.verdict, VerdictKind::Worse);
    ASSERT_EQ(whole.baselineDays, 10);

    copy.snapshot = SnapshotMark{copy.athlete.record.created.at, {}, false};
    EXPECT_EQ(rosterRow(copy, log.today()), whole) << "it lacks only notes";
    copy.snapshot->firstDay = log.dayAgo(29);
    const RosterRow cut = rosterRow(copy, log.today());
    EXPECT_EQ(cut.sharedFrom, log.dayAgo(29));
    EXPECT_FALSE(cut.verdict || cut.change);
    EXPECT_EQ(cut.baselineDays, 0);
    EXPECT_EQ(kinds(cut.flags), (std::vector{FlagKind::HighScore}));
    EXPECT_EQ(cut.spark, whole.spark);
    EXPECT_EQ(cut.lastCheckIn, whole.lastCheckIn);
}

TEST(RosterRow, ShowsTheLastDayAndTheHighestScoresOfFourWeeks)
{
    CopyBuilder log;
    log.scores(kLeft, {3, 5, -1, 4}, 1).checkIn(1, {{kLeft, 6}, {kCalf, 6}}).checkIn(30, {{kLeft, 9}}).run(0);
    const RosterRow row = rosterRow(log.copy(), log.today());
    EXPECT_EQ(row.lastCheckIn, log.dayAgo(1)) << "a run alone is no check-in";
    EXPECT_EQ(row.worstNow, 6);
    EXPECT_EQ(row.worstSite, kLeft) << "the first of equals";
    ASSERT_EQ(row.spark.size(), static_cast<std::size_t>(kSparkDays));
    EXPECT_EQ(row.spark[27], std::nullopt);
    EXPECT_EQ(row.spark[26], 6);
    EXPECT_EQ(row.spark[25], std::nullopt);
    EXPECT_EQ(row.spark[24], 5);
    EXPECT_EQ(row.spark[23], 3);
    EXPECT_EQ(std::count(row.spark.begin(), row.spark.end(), std::nullopt), 25);
}

TEST(RosterRow, GivesTheVerdictOfTheReview)
{
    CopyBuilder log;
    log.scores(kRight, std::vector<int>(14, 3), 28).scores(kLeft, std::vector<int>(14, 7), 28);
    log.scores(kLeft, std::vector<int>(28, 3)).releases(27, 0);
    const RosterRow row = rosterRow(log.copy(), log.today());
    EXPECT_EQ(row.verdict, VerdictKind::Better);
    EXPECT_EQ(row.primary, kLeft);
    EXPECT_EQ(row.change, -4);
    EXPECT_EQ(row.baselineDays, 14);
    EXPECT_EQ(row.adherence, (Adherence{7, 7, 1.0}));
    EXPECT_TRUE(row.flags.empty());
}

TEST(RosterRow, LeavesOutWhatIsLaterThanItsDay)
{
    CopyBuilder log;
    log.scores(kLeft, std::vector<int>(20, 4), 10).releases(20, 10);
    LogCopy earlier = log.copy();
    log.scores(kLeft, std::vector<int>(10, 9)).release(3, StopReason::Pulsing).gluteTest(2, {0, 0}, {4, 4});
    log.weeksWithAndWithout(5, {true, true});
    EXPECT_EQ(rosterRow(log.copy(), log.dayAgo(10)), rosterRow(earlier, log.dayAgo(10)));
    EXPECT_NE(rosterRow(log.copy(), log.today()).flags, rosterRow(earlier, log.today()).flags);
}

TEST(RosterRow, ListsItsFlagsByUrgency)
{
    CopyBuilder log;
    log.scores(kLeft, {2, 3, 4, 5, 6, 7, 8, 8, 9, 9}, 4).release(13, StopReason::Numbness);
    log.releases(40, 20).gluteTest(8, {0, 0}, {3, 3}).gluteTest(4, {0, 0}, {3, 3});
    const RosterRow row = rosterRow(log.copy(), log.today());
    EXPECT_EQ(kinds(row.flags),
              (std::vector{FlagKind::RedStop, FlagKind::HighScore, FlagKind::Rising, FlagKind::Silent,
                           FlagKind::PlanNotFollowed, FlagKind::Asymmetry}));
}

TEST(RosterRow, KeepsAPlanOfTheCoach)
{
    CopyBuilder log;
    log.scores(kLeft, std::vector<int>(60, 4));
    for (int ago = 60; ago >= 0; ago -= 2)
        log.release(ago);
    EXPECT_EQ(kinds(rosterRow(log.copy(), log.today()).flags), std::vector{FlagKind::PlanNotFollowed});
    EXPECT_TRUE(rosterRow(log.copy(), log.today(), 3).flags.empty());
    EXPECT_EQ(rosterRow(log.copy(), log.today(), 3).adherence->planned, 3);
}

// ---- What was seen ----

Flag flag(FlagKind kind, LocalDay since, std::optional<Site> site = {})
{
    Flag made;
    made.kind = kind;
    made.since = since;
    made.site = site;
    return made;
}

TEST(UnseenFlags, AreThoseThatCameOrCameBackSinceTheMark)
{
    const LocalDay day(2026, 11, 20);
    RosterRow row;
    row.flags = {flag(FlagKind::HighScore, day, kLeft), flag(FlagKind::HighScore, day, kCalf),
                 flag(FlagKind::Silent, day)};
    EXPECT_EQ(unseenFlags(row, ""), row.flags);
    const std::string mark = flagsText(row.flags);
    EXPECT_EQ(mark, "high-score@hamstring-left:2026-11-20;high-score@calf-right:2026-11-20;silent:2026-11-20");
    EXPECT_TRUE(unseenFlags(row, mark).empty());
    EXPECT_EQ(unseenFlags(row, flagsText({row.flags[0]})), (std::vector{row.flags[1], row.flags[2]}));

    RosterRow later = row;
    later.flags[2].since = day + 4;
    later.flags[2].days = 9;
    EXPECT_EQ(unseenFlags(later, mark), std::vector{later.flags[2]});
    later.flags[2].since = day - 4;
    EXPECT_TRUE(unseenFlags(later, mark).empty()) << "it only turned out to have begun earlier";
}

TEST(UnseenFlags, AreAllWhenTheMarkCannotBeRead)
{
    RosterRow row;
    row.flags = {flag(FlagKind::Silent, LocalDay(2026, 11, 20))};
    for (const char* mark : {"silent", "silent:", "silent:soon", "noise:2026-11-20", "silent@knee:2026-11-20", ";"})
        EXPECT_EQ(unseenFlags(row, mark), row.flags) << mark;
}

// ---- Text and order ----

template <class E>
rc::Gen<E> anyOf()
{
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, NameTable<E>::rows.size()),
                        [](std::size_t i) { return NameTable<E>::rows[i].value; });
}

template <class T>
rc::Gen<std::optional<T>> perhaps(rc::Gen<T> value)
{
    return rc::gen::oneOf(rc::gen::just(std::optional<T>()),
                          rc::gen::map(std::move(value), [](T made) { return std::optional<T>(made); }));
}

rc::Gen<LocalDay> anyDay()
{
    return rc::gen::map(rc::gen::inRange(0, 30'000), [](int number) { return LocalDay::fromNumber(number); });
}

rc::Gen<Site> anySite()
{
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, kSiteCount), [](std::size_t i) { return siteAt(i); });
}

rc::Gen<double> anyNumber()
{
    return rc::gen::map(rc::gen::inRange(-3'000, 3'000), [](int value) { return value / 7.0; });
}

Flag anyFlag()
{
    return {*anyOf<FlagKind>(),
            *perhaps(anySite()),
            *perhaps(anyOf<StopReason>()),
            *anyDay(),
            *rc::gen::inRange(-5, 1'000'000),
            *anyNumber()};
}

RosterRow anyRow()
{
    RosterRow row;
    row.athlete = AthleteId(*rc::gen::elementOf(std::vector<std::string>{"", "a", "b", "c"}));
    row.name = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                               rc::gen::elementOf(std::vector<std::string>{"", "-", "%", "a b\nc", "'"}));
    row.today = *anyDay();
    row.firstDay = *perhaps(anyDay());
    row.lastCheckIn = *perhaps(anyDay());
    row.worstNow = *perhaps(rc::gen::inRange(0, 11));
    row.worstSite = *perhaps(anySite());
    row.primary = *perhaps(anySite());
    for (int i = *rc::gen::elementOf(std::vector<int>{0, kSparkDays}); i > 0; --i)
        row.spark.push_back(*perhaps(anyNumber()));
    if (*rc::gen::arbitrary<bool>())
        row.adherence = Adherence{*rc::gen::inRange(0, 8), *rc::gen::inRange(1, 8), *anyNumber()};
    if (*rc::gen::arbitrary<bool>())
        row.sides = SideDifference{*anyDay(), *anyOf<Side>(), *anyNumber(), *rc::gen::arbitrary<bool>()};
    row.verdict = *perhaps(anyOf<VerdictKind>());
    row.baselineDays = *rc::gen::inRange(0, 4'000);
    row.released = *rc::gen::arbitrary<bool>();
    row.change = *perhaps(anyNumber());
    row.sharedFrom = *perhaps(anyDay());
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        row.flags.push_back(anyFlag());
    return row;
}

RC_GTEST_PROP(RosterText, ReadsBackAsTheSameRow, ())
{
    const RosterRow row = anyRow();
    const auto read = rowFromText(toText(row));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == row);
}

RC_GTEST_PROP(RosterText, RefusesWhatWasCutOrChanged, ())
{
    std::string text = toText(anyRow());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    // The last line's end may be missing; nothing else.
    RC_ASSERT(rowFromText(text.substr(0, at)).has_value() == (at + 1 == text.size()));
    RC_ASSERT(!rowFromText(text + "flag\n"));
    text[at] = *rc::gen::arbitrary<char>();
    if (const auto changed = rowFromText(text))
        RC_ASSERT(rowFromText(toText(*changed)).has_value());
}

RC_GTEST_PROP(RosterText, NeverFailsOnAnythingElse, ())
{
    const auto text = *rc::gen::arbitrary<std::string>();
    RC_ASSERT(!rowFromText(text));
}

TEST(RosterText, HasNoListOfAnAbsurdLength)
{
    std::string text = toText(RosterRow());
    const std::string none = "flags 0\n";
    ASSERT_NE(text.find(none), std::string::npos);
    EXPECT_FALSE(rowFromText(text.replace(text.find(none), none.size(), "flags 2000000000\n")));
}

TEST(RosterText, IsCachedForItsCopyDayAndPlan)
{
    const LocalDay day(2026, 11, 22);
    EXPECT_EQ(rosterKey("abc", day, 3), rosterKey("abc", day, 3));
    EXPECT_NE(rosterKey("abc", day, 3), rosterKey("abd", day, 3));
    EXPECT_NE(rosterKey("abc", day, 3), rosterKey("abc", day + 1, 3));
    EXPECT_NE(rosterKey("abc", day, 3), rosterKey("abc", day, {}));
}

RC_GTEST_PROP(NeedsMore, IsAStrictWeakOrdering, ())
{
    std::vector<RosterRow> rows;
    for (int i = 0; i < 3; ++i)
        rows.push_back(anyRow());
    const auto before = [&](std::size_t a, std::size_t b) {
        return needsMore(rows[a], rows[a].flags, rows[b], rows[b].flags);
    };
    RC_ASSERT(!before(0, 0));
    RC_ASSERT(!(before(0, 1) && before(1, 0)));
    RC_ASSERT(!(before(0, 1) && before(1, 2)) || before(0, 2));
}

TEST(NeedsMore, PutsTheMostUrgentThenTheMostThenTheMostSilentFirst)
{
    const LocalDay today(2026, 11, 22);
    const Flag red = flag(FlagKind::RedStop, today);
    const Flag silent = flag(FlagKind::Silent, today);
    const Flag rising = flag(FlagKind::Rising, today);
    RosterRow ann;
    ann.name = "Ann";
    ann.today = today;
    ann.lastCheckIn = today;
    RosterRow bob = ann;
    bob.name = "Bob";
    EXPECT_TRUE(needsMore(bob, {red}, ann, {rising, silent}));
    EXPECT_TRUE(needsMore(bob, {rising, silent}, ann, {rising}));
    EXPECT_TRUE(needsMore(bob, {silent}, ann, {}));
    EXPECT_TRUE(needsMore(ann, {}, bob, {}));
    bob.lastCheckIn = today - 1;
    EXPECT_TRUE(needsMore(bob, {}, ann, {}));
    ann.lastCheckIn.reset();
    EXPECT_TRUE(needsMore(ann, {}, bob, {})) << "never checked in is the longest silence";
}

// ---- The table ----

TEST(RosterCsv, HasALineForEachAthleteAndRunsNothing)
{
    CopyBuilder log;
    log.copy().athlete.record.name = "=HYPERLINK(\"x\")";
    log.scores(kLeft, {8, 8, 8}, 3).release(5, StopReason::Pulsing).gluteTest(4, {1, 2}, {3, 3});
    RosterLine line;
    line.row = rosterRow(log.copy(), log.today());
    line.unseen = {line.row.flags.front()};
    line.group = "@club";
    const std::string csv = rosterCsv({line, {}});
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    EXPECT_NE(csv.find("\r\n\"'=HYPERLINK(\"\"x\"\")\"," + line.row.athlete.toString()
                       + ",'@club,2026-11-22,2026-11-17,2026-11-19,3,8,hamstring-left,hamstring-left,"
                         "too-little-data,"),
              std::string::npos)
        << csv;
    EXPECT_NE(
        csv.find(
            "red-stop pulsing flagged since 2026-11-17; high-score hamstring-left flagged since 2026-11-19; silent "
            "flagged since "
            "2026-11-22; asymmetry glute-left flagged since 2026-11-18,red-stop pulsing flagged since 2026-11-17\r\n"),
        std::string::npos)
        << csv;
    const auto columns = [&](std::size_t from) {
        return std::count(csv.begin() + static_cast<std::ptrdiff_t>(from),
                          csv.begin() + static_cast<std::ptrdiff_t>(csv.find('\r', from)), ',');
    };
    EXPECT_EQ(columns(0), columns(csv.find("\r\n") + 2));
    EXPECT_EQ(columns(0), columns(csv.rfind("\r\n", csv.size() - 3) + 2));
}

}  // namespace
}  // namespace psolog
