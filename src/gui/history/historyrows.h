// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/records.h"

namespace psolog {

/// What one line of the history is about.
enum class HistoryKind { CheckIn, Run, SelfTest, Release };

/// One line of the history. A run is a line of its own; its id is that of the check-in it was noted with.
struct HistoryRow {
    HistoryKind kind = HistoryKind::CheckIn;
    std::string id;
    RecordedAt recorded;
    QString kindWord;            ///< "Check-in"
    QString title;               ///< what it was, in words
    QString detail;              ///< a second line; may be empty
    QString search;              ///< everything the text filter looks at
    std::optional<Score> worst;  ///< of a check-in with scores
    bool warns = false;          ///< stopped for a red reason
};

/// Records of some days, as read from the log.
struct HistoryRecords {
    std::vector<CheckIn> checkIns;
    std::vector<SelfTest> selfTests;
    std::vector<ReleaseSession> releases;
};

/// The lines for the records: newest local day first, within it newest first. Pure but for the translated words.
[[nodiscard]] std::vector<HistoryRow> historyRows(const HistoryRecords& records);

/// Which lines are shown.
struct HistoryFilter {
    std::optional<HistoryKind> kind;  ///< empty: all
    QString text;                     ///< each of its words must occur; upper and lower case alike

    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

[[nodiscard]] bool matches(const HistoryRow& row, const HistoryFilter& filter);

}  // namespace psolog
