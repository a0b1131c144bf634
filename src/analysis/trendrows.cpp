// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trendrows.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include <fmt/format.h>

#include "core/score.h"

namespace psolog {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

/// Every day of any of the inputs, once, in order.
std::vector<TrendDay> allDays(const std::vector<std::vector<DayValue>>& series,
                              const std::vector<DayActivity>& activity)
{
    std::vector<TrendDay> days;
    for (const DayActivity& entry : activity)
        if (entry.releases > 0 || entry.runs > 0)
            days.push_back({entry.day.number(), entry.releases, entry.runs});
    const auto byDay = [](const TrendDay& a, const TrendDay& b) { return a.day < b.day; };
    std::sort(days.begin(), days.end(), byDay);
    std::vector<TrendDay> added;
    for (const auto& values : series) {
        added.clear();
        auto known = days.begin();
        for (const DayValue& value : values) {
            while (known != days.end() && known->day < value.day)
                ++known;
            if (known == days.end() || known->day != value.day)
                added.push_back({value.day, 0, 0});
        }
        const auto middle = static_cast<std::ptrdiff_t>(days.size());
        days.insert(days.end(), added.begin(), added.end());
        std::inplace_merge(days.begin(), days.begin() + middle, days.end(), byDay);
    }
    return days;
}

}  // namespace

std::vector<int> scoresIn(std::uint16_t bits)
{
    std::vector<int> scores;
    for (int score = Score::kMin; score <= Score::kMax; ++score)
        if ((bits & (1U << score)) != 0)
            scores.push_back(score);
    return scores;
}

TrendRows::TrendRows(std::vector<Site> sites, const std::vector<std::vector<DayValue>>& series,
                     const std::vector<DayActivity>& activity, std::optional<LocalDay> firstRelease)
    : m_sites(std::move(sites)),
      m_days(allDays(series, activity)),
      m_firstRelease(firstRelease)
{
    m_cells.resize(m_days.size() * m_sites.size());
    for (std::size_t site = 0; site < m_sites.size() && site < series.size(); ++site) {
        std::size_t row = 0;
        for (const DayValue& value : series[site]) {
            while (m_days[row].day != value.day)
                ++row;
            m_cells[row * m_sites.size() + site] = {value.count, value.scores, value.median, value.rolling};
        }
    }
}

bool TrendRows::isBaseline(std::size_t row) const
{
    return !m_firstRelease || m_days[row].day < m_firstRelease->number();
}

std::optional<std::size_t> TrendRows::find(std::int32_t day) const
{
    const auto it = std::lower_bound(m_days.begin(), m_days.end(), day,
                                     [](const TrendDay& a, std::int32_t wanted) { return a.day < wanted; });
    if (it == m_days.end() || it->day != day)
        return std::nullopt;
    return static_cast<std::size_t>(it - m_days.begin());
}

TrendRows TrendRows::between(std::int32_t first, std::int32_t last) const
{
    const auto isBefore = [](const TrendDay& a, std::int32_t wanted) { return a.day < wanted; };
    const auto from = std::lower_bound(m_days.begin(), m_days.end(), first, isBefore);
    const auto to = std::lower_bound(from, m_days.end(), std::max(first, last + 1), isBefore);
    const auto width = static_cast<std::ptrdiff_t>(m_sites.size());
    TrendRows part;
    part.m_sites = m_sites;
    part.m_firstRelease = m_firstRelease;
    part.m_days.assign(from, to);
    part.m_cells.assign(m_cells.begin() + (from - m_days.begin()) * width,
                        m_cells.begin() + (to - m_days.begin()) * width);
    return part;
}

TrendSeries trendSeries(const TrendRows& rows, std::size_t site)
{
    TrendSeries series;
    series.site = rows.sites()[site];
    std::optional<std::int32_t> last;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const TrendCell& cell = rows.cell(row, site);
        if (cell.count == 0)
            continue;
        const std::int32_t day = rows.day(row).day;
        for (auto bits = static_cast<unsigned>(cell.scores); bits != 0; bits &= bits - 1)
            series.dots.push_back({day, static_cast<double>(std::countr_zero(bits))});
        if (cell.rolling) {
            if (series.lines.empty() || !last || !joined(*last, day))
                series.lines.emplace_back();
            series.lines.back().push_back({day, *cell.rolling});
            last = day;
        }
    }
    return series;
}

std::string medianText(double value)
{
    const double rounded = std::round(value * 10) / 10;
    return rounded == std::floor(rounded) ? fmt::format("{:.0f}", rounded) : fmt::format("{:.1f}", rounded);
}

std::string trendCsv(const TrendRows& rows)
{
    std::string csv = "day,phase,releases,runs";
    for (const Site site : rows.sites()) {
        const std::string name = nameOf(site);
        csv += fmt::format(",{0} scores,{0} median,{0} 7-day median", name);
    }
    csv += kLineEnd;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const TrendDay& day = rows.day(row);
        csv += fmt::format("{},{},{},{}", LocalDay::fromNumber(day.day).toString(),
                           rows.isBaseline(row) ? "baseline" : "release", day.releases, day.runs);
        for (std::size_t site = 0; site < rows.sites().size(); ++site) {
            const TrendCell& cell = rows.cell(row, site);
            if (cell.count == 0) {
                csv += ",,,";
                continue;
            }
            csv += fmt::format(",{},{},{}", fmt::join(scoresIn(cell.scores), ";"), medianText(cell.median),
                               cell.rolling ? medianText(*cell.rolling) : std::string());
        }
        csv += kLineEnd;
    }
    return csv;
}

}  // namespace psolog
