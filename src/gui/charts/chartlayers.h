// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include "gui/charts/dayticks.h"
#include "gui/charts/plotlibrary.h"

namespace psolog {

/// A layer element of a plot whose picture is a function: for what would otherwise be thousands of item objects.
/// Owned by the plot.
class PaintedElement : public QCPLayerable {
public:
    using Paint = std::function<void(QCPPainter&)>;

    PaintedElement(QCustomPlot* plot, const QString& layer, Paint paint)
        : QCPLayerable(plot, layer),
          m_paint(std::move(paint))
    {
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

private:
    Paint m_paint;
};

/// Ticks of an axis whose coordinate is LocalDay::number().
class DayTicker : public QCPAxisTicker {
public:
    /// The most labels that fit side by side.
    void setMost(int most) { m_most = most; }

    void generate(const QCPRange& range, const QLocale& /*locale*/, QChar /*formatChar*/, int /*precision*/,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        const DayTicks days = dayTicks(qCeil(range.lower), qFloor(range.upper), m_most);
        ticks.clear();
        if (subTicks != nullptr)
            subTicks->clear();
        if (tickLabels != nullptr)
            tickLabels->clear();
        for (std::size_t i = 0; i < days.days.size(); ++i) {
            ticks.append(days.days[i]);
            if (tickLabels != nullptr)
                tickLabels->append(tickLabel(days, i));
        }
    }

private:
    int m_most = 6;
};

}  // namespace psolog
