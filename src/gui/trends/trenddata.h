// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/finding.h"
#include "analysis/review.h"
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

/// The verdict on the primary outcome, with what its words need.
struct PrimaryVerdict {
    Site site;
    Verdict verdict;
    std::optional<WeeklyLoads> loads;
};

/// What the Trends page knows about the log, read once and kept until clear(). The first error of a call is returned
/// and nothing is kept from that call.
class TrendData {
public:
    TrendData(ITrendLog& trends, ISelfTestLog& tests);

    /// Forgets everything and reads the span of the log.
    Result<void> reload(LocalDay today);

    /// Another number after every reload(): what a view keeps itself is then old.
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] bool empty() const { return !m_span; }
    [[nodiscard]] std::optional<LocalDay> firstRelease() const { return m_firstRelease; }
    [[nodiscard]] LocalDay today() const { return m_today; }
    /// First day of the log; today when it is empty.
    [[nodiscard]] LocalDay firstDay() const { return m_span ? m_span->first : m_today; }

    /// First and last day of a range that ends today. It does not begin before the log, but is never shorter than two
    /// weeks.
    [[nodiscard]] LogSpan range(TrendRange range) const;

    /// Reads what is not known of all sites at once, which is faster than one by one.
    Result<void> readAllSites();
    /// The given sites side by side.
    [[nodiscard]] Result<SiteTrend> sites(const std::vector<Site>& sites);
    /// Left and right of a muscle; kept.
    [[nodiscard]] Result<SiteTrend> muscle(Muscle muscle);
    /// The complete tests of a kind, in order of days.
    [[nodiscard]] Result<std::vector<TestPoint>> tests(SelfTestKind kind);

    /// The verdict on the hamstring that was sorer in the baseline; kept. Nothing: no hamstring was ever asked.
    [[nodiscard]] Result<std::optional<PrimaryVerdict>> primary();
    /// The early signs, all four; kept. Reads of calves and glutes no more than they need.
    [[nodiscard]] Result<std::vector<SignFinding>> signs();
    /// The sites of a muscle as outcomes without a verdict, as far as they have a score.
    [[nodiscard]] Result<std::vector<Outcome>> outcomesOf(Muscle muscle);
    /// Every outcome but the primary one; reads the whole log; kept.
    [[nodiscard]] Result<std::vector<Outcome>> others();

private:
    Result<const std::vector<DayActivity>*> activity();
    Result<const std::vector<DayValue>*> days(Site site);
    /// The facts of some sites, without self-tests.
    Result<ReviewFacts> facts(const std::vector<Site>& sites);

    ITrendLog& m_trends;
    ISelfTestLog& m_testLog;
    int m_revision = 0;
    LocalDay m_today;
    std::optional<LogSpan> m_span;
    std::optional<LocalDay> m_firstRelease;
    std::optional<std::vector<DayActivity>> m_activity;
    std::optional<std::vector<SelfTest>> m_tests;
    std::array<std::optional<std::vector<DayValue>>, kSiteCount> m_days;
    std::array<std::optional<SiteTrend>, kMuscleCount> m_muscles;
    std::optional<std::optional<PrimaryVerdict>> m_primary;
    std::optional<std::vector<SignFinding>> m_signs;
    std::optional<std::vector<Outcome>> m_others;
};

}  // namespace psolog
