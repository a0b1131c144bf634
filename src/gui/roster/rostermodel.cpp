// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/rostermodel.h"

#include <algorithm>
#include <compare>
#include <set>

#include "gui/roster/coachwords.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

/// Nothing comes after every value, whichever way round.
template <class T>
std::weak_ordering compared(const std::optional<T>& a, const std::optional<T>& b, bool descending)
{
    if (a.has_value() != b.has_value())
        return a.has_value() ? std::weak_ordering::less : std::weak_ordering::greater;
    if (!a || *a == *b)
        return std::weak_ordering::equivalent;
    return (*a < *b) != descending ? std::weak_ordering::less : std::weak_ordering::greater;
}

std::optional<double> lastOf(const RosterRow& row)
{
    for (auto value = row.spark.rbegin(); value != row.spark.rend(); ++value)
        if (*value)
            return *value;
    return std::nullopt;
}

std::optional<double> adherenceOf(const RosterRow& row)
{
    return row.adherence ? std::optional(row.adherence->score) : std::nullopt;
}

std::optional<double> sidesOf(const RosterRow& row)
{
    return row.sides ? std::optional(row.sides->points) : std::nullopt;
}

/// Worse, then without a change, too little data, in the baseline, better: as a coach looks for them.
std::optional<int> verdictOf(const RosterRow& row)
{
    if (!row.verdict)
        return std::nullopt;
    if (!row.released)
        return 3;
    switch (*row.verdict) {
    case VerdictKind::Worse:
        return 0;
    case VerdictKind::NoClearChange:
        return 1;
    case VerdictKind::TooLittleData:
        return 2;
    case VerdictKind::Better:
        return 4;
    }
    return std::nullopt;
}

}  // namespace

void RosterModel::setRoster(std::shared_ptr<const Roster> roster)
{
    beginResetModel();
    m_roster = std::move(roster);
    show();
    endResetModel();
}

void RosterModel::setFilter(const RosterFilter& filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
}

void RosterModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column < 0 ? RosterColumn::Why : static_cast<RosterColumn>(column);
    m_sortOrder = column < 0 ? Qt::AscendingOrder : order;
    show();
    endResetModel();
}

RosterCounts RosterModel::counts() const
{
    RosterCounts counts;
    counts.all = static_cast<int>(m_roster->items.size());
    for (const RosterItem& item : m_roster->items) {
        counts.needsALook += item.unseen.empty() ? 0 : 1;
        counts.newSinceReview += item.isNewSinceReview() ? 1 : 0;
    }
    return counts;
}

std::vector<std::string> RosterModel::groups() const
{
    std::set<std::string> names;
    for (const RosterItem& item : m_roster->items)
        if (!item.entry.group.empty())
            names.insert(item.entry.group);
    return {names.begin(), names.end()};
}

int RosterModel::rowOf(const AthleteId& id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](std::size_t index) { return m_roster->items[index].entry.id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

const RosterItem* RosterModel::find(const AthleteId& id) const
{
    const auto found = std::find_if(m_roster->items.begin(), m_roster->items.end(),
                                    [&](const RosterItem& item) { return item.entry.id == id; });
    return found == m_roster->items.end() ? nullptr : &*found;
}

std::vector<AthleteId> RosterModel::order() const
{
    std::vector<AthleteId> ids;
    for (const std::size_t index : m_shown)
        ids.push_back(m_roster->items[index].entry.id);
    return ids;
}

bool RosterModel::matches(const RosterItem& item) const
{
    if (m_filter.kind == RosterFilter::Kind::NeedsALook && item.unseen.empty())
        return false;
    if (m_filter.kind == RosterFilter::Kind::NewSinceReview && !item.isNewSinceReview())
        return false;
    if (m_filter.group && item.entry.group != *m_filter.group)
        return false;
    const QString sought = m_filter.search.trimmed();
    return sought.isEmpty() || athleteLabel(item.entry.name).contains(sought, Qt::CaseInsensitive)
        || QString::fromStdString(item.entry.group).contains(sought, Qt::CaseInsensitive);
}

bool RosterModel::before(const RosterItem& a, const RosterItem& b) const
{
    const bool down = m_sortOrder == Qt::DescendingOrder;
    std::weak_ordering order = std::weak_ordering::equivalent;
    switch (m_sortColumn) {
    case RosterColumn::Athlete: {
        const int names = QString::localeAwareCompare(athleteLabel(a.entry.name), athleteLabel(b.entry.name));
        order = (down ? -names : names) <=> 0;
        break;
    }
    case RosterColumn::LastCheckIn:
        order = compared(a.row.lastCheckIn, b.row.lastCheckIn, down);
        break;
    case RosterColumn::Worst:
        order = compared(a.row.worstNow, b.row.worstNow, down);
        break;
    case RosterColumn::Spark:
        order = compared(lastOf(a.row), lastOf(b.row), down);
        break;
    case RosterColumn::Release:
        order = compared(adherenceOf(a.row), adherenceOf(b.row), down);
        break;
    case RosterColumn::Sides:
        order = compared(sidesOf(a.row), sidesOf(b.row), down);
        break;
    case RosterColumn::Verdict:
        order = compared(verdictOf(a.row), verdictOf(b.row), down);
        break;
    case RosterColumn::Why:
        return down ? needsMore(b.row, b.unseen, a.row, a.unseen) : needsMore(a.row, a.unseen, b.row, b.unseen);
    case RosterColumn::Open:
        break;
    }
    return order != 0 ? order < 0 : needsMore(a.row, a.unseen, b.row, b.unseen);
}

void RosterModel::show()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_roster->items.size(); ++i)
        if (matches(m_roster->items[i]))
            m_shown.push_back(i);
    std::stable_sort(m_shown.begin(), m_shown.end(),
                     [this](std::size_t a, std::size_t b) { return before(m_roster->items[a], m_roster->items[b]); });
}

int RosterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RosterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRosterColumns;
}

QVariant RosterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RosterItem& item = at(index.row());
    const auto column = static_cast<RosterColumn>(index.column());
    if (role == Qt::DisplayRole)
        return RosterCells::text(item, column);
    if (role == Qt::AccessibleTextRole)
        return RosterCells::spoken(item, column);
    if (role == Qt::ToolTipRole)
        return plainToolTip(RosterCells::details(item, column));
    return {};
}

QVariant RosterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<RosterColumn>(section);
    if (role == Qt::DisplayRole)
        return RosterCells::heading(column);
    if (role == Qt::ToolTipRole)
        return plainToolTip(RosterCells::headingDetails(column));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

}  // namespace psolog
