// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "gui/roster/coachvalues.h"

namespace psolog {

/// Files that may be taken in, each with a check box, and files that were refused, each with the reason. GUI thread.
class IntakeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FileColumn, WordsColumn, kColumns };

    IntakeModel(std::shared_ptr<const IntakePreview> preview, LocalDay today, QObject* parent = nullptr);

    /// The files chosen.
    [[nodiscard]] std::vector<ProposedFile> chosen() const;
    /// Whether a row can be chosen at all.
    [[nodiscard]] bool isOffered(int row) const;
    [[nodiscard]] int offered() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const ProposedFile* fileAt(int row) const;
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] QString words(int row) const;
    [[nodiscard]] bool isSecondOfAthlete(int row) const;

    std::shared_ptr<const IntakePreview> m_preview;
    LocalDay m_today;
    std::vector<bool> m_chosen;  ///< of the files, in their order
};

}  // namespace psolog
