// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/weekly.h"
#include "core/weekly.h"

namespace psolog {

/// One weekly check-in as charts, tables and exports show it.
struct WeekRow {
    LocalDay day;  ///< of the answers; they are about the seven days up to it
    WeeklyVersion version = WeeklyVersion::OstrcH2;
    std::array<std::optional<int>, kWeeklyItems> scores{};
    std::optional<int> severity;      ///< 0-100; empty when an answer is missing
    std::optional<bool> substantial;  ///< see weeklySubstantial()

    friend bool operator==(const WeekRow&, const WeekRow&) = default;
};

/// The check-ins, which come in any order, in order of days.
[[nodiscard]] std::vector<WeekRow> weekRows(const std::vector<WeeklyCheckIn>& checkIns);

/// The rows as CSV (RFC 4180, UTF-8, CRLF). A field is empty when not answered, or when it cannot be told.
[[nodiscard]] std::string weekCsv(std::span<const WeekRow> rows);

}  // namespace psolog
