// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/seriesinput.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "core/time.h"
#include "exchange/csvreader.h"

namespace psolog::cli {

namespace {

using Refusal = tl::unexpected<Error>;

/// Where the columns stand.
struct Columns {
    std::optional<std::size_t> x;
    std::optional<std::size_t> y;
    std::optional<std::size_t> phase;
    std::optional<std::size_t> series;
    std::size_t count = 0;
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

Result<Columns> readHeader(CsvReader& table)
{
    const auto more = table.next();
    if (!more)
        return Refusal(more.error());
    if (!*more)
        return table.refuse("no header");
    Columns columns;
    columns.count = table.size();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string_view name = trimmed(table.cell(i));
        std::optional<std::size_t>* const place = name == "x" ? &columns.x
            : name == "y"                                     ? &columns.y
            : name == "phase"                                 ? &columns.phase
            : name == "series"                                ? &columns.series
                                                              : nullptr;
        if (place == nullptr)
            return table.refuse(fmt::format("column {} of the header is none of x, y, phase, series", i + 1));
        if (*place)
            return table.refuse(fmt::format("the header names {} twice", name));
        *place = i;
    }
    if (!columns.x || !columns.y)
        return table.refuse(fmt::format("the header names no column {}", columns.x ? "y" : "x"));
    return columns;
}

/// The number, or what is wrong with it.
tl::expected<double, std::string_view> readNumber(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-' && text[1] != '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        return tl::unexpected<std::string_view>("is out of range");
    if (error != std::errc{} || end != text.data() + text.size())
        return tl::unexpected<std::string_view>("is not a number");
    if (!std::isfinite(value))
        return tl::unexpected<std::string_view>("is not a finite number");
    if (std::abs(value) > kLargestNumber)
        return tl::unexpected<std::string_view>("is out of range");
    return value;
}

class SeriesReader {
public:
    explicit SeriesReader(std::istream& in) : m_table(in) { }

    Result<std::vector<Series>> read()
    {
        const auto columns = readHeader(m_table);
        if (!columns)
            return Refusal(columns.error());
        m_columns = *columns;
        if (!m_columns.series)
            addSeries();
        std::size_t rows = 0;
        for (;;) {
            const auto more = m_table.next();
            if (!more)
                return Refusal(more.error());
            if (!*more) {
                if (auto ordered = checkOrder(); !ordered)
                    return Refusal(ordered.error());
                return std::move(m_series);
            }
            if (++rows > kMostRows)
                return m_table.refuse(fmt::format("more than {} rows", kMostRows));
            if (auto added = addRow(); !added)
                return Refusal(added.error());
        }
    }

private:
    /// Where the phases of a series lie.
    struct Extent {
        double firstA = std::numeric_limits<double>::infinity();
        double lastB = -std::numeric_limits<double>::infinity();
        std::size_t rowOfA = 0;  ///< the first in the table; 0: none
    };

    Result<void> addRow()
    {
        if (m_table.size() != m_columns.count)
            return m_table.refuse(fmt::format("too {} cells: {} instead of {}",
                                              m_table.size() < m_columns.count ? "few" : "many", m_table.size(),
                                              m_columns.count));
        Series& series = seriesOfRow();
        const bool first = series.rows.empty();
        SeriesRow row;
        if (auto read = readX(row, series, first); !read)
            return read;
        const std::string_view y = trimmed(m_table.cell(*m_columns.y));
        row.missing = y.empty();
        if (!row.missing) {
            const auto value = readNumber(y);
            if (!value)
                return m_table.refuse(fmt::format("y {}", value.error()));
            row.y = *value;
        }
        if (auto read = readPhase(row, series, first); !read)
            return read;
        series.rows.push_back(row);
        note(row, m_extents[static_cast<std::size_t>(&series - m_series.data())]);
        return {};
    }

    void note(const SeriesRow& row, Extent& extent) const
    {
        if (row.phase == Phase::Release)
            extent.lastB = std::max(extent.lastB, row.x);
        if (row.phase != Phase::Baseline)
            return;
        extent.firstA = std::min(extent.firstA, row.x);
        if (extent.rowOfA == 0)
            extent.rowOfA = m_table.row();
    }

    Result<void> checkOrder() const
    {
        for (const Extent& extent : m_extents)
            if (std::isfinite(extent.lastB) && std::isfinite(extent.firstA) && extent.lastB < extent.firstA)
                return fail(ErrorCode::InvalidValue,
                            fmt::format("row {}: every B of the series comes before every A", extent.rowOfA));
        return {};
    }

    Series& seriesOfRow()
    {
        if (!m_columns.series)
            return m_series.front();
        const auto [found, added] = m_byName.try_emplace(std::string(m_table.cell(*m_columns.series)), m_series.size());
        if (added)
            addSeries().name = found->first;
        return m_series[found->second];
    }

    Series& addSeries()
    {
        m_extents.emplace_back();
        return m_series.emplace_back();
    }

    Result<void> readX(SeriesRow& row, Series& series, bool first)
    {
        const std::string_view text = trimmed(m_table.cell(*m_columns.x));
        if (text.empty())
            return m_table.refuse("x is missing");
        const auto day = LocalDay::parse(text);
        if (first)
            series.dates = day.has_value();
        if (day) {
            row.x = day->number();
        } else {
            const auto value = readNumber(text);
            if (!value)
                return m_table.refuse(fmt::format("x {}{}", value.error(),
                                                  value.error() == "is not a number" ? " or a day as YYYY-MM-DD" : ""));
            row.x = *value;
        }
        if (series.dates != day.has_value())
            return m_table.refuse("x mixes dates and numbers");
        return {};
    }

    Result<void> readPhase(SeriesRow& row, Series& series, bool first)
    {
        if (!m_columns.phase)
            return {};
        const std::string_view text = trimmed(m_table.cell(*m_columns.phase));
        if (!text.empty() && text != "A" && text != "B")
            return m_table.refuse("phase is neither A nor B");
        if (first)
            series.phases = !text.empty();
        if (series.phases != !text.empty())
            return m_table.refuse("phase is given for some rows of the series only");
        if (series.phases)
            row.phase = text == "A" ? Phase::Baseline : Phase::Release;
        return {};
    }

    CsvReader m_table;
    Columns m_columns;
    std::vector<Series> m_series;
    std::vector<Extent> m_extents;  ///< of each series
    std::unordered_map<std::string, std::size_t> m_byName;
};

}  // namespace

Result<std::vector<Series>> readSeries(std::istream& in)
{
    return SeriesReader(in).read();
}

}  // namespace psolog::cli
