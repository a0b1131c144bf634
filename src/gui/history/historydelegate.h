// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace psolog {

class HistoryModel;
struct Services;

/// Paints a line of the history: a heading where a day begins, then time, sign, words. Borrows its arguments.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    HistoryDelegate(const HistoryModel& model, Services& services, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] int dayHeight() const;
    [[nodiscard]] int lineHeight() const;

    const HistoryModel& m_model;
    Services& m_services;
};

}  // namespace psolog
