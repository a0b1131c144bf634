// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QPixmap>

#include "analysis/finding.h"
#include "analysis/theilsen.h"
#include "analysis/trendrows.h"
#include "gui/charts/timechart.h"

namespace psolog {

class SeriesToggle;

/// A straight line over some days, with the lines of the least and the greatest slope that fit, all three through one
/// point.
struct SlopeBand {
    double first = 0;  ///< day the line begins
    double last = 0;
    double slope = 0;  ///< points a day
    Interval interval;
    double day = 0;  ///< of the point that all pass through
    double value = 0;
    QString legend;
};

/// Soreness of the left and the right of one muscle over time: every score as a point, the 7-day median as a line that
/// stops at gaps, the baseline shaded, the median of each phase as a thin line, and below it a row of release days and
/// one of runs. Left is a circle and a solid line, right a square and a dashed one. y is always 0-10.
///
/// At the right each line carries its name; a click on it, or L and R, hides and shows that side. Compact draws the
/// same with less around it, for a grid of muscles.
class SorenessChart : public TimeChart {
    Q_OBJECT
public:
    explicit SorenessChart(const Theme& theme, QWidget* parent = nullptr);
    ~SorenessChart() override;

    /// What to draw: at most one site a side. `findings` are those of the same sites, in the same order, and give the
    /// medians of the phases. The range does not change.
    void setData(std::shared_ptr<const TrendRows> rows, std::vector<Finding> findings);

    void setCompact(bool compact);

    /// A line to draw over the scores, with its legend.
    void setSlope(std::optional<SlopeBand> slope);
    [[nodiscard]] const std::optional<SlopeBand>& slope() const { return m_slope; }

    /// Whether a side is drawn. A side without data has no toggle.
    void setSideShown(Side side, bool shown);
    [[nodiscard]] bool isSideShown(Side side) const;

    /// The series as drawn, before they are thinned out to pixels; for the side, or null when it has none.
    [[nodiscard]] const TrendSeries* series(Side side) const;
    [[nodiscard]] QString baselineText() const;
    [[nodiscard]] QString releaseText() const;
    /// The medians of a phase alone, left first, for little room.
    [[nodiscard]] QString briefText(PhaseSummary Finding::*phase) const;

    [[nodiscard]] QStringList readout(int day) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sideToggled(psolog::Side side, bool shown);

protected:
    void restyle() override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One side of the chart.
    struct Lane {
        std::optional<std::size_t> column;  ///< in the rows
        std::optional<Finding> finding;
        TrendSeries series;
        SeriesToggle* toggle = nullptr;
        bool shown = true;
    };

    [[nodiscard]] Lane& lane(Side side) { return m_lanes[static_cast<std::size_t>(side)]; }
    [[nodiscard]] const Lane& lane(Side side) const { return m_lanes[static_cast<std::size_t>(side)]; }
    [[nodiscard]] QColor colorOf(Side side) const;
    [[nodiscard]] QString phaseText(const QString& phase, std::optional<double> left,
                                    std::optional<double> right) const;
    [[nodiscard]] std::array<std::optional<double>, 2> mediansOf(PhaseSummary Finding::*phase) const;
    void retranslate();
    void paintPhases(QCPPainter& painter) const;
    void paintMedians(QCPPainter& painter) const;
    void paintSlope(QCPPainter& painter) const;
    void paintDots(QCPPainter& painter) const;
    void paintLines(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;
    void paintNames(QCPPainter& painter);
    void placeNames();

    std::array<Lane, 2> m_lanes;
    std::shared_ptr<const TrendRows> m_rows;
    std::optional<SlopeBand> m_slope;
    bool m_compact = false;
};

}  // namespace psolog
