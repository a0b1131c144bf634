// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rostertable.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/csvcell.h"

namespace psolog {

namespace {

constexpr std::array kHeader{
    "athlete",
    "id",
    "group",
    "day",
    "first_day",
    "last_check_in",
    "days_since_check_in",
    "worst_now",
    "worst_site",
    "primary",
    "verdict",
    "change",
    "baseline_days",
    "release_days_of_7",
    "planned_a_week",
    "adherence",
    "test_day",
    "weaker_side",
    "test_difference",
    "beyond_noise",
    "flags",
    "new",
};

/// Numbers as they are read: at most two decimals.
std::string numberOf(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string flagsOf(const std::vector<Flag>& flags)
{
    std::string text;
    for (const Flag& flag : flags) {
        text.append(text.empty() ? "" : "; ").append(nameOf(flag.kind));
        if (flag.site)
            text.append(" ").append(nameOf(*flag.site));
        if (flag.reason)
            text.append(" ").append(nameOf(*flag.reason));
        text.append(" flagged since ").append(flag.since.toString());
    }
    return text;
}

/// The cells of a line; empty ones for what is not known.
class Cells {
public:
    void text(std::string_view value) { add(csvCell(value)); }
    void number(double value) { add(numberOf(value)); }
    void nothing() { add({}); }
    template <class T, class F>
    void maybe(const std::optional<T>& value, F&& write)
    {
        if (value)
            write(*value);
        else
            nothing();
    }
    void day(const std::optional<LocalDay>& value)
    {
        maybe(value, [&](LocalDay known) { text(known.toString()); });
    }
    void site(const std::optional<Site>& value)
    {
        maybe(value, [&](Site known) { text(nameOf(known)); });
    }
    [[nodiscard]] const std::string& line() const { return m_line; }

private:
    void add(const std::string& cell)
    {
        m_line.append(m_first ? "" : ",").append(cell);
        m_first = false;
    }

    std::string m_line;
    bool m_first = true;
};

std::string cellsOf(const RosterLine& line)
{
    const RosterRow& row = line.row;
    Cells cells;
    cells.text(row.name);
    cells.text(row.athlete.toString());
    cells.text(line.group);
    cells.text(row.today.toString());
    cells.day(row.firstDay);
    cells.day(row.lastCheckIn);
    cells.maybe(row.lastCheckIn, [&](LocalDay last) { cells.number(row.today - last); });
    cells.maybe(row.worstNow, [&](int score) { cells.number(score); });
    cells.site(row.worstSite);
    cells.site(row.primary);
    cells.maybe(row.verdict, [&](VerdictKind verdict) { cells.text(nameOf(verdict)); });
    cells.maybe(row.change, [&](double change) { cells.number(change); });
    cells.number(row.baselineDays);
    cells.maybe(row.adherence, [&](const Adherence& kept) { cells.number(kept.done); });
    cells.maybe(row.adherence, [&](const Adherence& kept) { cells.number(kept.planned); });
    cells.maybe(row.adherence, [&](const Adherence& kept) { cells.number(kept.score); });
    cells.maybe(row.sides, [&](const SideDifference& sides) { cells.text(sides.day.toString()); });
    const auto weaker = row.sides && row.sides->points > 0 ? std::optional(row.sides->weaker) : std::nullopt;
    cells.maybe(weaker, [&](Side side) { cells.text(nameOf(side)); });
    cells.maybe(row.sides, [&](const SideDifference& sides) { cells.number(sides.points); });
    cells.maybe(row.sides, [&](const SideDifference& sides) { cells.text(sides.beyond ? "yes" : "no"); });
    cells.text(flagsOf(row.flags));
    cells.text(flagsOf(line.unseen));
    return cells.line();
}

}  // namespace

std::string rosterCsv(const std::vector<RosterLine>& lines)
{
    std::string csv = fmt::format("{}\r\n", fmt::join(kHeader, ","));
    for (const RosterLine& line : lines)
        csv.append(cellsOf(line)).append("\r\n");
    return csv;
}

}  // namespace psolog
