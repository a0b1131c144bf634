// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releasegate.h"

#include <gtest/gtest.h>

#include "support/manualclock.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;

const LocalDay kToday{2026, 11, 22};

RecordedAt recordedOn(LocalDay day)
{
    const Instant at{UtcTime(day.days()) + 12h, 0min, "UTC"};
    return RecordedAt{at, day};
}

SafetyScreening screening(LocalDay day, std::set<SafetyItem> present = {})
{
    return SafetyScreening{ScreeningId("s"), recordedOn(day), std::move(present), std::nullopt};
}

ReleaseSession stopped(const std::string& id, LocalDay day, StopReason reason)
{
    ReleaseSession session;
    session.id = ReleaseSessionId(id);
    session.recorded = recordedOn(day);
    session.outcome = ReleaseOutcome::Stopped;
    session.stopReason = reason;
    return session;
}

TEST(ReleaseGate, AsksForTheScreenBeforeTheFirstRelease)
{
    EXPECT_EQ(releaseGate(std::nullopt, {}, kToday).state, GateState::ScreeningNeeded);
}

TEST(ReleaseGate, AScreenWithoutAYesHoldsThirtyDays)
{
    EXPECT_EQ(releaseGate(screening(kToday), {}, kToday).state, GateState::Free);
    EXPECT_EQ(releaseGate(screening(kToday - 29), {}, kToday).state, GateState::Free);
    EXPECT_EQ(releaseGate(screening(kToday - 30), {}, kToday).state, GateState::ScreeningNeeded);
}

TEST(ReleaseGate, AYesLocksHoweverOldUntilCleared)
{
    SafetyScreening yes = screening(kToday - 100, {SafetyItem::Hernia, SafetyItem::Clot});
    const ReleaseGate locked = releaseGate(yes, {}, kToday);
    EXPECT_EQ(locked.state, GateState::LockedByScreening);
    EXPECT_EQ(locked.items, (std::set<SafetyItem>{SafetyItem::Hernia, SafetyItem::Clot}));
    yes.clearedAt = recordedOn(kToday - 3).at;
    EXPECT_EQ(releaseGate(yes, {}, kToday).state, GateState::Free);
    yes.clearedAt = recordedOn(kToday - 30).at;
    EXPECT_EQ(releaseGate(yes, {}, kToday).state, GateState::ScreeningNeeded);
}

TEST(ReleaseGate, ARedStopLocksUntilAcknowledged)
{
    std::vector<ReleaseSession> sessions{stopped("a", kToday - 9, StopReason::SharpPain),
                                         stopped("b", kToday - 2, StopReason::Numbness),
                                         stopped("c", kToday - 1, StopReason::Interrupted)};
    const ReleaseGate locked = releaseGate(screening(kToday), sessions, kToday);
    EXPECT_EQ(locked.state, GateState::LockedByRedStop);
    EXPECT_EQ(locked.session, ReleaseSessionId("b"));
    EXPECT_EQ(locked.reason, StopReason::Numbness);
    sessions[1].redAcknowledged = true;
    EXPECT_EQ(releaseGate(screening(kToday), sessions, kToday).session, ReleaseSessionId("a"));
    sessions[0].redAcknowledged = true;
    EXPECT_EQ(releaseGate(screening(kToday), sessions, kToday).state, GateState::Free);
}

TEST(ReleaseGate, AYesDecidesAlsoWhenTheClockWasSetBackAfterANone)
{
    EXPECT_EQ(decisiveScreening({}), std::nullopt);
    const SafetyScreening none = screening(kToday + 5);
    SafetyScreening yes = screening(kToday, {SafetyItem::Clot});
    yes.id = ScreeningId("yes");
    for (const auto& order : {std::vector{none, yes}, std::vector{yes, none}})
        EXPECT_EQ(decisiveScreening(order), yes);
    yes.clearedAt = recordedOn(kToday).at;
    for (const auto& order : {std::vector{none, yes}, std::vector{yes, none}})
        EXPECT_EQ(decisiveScreening(order), none);
}

TEST(ReleaseGate, OfSeveralScreeningsOfAKindTheNewestDecides)
{
    const SafetyScreening first = screening(kToday - 2, {SafetyItem::Clot});
    const SafetyScreening second = screening(kToday - 1, {SafetyItem::Hernia});
    EXPECT_EQ(decisiveScreening({second, screening(kToday), first}), second);
    EXPECT_EQ(decisiveScreening({screening(kToday), screening(kToday - 9)}), screening(kToday));
    SafetyScreening later = second;
    later.id = ScreeningId("later");
    EXPECT_EQ(decisiveScreening({second, later}), later);
}

TEST(ReleaseGate, OnlyRedReasonsLock)
{
    for (const auto& row : NameTable<StopReason>::rows) {
        const ReleaseGate gate = releaseGate(screening(kToday), {stopped("a", kToday, row.value)}, kToday);
        EXPECT_EQ(gate.state == GateState::LockedByRedStop, isRed(row.value)) << row.name;
    }
}

TEST(ReleaseGate, ALockGoesBeforeAnExpiredScreen)
{
    const std::vector<ReleaseSession> red{stopped("a", kToday, StopReason::Pulsing)};
    EXPECT_EQ(releaseGate(screening(kToday - 60), red, kToday).state, GateState::LockedByRedStop);
    EXPECT_EQ(releaseGate(screening(kToday, {SafetyItem::Bones}), red, kToday).state, GateState::LockedByScreening);
}

TEST(DailyCard, EveryYesLocksAsAScreening)
{
    const std::vector<std::pair<DailyItem, SafetyItem>> expected{{DailyItem::Pulsing, SafetyItem::Aneurysm},
                                                                 {DailyItem::Numbness, SafetyItem::Unexplained},
                                                                 {DailyItem::GroinPain, SafetyItem::GroinPain},
                                                                 {DailyItem::Bleeding, SafetyItem::Bleeding},
                                                                 {DailyItem::Pregnancy, SafetyItem::Pregnancy}};
    ASSERT_EQ(expected.size(), NameTable<DailyItem>::rows.size());
    for (const auto& [item, stored] : expected) {
        const SafetyScreening yes = screeningFor({item}, ScreeningId("x"), recordedOn(kToday));
        EXPECT_EQ(yes.present, std::set{stored}) << nameOf(item);
        EXPECT_TRUE(yes.locksRelease());
        EXPECT_EQ(yes.recorded.day, kToday);
        EXPECT_EQ(releaseGate(yes, {}, kToday).state, GateState::LockedByScreening);
    }
}

TEST(ReleaseGate, NamesTheNewestStopWithoutAReasonInAnyState)
{
    ReleaseSession older = stopped("a", kToday - 2, StopReason::Other);
    ReleaseSession newer = stopped("b", kToday - 1, StopReason::Other);
    EXPECT_FALSE(releaseGate(screening(kToday), {newer, older}, kToday).unanswered);
    older.stopReason.reset();
    EXPECT_EQ(releaseGate(screening(kToday), {newer, older}, kToday).unanswered, older.id);
    newer.stopReason.reset();
    for (const auto& sessions : {std::vector{newer, older}, std::vector{older, newer}})
        EXPECT_EQ(releaseGate(screening(kToday), sessions, kToday).unanswered, newer.id);
    EXPECT_EQ(releaseGate(screening(kToday), {newer}, kToday).state, GateState::Free);
    EXPECT_EQ(releaseGate(std::nullopt, {newer}, kToday).unanswered, newer.id);
    newer.outcome = ReleaseOutcome::Partial;
    EXPECT_FALSE(releaseGate(screening(kToday), {newer}, kToday).unanswered) << "cut off, not stopped";
}

}  // namespace
}  // namespace psolog
