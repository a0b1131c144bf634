// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/trends/trendview.h"

namespace psolog {

class MuscleGrid;
class Theme;
class TrendTableModel;

/// All twelve sites on one screen.
class AllMusclesView : public TrendView {
    Q_OBJECT
public:
    AllMusclesView(const Theme& theme, TrendData& data, QWidget* parent = nullptr);

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override;
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::optional<Muscle> judgedMuscle() const override { return Muscle::Hamstring; }
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    [[nodiscard]] bool concerns(const CoachNote& /*note*/) const override { return true; }
    void setNotes(const std::vector<CoachNote>& notes) override;
    void retranslate() override;

Q_SIGNALS:
    void muscleChosen(psolog::Muscle muscle);

private:
    /// Twelve sites side by side; read for the table and the export alone.
    Result<std::shared_ptr<const TrendRows>> rows();

    std::vector<Finding> m_findings;
    std::shared_ptr<const TrendRows> m_rows;
    MuscleGrid* m_grid;
    TrendTableModel* m_model;
};

}  // namespace psolog
