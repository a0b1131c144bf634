// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/checkinbasis.h"

#include <algorithm>

namespace psolog {

CheckInBasis basisFor(const std::vector<CheckIn>& known, const CheckInId& self, const Instant& moment)
{
    std::vector<const CheckIn*> earlier;
    for (const CheckIn& checkIn : known)
        if (checkIn.id != self && checkIn.recorded.at.utc <= moment.utc && checkIn.scores.count() > 0)
            earlier.push_back(&checkIn);
    std::stable_sort(earlier.begin(), earlier.end(),
                     [](const CheckIn* a, const CheckIn* b) { return a->recorded.at.utc > b->recorded.at.utc; });

    CheckInBasis basis;
    if (!earlier.empty())
        basis.last = *earlier.front();
    for (const Site site : allSites()) {
        for (const CheckIn* checkIn : earlier) {
            if (const auto& score = checkIn->scores[site]) {
                basis.earlier[indexOf(site)] = EarlierScore{*score, checkIn->recorded.day};
                break;
            }
        }
    }
    if (basis.last) {
        const SiteScores& scores = basis.last->scores;
        for (const Site site : allSites())
            if (scores[site] && scores[site]->value() >= kAskAgainFrom)
                basis.soreLast.push_back(site);
        std::stable_sort(basis.soreLast.begin(), basis.soreLast.end(),
                         [&](Site a, Site b) { return *scores[a] > *scores[b]; });
    }
    return basis;
}

Context likelyContext(const std::vector<CheckIn>& known, const RecordedAt& now)
{
    if (localTimeOfDay(now.at) >= kMorningEnds)
        return Context::Other;
    const bool hadIt = std::any_of(known.begin(), known.end(), [&](const CheckIn& checkIn) {
        return checkIn.recorded.day == now.day && checkIn.context == Context::Morning;
    });
    return hadIt ? Context::Other : Context::Morning;
}

}  // namespace psolog
