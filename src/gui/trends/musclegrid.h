// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QWidget>

#include "gui/charts/timechart.h"
#include "gui/trends/trenddata.h"

class QGridLayout;
class QPushButton;

namespace psolog {

class SorenessChart;
class Theme;

/// All twelve sites: one small chart a muscle, left and right in each. They share one time axis: zooming one zooms all.
class MuscleGrid : public QWidget {
    Q_OBJECT
public:
    explicit MuscleGrid(const Theme& theme, QWidget* parent = nullptr);

    void setMuscle(Muscle muscle, const SiteTrend& trend);
    void setBounds(DayRange bounds);
    void setRange(DayRange range);
    [[nodiscard]] SorenessChart& chart(Muscle muscle) const { return *m_charts[static_cast<std::size_t>(muscle)]; }
    void retranslate();

Q_SIGNALS:
    /// The heading of a small chart was clicked.
    void muscleChosen(psolog::Muscle muscle);
    void visibleDaysChanged(psolog::DayRange days);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void follow(std::size_t leader, DayRange days);

    const Theme& m_theme;
    QGridLayout* m_layout;
    std::array<QWidget*, kMuscleCount> m_panels{};
    std::array<QPushButton*, kMuscleCount> m_headings{};
    std::array<SorenessChart*, kMuscleCount> m_charts{};
    int m_columns = 0;
    bool m_following = false;
};

}  // namespace psolog
