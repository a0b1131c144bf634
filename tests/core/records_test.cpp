// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

using namespace psolog;

namespace {

template <class E>
void expectRoundTrip()
{
    std::set<std::string_view> names;
    for (const auto& row : NameTable<E>::rows) {
        EXPECT_EQ(fromName<E>(nameOf(row.value)), row.value);
        EXPECT_TRUE(names.insert(row.name).second) << row.name << " stands twice";
    }
    EXPECT_FALSE(fromName<E>("no such name"));
}

TEST(NameTables, ReadBackEveryName)
{
    expectRoundTrip<Muscle>();
    expectRoundTrip<Side>();
    expectRoundTrip<StartChoice>();
    expectRoundTrip<SafetyItem>();
    expectRoundTrip<Context>();
    expectRoundTrip<RunFeature>();
    expectRoundTrip<SelfTestKind>();
    expectRoundTrip<Posture>();
    expectRoundTrip<WorkedHardest>();
    expectRoundTrip<Contraction>();
    expectRoundTrip<Zone>();
    expectRoundTrip<BodySide>();
    expectRoundTrip<ReleaseOutcome>();
    expectRoundTrip<StopReason>();
    expectRoundTrip<SessionEventKind>();
    expectRoundTrip<ErrorCode>();
}

TEST(Site, HasTwelvePlacesWithNamesOfTheirOwn)
{
    ASSERT_EQ(allSites().size(), 12U);
    for (const Site site : allSites()) {
        EXPECT_EQ(siteAt(indexOf(site)), site);
        EXPECT_EQ(siteFromName(nameOf(site)), site);
    }
    EXPECT_EQ(nameOf(Site{Muscle::LowerBack, Side::Right}), "lower-back-right");
    EXPECT_FALSE(siteFromName("hamstring"));
}

TEST(Score, TakesZeroToTenOnly)
{
    for (int value = -3; value <= 13; ++value)
        EXPECT_EQ(Score::make(value).has_value(), value >= 0 && value <= 10) << value;
}

TEST(SiteScores, NotAskedIsNotZero)
{
    SiteScores scores;
    scores[Site{Muscle::Calf, Side::Left}] = Score::clamped(0);
    EXPECT_EQ(scores.count(), 1U);
    EXPECT_FALSE(scores[Site(Muscle::Calf, Side::Right)]);
}

TEST(SafetyScreening, LocksUntilCleared)
{
    SafetyScreening screening;
    EXPECT_FALSE(screening.locksRelease());
    screening.present.insert(SafetyItem::Hernia);
    EXPECT_TRUE(screening.locksRelease());
    screening.clearedAt = Instant{};
    EXPECT_FALSE(screening.locksRelease());
}

TEST(Ids, AcceptOnlyCanonicalUuids)
{
    EXPECT_TRUE(isUuid("0b8a2f6e-1c3d-4e5f-8a9b-0c1d2e3f4a5b"));
    EXPECT_FALSE(isUuid("0B8A2F6E-1c3d-4e5f-8a9b-0c1d2e3f4a5b"));
    EXPECT_FALSE(isUuid("0b8a2f6e1c3d4e5f8a9b0c1d2e3f4a5b"));
    EXPECT_FALSE(isUuid(""));
}

}  // namespace
