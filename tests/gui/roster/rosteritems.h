// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "gui/roster/coachvalues.h"

namespace psolog::test {

inline const LocalDay kToday(2026, 11, 22);

/// An athlete made by hand: named, with a spark line, nothing that stands out.
inline RosterItem makeItem(int number, const std::string& name)
{
    RosterItem item;
    std::string uuid = "00000000-0000-4000-8000-000000000000";
    const std::string digits = std::to_string(number);
    uuid.replace(uuid.size() - digits.size(), digits.size(), digits);
    item.entry.id = AthleteId(uuid);
    item.entry.name = name;
    item.entry.digest = "d" + digits;
    item.row.athlete = item.entry.id;
    item.row.name = name;
    item.row.today = kToday;
    item.row.lastCheckIn = kToday;
    item.row.worstNow = 3;
    item.row.worstSite = Site{Muscle::Hamstring, Side::Left};
    item.row.primary = Site{Muscle::Hamstring, Side::Left};
    for (int day = 0; day < kSparkDays; ++day)
        item.row.spark.push_back(day == 9 || day == 10
                                     ? std::optional<double>()
                                     : std::optional(std::round(3 + 2 * std::sin(day * 0.7 + number))));
    item.row.released = true;
    item.row.verdict = VerdictKind::NoClearChange;
    item.row.adherence = Adherence{6, 7, 0.86};
    item.row.sides = SideDifference{kToday - 3, Side::Left, 1, false};
    return item;
}

inline Flag makeFlag(FlagKind kind, int days = 0, double value = 0)
{
    Flag flag;
    flag.kind = kind;
    flag.days = days;
    flag.value = value;
    flag.since = kToday - 1;
    if (kind == FlagKind::RedStop)
        flag.reason = StopReason::Pulsing;
    if (kind == FlagKind::HighScore)
        flag.site = Site{Muscle::Calf, Side::Left};
    return flag;
}

/// Stands out, and was not reviewed.
inline RosterItem flagged(RosterItem item, std::vector<Flag> flags)
{
    item.row.flags = flags;
    item.unseen = std::move(flags);
    return item;
}

inline std::shared_ptr<Roster> rosterOf(std::vector<RosterItem> items)
{
    auto roster = std::make_shared<Roster>();
    roster->library = true;
    roster->athletes = static_cast<int>(items.size());
    roster->items = std::move(items);
    return roster;
}

}  // namespace psolog::test
