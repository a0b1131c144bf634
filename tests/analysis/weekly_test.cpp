// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>

#include <gtest/gtest.h>

#include "analysis/weekly.h"

using namespace psolog;

namespace {

using Scores = std::array<std::optional<int>, kWeeklyItems>;

constexpr std::optional<int> kNone = std::nullopt;

WeeklyCheckIn answered(const Scores& scores, WeeklyVersion version = WeeklyVersion::OstrcH2)
{
    WeeklyCheckIn checkIn;
    checkIn.version = version;
    checkIn.scores = scores;
    return checkIn;
}

struct Expected {
    Scores scores;
    std::optional<bool> substantial;
};

TEST(Weekly, TheSeverityIsTheSumOfTheFourAnswers)
{
    constexpr std::array<std::array<int, 5>, 7> cases{{{0, 0, 0, 0, 0},
                                                       {8, 0, 0, 0, 8},
                                                       {8, 0, 17, 25, 50},
                                                       {8, 25, 0, 25, 58},
                                                       {17, 25, 25, 25, 92},
                                                       {8, 17, 8, 8, 41},
                                                       {8, 17, 17, 0, 42}}};
    for (const auto& [q1, q2, q3, q4, severity] : cases)
        EXPECT_EQ(weeklySeverity(answered({q1, q2, q3, q4})), severity) << q1 << ' ' << q2 << ' ' << q3 << ' ' << q4;
    EXPECT_EQ(weeklySeverity(answered({25, 25, 25, 25})), 100);
    EXPECT_EQ(weeklySeverity(answered({17, 6, 13, 8}, WeeklyVersion::Ostrc2013)), 44);
}

TEST(Weekly, AMissingAnswerLeavesNoSeverity)
{
    EXPECT_EQ(weeklySeverity(answered({8, 8, 8, kNone})), std::nullopt);
    EXPECT_EQ(weeklySeverity(answered({8, kNone, 8, 8})), std::nullopt);
    EXPECT_EQ(weeklySeverity(answered({kNone, 0, 0, 0})), std::nullopt);
    EXPECT_EQ(weeklySeverity(answered({17, kNone, kNone, kNone})), std::nullopt);
    EXPECT_EQ(weeklySeverity(answered({})), std::nullopt);
}

TEST(Weekly, TheFirstAnswerCanMakeTheOthersRedundantInH2Only)
{
    EXPECT_EQ(weeklySeverity(answered({0, kNone, kNone, kNone})), 0);
    EXPECT_EQ(weeklySeverity(answered({25, kNone, kNone, kNone})), 100);
    EXPECT_EQ(weeklySeverity(answered({0, kNone, kNone, 8})), std::nullopt) << "begun, not finished";
    EXPECT_EQ(weeklySeverity(answered({25, 17, 17, 8})), 67) << "answered all the same";
    for (const int first : {0, 25}) {
        EXPECT_TRUE(endsWeekly(WeeklyVersion::OstrcH2, first));
        EXPECT_FALSE(endsWeekly(WeeklyVersion::Ostrc2013, first));
        EXPECT_EQ(weeklySeverity(answered({first, kNone, kNone, kNone}, WeeklyVersion::Ostrc2013)), std::nullopt);
    }
    EXPECT_FALSE(endsWeekly(WeeklyVersion::OstrcH2, 8));
    EXPECT_FALSE(endsWeekly(WeeklyVersion::OstrcH2, 17));
}

TEST(Weekly, AProblemIsSubstantialByTheRuleOfH2)
{
    const std::array cases{
        Expected{{0, 0, 0, kNone}, std::nullopt},
        Expected{{8, 0, 0, kNone}, false},
        Expected{{8, 0, 17, kNone}, true},
        Expected{{8, 25, 0, kNone}, true},
        Expected{{25, kNone, kNone, kNone}, true},
        Expected{{kNone, kNone, 8, kNone}, std::nullopt},
        Expected{{kNone, 17, kNone, kNone}, true},
        Expected{{17, 8, 8, 25}, false},
        Expected{{0, kNone, kNone, kNone}, std::nullopt},
        Expected{{0, 0, 0, 8}, false},
        Expected{{8, kNone, 0, 0}, std::nullopt},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        EXPECT_EQ(weeklySubstantial(answered(cases[i].scores)), cases[i].substantial) << i;
        EXPECT_EQ(isSubstantial(answered(cases[i].scores)), cases[i].substantial.value_or(false)) << i;
    }
}

TEST(Weekly, AProblemIsSubstantialByTheRuleOf2013)
{
    const std::array cases{
        Expected{{0, 0, 0, kNone}, std::nullopt}, Expected{{8, 0, 0, kNone}, false},
        Expected{{17, 0, 13, kNone}, true},       Expected{{17, 19, 0, kNone}, true},
        Expected{{25, 6, 6, 25}, false},          Expected{{25, kNone, 6, kNone}, std::nullopt},
    };
    for (std::size_t i = 0; i < cases.size(); ++i)
        EXPECT_EQ(weeklySubstantial(answered(cases[i].scores, WeeklyVersion::Ostrc2013)), cases[i].substantial) << i;
}

TEST(Weekly, ItIsDueAWeekAfterTheLastOne)
{
    const LocalDay today(2026, 11, 22);
    EXPECT_TRUE(isWeeklyDue(std::nullopt, today));
    EXPECT_FALSE(isWeeklyDue(today, today));
    EXPECT_FALSE(isWeeklyDue(today - 6, today));
    EXPECT_TRUE(isWeeklyDue(today - 7, today));
    EXPECT_TRUE(isWeeklyDue(today - 400, today));
    EXPECT_FALSE(isWeeklyDue(today + 1, today)) << "the clock was set back";
}

}  // namespace
