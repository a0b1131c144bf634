// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <qnamespace.h>

namespace psolog {

/// Where the days of one calendar year stand in a grid with a column a week and a row a day of the week. Pure.
class YearGrid {
public:
    /// `firstWeekday` is the day that weeks begin with.
    YearGrid(int year, Qt::DayOfWeek firstWeekday);

    struct Cell {
        int column = 0;
        int row = 0;

        friend bool operator==(const Cell&, const Cell&) = default;
    };

    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] std::int32_t first() const { return m_first; }  ///< 1 January, LocalDay::number()
    [[nodiscard]] std::int32_t last() const { return m_last; }    ///< 31 December
    [[nodiscard]] bool contains(std::int32_t day) const { return day >= m_first && day <= m_last; }
    [[nodiscard]] int columns() const;  ///< 53 or 54
    /// Where a day of the year stands.
    [[nodiscard]] Cell cell(std::int32_t day) const;
    /// The day in a cell; nothing for one before or after the year.
    [[nodiscard]] std::optional<std::int32_t> day(Cell cell) const;
    /// First day of a month, 1-12.
    [[nodiscard]] std::int32_t monthStart(unsigned month) const;

private:
    int m_year;
    std::int32_t m_first;
    std::int32_t m_last;
    int m_offset;  ///< row of 1 January
};

}  // namespace psolog
