// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site.h"

namespace psolog {

std::string nameOf(Site site)
{
    return std::string(nameOf(site.muscle)) + '-' + std::string(nameOf(site.side));
}

std::optional<Site> siteFromName(std::string_view name)
{
    for (const Site site : allSites())
        if (nameOf(site) == name)
            return site;
    return std::nullopt;
}

}  // namespace psolog
