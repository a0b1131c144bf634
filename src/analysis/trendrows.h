// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/dayseries.h"
#include "core/ports/itrendlog.h"
#include "core/site.h"
#include "core/time.h"

namespace psolog {

/// One day of a trend: what the log holds beside the scores.
struct TrendDay {
    std::int32_t day = 0;  ///< LocalDay::number()
    std::int32_t releases = 0;
    std::int32_t runs = 0;

    friend bool operator==(const TrendDay&, const TrendDay&) = default;
};

/// What one site got on one day of a trend; count 0: not asked.
struct TrendCell {
    std::int32_t count = 0;
    std::uint16_t scores = 0;       ///< bit n: score n was given
    double median = 0;              ///< of the day; only when count > 0
    std::optional<double> rolling;  ///< 7-day median

    friend bool operator==(const TrendCell&, const TrendCell&) = default;
};

/// The scores in a set of bits, lowest first: {4, 6}.
[[nodiscard]] std::vector<int> scoresIn(std::uint16_t bits);

/// The rows of a trend: one a day with a score of a chosen site, a release or a run, in order of days. The chart, the
/// table and the export are all made from these rows and show nothing else.
class TrendRows {
public:
    TrendRows() = default;

    /// Puts the day series of the sites and the activity of days side by side. `series` has one element a site.
    TrendRows(std::vector<Site> sites, const std::vector<std::vector<DayValue>>& series,
              const std::vector<DayActivity>& activity, std::optional<LocalDay> firstRelease);

    [[nodiscard]] const std::vector<Site>& sites() const { return m_sites; }
    [[nodiscard]] std::size_t size() const { return m_days.size(); }
    [[nodiscard]] bool empty() const { return m_days.empty(); }
    [[nodiscard]] const TrendDay& day(std::size_t row) const { return m_days[row]; }
    /// `site` is an index into sites().
    [[nodiscard]] const TrendCell& cell(std::size_t row, std::size_t site) const
    {
        return m_cells[row * m_sites.size() + site];
    }
    [[nodiscard]] std::optional<LocalDay> firstRelease() const { return m_firstRelease; }
    /// Whether the row belongs to the baseline (before the first release day).
    [[nodiscard]] bool isBaseline(std::size_t row) const;
    /// Index of the row of this day, or nothing.
    [[nodiscard]] std::optional<std::size_t> find(std::int32_t day) const;

    /// The rows of the days first to last (both included).
    [[nodiscard]] TrendRows between(std::int32_t first, std::int32_t last) const;

    friend bool operator==(const TrendRows&, const TrendRows&) = default;

private:
    std::vector<Site> m_sites;
    std::vector<TrendDay> m_days;
    std::vector<TrendCell> m_cells;  ///< row by row
    std::optional<LocalDay> m_firstRelease;
};

/// A point of a series.
struct SeriesPoint {
    std::int32_t day = 0;
    double value = 0;

    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// One site as drawn.
struct TrendSeries {
    Site site;
    std::vector<SeriesPoint> dots;                ///< one for each different score of a day
    std::vector<std::vector<SeriesPoint>> lines;  ///< the 7-day median; a new piece after each gap; none is empty

    friend bool operator==(const TrendSeries&, const TrendSeries&) = default;
};

/// The series of one site of the rows; `site` is an index into sites().
[[nodiscard]] TrendSeries trendSeries(const TrendRows& rows, std::size_t site);

/// The rows as CSV (RFC 4180, UTF-8, CRLF): day, phase, releases, runs, and for each site the scores of the day
/// ("4;6"), their median and the 7-day median. A field is empty when not asked. Numbers have a decimal point.
[[nodiscard]] std::string trendCsv(const TrendRows& rows);

/// A median as text with at most one decimal, as in tables and CSV: "3", "3.5".
[[nodiscard]] std::string medianText(double value);

}  // namespace psolog
