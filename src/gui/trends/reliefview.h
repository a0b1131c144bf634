// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/relief.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/ireleaselog.h"
#include "gui/trends/trendview.h"

class QLabel;

namespace psolog {

class ReliefChart;
class TextTableModel;
class Theme;

/// How long relief lasts: tightness before and after each session, the next morning and before the next session.
class ReliefView : public TrendView {
    Q_OBJECT
public:
    /// The logs are borrowed and outlive the view.
    ReliefView(const Theme& theme, TrendData& data, IReleaseLog& releases, ICheckInLog& checkIns,
               QWidget* parent = nullptr);

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override { return m_days; }
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    void retranslate() override;

private:
    /// What the title rests on, in counts.
    [[nodiscard]] QString basis() const;
    /// The rows of the whole log, read again only after a reload of the data.
    Result<const std::vector<ReliefRow>*> allRows();
    [[nodiscard]] std::vector<ReliefRow> rowsOf(DayRange days) const;

    IReleaseLog& m_releases;
    ICheckInLog& m_checkIns;
    std::optional<std::vector<ReliefRow>> m_all;  ///< as of m_revision
    int m_revision = 0;
    std::vector<ReliefRow> m_rows;  ///< of the range
    DayRange m_days;
    ReliefChart* m_chart;
    QLabel* m_basis;
    QLabel* m_caution;
    TextTableModel* m_model;
};

}  // namespace psolog
