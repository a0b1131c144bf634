// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/dayticks.h"

#include <algorithm>
#include <array>

#include <QDate>
#include <QLocale>

#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kMondayRemainder = 4;  // day 4 (5 January 1970) was a Monday

struct Step {
    TickUnit unit;
    int count;
    int days;  ///< shortest length in days
};

constexpr std::array kSteps{
    Step{TickUnit::Days, 1, 1},         Step{TickUnit::Days, 2, 2},       Step{TickUnit::Weeks, 1, 7},
    Step{TickUnit::Weeks, 2, 14},       Step{TickUnit::Months, 1, 28},    Step{TickUnit::Months, 2, 59},
    Step{TickUnit::Months, 3, 90},      Step{TickUnit::Months, 6, 181},   Step{TickUnit::Years, 1, 365},
    Step{TickUnit::Years, 2, 730},      Step{TickUnit::Years, 5, 1826},   Step{TickUnit::Years, 10, 3652},
    Step{TickUnit::Years, 20, 7305},    Step{TickUnit::Years, 50, 18262}, Step{TickUnit::Years, 100, 36524},
    Step{TickUnit::Years, 500, 182621},
};

int floorDivide(int value, int by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

int roundUp(int value, int step, int offset)
{
    return offset - floorDivide(offset - value, step) * step;
}

int monthStart(int monthIndex)
{
    return LocalDay(floorDivide(monthIndex, 12),
                    static_cast<unsigned>(monthIndex - floorDivide(monthIndex, 12) * 12 + 1), 1)
        .number();
}

std::vector<int> marks(int first, int last, const Step& step)
{
    std::vector<int> days;
    if (step.unit == TickUnit::Days || step.unit == TickUnit::Weeks) {
        for (int day = roundUp(first, step.days, kMondayRemainder); day <= last; day += step.days)
            days.push_back(day);
        return days;
    }
    const auto ymd = LocalDay::fromNumber(first).ymd();
    const int months = step.unit == TickUnit::Years ? step.count * 12 : step.count;
    const int firstMonth = static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
    for (int month = roundUp(firstMonth, months, 0); monthStart(month) <= last; month += months)
        if (monthStart(month) >= first)
            days.push_back(monthStart(month));
    return days;
}

}  // namespace

DayTicks dayTicks(int first, int last, int most)
{
    DayTicks ticks;
    if (last < first)
        return ticks;
    for (const Step& step : kSteps) {
        if ((last - first) / step.days + 1 > 4 * std::max(most, 1))
            continue;
        ticks.unit = step.unit;
        ticks.days = marks(first, last, step);
        if (static_cast<int>(ticks.days.size()) <= std::max(most, 1))
            return ticks;
    }
    return ticks;
}

QString tickLabel(const DayTicks& ticks, std::size_t index)
{
    const QDate date = toQDate(LocalDay::fromNumber(ticks.days[index]));
    const QLocale locale;
    switch (ticks.unit) {
    case TickUnit::Days:
    case TickUnit::Weeks:
        return locale.toString(date, QStringLiteral("d MMM"));
    case TickUnit::Months:
        return locale.toString(date,
                               index == 0 || date.month() == 1 ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
    case TickUnit::Years:
        return locale.toString(date, QStringLiteral("yyyy"));
    }
    return {};
}

}  // namespace psolog
