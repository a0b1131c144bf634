// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/weeklyrows.h"
#include "gui/charts/timechart.h"

namespace psolog {

/// Severity of the weekly check-ins over time: a bar for the seven days that each is about, from 0 to its severity,
/// with a mark on top. Weeks with a substantial problem have a square mark, a stronger fill and another colour. A week
/// without an answer is left empty; y is always 0-100. A dashed line marks the first release day.
class WeeklyChart : public TimeChart {
    Q_OBJECT
public:
    explicit WeeklyChart(const Theme& theme, QWidget* parent = nullptr);
    ~WeeklyChart() override;

    /// In order of days. The range does not change.
    void setWeeks(std::vector<WeekRow> weeks, std::optional<LocalDay> firstRelease);
    [[nodiscard]] const std::vector<WeekRow>& weeks() const { return m_weeks; }

    [[nodiscard]] QStringList readout(int day) const override;

protected:
    void restyle() override;
    void changeEvent(QEvent* event) override;

private:
    /// First day of a week's bar: six days back, but not into the week before it.
    [[nodiscard]] int firstDay(std::size_t index) const;
    void paintPhases(QCPPainter& painter) const;
    void paintWeeks(QCPPainter& painter) const;
    void paintLegend(QCPPainter& painter) const;
    void retranslate();

    std::vector<WeekRow> m_weeks;
    std::optional<LocalDay> m_firstRelease;
};

}  // namespace psolog
