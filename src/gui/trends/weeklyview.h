// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/weeklyrows.h"
#include "core/ports/iweeklylog.h"
#include "gui/trends/trendview.h"

namespace psolog {

class TextTableModel;
class Theme;
class WeeklyChart;

/// Severity of the weekly check-ins (OSTRC-H2) over time.
class WeeklyView : public TrendView {
    Q_OBJECT
public:
    /// The log is borrowed and outlives the view.
    WeeklyView(const Theme& theme, TrendData& data, IWeeklyLog& weekly, QWidget* parent = nullptr);

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override;
    void setNotes(const std::vector<CoachNote>& notes) override;
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    void retranslate() override { }

private:
    [[nodiscard]] std::vector<WeekRow> rowsOf(DayRange days) const;
    /// A range, the whole log reaching back to the first week.
    [[nodiscard]] DayRange widened(DayRange range, bool toFirstWeek) const;

    IWeeklyLog& m_weekly;
    std::vector<WeekRow> m_rows;
    bool m_all = false;  ///< the whole log is wanted
    WeeklyChart* m_chart;
    TextTableModel* m_model;
};

}  // namespace psolog
