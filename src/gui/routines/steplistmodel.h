// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QAbstractListModel>

namespace psolog {

class RoutineDraft;

/// The steps of a draft as rows that can be moved.
class StepListModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit StepListModel(RoutineDraft& draft, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// The display text is what a screen reader says; the delegate paints from the draft.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// Moves one row before `destination`, as the view asks after a drag.
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int destination) override;

    [[nodiscard]] const RoutineDraft& draft() const { return m_draft; }
    /// The step has something that keeps the routine from being saved.
    [[nodiscard]] bool hasIssue(int row) const { return m_withIssue.contains(row); }

private:
    void follow();

    RoutineDraft& m_draft;
    int m_rows = 0;
    std::set<int> m_withIssue;
};

}  // namespace psolog
