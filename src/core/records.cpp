// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records.h"

#include <algorithm>

namespace psolog {

namespace {

int countOf(const std::vector<SessionEvent>& events, SessionEventKind kind)
{
    return static_cast<int>(
        std::count_if(events.begin(), events.end(), [kind](const SessionEvent& event) { return event.kind == kind; }));
}

}  // namespace

int ReleaseSession::pointsFound() const
{
    return countOf(events, SessionEventKind::PointFound);
}

int ReleaseSession::pointsReleased() const
{
    return countOf(events, SessionEventKind::PointReleased);
}

}  // namespace psolog
