// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/yeargrid.h"

#include "core/time.h"

namespace psolog {

namespace {

constexpr int kWeek = 7;
constexpr int kEpochWeekday = 3;  // 1 January 1970 was a Thursday; Monday is 0

int weekday(std::int32_t day)
{
    const int remainder = (day + kEpochWeekday) % kWeek;
    return remainder < 0 ? remainder + kWeek : remainder;
}

}  // namespace

YearGrid::YearGrid(int year, Qt::DayOfWeek firstWeekday)
    : m_year(year),
      m_first(LocalDay(year, 1, 1).number()),
      m_last(LocalDay(year, 12, 31).number()),
      m_offset((weekday(m_first) - (static_cast<int>(firstWeekday) - 1) + kWeek) % kWeek)
{
}

int YearGrid::columns() const
{
    return (m_offset + (m_last - m_first)) / kWeek + 1;
}

YearGrid::Cell YearGrid::cell(std::int32_t day) const
{
    const int index = m_offset + (day - m_first);
    return {index / kWeek, index % kWeek};
}

std::optional<std::int32_t> YearGrid::day(Cell cell) const
{
    if (cell.row < 0 || cell.row >= kWeek || cell.column < 0)
        return std::nullopt;
    const std::int32_t day = m_first + cell.column * kWeek + cell.row - m_offset;
    return contains(day) ? std::optional(day) : std::nullopt;
}

std::int32_t YearGrid::monthStart(unsigned month) const
{
    return LocalDay(m_year, month, 1).number();
}

}  // namespace psolog
