// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/texttablemodel.h"

namespace psolog {

namespace {

QVariant alignment(int column)
{
    return QVariant(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
}

}  // namespace

void TextTableModel::setTable(QStringList headings, std::vector<QStringList> rows)
{
    beginResetModel();
    m_headings = std::move(headings);
    m_rows = std::move(rows);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? QVariant(m_headings.value(section)) : QVariant();
}

}  // namespace psolog
