// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QAbstractListModel>

#include "core/ports/iroutinestore.h"

namespace psolog {

/// The stored routines as rows, in the order of the store.
class RoutineListModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Shows these; `chosen` is the id of the one in use, `proposed` of the one proposed, or empty.
    void show(const std::vector<StoredRoutine>& routines, const std::string& chosen, const std::string& proposed);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// The display text is what a screen reader says; the delegate paints from at().
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const StoredRoutine& at(int row) const { return m_routines.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] bool isChosen(int row) const { return at(row).routine.id == m_chosen; }
    [[nodiscard]] bool isProposed(int row) const { return at(row).routine.id == m_proposed; }
    /// The row of that id; -1 when there is none.
    [[nodiscard]] int rowOf(const std::string& id) const;
    /// "5 steps · upward · both sides at once", then what there is to say about this row.
    [[nodiscard]] QString detail(int row) const;

private:
    std::vector<StoredRoutine> m_routines;
    std::string m_chosen;
    std::string m_proposed;
};

}  // namespace psolog
