// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routineproposal.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

const LocalDay kToday = LocalDay(2026, 11, 22);

SelfTest test(const std::vector<int>& left, const std::vector<int>& right, int daysAgo = 0)
{
    SelfTest made;
    made.kind = SelfTestKind::GluteActivation;
    made.complete = true;
    made.recorded.day = kToday - daysAgo;
    for (const auto& [side, ratings] : {std::pair(Side::Left, left), std::pair(Side::Right, right)})
        for (std::size_t i = 0; i < ratings.size(); ++i)
            made.readings.push_back(
                {side, std::nullopt, static_cast<int>(i) + 1, static_cast<Contraction>(ratings[i]), std::nullopt});
    return made;
}

RoutineProposal after(const std::optional<SelfTest>& gluteTest, int releaseDays = 10,
                      std::optional<StopReason> lastStop = std::nullopt)
{
    return proposeRoutine({kToday, gluteTest, releaseDays, lastStop});
}

TEST(RoutineProposal, IsGentleInTheFirstWeekWhateverTheTestSays)
{
    for (const int days : {0, 1, 6}) {
        EXPECT_EQ(after(test({0, 0}, {4, 4}), days),
                  (RoutineProposal{"first-week", ProposalReason::FirstWeek, std::nullopt, days}));
        EXPECT_EQ(after(std::nullopt, days).reason, ProposalReason::FirstWeek);
    }
    EXPECT_NE(after(std::nullopt, 7).reason, ProposalReason::FirstWeek);
}

TEST(RoutineProposal, IsGentleAgainAfterARedStop)
{
    for (const StopReason reason : {StopReason::SharpPain, StopReason::Pulsing, StopReason::Numbness})
        EXPECT_EQ(after(test({0, 0}, {4, 4}), 40, reason),
                  (RoutineProposal{"first-week", ProposalReason::RedStop, std::nullopt, 40}));
    for (const StopReason reason : {StopReason::FinishedEarly, StopReason::Interrupted, StopReason::Other})
        EXPECT_EQ(after(std::nullopt, 40, reason).reason, ProposalReason::NoTest);
}

TEST(RoutineProposal, BeginsWithTheSideThatIsClearlyWeaker)
{
    EXPECT_EQ(after(test({1, 2}, {3, 3})), (RoutineProposal{"left-first", ProposalReason::WeakerSide, Side::Left, 10}));
    EXPECT_EQ(after(test({3, 4, 4}, {2, 2, 1})),
              (RoutineProposal{"right-first", ProposalReason::WeakerSide, Side::Right, 10}));
}

TEST(RoutineProposal, SeesNoWeakerSideWithinTheSpreadOfTheRepeats)
{
    const RoutineProposal even{"daily-five", ProposalReason::Even, std::nullopt, 10};
    EXPECT_EQ(after(test({3, 3}, {3, 3})), even);
    EXPECT_EQ(after(test({1, 3}, {3, 3})), even);  // medians one apart, but one lift reached the other side's
    EXPECT_EQ(after(test({2, 3}, {3, 3})), even);
    EXPECT_EQ(after(test({1}, {4})), even);  // one lift has no spread
    EXPECT_EQ(after(test({1, 1}, {})), even);
}

TEST(RoutineProposal, LooksAtNoTestThatIsOldOrIncomplete)
{
    EXPECT_EQ(after(test({1, 1}, {3, 3}, kProposalTestDays - 1)).reason, ProposalReason::WeakerSide);
    EXPECT_EQ(after(test({1, 1}, {3, 3}, kProposalTestDays)),
              (RoutineProposal{"daily-five", ProposalReason::NoTest, std::nullopt, 10}));
    SelfTest cancelled = test({1, 1}, {3, 3});
    cancelled.complete = false;
    EXPECT_EQ(after(cancelled).reason, ProposalReason::NoTest);
}

}  // namespace
}  // namespace psolog
