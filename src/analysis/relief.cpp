// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/relief.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "analysis/median.h"

namespace psolog {

namespace {

constexpr std::array kSides{Side::Left, Side::Right};

std::optional<int> of(const Tightness& tightness, Side side)
{
    const std::optional<Score>& score = side == Side::Left ? tightness.left : tightness.right;
    return score ? std::optional(score->value()) : std::nullopt;
}

/// Morning check-ins in order of time, to be found by their day.
class Mornings {
public:
    explicit Mornings(const std::vector<CheckIn>& checkIns)
    {
        for (const CheckIn& checkIn : checkIns)
            if (checkIn.context == Context::Morning)
                m_ordered.push_back(&checkIn);
        std::stable_sort(m_ordered.begin(), m_ordered.end(), [](const CheckIn* a, const CheckIn* b) {
            return std::pair(a->recorded.day, a->recorded.at.utc) < std::pair(b->recorded.day, b->recorded.at.utc);
        });
    }

    /// Soreness of the psoas on the morning after `session`; `further` is the next session, which ends the time in
    /// which its relief can be seen.
    [[nodiscard]] std::optional<int> after(const ReleaseSession& session, const ReleaseSession* further,
                                           Side side) const
    {
        const Site psoas{Muscle::Psoas, side};
        const LocalDay day = session.recorded.day + 1;
        const auto first = std::lower_bound(m_ordered.begin(), m_ordered.end(), day,
                                            [](const CheckIn* a, LocalDay wanted) { return a->recorded.day < wanted; });
        for (auto it = first; it != m_ordered.end() && (*it)->recorded.day == day; ++it) {
            if (further != nullptr && (*it)->recorded.at.utc >= further->recorded.at.utc)
                break;
            if (const auto score = (*it)->scores[psoas])
                return score->value();
        }
        return std::nullopt;
    }

private:
    std::vector<const CheckIn*> m_ordered;
};

CountedMedian counted(std::vector<double> values)
{
    const int count = static_cast<int>(values.size());
    return {medianOf(std::move(values)), count};
}

template <class Value>
CountedMedian medianOver(const std::vector<const ReliefRow*>& rows, Value&& value)
{
    std::vector<double> values;
    for (const ReliefRow* row : rows)
        if (const auto one = value(*row))
            values.push_back(static_cast<double>(*one));
    return counted(std::move(values));
}

ReliefSummary summaryOf(const std::vector<const ReliefRow*>& rows)
{
    ReliefSummary summary;
    summary.before = medianOver(rows, [](const ReliefRow& row) { return std::optional(row.before); });
    summary.after = medianOver(rows, [](const ReliefRow& row) { return std::optional(row.after); });
    summary.morning = medianOver(rows, [](const ReliefRow& row) { return row.morning; });
    summary.next = medianOver(rows, [](const ReliefRow& row) { return row.next; });
    summary.drops = static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const ReliefRow* row) { return row->drop() >= kReliefDrop; }));
    summary.keptMorning = medianOver(rows, [](const ReliefRow& row) { return row.kept(row.morning); });
    summary.keptNext = medianOver(rows, [](const ReliefRow& row) { return row.kept(row.next); });
    return summary;
}

}  // namespace

std::optional<double> ReliefRow::kept(const std::optional<int>& later) const
{
    if (!later || drop() < kReliefDrop)
        return std::nullopt;
    return static_cast<double>(before - *later) / drop();
}

std::vector<ReliefRow> reliefRows(std::vector<ReleaseSession> sessions, const std::vector<CheckIn>& checkIns)
{
    std::erase_if(sessions, [](const ReleaseSession& session) { return session.outcome == ReleaseOutcome::Discarded; });
    std::stable_sort(sessions.begin(), sessions.end(), [](const ReleaseSession& a, const ReleaseSession& b) {
        return a.recorded.at.utc < b.recorded.at.utc;
    });
    const Mornings mornings(checkIns);
    std::vector<ReliefRow> rows;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const ReleaseSession& session = sessions[i];
        if (session.outcome == ReleaseOutcome::Running)
            continue;
        const ReleaseSession* further = i + 1 < sessions.size() ? &sessions[i + 1] : nullptr;
        for (const Side side : kSides) {
            const auto before = of(session.before, side);
            const auto after = of(session.after, side);
            if (!before || !after)
                continue;
            ReliefRow row{session.recorded.day, side, *before, *after, {}, {}, {}};
            row.morning = mornings.after(session, further, side);
            if (further != nullptr && further->recorded.day - session.recorded.day <= kReliefNextDays)
                row.next = of(further->before, side);
            if (row.next)
                row.daysToNext = further->recorded.day - session.recorded.day;
            rows.push_back(row);
        }
    }
    return rows;
}

ReliefSummary reliefSummary(std::span<const ReliefRow> rows)
{
    std::vector<const ReliefRow*> chosen;
    for (const ReliefRow& row : rows)
        chosen.push_back(&row);
    return summaryOf(chosen);
}

ReliefSummary reliefSummary(std::span<const ReliefRow> rows, Side side)
{
    std::vector<const ReliefRow*> chosen;
    for (const ReliefRow& row : rows)
        if (row.side == side)
            chosen.push_back(&row);
    return summaryOf(chosen);
}

std::string reliefCsv(std::span<const ReliefRow> rows)
{
    const auto whole = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
    const auto share = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.2f}", *value) : std::string();
    };
    std::string csv = "day,side,before,after,next morning,before the next session,days to the next session,"
                      "share kept next morning,share kept before the next session\r\n";
    for (const ReliefRow& row : rows)
        csv += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", row.day.toString(), nameOf(row.side), row.before,
                           row.after, whole(row.morning), whole(row.next), whole(row.daysToNext),
                           share(row.kept(row.morning)), share(row.kept(row.next)));
    return csv;
}

}  // namespace psolog
