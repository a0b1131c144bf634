// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logunion.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace psolog;

namespace {

const LocalDay kDay(2026, 11, 1);

RecordedAt recorded(int minutes)
{
    RecordedAt at;
    at.at.utc = UtcTime(kDay.days()) + std::chrono::minutes(minutes);
    at.day = kDay + minutes / 1440;
    return at;
}

std::string uuid(int kind, int number)
{
    return fmt::format("{:08x}-0000-4000-8000-{:012x}", kind, number);
}

std::int64_t ms(int minutes)
{
    return recorded(minutes).at.utc.time_since_epoch().count();
}

template <class R>
void sort(std::vector<Kept<R>>& list)
{
    std::sort(list.begin(), list.end(), [](const Kept<R>& a, const Kept<R>& b) {
        return std::tie(a.record.recorded.at.utc, a.record.id) < std::tie(b.record.recorded.at.utc, b.record.id);
    });
}

// Few ids, moments and values, so that copies meet in every way.

int below(int end)
{
    return *rc::gen::inRange(0, end);
}

std::string anyNote()
{
    return *rc::gen::element<std::string>("", "", "calm", "sharp");
}

template <class R>
void change(Kept<R>& kept, bool removable)
{
    if (below(3) == 0)
        kept.changedMs = ms(10'000 + below(3));
    if (removable && below(4) == 0)
        kept.deletedMs = ms(10'000 + below(3));
}

/// A moment that hardly ever depends on anything but the id.
RecordedAt momentOf(int number)
{
    return recorded(number * 700 + (below(12) == 0 ? 1 : 0));
}

Kept<CheckIn> anyCheckIn(int number)
{
    Kept<CheckIn> kept;
    kept.record.id = CheckInId(uuid(1, number));
    kept.record.recorded = momentOf(number);
    kept.record.scores[siteAt(0)] = Score::clamped(below(2));
    if (below(2) == 0)
        kept.record.run = Run{RunId(uuid(2, number)), kept.record.recorded, 5000 + below(2), {}, {}, {}};
    kept.record.note = anyNote();
    change(kept, true);
    return kept;
}

Kept<SelfTest> anySelfTest(int number)
{
    Kept<SelfTest> kept;
    kept.record.id = SelfTestId(uuid(3, number));
    kept.record.recorded = momentOf(number);
    kept.record.readings.resize(static_cast<std::size_t>(below(2)), Reading{Side::Left, {}, 1, {}, {}});
    kept.record.note = anyNote();
    change(kept, true);
    return kept;
}

void addEvents(ReleaseSession& session, int count)
{
    for (int i = 0; i < count; ++i) {
        SessionEvent& event = session.events.emplace_back();
        event.sequence = i;
        event.at = session.recorded.at;
    }
}

Kept<ReleaseSession> anySession(int number)
{
    Kept<ReleaseSession> kept;
    kept.record.id = ReleaseSessionId(uuid(4, number));
    kept.record.recorded = momentOf(number);
    kept.record.routineId = "daily-five";
    kept.record.outcome =
        *rc::gen::element(ReleaseOutcome::Running, ReleaseOutcome::Completed, ReleaseOutcome::Partial);
    addEvents(kept.record, below(3));
    kept.record.note = anyNote();
    change(kept, true);
    return kept;
}

Kept<WeeklyCheckIn> anyWeekly(int number)
{
    Kept<WeeklyCheckIn> kept;
    kept.record.id = WeeklyCheckInId(uuid(5, number));
    kept.record.recorded = momentOf(number);
    kept.record.scores[0] = 8 * below(2);
    kept.record.note = anyNote();
    change(kept, true);
    return kept;
}

Kept<SafetyScreening> anyScreening(int number)
{
    Kept<SafetyScreening> kept;
    kept.record.id = ScreeningId(uuid(6, number));
    kept.record.recorded = momentOf(number);
    if (below(2) == 0)
        kept.record.present = {SafetyItem::Hernia};
    if (below(2) == 0)
        kept.record.clearedAt = recorded(9'000 + below(2)).at;
    change(kept, false);
    return kept;
}

Kept<Experiment> anyPlan(int number)
{
    Kept<Experiment> kept;
    kept.record.id = ExperimentId(uuid(7, number));
    kept.record.recorded = momentOf(number);
    kept.record.firstDay = kept.record.recorded.day;
    kept.record.state = *rc::gen::element(ExperimentState::Active, ExperimentState::Stopped, ExperimentState::Replaced);
    if (kept.record.state != ExperimentState::Active)
        kept.record.ended = recorded(9'000 + below(2));
    kept.record.reason = anyNote();
    if (below(2) == 0)
        kept.record.replaces = ExperimentId(uuid(7, below(2)));
    change(kept, false);
    return kept;
}

template <class R, class Make>
void fill(std::vector<Kept<R>>& list, const Make& make)
{
    for (int number = 0; number < 4; ++number)
        if (below(3) != 0)
            list.push_back(make(number));
    sort(list);
}

LogCopy anyCopy()
{
    LogCopy copy;
    copy.schema = 1 + below(3);
    if (below(3) == 0)
        copy.snapshot = SnapshotMark{recorded(20'000 + below(2)).at, {}, below(2) == 0};
    copy.athlete.record = {AthleteId(uuid(0, 1)), anyNote(), StartChoice::ReleaseToday, recorded(0)};
    change(copy.athlete, false);
    fill(copy.screenings, anyScreening);
    fill(copy.checkIns, anyCheckIn);
    fill(copy.selfTests, anySelfTest);
    fill(copy.releases, anySession);
    fill(copy.weekly, anyWeekly);
    fill(copy.experiments, anyPlan);
    return copy;
}

template <class R, class Change>
void forEach(std::vector<Kept<R>>& list, const Change& each)
{
    for (auto& kept : list)
        each(kept);
}

/// What a snapshot without notes has of a copy.
LogCopy withoutNotes(LogCopy copy)
{
    const auto blank = [](auto& kept) { kept.record.note.clear(); };
    forEach(copy.checkIns, blank);
    forEach(copy.selfTests, blank);
    forEach(copy.releases, blank);
    forEach(copy.weekly, blank);
    forEach(copy.experiments, [](auto& kept) { kept.record.reason.clear(); });
    forEach(copy.checkIns, [](auto& kept) {
        if (kept.deletedMs) {
            kept.record.scores = {};
            kept.record.run.reset();
        }
    });
    forEach(copy.releases, [](auto& kept) {
        if (kept.deletedMs || kept.record.outcome == ReleaseOutcome::Discarded) {
            kept.record.events.clear();
            kept.record.outcome = ReleaseOutcome::Discarded;
            kept.record.routineId.clear();
        }
    });
    copy.snapshot = SnapshotMark{recorded(30'000).at, {}, false};
    return copy;
}

LogCopy someOf(LogCopy copy)
{
    const auto thin = [](auto& list) {
        list.erase(std::remove_if(list.begin(), list.end(), [](const auto&) { return below(2) == 0; }), list.end());
    };
    thin(copy.screenings);
    thin(copy.checkIns);
    thin(copy.selfTests);
    thin(copy.releases);
    thin(copy.weekly);
    thin(copy.experiments);
    return copy;
}

template <class R>
bool isOneOf(const Kept<R>& kept, const std::vector<Kept<R>>& a, const std::vector<Kept<R>>& b)
{
    return std::count(a.begin(), a.end(), kept) + std::count(b.begin(), b.end(), kept) > 0;
}

template <class R>
bool holds(const std::vector<Kept<R>>& all, const std::vector<Kept<R>>& some)
{
    return std::all_of(some.begin(), some.end(), [&](const Kept<R>& kept) {
        return std::count_if(all.begin(), all.end(),
                             [&](const Kept<R>& other) { return other.record.id == kept.record.id; })
            == 1;
    });
}

template <class R>
void checkList(const std::vector<Kept<R>>& united, const std::vector<Kept<R>>& a, const std::vector<Kept<R>>& b)
{
    RC_ASSERT(holds(united, a));
    RC_ASSERT(holds(united, b));
    for (const auto& kept : united)
        RC_ASSERT(isOneOf(kept, a, b));
}

/// A copy with one check-in.
LogCopy oneCheckIn(int score, std::optional<int> changedMinutes = {}, std::optional<int> deletedMinutes = {})
{
    LogCopy copy;
    copy.athlete.record = {AthleteId(uuid(0, 1)), "Ann", StartChoice::ReleaseToday, recorded(0)};
    Kept<CheckIn>& kept = copy.checkIns.emplace_back();
    kept.record.id = CheckInId(uuid(1, 1));
    kept.record.recorded = recorded(100);
    kept.record.scores[siteAt(0)] = Score::clamped(score);
    if (changedMinutes)
        kept.changedMs = ms(*changedMinutes);
    if (deletedMinutes)
        kept.deletedMs = ms(*deletedMinutes);
    return copy;
}

LogCopy oneSession(ReleaseOutcome outcome, int events)
{
    LogCopy copy = oneCheckIn(1);
    Kept<ReleaseSession>& kept = copy.releases.emplace_back();
    kept.record.id = ReleaseSessionId(uuid(4, 1));
    kept.record.recorded = recorded(200);
    kept.record.outcome = outcome;
    addEvents(kept.record, events);
    return copy;
}

CopyRelation relation(const LogCopy& atHand, const LogCopy& incoming)
{
    return compareCopies(atHand, incoming).relation;
}

TEST(LogUnion, WhatADiscardedSessionWasIsNoDifference)
{
    LogCopy whole = oneSession(ReleaseOutcome::Discarded, 2);
    whole.releases[0].record.note = "not this one";
    whole.releases[0].record.routineId = "standard";
    const LogCopy emptied = oneSession(ReleaseOutcome::Discarded, 0);
    EXPECT_EQ(relation(whole, emptied), CopyRelation::Same);
    EXPECT_EQ(relation(emptied, whole), CopyRelation::Same);
    EXPECT_EQ(unite(whole, emptied), whole);
    EXPECT_EQ(unite(emptied, whole), whole);
}

TEST(LogUnion, UnitingACopyWithItselfChangesNothing)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        RC_ASSERT(unite(a, a) == a);
        RC_ASSERT(compareCopies(a, a) == CopyComparison{CopyRelation::Same});
    }));
}

TEST(LogUnion, TheOrderOfTwoCopiesDoesNotMatter)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy b = anyCopy();
        RC_ASSERT(unite(a, b) == unite(b, a));
    }));
}

TEST(LogUnion, TheOrderOfThreeCopiesDoesNotMatter)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy b = below(4) == 0 ? withoutNotes(a) : anyCopy();
        const LogCopy c = anyCopy();
        RC_ASSERT(unite(unite(a, b), c) == unite(a, unite(b, c)));
    }));
}

TEST(LogUnion, EveryRecordOfBothIsThereAsOneOfThemHasIt)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy b = anyCopy();
        const LogCopy united = unite(a, b);
        checkList(united.screenings, a.screenings, b.screenings);
        checkList(united.checkIns, a.checkIns, b.checkIns);
        checkList(united.selfTests, a.selfTests, b.selfTests);
        checkList(united.releases, a.releases, b.releases);
        checkList(united.weekly, a.weekly, b.weekly);
        checkList(united.experiments, a.experiments, b.experiments);
    }));
}

TEST(LogUnion, ComparedTheOtherWayRoundEverythingIsTheOtherWayRound)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy b = anyCopy();
        const CopyComparison there = compareCopies(a, b);
        const CopyComparison back = compareCopies(b, a);
        RC_ASSERT(there.added == back.missing);
        RC_ASSERT(there.missing == back.added);
        RC_ASSERT(there.changed == back.outdated);
        RC_ASSERT(there.outdated == back.changed);
        RC_ASSERT(there.undecided == back.undecided);
        const bool newer = there.relation == CopyRelation::Newer;
        RC_ASSERT(newer == (back.relation == CopyRelation::Older));
        RC_ASSERT((there.relation == CopyRelation::Same) == (back.relation == CopyRelation::Same));
        RC_ASSERT((there.relation == CopyRelation::Conflicting) == (back.relation == CopyRelation::Conflicting));
    }));
}

TEST(LogUnion, NothingAtHandIsLaterThanWhatIsUnitedOfIt)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy b = anyCopy();
        const CopyComparison counted = compareCopies(a, unite(a, b));
        RC_ASSERT(counted.missing == 0);
        RC_ASSERT(counted.outdated == 0);
        RC_ASSERT(counted.undecided <= compareCopies(a, b).undecided);
        const CopyComparison newer = compareCopies(a, b);
        if (newer.relation == CopyRelation::Newer)
            RC_ASSERT(relation(b, unite(a, b)) == CopyRelation::Same);
    }));
}

TEST(LogUnion, NothingIsInferredFromAbsence)
{
    EXPECT_TRUE(rc::check([] {
        const LogCopy a = anyCopy();
        const LogCopy some = someOf(a);
        RC_ASSERT(unite(a, some) == a);
        const CopyComparison counted = compareCopies(a, some);
        RC_ASSERT(counted.added + counted.changed + counted.outdated + counted.undecided == 0);
        const LogCopy none = someOf(someOf(a));
        RC_ASSERT(relation(a, none) == CopyRelation::Older || relation(a, none) == CopyRelation::Same);
    }));
}

TEST(LogUnion, WhatASnapshotLeftOutIsTakenFromTheOtherCopy)
{
    EXPECT_TRUE(rc::check([] {
        LogCopy a = anyCopy();
        a.snapshot.reset();
        const LogCopy bare = withoutNotes(a);
        RC_ASSERT(unite(a, bare) == a);
        const CopyComparison counted = compareCopies(a, bare);
        RC_ASSERT(counted.relation == CopyRelation::Same || counted.relation == CopyRelation::Older);
        RC_ASSERT(counted.undecided == 0);
        RC_ASSERT(relation(bare, bare) == CopyRelation::Same);
    }));
}

TEST(LogUnion, TheVersionChangedLaterCounts)
{
    const LogCopy first = oneCheckIn(3);
    const LogCopy edited = oneCheckIn(4, 500);
    const LogCopy editedAgain = oneCheckIn(2, 501);
    EXPECT_EQ(relation(first, edited), CopyRelation::Newer);
    EXPECT_EQ(relation(edited, first), CopyRelation::Older);
    EXPECT_EQ(relation(edited, editedAgain), CopyRelation::Newer);
    EXPECT_EQ(unite(editedAgain, edited), editedAgain);
}

TEST(LogUnion, ARemovalCountsUntilTheRecordIsBroughtBack)
{
    const LogCopy first = oneCheckIn(3);
    const LogCopy removed = oneCheckIn(3, {}, 600);
    const LogCopy restored = oneCheckIn(3, 700);
    EXPECT_EQ(relation(first, removed), CopyRelation::Newer);
    EXPECT_EQ(unite(first, removed), removed);
    EXPECT_EQ(relation(removed, restored), CopyRelation::Newer);
    EXPECT_EQ(unite(removed, restored), restored);
}

TEST(LogUnion, ARemovedRecordWinsWhereNothingSaysWhichIsLater)
{
    const LogCopy edited = oneCheckIn(4, 600);
    const LogCopy removed = oneCheckIn(3, {}, 600);
    EXPECT_EQ(relation(edited, removed), CopyRelation::Conflicting);
    EXPECT_EQ(relation(removed, edited), CopyRelation::Conflicting);
    EXPECT_EQ(unite(edited, removed), removed);
}

TEST(LogUnion, TwoEditsWithoutAMomentConflictAndAreDecidedTheSameBothWays)
{
    const LogCopy a = oneCheckIn(3);
    const LogCopy b = oneCheckIn(4);
    EXPECT_EQ(compareCopies(a, b).undecided, 1);
    EXPECT_EQ(relation(a, b), CopyRelation::Conflicting);
    EXPECT_EQ(unite(a, b), unite(b, a));
}

TEST(LogUnion, ASessionThatEndedIsLaterThanOneThatRuns)
{
    const LogCopy running = oneSession(ReleaseOutcome::Running, 9);
    const LogCopy further = oneSession(ReleaseOutcome::Running, 10);
    const LogCopy ended = oneSession(ReleaseOutcome::Completed, 10);
    EXPECT_EQ(relation(running, further), CopyRelation::Newer);
    EXPECT_EQ(relation(further, ended), CopyRelation::Newer);
    EXPECT_EQ(relation(ended, running), CopyRelation::Older);
    EXPECT_EQ(unite(ended, running), ended);
}

TEST(LogUnion, AnEndedPlanAndAClearedScreeningAreLater)
{
    LogCopy active = oneCheckIn(1);
    active.experiments.emplace_back().record.id = ExperimentId(uuid(7, 1));
    LogCopy stopped = active;
    stopped.experiments[0].record.state = ExperimentState::Stopped;
    stopped.experiments[0].record.ended = recorded(50);
    EXPECT_EQ(relation(active, stopped), CopyRelation::Newer);
    EXPECT_EQ(unite(stopped, active), stopped);

    LogCopy open = oneCheckIn(1);
    open.screenings.emplace_back().record.present = {SafetyItem::Bones};
    LogCopy cleared = open;
    cleared.screenings[0].record.clearedAt = recorded(50).at;
    EXPECT_EQ(relation(open, cleared), CopyRelation::Newer);
}

TEST(LogUnion, EachWithRecordsThatTheOtherLacksHasDiverged)
{
    LogCopy a = oneCheckIn(3);
    LogCopy b = a;
    a.checkIns.push_back({CheckIn{CheckInId(uuid(1, 2)), recorded(300), {}, {}, {}, "a"}, {}, {}});
    b.checkIns.push_back({CheckIn{CheckInId(uuid(1, 3)), recorded(200), {}, {}, {}, "b"}, {}, {}});
    const CopyComparison counted = compareCopies(a, b);
    EXPECT_EQ(counted, (CopyComparison{CopyRelation::Diverged, 1, 1}));
    const LogCopy united = unite(a, b);
    ASSERT_EQ(united.checkIns.size(), 3u);
    EXPECT_EQ(united.checkIns[1], b.checkIns[1]) << "in order of time";
    EXPECT_EQ(united.checkIns[2], a.checkIns[1]);
}

TEST(LogUnion, TheNameChangedLastCounts)
{
    LogCopy a = oneCheckIn(3);
    LogCopy b = a;
    b.athlete.record.name = "Anna";
    EXPECT_EQ(relation(a, b), CopyRelation::Conflicting) << "no moment says which";
    b.athlete.changedMs = ms(900);
    EXPECT_EQ(relation(a, b), CopyRelation::Newer);
    EXPECT_EQ(unite(a, b).athlete.record.name, "Anna");
}

TEST(LogUnion, TheMarkOfTwoSnapshotsSaysWhatBothLeaveOut)
{
    LogCopy a = oneCheckIn(3);
    LogCopy b = a;
    a.snapshot = SnapshotMark{recorded(1).at, kDay, false};
    b.snapshot = SnapshotMark{recorded(2).at, kDay, false};
    EXPECT_EQ(unite(a, b).snapshot, b.snapshot);
    b.snapshot->firstDay = kDay - 7;
    EXPECT_EQ(unite(a, b).snapshot, b.snapshot) << "the earlier day";
    b.snapshot->firstDay = kDay + 7;
    b.snapshot->notes = true;
    EXPECT_EQ(unite(a, b).snapshot, (SnapshotMark{recorded(2).at, kDay, true}));
    b.snapshot->firstDay.reset();
    EXPECT_EQ(unite(a, b).snapshot->firstDay, std::nullopt);
    b.snapshot.reset();
    EXPECT_EQ(unite(a, b).snapshot, std::nullopt);
}

}  // namespace
