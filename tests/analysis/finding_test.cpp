// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

#include <gtest/gtest.h>

#include "analysis/median.h"

namespace psolog {
namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};
constexpr Site kRight{Muscle::Hamstring, Side::Right};

const LocalDay kFirst(2026, 10, 1);

/// One score a day from kFirst on; -1: not asked.
std::vector<DayValue> series(const std::vector<int>& scores)
{
    std::vector<ScorePoint> points;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] >= 0)
            points.push_back({0, kFirst.number() + static_cast<int>(i), scores[i]});
    return daySeries(points);
}

TEST(Median, IsTheMeanOfTheTwoMiddleValuesOfAnEvenCount)
{
    EXPECT_EQ(medianOf({}), std::nullopt);
    EXPECT_EQ(medianOf({4}), 4.0);
    EXPECT_EQ(medianOf({9, 1, 2}), 2.0);
    EXPECT_EQ(medianOf({9, 1, 2, 5}), 3.5);
}

TEST(Finding, SaysWhenASiteWasNeverAsked)
{
    EXPECT_EQ(findingOf(kLeft, {}, kFirst, kFirst + 3).kind, FindingKind::NeverAsked);
}

TEST(Finding, CountsEverythingAsBaselineWithoutARelease)
{
    const Finding finding = findingOf(kLeft, series({6, -1, 4, 5}), std::nullopt, kFirst + 5);
    EXPECT_EQ(finding.kind, FindingKind::NoReleaseYet);
    EXPECT_EQ(finding.before.days, 3);
    EXPECT_EQ(finding.before.missing, 3);
    EXPECT_EQ(finding.before.median, 5.0);
    EXPECT_EQ(finding.since.days, 0);
    EXPECT_EQ(finding.change(), std::nullopt);
}

TEST(Finding, SplitsAtTheFirstReleaseDayWhichBelongsToTheRelease)
{
    const Finding finding = findingOf(kLeft, series({6, 7, 6, 2, 3}), kFirst + 3, kFirst + 6);
    EXPECT_EQ(finding.kind, FindingKind::BeforeAndSince);
    EXPECT_EQ(finding.before.median, 6.0);
    EXPECT_EQ(finding.before.days, 3);
    EXPECT_EQ(finding.since.median, 2.5);
    EXPECT_EQ(finding.since.days, 2);
    EXPECT_EQ(finding.since.missing, 2);
    EXPECT_EQ(finding.change(), -3.5);
    EXPECT_FALSE(finding.enough);
}

TEST(Finding, IsEnoughWithSevenDaysInBothPhases)
{
    std::vector<int> scores(14, 5);
    EXPECT_TRUE(findingOf(kLeft, series(scores), kFirst + 7, kFirst + 13).enough);
    scores[3] = -1;
    EXPECT_FALSE(findingOf(kLeft, series(scores), kFirst + 7, kFirst + 13).enough);
}

TEST(Finding, KnowsAPhaseWithoutScores)
{
    EXPECT_EQ(findingOf(kLeft, series({4, 4}), kFirst, kFirst + 2).kind, FindingKind::NothingBefore);
    EXPECT_EQ(findingOf(kLeft, series({4, 4}), kFirst + 2, kFirst + 3).kind, FindingKind::NothingSince);
}

TEST(Finding, IsLedByTheSorerSideOfTheBaseline)
{
    const std::vector<Finding> findings{findingOf(kLeft, series({3, 3, 9}), kFirst + 2, kFirst + 2),
                                        findingOf(kRight, series({5, 5, 1}), kFirst + 2, kFirst + 2)};
    ASSERT_NE(leadingFinding(findings), nullptr);
    EXPECT_EQ(leadingFinding(findings)->site, kRight);
}

TEST(Finding, IsLedByTheHigherMeanOfTheBaselineWhenTheMediansAreEqual)
{
    const std::vector<Finding> findings{findingOf(kLeft, series({4, 4, 4, 9}), kFirst + 3, kFirst + 3),
                                        findingOf(kRight, series({4, 4, 7, 1}), kFirst + 3, kFirst + 3)};
    EXPECT_EQ(leadingFinding(findings)->site, kRight);
}

TEST(Finding, IsNeverLedByWhatCameSinceAsLongAsThereIsABaseline)
{
    const std::vector<Finding> findings{findingOf(kLeft, series({4, 4, 1}), kFirst + 2, kFirst + 2),
                                        findingOf(kRight, series({4, 4, 9}), kFirst + 2, kFirst + 2)};
    EXPECT_EQ(leadingFinding(findings)->site, kLeft);
}

TEST(Finding, IsLedByTheSorerSideSinceWithoutABaseline)
{
    const std::vector<Finding> findings{findingOf(kLeft, series({2, 2}), kFirst, kFirst + 1),
                                        findingOf(kRight, series({5, 5}), kFirst, kFirst + 1)};
    EXPECT_EQ(leadingFinding(findings)->site, kRight);
}

TEST(Finding, IsLedByTheLeftSideWhenBothAreEqual)
{
    const std::vector<Finding> findings{findingOf(kLeft, series({3, 3}), kFirst + 1, kFirst + 1),
                                        findingOf(kRight, series({3, 3}), kFirst + 1, kFirst + 1)};
    EXPECT_EQ(leadingFinding(findings)->site, kLeft);
}

TEST(Finding, IsLedByNobodyWhenNothingWasAsked)
{
    const std::vector<Finding> findings{findingOf(kLeft, {}, std::nullopt, kFirst)};
    EXPECT_EQ(leadingFinding(findings), nullptr);
}

}  // namespace
}  // namespace psolog
