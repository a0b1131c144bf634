// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "gui/roster/coachvalues.h"

namespace psolog {

enum class RosterColumn { Athlete, Why, LastCheckIn, Worst, Spark, Release, Sides, Verdict, Open };
inline constexpr int kRosterColumns = 9;

/// Which athletes are shown.
struct RosterFilter {
    enum class Kind { All, NeedsALook, NewSinceReview };

    Kind kind = Kind::All;
    std::optional<std::string> group;  ///< only this one; an empty name stands for those without a group
    QString search;                    ///< part of a name or group

    friend bool operator==(const RosterFilter&, const RosterFilter&) = default;
};

/// How many athletes each filter shows, whatever the group and the search are.
struct RosterCounts {
    int all = 0;
    int needsALook = 0;
    int newSinceReview = 0;
};

/// The roster as a table: filtered and sorted, by need at first. GUI thread.
class RosterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRoster(std::shared_ptr<const Roster> roster);
    void setFilter(const RosterFilter& filter);
    [[nodiscard]] const RosterFilter& filter() const { return m_filter; }
    [[nodiscard]] RosterCounts counts() const;
    /// Names of the groups in use, sorted.
    [[nodiscard]] std::vector<std::string> groups() const;

    /// The athlete in a row that is shown.
    [[nodiscard]] const RosterItem& at(int row) const
    {
        return m_roster->items[m_shown[static_cast<std::size_t>(row)]];
    }
    /// Where an athlete is shown; -1: not.
    [[nodiscard]] int rowOf(const AthleteId& id) const;
    /// The athlete, shown or not; null when there is none.
    [[nodiscard]] const RosterItem* find(const AthleteId& id) const;
    /// The athletes shown, in their order.
    [[nodiscard]] std::vector<AthleteId> order() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] bool matches(const RosterItem& item) const;
    [[nodiscard]] bool before(const RosterItem& a, const RosterItem& b) const;
    void show();

    std::shared_ptr<const Roster> m_roster = std::make_shared<Roster>();
    RosterFilter m_filter;
    RosterColumn m_sortColumn = RosterColumn::Why;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::size_t> m_shown;  ///< indexes into the roster
};

}  // namespace psolog
