// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/finding.h"
#include "analysis/review.h"
#include "analysis/trendrows.h"
#include "core/ports/iathletelog.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/ireleaselog.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/itrendlog.h"

namespace psolog {

/// "Now" is this many days, up to the last one with a score.
inline constexpr int kNowDays = 7;
/// Days of the report's close view.
inline constexpr int kRecentChartDays = 28;
/// The most notes a report gives.
inline constexpr std::size_t kReportNotes = 6;

/// The medians of some days for every site; a site that was not asked has none.
struct BodyMedians {
    std::optional<LogSpan> days;  ///< nothing when there are no such days
    std::array<std::optional<double>, kSiteCount> medians{};

    /// Whether any site has a median.
    [[nodiscard]] bool any() const;

    friend bool operator==(const BodyMedians&, const BodyMedians&) = default;
};

/// A self-test at its first and its latest run; the same test when there was but one.
struct TestSpan {
    TestPoint first;
    TestPoint latest;
    int count = 0;

    friend bool operator==(const TestSpan&, const TestSpan&) = default;
};

/// A release that was stopped for a red reason.
struct RedStop {
    LocalDay day;
    StopReason reason = StopReason::SharpPain;

    friend bool operator==(const RedStop&, const RedStop&) = default;
};

/// A note of a check-in, a self-test or a release; plain text, as it was entered.
struct ReportNote {
    LocalDay day;
    std::string text;

    friend bool operator==(const ReportNote&, const ReportNote&) = default;
};

/// Everything the one-page report says, without a word of it: what the log held on one day.
struct ReportFacts {
    LocalDay today;
    std::string athlete;          ///< name; may be empty
    std::optional<LogSpan> span;  ///< nothing for an empty log
    int scoredDays = 0;           ///< days with a score of any site
    std::optional<LocalDay> firstRelease;
    std::optional<Site> primary;     ///< nothing when no hamstring was ever asked
    Verdict verdict;                 ///< on the primary site
    std::optional<Finding> finding;  ///< of the primary site
    TrendRows rows;                  ///< left and right of the primary muscle, over the whole log
    std::vector<Finding> findings;   ///< one a site of rows, in order
    BodyMedians before;              ///< the baseline: days before the first release
    BodyMedians now;                 ///< the last kNowDays days
    int releaseDaysKept = 0;         ///< days with a release
    int releaseDaysPossible = 0;     ///< days since the first release; today counts once it is done
    std::optional<WeeklyLoads> loads;
    std::vector<SignFinding> signs;  ///< empty before the first release
    std::optional<TestSpan> glute;
    std::optional<TestSpan> tilt;
    std::vector<RedStop> redStops;  ///< newest first
    std::vector<ReportNote> notes;  ///< newest first, at most kReportNotes; only when asked for
    /// The day at which the log was cut: there is no first release, no baseline and no verdict then.
    std::optional<LocalDay> sharedFrom;
};

/// Where a report is read from.
struct ReportPorts {
    IAthleteLog& athletes;
    ICheckInLog& checkIns;
    ISelfTestLog& selfTests;
    IReleaseLog& releases;
    ITrendLog& trends;
    std::optional<LocalDay> sharedFrom = std::nullopt;  ///< see IReviewLog
};

/// Whether a report has the notes.
enum class ReportNotes { No, Yes };

/// Reads the whole log. The first error ends it.
[[nodiscard]] Result<ReportFacts> readReport(const ReportPorts& ports, LocalDay today, ReportNotes notes);

}  // namespace psolog
