// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/followup.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

constexpr Site kHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kCalf{Muscle::Calf, Side::Right};
constexpr Site kGlute{Muscle::Glute, Side::Left};
constexpr Site kLeftPsoas{Muscle::Psoas, Side::Left};
constexpr Site kRightPsoas{Muscle::Psoas, Side::Right};
const LocalDay kToday(2026, 11, 22);

RecordedAt at(std::chrono::minutes timeOfDay, LocalDay date = kToday, std::chrono::minutes dayStart = kDefaultDayStart)
{
    const Instant instant{UtcTime(date.days()) + timeOfDay - 60min, 60min, "Europe/Berlin"};
    return {instant, localDayOf(instant, dayStart)};
}

CheckIn checkIn(LocalDay day, std::initializer_list<std::pair<Site, int>> scores)
{
    CheckIn made;
    made.recorded.day = day;
    for (const auto& [site, score] : scores)
        made.scores[site] = Score::clamped(score);
    return made;
}

FollowUpFacts morning(std::vector<CheckIn> checkIns, std::chrono::minutes time = 7h)
{
    FollowUpFacts facts;
    facts.now = at(time);
    facts.checkIns = std::move(checkIns);
    return facts;
}

std::vector<Site> sitesOf(const std::vector<FollowUpSite>& asked)
{
    std::vector<Site> sites;
    for (const FollowUpSite& one : asked)
        sites.push_back(one.site);
    return sites;
}

TEST(FollowUpTest, AsksAboutWhatWasSoreYesterdaySorestFirst)
{
    const auto asked = followUp(morning({checkIn(kToday - 1, {{kHamstring, 3}, {kCalf, 6}, {kGlute, 2}})}));
    EXPECT_EQ(asked, (std::vector<FollowUpSite>{{kCalf, Score::clamped(6)}, {kHamstring, Score::clamped(3)}}));
}

TEST(FollowUpTest, TakesTheHighestScoreOfTheDay)
{
    const auto asked = followUp(morning({checkIn(kToday - 1, {{kHamstring, 1}}), checkIn(kToday - 1, {{kHamstring, 7}}),
                                         checkIn(kToday - 1, {{kHamstring, 2}})}));
    EXPECT_EQ(asked, (std::vector<FollowUpSite>{{kHamstring, Score::clamped(7)}}));
}

TEST(FollowUpTest, LeavesOtherDaysAlone)
{
    EXPECT_TRUE(followUp(morning({checkIn(kToday - 2, {{kHamstring, 9}}), checkIn(kToday + 1, {{kCalf, 9}})})).empty());
}

TEST(FollowUpTest, AsksEachSiteOnceADay)
{
    const auto asked =
        followUp(morning({checkIn(kToday - 1, {{kHamstring, 5}, {kCalf, 5}}), checkIn(kToday, {{kHamstring, 0}})}));
    EXPECT_EQ(sitesOf(asked), std::vector<Site>{kCalf});
}

TEST(FollowUpTest, AsksFromTheStartOfTheDayUntilNoon)
{
    const std::vector<CheckIn> sore{checkIn(kToday - 1, {{kHamstring, 5}})};
    EXPECT_FALSE(followUp(morning(sore, 4h)).empty());
    EXPECT_FALSE(followUp(morning(sore, 11h + 59min)).empty());
    EXPECT_TRUE(followUp(morning(sore, 12h)).empty());
    EXPECT_TRUE(followUp(morning(sore, 23h)).empty());
}

TEST(FollowUpTest, TheNightStillBelongsToTheDayBefore)
{
    FollowUpFacts facts;
    facts.now = at(2h);
    facts.checkIns = {checkIn(kToday - 2, {{kHamstring, 5}}), checkIn(kToday - 1, {{kCalf, 5}})};
    EXPECT_TRUE(followUp(facts).empty());
}

TEST(FollowUpTest, ADayThatStartsAtNoonHasAMorningToo)
{
    FollowUpFacts facts;
    facts.dayStart = 12h;
    facts.checkIns = {checkIn(kToday - 1, {{kHamstring, 5}})};
    facts.now = at(13h, kToday, facts.dayStart);
    EXPECT_FALSE(followUp(facts).empty());
    facts.now = at(16h, kToday, facts.dayStart);
    EXPECT_TRUE(followUp(facts).empty());
}

TEST(FollowUpTest, AfterAReleaseAsksAlsoThePrimarySiteAndThePsoas)
{
    FollowUpFacts facts = morning({checkIn(kToday - 1, {{kCalf, 4}, {kHamstring, 1}})});
    facts.primary = {kHamstring};
    facts.releasedYesterday = true;
    EXPECT_EQ(followUp(facts),
              (std::vector<FollowUpSite>{
                  {kCalf, Score::clamped(4)}, {kHamstring, Score::clamped(1)}, {kLeftPsoas, {}}, {kRightPsoas, {}}}));
    facts.releasedYesterday = false;
    EXPECT_EQ(sitesOf(followUp(facts)), std::vector<Site>{kCalf});
}

TEST(FollowUpTest, NamesNoSiteTwice)
{
    FollowUpFacts facts =
        morning({checkIn(kToday - 1, {{kHamstring, 4}, {kRightPsoas, 8}}), checkIn(kToday, {{kLeftPsoas, 1}})});
    facts.primary = {kHamstring, kHamstring};
    facts.releasedYesterday = true;
    EXPECT_EQ(sitesOf(followUp(facts)), (std::vector<Site>{kRightPsoas, kHamstring}));
}

RC_GTEST_PROP(FollowUpProperty, asksOnlyInTheMorningAndNothingThatWasAskedToday, ())
{
    FollowUpFacts facts;
    facts.dayStart = std::chrono::minutes(*rc::gen::inRange(0, 721));
    const std::chrono::minutes time(*rc::gen::inRange(0, 1440));
    facts.now = at(time, kToday, facts.dayStart);
    facts.releasedYesterday = *rc::gen::arbitrary<bool>();
    facts.primary = {kHamstring};
    SiteScores today;
    for (int back = 0; back < 3; ++back) {
        CheckIn made;
        made.recorded.day = facts.now.day - back;
        for (const Site site : allSites())
            if (*rc::gen::arbitrary<bool>())
                made.scores[site] = Score::clamped(*rc::gen::inRange(0, 11));
        if (back == 0)
            today = made.scores;
        facts.checkIns.push_back(made);
    }
    const auto asked = followUp(facts);
    if (time < facts.dayStart || time >= std::max(kFollowUpEnds, facts.dayStart + kShortestMorning))
        RC_ASSERT(asked.empty());
    std::set<Site> seen;
    for (const FollowUpSite& one : asked) {
        RC_ASSERT(!today[one.site]);
        RC_ASSERT(seen.insert(one.site).second);
        RC_ASSERT(one.wasSore() || facts.releasedYesterday);
    }
}

}  // namespace
