// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "core/ids.h"
#include "gui/roster/rostermodel.h"

class QMenu;

namespace psolog {

class Theme;

/// The roster as a table that fits its width: where there is too little room, the columns that matter least go. One
/// athlete is always chosen, and stays chosen when the table changes. Letters are left to the page around it.
class RosterView : public QTableView {
    Q_OBJECT
public:
    RosterView(RosterModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// The athlete chosen; empty: none is shown.
    [[nodiscard]] AthleteId current() const;
    void choose(const AthleteId& id);
    /// Adds a line for each column to sort by, what the heads do for the mouse; the same line again turns the order.
    void fillSortMenu(QMenu& menu);

Q_SIGNALS:
    void currentAthleteChanged();
    /// By Return, a double click, or a click on the arrow at the end of the row.
    void athleteOpened();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void arrange();
    void restyle();
    void keepChoice();
    void sortBy(int column, Qt::SortOrder order);

    RosterModel& m_model;
    const Theme& m_theme;
    AthleteId m_current;
    int m_row = 0;         ///< where it stood
    bool m_reset = false;  ///< the table changes: what it chooses by itself does not count
};

}  // namespace psolog
