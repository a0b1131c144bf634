// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/proposalfacts.h"

#include <algorithm>

#include "gui/shell/services.h"

namespace psolog {

namespace {

/// Days with a release; counting ends once the first week is full, so that a long log costs no more than a short one.
Result<int> countReleaseDays(Services& services, LocalDay today)
{
    constexpr int kWindow = 60;
    const auto first = services.trends.firstReleaseDay();
    if (!first)
        return tl::unexpected(first.error());
    int days = 0;
    if (!*first)
        return days;
    for (LocalDay from = **first; from <= today && days < kGentleReleaseDays; from = from + kWindow) {
        const auto activity = services.trends.activity(from, std::min(from + (kWindow - 1), today));
        if (!activity)
            return tl::unexpected(activity.error());
        days += static_cast<int>(
            std::count_if(activity->begin(), activity->end(), [](const DayActivity& day) { return day.releases > 0; }));
    }
    return std::min(days, kGentleReleaseDays);
}

}  // namespace

Result<RoutineProposal> readProposal(Services& services)
{
    ProposalFacts facts;
    facts.today = services.today();
    const auto tests = services.selfTests.latest(SelfTestKind::GluteActivation, 1);
    if (!tests)
        return tl::unexpected(tests.error());
    if (!tests->empty())
        facts.gluteTest = tests->front();
    const auto days = countReleaseDays(services, facts.today);
    if (!days)
        return tl::unexpected(days.error());
    facts.releaseDays = *days;
    const auto latest = services.releases.latest();
    if (!latest)
        return tl::unexpected(latest.error());
    if (*latest && (*latest)->outcome == ReleaseOutcome::Stopped)
        facts.lastStop = (*latest)->stopReason;
    RoutineProposal proposal = proposeRoutine(facts);
    if (services.routines.find(proposal.routineId) == nullptr)
        proposal.routineId = services.routines.routines().front().routine.id;
    return proposal;
}

}  // namespace psolog
