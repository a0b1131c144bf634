// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include <functional>
#include <utility>

#include <gtest/gtest.h>

#include "core/validation.h"
#include "core/weekly.h"

using namespace psolog;

namespace {

const LocalDay kFirst(2026, 10, 1);
const Instant kNow{UtcTime(std::chrono::hours(24) * 20000), {}, "UTC"};

Experiment startPlan()
{
    Experiment plan;
    plan.id = ExperimentId("00000000-0000-4000-8000-000000000001");
    plan.recorded = {kNow, kFirst - 1};
    plan.firstDay = kFirst;
    plan.baseline = 12;
    return plan;
}

Experiment weeksPlan()
{
    Experiment plan = startPlan();
    plan.kind = ExperimentKind::AlternatingWeeks;
    plan.releaseFirst = {true, false};
    return plan;
}

std::string complaint(const Experiment& plan)
{
    const auto valid = validate(plan, kNow);
    return valid ? "" : valid.error().detail;
}

TEST(Experiment, AStartHasItsReleaseFromTheDrawnDayOn)
{
    const Experiment plan = startPlan();
    EXPECT_EQ(plan.length(), 21 + 28) << "whatever the baseline is";
    EXPECT_EQ(plan.lastDay(), kFirst + 48);
    EXPECT_FALSE(plan.covers(kFirst - 1));
    EXPECT_TRUE(plan.covers(kFirst));
    EXPECT_TRUE(plan.covers(kFirst + 48));
    EXPECT_FALSE(plan.covers(kFirst + 49));
    EXPECT_FALSE(plan.isReleaseDay(kFirst + 11));
    EXPECT_TRUE(plan.isReleaseDay(kFirst + 12));
    EXPECT_TRUE(plan.isReleaseDay(plan.lastDay()));
}

TEST(Experiment, EachPairOfWeeksHasOneWithRelease)
{
    const Experiment plan = weeksPlan();
    EXPECT_EQ(plan.length(), 28);
    std::string days;
    for (LocalDay day = plan.firstDay; day <= plan.lastDay(); day = day + 1)
        days += plan.isReleaseDay(day) ? 'R' : '-';
    EXPECT_EQ(days, "RRRRRRR--------------RRRRRRR");
}

TEST(Experiment, AnImpossiblePlanIsRefusedByTheFieldThatIsWrong)
{
    EXPECT_EQ(complaint(startPlan()), "");
    EXPECT_EQ(complaint(weeksPlan()), "");
    using Change = std::function<void(Experiment&)>;
    const auto ended = [](Experiment& plan) -> RecordedAt& {
        plan.state = ExperimentState::Stopped;
        return plan.ended.emplace(plan.recorded);
    };
    const std::vector<std::pair<std::string, Change>> ofStart{
        {"id", [](Experiment& plan) { plan.id = ExperimentId("1"); }},
        {"firstDay", [](Experiment& plan) { plan.firstDay = plan.recorded.day - 1; }},
        {"leastBaseline", [](Experiment& plan) { plan.leastBaseline = 6; }},
        {"mostBaseline", [](Experiment& plan) { plan.mostBaseline = 22; }},
        {"mostBaseline", [](Experiment& plan) { plan.leastBaseline = 12, plan.mostBaseline = 11; }},
        {"baseline", [](Experiment& plan) { plan.baseline = 22; }},
        {"baseline", [](Experiment& plan) { plan.leastBaseline = 13; }},
        {"releaseDays", [](Experiment& plan) { plan.releaseDays = 13; }},
        {"releaseDays", [](Experiment& plan) { plan.releaseDays = 57; }},
        {"releaseFirst",
         [](Experiment& plan) {
             plan.releaseFirst = {true, true};
         }},
        {"reason", [](Experiment& plan) { plan.reason = std::string(kMaxNoteLength + 1, 'x'); }},
        {"reason", [](Experiment& plan) { plan.reason = "\xff"; }},
        {"recorded", [](Experiment& plan) { plan.recorded.at.utc += std::chrono::hours(1); }},
        {"recorded", [](Experiment& plan) { plan.recorded.at.zone = std::string(101, 'x'); }},
        {"ended", [ended](Experiment& plan) { ended(plan).at.utc += std::chrono::hours(1); }},
        {"ended", [ended](Experiment& plan) { ended(plan).at.utc -= std::chrono::hours(1); }},
        {"ended", [ended](Experiment& plan) { ended(plan).at.zone = "\n"; }},
        {"ended", [](Experiment& plan) { plan.ended = plan.recorded; }},
        {"ended", [](Experiment& plan) { plan.state = ExperimentState::Stopped; }},
    };
    for (const auto& [field, change] : ofStart) {
        Experiment plan = startPlan();
        change(plan);
        EXPECT_EQ(complaint(plan), field);
    }
    for (const std::size_t pairs : {std::size_t{0}, std::size_t{1}, std::size_t{11}}) {
        Experiment plan = weeksPlan();
        plan.releaseFirst.assign(pairs, true);
        EXPECT_EQ(complaint(plan), "releaseFirst") << pairs;
    }
}

TEST(Weekly, ItemsHaveTheScoresOfTheirVersion)
{
    const auto scores = [](WeeklyVersion version, WeeklyItem item) {
        std::vector<int> allowed;
        for (int score = -1; score <= 26; ++score)
            if (isWeeklyScore(version, item, score))
                allowed.push_back(score);
        return allowed;
    };
    const std::vector four{0, 8, 17, 25};
    const std::vector five{0, 6, 13, 19, 25};
    for (const WeeklyItem item :
         {WeeklyItem::Participation, WeeklyItem::Training, WeeklyItem::Performance, WeeklyItem::Symptoms}) {
        const bool middle = item == WeeklyItem::Training || item == WeeklyItem::Performance;
        EXPECT_EQ(scores(WeeklyVersion::OstrcH2, item), four);
        EXPECT_EQ(scores(WeeklyVersion::Ostrc2013, item), middle ? five : four);
    }
}

TEST(Weekly, AWrongOneIsRefusedWithItsField)
{
    const Instant now;
    const auto field = [&](const WeeklyCheckIn& checkIn) {
        const auto valid = validate(checkIn, now);
        return valid ? Field::None : valid.error().field;
    };
    WeeklyCheckIn checkIn;
    EXPECT_EQ(field(checkIn), Field::Scores) << "nothing answered";
    checkIn.scores[1] = 17;
    EXPECT_EQ(field(checkIn), Field::None);
    checkIn.version = WeeklyVersion::Ostrc2013;
    EXPECT_EQ(field(checkIn), Field::Scores);
    checkIn.scores[1] = 19;
    EXPECT_EQ(field(checkIn), Field::None);
    checkIn.note = std::string(kMaxNoteLength + 1, 'x');
    EXPECT_EQ(field(checkIn), Field::Note);
    checkIn.note.clear();
    checkIn.recorded.at.utc += std::chrono::minutes(2);
    EXPECT_EQ(field(checkIn), Field::Moment);
}

}  // namespace
