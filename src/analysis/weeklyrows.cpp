// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/weeklyrows.h"

#include <algorithm>

#include <fmt/format.h>

namespace psolog {

std::vector<WeekRow> weekRows(const std::vector<WeeklyCheckIn>& checkIns)
{
    std::vector<WeekRow> rows;
    rows.reserve(checkIns.size());
    for (const WeeklyCheckIn& checkIn : checkIns)
        rows.push_back({checkIn.recorded.day, checkIn.version, checkIn.scores, weeklySeverity(checkIn),
                        weeklySubstantial(checkIn)});
    std::stable_sort(rows.begin(), rows.end(), [](const WeekRow& a, const WeekRow& b) { return a.day < b.day; });
    return rows;
}

std::string weekCsv(std::span<const WeekRow> rows)
{
    const auto whole = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
    std::string csv = "day,version,participation,training,performance,symptoms,severity,substantial\r\n";
    for (const WeekRow& row : rows) {
        csv += fmt::format("{},{}", row.day.toString(), nameOf(row.version));
        for (const std::optional<int>& score : row.scores)
            csv += ',' + whole(score);
        csv += fmt::format(",{},{}\r\n", whole(row.severity), row.substantial ? (*row.substantial ? "yes" : "no") : "");
    }
    return csv;
}

}  // namespace psolog
