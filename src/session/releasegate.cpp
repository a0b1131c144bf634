// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/releasegate.h"

#include <algorithm>
#include <utility>

#include "session/releaseflow.h"

namespace psolog {

namespace {

bool locks(const ReleaseSession& session)
{
    return session.outcome == ReleaseOutcome::Stopped && session.stopReason && isRed(*session.stopReason)
        && !session.redAcknowledged;
}

const ReleaseSession* newest(const std::vector<ReleaseSession>& sessions, bool (*matches)(const ReleaseSession&))
{
    const ReleaseSession* found = nullptr;
    for (const ReleaseSession& session : sessions)
        if (matches(session) && (found == nullptr || found->recorded.at.utc < session.recorded.at.utc))
            found = &session;
    return found;
}

bool isValid(const SafetyScreening& screening, LocalDay today, std::chrono::minutes dayStart)
{
    LocalDay since = screening.recorded.day;
    if (screening.clearedAt)
        since = std::max(since, localDayOf(*screening.clearedAt, dayStart));
    return today - since < kScreeningValidDays;
}

}  // namespace

std::optional<SafetyScreening> decisiveScreening(const std::vector<SafetyScreening>& screenings)
{
    const auto weight = [](const SafetyScreening& screening) {
        return std::pair(screening.locksRelease(), screening.recorded.at.utc);
    };
    const SafetyScreening* decisive = nullptr;
    for (const SafetyScreening& screening : screenings)
        if (decisive == nullptr || weight(screening) >= weight(*decisive))
            decisive = &screening;
    return decisive == nullptr ? std::nullopt : std::optional(*decisive);
}

ReleaseGate releaseGate(const std::optional<SafetyScreening>& screening, const std::vector<ReleaseSession>& sessions,
                        LocalDay today, std::chrono::minutes dayStart)
{
    ReleaseGate gate;
    if (const ReleaseSession* const open = newest(sessions, lacksReason))
        gate.unanswered = open->id;
    if (screening && screening->locksRelease()) {
        gate.state = GateState::LockedByScreening;
        gate.items = screening->present;
    } else if (const ReleaseSession* const red = newest(sessions, locks)) {
        gate.state = GateState::LockedByRedStop;
        gate.session = red->id;
        gate.reason = red->stopReason;
    } else if (screening && isValid(*screening, today, dayStart)) {
        gate.state = GateState::Free;
    }
    return gate;
}

SafetyItem safetyItemFor(DailyItem item)
{
    switch (item) {
    case DailyItem::Pulsing:
        return SafetyItem::Aneurysm;
    case DailyItem::Numbness:
        break;
    case DailyItem::GroinPain:
        return SafetyItem::GroinPain;
    case DailyItem::Bleeding:
        return SafetyItem::Bleeding;
    case DailyItem::Pregnancy:
        return SafetyItem::Pregnancy;
    }
    return SafetyItem::Unexplained;
}

SafetyScreening screeningFor(const std::set<DailyItem>& yes, ScreeningId id, RecordedAt recorded)
{
    SafetyScreening screening;
    screening.id = std::move(id);
    screening.recorded = std::move(recorded);
    for (const DailyItem item : yes)
        screening.present.insert(safetyItemFor(item));
    return screening;
}

}  // namespace psolog
