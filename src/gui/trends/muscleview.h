// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/trends/trendview.h"

namespace psolog {

class SorenessChart;
class Theme;
class TrendTableModel;

/// Left and right of one muscle.
class MuscleView : public TrendView {
    Q_OBJECT
public:
    MuscleView(const Theme& theme, TrendData& data, QWidget* parent = nullptr);

    /// Takes effect with the next read().
    void setMuscle(Muscle muscle) { m_muscle = muscle; }
    [[nodiscard]] Muscle muscle() const { return m_muscle; }

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override;
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::optional<Muscle> judgedMuscle() const override { return m_muscle; }
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    [[nodiscard]] bool concerns(const CoachNote& note) const override
    {
        return !note.muscle || note.muscle == m_muscle;
    }
    void setNotes(const std::vector<CoachNote>& notes) override;
    [[nodiscard]] bool hasBand() const override { return true; }
    void setBandShown(bool shown) override;
    void retranslate() override;

private:
    /// Of the sides that are shown; of both when none is.
    [[nodiscard]] std::vector<Finding> findings() const;
    void describe();
    /// The line of the leading side, when it is wanted.
    void showBand();

    Muscle m_muscle = Muscle::Hamstring;
    bool m_band = false;
    SiteTrend m_trend;
    SorenessChart* m_chart;
    TrendTableModel* m_model;
};

}  // namespace psolog
