// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPicture>
#include <QPointF>
#include <QSharedPointer>
#include <QWidget>

#include "gui/charts/notemarks.h"

class QCPAxis;
class QCPPainter;
class QCustomPlot;

namespace psolog {

class DayTicker;
class Theme;

/// A stretch of calendar days, both included, as LocalDay::number().
struct DayRange {
    int first = 0;
    int last = 0;

    [[nodiscard]] int length() const { return last - first + 1; }
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// What all charts over days share: the time axis, zoom, pan, the cursor that reads out a day, and the style.
///
/// Mouse: wheel and pinch zoom about the pointer, dragging pans, the pointer reads out the day under it. Keyboard:
/// + and - zoom, Left and Right pan by a tenth, PgUp and PgDn by a whole view, Home and End go to the ends of the log,
/// 0 returns to the range that was set, Shift+Left and Shift+Right move the cursor by a day, Esc removes it.
///
/// To assistive technology it is a chart whose value is the day read out. Thread: GUI. The theme is borrowed.
class TimeChart : public QWidget {
    Q_OBJECT
public:
    ~TimeChart() override;

    /// How far the view may be panned; normally the whole log.
    void setBounds(DayRange bounds);
    [[nodiscard]] DayRange bounds() const { return m_bounds; }
    /// The range to show, and to return to.
    void setRange(DayRange range);
    /// The days that are wholly in view.
    [[nodiscard]] DayRange visibleDays() const;

    /// Zooms by a factor (below 1: closer) about a day, within 3 days and the bounds.
    void zoom(double factor, double aboutDay);
    void pan(double days);
    void resetView();
    /// Shows the same stretch of time as another chart.
    void showView(const TimeChart& other);

    /// Shows the readout of a day, or none.
    void setCursorDay(std::optional<int> day);
    [[nodiscard]] std::optional<int> cursorDay() const { return m_cursor; }
    /// What the chart says about a day, a line each; the first is the date.
    [[nodiscard]] virtual QStringList readout(int day) const = 0;
    /// The same with the notes about that day, as it is shown and spoken.
    [[nodiscard]] QStringList readoutWithNotes(int day) const;

    /// Marks the days of notes; only those in view cost anything when the chart is drawn.
    void setNoteMarks(std::vector<NoteMark> marks);
    [[nodiscard]] const std::vector<NoteMark>& noteMarks() const { return m_noteMarks; }

    /// Where a day is, in widget coordinates.
    [[nodiscard]] double xOf(double day) const;
    /// Where a value is, in widget coordinates.
    [[nodiscard]] double yOf(double value) const;

    /// The chart as vectors, drawn at this size with the colours of the screen and without cursor.
    [[nodiscard]] QPicture picture(QSize size);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void visibleDaysChanged(psolog::DayRange days);
    void cursorMoved();

protected:
    explicit TimeChart(const Theme& theme, QWidget* parent);

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }
    /// Applies colours, fonts and margins; call after a change that alters margins. Derived classes extend it.
    virtual void restyle();
    /// Draws the plot again before the next paint; several calls cost one.
    void changed();
    /// Pixels a day is wide now.
    [[nodiscard]] double dayWidth() const;
    /// The font of everything in the chart.
    [[nodiscard]] QFont smallFont() const;
    /// Room around the axes, in px.
    void setMargins(const QMargins& margins, int tickLabelPadding);

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void setView(double lower, double upper);
    void moveCursor(int by);
    void paintCursor(QCPPainter& painter) const;
    void paintFocus(QCPPainter& painter) const;
    void fitTicks();

    const Theme& m_theme;
    QCustomPlot* m_plot;
    QSharedPointer<DayTicker> m_ticker;
    std::vector<NoteMark> m_noteMarks;
    DayRange m_bounds;
    DayRange m_home;
    DayRange m_announced;
    std::optional<int> m_cursor;
    std::optional<QPointF> m_dragFrom;
    double m_dragLower = 0;
    bool m_dirty = true;
    bool m_printing = false;
    bool m_focusRing = false;
};

}  // namespace psolog
