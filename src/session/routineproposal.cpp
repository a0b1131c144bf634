// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routineproposal.h"

#include "session/selftestresult.h"

namespace psolog {

std::optional<Side> clearlyWeakerSide(const SelfTest& test)
{
    constexpr int kLeastRepeats = 2;  // one rating has no spread
    const SelfTestSummary summary = summarise(test);
    if (!summary.weakerSide || summary.left->count < kLeastRepeats || summary.right->count < kLeastRepeats)
        return std::nullopt;
    const bool left = *summary.weakerSide == Side::Left;
    const ReadingSpread& weaker = left ? *summary.left : *summary.right;
    const ReadingSpread& stronger = left ? *summary.right : *summary.left;
    return weaker.max < stronger.min ? summary.weakerSide : std::nullopt;
}

RoutineProposal proposeRoutine(const ProposalFacts& facts)
{
    const auto propose = [&](std::string_view id, ProposalReason reason, std::optional<Side> weaker = std::nullopt) {
        return RoutineProposal{std::string(id), reason, weaker, facts.releaseDays};
    };
    if (facts.lastStop && isRed(*facts.lastStop))
        return propose(kGentleRoutine, ProposalReason::RedStop);
    if (facts.releaseDays < kGentleReleaseDays)
        return propose(kGentleRoutine, ProposalReason::FirstWeek);
    const bool tested =
        facts.gluteTest && facts.gluteTest->complete && facts.gluteTest->recorded.day > facts.today - kProposalTestDays;
    if (!tested)
        return propose(kDailyRoutine, ProposalReason::NoTest);
    const auto weaker = clearlyWeakerSide(*facts.gluteTest);
    if (!weaker)
        return propose(kDailyRoutine, ProposalReason::Even);
    return propose(*weaker == Side::Left ? kLeftFirstRoutine : kRightFirstRoutine, ProposalReason::WeakerSide, weaker);
}

}  // namespace psolog
