// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/testseries.h"
#include "analysis/trendrows.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/itrendlog.h"
#include "core/result.h"

namespace psolog {

/// Length of the days shown.
enum class TrendRange { TwoWeeks, Month, ThreeMonths, Year, All };

/// Rows and findings of some sites, over the whole log.
struct SiteTrend {
    std::shared_ptr<const TrendRows> rows;
    std::vector<Finding> findings;  ///< one a site, in the order of rows->sites()
};

/// One line of "first two weeks": a muscle on the side that was sorer in the baseline, or glute activation.
struct SignRow {
    bool activation = false;
    Site site;
    EarlySign sign = EarlySign::TooEarly;
    std::optional<double> before;
    std::optional<double> early;

    friend bool operator==(const SignRow&, const SignRow&) = default;
};

/// What the Trends page knows about the log, read once and kept until clear(). The first error of a call is returned
/// and nothing is kept from that call.
class TrendData {
public:
    TrendData(ITrendLog& trends, ISelfTestLog& tests);

    /// Forgets everything and reads the span of the log.
    Result<void> reload(LocalDay today);

    [[nodiscard]] bool empty() const { return !m_span; }
    [[nodiscard]] std::optional<LocalDay> firstRelease() const { return m_firstRelease; }
    [[nodiscard]] LocalDay today() const { return m_today; }
    /// First day of the log; today when it is empty.
    [[nodiscard]] LocalDay firstDay() const { return m_span ? m_span->first : m_today; }

    /// First and last day of a range that ends today. It does not begin before the log, but is never shorter than two
    /// weeks.
    [[nodiscard]] LogSpan range(TrendRange range) const;

    /// The given sites side by side.
    [[nodiscard]] Result<SiteTrend> sites(const std::vector<Site>& sites);
    /// Left and right of a muscle; kept.
    [[nodiscard]] Result<SiteTrend> muscle(Muscle muscle);
    /// The complete tests of a kind, in order of days.
    [[nodiscard]] Result<std::vector<TestPoint>> tests(SelfTestKind kind);
    /// The first two release weeks against the baseline: glutes, hamstrings, calves, activation. Empty before the first
    /// release.
    [[nodiscard]] Result<std::vector<SignRow>> signs();

private:
    ITrendLog& m_trends;
    ISelfTestLog& m_testLog;
    LocalDay m_today;
    std::optional<LogSpan> m_span;
    std::optional<LocalDay> m_firstRelease;
    std::optional<std::vector<DayActivity>> m_activity;
    std::optional<std::vector<SelfTest>> m_tests;
    std::array<std::optional<SiteTrend>, kMuscleCount> m_muscles;
};

}  // namespace psolog
