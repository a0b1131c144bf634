// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinelistmodel.h"

#include "core/routineshape.h"
#include "gui/routines/routinewords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

void RoutineListModel::show(const std::vector<StoredRoutine>& routines, const std::string& chosen,
                            const std::string& proposed)
{
    beginResetModel();
    m_routines = routines;
    m_chosen = chosen;
    m_proposed = proposed;
    endResetModel();
}

int RoutineListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_routines.size());
}

int RoutineListModel::rowOf(const std::string& id) const
{
    for (std::size_t row = 0; row < m_routines.size(); ++row)
        if (m_routines[row].routine.id == id)
            return static_cast<int>(row);
    return -1;
}

QString RoutineListModel::detail(int row) const
{
    const Routine& routine = at(row).routine;
    QStringList words;
    if (isChosen(row))
        words << tr("in use");
    if (isProposed(row))
        words << tr("proposed for you");
    words << RoutineWords::of(directionOf(routine)) << RoutineWords::of(sidesOf(routine))
          << (at(row).shipped ? tr("shipped") : tr("your own"));
    words.removeAll(QString());
    return words.join(QStringLiteral(" \u00b7 "));
}

QVariant RoutineListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Routine& routine = at(index.row()).routine;
    return tr("%1, %2 minutes, %3")
        .arg(routineText(routine.name), minutesSeconds(routine.total()), detail(index.row()));
}

}  // namespace psolog
