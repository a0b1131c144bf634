// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace psolog {

class Theme;

/// Paints a file that may be taken in: a box to choose it, and two paragraphs a cell, the first of them strong. GUI
/// thread; borrows the theme.
class IntakeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit IntakeDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// As high as the words need in the width of the column.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// A click at the box, or Space, chooses.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    [[nodiscard]] QRect wordsIn(const QRect& cell, const QModelIndex& index) const;
    [[nodiscard]] int boxSize() const;

    const Theme& m_theme;
};

}  // namespace psolog
