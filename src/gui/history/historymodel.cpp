// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historymodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/ports/icoachnotes.h"
#include "gui/shell/services.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kStretchDays = 42;
constexpr int kRowsAtOnce = 60;  // more than any window shows
}  // namespace

HistoryModel::HistoryModel(Services& services, QObject* parent) : QAbstractListModel(parent), m_services(services) { }

Result<std::vector<HistoryRow>> HistoryModel::read(LocalDay first, LocalDay last) const
{
    HistoryRecords records;
    if (auto checkIns = m_services.checkIns.between(first, last))
        records.checkIns = std::move(*checkIns);
    else
        return tl::unexpected(checkIns.error());
    if (auto tests = m_services.selfTests.between(first, last))
        records.selfTests = std::move(*tests);
    else
        return tl::unexpected(tests.error());
    if (auto releases = m_services.releases.between(first, last))
        records.releases = std::move(*releases);
    else
        return tl::unexpected(releases.error());
    if (auto weekly = m_services.weekly.between(first, last))
        records.weekly = std::move(*weekly);
    else
        return tl::unexpected(weekly.error());
    if (auto experiments = m_services.experiments.all())
        records.experiments = std::move(*experiments);
    else
        return tl::unexpected(experiments.error());
    auto rows = historyRows(records);
    // A plan may have begun in one stretch and ended in another.
    std::erase_if(rows, [&](const HistoryRow& row) { return row.recorded.day < first || row.recorded.day > last; });
    if (m_notes.empty())
        return rows;
    // A note stands above what was logged on its day.
    std::vector<HistoryRow> both;
    both.reserve(rows.size());
    std::copy_if(m_notes.begin(), m_notes.end(), std::back_inserter(both),
                 [&](const HistoryRow& row) { return row.recorded.day >= first && row.recorded.day <= last; });
    std::move(rows.begin(), rows.end(), std::back_inserter(both));
    std::stable_sort(both.begin(), both.end(),
                     [](const HistoryRow& a, const HistoryRow& b) { return a.recorded.day > b.recorded.day; });
    return both;
}

Result<std::vector<HistoryRow>> HistoryModel::readNotes(const std::optional<LogSpan>& span) const
{
    std::vector<HistoryRow> rows;
    if (m_services.coachNotes == nullptr)
        return rows;
    const auto notes = m_services.coachNotes->notes();
    if (!notes)
        return tl::unexpected(notes.error());
    const LocalDay today = m_services.today();
    for (const CoachNote& note : *notes)
        rows.push_back(noteRow(note, span ? span->first : today, today));
    return rows;
}

std::optional<LocalDay> HistoryModel::dayOfNote(const std::string& id) const
{
    for (const HistoryRow& row : m_notes)
        if (row.id == id)
            return row.recorded.day;
    return std::nullopt;
}

Result<std::optional<LogSpan>> HistoryModel::span() const
{
    auto span = m_services.trends.span();
    const auto experiments = m_services.experiments.all();
    if (!experiments)
        return tl::unexpected(experiments.error());
    if (!span || experiments->empty())
        return span;
    const LocalDay first = experiments->front().recorded.day;
    const LocalDay last = experiments->back().recorded.day;
    return *span ? LogSpan{std::min((*span)->first, first), std::max((*span)->last, last)} : LogSpan{first, last};
}

Result<void> HistoryModel::reload()
{
    auto span = this->span();
    if (!span)
        return tl::unexpected(span.error());
    auto notes = readNotes(*span);
    if (!notes)
        return tl::unexpected(notes.error());
    m_notes = std::move(*notes);
    if (!*span && !m_notes.empty())
        *span = LogSpan{m_services.today(), m_services.today()};
    std::vector<HistoryRow> rows;
    std::optional<LocalDay> oldest;
    if (*span) {
        const LocalDay newest = std::max((*span)->last, m_services.today());
        oldest =
            std::max((*span)->first, m_oldest ? std::min(*m_oldest, newest - kStretchDays) : newest - kStretchDays);
        auto again = read(*oldest, newest);
        if (!again)
            return tl::unexpected(again.error());
        rows = std::move(*again);
    }
    m_error.reset();
    beginResetModel();
    m_first = *span ? std::optional((*span)->first) : std::nullopt;
    m_oldest = oldest;
    m_rows = std::move(rows);
    show();
    endResetModel();
    if (m_shown.empty() && canFetchMore({}))
        fetchMore({});
    return {};
}

void HistoryModel::clear()
{
    beginResetModel();
    m_notes.clear();
    m_rows.clear();
    m_shown.clear();
    m_oldest.reset();
    m_first.reset();
    m_error.reset();
    endResetModel();
}

Result<void> HistoryModel::loadBackTo(LocalDay day)
{
    while (canFetchMore({}) && *m_oldest > day)
        if (auto read = readStretch(); !read)
            return read;
    return {};
}

void HistoryModel::setFilter(const HistoryFilter& filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
    if (static_cast<int>(m_shown.size()) < kRowsAtOnce && canFetchMore({}))
        fetchMore({});
}

void HistoryModel::show()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (matches(m_rows[i], m_filter))
            m_shown.push_back(i);
}

bool HistoryModel::beginsDay(int row) const
{
    return row == 0 || at(row).recorded.day != at(row - 1).recorded.day;
}

QModelIndex HistoryModel::indexOf(const std::string& id, std::optional<HistoryKind> kind) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).id == id && (!kind || at(row).kind == *kind))
            return index(row);
    return {};
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const HistoryRow& row = at(index.row());
    if (role == Qt::DisplayRole)
        return row.title;
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.detail);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2: %3, %4. %5", "day, time, kind, what, detail")
            .arg(longDate(row.recorded.day, m_services.today()), clockTime(row.recorded.at), row.kindWord, row.title,
                 row.detail);
    return {};
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_error && m_oldest && m_first && *m_oldest > *m_first;
}

Result<void> HistoryModel::readStretch()
{
    const LocalDay last = *m_oldest - 1;
    const LocalDay first = std::max(*m_first, *m_oldest - kStretchDays);
    auto older = read(first, last);
    if (!older)
        return tl::unexpected(older.error());
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < older->size(); ++i)
        if (matches((*older)[i], m_filter))
            fitting.push_back(m_rows.size() + i);
    m_oldest = first;
    if (!fitting.empty())
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fitting.size()) - 1);
    std::move(older->begin(), older->end(), std::back_inserter(m_rows));
    m_shown.insert(m_shown.end(), fitting.begin(), fitting.end());
    if (!fitting.empty())
        endInsertRows();
    return {};
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    const int before = rowCount();
    while (canFetchMore(parent) && rowCount() - before < kRowsAtOnce)
        if (auto read = readStretch(); !read)
            m_error = read.error();
}

}  // namespace psolog
