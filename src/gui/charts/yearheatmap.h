// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QPicture>
#include <QWidget>

#include "analysis/trendrows.h"
#include "gui/charts/timechart.h"
#include "gui/charts/yeargrid.h"

namespace psolog {

class Theme;

/// A calendar year of one site: a column a week, a row a day of the week, coloured by the median of the day. A day
/// without a score is an empty frame, so that it is never taken for 0; a dot marks a release, a ring the first one.
/// Below it the legend, and what the day under the pointer or the cursor says in numbers.
///
/// Keys: arrows move the cursor by a day and by a week, Home and End to the ends of the year, PgUp and PgDn change the
/// year, Esc removes the cursor. To assistive technology it is a chart whose value is the day read out.
/// Thread: GUI. The theme is borrowed.
class YearHeatMap : public QWidget {
    Q_OBJECT
public:
    explicit YearHeatMap(const Theme& theme, QWidget* parent = nullptr);

    /// What to draw: a site of the rows, an index into rows->sites(). `log` is the first day of the log to today:
    /// days outside are left out.
    void setData(std::shared_ptr<const TrendRows> rows, std::size_t site, DayRange log);
    void setYear(int year);
    [[nodiscard]] int year() const { return m_grid.year(); }
    /// The days of the year, from 1 January to 31 December.
    [[nodiscard]] DayRange days() const { return {m_grid.first(), m_grid.last()}; }

    void setCursorDay(std::optional<int> day);
    [[nodiscard]] std::optional<int> cursorDay() const { return m_cursor; }
    /// "Thu 12 Nov: 3.5 (scores 3, 4), release"; empty for a day outside the log.
    [[nodiscard]] QString readout(int day) const;

    /// Where a day of the year is, in widget coordinates.
    [[nodiscard]] QRectF rectOf(int day) const;
    /// The map as vectors, drawn at this size with the colours of the screen and without cursor.
    [[nodiscard]] QPicture picture(QSize size) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// PgUp or PgDn.
    void yearWanted(int year);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Sizes of a drawing of some size.
    struct Measures {
        double left = 0;  ///< of the first column
        double top = 0;   ///< of the first row
        double wide = 0;  ///< a cell with the room beside it
        double high = 0;
        double gap = 0;
        double legendTop = 0;
    };
    /// A sample and what it means; wrapped into lines.
    struct LegendItem {
        enum Kind { Ramp, NotAsked, Release, FirstRelease };

        Kind kind = Ramp;
        QString text;
        QRectF place;  ///< relative to the legend
        double sample = 0;
    };
    [[nodiscard]] std::vector<LegendItem> legend(double width) const;
    /// Room for what a day says, in as many lines as it takes.
    [[nodiscard]] double readoutHeight(double width) const;
    [[nodiscard]] Measures measures(QSizeF size) const;
    [[nodiscard]] QRectF rectOf(int day, const Measures& sizes) const;
    [[nodiscard]] std::optional<int> dayAt(QPointF position) const;
    [[nodiscard]] bool inLog(int day) const { return day >= m_log.first && day <= m_log.last; }
    /// The cell of a day with a score, or null.
    [[nodiscard]] const TrendCell* scored(int day) const;
    /// By days; without a cursor to the last day.
    void moveCursor(int by);
    /// To the nearest day of the log in this year.
    void moveCursorTo(int day);
    void paint(QPainter& painter, QSizeF size, bool screen) const;
    void paintNames(QPainter& painter, const Measures& sizes) const;
    void paintDays(QPainter& painter, const Measures& sizes) const;
    void paintLegend(QPainter& painter, const Measures& sizes, QSizeF size, bool screen) const;
    void retranslate();

    const Theme& m_theme;
    std::shared_ptr<const TrendRows> m_rows;
    std::size_t m_site = 0;
    DayRange m_log{0, -1};
    YearGrid m_grid;
    std::optional<int> m_cursor;
    bool m_focusRing = false;
};

}  // namespace psolog
