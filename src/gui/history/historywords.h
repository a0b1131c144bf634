// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"

namespace psolog {

/// The words of the history: records in one line, and the parts of their details. GUI thread only.
class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::HistoryWords)
public:
    /// "Left hamstring 6 · Right calf 3": the worst three; "Nothing sore"; "No muscle rated".
    [[nodiscard]] static QString worstSites(const SiteScores& scores);
    /// "8.4 km · 46 min · effort 6 · hills".
    [[nodiscard]] static QString run(const Run& run);
    /// "Left firm, right soft", with "incomplete" where it was broken off.
    [[nodiscard]] static QString selfTest(const SelfTest& test);
    /// "4:35 of 5:00 · 4 points found, 3 released".
    [[nodiscard]] static QString release(const ReleaseSession& session);
    /// One line a reading: "Left, repeat 1: firm (3), glute worked hardest".
    [[nodiscard]] static QStringList readings(const SelfTest& test);
    /// One line a point: "Point 1, low, both sides: held 0:32, released".
    [[nodiscard]] static QStringList points(const ReleaseSession& session);
    /// One line an event, with the release time worked so far: "1:05  Point 2 found (middle, both sides)".
    [[nodiscard]] static QStringList timeline(const ReleaseSession& session);
    /// "Left 6 → 4, right not asked".
    [[nodiscard]] static QString tightness(const ReleaseSession& session);

    /// "Severity 42 of 100 · substantial"; "Not all answered".
    [[nodiscard]] static QString weekly(const WeeklyCheckIn& checkIn);
    /// One line an item: the question and its answer with its score.
    [[nodiscard]] static QStringList answers(const WeeklyCheckIn& checkIn);
    /// What a plan asks for, without what was drawn.
    [[nodiscard]] static QStringList plan(const Experiment& plan, LocalDay today);
    /// What was drawn, as far as it may be told today: all of it for a plan that has ended.
    [[nodiscard]] static QStringList drawn(const Experiment& plan, LocalDay today);
    /// Whether a plan runs, is over, or how it was ended.
    [[nodiscard]] static QString standing(const Experiment& plan, LocalDay today);

    [[nodiscard]] static QString of(Context context);
    [[nodiscard]] static QString of(RunFeature feature);
    [[nodiscard]] static QString of(SelfTestKind kind);
    [[nodiscard]] static QString of(ReleaseOutcome outcome);
    [[nodiscard]] static QString of(StopReason reason);
};

}  // namespace psolog
