// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pagefixture.h"

namespace psolog::test {

/// Weekly check-ins of the last weeks, getting better, the third and the eighth week missing.
inline void addWeeks(PageFixture& fixture, int weeks)
{
    constexpr std::array<std::array<int, kWeeklyItems>, 4> kAnswers{
        {{17, 17, 17, 17}, {8, 17, 8, 17}, {8, 8, 8, 8}, {0, 0, 0, 0}}};
    for (int i = 0; i < weeks; ++i) {
        const int ago = 7 * (weeks - 1 - i);
        if (i == 2 || i == 7)
            continue;
        WeeklyCheckIn record;
        record.id = fixture.ids.make<WeeklyCheckInId>();
        const Instant now = fixture.clock.now();
        record.recorded.at = Instant{now.utc - std::chrono::days(ago), now.offset, now.zone};
        record.recorded.day = localDayOf(record.recorded.at);
        const auto& answers = kAnswers[static_cast<std::size_t>(i * 4 / weeks)];
        for (std::size_t item = 0; item < kWeeklyItems; ++item)
            record.scores[item] = answers[item];
        if (answers[0] == 0)
            record.scores = {0, {}, {}, {}};
        if (const auto saved = fixture.log->weekly().save(record); !saved)
            qFatal("weekly check-in not saved: %s", saved.error().detail.c_str());
    }
}

}  // namespace psolog::test
