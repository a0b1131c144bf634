// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/rostertable.h"
#include "support/copybuilder.h"

namespace psolog::test {

/// A roster of that many athletes: steady, flagged for everything, in their baseline, never logged; every fourth alike.
inline std::vector<RosterLine> rosterLines(int count)
{
    constexpr Site left{Muscle::Hamstring, Side::Left};
    std::vector<RosterLine> lines;
    for (int i = 0; i < count; ++i) {
        CopyBuilder log;
        log.copy().athlete.record.name = "Runner " + std::to_string(i + 1);
        if (i % 4 == 0)
            log.scores(left, std::vector<int>(60, 4)).releases(40, 0).gluteTest(3, {2, 3}, {3, 3});
        if (i % 4 == 1)
            log.scores(left, {2, 3, 4, 5, 6, 7, 8, 8, 9, 9}, 4)
                .release(13, StopReason::Numbness)
                .releases(40, 20)
                .gluteTest(8, {0, 0}, {3, 3})
                .gluteTest(4, {0, 0}, {3, 3});
        if (i % 4 == 2)
            log.scores(left, {5, 4, 5, 4, 5});
        RosterLine line;
        line.row = rosterRow(log.copy(), log.today());
        if (!line.row.flags.empty())
            line.unseen = {line.row.flags.front()};
        line.group = i % 3 == 0 ? "10 km" : "";
        lines.push_back(line);
    }
    return lines;
}

}  // namespace psolog::test
