// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "analysis/testseries.h"
#include "analysis/trendrows.h"

namespace psolog {

/// The rows of a trend as a table: day, phase, release, runs, and for each site the scores of the day and the 7-day
/// median. The same rows as the chart and the CSV, in the same order.
class TrendTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Columns before those of the sites.
    static constexpr int kFixedColumns = 4;
    /// Columns of each site: scores, median of the day, 7-day median.
    static constexpr int kSiteColumns = 3;

    void setRows(TrendRows rows);
    [[nodiscard]] const TrendRows& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TrendRows m_rows;
};

/// Self-tests as a table: day, test, and for both sides or postures the median and the lowest to highest reading.
class TestTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTests(std::vector<TestRow> tests);
    [[nodiscard]] const std::vector<TestRow>& tests() const { return m_tests; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TestRow> m_tests;
};

}  // namespace psolog
