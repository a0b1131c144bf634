// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/records.h"

namespace psolog {

/// Of a smaller drop no share is taken: one point is what a rating varies by anyway, and a share of it would be noise.
inline constexpr int kReliefDrop = 2;
/// With fewer shares none is stated.
inline constexpr int kReliefLeast = 5;
/// A session later than this many days is not the next one: too much else has happened.
inline constexpr int kReliefNextDays = 7;

/// One side in one session and what became of it. What was not asked is missing, never zero.
struct ReliefRow {
    LocalDay day;  ///< of the session
    Side side = Side::Left;
    int before = 0;  ///< tightness 0-10
    int after = 0;
    /// Soreness of the psoas in the first morning check-in of the next day, before any further session.
    std::optional<int> morning;
    std::optional<int> next;        ///< tightness before the next session
    std::optional<int> daysToNext;  ///< only with `next`

    [[nodiscard]] int drop() const { return before - after; }
    /// How much of the drop is still there when tightness is `later`: 1 all of it, 0 none, below 0 tighter than before.
    /// Nothing for a drop of less than kReliefDrop.
    [[nodiscard]] std::optional<double> kept(const std::optional<int>& later) const;

    friend bool operator==(const ReliefRow&, const ReliefRow&) = default;
};

/// A median and the number of values it is taken of.
struct CountedMedian {
    std::optional<double> median;
    int count = 0;

    friend bool operator==(const CountedMedian&, const CountedMedian&) = default;
};

/// How long relief lasts, over the rows of one side or of both. Medians of different sessions where answers are
/// missing, so that only the shares, each within its session, may be compared.
struct ReliefSummary {
    CountedMedian before;
    CountedMedian after;
    CountedMedian morning;
    CountedMedian next;
    int drops = 0;              ///< rows with a drop of kReliefDrop or more
    CountedMedian keptMorning;  ///< share of the drop; see ReliefRow::kept()
    CountedMedian keptNext;

    friend bool operator==(const ReliefSummary&, const ReliefSummary&) = default;
};

/// A row for each side that was rated before and after a session, in order of time, left first. Sessions that run or
/// were discarded have none. Sessions and check-ins in any order.
[[nodiscard]] std::vector<ReliefRow> reliefRows(std::vector<ReleaseSession> sessions,
                                                const std::vector<CheckIn>& checkIns);

[[nodiscard]] ReliefSummary reliefSummary(std::span<const ReliefRow> rows);
[[nodiscard]] ReliefSummary reliefSummary(std::span<const ReliefRow> rows, Side side);

/// The rows as CSV (RFC 4180, UTF-8, CRLF). A field is empty when not asked; shares have two decimals.
[[nodiscard]] std::string reliefCsv(std::span<const ReliefRow> rows);

}  // namespace psolog
