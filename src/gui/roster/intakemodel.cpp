// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/intakemodel.h"

#include <algorithm>

#include "gui/roster/coachwords.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

/// What is clear is proposed; of a conflict, and of one's own log, the coach decides.
bool isProposed(const ProposedFile& file)
{
    return file.bringsNews() && !file.own && file.comparison.relation != CopyRelation::Conflicting;
}

}  // namespace

IntakeModel::IntakeModel(std::shared_ptr<const IntakePreview> preview, LocalDay today, QObject* parent)
    : QAbstractTableModel(parent),
      m_preview(std::move(preview)),
      m_today(today)
{
    std::transform(m_preview->files.begin(), m_preview->files.end(), std::back_inserter(m_chosen), isProposed);
}

const ProposedFile* IntakeModel::fileAt(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    return index < m_preview->files.size() ? &m_preview->files[index] : nullptr;
}

std::vector<ProposedFile> IntakeModel::chosen() const
{
    std::vector<ProposedFile> files;
    for (std::size_t i = 0; i < m_preview->files.size(); ++i)
        if (m_chosen[i])
            files.push_back(m_preview->files[i]);
    return files;
}

bool IntakeModel::isOffered(int row) const
{
    const ProposedFile* file = fileAt(row);
    return file != nullptr && file->bringsNews();
}

int IntakeModel::offered() const
{
    return static_cast<int>(std::count_if(m_preview->files.begin(), m_preview->files.end(),
                                          [](const ProposedFile& file) { return file.bringsNews(); }));
}

int IntakeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview->files.size() + m_preview->refused.size());
}

int IntakeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int{kColumns};
}

Qt::ItemFlags IntakeModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == FileColumn && isOffered(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool IntakeModel::isSecondOfAthlete(int row) const
{
    const ProposedFile* file = fileAt(row);
    const ProposedFile* above = row > 0 ? fileAt(row - 1) : nullptr;
    return file != nullptr && above != nullptr && file->athlete == above->athlete;
}

QString IntakeModel::title(int row) const
{
    if (const ProposedFile* file = fileAt(row)) {
        const QString name = athleteLabel(file->name);
        return (file->own ? tr("%1 (your own log, a copy)").arg(name) : name) + u'\n'
            + CoachWords::fileName(file->file.path);
    }
    const Refusal& refusal = m_preview->refused[static_cast<std::size_t>(row) - m_preview->files.size()];
    return tr("Refused") + u'\n' + CoachWords::fileName(refusal.path);
}

QString IntakeModel::words(int row) const
{
    if (const ProposedFile* file = fileAt(row)) {
        QString relation = CoachWords::relation(file->comparison);
        if (isSecondOfAthlete(row))
            relation = tr("%1; united with the one above").arg(relation);
        return relation + u'\n' + CoachWords::summary(file->summary, m_today);
    }
    return CoachWords::reason(m_preview->refused[static_cast<std::size_t>(row) - m_preview->files.size()].error);
}

QVariant IntakeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    if (role == Qt::DisplayRole)
        return index.column() == FileColumn ? title(row) : words(row);
    if (role == Qt::AccessibleTextRole)
        return (index.column() == FileColumn ? title(row) : words(row)).replace(u'\n', QStringLiteral(", "));
    if (role == Qt::ToolTipRole) {
        const ProposedFile* file = fileAt(row);
        const std::string& path = file != nullptr
            ? file->file.path
            : m_preview->refused[static_cast<std::size_t>(row) - m_preview->files.size()].path;
        return plainToolTip(QString::fromStdString(path));
    }
    if (role == Qt::CheckStateRole && index.column() == FileColumn && isOffered(row))
        return int{m_chosen[static_cast<std::size_t>(row)] ? Qt::Checked : Qt::Unchecked};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

bool IntakeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !isOffered(index.row()))
        return false;
    m_chosen[static_cast<std::size_t>(index.row())] = value.toInt() == int{Qt::Checked};
    Q_EMIT dataChanged(index, index, {role});
    return true;
}

QVariant IntakeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == FileColumn ? tr("Athlete and file") : tr("What it is");
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

}  // namespace psolog
