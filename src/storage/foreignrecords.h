// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/logcopy.h"
#include "core/result.h"
#include "storage/foreignkeys.h"

namespace psolog {

class ForeignRow;

/// A log as it is put together from its rows: parents before their parts, the rows of each table in the order of its
/// key. Throws RefusedValue for a row that no log holds.
class ForeignRecords {
public:
    /// `budget` is for the values, in bytes.
    ForeignRecords(int schema, std::int64_t budget);

    void takeAthlete(ForeignRow& row);
    void takeScreening(ForeignRow& row);
    void takeSafetyItem(ForeignRow& row);
    void takeCheckIn(ForeignRow& row);
    void takeSoreness(ForeignRow& row);
    void takeRun(ForeignRow& row);
    void takeRunFeature(ForeignRow& row);
    void takeSelfTest(ForeignRow& row);
    void takeReading(ForeignRow& row);
    void takeRelease(ForeignRow& row);
    void takeEvent(ForeignRow& row);
    void takeWeekly(ForeignRow& row);
    void takeExperiment(ForeignRow& row);
    void takeSnapshot(ForeignRow& row);
    // Coaches' notes are no part of the copy, but of the file: they are judged all the same.
    void takeReceivedNote(ForeignRow& row);
    void takeReceivedPlan(ForeignRow& row);
    void takePlanStep(ForeignRow& row);

    /// Whether the values have become more than the budget.
    [[nodiscard]] bool isTooMuch() const { return m_used > m_budget; }
    /// The log, in its order. NotALog without an athlete; Damaged for an id that is there twice.
    [[nodiscard]] Result<LogCopy> finish();

private:
    [[nodiscard]] std::optional<std::int64_t> changed(ForeignRow& row) const;
    void count(std::size_t bytes) { m_used += static_cast<std::int64_t>(bytes); }

    bool m_knowsChanges;
    std::int64_t m_budget;
    std::int64_t m_used = 0;
    LogCopy m_copy;
    bool m_hasAthlete = false;
    bool m_hasPlan = false;

    ForeignKeys m_screenings;
    ForeignKeys m_checkIns;
    ForeignKeys m_runs;
    ForeignKeys m_selfTests;
    ForeignKeys m_releases;
    ForeignKeys m_weekly;
    ForeignKeys m_experiments;
    ForeignKeys m_notes;
    ForeignIds m_screeningIds;
    ForeignIds m_checkInIds;
    ForeignIds m_runIds;
    ForeignIds m_selfTestIds;
    ForeignIds m_releaseIds;
    ForeignIds m_weeklyIds;
    ForeignIds m_noteIds;
    std::vector<std::size_t> m_runCheckIn;  // check-in of each run
    std::set<std::string> m_experimentIds;  // of the rows so far
    std::set<std::string> m_replaced;

    // The reading before.
    std::int64_t m_lastParent = 0;
    std::int64_t m_lastPosition = 0;
};

}  // namespace psolog
