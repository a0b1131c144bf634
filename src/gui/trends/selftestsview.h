// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/trends/trendview.h"

class QLabel;

namespace psolog {

class SelfTestChart;
class TestTableModel;
class Theme;

/// Glute activation above, pelvic tilt below, on one time axis.
class SelfTestsView : public TrendView {
    Q_OBJECT
public:
    SelfTestsView(const Theme& theme, TrendData& data, QWidget* parent = nullptr);

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override;
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    void setNotes(const std::vector<CoachNote>& notes) override;
    void retranslate() override;

private:
    std::vector<TestPoint> m_glute;
    std::vector<TestPoint> m_tilt;
    QLabel* m_gluteLabel;
    QLabel* m_tiltLabel;
    SelfTestChart* m_gluteChart;
    SelfTestChart* m_tiltChart;
    TestTableModel* m_model;
};

}  // namespace psolog
