// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/steplistmodel.h"

#include "gui/routines/routinedraft.h"
#include "gui/routines/routinewords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

StepListModel::StepListModel(RoutineDraft& draft, QObject* parent) : QAbstractListModel(parent), m_draft(draft)
{
    connect(&m_draft, &RoutineDraft::changed, this, &StepListModel::follow);
    follow();
}

void StepListModel::follow()
{
    m_withIssue.clear();
    for (const RoutineIssue& issue : m_draft.issues())
        if (issue.step)
            m_withIssue.insert(static_cast<int>(*issue.step));
    const int rows = static_cast<int>(m_draft.routine().steps.size());
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        Q_EMIT dataChanged(index(0), index(rows - 1));
    }
}

int StepListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant StepListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const RoutineStep& step = m_draft.routine().steps.at(static_cast<std::size_t>(index.row()));
    const QString words =
        tr("%1. %2, %3").arg(index.row() + 1).arg(RoutineWords::stepTitle(step), minutesSeconds(step.duration));
    return hasIssue(index.row()) ? tr("%1: something to correct").arg(words) : words;
}

Qt::ItemFlags StepListModel::flags(const QModelIndex& index) const
{
    // Rows are dropped between others, never on one.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

bool StepListModel::moveRows(const QModelIndex& /*from*/, int row, int count, const QModelIndex& /*to*/,
                             int destination)
{
    if (count != 1 || row < 0 || row >= m_rows || destination < 0 || destination > m_rows)
        return false;
    m_draft.move(row, destination > row ? destination - 1 : destination);
    return true;
}

}  // namespace psolog
