// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/followup.h"

#include <algorithm>

namespace psolog {

namespace {

bool isMorning(const FollowUpFacts& facts)
{
    const std::chrono::minutes time = localTimeOfDay(facts.now.at);
    return time >= facts.dayStart && time < std::max(kFollowUpEnds, facts.dayStart + kShortestMorning);
}

/// The highest score of each site on a day: what a run left, not what an easy evening made of it.
SiteScores highestOf(const std::vector<CheckIn>& checkIns, LocalDay day)
{
    SiteScores highest;
    for (const CheckIn& checkIn : checkIns) {
        if (checkIn.recorded.day != day)
            continue;
        for (const Site site : allSites())
            highest[site] = std::max(highest[site], checkIn.scores[site]);
    }
    return highest;
}

}  // namespace

std::vector<FollowUpSite> followUp(const FollowUpFacts& facts)
{
    std::vector<FollowUpSite> sites;
    if (!isMorning(facts))
        return sites;
    const SiteScores yesterday = highestOf(facts.checkIns, facts.now.day - 1);
    const SiteScores today = highestOf(facts.checkIns, facts.now.day);

    for (const Site site : allSites())
        if (const FollowUpSite asked{site, yesterday[site]}; asked.wasSore() && !today[site])
            sites.push_back(asked);
    std::stable_sort(sites.begin(), sites.end(),
                     [](const FollowUpSite& a, const FollowUpSite& b) { return a.yesterday > b.yesterday; });
    if (!facts.releasedYesterday)
        return sites;

    std::vector<Site> released = facts.primary;
    released.push_back({Muscle::Psoas, Side::Left});
    released.push_back({Muscle::Psoas, Side::Right});
    for (const Site site : released) {
        const bool listed =
            std::any_of(sites.begin(), sites.end(), [&](const FollowUpSite& asked) { return asked.site == site; });
        if (!listed && !today[site])
            sites.push_back({site, yesterday[site]});
    }
    return sites;
}

}  // namespace psolog
