// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/coachnote.h"
#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"

namespace psolog {

/// What one line of the history is about.
enum class HistoryKind { CheckIn, Run, SelfTest, Release, Weekly, Experiment, ExperimentEnd, Note };

/// One line of the history; a note is one of a coach and no record of the log. A run is a line of its own; its id is
/// that of the check-in it was noted with. So is the end of an experiment that was stopped or changed; its id is that
/// of the experiment.
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
    std::vector<WeeklyCheckIn> weekly;
    std::vector<Experiment> experiments;
};

/// The lines for the records: newest local day first, within it newest first. Pure but for the translated words. A line
/// about a plan does not tell what was drawn.
[[nodiscard]] std::vector<HistoryRow> historyRows(const HistoryRecords& records);

/// The line for a note of a coach, under a day: the last one it is about, or the one it was written on without days;
/// at least `first` and at most `last`, so that a note about a day far away does not stretch the history.
[[nodiscard]] HistoryRow noteRow(const CoachNote& note, LocalDay first, LocalDay last);

/// Which lines are shown.
struct HistoryFilter {
    std::optional<HistoryKind> kind;  ///< empty: all; Experiment includes its end
    QString text;                     ///< each of its words must occur; upper and lower case alike

    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

[[nodiscard]] bool matches(const HistoryRow& row, const HistoryFilter& filter);

}  // namespace psolog
